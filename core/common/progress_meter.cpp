#include "core/common/progress_meter.h"

#include <fmt/format.h>

#include "core/common/number_text.h"

namespace facespace {

void ProgressMeter::update(const Progress& progress, Clock::time_point now) {
    const bool newStage = progress.stage != last_.stage || progress.done < last_.done || stageStart_ == Clock::time_point{};
    if (newStage) {
        stageStart_ = markTime_ = now;
        markDone_ = progress.done;
        rate_ = 0;
        left_.reset();
        last_ = progress;
        return;
    }
    const double dt = std::chrono::duration<double>(now - markTime_).count();
    if (dt > 0.2) {
        const double current = static_cast<double>(progress.done - markDone_) / dt;
        // An exponential average with a time constant of ten seconds follows slow spells without jumping.
        const double weight = rate_ == 0 ? 1.0 : 1.0 - std::exp(-dt / 10.0);
        rate_ += weight * (current - rate_);
        markTime_ = now;
        markDone_ = progress.done;
    }
    last_ = progress;
    const double elapsed = std::chrono::duration<double>(now - stageStart_).count();
    if (elapsed >= 1.0 && rate_ > 0 && progress.total > 0)
        left_ = static_cast<double>(progress.total - progress.done) / rate_;
}

std::string ProgressMeter::text() const {
    std::string text = last_.stage;
    if (last_.total > 0) text += fmt::format(" {}/{}", groupedNumber(last_.done), groupedNumber(last_.total));
    if (left_) text += fmt::format(" · {} left", durationText(*left_));
    return text;
}

}  // namespace facespace
