#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/report/chart_file.h"
#include "core/report/charts.h"

namespace facespace::report {
namespace {

using namespace figure;
constexpr std::size_t kMostCurves = 6;

bool sameRate(double a, double b) { return std::abs(a - b) <= 1e-6 * b; }

/// The qualities with the least area, always with the distance and those asked for.
std::vector<std::string> worthDrawing(const std::vector<EdcCurve>& curves, double fmr, const std::string& asked) {
    std::vector<std::string> names{"distance"};
    if (!asked.empty() && asked != "distance") names.push_back(asked);
    std::vector<std::pair<double, std::string>> areas;
    for (const EdcCurve& c : curves)
        if (sameRate(c.fmrTarget, fmr) && c.quality != "random" && c.quality != "oracle" &&
            std::ranges::find(names, c.quality) == names.end())
            areas.emplace_back(c.pAucStepwise, c.quality);
    std::ranges::stable_sort(areas, {}, [](const auto& a) { return a.first; });
    for (std::size_t i = 0; i < areas.size() && names.size() < kMostCurves; ++i) names.push_back(areas[i].second);
    names.emplace_back("random");
    names.emplace_back("oracle");
    return names;
}

/// Held between points, as the areas are taken.
Line steps(const EdcCurve& c, double limit, bool logarithmic) {
    Line line;
    const auto add = [&](double discarded, double fnmr) {
        line.x.push_back(100 * discarded);
        line.y.push_back(logarithmic && fnmr <= 0 ? std::nan("") : 100 * fnmr);
    };
    double last = c.startFnmr;
    for (const EdcPoint& p : c.points) {
        if (p.discarded > limit) break;
        if (!line.y.empty()) add(p.discarded, last);
        add(p.discarded, p.fnmr);
        last = p.fnmr;
    }
    if (!line.y.empty()) add(limit, last);
    return line;
}

Chart discardPanel(const DiscardReport& report, const DiscardDrawing& drawing, double fmr) {
    const auto& curves = drawing.recomputed ? report.recomputed : report.curves;
    Chart chart;
    chart.title = fmt::format("FMR {:g}{}", fmr, drawing.recomputed ? ", threshold recomputed" : "");
    chart.x.title = "Genuine pairs discarded (%)";
    chart.y.title = "FNMR of the rest (%)";
    chart.y.fromZero = !drawing.logarithmic;
    if (drawing.logarithmic) chart.y.scale = Scale::kLog;
    for (const std::string& name : worthDrawing(curves, fmr, drawing.quality))
        for (const EdcCurve& c : curves) {
            if (!sameRate(c.fmrTarget, fmr) || c.quality != name) continue;
            Line line = steps(c, drawing.limit, drawing.logarithmic);
            line.label = titleOfQuality(report, name);
            if (name == "random" || name == "oracle")
                line.colour = Rgb{120, 120, 120}, line.dash = {name == "random" ? 1.0 : 4.0, 2};
            chart.layers.emplace_back(std::move(line));
        }
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

}  // namespace

figure::Figure discardFigure(const DiscardReport& report, const DiscardDrawing& drawing) {
    std::vector<double> targets;
    for (const EdcCurve& c : drawing.recomputed ? report.recomputed : report.curves)
        if (std::ranges::find(targets, c.fmrTarget) == targets.end() &&
            (!drawing.fmr || sameRate(c.fmrTarget, *drawing.fmr)))
            targets.push_back(c.fmrTarget);
    if (targets.empty()) return {};
    Figure figure = newFigure(static_cast<int>(std::min<std::size_t>(2, targets.size())),
                              85 * static_cast<double>((targets.size() + 1) / 2));
    for (const double fmr : targets) figure.charts.push_back(discardPanel(report, drawing, fmr));
    return figure;
}

}  // namespace facespace::report
