#pragma once
#include <cstdlib>
#include <filesystem>

namespace facespace::testing_support {

/// Where real faces and networks are on this machine, or empty: tests that need them are skipped then.
inline std::filesystem::path realDataFolder() {
    const char* given = std::getenv("FACESPACE_TEST_DATA");
    const std::filesystem::path folder = given ? given : FACESPACE_SOURCE_DIR "/../shared/data";
    return std::filesystem::exists(folder / "models") ? folder : std::filesystem::path();
}

}  // namespace facespace::testing_support
