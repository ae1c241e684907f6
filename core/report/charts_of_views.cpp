#include <algorithm>

#include "core/report/chart_file.h"
#include "core/report/charts.h"

namespace facespace::report {
namespace {

using namespace figure;
/// Rows and columns of a heat map that a page can show.
constexpr Eigen::Index kMostCells = 400;

Line sortedMarginal(const Eigen::VectorXd& marginal, const std::string& label) {
    const auto order = sortedByMarginal(marginal);
    Line line;
    line.label = label;
    for (std::size_t i = 0; i < order.size(); ++i) {
        line.x.push_back(order.size() > 1 ? static_cast<double>(i) / static_cast<double>(order.size() - 1) : 0);
        line.y.push_back(100 * marginal(order[i]));
    }
    return line;
}

}  // namespace

std::string viewHeatMap(const ViewDependence& v) {
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
    map.scale.title = "Hedges' g, frontal − profile";
    Figure figure = newFigure(1, 110);
    Chart& chart = figure.add();
    chart.x.title = "Features, by the share of identities in which they depend on view";
    chart.y.title = "Identities, by the share of features";
    chart.x.low = 0, chart.x.high = static_cast<double>(nColumns);
    chart.y.low = 0, chart.y.high = static_cast<double>(nRows);
    chart.y.reversed = true;
    chart.legend.bar = map.scale;
    chart.layers.emplace_back(std::move(map));
    return svg(figure);
}

std::string viewMarginals(const ViewDependence& v) {
    Figure figure = newFigure(1, 75);
    Chart& chart = figure.add();
    chart.x.title = "Rank, from the most to the least view-dependent (share of all)";
    chart.y.title = "Significant cells (%)";
    chart.y.fromZero = true;
    chart.layers.emplace_back(sortedMarginal(v.ofIdentity, "identities: share of their features"));
    chart.layers.emplace_back(sortedMarginal(v.ofFeature, "features: share of identities"));
    return svg(figure);
}

}  // namespace facespace::report
