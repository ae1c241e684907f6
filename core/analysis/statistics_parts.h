#pragma once
#include <string>
#include <vector>

#include "core/analysis/units.h"
#include "core/common/result.h"

/// What the statistics share: the images that have every value, and their clusters.
namespace facespace::statistics {

struct Complete {
    std::vector<std::int64_t> rows;
    std::vector<std::vector<double>> values;  ///< Per variable, in the order of `rows`.
    UnitGroups groups;
    /// Weight of each row from that of its cluster (UnitGroups::clusters).
    std::vector<std::int32_t> weightOf(const std::vector<std::int32_t>& clusterWeights) const;
    /// Positions in `rows`, by cluster.
    std::vector<std::vector<std::int64_t>> rowsOfClusters() const;
    std::vector<std::int32_t> ones() const { return std::vector<std::int32_t>(rows.size(), 1); }
};
/// Errors: kInvalid if fewer than three rows are complete or one of the first two variables is constant.
Result<Complete> complete(const std::vector<const std::vector<double>*>& variables, const Units& units,
                          const std::string& xName, const std::string& yName);
bool constant(const std::vector<double>& values);

}  // namespace facespace::statistics
