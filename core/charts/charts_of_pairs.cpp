#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/charts.h"
#include "core/figure/bins.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr std::size_t kBins = 80, kMarginBins = 60;
constexpr Phrase kFmr = Phrase("False match rate (FMR)");

/// As a density, so that few genuine and many impostor pairs can be compared.
Histogram density(const std::vector<std::uint64_t>& counts, double low, double high, facespace::Text label, Tone tone) {
    Histogram histogram;
    histogram.label = std::move(label);
    histogram.colour = tone;
    histogram.pointing.picks = true;
    double all = 0;
    for (const auto c : counts) all += static_cast<double>(c);
    const double step = (high - low) / static_cast<double>(counts.size());
    for (std::size_t b = 0; b <= counts.size(); ++b) histogram.edges.push_back(low + static_cast<double>(b) * step);
    for (const auto c : counts) histogram.counts.push_back(all > 0 ? static_cast<double>(c) / all / step : 0);
    return histogram;
}

Phrase scoreTitle(Metric metric) {
    if (metric == Metric::kEuclidean) return Phrase("Minus the distance of the two features");
    return metric == Metric::kCosine ? Phrase("Cosine of the two features") : Phrase("Cosine of the two centred features");
}

/// The lowest false match rate that the pairs can tell, rounded down to a power of ten.
double leastRate(std::int64_t pairs) {
    return std::pow(10, -std::ceil(std::log10(std::max<double>(10, static_cast<double>(pairs)))));
}

/// Where the false match rate is as asked, with intervals as whiskers.
void addOperatingPoints(Chart& chart, const Verification& v, bool matched) {
    Scatter points;
    points.label = say("at fixed false match rates, 95 % interval");
    points.colour = Tone::kSeries2;
    points.radius = 1.8;
    points.alpha = 1;
    points.pointing.picks = true;
    for (const OperatingPoint& p : v.operatingPoints) {
        if (!p.resolved || !(p.fmr > 0)) continue;
        const auto rate = [&](double tar) { return matched ? tar : 1 - tar; };
        // A probit axis has no place for 0 and 1.
        if (!std::isfinite(onScale(chart.y.scale, rate(p.tar.value)))) continue;
        points.x.push_back(p.fmrTarget);
        points.y.push_back(rate(p.tar.value));
        Line whisker;
        whisker.x = {p.fmrTarget, p.fmrTarget};
        whisker.y = {rate(p.tar.low), rate(p.tar.high)};
        whisker.colour = points.colour;
        if (std::ranges::all_of(whisker.y, [&](double y) { return std::isfinite(onScale(chart.y.scale, y)); }))
            chart.layers.emplace_back(std::move(whisker));
    }
    if (!points.x.empty()) chart.layers.emplace_back(std::move(points));
}

Line curve() {
    Line line;
    line.colour = Tone::kAccent;
    line.width = 1.4;
    line.pointing.picks = true;
    return line;
}

}  // namespace

Chart scoreChart(const Verification& v) {
    const double low = v.counts.lowest(), high = v.counts.highest();
    if (!(high > low)) return {};
    const auto [genuine, impostor] = v.counts.binned(kBins, low, high);
    Chart chart;
    chart.x.title = scoreTitle(v.metric);
    chart.y.title = say("Density");
    chart.y.fromZero = true;
    chart.layers.emplace_back(
        density(impostor, low, high, say("different identities ({})", grouped(v.impostorPairs)), Tone::kMuted));
    chart.layers.emplace_back(
        density(genuine, low, high, say("same identity ({})", grouped(v.genuinePairs)), Tone::kAccent));
    chart.layers.emplace_back(Rule{true, v.eerThreshold, say("equal error")});
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

Chart rocChart(const Verification& v) {
    Line roc = curve();
    for (const CurvePoint& p : v.curve)
        if (p.fmr > 0) roc.x.push_back(p.fmr), roc.y.push_back(1 - p.fnmr);
    Chart chart;
    chart.x.title = kFmr;
    chart.x.brief = say("FMR");
    chart.x.scale = Scale::kLog;
    chart.x.low = leastRate(v.impostorPairs);
    chart.x.high = 1;
    chart.y.title = say("1 − FNMR (true accept rate)");
    double least = 1;
    for (std::size_t i = 0; i < roc.x.size(); ++i)
        if (roc.x[i] >= *chart.x.low) least = std::min(least, roc.y[i]);
    // Without an error there is no range to draw.
    chart.y.low = least > 0.5 ? std::min(0.9, std::floor(least * 20 - 0.2) / 20) : 0;
    chart.y.high = 1 + 0.01 * (1 - *chart.y.low);
    chart.layers.emplace_back(std::move(roc));
    addOperatingPoints(chart, v, true);
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

std::optional<Chart> detChart(const Verification& v) {
    Line det = curve();
    for (const CurvePoint& p : v.curve)
        if (p.fmr > 0 && p.fmr < 1 && p.fnmr > 0 && p.fnmr < 1) det.x.push_back(p.fmr), det.y.push_back(p.fnmr);
    if (det.x.size() < 2) return std::nullopt;
    Chart chart;
    chart.x.title = kFmr;
    chart.x.brief = say("FMR");
    chart.y.title = say("False non-match rate (FNMR)");
    chart.y.brief = say("FNMR");
    chart.x.scale = chart.y.scale = Scale::kProbit;
    chart.layers.emplace_back(std::move(det));
    addOperatingPoints(chart, v, false);
    chart.layers.emplace_back(Diagonal{.label = say("equal error"), .colour = Tone::kMuted});
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

facespace::Text noErrorRates() { return say("No error rate lies between 0 and 1: there is no curve to draw."); }

Chart suspectMarginsChart(const Suspects& suspects) {
    const std::vector<double> margins(suspects.margins.begin(), suspects.margins.end());
    double low = INFINITY, high = -INFINITY;
    for (const double m : margins)
        if (std::isfinite(m)) low = std::min(low, m), high = std::max(high, m);
    if (!(low <= high)) return {};
    Chart chart;
    chart.x.title = say("Margin (cosine)");
    chart.y.title = say("Images");
    chart.y.ticks.whole = true;
    chart.y.scale = Scale::kLog;
    chart.y.low = 0.8;
    Histogram all = histogramOf(margins, low, high, kMarginBins, true);
    all.label = say("images judged");
    all.colour = Tone::kAccent;
    all.pointing.picks = true;
    chart.y.high = 1.4 * std::max(1.0, std::ranges::max(all.counts));
    chart.layers.emplace_back(std::move(all));
    if (low < 0 && high > 0) chart.layers.emplace_back(Rule{true, 0, say("as near to both")});
    chart.legend.place = LegendPlace::kNone;
    return chart;
}

Figure scoreFigure(const Verification& v) {
    Chart chart = scoreChart(v);
    if (chart.layers.empty()) return {};
    Figure figure = newFigure(1, 60);
    figure.charts.push_back(std::move(chart));
    return figure;
}

Figure suspectMarginsFigure(const Suspects& suspects) {
    Chart chart = suspectMarginsChart(suspects);
    if (chart.layers.empty()) return {};
    Figure figure = newFigure(1, 60);
    figure.charts.push_back(std::move(chart));
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
    figure.charts.back().title = say("ROC");
    if (const auto det = detChart(v)) figure.charts.push_back(*det);
    if (figure.charts.size() > 1) figure.charts.back().title = say("DET");
    return figure;
}

}  // namespace facespace::report
