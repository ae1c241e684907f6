#include "core/workflow/quality_of.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <ranges>

#include "core/common/numbers.h"

namespace facespace {
namespace {

Result<std::vector<QualityMeasureColumn>> chosen(std::vector<QualityMeasureColumn> all,
                                                 const std::vector<std::string>& keys) {
    if (keys.empty()) return all;
    std::vector<QualityMeasureColumn> columns;
    for (const std::string& key : keys) {
        const auto found = std::ranges::find(all, key, &QualityMeasureColumn::key);
        if (found == all.end())
            return fail(ErrorCode::kNotFound, say("There is no measure “{}” with different values; there are {}.", key,
                                                  fmt::join(all | std::views::transform(&QualityMeasureColumn::key), ", ")));
        columns.push_back(*found);
    }
    return columns;
}

void sayWhatIsMissing(const Snapshot& snapshot, QualityReport& report) {
    if (snapshot.measures.measured == 0)
        report.missing.emplace_back(
            say("The images' quality was not measured yet; measure it while the image files are there."));
    if (std::ranges::find(report.measures, "abs_yaw", &QualityMeasureColumn::key) == report.measures.end())
        report.missing.emplace_back(
            say("No image has a yaw label or five landmarks; import a manifest with a column “yaw”, or extract with a face "
                "detector."));
    if (report.unitLength)
        report.missing.push_back(
            say("The features of “{}” all have the same length, so the distance from the origin says nothing about image "
                "quality; use a network that returns raw features, or look at the cosine to the identity's centroid.",
                report.network));
}

}  // namespace

Result<QualityReport> qualityOf(const Snapshot& snapshot, const AnalysisScope& scope, const QualityAnalysisOptions& options,
                                const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    auto columns = chosen(qualityColumns(snapshot), options.measures);
    if (!columns) return forward(columns);
    QualityReport report;
    report.network = in->network();
    report.kind = options.distance;
    report.distance = distancesOf(*in, options.distance);
    report.unitOf = in->units.unitOf();
    if (std::ranges::none_of(report.distance, [](double d) { return std::isfinite(d); }))
        return fail(ErrorCode::kInvalid, say("None of the images has a feature of “{}” and a distance; extract the "
                                             "features, or take more images in.",
                                             report.network));
    report.measures = std::move(*columns);
    report.unitLength = allTheSame(report.distance);
    report.percentiles = options.percentiles;
    report.mosaics = rowsAtPercentiles(report.distance, options.percentiles, options.perPercentile);
    sayWhatIsMissing(snapshot, report);
    if (report.unitLength || report.measures.empty()) return report;
    std::vector<QualityColumn> measures;
    for (const auto& m : report.measures) measures.push_back({m.key, m.values, m.better, m.poorLimit});
    auto relations = relateToDistance(report.distance, measures, in->units, options.relation, job);
    if (!relations) return forward(relations);
    report.relations = std::move(*relations);
    return report;
}

}  // namespace facespace
