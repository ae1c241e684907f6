#include "widgets/panels/distance_summary.h"

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

std::vector<int> DistanceSummary::histogram(int bins) const {
    std::vector<int> counts(static_cast<std::size_t>(std::max(1, bins)), 0);
    const double width = maximum - minimum;
    for (const float d : sorted) {
        const double at = width > 0 ? (static_cast<double>(d) - minimum) / width * static_cast<double>(counts.size()) : 0.0;
        ++counts[std::min(counts.size() - 1, static_cast<std::size_t>(at))];
    }
    return counts;
}

}  // namespace facespace
