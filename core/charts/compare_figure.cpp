#include "core/charts/compare_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "core/charts/chart_file.h"
#include "core/view/map_data.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kRowShape = 0.72;  ///< Of a panel in the layout: row heights are relative to it.
/// Ranks, and neighbours in common; beside each other on a wide page, where the higher counts.
constexpr std::array kChartRows{0.75, 0.5};

/// The key of a column for both maps; that of the first network's where the second has one of its own.
std::string colourKey(const Snapshot& snapshot, const Comparison& c, const DataTable& table, const std::string& key) {
    const FeatureSet* set = snapshot.featureSet(c.firstNetwork);
    if (set == nullptr || key == "none" || table.find(key) != nullptr) return key;
    return fmt::format("{}[{}]", key.empty() ? "distance" : key, set->network.name);
}

Result<std::shared_ptr<const MapFigureData>> mapOf(const Snapshot& snapshot, const Comparison& c, const DataTable& table,
                                                   bool isFirst, const CompareFigureOptions& options) {
    MapRequest request;
    request.map = isFirst ? c.firstMap : c.secondMap;
    request.colouring = options.colouring;
    request.colouring.key = colourKey(snapshot, c, table, options.colouring.key);
    if (c.images < static_cast<std::int64_t>(c.shared.size())) {
        request.passes.resize(c.shared.size());
        for (std::size_t row = 0; row < c.shared.size(); ++row) request.passes[row] = c.has(row) ? 1 : 0;
    }
    auto data = mapFigureData(snapshot, table, request);
    if (!data) return forward(data);
    if (c.ofNetworks) data->title = isFirst ? c.first : c.second;
    return std::make_shared<const MapFigureData>(std::move(*data));
}

Result<Chart> mapsPanel(const Snapshot& snapshot, const Comparison& c, const CompareFigureOptions& options, double& shape) {
    const DataTable table = buildDataTable(snapshot);
    const auto first = mapOf(snapshot, c, table, true, options);
    if (!first) return forward(first);
    const auto second = mapOf(snapshot, c, table, false, options);
    if (!second) return forward(second);
    MapFigureSpec spec;
    spec.privacy = options.privacy;
    return mapPairChart(*first, *second, spec, shape);
}

void addSources(Figure& figure, const Snapshot& snapshot, const Comparison& c, const std::string& colour) {
    const auto mapName = [&](MapId id) {
        const auto found = std::ranges::find(snapshot.maps, id, &MapRecord::id);
        return found == snapshot.maps.end() ? std::string("none") : found->name;
    };
    figure.provenance = {{"First", c.first}, {"Second", c.second}};
    if (const FeatureSet* second = snapshot.featureSet(c.secondNetwork); c.ofNetworks && second != nullptr)
        figure.provenance.emplace_back("Second network SHA-256", weightsForFile(second->network));
    figure.provenance.emplace_back("Maps", mapName(c.firstMap) + ", " + mapName(c.secondMap));
    if (c.firstMap) figure.provenance.emplace_back("Colour", colour);
}

}  // namespace

Chart ranksChart(const Comparison& c) {
    Scatter images;
    images.byDensity = true;
    images.pointing.picks = true;
    for (std::size_t row = 0; row < c.firstRank.size(); ++row) {
        if (!c.has(row)) continue;
        images.x.push_back(c.firstRank[row]);
        images.y.push_back(c.secondRank[row]);
        images.rows.add(static_cast<int>(row));
    }
    Chart chart;
    chart.x.title = say("Distance from the origin in {} (percentile)", c.first);
    chart.y.title = say("In {} (percentile)", c.second);
    chart.x.brief = say("Percentile in {}", c.first);
    chart.y.brief = say("Percentile in {}", c.second);
    chart.x.low = chart.y.low = 0;
    chart.x.high = chart.y.high = 100;
    chart.squareUnits = true;
    chart.layers.emplace_back(std::move(images));
    chart.layers.emplace_back(Diagonal{.label = say("the same rank")});
    chart.footnote = say("Spearman's ρ {:.3f}, Kendall's τ {:.3f}.", c.rho, c.tau);
    chart.legend.place = LegendPlace::kNone;
    return chart;
}

Chart sharedChart(const Comparison& c) {
    SharedCounts shares = sharedCounts(c);
    std::vector<std::vector<int>> rows(shares.counts.size());
    for (std::size_t row = 0; row < c.shared.size(); ++row)
        if (c.has(row)) rows[SharedCounts::binOf(c.shared[row], rows.size())].push_back(static_cast<int>(row));
    Histogram images;
    images.edges = std::move(shares.edges);
    images.counts = std::move(shares.counts);
    images.label = say("images");
    images.colour = Tone::kAccent;
    images.pointing.picks = true;
    for (const auto& ofBin : rows) images.rows.add(ofBin);
    Chart chart;
    chart.x.title = say("Share of the {} nearest neighbours in common", c.k);
    chart.y.title = say("Images");
    chart.y.ticks.whole = true;
    chart.y.fromZero = true;
    chart.x.low = 0;
    chart.x.high = 1;
    chart.layers.emplace_back(std::move(images));
    chart.layers.emplace_back(Rule{true, c.meanShared, say("mean")});
    chart.footnote =
        say("{} images, neighbours by {}: {:.1f} % in common on average, {:.1f} % by chance.", grouped(c.images),
            c.ofNetworks ? say("the features' cosine") : say("distance on the maps"), 100 * c.meanShared, 100 * c.byChance);
    chart.legend.place = LegendPlace::kNone;
    return chart;
}

Result<figure::Figure> compareFigure(const Snapshot& snapshot, const Comparison& comparison,
                                     const CompareFigureOptions& options) {
    Figure figure = newFigure(2, 0);
    figure.letters = true;
    if (comparison.firstMap && comparison.secondMap) {
        double shape = 0;
        auto maps = mapsPanel(snapshot, comparison, options, shape);
        if (!maps) return forward(maps);
        figure.charts.push_back(std::move(*maps));
        figure.rowHeights.push_back(shape / kRowShape);
    }
    const bool ranks = std::isfinite(comparison.rho);
    if (ranks) figure.charts.push_back(ranksChart(comparison));
    figure.charts.push_back(sharedChart(comparison));
    if (!ranks) figure.charts.back().wholeRow = true;
    if (ranks) figure.rowHeights.push_back(kChartRows[0]);
    figure.rowHeights.push_back(kChartRows[1]);
    addSources(figure, snapshot, comparison, options.colouring.key.empty() ? "distance" : options.colouring.key);
    return figure;
}

}  // namespace facespace::report
