#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "core/charts/chart_file.h"
#include "core/charts/charts.h"
#include "core/common/numbers.h"
#include "core/figure/bins.h"

namespace facespace::report {
namespace {

using namespace figure;
/// Rows and columns of a heat map that a page can show.
constexpr Eigen::Index kMostCells = 400;
/// Rows whose names can be read, and the height of the figure for them, millimetres.
constexpr Eigen::Index kMostNames = 30;
constexpr double kLeastBar = 1.0 / 80;  ///< Of the axis.
constexpr double kLeastP = 1e-12, kMostOfP = 0.98;
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

std::vector<Eigen::Index> asTheyAre(Eigen::Index n) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    return order;
}

double valueAt(const ViewDependence& v, ViewMapDrawing::Cells cells, Eigen::Index i, Eigen::Index f) {
    if (cells == ViewMapDrawing::Cells::kEffect) return v.hedgesG(i, f);
    if (cells == ViewMapDrawing::Cells::kP) return -std::log10(std::max(kLeastP, v.adjusted(i, f)));
    return std::isnan(v.p(i, f)) ? kNoValue : static_cast<double>(v.significant(i, f));
}

/// Effects always have the same colours, so that two networks can be compared; p spans most of what there is.
void setScale(HeatMap& map, ViewMapDrawing::Cells cells) {
    using Cells = ViewMapDrawing::Cells;
    map.scale.title = cells == Cells::kEffect ? say("Hedges' g, frontal − profile")
                      : cells == Cells::kP    ? say("−log10 of the adjusted p")
                                              : say("Significant (1) or not (0)");
    if (cells == Cells::kEffect) {
        map.scale.map = ColourMap::kDiverging;
        map.scale.low = -2, map.scale.high = 2;
        map.scale.clipsLow = map.scale.clipsHigh = true;
        return;
    }
    map.scale.low = 0, map.scale.high = 1;
    if (cells == Cells::kSignificant) return;
    std::vector<double> known;
    std::ranges::copy_if(map.values, std::back_inserter(known), [](double p) { return std::isfinite(p); });
    const double large = quantile(std::move(known), kMostOfP);
    if (std::isfinite(large) && large > 0) map.scale.high = large;
    map.scale.clipsHigh = true;
}

}  // namespace

std::vector<Eigen::Index> viewRows(const ViewDependence& v, ViewMapDrawing::Order order) {
    if (order == ViewMapDrawing::Order::kShare) return sortedByMarginal(v.ofIdentity);
    auto rows = asTheyAre(v.ofIdentity.size());
    if (order == ViewMapDrawing::Order::kName)
        std::ranges::stable_sort(rows, {},
                                 [&](Eigen::Index i) { return v.identities[static_cast<std::size_t>(i)].identity; });
    return rows;
}

std::vector<Eigen::Index> viewColumns(const ViewDependence& v, ViewMapDrawing::Order order) {
    return order == ViewMapDrawing::Order::kShare ? sortedByMarginal(v.ofFeature) : asTheyAre(v.ofFeature.size());
}

figure::Chart viewHeatMapChart(const ViewDependence& v, const ViewMapDrawing& drawing, Eigen::Index mostCells) {
    using Order = ViewMapDrawing::Order;
    const auto rows = viewRows(v, drawing.identities), columns = viewColumns(v, drawing.features);
    const auto nRows = static_cast<Eigen::Index>(rows.size()), nColumns = static_cast<Eigen::Index>(columns.size());
    const Eigen::Index shownRows = std::min(nRows, mostCells), shownColumns = std::min(nColumns, mostCells);
    HeatMap map;
    map.rows = static_cast<std::size_t>(shownRows);
    map.columns = static_cast<std::size_t>(shownColumns);
    for (Eigen::Index i = 0; i < shownRows; ++i)
        for (Eigen::Index j = 0; j < shownColumns; ++j)
            map.values.push_back(valueAt(v, drawing.cells, rows[static_cast<std::size_t>(i * nRows / shownRows)],
                                         columns[static_cast<std::size_t>(j * nColumns / shownColumns)]));
    setScale(map, drawing.cells);
    Chart chart;
    chart.x.title = drawing.features == Order::kShare ? say("Features, the largest share of significant tests first")
                                                      : say("Features, by their number");
    chart.x.brief = say("Features");
    chart.x.low = 0, chart.x.high = static_cast<double>(nColumns);
    chart.y.reversed = true;
    chart.y.brief = say("Identities");
    if (drawing.named && nRows <= kMostNames) {
        chart.y.scale = Scale::kCategory;
        for (const Eigen::Index row : rows) chart.y.names.push_back(v.identities[static_cast<std::size_t>(row)].identity);
    } else {
        chart.y.title = drawing.identities == Order::kShare ? say("Identities, the largest share of significant tests first")
                        : drawing.identities == Order::kName ? say("Identities, by name")
                                                             : say("Identities, as they were imported");
        chart.y.low = 0, chart.y.high = static_cast<double>(nRows);
    }
    chart.legend.bar = map.scale;
    chart.layers.emplace_back(std::move(map));
    return chart;
}

figure::Figure viewHeatMapFigure(const ViewDependence& v, const ViewMapDrawing& drawing) {
    const Eigen::Index rows = v.ofIdentity.size();
    Figure figure = newFigure(1, rows > kMostNames ? kHeightMm : kNamedHeightMm + kRowMm * static_cast<double>(rows));
    figure.charts.push_back(viewHeatMapChart(v, drawing, kMostCells));
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
