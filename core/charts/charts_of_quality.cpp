#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/charts/chart_file.h"
#include "core/charts/charts.h"
#include "core/figure/bins.h"
#include "core/view/colouring.h"

namespace facespace::report {
namespace {

using namespace figure;
constexpr std::size_t kMostTrends = 6, kMostBars = 24;

/// Relations with a rank correlation, the strongest first.
std::vector<std::size_t> byStrength(const QualityReport& report) {
    std::vector<std::size_t> order;
    for (std::size_t m = 0; m < report.relations.size(); ++m)
        if (report.relations[m].rank) order.push_back(m);
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::size_t m) { return std::abs(report.relations[m].rank->spearman.value); });
    return order;
}

/// Medians of bins with their intervals.
Line mediansOf(const DistanceRelation& r) {
    Line medians;
    medians.dots = true;
    medians.colour = Tone::kAlert;
    for (const MedianBin& bin : r.medians) {
        medians.x.push_back(bin.xMedian);
        medians.y.push_back(bin.median.value);
        medians.low.push_back(bin.median.low);
        medians.high.push_back(bin.median.high);
        medians.rows.add(bin.rows);
    }
    medians.width = 1.2;
    medians.pointing.picks = true;
    if (std::ranges::any_of(medians.low, [](double v) { return std::isnan(v); })) medians.low.clear(), medians.high.clear();
    return medians;
}

/// The monotone curve of least squares, without the points inside its flat parts.
Line fitOf(const Trend& trend) {
    Line fit;
    fit.dash = {3, 2};
    fit.colour = Tone::kText;
    fit.width = 1.2;
    for (std::size_t i = 0; i < trend.x.size(); ++i)
        if (i == 0 || i + 1 == trend.x.size() || trend.y[i] != trend.y[i - 1] || trend.y[i] != trend.y[i + 1]) {
            fit.x.push_back(trend.x[i]);
            fit.y.push_back(trend.y[i]);
        }
    return fit;
}

Chart trendPanel(const QualityReport& report, std::size_t m) {
    const DistanceRelation& r = report.relations[m];
    const QualityMeasureColumn& measure = report.measures[m];
    Chart chart;
    chart.x.title = termFor(report.kind).title;
    chart.x.brief = report.kind == DistanceKind::kCentroid ? say("Cosine") : say("Distance");
    chart.y.title = withUnit(measure.title, measure.unit);
    chart.layers.emplace_back(mediansOf(r));
    if (r.trend) chart.layers.emplace_back(fitOf(*r.trend));
    chart.legend.place = LegendPlace::kNone;
    return chart;
}

}  // namespace

figure::Figure distanceHistogramFigure(const QualityReport& report) {
    constexpr std::size_t kBins = 60;
    std::vector<double> known;
    std::ranges::copy_if(report.distance, std::back_inserter(known), [](double d) { return std::isfinite(d); });
    if (known.empty()) return {};
    const auto [low, high] = std::ranges::minmax(known);
    Figure figure = newFigure(1, 55);
    Chart& chart = figure.add();
    chart.x.title = termFor(report.kind).title;
    chart.y.title = say("Images");
    chart.y.ticks.whole = true;
    chart.y.fromZero = true;
    Histogram histogram = histogramOf(report.distance, low, high, kBins, true);
    histogram.colour = Tone::kAccent;
    chart.layers.emplace_back(std::move(histogram));
    return figure;
}

figure::Figure correlationFigure(const QualityReport& report) {
    auto order = byStrength(report);
    order.resize(std::min(order.size(), kMostBars));
    Figure figure = newFigure(1, 20 + 5.5 * static_cast<double>(order.size()));
    Chart& chart = figure.add();
    chart.x.title = say("Spearman's ρ with {}", facespace::Text(termFor(report.kind).title));
    chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    Scatter values;
    values.radius = 2;
    values.colour = Tone::kAccent;
    values.alpha = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Estimate& s = report.relations[order[i]].rank->spearman;
        chart.y.names.push_back(report.measures[order[i]].title);
        values.x.push_back(s.value);
        values.y.push_back(static_cast<double>(i));
        Line interval;
        interval.x = {s.low, s.high};
        interval.y.assign(2, static_cast<double>(i));
        interval.colour = Tone::kAccent;
        interval.width = 1.2;
        if (std::isfinite(s.low)) chart.layers.emplace_back(std::move(interval));
    }
    chart.layers.emplace_back(Rule{true, 0, ""});
    chart.layers.emplace_back(std::move(values));
    chart.x.low = -1, chart.x.high = 1;
    return figure;
}

figure::Figure trendFigure(const QualityReport& report) {
    auto order = byStrength(report);
    order.resize(std::min(order.size(), kMostTrends));
    Figure figure = newFigure(2, 58 * static_cast<double>((order.size() + 1) / 2));
    for (const std::size_t m : order) figure.charts.push_back(trendPanel(report, m));
    return figure;
}

figure::Chart distanceQualityChart(const QualityReport& report, const std::string& measure) {
    const auto order = byStrength(report);
    std::size_t m = order.empty() ? report.relations.size() : order.front();
    for (std::size_t i = 0; i < report.relations.size(); ++i)
        if (report.relations[i].measure == measure) m = i;
    if (m == report.relations.size()) return {};
    const DistanceRelation& r = report.relations[m];
    Scatter images;
    images.byDensity = true;
    images.pointing.picks = true;
    for (std::size_t i = 0; i < report.distance.size(); ++i)
        if (std::isfinite(report.distance[i]) && std::isfinite(report.measures[m].values[i])) {
            images.x.push_back(report.distance[i]);
            images.y.push_back(report.measures[m].values[i]);
            images.rows.add(static_cast<int>(i));
        }
    images.label = say("images ({})", grouped(static_cast<long long>(images.x.size())));
    Chart chart = trendPanel(report, m);
    chart.layers.clear();
    chart.layers.emplace_back(std::move(images));
    if (r.trend) {
        Line fit = fitOf(*r.trend);
        fit.label = r.trend->increasing ? say("monotone fit, rising") : say("monotone fit, falling");
        chart.layers.emplace_back(std::move(fit));
    }
    if (!r.medians.empty()) {
        Line medians = mediansOf(r);
        medians.label = say("medians of bins, 95 % interval");
        chart.layers.emplace_back(std::move(medians));
    }
    if (r.rank)
        chart.footnote = std::isfinite(r.rank->spearman.low)
                             ? say("Spearman's ρ {:.3f} (95 % interval {:.3f} to {:.3f})", r.rank->spearman.value,
                                   r.rank->spearman.low, r.rank->spearman.high)
                             : say("Spearman's ρ {:.3f}", r.rank->spearman.value);
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

figure::Figure distanceQualityFigure(const QualityReport& report, const std::string& measure) {
    Chart chart = distanceQualityChart(report, measure);
    if (chart.layers.empty()) return {};
    Figure figure = newFigure(1, 90);
    figure.charts.push_back(std::move(chart));
    return figure;
}

}  // namespace facespace::report
