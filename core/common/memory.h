#pragma once
#include <cstddef>
#include <cstdint>

namespace facespace {

/// Bytes that programs can still take without the system swapping; 0 where the system does not tell.
std::uint64_t availableMemory();

/// Lets the allocator keep what is freed, up to 256 MiB, for the next use. Images, meshes and batches are allocated and
/// freed again and again; given back to the system each time, every page must be mapped and zeroed anew, which is slow on
/// virtual machines (rendering 960 faces there: 4.5 s, without 6.0 s). Called once, first thing in a program. Does nothing
/// where the C library is not GNU's.
void keepFreedMemory();

/// Has all threads take memory from few heaps. Each heap keeps its fragments: with one a thread, as the C library has it,
/// a window that worked on 6,000 images held 120 MB more. For programs whose threads allocate seldom, or much at once.
/// Before there are threads.
void shareHeaps();

/// Gives back to the system what the allocator kept, for a program that waits. Thread-safe; takes some milliseconds.
void trimHeaps();
/// The same after what onReturnFreedMemory() names.
void returnFreedMemory();
/// What else a program that waits can do without (processes that are kept for the next image); called from any thread.
/// One at most: the last that was named. Thread-safe.
void onReturnFreedMemory(void (*release)());

constexpr std::size_t kHugePage = std::size_t{2} << 20;

/// Asks the system to back this memory with pages of 2 MiB, where it gives them on request only. Never fails: it is advice.
void adviseHugePages(void* begin, std::size_t bytes);

}  // namespace facespace
