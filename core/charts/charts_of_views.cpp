#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/charts.h"
#include "core/figure/bins.h"

namespace facespace::report {
namespace {

using namespace figure;
/// Rows and columns of a heat map that a page can show.
constexpr Eigen::Index kMostCells = 400;
/// Rows whose names can be read, and the height of the figure for them, millimetres.
constexpr Eigen::Index kMostNames = 30;
constexpr double kLeastBar = 1.0 / 80;  ///< Of the axis.
constexpr double kHeightMm = 110, kNamedHeightMm = 38, kRowMm = 4;

Line sortedMarginal(const Eigen::VectorXd& marginal, const facespace::Text& label, Tone tone) {
    const auto order = sortedByMarginal(marginal);
    Line line;
    line.label = label;
    line.colour = tone;
    for (std::size_t i = 0; i < order.size(); ++i) {
        line.x.push_back(order.size() > 1 ? static_cast<double>(i) / static_cast<double>(order.size() - 1) : 0);
        line.y.push_back(100 * (std::isnan(marginal(order[i])) ? 0 : marginal(order[i])));
    }
    return line;
}

}  // namespace

figure::Figure viewHeatMapFigure(const ViewDependence& v, bool named) {
    const auto rows = sortedByMarginal(v.ofIdentity), columns = sortedByMarginal(v.ofFeature);
    const auto nRows = static_cast<Eigen::Index>(rows.size()), nColumns = static_cast<Eigen::Index>(columns.size());
    const Eigen::Index shownRows = std::min(nRows, kMostCells), shownColumns = std::min(nColumns, kMostCells);
    HeatMap map;
    map.rows = static_cast<std::size_t>(shownRows);
    map.columns = static_cast<std::size_t>(shownColumns);
    for (Eigen::Index i = 0; i < shownRows; ++i)
        for (Eigen::Index j = 0; j < shownColumns; ++j)
            map.values.push_back(v.hedgesG(rows[static_cast<std::size_t>(i * nRows / shownRows)],
                                           columns[static_cast<std::size_t>(j * nColumns / shownColumns)]));
    map.scale.map = ColourMap::kDiverging;
    map.scale.low = -2, map.scale.high = 2;
    map.scale.clipsLow = map.scale.clipsHigh = true;
    map.scale.title = say("Hedges' g, frontal − profile");
    Figure figure = newFigure(1, nRows > kMostNames ? kHeightMm : kNamedHeightMm + kRowMm * static_cast<double>(nRows));
    Chart& chart = figure.add();
    chart.x.title = say("Features, the largest share of significant tests first");
    chart.x.low = 0, chart.x.high = static_cast<double>(nColumns);
    chart.y.reversed = true;
    if (named && nRows <= kMostNames) {
        chart.y.scale = Scale::kCategory;
        for (const Eigen::Index row : rows) chart.y.names.push_back(v.identities[static_cast<std::size_t>(row)].identity);
    } else {
        chart.y.title = say("Identities, the largest share of significant tests first");
        chart.y.low = 0, chart.y.high = static_cast<double>(nRows);
    }
    chart.legend.bar = map.scale;
    chart.layers.emplace_back(std::move(map));
    return figure;
}

figure::Figure viewMarginalsFigure(const ViewDependence& v) {
    Figure figure = newFigure(1, 75);
    Chart& chart = figure.add();
    chart.x.title = say("Rank, the largest share first (of all)");
    chart.y.title = say("Significant tests (%)");
    chart.y.fromZero = true;
    chart.legend.place = LegendPlace::kBelow;
    chart.layers.emplace_back(sortedMarginal(v.ofIdentity, say("identities: share of their features"), Tone::kAccent));
    chart.layers.emplace_back(sortedMarginal(v.ofFeature, say("features: share of the identities"), Tone::kSeries2));
    return figure;
}

figure::Chart viewTestChart(const ViewDependence& v) {
    if (v.effects.differences.empty()) return {};
    const double observed = v.effects.difference.value;
    const auto [least, most] = std::ranges::minmax(v.effects.differences);
    // 0 is shown: whether the resamples hold it is the test.
    const double low = std::min({least, observed, 0.0}), high = std::max({most, observed, 0.0}), range = high - low;
    // As many bins as the resamples ask for, but none too narrow to be seen where 0 is far away.
    const double wanted = std::clamp(std::sqrt(static_cast<double>(v.effects.differences.size())) * 1.5, 8.0, 40.0);
    const double width = range > 0 ? std::max((most - least) / wanted, kLeastBar * range) : 1;
    const auto bins = static_cast<std::size_t>(std::max(1.0, std::ceil((most - least) / width)));
    Histogram resamples = histogramOf(v.effects.differences, least, least + static_cast<double>(bins) * width, bins);
    resamples.colour = Tone::kMuted;
    resamples.pointing = {true, say("identities and features resampled")};
    Chart chart;
    chart.x.title = say("Variance over identities − over features, of squared effects");
    chart.x.brief = say("Difference of variances");
    const double room = 0.05 * range;
    chart.x.low = low - room, chart.x.high = high + room;
    chart.y.title = say("Resamples of identities and features");
    chart.y.brief = say("Resamples");
    chart.y.fromZero = true;
    chart.layers.emplace_back(std::move(resamples));
    chart.layers.emplace_back(Rule{true, 0, say("no difference")});
    chart.layers.emplace_back(Rule{true, observed, say("observed"), {}, Tone::kSeries2});
    return chart;
}

figure::Figure viewTestFigure(const ViewDependence& v) {
    Chart chart = viewTestChart(v);
    if (chart.layers.empty()) return {};
    Figure figure = newFigure(1, 60);
    figure.charts.push_back(std::move(chart));
    return figure;
}

}  // namespace facespace::report
