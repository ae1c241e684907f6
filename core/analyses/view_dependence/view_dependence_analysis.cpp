#include "core/analyses/view_dependence/view_dependence_analysis.h"

#include <fmt/format.h>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analysis/verdict_text.h"
#include "core/charts/charts.h"
#include "core/charts/words.h"
#include "core/compute/analysis_tables.h"
#include "core/compute/observation_tables.h"

namespace facespace {
namespace {

class ViewsFound : public FindingsOf<ViewDependenceReport> {
  public:
    ViewsFound(const AnalysisRequest& request, ViewDependenceReport report)
        : FindingsOf(viewDependenceAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override {
        auto tables = makeTables(result());
        tables.push_back(makeObservationTables(result(), snapshot()));
        return tables;
    }
    std::vector<std::string> summary() const override;
    std::vector<Text> notes() const override { return result().result.notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;
};

std::vector<std::string> ViewsFound::summary() const {
    const ViewDependence& v = result().result;
    const EffectComponents& e = v.effects;
    std::vector<std::string> lines{
        fmt::format("{} identities with enough images of both views, {} features that vary, yaw from {}",
                    v.identities.size(), v.t.cols() - v.constantFeatures, result().yawSource),
        fmt::format("mean squared effect of view, without chance: {}{}", estimateText(e.mean.value, e.mean.low, e.mean.high),
                    v.pValue ? "; as large under shuffled views: " + pValueText(*v.pValue, v.permutations) : std::string())};
    const auto component = [](const Estimate& c) { return estimateText(c.value, c.low, c.high, 4); };
    if (v.identities.size() > 1)
        lines.push_back(fmt::format("it varies over identities by {}, over features by {}; difference {}: {}",
                                    component(e.identities), component(e.features), component(e.difference),
                                    termFor(v.owner)));
    lines.push_back(
        fmt::format("count of significant tests (grows with the number of images): {:.1f} % of those possible",
                    100 * v.significant.cast<double>().sum() / static_cast<double>((v.t.array() == v.t.array()).count())));
    return lines;
}

Result<figure::Figure> ViewsFound::figure(const FigureRequest& request, const JobContext&) const {
    const ViewDependence& v = result().result;
    report::ViewMapDrawing drawing = viewMapDrawing(valuesFor(request));
    drawing.named = !request.privacy;
    auto figure = request.name == "view-dependence"  ? report::viewHeatMapFigure(v, drawing)
                  : request.name == "view-marginals" ? report::viewMarginalsFigure(v)
                                                     : report::viewTestFigure(v);
    return drawnOr(std::move(figure), say("The test needs two identities with both views, and resamples."));
}

std::vector<Block> ViewsFound::report() const {
    const ViewDependence& v = result().result;
    const EffectComponents& e = v.effects;
    const ViewDependenceOptions o = viewDependenceOptions(values());
    std::vector<Block> blocks;
    blocks.emplace_back(Paragraph{fmt::format(
        "Frontal (|yaw| ≤ {:g}°) against profile (|yaw| ≥ {:g}°), for {} with at least {} images of both and {}. A video is "
        "one observation: its frames are averaged. The squared effect of view in each cell is Cohen's d² without the part "
        "that "
        "noise gives it, so that it does not grow with the number of images.",
        o.frontalDeg, o.profileDeg, report::identitiesText(std::ssize(v.identities)), o.minimum,
        report::counted(v.t.cols() - v.constantFeatures, "feature", "features"))});
    if (v.pValue)
        blocks.emplace_back(Paragraph{fmt::format(
            "On average it is {}; {} that views make no difference, against views shuffled between videos and stills within "
            "every identity.",
            estimateText(e.mean.value, e.mean.low, e.mean.high), pValueText(*v.pValue, v.permutations))});
    for (const auto& note : v.notes) blocks.emplace_back(Caution{note});
    if (v.identities.size() < 2) return blocks;
    const auto component = [](const Estimate& c) { return estimateText(c.value, c.low, c.high, 4); };
    blocks.emplace_back(Paragraph{fmt::format(
        "It varies over identities by {} and over features by {}; the difference is {}: {}. Intervals are 95 %, by "
        "resampling identities and features.",
        component(e.identities), component(e.features), component(e.difference), termFor(v.owner))});
    blocks.emplace_back(
        FigureBlock{report::viewHeatMapFigure(v),
                    "Hedges' g of view for each feature of each identity, both axes sorted by their shares of significant "
                    "tests. Features that do not vary are left out of the shares."});
    blocks.emplace_back(FigureBlock{
        report::viewMarginalsFigure(v),
        fmt::format(
            "The paper's count: share of an identity's features, and of the identities in a feature, whose Welch test "
            "is significant ({} over the features that vary, α = {:g}). It follows the number of images of each "
            "identity, and no verdict rests on it.",
            o.correction == Correction::kBonferroni ? "Bonferroni" : "Benjamini–Hochberg", o.alpha)});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    auto report = computeViewDependence(*request.snapshot, request.scope, viewDependenceOptions(request.values), job);
    if (!report) return forward(report);
    return std::make_shared<ViewsFound>(request, std::move(*report));
}

std::vector<ColumnMeaning> columns() {
    std::vector<ColumnMeaning> all{
        {"view_test", "network", say("Whose features were read"), {}},
        {"view_test", "yaw_from", say("Where yaw comes from"), {}},
        {"view_test", "identities", say("Identities with enough images of both views"), {}},
        {"view_test", "features", say("Features of each image"), {}},
        {"view_test", "constant_features", say("Of these, features that do not vary and are left out"), {}},
        {"view_test", "mean_squared_effect", say("Mean of the unbiased squared effects of view"), say("d²")},
        {"view_test", "mean_squared_effect_low", say("Lower end of its 95 % interval"), say("d²")},
        {"view_test", "mean_squared_effect_high", say("Upper end of that interval"), say("d²")},
        {"view_test", "variance_over_identities", say("Component of variance of the squared effects"), say("d⁴")},
        {"view_test", "variance_over_identities_low", say("Lower end of its 95 % interval"), say("d⁴")},
        {"view_test", "variance_over_identities_high", say("Upper end of that interval"), say("d⁴")},
        {"view_test", "variance_over_features", say("Component of variance of the squared effects"), say("d⁴")},
        {"view_test", "variance_over_features_low", say("Lower end of its 95 % interval"), say("d⁴")},
        {"view_test", "variance_over_features_high", say("Upper end of that interval"), say("d⁴")},
        {"view_test", "difference", say("Component over identities less that over features"), say("d⁴")},
        {"view_test", "difference_low", say("Lower end of its 95 % interval"), say("d⁴")},
        {"view_test", "difference_high", say("Upper end of that interval"), say("d⁴")},
        {"view_test", "identities_share", say("Identities' part of both variances, those below 0 taken as 0"), {}},
        {"view_test", "identities_share_low", say("Lower end of its 95 % interval"), {}},
        {"view_test", "identities_share_high", say("Upper end of that interval"), {}},
        {"view_test",
         "any_view_dependence_p",
         say("Share of shuffles of the views with as large a mean squared effect, (1 + count) / (1 + shuffles); null: views "
             "make no difference to any feature of any identity"),
         {}},
        {"view_test", "shuffles", say("Shuffles that this p-value rests on"), {}},
        {"view_test", "verdict", say("To what view dependence belongs, by the interval of the difference"), {}},
        {"view_identities", "identity", say("The identity"), {}},
        {"view_identities", "frontal", say("Its frontal images"), {}},
        {"view_identities", "profile", say("Its profile images"), {}},
        {"view_identities", "frontal_units", say("Videos and stills that these are"), {}},
        {"view_identities", "profile_units", say("Videos and stills that these are"), {}},
        {"view_identities", "significant_fraction", say("Share of features that vary whose test is significant"), {}},
        {"view_features", "feature", say("Number of the feature, counted from 0 as in the feature files"), {}},
        {"view_features", "significant_fraction", say("Share of identities in which it differs significantly"), {}},
    };
    for (const auto& [table, meaning] : {
             std::pair{"view_t", Phrase("Welch's t of the feature of that number")},
             {"view_df", Phrase("Degrees of freedom of that t (Welch–Satterthwaite)")},
             {"view_p", Phrase("Two-sided p of that t; null: the feature has the same mean in both views of this identity")},
             {"view_adjusted_p", Phrase("The same corrected for the number of features of this identity that vary")},
             {"view_hedges_g", Phrase("Hedges' g of the feature of that number, frontal less profile")},
             {"view_squared_effect",
              Phrase("Squared effect of view on the feature of that number, without the part of noise")},
         }) {
        all.push_back({table, "identity", say("The identity"), {}});
        all.push_back({table, "#", say("{} (features are counted from 0, as in the feature files)", Text(meaning)), {}});
    }
    all.insert(all.end(),
               {{"view_images", "network", say("Whose features were read")},
                {"view_images", "row", say("Number of the image in import order, from 1: its row in the exported features")},
                {"view_images", "path", say("The image, as in the project")},
                {"view_images", "identity", say("Its identity")},
                {"view_images", "unit", say("Number of its unit of observation: the images of one video have the same")},
                {"view_images", "view", say("Frontal or profile")},
                {"view_images", "yaw", say("Its yaw"), say("degrees")}});
    return all;
}

Fields fields() {
    return {
        {.key = "frontal",
         .title = say("Frontal up to |yaw|"),
         .help = say("|yaw| up to this is frontal, degrees"),
         .fallback = 20.0,
         .low = 0,
         .high = 89,
         .decimals = 0,
         .unit = "°"},
        {.key = "profile",
         .title = say("Profile from |yaw|"),
         .help = say("|yaw| from this is profile, degrees"),
         .fallback = 45.0,
         .low = 1,
         .high = 180,
         .decimals = 0,
         .unit = "°"},
        {.key = "minimum",
         .title = say("Images of each view, at least"),
         .help = say("Images of each view that an identity must have"),
         .fallback = std::int64_t{5},
         .low = 2,
         .high = 1'000'000},
        {.key = "alpha",
         .title = say("Significance level"),
         .help = say("Level of significance"),
         .fallback = 0.05,
         .low = 0,
         .high = 1,
         .decimals = 3},
        {.key = "bh",
         .title = say("Benjamini–Hochberg in place of Bonferroni"),
         .help = say("Benjamini–Hochberg over the features in place of Bonferroni"),
         .fallback = false},
        {.key = "resamples",
         .title = say("Resamples"),
         .help = say("Resamples of identities and features for the intervals; 0: none"),
         .fallback = std::int64_t{1000},
         .low = 0,
         .high = 1e6},
        {.key = "permutations",
         .title = say("Permutations"),
         .help = say("Shuffles of frontal and profile; 0: no test"),
         .fallback = std::int64_t{199},
         .low = 0,
         .high = 1e6},
        seedField(say("Seed of the shuffles")),
        {.key = "cells",
         .title = say("Colour"),
         .help = say("view-dependence: what the colour of a cell says"),
         .fallback = std::string("effect"),
         .choices = {{"effect", say("Effect size (Hedges' g)")},
                     {"p", say("Significance (adjusted p)")},
                     {"significant", say("Significant or not")}},
         .drawing = true},
        {.key = "identities-by",
         .title = say("Identities"),
         .help = say("view-dependence: order of the rows"),
         .fallback = std::string("share"),
         .choices = {{"share", say("by share")}, {"name", say("by name")}, {"import", say("as imported")}},
         .drawing = true},
        {.key = "features-by",
         .title = say("Features"),
         .help = say("view-dependence: order of the columns"),
         .fallback = std::string("share"),
         .choices = {{"share", say("by share")}, {"number", say("by number")}},
         .drawing = true},
    };
}

}  // namespace

ViewDependenceOptions viewDependenceOptions(const Values& values) {
    ViewDependenceOptions o;
    o.frontalDeg = values.number("frontal");
    o.profileDeg = values.number("profile");
    o.minimum = values.whole("minimum");
    o.alpha = values.number("alpha");
    o.correction = values.flag("bh") ? Correction::kBenjaminiHochberg : Correction::kBonferroni;
    o.bootstrap = values.whole("resamples");
    o.permutations = values.whole("permutations");
    o.seed = static_cast<std::uint64_t>(values.get<std::int64_t>("seed"));
    return o;
}

report::ViewMapDrawing viewMapDrawing(const Values& values) {
    using Drawing = report::ViewMapDrawing;
    const std::string &cells = values.text("cells"), &rows = values.text("identities-by");
    Drawing drawing;
    drawing.cells = cells == "effect" ? Drawing::Cells::kEffect
                    : cells == "p"    ? Drawing::Cells::kP
                                      : Drawing::Cells::kSignificant;
    drawing.identities = rows == "share"  ? Drawing::Order::kShare
                         : rows == "name" ? Drawing::Order::kName
                                          : Drawing::Order::kGiven;
    drawing.features = values.text("features-by") == "share" ? Drawing::Order::kShare : Drawing::Order::kGiven;
    return drawing;
}

const Analysis& viewDependenceAnalysis() {
    static const Analysis analysis{
        .key = "view-dependence",
        .title = say("View-dependent or view-invariant"),
        .name = say("View dependence"),
        .question =
            "Test for each identity and feature whether frontal and profile images differ, and whether that belongs "
            "to identities or features",
        .meaning =
            say("Whether a feature differs between frontal and profile images of a person, and whether that belongs to "
                "people or to features: squared effects (Cohen's d² without chance; 0 is none) and Welch's t-tests."),
        .manual = "view-dependence#What it computes",
        .fields = fields(),
        .figures =
            {{"view-dependence", say("Identities by features"), true,
              say("A row for each identity, a column for each feature: the effect of view (Hedges' g, frontal minus "
                  "profile) or where Welch's t-test is significant.")},
             {"view-marginals", say("Shares of significant tests"), false,
              say("The share of significant tests of each feature and of each identity, the largest first. It grows with "
                  "the number of images.")},
             {"view-test", say("Identities against features"), false,
              say("Variance of the squared effects over identities minus that over features, resampled (pigeonhole "
                  "bootstrap): right of 0 identities vary more; where the middle 95 % hold 0 the images cannot tell.")}},
        .columns = columns(),
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
