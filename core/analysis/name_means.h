#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/features/feature_matrix.h"

namespace facespace {

/// Unit features of the images that have a direction, by name.
struct NameMeans {
    FeatureMatrix unit;
    std::vector<std::int64_t> row;              ///< Of each unit feature.
    std::vector<std::string> name;              ///< Of each group, in order of first appearance.
    std::vector<std::vector<Eigen::Index>> of;  ///< Entries of each group.
    FeatureMatrix centre;                       ///< Groups × D, unit mean; zero without a direction.

    /// Unit mean of some entries; zero without a direction.
    Eigen::VectorXd meanOf(const std::vector<Eigen::Index>& entries) const;
    /// Rows of some entries, the nearest to their mean first.
    std::vector<std::int64_t> typicalFirst(std::vector<Eigen::Index> entries) const;
};
NameMeans nameMeans(const FeatureMatrix& x, const std::vector<std::string>& identity);

/// Cosines of the means of random halves of single names; of 2,000 names at most.
std::vector<double> randomHalves(const NameMeans& names, std::uint64_t seed);

}  // namespace facespace
