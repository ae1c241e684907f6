#include "core/common/resources.h"

#include <cstdlib>

namespace facespace {

namespace fs = std::filesystem;

fs::path resourceFolder() {
    std::error_code error;
    if (const char* named = std::getenv("FACESPACE_RESOURCES"); named != nullptr && *named != '\0') return named;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    // Tests lie one folder deeper than the programs.
    for (const char* way : {"../share/facespace", "../../share/facespace"}) {
        fs::path folder = (here / way).lexically_normal();
        if (fs::is_directory(folder, error)) return folder;
    }
    return {};
}

}  // namespace facespace
