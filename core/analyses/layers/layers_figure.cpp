#include "core/analyses/layers/layers_figure.h"

#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr std::size_t kTones = 5;

Line lineOf(const LayerCurve& curve, std::size_t series) {
    Line line;
    line.label = curve.figure == ProbeFigure::kRSquared ? curveText(curve)
                                                        : say("{}, {}", curveText(curve), probeFigureText(curve.figure));
    line.colour = seriesTone(series % kTones);
    if (series >= kTones) line.dash = {3, 2};
    line.dots = line.pointing.picks = true;
    for (std::size_t l = 0; l < curve.layers.size(); ++l) {
        const Estimate& e = curve.layers[l];
        const bool known = std::isfinite(e.low) && std::isfinite(e.high);
        line.x.push_back(static_cast<double>(l));
        line.y.push_back(e.value);
        line.low.push_back(known ? e.low : e.value);
        line.high.push_back(known ? e.high : e.value);
    }
    return line;
}

void addLayers(Chart& chart, const LayersReport& report) {
    chart.x.scale = Scale::kCategory;
    for (const std::string& layer : report.layers) chart.x.names.emplace_back(layer);
    chart.x.title = say("Layer, from the input to the features");
    chart.x.brief = say("Layer");
    chart.legend.place = LegendPlace::kBelow;
}

}  // namespace

facespace::Text probeFigureText(ProbeFigure figure) {
    switch (figure) {
        case ProbeFigure::kAuc:
            return say("AUC");
        case ProbeFigure::kRSquared:
            return say("R²");
        default:
            return say("balanced accuracy");
    }
}

facespace::Text curveText(const LayerCurve& curve) { return curve.name.empty() ? say("identity") : curve.title; }

Figure layersFigure(const LayersReport& report) {
    if (report.probes.curves.empty()) return {};
    Figure figure = newFigure(2, 85);
    Chart told, numbers;
    std::size_t toldSeries = 0, numberSeries = 0;
    double least = 1;
    for (const LayerCurve& curve : report.probes.curves) {
        const bool number = curve.figure == ProbeFigure::kRSquared;
        Line line = lineOf(curve, number ? numberSeries++ : toldSeries++);
        for (const double low : line.low) least = number ? least : std::min(least, low);
        (number ? numbers : told).layers.emplace_back(std::move(line));
    }
    told.y.title = say("AUC of identity, balanced accuracy of classes");
    told.y.brief = say("AUC, accuracy");
    told.y.low = std::min(0.5, std::floor(least * 20) / 20), told.y.high = 1.005;
    numbers.y.title = say("R² of numbers");
    numbers.y.fromZero = true;
    addLayers(told, report);
    figure.charts.push_back(std::move(told));
    if (numbers.layers.empty()) {
        figure.columns = 1;
        return figure;
    }
    addLayers(numbers, report);
    figure.charts.push_back(std::move(numbers));
    return figure;
}

}  // namespace facespace::report
