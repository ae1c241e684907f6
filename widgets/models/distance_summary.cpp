#include "widgets/models/distance_summary.h"

#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"

namespace facespace {

DistanceSummary summariseDistances(const FeatureSet* features) {
    DistanceSummary summary;
    if (features == nullptr) return summary;
    summary.sorted.reserve(features->distance.size());
    for (const float d : features->distance) {
        if (std::isfinite(d)) summary.sorted.push_back(d);
    }
    if (summary.sorted.empty()) return summary;
    std::sort(summary.sorted.begin(), summary.sorted.end());
    summary.minimum = static_cast<double>(summary.sorted.front());
    summary.maximum = static_cast<double>(summary.sorted.back());
    summary.median = facespace::median({summary.sorted.begin(), summary.sorted.end()});
    summary.unitLength = isUnitLength(summary.minimum) && isUnitLength(summary.maximum);
    return summary;
}

}  // namespace facespace
