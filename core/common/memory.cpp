#include "core/common/memory.h"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace facespace {

std::uint64_t availableMemory() {
    std::ifstream file("/proc/meminfo");
    std::string key, unit;
    std::uint64_t kilobytes = 0;
    while (file >> key >> kilobytes && std::getline(file, unit))
        if (key == "MemAvailable:") return kilobytes * 1024;
    return 0;
}

void keepFreedMemory() {
#ifdef __GLIBC__
    constexpr int kMiB = 1 << 20;
    // 32 MiB is the most that the library takes as threshold; larger blocks are still given back at once.
    ::mallopt(M_MMAP_THRESHOLD, 32 * kMiB);
    ::mallopt(M_TRIM_THRESHOLD, 256 * kMiB);
    ::mallopt(M_TOP_PAD, 16 * kMiB);
#endif
}

void shareHeaps() {
#ifdef __GLIBC__
    ::mallopt(M_ARENA_MAX, 2);
#endif
}

namespace {
std::atomic<void (*)()> alsoReleased{nullptr};
}

void onReturnFreedMemory(void (*release)()) { alsoReleased = release; }

void trimHeaps() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

void returnFreedMemory() {
    if (auto* const release = alsoReleased.load()) release();
    trimHeaps();
}

void adviseHugePages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
    ::madvise(begin, bytes, MADV_HUGEPAGE);
#endif
}

}  // namespace facespace
