#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/group_rates.h"

namespace facespace::test {

struct GroupSet {
    FeatureMatrix x;
    std::vector<std::string> identity;
    std::vector<std::int32_t> group;
};

/// Three groups of people. Those of group 0 have `lift` in common, so that they are taken for each other more often; images
/// of group 1 are noisier by the factor `noise`, so that they are not recognised more often.
inline GroupSet groupSet(int identities, int images, double lift, double noise, std::uint64_t seed) {
    constexpr int kDims = 16;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    GroupSet set;
    set.x.resize(3 * identities * images, kDims);
    for (int p = 0; p < 3 * identities; ++p) {
        Eigen::RowVectorXd centre(kDims);
        for (double& c : centre) c = normal(random);
        if (p % 3 == 0) centre(0) += lift;
        const double spread = 0.6 * std::exp(0.2 * normal(random)) * (p % 3 == 1 ? noise : 1);
        for (int i = 0; i < images; ++i) {
            for (int j = 0; j < kDims; ++j)
                set.x(p * images + i, j) = static_cast<float>(centre(j) + spread * normal(random));
            set.identity.push_back(std::to_string(p));
            set.group.push_back(p % 3);
        }
    }
    return set;
}

inline std::vector<std::string> groupNames() { return {"a", "b", "c"}; }

/// Lift with which group 0 has three times the FMR of the others, of all pairs 0.02.
constexpr double kThreefold = 1.78;

/// Of the whole population, from 600 people of each group.
inline GroupRates groupTruth(double lift, double noise, double fmr) {
    const GroupSet set = groupSet(600, 5, lift, noise, 1);
    GroupRateOptions o;
    o.fmrTargets = {fmr};
    o.leaveOut = 0;
    return groupRates(set.x, set.identity, set.group, groupNames(), o, {}).value();
}

/// What groupTruth(kThreefold, 1, 0.02) gives, which takes seconds to compute.
struct Threefold {
    double fmr = 0.04791, fmrToMean = 1.9927, fnmr = 0.10933,
           maxToMin = 2.8171;  ///< Of group 0, of group 0, of group 2, of all.
};

}  // namespace facespace::test
