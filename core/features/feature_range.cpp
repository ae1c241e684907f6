#include "core/features/feature_range.h"

#include <algorithm>
#include <cmath>

namespace facespace {
namespace {
constexpr float kLeast = 1e-12F, kMost = 1e12F;
constexpr double kDrowns = 1e6;
}  // namespace

float workableScale(const FeatureMatrix& features) {
    const float most = features.size() == 0 ? 0.0F : features.cwiseAbs().maxCoeff();
    if (most == 0 || (most >= kLeast && most <= kMost)) return 1.0F;
    // Of 1e-38 the inverse would still be a number, of the very least it would not.
    return std::ldexp(1.0F, -std::clamp(std::ilogb(most), -126, 126));
}

std::vector<Eigen::Index> rowsThatDrownOthers(const FeatureMatrix& features) {
    std::vector<double> lengths;
    lengths.reserve(static_cast<std::size_t>(features.rows()));
    for (Eigen::Index i = 0; i < features.rows(); ++i) lengths.push_back(features.row(i).cast<double>().norm());
    std::vector<Eigen::Index> rows;
    if (lengths.size() < 3) return rows;
    std::vector<double> sorted = lengths;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    if (*middle == 0) return rows;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        if (lengths[i] > kDrowns * *middle) rows.push_back(static_cast<Eigen::Index>(i));
    return rows;
}

}  // namespace facespace
