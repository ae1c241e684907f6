#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "core/common/job.h"

namespace facespace {

/// Estimates the time left of a job from its progress reports, smoothing the rate over about the last ten seconds.
/// Not thread-safe.
class ProgressMeter {
  public:
    using Clock = std::chrono::steady_clock;
    /// Takes a report. A new stage, or a smaller `done`, starts a new estimate.
    void update(const Progress& progress, Clock::time_point now = Clock::now());
    /// Seconds left in this stage; nothing before the first second or when the total is not known.
    std::optional<double> secondsLeft() const { return left_; }
    /// "extracting 18,240/24,000 · 3:10 left"
    std::string text() const;

  private:
    Progress last_;
    Clock::time_point stageStart_{}, markTime_{};
    std::int64_t markDone_ = 0;  // what was done at markTime_: the rate is taken from mark to mark
    double rate_ = 0;            // items per second
    std::optional<double> left_;
};

}  // namespace facespace
