#include "core/analysis/cosine_bound.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <Eigen/QR>

namespace facespace {
namespace {
constexpr Eigen::Index kSample = 4096;
constexpr double kLeftOver = 1e-6;  // of squared lengths in float32
}  // namespace

UnitRows unitRows(const FeatureMatrix& x) {
    UnitRows u;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && x.row(i).cast<double>().squaredNorm() > 0) u.row.push_back(i);
    u.unit.resize(static_cast<Eigen::Index>(u.row.size()), x.cols());
    for (std::size_t i = 0; i < u.row.size(); ++i)
        u.unit.row(static_cast<Eigen::Index>(i)) = x.row(u.row[i]).cast<double>().normalized().cast<float>();
    return u;
}

FeatureMatrix mainDirections(const FeatureMatrix& unit, Eigen::Index count) {
    const Eigen::Index step = std::max<Eigen::Index>(1, unit.rows() / kSample);
    const FeatureMatrix sample = unit(Eigen::seq(0, unit.rows() - 1, step), Eigen::all);
    boost::random::mt19937_64 random(1);
    boost::random::normal_distribution<double> normal;
    Eigen::MatrixXd directions(unit.cols(), count);
    for (double& v : directions.reshaped()) v = normal(random);
    for (int pass = 0; pass <= 2; ++pass) {
        if (pass > 0) {
            const FeatureMatrix along = sample * directions.cast<float>();
            directions = (sample.transpose() * along).cast<double>();
        }
        directions = (Eigen::HouseholderQR<Eigen::MatrixXd>(directions).householderQ() *
                      Eigen::MatrixXd::Identity(unit.cols(), count))
                         .eval();
    }
    return directions.cast<float>();
}

FeatureMatrix boundParts(const FeatureMatrix& unit, const FeatureMatrix& directions) {
    const Eigen::Index count = directions.cols();
    FeatureMatrix parts(unit.rows(), count + 1);
    parts.leftCols(count) = unit * directions;
    for (Eigen::Index i = 0; i < parts.rows(); ++i) {
        const double inside = parts.row(i).head(count).cast<double>().squaredNorm();
        parts(i, count) = static_cast<float>(std::sqrt(std::max(0.0, 1 - inside) + kLeftOver));
    }
    return parts;
}

}  // namespace facespace
