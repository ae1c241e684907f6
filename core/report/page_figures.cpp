#include "core/report/page_figures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/report/charts.h"
#include "core/report/trust_figure.h"

namespace facespace::report {
namespace {

constexpr double kNarrowMm = 120;  ///< Two panels side by side need more than this.
/// More panels than this below each other are drawn lower, for a figure must fit on a page with its caption.
constexpr std::size_t kRowsOfAPage = 3;
constexpr double kPageHeightMm = 225;
constexpr std::size_t kAllDots = 1'000'000;

/// What the targets that could not be read lack.
std::string lackOf(const std::vector<TargetReport>& reports) {
    std::string all;
    for (const TargetReport& r : reports)
        if (!r.missing.empty() && all.find(r.missing) == std::string::npos) all += (all.empty() ? "" : " ") + r.missing;
    return all;
}

Result<figure::Figure> drawn(figure::Figure figure, const std::string& why = {}) {
    if (figure.charts.empty()) return fail(ErrorCode::kInvalid, why.empty() ? "There is nothing to draw." : why);
    return figure;
}

Result<void> knows(const std::vector<QualityMeasureColumn>& measures, const std::string& key) {
    std::string keys;
    for (const QualityMeasureColumn& m : measures) {
        if (m.key == key) return {};
        keys += (keys.empty() ? "" : ", ") + m.key;
    }
    if (key.empty()) return {};
    return fail(ErrorCode::kNotFound,
                fmt::format("There is no measure “{}”; there are: {}.", key, keys.empty() ? "none" : keys));
}

struct Request {
    const Snapshot& snapshot;
    const PageFigure& page;
    const AnalysisScope& scope;
    const AnalysisOptions& options;
    const PageFigureChoices& choices;
    const JobContext& job;
};

Result<figure::Figure> drawPrediction(const Request& r) {
    const auto reports = predictionOf(r.snapshot, r.scope, r.options.prediction, r.job);
    if (!reports) return forward(reports);
    return drawn(figureOf(r.page.name, *reports), lackOf(*reports));
}

Result<figure::Figure> drawViews(const Request& r) {
    const auto report = viewDependenceOf(r.snapshot, r.scope, r.options.views, r.job);
    if (!report) return forward(report);
    return drawn(figureOf(r.page.name, report->result, r.choices.suspects.privacy),
                 "The test needs shuffles of frontal and profile.");
}

Result<figure::Figure> drawQuality(const Request& r) {
    const auto report = qualityOf(r.snapshot, r.scope, r.options.quality, r.job);
    if (!report) return forward(report);
    if (auto known = knows(report->measures, r.choices.measure); !known) return forward(known);
    std::string why = fmt::format("{}", fmt::join(report->missing, " "));
    if (report->unitLength) why = "All features have the same length: there is no distance to draw.";
    return drawn(figureOf(r.page.name, *report, r.choices), why);
}

Result<figure::Figure> drawDiscard(const Request& r) {
    VerificationAnalysisOptions pairs;
    pairs.verification.fmrTargets = r.options.discard.edc.fmrTargets;
    pairs.verification.bootstrap = pairs.verification.worstPairs = 0;
    const auto verified = verificationOf(r.snapshot, r.scope, pairs, r.job);
    if (!verified) return forward(verified);
    DiscardOptions options = r.options.discard;
    options.recomputed = r.choices.recomputed;
    const auto report = discardOf(r.snapshot, r.scope, verified->result, options, r.job);
    if (!report) return forward(report);
    return drawn(figureOf(*report, options.edc.discardLimit, r.choices), fmt::format("{}", fmt::join(report->missing, " ")));
}

Result<figure::Figure> drawVerification(const Request& r) {
    const auto report = verificationOf(r.snapshot, r.scope, r.options.verification, r.job);
    if (!report) return forward(report);
    return drawn(figureOf(r.page.name, report->result), "No error rate lies between 0 and 1: there is no curve to draw.");
}

Result<figure::Figure> drawSuspects(const Request& r) {
    const auto suspects = suspectsOf(r.snapshot, r.scope, r.options.suspects, r.job);
    if (!suspects) return forward(suspects);
    return suspectsFigure(r.snapshot, *suspects, r.choices.suspects, r.job);
}

/// Has two networks of its own.
Result<figure::Figure> drawComparison(const Request& r, const std::string& filter) {
    const auto spaces = spacesNamed(r.snapshot, r.choices.first, r.choices.second);
    if (!spaces) return forward(spaces);
    const CompareOptions options{spaces->first, spaces->second, r.scope.rows, r.options.compare.k};
    const auto comparison = compareSpaces(r.snapshot, options, r.job);
    if (!comparison) return forward(comparison);
    auto figure = compareFigure(r.snapshot, *comparison, r.choices.compare);
    if (!figure) return figure;
    const FeatureSet* first = r.snapshot.featureSet(comparison->firstNetwork);
    addProvenance(*figure, r.snapshot, first == nullptr ? std::string() : first->network.name, r.page, r.options,
                  filter.empty() ? "all" : filter);
    return figure;
}

/// Of the map's own network.
Result<figure::Figure> drawTrust(const Request& r) {
    auto figure = trustFigure(r.snapshot, r.choices.map);
    if (!figure) return figure;
    addProvenance(*figure, r.snapshot, networkOfTrust(r.snapshot, r.choices.map), r.page, r.options, "all");
    return figure;
}

Result<figure::Figure> drawProbe(const Request& r) {
    const ProbeChoices& probe = r.choices.probe;
    if (!probe.row) return fail(ErrorCode::kInvalid, "The figure needs an image to probe; name it with “--image”.");
    ProbeOptions options = probe.options;
    options.network = r.scope.network;
    // The caller's snapshot outlives the prober.
    const std::shared_ptr<const Snapshot> snapshot(std::shared_ptr<void>(), &r.snapshot);
    const auto prober = Prober::open(snapshot, options, r.job);
    if (!prober) return forward(prober);
    const auto series = probeAlong(**prober, *probe.row, probe.sweep, probe.base, r.job);
    if (!series) return forward(series);
    auto figure = probeFigure(r.snapshot, *series, probe.figure);
    if (!figure) return figure;
    addProvenance(*figure, r.snapshot, (*prober)->network().name, r.page, r.options, "1");
    return figure;
}

}  // namespace

const std::vector<PageFigure>& pageFigures() {
    static const std::vector<PageFigure> all{
        {"agreement", "Labelled against predicted", "prediction"},
        {"prediction", "New identities beside random splits", "prediction"},
        {"feature-curve", "How many features it takes", "prediction"},
        {"view-dependence", "Identities by features", "view_dependence"},
        {"view-marginals", "Shares of significant cells", "view_dependence"},
        {"view-test", "Identities against features", "view_dependence"},
        {"quality", "Quality over distance", "quality"},
        {"correlations", "Rank correlations with the distance", "quality"},
        {"edc", "Error versus discard", "error_versus_discard"},
        {"scores", "Scores", "verification"},
        {"roc", "ROC", "verification"},
        {"det", "DET", "verification"},
        {"suspects", "Labels that look wrong", "suspects"},
        {"compare", "Two spaces of the same images", "compare"},
        {"probe", "A face made worse", "probe"},
        {"map-trust", "How far the map can be trusted", "trust"},
    };
    return all;
}

const PageFigure* pageFigure(const std::string& name) {
    const auto found = std::ranges::find(pageFigures(), name, [](const PageFigure& p) { return std::string(p.name); });
    return found == pageFigures().end() ? nullptr : &*found;
}

figure::Figure figureOf(const std::string& name, const std::vector<TargetReport>& reports) {
    if (name == "prediction") return predictionFigure(reports);
    return name == "agreement" ? agreementFigure(reports, kAllDots) : featureCurveFigure(reports);
}

figure::Figure figureOf(const std::string& name, const ViewDependence& v, bool privacy) {
    if (name == "view-dependence") return viewHeatMapFigure(v, !privacy);
    return name == "view-marginals" ? viewMarginalsFigure(v) : viewTestFigure(v);
}

figure::Figure figureOf(const std::string& name, const QualityReport& report, const PageFigureChoices& choices) {
    if (report.relations.empty()) return {};
    return name == "quality" ? distanceQualityFigure(report, choices.measure) : correlationFigure(report);
}

figure::Figure figureOf(const DiscardReport& report, double limit, const PageFigureChoices& choices) {
    return discardFigure(report, {limit, choices.fmr, choices.measure, choices.recomputed, choices.logarithmic});
}

figure::Figure figureOf(const std::string& name, const Verification& v) {
    if (name == "scores") return scoreFigure(v);
    return name == "roc" ? rocFigure(v) : detFigure(v);
}

Result<figure::Figure> drawPageFigure(const Snapshot& snapshot, const std::string& name, const AnalysisScope& scope,
                                      const std::string& filter, const AnalysisOptions& options,
                                      const PageFigureChoices& choices, const JobContext& job) {
    const PageFigure* page = pageFigure(name);
    if (page == nullptr) return fail(ErrorCode::kNotFound, fmt::format("There is no figure “{}”.", name));
    const Request request{snapshot, *page, scope, options, choices, job};
    const std::string analysis = page->analysis;
    if (analysis == "compare") return drawComparison(request, filter);
    if (analysis == "trust") return drawTrust(request);
    if (analysis == "probe") return drawProbe(request);
    const auto input = gather(snapshot, scope);
    if (!input) return forward(input);
    auto figure = analysis == "prediction"        ? drawPrediction(request)
                  : analysis == "view_dependence" ? drawViews(request)
                  : analysis == "quality"         ? drawQuality(request)
                  : analysis == "verification"    ? drawVerification(request)
                  : analysis == "suspects"        ? drawSuspects(request)
                                                  : drawDiscard(request);
    if (!figure) return figure;
    addProvenance(*figure, snapshot, input->network(), *page, options, filter.empty() ? "all" : filter);
    return figure;
}

void addProvenance(figure::Figure& figure, const Snapshot& snapshot, const std::string& network, const PageFigure& page,
                   const AnalysisOptions& options, const std::string& images) {
    const FeatureSet* set = snapshot.featureSet(network);
    auto all = nlohmann::ordered_json::parse(options.json());
    all["compare"] = {{"neighbours", options.compare.k}};
    const auto own = std::move(figure.provenance);
    figure.provenance = {{"Software", "FaceSpace"},
                         {"Project", snapshot.projectFile.filename().string()},
                         {"Network", network},
                         {"Network SHA-256", weightsForFile(set == nullptr ? NetworkRecord{} : set->network)},
                         {"Figure", page.name}};
    if (all.contains(page.analysis)) {
        figure.provenance.emplace_back("Seed", fmt::format("{}", options.prediction.experiment.seed));
        figure.provenance.emplace_back("Parameters", all.at(page.analysis).dump());
    }
    figure.provenance.emplace_back("Images", images);
    figure.provenance.insert(figure.provenance.end(), own.begin(), own.end());
}

void fitTo(figure::Figure& figure, double widthMm, double heightMm, const figure::Style& style, figure::LegendPlace legend) {
    const bool narrower = widthMm < figure.widthMm;
    const bool byRows = !figure.charts.empty() && figure.charts.front().y.scale == figure::Scale::kCategory;
    if (widthMm < kNarrowMm) figure.columns = 1;
    if (heightMm > 0 || (narrower && !byRows)) figure.heightMm = heightMm;
    const std::size_t below = figure.columns == 1 ? figure.charts.size() : 1;
    if (narrower && !(heightMm > 0) && below > kRowsOfAPage) figure.heightMm = kPageHeightMm;
    figure.widthMm = widthMm;
    figure.style = style;
    for (figure::Chart& chart : figure.charts) {
        if (legend != figure::LegendPlace::kAuto)
            chart.legend.place = legend;
        else if (widthMm < kNarrowMm && chart.legend.bar)
            chart.legend.place = figure::LegendPlace::kBelow;
    }
}

}  // namespace facespace::report
