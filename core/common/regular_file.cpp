#include "core/common/regular_file.h"

#include <system_error>

namespace facespace {
namespace fs = std::filesystem;

Result<void> refuseSpecialFile(const fs::path& file) {
    std::error_code error;
    const auto type = fs::status(file, error).type();
    switch (type) {
        case fs::file_type::regular:
        case fs::file_type::not_found:
        case fs::file_type::none:     // it cannot be asked: neither can it be opened
        case fs::file_type::unknown:  // nor looked at
            return {};
        case fs::file_type::directory:
            return fail(ErrorCode::kIo, say("“{}” is a folder, not a file.", file.string()));
        default:
            return fail(ErrorCode::kIo, say("“{}” is a pipe or a device, not a file; save what it gives as a file "
                                            "and take that.",
                                            file.string()));
    }
}

}  // namespace facespace
