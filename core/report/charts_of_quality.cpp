#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/report/chart_file.h"
#include "core/report/charts.h"

namespace facespace::report {
namespace {

using namespace figure;
constexpr std::size_t kMostTrends = 6, kMostBars = 24, kMostCurves = 6;

/// Relations with a rank correlation, the strongest first.
std::vector<std::size_t> byStrength(const QualityReport& report) {
    std::vector<std::size_t> order;
    for (std::size_t m = 0; m < report.relations.size(); ++m)
        if (report.relations[m].rank) order.push_back(m);
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::size_t m) { return std::abs(report.relations[m].rank->spearman.value); });
    return order;
}

Chart trendPanel(const QualityReport& report, std::size_t m) {
    const DistanceRelation& r = report.relations[m];
    const QualityMeasureColumn& measure = report.measures[m];
    Chart chart;
    chart.x.title = wordsOf(report.kind).title;
    chart.y.title = measure.title + (measure.unit.empty() ? "" : " (" + measure.unit + ")");
    Line medians;
    medians.dots = true;
    for (const MedianBin& bin : r.medians) {
        medians.x.push_back(bin.xMedian);
        medians.y.push_back(bin.median.value);
        medians.low.push_back(bin.median.low);
        medians.high.push_back(bin.median.high);
    }
    if (std::ranges::any_of(medians.low, [](double v) { return std::isnan(v); })) medians.low.clear(), medians.high.clear();
    chart.layers.emplace_back(std::move(medians));
    if (r.trend) {
        Line fit;
        fit.dash = {3, 2};
        for (std::size_t i = 0; i < r.trend->x.size(); ++i)
            if (i == 0 || i + 1 == r.trend->x.size() || r.trend->y[i] != r.trend->y[i - 1] ||
                r.trend->y[i] != r.trend->y[i + 1]) {
                fit.x.push_back(r.trend->x[i]);
                fit.y.push_back(r.trend->y[i]);
            }
        chart.layers.emplace_back(std::move(fit));
    }
    chart.legend.place = LegendPlace::kNone;
    return chart;
}

/// The qualities with the least area, always with the distance.
std::vector<std::string> worthDrawing(const DiscardReport& report, double fmr) {
    std::vector<std::pair<double, std::string>> areas;
    for (const EdcCurve& c : report.curves)
        if (c.fmrTarget == fmr && c.quality != "random" && c.quality != "oracle" && c.quality != "distance")
            areas.emplace_back(c.pAucStepwise, c.quality);
    std::ranges::stable_sort(areas, {}, [](const auto& a) { return a.first; });
    std::vector<std::string> names{"distance"};
    for (std::size_t i = 0; i < std::min(areas.size(), kMostCurves - 1); ++i) names.push_back(areas[i].second);
    names.emplace_back("random");
    names.emplace_back("oracle");
    return names;
}

/// Held between points, as the areas are taken.
Line steps(const EdcCurve& c, double limit) {
    Line line;
    line.label = c.quality;
    for (const EdcPoint& p : c.points) {
        if (p.discarded > limit) break;
        if (!line.y.empty()) line.x.push_back(100 * p.discarded), line.y.push_back(line.y.back());
        line.x.push_back(100 * p.discarded);
        line.y.push_back(100 * p.fnmr);
    }
    if (!line.y.empty()) line.x.push_back(100 * limit), line.y.push_back(line.y.back());
    return line;
}

}  // namespace

std::string distanceHistogram(const QualityReport& report) {
    constexpr std::size_t kBins = 60;
    std::vector<double> known;
    std::ranges::copy_if(report.distance, std::back_inserter(known), [](double d) { return std::isfinite(d); });
    if (known.empty()) return {};
    const auto [low, high] = std::ranges::minmax(known);
    const double width = high > low ? (high - low) / kBins : 1;
    Histogram histogram;
    histogram.counts.assign(kBins, 0);
    for (std::size_t b = 0; b <= kBins; ++b) histogram.edges.push_back(low + static_cast<double>(b) * width);
    for (const double d : known) histogram.counts[std::min(kBins - 1, static_cast<std::size_t>((d - low) / width))] += 1;
    Figure figure = newFigure(1, 55);
    Chart& chart = figure.add();
    chart.x.title = wordsOf(report.kind).title;
    chart.y.title = "Images";
    chart.y.fromZero = true;
    chart.layers.emplace_back(std::move(histogram));
    return svg(figure);
}

std::string correlationChart(const QualityReport& report) {
    auto order = byStrength(report);
    order.resize(std::min(order.size(), kMostBars));
    Figure figure = newFigure(1, 20 + 5.5 * static_cast<double>(order.size()));
    Chart& chart = figure.add();
    chart.x.title = "Spearman's ρ with " + std::string(wordsOf(report.kind).title);
    chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    Scatter values;
    values.radius = 2;
    values.alpha = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Estimate& s = report.relations[order[i]].rank->spearman;
        chart.y.names.push_back(report.measures[order[i]].title);
        values.x.push_back(s.value);
        values.y.push_back(static_cast<double>(i));
        Line interval{
            {s.low, s.high}, {static_cast<double>(i), static_cast<double>(i)}, {}, {}, {}, kPlainColour, 1.2, {}, false};
        if (std::isfinite(s.low)) chart.layers.emplace_back(std::move(interval));
    }
    chart.layers.emplace_back(Rule{true, 0, "", {2, 2}});
    chart.layers.emplace_back(std::move(values));
    chart.x.low = -1, chart.x.high = 1;
    return svg(figure);
}

std::string trendChart(const QualityReport& report) {
    auto order = byStrength(report);
    order.resize(std::min(order.size(), kMostTrends));
    Figure figure = newFigure(2, 58 * static_cast<double>((order.size() + 1) / 2));
    for (const std::size_t m : order) figure.charts.push_back(trendPanel(report, m));
    return svg(figure);
}

std::string discardChart(const DiscardReport& report, double limit) {
    std::vector<double> targets;
    for (const EdcCurve& c : report.curves)
        if (std::ranges::find(targets, c.fmrTarget) == targets.end()) targets.push_back(c.fmrTarget);
    Figure figure = newFigure(static_cast<int>(std::min<std::size_t>(2, targets.size())),
                              80 * static_cast<double>((targets.size() + 1) / 2));
    for (const double fmr : targets) {
        Chart& chart = figure.add();
        chart.title = fmt::format("FMR {:g}", fmr);
        chart.x.title = "Pairs discarded (%)";
        chart.y.title = "FNMR of the rest (%)";
        chart.y.fromZero = true;
        const auto names = worthDrawing(report, fmr);
        for (const std::string& name : names)
            for (const EdcCurve& c : report.curves) {
                if (c.fmrTarget != fmr || c.quality != name) continue;
                Line line = steps(c, limit);
                if (name == "random" || name == "oracle")
                    line.colour = Rgb{120, 120, 120}, line.dash = {name == "random" ? 1.0 : 4.0, 2};
                chart.layers.emplace_back(std::move(line));
            }
        chart.legend.place = LegendPlace::kBelow;
    }
    return svg(figure);
}

}  // namespace facespace::report
