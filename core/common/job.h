#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

#include "core/common/text.h"

namespace facespace {

/// A flag shared between whoever asks to stop and the work that looks at it. Copies share the flag. Thread-safe.
class CancelToken {
  public:
    void cancel() const { flag_->store(true, std::memory_order_relaxed); }
    bool cancelled() const { return flag_->load(std::memory_order_relaxed); }

  private:
    std::shared_ptr<std::atomic<bool>> flag_ = std::make_shared<std::atomic<bool>>(false);
};

/// How far a job is. `done` and `total` count items (images, iterations); total 0 means "not known yet".
struct Progress {
    Text stage;  ///< Short, for people: "extracting", "t-SNE".
    std::int64_t done = 0;
    std::int64_t total = 0;
    double fraction() const { return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0; }
};

/// What a long-running core function is given besides inputs and options. Functions check `cancelled()` once per item
/// or epoch, and return ErrorCode::kCancelled. `report` is called on the working thread and must be cheap and thread-safe.
struct JobContext {
    CancelToken cancel;
    std::function<void(const Progress&)> report;

    bool cancelled() const { return cancel.cancelled(); }
    void progress(Text stage, std::int64_t done, std::int64_t total) const {
        if (report) report(Progress{std::move(stage), done, total});
    }
};

}  // namespace facespace
