#include "core/common/progress_meter.h"

#include <fmt/format.h>
#include <cmath>

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

std::string groupedNumber(std::int64_t n) {
    std::string digits = std::to_string(n < 0 ? -n : n);
    for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3)
        digits.insert(static_cast<std::size_t>(i), 1, ',');
    return (n < 0 ? "-" : "") + digits;
}

std::string durationText(double seconds) {
    const auto s = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds)));
    if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
    return fmt::format("{}:{:02}", s / 60, s % 60);
}

}  // namespace facespace
