#include "core/charts/score_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/common/text.h"

namespace facespace::report {
namespace {

using namespace figure;
constexpr std::size_t kMost = 16;  ///< Scores drawn, those of the largest gain.

Chart gainsChart(const ScoreReport& report, const ScoresAtRate& rate) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rate.scores.size(); ++i)
        if (std::isfinite(rate.scores[i].gain.value)) order.push_back(i);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return rate.scores[i].gain.value; });
    order.resize(std::min(order.size(), kMost));
    Chart chart;
    if (order.empty()) return chart;
    chart.title = say("FMR {}", fmt::format("{:g}", rate.fmr));
    chart.x.title = say("Gain (%)");
    chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    Scatter values;
    values.radius = 2;
    values.colour = Tone::kAccent;
    values.alpha = 1;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Estimate& gain = rate.scores[order[k]].gain;
        const auto at = static_cast<double>(k);
        chart.y.names.push_back(report.scores[order[k]].title);
        values.x.push_back(100 * gain.value);
        values.y.push_back(at);
        Line interval;
        interval.x = {100 * gain.low, 100 * gain.high};
        interval.y = {at, at};
        interval.colour = Tone::kAccent;
        interval.width = 1.2;
        if (std::isfinite(gain.low)) chart.layers.emplace_back(std::move(interval));
    }
    chart.layers.emplace_back(Rule{true, 0, ""});
    chart.layers.emplace_back(std::move(values));
    chart.legend.place = LegendPlace::kNone;
    return chart;
}

}  // namespace

Figure scoreGainsFigure(const ScoreReport& report) {
    Figure figure = newFigure(1, 0);
    for (const ScoresAtRate& rate : report.rates)
        if (Chart chart = gainsChart(report, rate); !chart.layers.empty()) figure.charts.push_back(std::move(chart));
    if (figure.charts.empty()) return {};
    double rows = 0;
    for (const Chart& chart : figure.charts) rows += static_cast<double>(chart.y.names.size());
    figure.heightMm = 5.5 * rows + 22 * static_cast<double>(figure.charts.size());
    return figure;
}

}  // namespace facespace::report
