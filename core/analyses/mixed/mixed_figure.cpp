#include "core/analyses/mixed/mixed_figure.h"

#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/estimate_rows.h"
#include "core/common/numbers.h"

namespace facespace::report {

using namespace figure;

std::vector<VariancePart> variancePartsOf(const MixedReport& report) {
    std::vector<VariancePart> parts{{say("predictors"), "predictors", report.ofPredictors},
                                    {say("people"), "people", report.ofPeople},
                                    {say("people's slopes"), "slopes", report.ofSlopes},
                                    {say("videos"), "videos", report.ofVideos},
                                    {say("the rest"), "rest", report.ofRest}};
    std::erase_if(parts, [](const VariancePart& part) { return !std::isfinite(part.share); });
    double all = 0;
    for (const VariancePart& part : parts) all += part.share;
    for (VariancePart& part : parts) part.share = all > 0 ? part.share / all : kNoValue;
    return parts;
}

Figure mixedEffectsFigure(const MixedReport& report) {
    std::vector<EstimateRow> rows;
    for (const MixedEffect& effect : report.effects) rows.push_back({effect.title, effect.perSd});
    if (rows.empty()) return {};
    Figure figure = newFigure(1, estimateRowsMm(rows.size()));
    Chart& chart = figure.add();
    chart.x.title = say("Standard deviations of {}, for one of the other", report.outcomeTitle);
    chart.x.brief = say("Effect (SD)");
    chart.x.ticks.count = 3;  // names of measures leave little room
    chart.x.fromZero = true;
    addEstimateRows(chart, rows, Tone::kAccent);
    chart.layers.emplace_back(Rule{true, 0, {}});
    return figure;
}

Figure mixedVarianceFigure(const MixedReport& report) {
    std::vector<EstimateRow> rows;
    for (const VariancePart& part : variancePartsOf(report)) rows.push_back({part.name, {part.share, kNoValue, kNoValue}});
    Figure figure = newFigure(1, estimateRowsMm(rows.size()));
    Chart& chart = figure.add();
    chart.x.title = say("Share of the variance of {}", report.outcomeTitle);
    chart.x.brief = say("Share of the variance");
    chart.x.fromZero = true;
    addEstimateRows(chart, rows, Tone::kSeries2);
    return figure;
}

}  // namespace facespace::report
