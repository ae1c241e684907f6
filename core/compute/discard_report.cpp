#include "core/compute/discard_report.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

/// Larger is better, as EDC wants it.
QualityColumn oriented(const QualityMeasureColumn& column) {
    QualityColumn quality{column.key, column.values};
    if (column.better < 0)
        for (double& value : quality.values) value = -value;
    return quality;
}

Result<std::vector<QualityColumn>> qualitiesOf(const Snapshot& snapshot, const AnalysisInput& in,
                                               const DiscardOptions& options, std::vector<Text>& missing) {
    std::vector<QualityColumn> qualities{{"distance", distancesOf(in, DistanceKind::kOrigin)}};
    const auto columns = qualityColumns(snapshot);
    for (const std::string& key : options.measures)
        if (key != "distance" && std::ranges::find(columns, key, &QualityMeasureColumn::key) == columns.end())
            return fail(ErrorCode::kNotFound, say("There is no measure “{}” with different values.", key));
    for (const QualityMeasureColumn& column : columns) {
        const bool asked = std::ranges::find(options.measures, column.key) != options.measures.end();
        if (options.measures.empty() ? column.better != 0 : asked) qualities.push_back(oriented(column));
    }
    if (snapshot.measures.measured == 0)
        missing.emplace_back(say("The images' quality was not measured yet; measure it while the image files are there."));
    return qualities;
}

Result<void> addRecomputed(const AnalysisInput& in, const Verification& verification,
                           const std::vector<QualityColumn>& qualities, const EdcOptions& options, DiscardReport& report,
                           const JobContext& job) {
    for (const QualityColumn& quality : qualities) {
        auto curves = edcRecomputed(in.features(), in.identity, verification, quality, options, job);
        if (curves)
            report.recomputed.insert(report.recomputed.end(), curves->begin(), curves->end());
        else if (curves.error().code == ErrorCode::kCancelled)
            return forward(curves);
        else
            report.missing.push_back(say("{}: {}", quality.name, curves.error().message));
    }
    return {};
}

/// A curve over fewer pairs than the oracle's may lie below it, which looks like a mistake where it is not said.
void sayOnWhichPairs(DiscardReport& report) {
    const double target = report.curves.empty() ? kNoValue : report.curves.front().fmrTarget;
    for (const EdcCurve& curve : report.curves)
        if (curve.fmrTarget == target && curve.withoutQuality > 0)
            report.missing.emplace_back(
                say("“{}” is known of both images in {} of {} genuine pairs: its curve is of these alone, and “random” and "
                    "“oracle”, which are of all pairs, are no bounds to it.",
                    titleOfQuality(report, curve.quality), groupedNumber(curve.pairs),
                    groupedNumber(curve.pairs + curve.withoutQuality)));
}

}  // namespace

Text titleOfQuality(const DiscardReport& report, const std::string& key) {
    const auto at = std::ranges::find(report.qualities, key) - report.qualities.begin();
    return at < static_cast<std::ptrdiff_t>(report.titles.size()) ? report.titles[static_cast<std::size_t>(at)] : Text(key);
}

DiscardAreas areasOf(const std::vector<EdcCurve>& curves) {
    DiscardAreas areas;
    std::vector<double> largest;
    for (const EdcCurve& c : curves) {
        auto target = std::ranges::find(areas.fmrTargets, c.fmrTarget) - areas.fmrTargets.begin();
        if (target == std::ssize(areas.fmrTargets)) {
            areas.fmrTargets.push_back(c.fmrTarget);
            areas.startFnmr.push_back(c.startFnmr);
            largest.push_back(0);
        }
        auto row = std::ranges::find(areas.rows, c.quality, &DiscardAreas::Row::quality);
        if (row == areas.rows.end()) row = areas.rows.insert(row, {c.quality, {}, 0});
        row->area.resize(areas.fmrTargets.size(), kNoValue);
        row->area[static_cast<std::size_t>(target)] = c.pAucStepwise;
        largest[static_cast<std::size_t>(target)] = std::max(largest[static_cast<std::size_t>(target)], c.pAucStepwise);
    }
    for (DiscardAreas::Row& row : areas.rows) {
        row.area.resize(areas.fmrTargets.size(), kNoValue);
        int known = 0;
        for (std::size_t t = 0; t < row.area.size(); ++t)
            if (largest[t] > 0 && std::isfinite(row.area[t])) row.relative += row.area[t] / largest[t], ++known;
        if (known > 0) row.relative /= known;
    }
    std::ranges::stable_sort(areas.rows, {}, &DiscardAreas::Row::relative);
    return areas;
}

std::vector<std::string> foremostQualities(const DiscardAreas& areas, const std::string& asked, std::size_t most) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        const bool drawn = std::ranges::find(areas.rows, name, &DiscardAreas::Row::quality) != areas.rows.end();
        if (drawn && names.size() < most && std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    add("distance");
    add(asked);
    for (const DiscardAreas::Row& row : areas.rows)
        if (row.quality != "random" && row.quality != "oracle") add(row.quality);
    return names;
}

Result<DiscardReport> computeDiscard(const Snapshot& snapshot, const AnalysisScope& scope,
                                     const VerificationReport& verification, const DiscardOptions& options,
                                     const JobContext& job) {
    if (!verification.templateIds.empty())
        return fail(
            ErrorCode::kInvalid,
            say("Error versus discard goes by the quality of images, and these are pairs of templates; compare images."));
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    DiscardReport report;
    report.network = in->network();
    const auto qualities = qualitiesOf(snapshot, *in, options, report.missing);
    if (!qualities) return forward(qualities);
    const auto columns = qualityColumns(snapshot);
    for (const auto& quality : *qualities) {
        const auto column = std::ranges::find(columns, quality.name, &QualityMeasureColumn::key);
        report.qualities.push_back(quality.name);
        report.titles.push_back(column != columns.end() ? column->title : say("Distance from the origin"));
    }
    auto curves = edcCurves(verification.result, *qualities, options.edc, job);
    if (!curves) return forward(curves);
    report.curves = std::move(*curves);
    sayOnWhichPairs(report);
    if (options.recomputed && verification.listed)
        report.missing.emplace_back(say("Thresholds are found again on all pairs only, not on the pairs of a protocol."));
    else if (options.recomputed)
        if (const auto done = addRecomputed(*in, verification.result, *qualities, options.edc, report, job); !done)
            return forward(done);
    return report;
}

Result<VerifiedDiscard> verifyAndDiscard(const Snapshot& snapshot, const AnalysisScope& scope,
                                         VerificationAnalysisOptions pairs, const DiscardOptions& options,
                                         const JobContext& job) {
    pairs.verification.fmrTargets = options.edc.fmrTargets;
    pairs.verification.worstPairs = 0;
    auto verified = computeVerification(snapshot, scope, pairs, job);
    if (!verified) return forward(verified);
    auto discarded = computeDiscard(snapshot, scope, *verified, options, job);
    if (!discarded) return forward(discarded);
    return VerifiedDiscard{std::move(*verified), std::move(*discarded)};
}

}  // namespace facespace
