#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "core/common/job.h"

namespace facespace {

/// A piece of work that may need what others leave behind.
struct Task {
    std::vector<std::size_t> after{};              ///< Earlier places in the list: it begins when all of them have ended.
    std::function<void(const JobContext&)> run{};  ///< Keeps its own result; looks for cancel itself.
};

/// Runs all tasks, as many at a time as there are threads (setThreadCount()), but at most `most`, which bounds the memory.
/// Those that come first in the list begin first. A task's own parallel loops share the threads: while others run they have
/// fewer, at the end all. Of the progress that is reported, that of the earliest task which runs is passed on, so that it
/// reads as if they ran in turn. An exception of a task is thrown again, once those that run have ended.
void runSideBySide(const std::vector<Task>& tasks, std::size_t most, const JobContext& job);

}  // namespace facespace
