#include "app/cli/input_files.h"

#include "core/common/whole_file.h"

namespace facespace::cli {

Result<void> inputsExist(const std::vector<std::filesystem::path>& paths) {
    for (const std::filesystem::path& path : paths) {
        std::error_code error;
        if (path.empty() || isStandardStream(path) || std::filesystem::exists(path, error)) continue;
        return fail(ErrorCode::kIo, say("“{}” cannot be read; check that the file exists.", path.string()));
    }
    return {};
}

}  // namespace facespace::cli
