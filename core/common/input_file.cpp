#include "core/common/input_file.h"

#include <fstream>
#include <iostream>

#include "core/common/regular_file.h"
#include "core/common/whole_file.h"

namespace facespace {

Result<std::unique_ptr<std::istream>> openInput(const std::filesystem::path& file) {
    if (isStandardStream(file)) return std::make_unique<std::istream>(std::cin.rdbuf());
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    auto in = std::make_unique<std::ifstream>(file, std::ios::binary);
    if (!*in)
        return fail(ErrorCode::kIo, say("Cannot read “{}”; check that the file exists and may be read.", file.string()));
    return in;
}

}  // namespace facespace
