#pragma once
// In place of TBB's header where the thread sanitizer looks on (preset tsan). TBB's library is not built for it: that a task
// begins after what came before it would not be seen. The loops of core/common/parallel.h, which are all there are, run on
// threads that begin and end here.
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tbb {

template <class Body>
void parallel_for(const blocked_range<std::size_t>& range, const Body& body, const simple_partitioner&) {
    constexpr std::size_t kThreads = 4;
    std::atomic<std::size_t> next{range.begin()};
    std::mutex mutex;
    std::exception_ptr failed;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < range.end(); i = next++) body(blocked_range<std::size_t>(i, i + 1));
        } catch (...) {
            const std::scoped_lock lock(mutex);
            failed = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::min(kThreads, range.size()); ++i) threads.emplace_back(work);
    }
    if (failed) std::rethrow_exception(failed);
}

}  // namespace tbb
