#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <string>
#include <vector>

#include "core/analysis/ratings.h"

namespace facespace::test {

/// Faces in six dimensions, and what people say of them.
struct RatedFaces {
    FeatureMatrix x;
    std::vector<std::string> identity;
    boost::random::mt19937_64 random;
    boost::random::normal_distribution<double> normal;

    RatedFaces(int identities, int images, std::uint64_t seed) : x(identities * images, 6), random(seed) {
        for (int p = 0; p < identities; ++p) {
            Eigen::RowVectorXd centre(6);
            for (double& c : centre) c = normal(random);
            for (int i = 0; i < images; ++i) {
                for (int j = 0; j < 6; ++j) x(p * images + i, j) = static_cast<float>(centre(j) + 0.4 * normal(random));
                identity.push_back(std::to_string(p));
            }
        }
    }
    double cosine(Eigen::Index a, Eigen::Index b) const {
        return static_cast<double>(x.row(a).dot(x.row(b)) / x.row(a).norm() / x.row(b).norm());
    }
    /// The first image of each identity with that of every other, rated by one: the cosine and noise.
    std::vector<RatedPair> ratedPairs(double noise) {
        std::vector<RatedPair> pairs;
        for (Eigen::Index a = 0; a < x.rows(); ++a)
            for (Eigen::Index b = a + 1; b < x.rows(); ++b)
                if (first(a) && first(b)) pairs.push_back({a, b, {cosine(a, b) + noise * normal(random)}});
        return pairs;
    }
    /// A column for each trait; those before `inFeatures` are a feature and noise, the others are noise.
    Eigen::MatrixXd traits(int count, int inFeatures) {
        Eigen::MatrixXd ratings(x.rows(), count);
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            for (int t = 0; t < count; ++t)
                ratings(i, t) = t < inFeatures ? static_cast<double>(x(i, t)) + 0.7 * normal(random) : normal(random);
        return ratings;
    }

  private:
    bool first(Eigen::Index row) const {
        const auto at = static_cast<std::size_t>(row);
        return row == 0 || identity[at] != identity[at - 1];
    }
};

}  // namespace facespace::test
