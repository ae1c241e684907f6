#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/units.h"
#include "core/features/feature_matrix.h"

namespace facespace::test {

/// Sets of frontal and profile images with known effects of view: what calibration of experiment 2 is made of.
enum class ViewEffect { kNone, kEqual, kHalfOfFeatures, kHalfOfIdentities, kBoth };

struct ViewSetting {
    ViewEffect effect = ViewEffect::kNone;
    double size = 1;       ///< Of an effect, in standard deviations within a view.
    bool unequal = false;  ///< Identities have 5 to 25 observations of each view, else 10.
    int frames = 1;        ///< Of each observation.
    double shared = 0;     ///< Share of the noise that features have in common (four factors).
    double ofVideo = 0.8;  ///< Share of the noise that the frames of one video have in common.
    int identities = 40, features = 64;
};

struct ViewSet {
    FeatureMatrix x;
    std::vector<double> yaw;
    Units units;
};

inline ViewSet viewSet(const ViewSetting& s, std::uint64_t seed) {
    constexpr int kFactors = 4;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Eigen::MatrixXd loadings(s.features, kFactors);
    for (double& l : loadings.reshaped()) l = normal(random);
    loadings.rowwise().normalize();  // every feature has deviation 1 within a view
    const auto noise = [&](double share) -> Eigen::VectorXd {
        Eigen::VectorXd factors(kFactors), own(s.features);
        for (double& f : factors) f = normal(random);
        for (double& o : own) o = normal(random);
        return std::sqrt(share) * (std::sqrt(s.shared) * loadings * factors + std::sqrt(1 - s.shared) * own);
    };
    const double ofVideo = s.frames > 1 ? s.ofVideo : 1;
    std::vector<Eigen::VectorXd> rows;
    std::vector<std::string> identity, video;
    std::vector<double> yaw;
    Eigen::VectorXd ofFeature(s.features);
    for (double& f : ofFeature) f = normal(random);
    for (int p = 0; p < s.identities; ++p) {
        const double ofIdentity = normal(random);
        const int observations = s.unequal ? 5 + 20 * p / (s.identities - 1) : 10;
        Eigen::VectorXd delta = Eigen::VectorXd::Zero(s.features);
        for (int j = 0; j < s.features; ++j) {
            const double sign = (j * 7 + p) % 2 == 0 ? 1 : -1;
            switch (s.effect) {
                case ViewEffect::kNone:
                    break;
                case ViewEffect::kEqual:
                    delta(j) = sign * s.size;
                    break;
                case ViewEffect::kHalfOfFeatures:
                    delta(j) = j % 2 == 0 ? sign * s.size : 0;
                    break;
                case ViewEffect::kHalfOfIdentities:
                    delta(j) = p % 2 == 0 ? sign * s.size : 0;
                    break;
                case ViewEffect::kBoth:  // squared effects 1 + (a + b) / 3, equal components
                    delta(j) = sign * s.size * std::sqrt(std::max(0.0, 1 + (ofIdentity + ofFeature(j)) / 3));
                    break;
            }
        }
        for (int k = 0; k < 2 * observations; ++k) {
            const bool profile = k >= observations;
            const Eigen::VectorXd common = noise(ofVideo);
            for (int f = 0; f < s.frames; ++f) {
                rows.push_back(common + (profile ? delta : Eigen::VectorXd::Zero(s.features)));
                if (s.frames > 1) rows.back() += noise(1 - ofVideo);
                yaw.push_back(profile ? 60 : 5);
                identity.push_back("p" + std::to_string(p));
                video.push_back(s.frames > 1 ? "v" + std::to_string(k) : "");
            }
        }
    }
    ViewSet set{FeatureMatrix(static_cast<Eigen::Index>(rows.size()), s.features), yaw, Units(identity, video)};
    for (std::size_t i = 0; i < rows.size(); ++i)
        set.x.row(static_cast<Eigen::Index>(i)) = rows[i].cast<float>().transpose();
    return set;
}

}  // namespace facespace::test
