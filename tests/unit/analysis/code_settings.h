#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/population_code.h"

namespace facespace::test {

struct CodeSet {
    FeatureMatrix x;
    std::vector<std::string> identity;
    CodedAttribute sex{"sex", {"f", "m"}, {}};
    std::vector<double> yaw;
};

/// Half of the people differ from the others in so many of 64 units, all together by a distance of 3; with all 64 in a
/// direction drawn at random. Yaw is in unit 0 besides.
inline CodeSet codeSet(int identities, int images, int carriers, std::uint64_t seed) {
    constexpr int kUnits = 64;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Eigen::RowVectorXd shift = Eigen::RowVectorXd::Zero(kUnits);
    for (int u = 0; u < carriers; ++u) shift(kUnits - 1 - u) = carriers == kUnits ? normal(random) : u % 2 == 0 ? 1 : -1;
    shift *= 3 / shift.norm();
    CodeSet set;
    set.x.resize(identities * images, kUnits);
    for (int p = 0; p < identities; ++p) {
        Eigen::RowVectorXd centre(kUnits);
        for (double& c : centre) c = 0.7 * normal(random);
        if (p % 2 == 1) centre += shift;
        for (int i = 0; i < images; ++i) {
            const double yaw = 40 * normal(random);
            for (int u = 0; u < kUnits; ++u)
                set.x(p * images + i, u) = static_cast<float>(centre(u) + normal(random) + (u == 0 ? yaw / 20 : 0));
            set.identity.push_back(std::to_string(p));
            set.sex.classOf.push_back(p % 2);
            set.yaw.push_back(yaw);
        }
    }
    return set;
}

/// Of the variance between the sexes over all variance, in the population: 3² / 4 over 64 · (0.7² + 1) + 3² / 4 + the yaw's.
constexpr double kCodeTotal = 2.25 / (64 * 1.49 + 2.25 + 4);

/// The same of one of a few units that carry it alike.
inline double carrierEffect(int carriers) { return 2.25 / carriers / (1.49 + 2.25 / carriers); }

}  // namespace facespace::test
