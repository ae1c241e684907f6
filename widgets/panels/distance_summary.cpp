#include "widgets/panels/distance_summary.h"

#include <algorithm>
#include <cmath>

namespace facespace {
namespace {

/// Float32 features of unit length are off by rounding only.
constexpr double kUnitTolerance = 1e-3;

}  // namespace

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
    summary.median = static_cast<double>(summary.sorted[summary.sorted.size() / 2]);
    summary.unitLength = std::abs(summary.minimum - 1) < kUnitTolerance && std::abs(summary.maximum - 1) < kUnitTolerance;
    return summary;
}

double DistanceSummary::percentile(float distance) const {
    if (sorted.empty() || std::isnan(distance)) return 0;
    const auto upTo = std::upper_bound(sorted.begin(), sorted.end(), distance) - sorted.begin();
    return 100.0 * static_cast<double>(upTo) / static_cast<double>(sorted.size());
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

std::string ordinal(int n) {
    const int tens = n % 100, ones = n % 10;
    const char* ending = tens >= 11 && tens <= 13 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    return std::to_string(n) + ending;
}

}  // namespace facespace
