#include "core/common/side_by_side.h"

#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <algorithm>
#include <cstdint>
#include <mutex>
#include <stdexcept>

namespace facespace {
namespace {

enum class State : std::uint8_t { kWaits, kRuns, kDone };

class Runner {
  public:
    Runner(const std::vector<Task>& tasks, std::size_t most, const JobContext& job)
        : tasks_(tasks), most_(std::max<std::size_t>(1, most)), job_(job), states_(tasks.size(), State::kWaits) {
        for (std::size_t t = 0; t < tasks.size(); ++t)
            if (std::ranges::any_of(tasks[t].after, [&](std::size_t before) { return before >= t; }))
                throw std::logic_error("a task comes after those that it needs");
    }

    void run() {
        begin();
        group_.wait();
    }

  private:
    /// Begins what may begin. A task is picked when a thread has come to it: an earlier one may have become ready meanwhile.
    void begin() {
        const std::scoped_lock lock(mutex_);
        const auto ready =
            static_cast<std::size_t>(std::ranges::count_if(tasks_, [&](const Task& task) { return isReady(task); }));
        for (; begun_ < most_ && waiting_ < ready; ++begun_, ++waiting_) group_.run([this] { runNext(); });
    }

    bool isReady(const Task& task) const {
        return states_[indexOf(task)] == State::kWaits &&
               std::ranges::all_of(task.after, [&](std::size_t before) { return states_[before] == State::kDone; });
    }
    std::size_t indexOf(const Task& task) const { return static_cast<std::size_t>(&task - tasks_.data()); }

    void runNext() {
        const std::size_t next = take();
        JobContext own{job_.cancel, {}};
        if (job_.report)
            own.report = [this, next](const Progress& progress) {
                if (isForemost(next)) job_.report(progress);
            };
        // A thread that waits in a loop of this task must not take up another whole task: this one would end after that.
        tbb::this_task_arena::isolate([&] { tasks_[next].run(own); });
        {
            const std::scoped_lock lock(mutex_);
            states_[next] = State::kDone;
            --begun_;
        }
        begin();
    }

    std::size_t take() {
        const std::scoped_lock lock(mutex_);
        const auto next = std::ranges::find_if(tasks_, [&](const Task& task) { return isReady(task); });
        --waiting_;
        states_[indexOf(*next)] = State::kRuns;
        return indexOf(*next);
    }

    bool isForemost(std::size_t task) {
        const std::scoped_lock lock(mutex_);
        return std::ranges::find(states_, State::kRuns) - states_.begin() == static_cast<std::ptrdiff_t>(task);
    }

    const std::vector<Task>& tasks_;
    const std::size_t most_;
    const JobContext& job_;
    std::mutex mutex_;
    std::vector<State> states_;
    std::size_t begun_ = 0;    // that run, or wait for a thread
    std::size_t waiting_ = 0;  // that wait for a thread
    tbb::task_group group_;
};

}  // namespace

void runSideBySide(const std::vector<Task>& tasks, std::size_t most, const JobContext& job) {
    Runner(tasks, most, job).run();
}

}  // namespace facespace
