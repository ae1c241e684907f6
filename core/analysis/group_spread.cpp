#include "core/analysis/group_spread.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/random/chi_squared_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <Eigen/Eigenvalues>
#include <vector>

#include "core/common/numbers.h"

namespace facespace::groups {
namespace {

using Eigen::Index;
constexpr Index kDraws = 4000;
constexpr double kOutside = 0.05, kTiny = 1e-9;
constexpr double kMoved = 2;  ///< Standard errors by which a group may be nearer to an extreme.
constexpr int kHalvings = 20;

/// Covariances of the values less their mean, from variances of differences.
Eigen::MatrixXd centred(const Eigen::MatrixXd& differences) {
    const Index groups = differences.rows();
    const Eigen::MatrixXd centre = Eigen::MatrixXd::Identity(groups, groups) -
                                   Eigen::MatrixXd::Constant(groups, groups, 1.0 / static_cast<double>(groups));
    return -centre * differences * centre / 2;
}

/// Errors as the logs have them, a column for each draw; what all have in common is left out.
Eigen::MatrixXd drawErrors(const LogRates& logs) {
    const Index groups = logs.values.size();
    const Eigen::MatrixXd centre = Eigen::MatrixXd::Identity(groups, groups) -
                                   Eigen::MatrixXd::Constant(groups, groups, 1.0 / static_cast<double>(groups));
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(-centre * logs.differences * centre / 2);
    const Eigen::MatrixXd root = parts.eigenvectors() * parts.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
    boost::random::mt19937_64 random(1);
    boost::random::normal_distribution<double> normal;
    boost::random::chi_squared_distribution<double> chi(logs.df);
    Eigen::MatrixXd errors(groups, kDraws);
    for (Index n = 0; n < kDraws; ++n) {
        for (Index g = 0; g < groups; ++g) errors(g, n) = normal(random);
        errors.col(n) *= std::sqrt(logs.df / chi(random));
    }
    return root * errors;
}

/// The groups as they may be apart, of spread 1: those that errors do not tell from an extreme are moved to it, for with
/// more of them the extremes that are found are further out.
Eigen::VectorXd shapeOf(const LogRates& logs, SpreadOf spread) {
    Index most = 0, least = 0;
    const double top = logs.values.maxCoeff(&most), bottom = logs.values.minCoeff(&least);
    Eigen::VectorXd shape = logs.values;
    for (Index g = 0; g < shape.size(); ++g) {
        const double up = top - shape(g), down = shape(g) - bottom;
        if (g == most || g == least) continue;
        if (up <= down || spread == largestOverMean)
            shape(g) += std::min(up, kMoved * std::sqrt(logs.differences(g, most)));
        else
            shape(g) -= std::min(down, kMoved * std::sqrt(logs.differences(g, least)));
    }
    shape.array() -= shape.mean();
    if (spread(shape) < kTiny) {
        shape.setConstant(-1);
        shape(0) = static_cast<double>(shape.size()) - 1;
    }
    return shape / spread(shape);
}

/// Which spreads are found where a certain one is true.
class Simulated {
  public:
    Simulated(const LogRates& logs, SpreadOf spread)
        : spread_(spread), shape_(shapeOf(logs, spread)), errors_(drawErrors(logs)), alike_(reached(0, 1 - kOutside)) {}
    /// What is found is no more than this, but in 5 % where groups are alike, and in half as many where they are far apart.
    double most(double spread) const {
        const double far = alike_ > 0 ? std::min(1.0, spread / alike_) : 1;
        return reached(spread, 1 - kOutside * (1 - far / 2));
    }

  private:
    double reached(double spread, double share) const {
        std::vector<double> all;
        for (Index n = 0; n < kDraws; ++n) all.push_back(spread_(spread * shape_ + errors_.col(n)));
        const auto at = all.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size() - 1));
        std::ranges::nth_element(all, at);
        return *at;
    }
    SpreadOf spread_;
    Eigen::VectorXd shape_;
    Eigen::MatrixXd errors_;
    double alike_;
};

/// The upper end for whichever groups are truly the extremes: that of the one or two for which it is highest.
double upperEnd(const LogRates& logs, SpreadOf spread) {
    const double t = quantile(complement(boost::math::students_t(logs.df), kOutside / 2));
    const Index groups = logs.values.size();
    const Eigen::VectorXd variances = centred(logs.differences).diagonal();
    double high = 0;
    for (Index g = 0; g < groups; ++g) {
        if (spread == largestOverMean)
            high = std::max(high, logs.values(g) - logs.values.mean() + t * std::sqrt(std::max(0.0, variances(g))));
        for (Index h = 0; h < groups && spread == largestOverSmallest; ++h)
            if (g != h) high = std::max(high, logs.values(g) - logs.values(h) + t * std::sqrt(logs.differences(g, h)));
    }
    return high;
}

}  // namespace

double largestOverMean(const Eigen::VectorXd& values) { return values.maxCoeff() - values.mean(); }
double largestOverSmallest(const Eigen::VectorXd& values) { return values.maxCoeff() - values.minCoeff(); }

Estimate spreadInterval(const LogRates& logs, SpreadOf spread) {
    const double found = spread(logs.values);
    if (logs.df < 1 || !logs.differences.allFinite()) return {found, kNoValue, kNoValue};
    const Simulated simulated(logs, spread);
    Estimate e{found, 0, upperEnd(logs, spread)};
    if (found <= simulated.most(0)) return e;
    double below = 0;
    e.low = found;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (below + e.low) / 2;
        (found <= simulated.most(middle) ? e.low : below) = middle;
    }
    return e;
}

}  // namespace facespace::groups
