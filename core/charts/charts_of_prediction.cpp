#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/charts.h"
#include "core/common/numbers.h"
#include "core/view/colouring.h"

namespace facespace::report {
namespace {

using namespace figure;
constexpr std::size_t kMostAgreements = 4;
constexpr double kRoom = 0.035;  ///< Beyond the outermost points, of the range.

/// The figure of one half of the experiment: R² of numbers or AUC of classes, both kinds of splits.
struct Compared {
    std::vector<facespace::Text> names;
    Bars folds{{}, {}, {}, say("identities apart"), Tone::kAccent}, random{{}, {}, {}, say("random images"), Tone::kSeries2};
    std::vector<double> shuffled;
    void add(const facespace::Text& name, const Estimate& e, const Spread& s, const std::optional<PermutationBaseline>& b) {
        names.push_back(name);
        folds.heights.push_back(e.value), folds.low.push_back(e.low), folds.high.push_back(e.high);
        const bool any = s.count > 0;
        random.heights.push_back(any ? s.mean : kNoValue), random.low.push_back(any ? s.low : kNoValue);
        random.high.push_back(any ? s.high : kNoValue);
        shuffled.push_back(b ? b->figure.high : kNoValue);
    }
};

void addPanel(Figure& figure, const Compared& compared, const facespace::Text& title) {
    if (compared.names.empty()) return;
    Chart& chart = figure.add();
    chart.x.scale = Scale::kCategory;
    chart.x.names = compared.names;
    chart.y.title = title;
    chart.y.fromZero = true;
    chart.layers.emplace_back(compared.folds);
    chart.layers.emplace_back(compared.random);
    Scatter shuffled;
    for (std::size_t i = 0; i < compared.shuffled.size(); ++i) {
        shuffled.x.push_back(static_cast<double>(i));
        shuffled.y.push_back(compared.shuffled[i]);
    }
    shuffled.label = say("shuffled labels, 97.5th percentile");
    shuffled.colour = Tone::kText;
    shuffled.radius = 1.6;
    shuffled.alpha = 1;
    chart.layers.emplace_back(std::move(shuffled));
    chart.legend.place = LegendPlace::kBelow;
}

void addCurves(Chart& chart, const TargetReport& r, const std::vector<FeatureCurvePoint>& curve) {
    Line random, best;
    for (const FeatureCurvePoint& p : curve) {
        random.x.push_back(p.features), best.x.push_back(p.features);
        random.y.push_back(p.random.mean), random.low.push_back(p.random.low), random.high.push_back(p.random.high);
        best.y.push_back(p.best);
    }
    random.colour = best.colour = seriesTone(chart.layers.size() / 2);
    best.label = targetTitle(r.target);
    best.width = 1.4;
    random.dash = {3, 2};
    random.pointing.name = say("{}, random", best.label);
    random.pointing.picks = best.pointing.picks = true;
    chart.layers.emplace_back(std::move(random));
    chart.layers.emplace_back(std::move(best));
}

}  // namespace

facespace::Text targetTitle(const std::string& target) {
    if (target == "yaw") return Phrase("Yaw");
    if (target == "pitch") return Phrase("Pitch");
    if (target == "roll") return Phrase("Roll");
    if (target == "abs_yaw") return Phrase("Absolute yaw");
    if (target == "pitch_centred") return Phrase("Pitch centred");
    if (target == "media") return Phrase("Still or video");
    return target;
}

figure::Figure predictionFigure(const std::vector<TargetReport>& reports) {
    Compared numbers, classes;
    for (const TargetReport& r : reports)
        if (r.regression)
            numbers.add(targetTitle(r.target), r.regression->r2, r.regression->randomR2, r.regression->baseline);
        else if (r.classification)
            classes.add(targetTitle(r.target), r.classification->auc, r.classification->randomAuc,
                        r.classification->baseline);
    Figure figure = newFigure(2, 70);
    addPanel(figure, numbers, say("R², out of fold"));
    addPanel(figure, classes, say("AUC, out of fold"));
    return figure;
}

figure::Chart agreementChart(const TargetReport& report, std::size_t mostDots) {
    Chart chart;
    chart.title = targetTitle(report.target);
    chart.x.title = withUnit(say("Labelled"), report.unit);
    chart.y.title = withUnit(say("Predicted"), report.unit);
    Scatter dots;
    dots.byDensity = true;
    dots.pointing.picks = true;
    const auto& predicted = report.regression->identityFolds.outOfFold;
    const std::size_t step = std::max<std::size_t>(1, (report.labels.size() + mostDots - 1) / mostDots);
    for (std::size_t i = 0; i < report.labels.size(); i += step)
        if (std::isfinite(report.labels[i]) && std::isfinite(predicted[i])) {
            dots.x.push_back(report.labels[i]);
            dots.y.push_back(static_cast<double>(predicted[i]));
            dots.rows.add(static_cast<int>(i));
        }
    // One range for both axes, so that predictions drawn towards the middle look it.
    if (!dots.x.empty()) {
        const auto [left, right] = std::ranges::minmax(dots.x);
        const auto [lower, upper] = std::ranges::minmax(dots.y);
        const double low = std::min(left, lower), high = std::max(right, upper), room = kRoom * (high - low);
        if (high > low) {
            chart.x.low = chart.y.low = low - room;
            chart.x.high = chart.y.high = high + room;
        }
    }
    chart.layers.emplace_back(std::move(dots));
    chart.layers.emplace_back(Diagonal{});
    chart.squareUnits = true;
    return chart;
}

figure::Figure agreementFigure(const std::vector<TargetReport>& reports, std::size_t mostDots) {
    Figure figure = newFigure(2, 85);
    for (const TargetReport& r : reports) {
        // The absolute yaw repeats what the yaw shows.
        const bool repeats = r.target == "abs_yaw" && !figure.charts.empty();
        if (r.regression && !repeats && figure.charts.size() < kMostAgreements)
            figure.charts.push_back(agreementChart(r, mostDots));
    }
    figure.heightMm *= std::ceil(static_cast<double>(std::max<std::size_t>(1, figure.charts.size())) / 2);
    return figure;
}

std::vector<figure::Chart> featureCurveCharts(const std::vector<const TargetReport*>& reports) {
    Chart numbers, classes;
    for (const TargetReport* r : reports) {
        if (r->regression && !r->regression->featureCurve.empty()) addCurves(numbers, *r, r->regression->featureCurve);
        if (r->classification && !r->classification->featureCurve.empty())
            addCurves(classes, *r, r->classification->featureCurve);
    }
    std::vector<Chart> charts;
    for (Chart* chart : {&numbers, &classes}) {
        if (chart->layers.empty()) continue;
        chart->x.title = say("Number of features");
        chart->x.scale = Scale::kLog;
        chart->y.title = chart == &numbers ? say("R², out of fold") : say("AUC, out of fold");
        if (chart == &numbers) chart->y.low = 0;  // far below zero there is nothing to see
        chart->footnote = say("Dashed: random features, with their range.");
        chart->legend.place = LegendPlace::kBelow;
        charts.push_back(std::move(*chart));
    }
    return charts;
}

figure::Figure featureCurveFigure(const std::vector<TargetReport>& reports) {
    std::vector<const TargetReport*> all;
    for (const TargetReport& r : reports) all.push_back(&r);
    Figure figure = newFigure(2, 75);
    figure.charts = featureCurveCharts(all);
    return figure;
}

}  // namespace facespace::report
