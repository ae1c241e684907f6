#pragma once
#include <filesystem>

namespace facespace {

/// The folder of what comes with the program (networks, manual): `share/facespace` beside the program's `bin`, installed or
/// just built; FACESPACE_RESOURCES names another. Empty if there is none.
std::filesystem::path resourceFolder();

}  // namespace facespace
