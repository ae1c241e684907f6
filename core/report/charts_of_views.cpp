#include <algorithm>
#include <cmath>

#include "core/report/chart_file.h"
#include "core/report/charts.h"

namespace facespace::report {
namespace {

using namespace figure;
/// Rows and columns of a heat map that a page can show.
constexpr Eigen::Index kMostCells = 400;
/// Rows whose names can be read, and the height of the figure for them, millimetres.
constexpr Eigen::Index kMostNames = 30;
constexpr double kLeastBar = 1.0 / 80;  ///< Of the axis.
constexpr double kHeightMm = 110, kNamedHeightMm = 38, kRowMm = 4;

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
    map.scale.title = "Hedges' g, frontal − profile";
    Figure figure = newFigure(1, nRows > kMostNames ? kHeightMm : kNamedHeightMm + kRowMm * static_cast<double>(nRows));
    Chart& chart = figure.add();
    chart.x.title = "Features, the most view-dependent first";
    chart.x.low = 0, chart.x.high = static_cast<double>(nColumns);
    chart.y.reversed = true;
    if (named && nRows <= kMostNames) {
        chart.y.scale = Scale::kCategory;
        for (const Eigen::Index row : rows) chart.y.names.push_back(v.identities[static_cast<std::size_t>(row)].identity);
    } else {
        chart.y.title = "Identities, the most view-dependent first";
        chart.y.low = 0, chart.y.high = static_cast<double>(nRows);
    }
    chart.legend.bar = map.scale;
    chart.layers.emplace_back(std::move(map));
    return figure;
}

figure::Figure viewMarginalsFigure(const ViewDependence& v) {
    Figure figure = newFigure(1, 75);
    Chart& chart = figure.add();
    chart.x.title = "Rank, the most view-dependent first (share of all)";
    chart.y.title = "Significant cells (%)";
    chart.y.fromZero = true;
    chart.legend.place = LegendPlace::kBelow;
    chart.layers.emplace_back(sortedMarginal(v.ofIdentity, "identities: share of their features"));
    chart.layers.emplace_back(sortedMarginal(v.ofFeature, "features: share of the identities"));
    return figure;
}

figure::Figure viewTestFigure(const ViewDependence& v) {
    if (v.nullDifferences.empty()) return {};
    const double observed = v.varianceOverIdentities - v.varianceOverFeatures;
    const auto [least, most] = std::ranges::minmax(v.nullDifferences);
    const double range = std::max(most, observed) - std::min(least, observed);
    // As many bins as the shuffles ask for, but none too narrow to be seen where the observed value is far away.
    const double wanted = std::clamp(std::sqrt(static_cast<double>(v.nullDifferences.size())) * 1.5, 8.0, 40.0);
    const double width = range > 0 ? std::max((most - least) / wanted, kLeastBar * range) : 1;
    const auto bins = static_cast<std::size_t>(std::max(1.0, std::ceil((most - least) / width)));
    Histogram histogram;
    histogram.counts.assign(bins, 0);
    for (std::size_t b = 0; b <= bins; ++b) histogram.edges.push_back(least + static_cast<double>(b) * width);
    for (const double d : v.nullDifferences)
        histogram.counts[std::min(bins - 1, static_cast<std::size_t>((d - least) / width))] += 1;
    Figure figure = newFigure(1, 60);
    Chart& chart = figure.add();
    chart.x.title = "Variance over identities − over features, without chance";
    chart.x.low = std::min(least, observed), chart.x.high = std::max(most, observed);
    const double room = 0.05 * (*chart.x.high - *chart.x.low);
    *chart.x.low -= room, *chart.x.high += room;
    chart.y.title = "Shuffles of frontal and profile";
    chart.y.fromZero = true;
    chart.layers.emplace_back(std::move(histogram));
    chart.layers.emplace_back(Rule{true, observed, "observed", {}});
    return figure;
}

}  // namespace facespace::report
