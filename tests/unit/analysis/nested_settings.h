#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/nested_variance.h"

namespace facespace::test {

/// Planted variance components, sums over 24 dimensions.
struct NestedTruth {
    double person = 6, sex = 9, light = 3, view = 1.5, together = 1, rest = 2;
    double total() const { return person + sex + light + view + together + rest; }
};

struct NestedSet {
    FeatureMatrix x;
    std::vector<std::string> identity;
    ImageFactor sex{"sex", {"f", "m"}, {}}, light{"light", {"lamp", "sun"}, {}}, view{"view", {"front", "half", "side"}, {}};
};

/// Levels of a factor: fixed directions, apart from each other by the square root of twice their component.
inline Eigen::MatrixXd levels(int count, int firstDim, double component) {
    Eigen::MatrixXd m = Eigen::MatrixXd::Zero(count, 24);
    for (int k = 0; k < count; ++k) m(k, firstDim + k) = std::sqrt(component);
    return m;
}

/// Each person under every light and view, two images each; sexes alternate. What person and light do together is drawn for
/// each person.
inline NestedSet nestedSet(int identities, const NestedTruth& t, std::uint64_t seed) {
    constexpr int kDims = 24;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    const auto draw = [&](double component) {
        Eigen::RowVectorXd v(kDims);
        for (double& e : v) e = std::sqrt(component / kDims) * normal(random);
        return v;
    };
    const Eigen::MatrixXd sex = levels(2, 0, t.sex), light = levels(2, 2, t.light), view = levels(3, 4, t.view);
    NestedSet set;
    set.x.resize(identities * 12, kDims);
    Eigen::Index row = 0;
    for (int p = 0; p < identities; ++p) {
        const Eigen::RowVectorXd own = draw(t.person) + sex.row(p % 2);
        for (int l = 0; l < 2; ++l) {
            const Eigen::RowVectorXd lit = own + light.row(l) + draw(t.together);
            for (int v = 0; v < 3; ++v)
                for (int i = 0; i < 2; ++i) {
                    set.x.row(row++) = (lit + view.row(v) + draw(t.rest)).cast<float>();
                    set.identity.push_back(std::to_string(p));
                    set.sex.levelOf.push_back(p % 2);
                    set.light.levelOf.push_back(l);
                    set.view.levelOf.push_back(v);
                }
        }
    }
    return set;
}

}  // namespace facespace::test
