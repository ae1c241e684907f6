#include "core/analysis/monotone_fit.h"

#include <algorithm>

namespace facespace {
namespace {
constexpr std::size_t kStretch = 64;
}

MonotoneFit::MonotoneFit(const RankedValues& x)
    : order_(x.order()), weight_(1, 0), sum_(static_cast<std::size_t>(x.distinct()) + 1, 0) {
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const auto level = [&](std::size_t at) { return x.levels()[static_cast<std::size_t>(order_[at])]; };
        if (i + 1 < order_.size() && level(i + 1) == level(i)) continue;
        levelEnd_.push_back(i + 1);
        weight_.push_back(static_cast<double>(i + 1));
    }
}

/// Σ (slope)² · width over the pieces of the minorant of Sign · sum_.
template <int Sign>
double MonotoneFit::minorant() {
    const std::size_t last = weight_.size() - 1;
    const auto height = [&](std::size_t k) { return Sign * sum_[k]; };
    const auto push = [&](std::size_t k) {
        while (corners_.size() > 1) {
            const std::size_t b = corners_.back(), a = corners_[corners_.size() - 2];
            if ((height(b) - height(a)) * (weight_[k] - weight_[b]) < (height(k) - height(b)) * (weight_[b] - weight_[a]))
                break;
            corners_.pop_back();
        }
        corners_.push_back(k);
    };
    corners_.assign(1, 0);
    for (std::size_t begin = 1; begin <= last; begin += kStretch) {
        std::size_t lowest = begin;
        for (std::size_t k = begin + 1; k < std::min(begin + kStretch, last + 1); ++k)
            if (height(k) < height(lowest)) lowest = k;
        push(lowest);
    }
    if (corners_.back() != last) push(last);
    // Points on or above the minorant of some of them are no corners of the minorant of all.
    candidates_.clear();
    for (std::size_t c = 0; c + 1 < corners_.size(); ++c) {
        const std::size_t a = corners_[c], b = corners_[c + 1];
        candidates_.push_back(a);
        const double slope = (height(b) - height(a)) / (weight_[b] - weight_[a]);
        for (std::size_t k = a + 1; k < b; ++k)
            if (height(k) < height(a) + slope * (weight_[k] - weight_[a])) candidates_.push_back(k);
    }
    candidates_.push_back(last);
    corners_.clear();
    for (const std::size_t k : candidates_) push(k);
    double squares = 0;
    for (std::size_t c = 0; c + 1 < corners_.size(); ++c) {
        const double rise = height(corners_[c + 1]) - height(corners_[c]);
        squares += rise * rise / (weight_[corners_[c + 1]] - weight_[corners_[c]]);
    }
    return squares;
}

MonotoneFit::Explained MonotoneFit::of(const double* y, double mean, double total) {
    double sum = 0;
    std::size_t at = 0;
    for (std::size_t level = 0; level < levelEnd_.size(); ++level) {
        for (; at < levelEnd_[level]; ++at) sum += y[order_[at]] - mean;
        sum_[level + 1] = sum;
    }
    return {minorant<1>() / total, minorant<-1>() / total};
}

}  // namespace facespace
