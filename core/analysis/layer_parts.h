#pragma once
#include <Eigen/Core>
#include <vector>

#include "core/analysis/jackknife.h"
#include "core/analysis/layer_probes.h"

namespace facespace::layers {

/// The rows that are looked at.
struct Chosen {
    std::vector<std::int64_t> rows;
    UnitGroups groups;
    LeaveOutTurns turns;
    std::size_t turnOf(std::size_t entry) const {
        return turns.count == 0 ? 0 : turns.of[static_cast<std::size_t>(groups.identities.groupOf[entry])];
    }
};

/// A figure, with each turn left out, and what pairs of turns alone bring to its error (withoutPairs()).
struct LeftOut {
    double value = 0;
    std::vector<double> by;
    Eigen::MatrixXd parts;  ///< Turns × turns; empty: none.
};
/// a − b; b may be nothing.
Estimate intervalOf(const LeftOut& a, const LeftOut* b = nullptr);

/// Products of the rows of one layer: n × n.
Eigen::MatrixXd productsOf(const FeatureMatrix& layer, const Chosen& chosen, const JobContext& job);
/// AUC of pairs of one identity and of different units against pairs of two identities, by cosine.
LeftOut identityAuc(const Eigen::MatrixXd& products, const Chosen& chosen);
/// The first principal components of centred rows from their products, by subspace iteration (Halko et al. 2011): n × count.
/// @param kept  the share of the variance that is in them
FeatureMatrix componentsOf(Eigen::MatrixXd products, int count, std::uint64_t seed, double& kept);

/// Figures of the attributes from one layer's features of the chosen rows.
Result<std::vector<LeftOut>> probesOf(const FeatureMatrix& x, const Chosen& chosen,
                                      const std::vector<ProbedAttribute>& attributes, const LayerProbeOptions& options,
                                      const JobContext& job);
/// Entries of the chosen rows of which an attribute is known.
std::vector<std::int64_t> knownEntries(const ProbedAttribute& attribute, const Chosen& chosen);

}  // namespace facespace::layers
