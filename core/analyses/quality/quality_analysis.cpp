#include "core/analyses/quality/quality_analysis.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/discard/discard_analysis.h"
#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analysis/verdict_text.h"
#include "core/charts/charts.h"
#include "core/compute/analysis_tables.h"
#include "core/compute/observation_tables.h"

namespace facespace {
namespace {

DistanceKind kindOf(const std::string& key) {
    return key == "mean" ? DistanceKind::kMean : key == "centroid" ? DistanceKind::kCentroid : DistanceKind::kOrigin;
}

QualityAnalysisOptions optionsOf(const Values& values) {
    QualityAnalysisOptions o;
    o.distance = kindOf(values.text("distance"));
    o.measures = values.get<std::vector<std::string>>("measures");
    o.relation.heldFixed = values.get<std::vector<std::string>>("held-fixed");
    o.relation.bins = values.whole("bins");
    o.relation.statistics.bootstrap = values.whole("bootstrap");
    o.relation.statistics.leaveOut = values.whole("leave-out");
    o.relation.statistics.kendallLeaveOut = values.whole("kendall-leave-out");
    o.relation.statistics.smallestReversal = values.number("smallest-reversal");
    o.relation.nearShares = values.get<std::vector<double>>("nearest");
    o.relation.statistics.seed = static_cast<std::uint64_t>(values.get<std::int64_t>("seed"));
    o.percentiles = values.get<std::vector<double>>("percentiles");
    o.perPercentile = values.whole("faces-per-percentile");
    return o;
}

class QualityFound : public FindingsOf<QualityReport> {
  public:
    QualityFound(const AnalysisRequest& request, QualityReport report)
        : FindingsOf(qualityAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override {
        auto tables = makeTables(result(), snapshot());
        tables.push_back(makeObservationTables(result(), snapshot()));
        return tables;
    }
    std::vector<std::string> summary() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    FacesBlock mosaics() const;
};

std::string lineOf(const DistanceRelation& r) {
    std::string line = fmt::format("  {:28}", r.measure);
    if (r.rank)
        line += fmt::format(" ρ {}", estimateText(r.rank->spearman.value, r.rank->spearman.low, r.rank->spearman.high));
    if (r.partial) line += fmt::format(", partial {:.3f}", r.partial->rho.value);
    if (r.trend)
        line +=
            fmt::format(", {} (monotone R² {:.3f}, smooth R² {:.3f}{})", shapeText(*r.trend), r.trend->r2, r.trend->smoothR2,
                        r.trend->pValue ? ", against flat " + pValueText(*r.trend->pValue) : std::string());
    return line;
}

std::vector<std::string> QualityFound::summary() const {
    std::vector<std::string> lines;
    if (result().relations.empty()) return lines;
    lines.push_back(fmt::format("{} of “{}” with each measure:", termFor(result().kind).title.words, result().network));
    for (const DistanceRelation& r : result().relations) {
        lines.push_back(lineOf(r));
        for (const NearOrigin& n : r.nearest)
            if (!std::isnan(n.ratio.value))
                lines.push_back(fmt::format("  {:28} nearest {:g} %: poor {:.1f} %, rest {:.1f} %, ratio {}", "",
                                            100 * n.share, 100 * n.poorNear.value, 100 * n.poorRest.value,
                                            estimateText(n.ratio.value, n.ratio.low, n.ratio.high, 2)));
    }
    return lines;
}

std::vector<Text> QualityFound::notes() const {
    std::vector<Text> notes = result().missing;
    for (const DistanceRelation& r : result().relations) notes.insert(notes.end(), r.missing.begin(), r.missing.end());
    return notes;
}

/// Errors: kNotFound if there are measures and none of that key.
Result<void> knows(const std::vector<QualityMeasureColumn>& measures, const std::string& key) {
    if (key.empty() || std::ranges::find(measures, key, &QualityMeasureColumn::key) != measures.end()) return {};
    std::vector<std::string> keys;
    for (const QualityMeasureColumn& m : measures) keys.push_back(m.key);
    return fail(ErrorCode::kNotFound, say("There is no measure “{}”; there are: {}.", key,
                                          keys.empty() ? say("none") : Text(fmt::format("{}", fmt::join(keys, ", ")))));
}

Result<figure::Figure> QualityFound::figure(const FigureRequest& request, const JobContext&) const {
    const std::string& measure = valuesFor(request).text("measure");
    if (const auto known = knows(result().measures, measure); !known) return forward(known);
    Text why = inARow(result().missing);
    if (result().unitLength) why = say("All features have the same length: there is no distance to draw.");
    if (result().relations.empty()) return drawnOr({}, why);
    return drawnOr(
        request.name == "quality" ? report::distanceQualityFigure(result(), measure) : report::correlationFigure(result()),
        why);
}

FacesBlock QualityFound::mosaics() const {
    FacesBlock block{"Faces at percentiles of the distance, from the origin outwards:", {}, true};
    for (std::size_t p = 0; p < result().mosaics.size(); ++p) {
        FacesBlock::Group group{fmt::format("{:g} %", result().percentiles[p]), {}};
        for (const auto row : result().mosaics[p])
            group.faces.push_back({row, fmt::format("{:.2f}", result().distance[static_cast<std::size_t>(row)])});
        block.groups.push_back(std::move(group));
    }
    return block;
}

std::vector<Block> QualityFound::report() const {
    const QualityReport& q = result();
    std::vector<Block> blocks;
    for (const auto& sentence : q.missing) blocks.emplace_back(Caution{sentence});
    blocks.emplace_back(
        FigureBlock{report::distanceHistogramFigure(q), "Distances from the origin of the raw feature space."});
    if (!q.relations.empty()) {
        blocks.emplace_back(FigureBlock{report::correlationFigure(q),
                                        "Rank correlation of each measure with the distance, with 95 % intervals from "
                                        "leaving identities out. The direction is measured, not assumed."});
        blocks.emplace_back(FigureBlock{
            report::trendFigure(q),
            "Medians of the measures that go most with the distance, in bins of the distance (points, with "
            "95 % intervals), and the monotone curve of least squares (dashed). “Rises throughout” needs a rise beyond "
            "chance and every fall that counts excluded, by a smooth over the percentiles of the distance."});
        blocks.emplace_back(Paragraph{
            "Intervals of ρ and τ leave identities out in turn. The p of the last column is of a smooth as far from "
            "flat, under the null that the measure has the same mean at every distance; videos and stills count "
            "once."});
        Table relations = makeTables(q, snapshot()).front();
        const auto p = std::ranges::find(relations.columns, "trend_p") - relations.columns.begin();
        for (auto& row : relations.rows)
            if (const auto* value = std::get_if<double>(&row[static_cast<std::size_t>(p)]))
                row[static_cast<std::size_t>(p)] = Table::cell(pValueText(*value));
        blocks.emplace_back(TableBlock{std::move(relations),
                                       {{"title", "Measure"},
                                        {"images", "Images"},
                                        {"spearman", "ρ"},
                                        {"spearman_low", "from"},
                                        {"spearman_high", "to"},
                                        {"kendall", "τ"},
                                        {"partial_spearman", "partial ρ"},
                                        {"trend", "Trend"},
                                        {"monotone_r2", "monotone R²"},
                                        {"trend_p", "p, flat"}}});
    }
    blocks.emplace_back(mosaics());
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    auto report = computeQuality(*request.snapshot, request.scope, optionsOf(request.values), job);
    if (!report) return forward(report);
    return std::make_shared<QualityFound>(request, std::move(*report));
}

Fields fields() {
    const QualityAnalysisOptions o;
    const auto whole = [](std::string key, std::string help, int fallback) {
        return Field{.key = std::move(key),
                     .title = {},
                     .help = std::move(help),
                     .fallback = std::int64_t{fallback},
                     .low = 0,
                     .high = 1e6};
    };
    return {
        {.key = "distance",
         .title = say("over"),
         .help = say("From the origin, from the mean, or cosine to the identity's centroid"),
         .fallback = std::string("origin"),
         .choices = {{"origin", termFor(DistanceKind::kOrigin).title},
                     {"mean", termFor(DistanceKind::kMean).title},
                     {"centroid", termFor(DistanceKind::kCentroid).title}}},
        {.key = "measures", .title = {}, .help = "Only these (default: all)", .fallback = std::vector<std::string>{}},
        {.key = "held-fixed",
         .title = {},
         .help = "Measures held fixed in the partial correlations",
         .fallback = o.relation.heldFixed},
        {.key = "bins",
         .title = say("Bins of the distance"),
         .help = say("Bins of the distance for the medians"),
         .fallback = std::int64_t{o.relation.bins},
         .low = 2,
         .high = 1000},
        whole("bootstrap", "Resamples for the intervals; 0: none", o.relation.statistics.bootstrap),
        whole("leave-out", "Identities, or random groups of them, left out in turn for intervals and p; 0: none",
              o.relation.statistics.leaveOut),
        whole("kendall-leave-out", "The same for Kendall's τ", o.relation.statistics.kendallLeaveOut),
        {.key = "smallest-reversal",
         .title = {},
         .help =
             "A smaller fall does not keep a trend from rising throughout, in standard deviations between videos and stills",
         .fallback = o.relation.statistics.smallestReversal,
         .low = 0.01,
         .high = 10},
        {.key = "nearest",
         .title = {},
         .help = "Shares nearest to the origin that are held against the rest",
         .fallback = o.relation.nearShares,
         .low = 0.0001,
         .high = 0.9},
        {.key = "percentiles",
         .title = {},
         .help = "Percentiles of the distance at which faces are shown",
         .fallback = o.percentiles,
         .low = 0,
         .high = 100},
        {.key = "faces-per-percentile",
         .title = {},
         .help = "Faces at each percentile",
         .fallback = std::int64_t{o.perPercentile},
         .low = 1,
         .high = 100},
        {.key = "measure",
         .title = {},
         .help = "quality: this measure (default: that which goes most with the distance); edc: drawn in any case",
         .fallback = std::string(),
         .drawing = true},
        seedField(say("Seed of everything random")),
    };
}

}  // namespace

const Analysis& qualityAnalysis() {
    static const Analysis analysis{
        .key = "quality",
        .title = say("The space, the origin and image quality"),
        .name = say("Quality"),
        .question = "Measure image quality, relate it to the distance from the origin, and draw error against discard",
        .meaning = say("How measures of image quality go with the distance of the feature: rank correlations from −1 to 1, "
                       "by Spearman and Kendall, with intervals by leaving identities out."),
        .manual = "quality#What it computes",
        .fields = fields(),
        .figures = {{"quality", say("Quality over distance"), false,
                     say("The measure over the distance, a point for each image, with medians of tenths, the monotone fit "
                         "(isotonic regression) and the unconstrained smooth.")},
                    {"correlations", say("Rank correlations with the distance"), false,
                     say("Spearman's ρ of each measure with the distance, with 95 % intervals: right of 0 it grows with the "
                         "distance, left of 0 it falls, an interval that holds 0 cannot tell.")}},
        .columns = qualityColumns(),
        .measured = true,
        .alongside = {&discardAnalysis()},
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
