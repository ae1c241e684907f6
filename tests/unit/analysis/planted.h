#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/features/feature_matrix.h"

namespace facespace::test {

struct Planted {
    FeatureMatrix x;
    std::vector<double> labels;
    std::vector<std::string> identity;
};

/// Labels that are linear in the features plus noise, and identities that shift the features.
inline Planted planted(int identities, int perIdentity, int dims, double noise, std::uint64_t seed = 5) {
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Planted d;
    d.x.resize(identities * perIdentity, dims);
    Eigen::VectorXd direction(dims);
    for (auto& v : direction) v = normal(random);
    for (int p = 0; p < identities; ++p) {
        Eigen::RowVectorXf shift(dims);
        for (auto& v : shift) v = static_cast<float>(normal(random));
        for (int i = 0; i < perIdentity; ++i) {
            auto row = d.x.row(p * perIdentity + i);
            for (int j = 0; j < dims; ++j) row(j) = static_cast<float>(normal(random)) + shift(j) + 1;
            d.labels.push_back(row.cast<double>() * direction + noise * normal(random) + 3);
            d.identity.push_back("person " + std::to_string(p));
        }
    }
    return d;
}

/// A reference file's "x" as features.
template <class Json>
FeatureMatrix matrixOf(const Json& rows) {
    FeatureMatrix x(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows[0].size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < rows[i].size(); ++j)
            x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j].template get<float>();
    return x;
}
template <class Json>
std::vector<std::string> identitiesOf(const Json& group) {
    std::vector<std::string> identity;
    for (const auto& g : group) identity.push_back(std::to_string(g.template get<int>()));
    return identity;
}

}  // namespace facespace::test
