#include "core/compute/quality_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
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

/// How far apart the eyes are in what the network takes in, px; none if faces are not aligned to a template.
std::optional<double> eyesInInput(const NetworkRecord& network) {
    const auto settings = nlohmann::json::parse(network.settingsJson, nullptr, false);
    if (settings.is_object() && settings.value("alignment", nlohmann::json()) == "none") return std::nullopt;
    const auto descriptor = nlohmann::json::parse(network.descriptorJson, nullptr, false);
    const nlohmann::json::json_pointer points("/alignment/points");
    if (!descriptor.is_object() || !descriptor.contains(points)) return std::nullopt;
    const auto& p = descriptor[points];
    const auto at = [&](std::size_t point, std::size_t axis) {
        const bool there = p.is_array() && p.size() > point && p[point].is_array() && p[point].size() > axis;
        return there && p[point][axis].is_number() ? p[point][axis].get<double>() : kNoValue;
    };
    const double apart = std::hypot(at(1, 0) - at(0, 0), at(1, 1) - at(0, 1));
    return apart > 0 && std::isfinite(apart) ? std::optional(apart) : std::nullopt;
}

/// A face with fewer pixels between the eyes than the network takes in is of low resolution: it is enlarged and detail is
/// missing. One with more is made smaller, and is not, however many others have.
void limitResolution(const NetworkRecord& network, std::vector<QualityMeasureColumn>& columns) {
    static constexpr std::array kEyes{"inter_eye_px", "inter_eye_by_cos_yaw", "measured_inter_eye_distance"};
    const auto eyes = eyesInInput(network);
    if (!eyes) return;
    for (QualityMeasureColumn& column : columns)
        if (std::ranges::find(kEyes, column.key) != kEyes.end()) column.poorLimit = eyes;
}

}  // namespace

Result<QualityReport> computeQuality(const Snapshot& snapshot, const AnalysisScope& scope,
                                     const QualityAnalysisOptions& options, const JobContext& job) {
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
    limitResolution(in->set->network, report.measures);
    report.unitLength = allTheSame(report.distance);
    report.percentiles = options.percentiles;
    report.mosaics = rowsAtPercentiles(report.distance, options.percentiles, options.perPercentile);
    sayWhatIsMissing(snapshot, report);
    if (report.unitLength || report.measures.empty()) return report;
    std::vector<QualityColumn> measures;
    for (const auto& m : report.measures) measures.push_back({m.key, m.values, m.better, m.poorLimit, m.sameThing});
    auto relations = relateToDistance(report.distance, measures, in->units, options.relation, job);
    if (!relations) return forward(relations);
    report.relations = std::move(*relations);
    return report;
}

}  // namespace facespace
