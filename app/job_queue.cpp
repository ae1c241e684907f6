#include "app/job_queue.h"

#include <utility>

namespace facespace {

void JobQueue::before(std::function<void()> step) {
    steps_.push_back([this, step = std::move(step)] {
        step();
        startNext();
    });
}

void JobQueue::startNext() {
    if (runner_.running()) return;
    if (steps_.empty()) {
        Q_EMIT idle();
        return;
    }
    const auto step = std::move(steps_.front());
    steps_.pop_front();
    step();
}

void JobQueue::cancel() {
    steps_.clear();
    runner_.cancel();
}

}  // namespace facespace
