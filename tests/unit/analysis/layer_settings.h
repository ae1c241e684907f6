#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/layer_probes.h"

namespace facespace::test {

struct LayerSets {
    std::vector<FeatureMatrix> layers;
    std::vector<std::string> identity;
    std::vector<ProbedAttribute> attributes{{"yaw", {}, {}, {}}, {"sex", {}, {"f", "m"}, {}}};
    std::vector<const FeatureMatrix*> pointers() const {
        std::vector<const FeatureMatrix*> all;
        for (const FeatureMatrix& x : layers) all.push_back(&x);
        return all;
    }
};

/// What is planted in a layer besides noise of variance 1 in every direction: the share of yaw's variance in its own
/// direction, how far the sexes are apart, and the variance of identity in every direction.
struct PlantedLayer {
    double yaw = 0, sex = 0, identity = 0;
};
/// Yaw fades, identity grows, sex is in the middle.
inline std::vector<PlantedLayer> plantedLayers() { return {{0.9, 0.5, 0.05}, {0.6, 4, 0.4}, {0.1, 1, 1.5}}; }

/// In layer l of 12 dimensions: dimension 0 holds yaw, of which it tells R² = planted share; dimension 1 sex.
inline LayerSets layerSets(int identities, int images, const std::vector<PlantedLayer>& planted, std::uint64_t seed) {
    constexpr Eigen::Index kDims = 12;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    LayerSets set;
    for (int p = 0; p < identities; ++p)
        for (int i = 0; i < images; ++i) {
            set.identity.push_back(std::to_string(p));
            set.attributes[0].values.push_back(30 * normal(random));
            set.attributes[1].classOf.push_back(p % 2);
        }
    for (const PlantedLayer& layer : planted) {
        FeatureMatrix x(identities * images, kDims);
        for (int p = 0; p < identities; ++p) {
            Eigen::RowVectorXd own(kDims);
            for (double& v : own) v = std::sqrt(layer.identity) * normal(random);
            own(0) = 0;
            own(1) += p % 2 == 0 ? -layer.sex / 2 : layer.sex / 2;
            for (int i = 0; i < images; ++i) {
                const auto row = static_cast<std::size_t>(p * images + i);
                Eigen::RowVectorXd v = own;
                for (double& e : v) e += normal(random);
                v(0) += std::sqrt(layer.yaw / (1 - layer.yaw)) * set.attributes[0].values[row] / 30;
                x.row(static_cast<Eigen::Index>(row)) = v.cast<float>();
            }
        }
        set.layers.push_back(std::move(x));
    }
    return set;
}

}  // namespace facespace::test
