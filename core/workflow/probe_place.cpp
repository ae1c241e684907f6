#include "core/workflow/probe_place.h"

#include <fmt/format.h>

#include "core/workflow/map_methods.h"

namespace facespace {
namespace {

/// Images may have got or lost features since the map was made; then the axes are others.
constexpr float kSameAxes = 1e-2F;

}  // namespace

Result<MapPlacer> MapPlacer::make(const MapRecord& map, const FeatureMatrix& features, int neighbours,
                                  const JobContext& job) {
    std::vector<int> rows;
    for (Eigen::Index r = 0; r < std::min(features.rows(), map.coordinates.rows()); ++r)
        if (features.row(r).allFinite() && map.coordinates.row(r).allFinite()) rows.push_back(static_cast<int>(r));
    if (rows.empty())
        return fail(ErrorCode::kInvalid, fmt::format("No image of the map “{}” has a feature any more.", map.name));
    MapPlacer placer;
    placer.features_ = features(rows, Eigen::all);
    placer.positions_ = map.coordinates(rows, Eigen::all);
    placer.options_.neighbours = neighbours;
    placer.options_.weighted = true;
    if (map.method == "pca") {
        auto analysis = pca(placer.features_, PcaOptions{static_cast<int>(map.coordinates.cols())}, job);
        if (!analysis) return forward(analysis);
        if ((analysis->scores - placer.positions_).norm() <= kSameAxes * placer.positions_.norm()) {
            placer.pca_ = std::move(*analysis);
            placer.features_.resize(0, 0);
        }
        return placer;
    }
    const auto made = mapOptionsOf(map);
    if (!made) return forward(made);
    const auto metric = metricNamed(made->metric);
    if (!metric) return forward(metric);
    placer.options_.metric = *metric;
    return placer;
}

Result<std::vector<float>> MapPlacer::place(const Eigen::RowVectorXf& feature, const JobContext& job) const {
    const FeatureMatrix added = feature;
    const auto placed = pca_ ? pcaScores(*pca_, added) : placeOnMap(features_, positions_, added, options_, job);
    if (!placed) return forward(placed);
    return std::vector<float>(placed->data(), placed->data() + placed->cols());
}

}  // namespace facespace
