#include <fmt/format.h>
#include <cmath>
#include <optional>

#include "core/report/chart_file.h"
#include "core/report/charts.h"

namespace facespace::report {
namespace {

using namespace figure;

/// As a density, so that few genuine and many impostor pairs can be compared.
Histogram density(const std::vector<std::uint64_t>& counts, double low, double high, const std::string& label) {
    Histogram histogram;
    histogram.label = label;
    double all = 0;
    for (const auto c : counts) all += static_cast<double>(c);
    const double step = (high - low) / static_cast<double>(counts.size());
    for (std::size_t b = 0; b <= counts.size(); ++b) histogram.edges.push_back(low + static_cast<double>(b) * step);
    for (const auto c : counts) histogram.counts.push_back(all > 0 ? static_cast<double>(c) / all / step : 0);
    return histogram;
}

const char* scoreTitle(PairMetric metric) {
    return metric == PairMetric::kCosine ? "Cosine of the two features" : "Minus the distance of the two features";
}

/// Where the false accept rate is as asked, with intervals as whiskers.
void addOperatingPoints(Chart& chart, const Verification& v, bool accepted) {
    Scatter points;
    points.label = "at fixed false accept rates, 95 % interval";
    points.colour = classColours()[1];
    points.radius = 1.8;
    points.alpha = 1;
    for (const OperatingPoint& p : v.operatingPoints) {
        if (!p.resolved || !(p.fmr > 0)) continue;
        const auto rate = [&](double tar) { return accepted ? tar : 1 - tar; };
        points.x.push_back(p.fmrTarget);
        points.y.push_back(rate(p.tar.value));
        Line whisker;
        whisker.x = {p.fmrTarget, p.fmrTarget};
        whisker.y = {rate(p.tar.low), rate(p.tar.high)};
        whisker.colour = points.colour;
        if (std::isfinite(p.tar.low)) chart.layers.emplace_back(std::move(whisker));
    }
    if (!points.x.empty()) chart.layers.emplace_back(std::move(points));
}

Chart rocChart(const Verification& v) {
    Line roc;
    for (const CurvePoint& p : v.curve)
        if (p.fmr > 0) roc.x.push_back(p.fmr), roc.y.push_back(1 - p.fnmr);
    Chart chart;
    chart.x.title = "False accept rate";
    chart.x.scale = Scale::kLog;
    chart.y.title = "True accept rate";
    // Without an error there is no range to draw, and nothing above 1.
    if (std::ranges::all_of(roc.y, [](double rate) { return rate >= 1; })) chart.y.low = 0.9, chart.y.high = 1;
    chart.layers.emplace_back(std::move(roc));
    addOperatingPoints(chart, v, true);
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

/// Normal deviates on both axes (Martin et al. 1997); nothing if no error rate lies between 0 and 1.
std::optional<Chart> detChart(const Verification& v) {
    Line det;
    for (const CurvePoint& p : v.curve)
        if (p.fmr > 0 && p.fmr < 1 && p.fnmr > 0 && p.fnmr < 1) det.x.push_back(p.fmr), det.y.push_back(p.fnmr);
    if (det.x.size() < 2) return std::nullopt;
    Chart chart;
    chart.x.title = "False match rate";
    chart.y.title = "False non-match rate";
    chart.x.scale = chart.y.scale = Scale::kProbit;
    chart.layers.emplace_back(std::move(det));
    chart.layers.emplace_back(Diagonal{});
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

}  // namespace

Figure scoreFigure(const Verification& v) {
    const double low = v.counts.lowest(), high = v.counts.highest();
    if (!(high > low)) return {};
    const auto [genuine, impostor] = v.counts.binned(80, low, high);
    Figure figure = newFigure(1, 60);
    Chart& chart = figure.add();
    chart.x.title = scoreTitle(v.metric);
    chart.y.title = "Density";
    chart.y.fromZero = true;
    chart.layers.emplace_back(
        density(impostor, low, high, fmt::format("different identities ({})", grouped(v.impostorPairs))));
    chart.layers.emplace_back(density(genuine, low, high, fmt::format("same identity ({})", grouped(v.genuinePairs))));
    chart.layers.emplace_back(Rule{true, v.eerThreshold, "equal error", {2, 2}});
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

Figure rocFigure(const Verification& v) {
    Figure figure = newFigure(1, 90);
    figure.charts.push_back(rocChart(v));
    return figure;
}

Figure detFigure(const Verification& v) {
    const auto det = detChart(v);
    if (!det) return {};
    Figure figure = newFigure(1, 90);
    figure.charts.push_back(*det);
    return figure;
}

Figure rocAndDetFigure(const Verification& v) {
    Figure figure = newFigure(2, 80);
    figure.charts.push_back(rocChart(v));
    figure.charts.back().title = "ROC";
    if (const auto det = detChart(v)) figure.charts.push_back(*det);
    if (figure.charts.size() > 1) figure.charts.back().title = "DET";
    return figure;
}

}  // namespace facespace::report
