#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <Eigen/QR>
#include <string>
#include <vector>

#include "core/analysis/space_similarity.h"

namespace facespace::test {

struct TwoSpaces {
    FeatureMatrix x, y;
    std::vector<std::string> identity;
};

/// Two spaces of the same images: what both have of an identity, `common` of its variance in the second, and noise of the
/// images, `shared` of which both have too.
inline TwoSpaces twoSpaces(int identities, int images, double common, double shared, std::uint64_t seed) {
    constexpr int kDims = 8;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    const auto draw = [&](Eigen::Index rows) {
        Eigen::MatrixXd m(rows, kDims);
        for (double& v : m.reshaped()) v = normal(random);
        return m;
    };
    const Eigen::MatrixXd turned = Eigen::HouseholderQR<Eigen::MatrixXd>(draw(kDims)).householderQ();
    const Eigen::MatrixXd a = draw(identities), b = std::sqrt(common) * a + std::sqrt(1 - common) * draw(identities);
    TwoSpaces set{FeatureMatrix(identities * images, kDims), FeatureMatrix(identities * images, kDims), {}};
    for (int p = 0; p < identities; ++p)
        for (int i = 0; i < images; ++i) {
            const Eigen::MatrixXd noise = draw(3);
            const Eigen::RowVectorXd other = std::sqrt(shared) * noise.row(0) + std::sqrt(1 - shared) * noise.row(1);
            set.x.row(p * images + i) = (a.row(p) + noise.row(0)).cast<float>();
            set.y.row(p * images + i) = (3 * (b.row(p) + other) * turned).cast<float>();
            set.identity.push_back(std::to_string(p));
        }
    return set;
}

}  // namespace facespace::test
