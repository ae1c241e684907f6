#include "core/analyses/codes/codes_figure.h"

#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"

namespace facespace::report {
namespace {

using namespace figure;

Tone toneOf(std::size_t series) { return seriesTone(series % 5); }

void add(Line& line, int units, const Spread& s) {
    if (s.count == 0 || !std::isfinite(s.mean)) return;
    line.x.push_back(units);
    line.y.push_back(s.mean);
    line.low.push_back(s.low);
    line.high.push_back(s.high);
}

Line lineOf(facespace::Text label, Tone tone) {
    Line line;
    line.label = std::move(label);
    line.colour = tone;
    line.dots = true;
    line.pointing.picks = true;
    return line;
}

void setUnits(Chart& chart, int units) {
    chart.x.scale = Scale::kLog;
    chart.x.low = 0.9, chart.x.high = 1.1 * units;
    chart.legend.place = LegendPlace::kBelow;
}

}  // namespace

Figure subsetsFigure(const PopulationCode& code) {
    if (code.subsets.empty()) return {};
    Figure figure = newFigure(2, 80);
    std::vector<Line> lines{lineOf(say("identity, AUC"), toneOf(0))};
    for (std::size_t a = 0; a < code.attributes.size(); ++a)
        lines.push_back(lineOf(say("{}, balanced accuracy", code.attributes[a]), toneOf(a + 1)));
    Line yaw = lineOf({}, Tone::kAccent);
    for (const SubsetPoint& p : code.subsets) {
        add(lines[0], p.units, p.auc);
        for (std::size_t a = 0; a < p.accuracy.size(); ++a) add(lines[a + 1], p.units, p.accuracy[a]);
        add(yaw, p.units, p.yawError);
    }
    Chart& told = figure.add();
    told.x.title = say("Units drawn at random");
    told.y.title = say("AUC, or balanced accuracy");
    told.y.brief = say("Accuracy");
    setUnits(told, code.units);
    for (Line& line : lines)
        if (!line.x.empty()) told.layers.emplace_back(std::move(line));
    if (yaw.x.empty()) {
        figure.columns = 1;
        return figure;
    }
    Chart& error = figure.add();
    error.x.title = say("Units drawn at random");
    error.y.title = say("Mean error of yaw (°)");
    error.y.fromZero = true;
    setUnits(error, code.units);
    error.layers.emplace_back(std::move(yaw));
    return figure;
}

Figure unitsFigure(const PopulationCode& code) {
    Figure figure = newFigure(1, 80);
    Chart& chart = figure.add();
    chart.x.title = say("Units, the largest effect first");
    chart.y.title = say("η² without what sampling adds");
    chart.y.fromZero = true;
    setUnits(chart, code.units);
    for (std::size_t c = 0; c < code.codes.size(); ++c) {
        std::vector<Estimate> sorted = code.codes[c].effect;
        std::erase_if(sorted, [](const Estimate& e) { return !std::isfinite(e.value); });
        std::ranges::sort(sorted, std::greater<>(), &Estimate::value);
        Line line = lineOf(code.codes[c].attribute, toneOf(c));
        line.dots = line.pointing.picks = false;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            line.x.push_back(static_cast<double>(i + 1));
            line.y.push_back(sorted[i].value);
            const bool known = std::isfinite(sorted[i].low) && std::isfinite(sorted[i].high);
            line.low.push_back(known ? sorted[i].low : sorted[i].value);
            line.high.push_back(known ? sorted[i].high : sorted[i].value);
        }
        if (!line.x.empty()) chart.layers.emplace_back(std::move(line));
    }
    if (chart.layers.empty()) return {};
    return figure;
}

Figure componentsFigure(const PopulationCode& code) {
    if (code.removed.size() < 2) return {};
    Figure figure = newFigure(1, 70);
    Chart& chart = figure.add();
    chart.x.title = say("Principal components left out, the first first");
    chart.y.title = say("AUC of identity");
    Line line = lineOf({}, Tone::kAccent);
    for (const auto& [removed, auc] : code.removed) line.x.push_back(removed), line.y.push_back(auc);
    chart.x.low = 0;
    chart.legend.place = LegendPlace::kNone;
    chart.layers.emplace_back(std::move(line));
    return figure;
}

}  // namespace facespace::report
