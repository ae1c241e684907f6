#include "core/analysis/effect_grade.h"

#include <fmt/format.h>

namespace facespace {

const char* termFor(Grade grade) {
    switch (grade) {
        case Grade::kWeak:
            return "weak";
        case Grade::kModerate:
            return "moderate";
        case Grade::kStrong:
            return "strong";
        default:
            return "none";
    }
}

std::string GradeLimits::text(const std::string& figure) const {
    return fmt::format("{} above {:g} is weak, from {:g} moderate, from {:g} strong", figure, nothing, moderate, strong);
}

Grade gradeOf(const Estimate& effect, const GradeLimits& limits) {
    if (!(effect.low > limits.nothing)) return Grade::kNone;
    return effect.low >= limits.strong ? Grade::kStrong : effect.low >= limits.moderate ? Grade::kModerate : Grade::kWeak;
}

}  // namespace facespace
