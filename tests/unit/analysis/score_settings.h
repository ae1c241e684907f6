#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/edc_gain.h"

namespace facespace::test {

/// Images whose features are noisier the poorer they are, and three scores of that: one that knows much of it, and two that
/// know less, and as much as each other. Identities differ in how hard they are, and in what the scores say of them.
struct ScoreSet {
    FeatureMatrix x;
    std::vector<std::string> identity;
    std::vector<double> good, fair, other;

    ScoreSet(int identities, int images, std::uint64_t seed) {
        constexpr int kDims = 16;
        boost::random::mt19937_64 random(seed);
        boost::random::normal_distribution<double> normal;
        x.resize(static_cast<Eigen::Index>(identities) * images, kDims);
        for (int p = 0; p < identities; ++p) {
            Eigen::RowVectorXd centre(kDims);
            for (double& c : centre) c = normal(random);
            const double hard = std::exp(0.2 * normal(random)), bias = 0.5 * normal(random);
            for (int i = 0; i < images; ++i) {
                const double quality = normal(random);
                const double noise = 0.45 * hard * std::exp(-0.45 * quality);
                for (int j = 0; j < kDims; ++j)
                    x(static_cast<Eigen::Index>(p) * images + i, j) = static_cast<float>(centre(j) + noise * normal(random));
                identity.push_back(std::to_string(p));
                good.push_back(quality + 0.2 * bias + 0.2 * normal(random));
                fair.push_back(quality + bias + 1.5 * normal(random));
                other.push_back(quality - bias + 1.5 * normal(random));
            }
        }
    }
    /// By good, fair and other, at FMR 0.01.
    std::vector<edc::TurnAreas> areas(int leaveOut = 500) const {
        VerificationOptions o;
        o.fmrTargets = {1e-2};
        o.worstPairs = 0;
        o.leaveOut = leaveOut;
        EdcOptions e;
        e.fmrTargets = o.fmrTargets;
        const auto verified = verifyAllPairs(x, identity, o, {});
        const auto all = edc::curvesAndAreas(verified.value(), {{"good", good}, {"fair", fair}, {"other", other}}, e, {});
        return {all->areas[0][0], all->areas[1][0], all->areas[2][0]};
    }
};
inline constexpr double kScoreLimit = 0.2;

/// Gains of good over fair, and of fair over other, of the whole population: of the mean of sets of many identities.
struct ScoreTruth {
    double good = 0, fair = 0;
};
inline ScoreTruth scoreTruth(int identities, int sets) {
    ScoreTruth truth;
    for (int s = 0; s < sets; ++s) {
        const auto areas = ScoreSet(identities, 8, 900'000 + static_cast<std::uint64_t>(s)).areas(2);
        truth.good += edcGain(areas[0], areas[1], kScoreLimit).value / sets;
        truth.fair += edcGain(areas[1], areas[2], kScoreLimit).value / sets;
    }
    return truth;
}

}  // namespace facespace::test
