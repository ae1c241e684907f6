#include "core/compute/analysis_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/analysis/verdict_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

constexpr Estimate kNoEstimate{kNoValue, kNoValue, kNoValue};

const std::string& pathOf(const Snapshot& snapshot, std::int64_t row) {
    return snapshot.images.images[static_cast<std::size_t>(row)].path;
}
const std::string& identityOf(const Snapshot& snapshot, std::int64_t row) {
    return snapshot.images.images[static_cast<std::size_t>(row)].identity;
}

void append(std::vector<Table::Cell>& row, const Estimate& e) {
    for (const double v : {e.value, e.low, e.high}) row.push_back(Table::cell(v));
}
void append(std::vector<Table::Cell>& row, const Spread& s) {
    for (const double v : {s.mean, s.sd, s.low, s.high}) row.push_back(s.count > 0 ? Table::cell(v) : Table::Cell{});
}

Text nameOf(PermutationScheme scheme) {
    return scheme == PermutationScheme::kWithinIdentity ? say("within identity") : say("whole identities");
}

Table predictionTable() {
    Table table{"prediction",
                say("What the features say about the image"),
                {"network", "target", "unit", "labels", "images", "identities", "folds"},
                {},
                false};
    for (const char* figure : {"mae", "rmse", "r2", "accuracy", "balanced_accuracy", "auc"})
        for (const char* part : {"", "_low", "_high"}) table.columns.push_back(fmt::format("{}{}", figure, part));
    table.columns.emplace_back("majority_accuracy");
    for (const char* figure : {"mae", "rmse", "r2", "accuracy", "balanced_accuracy", "auc"})
        for (const char* part : {"mean", "sd", "low", "high"})
            table.columns.push_back(fmt::format("random_split_{}_{}", figure, part));
    for (const char* column :
         {"permutation_scheme", "permutation_mean", "permutation_high", "permutation_p", "permutation_shuffles", "note"})
        table.columns.emplace_back(column);
    return table;
}

void addBaseline(std::vector<Table::Cell>& row, const std::optional<PermutationBaseline>& b) {
    row.push_back(b ? Table::cell(nameOf(b->scheme)) : Table::Cell{});
    row.push_back(b ? Table::cell(b->figure.mean) : Table::Cell{});
    row.push_back(b ? Table::cell(b->figure.high) : Table::Cell{});
    row.push_back(b ? Table::cell(b->pValue) : Table::Cell{});
    row.push_back(b ? Table::cell(b->permutations) : Table::Cell{});
}

std::vector<Table::Cell> predictionRow(const TargetReport& r) {
    std::vector<Table::Cell> row{Table::cell(r.network), Table::cell(r.target), Table::cell(r.unit),
                                 Table::cell(r.labelSource)};
    const auto count = [&](std::int64_t value) { row.push_back(Table::cell(value)); };
    const Spread none{};
    if (r.regression) {
        const auto& g = *r.regression;
        count(g.identityFolds.labelled), count(g.identityFolds.identities), count(g.identityFolds.folds);
        for (const Estimate& e : {g.mae, g.rmse, g.r2, kNoEstimate, kNoEstimate, kNoEstimate}) append(row, e);
        row.emplace_back();
        for (const Spread& s : {g.randomMae, g.randomRmse, g.randomR2, none, none, none}) append(row, s);
        addBaseline(row, g.baseline);
        row.push_back(Table::cell(fmt::format("{}", fmt::join(g.notes, " "))));
    } else if (r.classification) {
        const auto& c = *r.classification;
        count(c.labelled), count(c.identities), count(c.folds);
        for (const Estimate& e : {kNoEstimate, kNoEstimate, kNoEstimate, c.accuracy, c.balancedAccuracy, c.auc})
            append(row, e);
        row.push_back(Table::cell(c.majority));
        for (const Spread& s : {none, none, none, c.randomAccuracy, c.randomBalancedAccuracy, c.randomAuc}) append(row, s);
        addBaseline(row, c.baseline);
        row.push_back(Table::cell(fmt::format("{}", fmt::join(c.notes, " "))));
    }
    return row;
}

Table matrixTable(const char* name, Text title, const ViewDependence& v, const Eigen::MatrixXd& values) {
    Table table{name, std::move(title), {"identity"}, {}, true};
    for (Eigen::Index j = 0; j < values.cols(); ++j) table.columns.push_back(std::to_string(j));
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
        auto& row = table.rows.emplace_back();
        row.push_back(Table::cell(v.identities[static_cast<std::size_t>(i)].identity));
        for (Eigen::Index j = 0; j < values.cols(); ++j) row.push_back(Table::cell(values(i, j)));
    }
    return table;
}

void append(std::vector<Table::Cell>& row, const std::optional<Trend>& t) {
    const bool tested = t && t->pValue;
    row.push_back(t ? Table::cell(t->units) : Table::Cell{});
    row.push_back(tested ? Table::cell(shapeText(*t)) : Table::Cell{});
    row.push_back(Table::cell(t && t->turn ? *t->turn : kNoValue));
    row.push_back(t ? Table::cell(t->increasing ? say("rises") : say("falls")) : Table::Cell{});
    row.push_back(Table::cell(t ? t->r2 : kNoValue));
    row.push_back(Table::cell(tested ? t->smoothR2 : kNoValue));
    row.push_back(Table::cell(tested ? *t->pValue : kNoValue));
    append(row, tested ? t->rise.size : kNoEstimate);
    append(row, tested ? t->fall.size : kNoEstimate);
}

Table relationsTable(const QualityReport& r) {
    Table table{"quality_relations",
                say("Image quality against distance"),
                {"network",
                 "distance",
                 "measure",
                 "title",
                 "images",
                 "identities",
                 "spearman",
                 "spearman_low",
                 "spearman_high",
                 "spearman_p",
                 "kendall",
                 "kendall_low",
                 "kendall_high",
                 "kendall_p",
                 "partial_spearman",
                 "partial_low",
                 "partial_high",
                 "partial_p",
                 "held_fixed",
                 "units",
                 "trend",
                 "turn_percentile",
                 "monotone_direction",
                 "monotone_r2",
                 "smooth_r2",
                 "trend_p",
                 "largest_rise",
                 "largest_rise_low",
                 "largest_rise_high",
                 "largest_fall",
                 "largest_fall_low",
                 "largest_fall_high",
                 "missing"},
                {},
                false};
    for (std::size_t m = 0; m < r.relations.size(); ++m) {
        const DistanceRelation& x = r.relations[m];
        auto& row = table.rows.emplace_back();
        row = {Table::cell(r.network), Table::cell(termFor(r.kind).key), Table::cell(x.measure),
               Table::cell(r.measures[m].title)};
        row.push_back(x.rank ? Table::cell(x.rank->images) : Table::Cell{});
        row.push_back(x.rank ? Table::cell(x.rank->identities) : Table::Cell{});
        append(row, x.rank ? x.rank->spearman : kNoEstimate);
        row.push_back(Table::cell(x.rank ? x.rank->spearmanP : kNoValue));
        append(row, x.rank ? x.rank->kendall : kNoEstimate);
        row.push_back(Table::cell(x.rank ? x.rank->kendallP : kNoValue));
        append(row, x.partial ? x.partial->rho : kNoEstimate);
        row.push_back(Table::cell(x.partial ? x.partial->pValue : kNoValue));
        row.push_back(x.partial ? Table::cell(fmt::format("{}", fmt::join(x.partial->controls, " "))) : Table::Cell{});
        append(row, x.trend);
        row.push_back(Table::cell(fmt::format("{}", fmt::join(x.missing, " "))));
    }
    return table;
}

/// What the units nearest to the origin are like.
Table nearTable(const QualityReport& r) {
    Table table{"quality_near_origin",
                say("The videos and stills nearest to the origin, against the rest"),
                {"network", "measure", "title", "nearest_share", "units", "identities", "poor_from", "poor_is"},
                {},
                false};
    for (const char* figure : {"poor_share_near", "poor_share_rest", "ratio", "difference_of_means"})
        for (const char* part : {"", "_low", "_high"}) table.columns.push_back(fmt::format("{}{}", figure, part));
    table.columns.emplace_back("difference_in_sd");
    for (std::size_t m = 0; m < r.relations.size(); ++m) {
        const QualityMeasureColumn& measure = r.measures[m];
        const auto poor = poorValues({measure.key, measure.values, measure.better, measure.poorLimit});
        for (const NearOrigin& n : r.relations[m].nearest) {
            auto& row = table.rows.emplace_back();
            row = {Table::cell(r.network),
                   Table::cell(measure.key),
                   Table::cell(measure.title),
                   Table::cell(n.share),
                   Table::cell(n.units),
                   Table::cell(n.identities),
                   Table::cell(poor ? poor->limit : kNoValue),
                   Table::cell(!poor         ? Text()
                               : poor->above ? say("or more")
                                             : say("or less"))};
            for (const Estimate& e : {n.poorNear, n.poorRest, n.ratio, n.difference}) append(row, e);
            row.push_back(Table::cell(n.inSd));
        }
    }
    return table;
}

void addCurves(Table& areas, Table& points, const DiscardReport& report, const std::vector<EdcCurve>& curves,
               const char* threshold) {
    for (const EdcCurve& c : curves) {
        areas.add(c.fmrTarget, threshold, c.quality, titleOfQuality(report, c.quality), c.threshold, c.startFnmr,
                  c.pAucStepwise, c.pAucLow, c.pAucHigh, c.pAucLinear, c.pairs, c.withoutQuality);
        for (const EdcPoint& p : c.points) points.add(c.fmrTarget, threshold, c.quality, p.discarded, p.fnmr, p.low, p.high);
    }
}

/// An image by its path, or a template by its id.
struct PairNames {
    const VerificationReport& report;
    const Snapshot& snapshot;
    std::string name(std::int64_t row) const {
        return report.templateIds.empty() ? pathOf(snapshot, row) : report.templateIds[static_cast<std::size_t>(row)];
    }
    std::string identity(std::int64_t row) const {
        if (report.templateIds.empty()) return identityOf(snapshot, row);
        const auto& rows = report.templateRows[static_cast<std::size_t>(row)];
        return rows.empty() ? std::string() : identityOf(snapshot, rows.front());
    }
};

Table scoresTable(const Verification& v) {
    constexpr int kBins = 100;
    Table table{"verification_scores",
                say("Distribution of the scores"),
                {"score_low", "score_high", "genuine", "impostor"},
                {},
                false};
    const double low = v.counts.lowest(), high = v.counts.highest(), step = (high - low) / kBins;
    if (!(step > 0)) return table;
    const auto [genuine, impostor] = v.counts.binned(kBins, low, high);
    for (int b = 0; b < kBins; ++b)
        table.add(low + b * step, low + (b + 1) * step, static_cast<std::int64_t>(genuine[static_cast<std::size_t>(b)]),
                  static_cast<std::int64_t>(impostor[static_cast<std::size_t>(b)]));
    return table;
}

}  // namespace

Table::Cell metricWord(Metric metric) {
    const auto known = std::ranges::find(metrics(), metric, &MetricName::metric);
    return Table::word(known->name, known->title);
}

std::vector<Table> makeTables(const std::vector<TargetReport>& reports) {
    Table figures = predictionTable();
    Table features{"prediction_features",
                   say("Accuracy against the number of features (R² or AUC)"),
                   {"network", "target", "features", "random_mean", "random_low", "random_high", "best"},
                   {},
                   false};
    Table confusion{
        "prediction_confusion", say("Confusion, out of fold"), {"network", "target", "true", "said", "images"}, {}, false};
    for (const TargetReport& r : reports) {
        auto row = predictionRow(r);
        row.resize(figures.columns.size());
        if (!r.missing.empty()) row.back() = Table::cell(r.missing);
        figures.rows.push_back(std::move(row));
        const auto* curve = r.regression       ? &r.regression->featureCurve
                            : r.classification ? &r.classification->featureCurve
                                               : nullptr;
        if (curve != nullptr)
            for (const FeatureCurvePoint& p : *curve)
                features.add(r.network, r.target, p.features, p.random.mean, p.random.low, p.random.high, p.best);
        if (!r.classification) continue;
        for (std::size_t t = 0; t < 2; ++t)
            for (std::size_t s = 0; s < 2; ++s)
                confusion.add(r.network, r.target, r.classes[t], r.classes[s], r.classification->confusion[t][s]);
    }
    return {figures, features, confusion};
}

std::vector<Table> makeTables(const ViewDependenceReport& report) {
    const ViewDependence& v = report.result;
    Table test{"view_test",
               say("View dependence: a property of identities or of features"),
               {"network", "yaw_from", "identities", "features", "constant_features"},
               {},
               false};
    for (const char* figure :
         {"mean_squared_effect", "variance_over_identities", "variance_over_features", "difference", "identities_share"})
        for (const char* part : {"", "_low", "_high"}) test.columns.push_back(fmt::format("{}{}", figure, part));
    for (const char* column : {"any_view_dependence_p", "shuffles", "verdict"}) test.columns.emplace_back(column);
    auto& row = test.rows.emplace_back();
    row = {Table::cell(report.network), Table::cell(report.yawSource), Table::cell(v.identities.size()),
           Table::cell(static_cast<std::int64_t>(v.t.cols())), Table::cell(v.constantFeatures)};
    for (const Estimate& e :
         {v.effects.mean, v.effects.identities, v.effects.features, v.effects.difference, v.effects.share})
        append(row, e);
    row.push_back(Table::cell(v.pValue.value_or(kNoValue)));
    row.push_back(Table::cell(v.permutations));
    row.push_back(Table::cell(termFor(v.owner)));
    Table identities{"view_identities",
                     say("Share of an identity's features with a significant test (grows with the number of images)"),
                     {"identity", "frontal", "profile", "frontal_units", "profile_units", "significant_fraction"},
                     {},
                     false};
    for (std::size_t i = 0; i < v.identities.size(); ++i)
        identities.add(v.identities[i].identity, v.identities[i].frontal.size(), v.identities[i].profile.size(),
                       v.identities[i].frontalUnits, v.identities[i].profileUnits,
                       v.ofIdentity(static_cast<Eigen::Index>(i)));
    Table features{"view_features",
                   say("Share of identities in which a feature's test is significant (grows with the number of images)"),
                   {"feature", "significant_fraction"},
                   {},
                   false};
    for (Eigen::Index j = 0; j < v.ofFeature.size(); ++j) features.add(static_cast<std::int64_t>(j), v.ofFeature(j));
    return {test,
            identities,
            features,
            matrixTable("view_t", say("Welch's t, frontal against profile"), v, v.t),
            matrixTable("view_df", say("Welch–Satterthwaite degrees of freedom"), v, v.df),
            matrixTable("view_p", say("Two-sided p-value"), v, v.p),
            matrixTable("view_adjusted_p", say("p-value adjusted over the features"), v, v.adjusted),
            matrixTable("view_hedges_g", say("Hedges' g, frontal minus profile"), v, v.hedgesG),
            matrixTable("view_squared_effect", say("Squared effect of view, without the part that noise gives it"), v,
                        v.squaredEffect)};
}

std::vector<Table> makeTables(const QualityReport& r, const Snapshot& snapshot) {
    Table medians{
        "quality_medians",
        say("Medians of each measure in bins of the distance"),
        {"network", "measure", "distance_low", "distance_high", "distance_median", "images", "median", "low", "high"},
        {},
        false};
    Table isotonic{"quality_isotonic",
                   say("Monotone fit of each measure to the distance"),
                   {"network", "measure", "distance", "fit"},
                   {},
                   true};
    Table smooth{"quality_smooth",
                 say("Smooth of each measure over the percentiles of the distance"),
                 {"network", "measure", "percentile", "smooth", "low", "high"},
                 {},
                 true};
    for (const DistanceRelation& x : r.relations) {
        for (const MedianBin& b : x.medians)
            medians.add(r.network, x.measure, b.xLow, b.xHigh, b.xMedian, b.rows.size(), b.median.value, b.median.low,
                        b.median.high);
        if (!x.trend) continue;
        // Where the curve is flat its ends say all.
        const auto& t = *x.trend;
        for (std::size_t k = 0; k < t.smooth.size(); ++k)
            smooth.add(r.network, x.measure, 5 * static_cast<int>(k), t.smooth[k].value, t.smooth[k].low, t.smooth[k].high);
        for (std::size_t i = 0; i < t.x.size(); ++i)
            if (i == 0 || i + 1 == t.x.size() || t.y[i] != t.y[i - 1] || t.y[i] != t.y[i + 1])
                isotonic.add(r.network, x.measure, t.x[i], t.y[i]);
    }
    Table mosaics{"quality_mosaics",
                  say("Images at percentiles of the distance, from the origin outwards"),
                  {"network", "percentile", "position", "distance", "path", "identity"},
                  {},
                  false};
    for (std::size_t p = 0; p < r.mosaics.size(); ++p)
        for (std::size_t i = 0; i < r.mosaics[p].size(); ++i) {
            const auto row = r.mosaics[p][i];
            mosaics.add(r.network, r.percentiles[p], i, r.distance[static_cast<std::size_t>(row)], pathOf(snapshot, row),
                        identityOf(snapshot, row));
        }
    return {relationsTable(r), nearTable(r), medians, isotonic, smooth, mosaics};
}

std::vector<Table> makeTables(const DiscardReport& report) {
    Table areas{"edc_areas",
                say("Error versus discard: areas up to the discard limit"),
                {"fmr", "threshold_rule", "quality", "title", "threshold", "fnmr_start", "pauc_stepwise",
                 "pauc_stepwise_low", "pauc_stepwise_high", "pauc_linear", "pairs", "pairs_without_quality"},
                {},
                false};
    Table points{"edc_curves",
                 say("Error versus discard curves"),
                 {"fmr", "threshold_rule", "quality", "discarded", "fnmr", "fnmr_low", "fnmr_high"},
                 {},
                 false};
    addCurves(areas, points, report, report.curves, "fixed");
    addCurves(areas, points, report, report.recomputed, "recomputed");
    return {areas, points};
}

std::vector<Table> makeTables(const VerificationReport& report, const Snapshot& snapshot) {
    const Verification& v = report.result;
    Table figures{"verification",
                  say("How well the features tell identities apart"),
                  {"network",
                   "pairs",
                   "metric",
                   "images",
                   "identities",
                   "genuine_pairs",
                   "impostor_pairs",
                   "missing_pairs",
                   "auc",
                   "auc_low",
                   "auc_high",
                   "eer",
                   "eer_low",
                   "eer_high",
                   "d_prime",
                   "d_prime_low",
                   "d_prime_high",
                   "fold_accuracy",
                   "fold_accuracy_sd",
                   "fold_accuracy_standard_error",
                   "script_accuracy",
                   "script_accuracy_sd",
                   "note"},
                  {},
                  false};
    const bool folds = v.foldAccuracy.count > 0;
    figures.add(report.network, report.pairs, v.givenScores ? Table::cell(say("given scores")) : metricWord(v.metric),
                v.images, v.identities, v.genuinePairs, v.impostorPairs, report.missingPairs, v.auc.value, v.auc.low,
                v.auc.high, v.eer.value, v.eer.low, v.eer.high, v.dPrime.value, v.dPrime.low, v.dPrime.high,
                folds ? v.foldAccuracy.mean : kNoValue, folds ? v.foldAccuracy.sd : kNoValue,
                folds ? v.foldStandardError : kNoValue, v.scriptAccuracy ? v.scriptAccuracy->mean : kNoValue,
                v.scriptAccuracy ? v.scriptAccuracy->sd : kNoValue, fmt::format("{}", fmt::join(v.notes, " ")));
    Table points{"verification_points",
                 say("1 − FNMR at fixed FMR (TAR at a FAR)"),
                 {"network", "fmr_target", "fmr", "threshold", "tar", "tar_low", "tar_high", "resolved"},
                 {},
                 false};
    for (const OperatingPoint& p : v.operatingPoints)
        points.add(report.network, p.fmrTarget, p.fmr, p.threshold, p.tar.value, p.tar.low, p.tar.high, p.resolved);
    Table curve{"verification_curve", say("ROC and DET"), {"threshold", "fmr", "fnmr"}, {}, false};
    for (const CurvePoint& p : v.curve) curve.add(p.threshold, p.fmr, p.fnmr);
    Table worst{
        "verification_worst", say("The worst pairs"), {"kind", "score", "a", "b", "identity_a", "identity_b"}, {}, false};
    const PairNames names{report, snapshot};
    for (const auto* pairs : {&v.worstGenuine, &v.worstImpostor})
        for (const ScoredPair& p : *pairs)
            worst.add(pairs == &v.worstGenuine ? say("genuine") : say("impostor"), p.score, names.name(p.a), names.name(p.b),
                      names.identity(p.a), names.identity(p.b));
    return {figures, points, curve, scoresTable(v), worst};
}

}  // namespace facespace
