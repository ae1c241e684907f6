#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/network/protocol.h"

namespace facespace::host {

/// One of the arrays that a network returns.
struct OutputInfo {
    std::string name;  ///< As the file has it; the place ("0", "1") where it has none.
    std::vector<std::int64_t> shape;
};

/// Which of them are kept.
struct OutputChoice {
    std::size_t feature = 0;
    std::optional<std::size_t> norm;
};

/// What the request names, else the one array with as many numbers per image as the request says. A network's only array is
/// taken as it is. Errors: kInvalid, which goes on after "The network “name” …": none or several fit, a name is not there.
Result<OutputChoice> chooseOutputs(const std::vector<OutputInfo>& outputs, const protocol::LoadRequest& request, int batch);

}  // namespace facespace::host
