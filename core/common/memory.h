#pragma once
#include <cstdint>

namespace facespace {

/// Bytes that programs can still take without the system swapping; 0 where the system does not tell.
std::uint64_t availableMemory();

}  // namespace facespace
