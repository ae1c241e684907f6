#include "core/analysis/pair_parts.h"

#include <algorithm>
#include <Eigen/Core>

namespace facespace {
namespace {

/// Ranks as shares, less one half.
std::vector<double> centredRanks(const RankedValues& v) {
    std::vector<double> ranks;
    v.ranks(std::vector<std::int32_t>(v.size(), 1), ranks);
    for (double& r : ranks) r = (r - 0.5) / static_cast<double>(v.size()) - 0.5;
    return ranks;
}

/// Of each value the mean over all of `other` where the value is as large or larger.
std::vector<double> meanFrom(const RankedValues& v, const std::vector<double>& other) {
    std::vector<double> sums(v.size());
    double sum = 0;
    for (std::size_t k = v.size(); k-- > 0;) {
        const auto at = static_cast<std::size_t>(v.order()[k]);
        sum += other[at] / static_cast<double>(v.size());
        sums[at] = sum;
    }
    return sums;
}

}  // namespace

std::vector<double> spearmanParts(const RankedValues& x, const RankedValues& y) {
    const std::vector<double> f = centredRanks(x), g = centredRanks(y);
    const std::vector<double> byX = meanFrom(x, g), byY = meanFrom(y, f);
    const auto n = static_cast<double>(f.size());
    double mean = 0;
    std::vector<double> parts(f.size());
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = 12 * (f[i] * g[i] + byX[i] + byY[i]) / n;
    for (const double part : parts) mean += part / n;
    for (double& part : parts) part -= mean;
    return parts;
}

double squaresOfTurns(const std::vector<double>& parts, const std::vector<std::pair<std::size_t, std::size_t>>& turnsOf,
                      std::size_t turns) {
    const auto count = static_cast<Eigen::Index>(turns);
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(count, count);
    for (std::size_t i = 0; turns > 0 && i < parts.size(); ++i) {
        const auto [low, high] = std::minmax(turnsOf[i].first, turnsOf[i].second);
        if (low != high) sums(static_cast<Eigen::Index>(low), static_cast<Eigen::Index>(high)) += parts[i];
    }
    return sums.squaredNorm();
}

}  // namespace facespace
