#include "core/charts/estimate_rows.h"

#include <cmath>

namespace facespace::report {

using namespace figure;

void addEstimateRows(Chart& chart, const std::vector<EstimateRow>& rows, Tone tone) {
    chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    Scatter dots;
    dots.radius = 2, dots.alpha = 1;
    dots.colour = tone;
    dots.pointing.picks = true;
    for (const EstimateRow& row : rows) {
        const Estimate& e = row.estimate;
        if (!std::isfinite(e.value)) continue;
        const auto place = static_cast<double>(chart.y.names.size());
        chart.y.names.push_back(row.name);
        dots.x.push_back(e.value);
        dots.y.push_back(place);
        if (!row.rows.empty()) dots.rows.add(row.rows);
        if (!std::isfinite(e.low) || !std::isfinite(e.high)) continue;
        Line interval;
        interval.x = {e.low, e.high};
        interval.y = {place, place};
        interval.colour = tone;
        interval.width = 1.2;
        chart.layers.emplace_back(std::move(interval));
    }
    chart.layers.emplace_back(std::move(dots));
    chart.legend.place = LegendPlace::kNone;
}

double estimateRowsMm(std::size_t rows) { return 22 + 7 * static_cast<double>(rows); }

}  // namespace facespace::report
