#include "core/analyses/groups/groups_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/estimate_rows.h"
#include "core/common/numbers.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr std::size_t kDensityBins = 24;  ///< Of the counts in one of the drawing.

std::vector<EstimateRow> rowsOf(const GroupsReport& report, const GroupsAtThreshold& point, Estimate GroupRate::*rate) {
    std::vector<EstimateRow> all;
    for (const GroupRate& g : point.groups) {
        const std::string& name = report.rates.names[static_cast<std::size_t>(g.group)];
        all.push_back({facespace::Text(name), g.*rate});
        for (std::size_t i = 0; i < report.groupOf.size(); ++i)
            if (report.groupOf[i] == name) all.back().rows.push_back(static_cast<int>(i));
    }
    return all;
}

Line densityOf(const std::vector<std::uint64_t>& counts, const GroupRates& rates, Tone tone, bool dashed) {
    Line line;
    line.colour = tone;
    if (dashed) line.dash = {2, 2};
    double all = 0;
    for (const std::uint64_t n : counts) all += static_cast<double>(n);
    const double bin = (rates.scoreHigh - rates.scoreLow) / static_cast<double>(counts.size());
    for (std::size_t b = 0; b < counts.size(); b += kDensityBins) {
        double here = 0;
        const std::size_t end = std::min(b + kDensityBins, counts.size());
        for (std::size_t i = b; i < end; ++i) here += static_cast<double>(counts[i]);
        line.x.push_back(rates.scoreLow + bin * static_cast<double>(b + end) / 2);
        line.y.push_back(here / all / (bin * static_cast<double>(end - b)));
    }
    return line;
}

}  // namespace

const GroupsAtThreshold* drawnPoint(const GroupRates& rates) {
    const GroupsAtThreshold* drawn = nullptr;
    for (const GroupsAtThreshold& p : rates.points) {
        const bool resolved = std::ranges::all_of(p.groups, [](const GroupRate& g) { return g.fmr.value > 0; });
        if (drawn == nullptr || (resolved && p.fmrTarget < drawn->fmrTarget)) drawn = &p;
    }
    return drawn;
}

Figure groupErrorsFigure(const GroupsReport& report) {
    const GroupsAtThreshold* point = drawnPoint(report.rates);
    if (point == nullptr) return {};
    Figure figure = newFigure(2, estimateRowsMm(point->groups.size()));
    for (const bool matched : {true, false}) {
        Chart& chart = figure.add();
        chart.y.title = facespace::Text(report.column);
        chart.x.title = matched ? say("False match rate (FMR)") : say("False non-match rate (FNMR)");
        chart.x.brief = matched ? say("FMR") : say("FNMR");
        chart.x.fromZero = true;
        addEstimateRows(chart, rowsOf(report, *point, matched ? &GroupRate::fmr : &GroupRate::fnmr),
                        matched ? Tone::kAccent : Tone::kSeries2);
        if (matched) chart.layers.emplace_back(Rule{true, point->fmr, say("all pairs")});
    }
    return figure;
}

Figure groupsAcrossFigure(const GroupRates& rates) {
    const GroupsAtThreshold* point = drawnPoint(rates);
    if (point == nullptr) return {};
    const std::size_t n = rates.names.size();
    Figure figure = newFigure(1, 40 + 8 * static_cast<double>(n));
    Chart& chart = figure.add();
    HeatMap map;
    map.rows = map.columns = n;
    map.values.assign(n * n, kNoValue);
    double most = 1;
    for (const GroupPairRate& p : point->across) {
        const double ratio = p.fmr.value > 0 ? std::log2(p.toAll.value) : kNoValue;
        const auto a = static_cast<std::size_t>(p.first), b = static_cast<std::size_t>(p.second);
        map.values[a * n + b] = map.values[b * n + a] = ratio;
        if (std::isfinite(ratio)) most = std::max(most, std::abs(ratio));
    }
    map.scale.map = ColourMap::kDiverging;
    map.scale.low = -most, map.scale.high = most;
    map.scale.title = say("FMR over that of all pairs (log₂)");
    for (const std::string& name : rates.names) chart.x.names.emplace_back(name), chart.y.names.emplace_back(name);
    chart.x.scale = chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    chart.x.title = say("Group of one image");
    chart.y.title = say("Group of the other");
    chart.legend.bar = map.scale;
    chart.layers.emplace_back(std::move(map));
    return figure;
}

Figure groupScoresFigure(const GroupRates& rates) {
    if (rates.scores.empty()) return {};
    Figure figure = newFigure(1, 80);
    Chart& chart = figure.add();
    chart.x.title = rates.metric == Metric::kEuclidean ? say("Minus the distance of the two features")
                                                       : say("Cosine of the two features");
    chart.y.title = say("Density");
    chart.y.fromZero = true;
    double low = rates.scoreHigh, high = rates.scoreLow;
    for (std::size_t g = 0; g < rates.scores.size(); ++g) {
        const GroupScores& scores = rates.scores[g];
        for (const auto* counts : {&scores.genuine, &scores.impostor}) {
            Line line = densityOf(*counts, rates, seriesTone(g % 5), counts == &scores.impostor);
            for (std::size_t i = 0; i < line.x.size(); ++i)
                if (line.y[i] > 0) low = std::min(low, line.x[i]), high = std::max(high, line.x[i]);
            if (counts == &scores.genuine) line.label = facespace::Text(rates.names[g]);
            chart.layers.emplace_back(std::move(line));
        }
    }
    if (low < high) chart.x.low = low, chart.x.high = high;
    if (const GroupsAtThreshold* point = drawnPoint(rates))
        chart.layers.emplace_back(Rule{true, point->threshold, say("threshold")});
    chart.footnote = say("Solid: pairs of one person; dashed: of two.");
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

}  // namespace facespace::report
