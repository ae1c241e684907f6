#pragma once
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <algorithm>
#include <cstddef>

namespace facespace {

/// Sets the number of threads used by all parallel work in this process; 0 means one per core. Call from one thread.
void setThreadCount(int threads);
int threadCount();

/// Number of chunks that `parallelChunks` makes of n items.
inline std::size_t chunkCount(std::size_t n, std::size_t chunk) { return (n + chunk - 1) / chunk; }

/// Calls body(chunkIndex, begin, end) for [0, n) cut into fixed chunks. The cuts depend on n and chunk only, never on the
/// number of threads: sums kept per chunk and added in chunk order are the same for any number of threads.
template <class Body>
void parallelChunks(std::size_t n, std::size_t chunk, Body&& body) {
    const std::size_t chunks = chunkCount(n, chunk);
    if (chunks <= 1) {
        if (chunks == 1) body(std::size_t{0}, std::size_t{0}, n);
        return;
    }
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, chunks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t c = range.begin(); c != range.end(); ++c) body(c, c * chunk, std::min(n, (c + 1) * chunk));
        },
        tbb::simple_partitioner{});
}

}  // namespace facespace
