#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/network/protocol.h"

namespace facespace::host {

struct Output {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// A library that runs a network. One thread at a time.
class Backend {
  public:
    virtual ~Backend() = default;
    /// @param input  batch × channels × height × width floats.
    /// Errors: kModel, the library's own reason in short, as part of a sentence.
    virtual Result<Output> run(const std::vector<float>& input, int batch) = 0;
    virtual std::string device() const = 0;
};

/// Errors: kModel, as Backend::run.
Result<std::unique_ptr<Backend>> loadTorchScript(const protocol::LoadRequest& request);
Result<std::unique_ptr<Backend>> loadOnnx(const protocol::LoadRequest& request);

}  // namespace facespace::host
