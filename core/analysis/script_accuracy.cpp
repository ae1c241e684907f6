#include "core/analysis/script_accuracy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace facespace {
namespace {

constexpr std::size_t kThresholds = 400;
using RightAt = std::array<std::int64_t, kThresholds>;

/// Pairs that are told apart rightly at each threshold.
RightAt rightIn(const std::vector<ScriptPair>& pairs, std::size_t begin, std::size_t end) {
    // A pair is called one person at all thresholds above its distance.
    std::array<std::int64_t, kThresholds + 1> change{};
    std::int64_t impostors = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const ScriptPair& pair = pairs[i];
        std::size_t first = static_cast<std::size_t>(
            std::clamp(std::floor(pair.squaredDistance * 100.0), 0.0, static_cast<double>(kThresholds)));
        if (first > 0) --first;  // Rounding of the product.
        while (first < kThresholds && !(pair.squaredDistance < static_cast<double>(first) * 0.01)) ++first;
        change[first] += pair.genuine ? 1 : -1;
        impostors += pair.genuine ? 0 : 1;
    }
    RightAt right{};
    std::int64_t sum = impostors;
    for (std::size_t t = 0; t < kThresholds; ++t) right[t] = sum += change[t];
    return right;
}

}  // namespace

std::optional<Verification::ScriptAccuracy> scriptAccuracy(const std::vector<ScriptPair>& pairs, int folds) {
    const auto count = static_cast<std::size_t>(folds);
    if (folds < 2 || pairs.size() < count) return {};
    std::vector<std::size_t> begins{0};  // The first n % folds have one more.
    for (std::size_t f = 0; f < count; ++f)
        begins.push_back(begins.back() + pairs.size() / count + (f < pairs.size() % count ? 1 : 0));
    std::vector<RightAt> right;
    RightAt all{};
    for (std::size_t f = 0; f < count; ++f) {
        right.push_back(rightIn(pairs, begins[f], begins[f + 1]));
        for (std::size_t t = 0; t < kThresholds; ++t) all[t] += right.back()[t];
    }
    std::vector<double> accuracy;
    for (std::size_t f = 0; f < count; ++f) {
        std::size_t best = 0;
        for (std::size_t t = 1; t < kThresholds; ++t)
            if (all[t] - right[f][t] > all[best] - right[f][best]) best = t;
        accuracy.push_back(static_cast<double>(right[f][best]) / static_cast<double>(begins[f + 1] - begins[f]));
    }
    Verification::ScriptAccuracy result{folds, 0, 0};
    for (const double a : accuracy) result.mean += a / static_cast<double>(folds);
    for (const double a : accuracy) result.sd += (a - result.mean) * (a - result.mean) / static_cast<double>(folds);
    result.sd = std::sqrt(result.sd);
    return result;
}

}  // namespace facespace
