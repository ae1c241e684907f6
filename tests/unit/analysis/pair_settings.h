#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <string>
#include <vector>

#include "core/analysis/edc.h"
#include "core/analysis/verification.h"

namespace facespace::test {

struct PairSet {
    FeatureMatrix x;
    std::vector<std::string> identity;
};

/// Identities drawn from a population: they look alike in groups of about 40 of a thousand, and some are harder than others,
/// so that impostor pairs are no more independent than genuine ones.
inline PairSet pairSet(int identities, int images, std::uint64_t seed) {
    constexpr int kDims = 12, kGroups = 25;
    boost::random::mt19937_64 random(seed), fixed(99);
    boost::random::normal_distribution<double> normal;
    Eigen::MatrixXd groups(kGroups, kDims);
    for (double& g : groups.reshaped()) g = 0.6 * normal(fixed);
    PairSet set;
    set.x.resize(identities * images, kDims);
    for (int p = 0; p < identities; ++p) {
        const auto group = static_cast<Eigen::Index>(random() % kGroups);
        Eigen::RowVectorXd centre = groups.row(group);
        for (double& c : centre) c += 0.8 * normal(random);
        const double spread = 0.75 * std::exp(0.3 * normal(random));
        for (int i = 0; i < images; ++i) {
            for (int j = 0; j < kDims; ++j)
                set.x(p * images + i, j) = static_cast<float>(centre(j) + spread * normal(random));
            set.identity.push_back(std::to_string(p));
        }
    }
    return set;
}

/// How far each image is from the mean of its identity, and something that has nothing to do with it.
inline QualityColumn noisyQuality(const PairSet& s, int images, std::uint64_t seed) {
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    QualityColumn quality{"quality", {}};
    for (Eigen::Index i = 0; i < s.x.rows(); ++i) {
        const Eigen::Index first = i - i % images;
        const Eigen::RowVectorXf mean = s.x.middleRows(first, images).colwise().mean();
        quality.values.push_back(-static_cast<double>((s.x.row(i) - mean).norm()) + 0.3 * normal(random));
    }
    return quality;
}

/// Figures of the whole population, from 2,000 of its identities.
struct PairTruth {
    double auc, eer, tar[2];
};
inline PairTruth pairTruth() {
    VerificationOptions o;
    o.fmrTargets = {1e-1, 1e-2};
    o.worstPairs = o.leaveOut = 0;
    const PairSet set = pairSet(2000, 8, 1);
    const auto v = verifyAllPairs(set.x, set.identity, o, {});
    return {v->auc.value, v->eer.value, {v->operatingPoints[0].tar.value, v->operatingPoints[1].tar.value}};
}

}  // namespace facespace::test
