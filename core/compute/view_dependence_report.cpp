#include "core/compute/view_dependence_report.h"

#include "core/compute/labels.h"

namespace facespace {

Result<ViewDependenceReport> computeViewDependence(const Snapshot& snapshot, const AnalysisScope& scope,
                                                   const ViewDependenceOptions& options, const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    auto yaw = computeLabels(snapshot.images, "yaw");
    if (!yaw) return forward(yaw);
    auto result = viewDependence(in->features(), yaw->values, in->units, options, job);
    if (!result) return forward(result);
    return ViewDependenceReport{in->network(), yaw->source, std::move(yaw->values), in->units.unitOf(), std::move(*result)};
}

}  // namespace facespace
