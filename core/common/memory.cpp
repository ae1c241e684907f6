#include "core/common/memory.h"

#include <fstream>
#include <string>

namespace facespace {

std::uint64_t availableMemory() {
    std::ifstream file("/proc/meminfo");
    std::string key, unit;
    std::uint64_t kilobytes = 0;
    while (file >> key >> kilobytes && std::getline(file, unit))
        if (key == "MemAvailable:") return kilobytes * 1024;
    return 0;
}

}  // namespace facespace
