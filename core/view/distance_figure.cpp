#include "core/view/distance_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"
#include "core/view/colouring.h"

namespace facespace {
namespace {

constexpr int kFewestBins = 8, kMostBins = 80;

struct Group {
    std::string label;
    std::vector<double> values;
    std::vector<int> rows;  ///< Whose values they are.
};

/// D. Freedman and P. Diaconis, "On the histogram as a density estimator", 1981: 2 IQR / n^⅓ wide.
std::vector<double> edgesOf(std::vector<double> values, int bins) {
    std::sort(values.begin(), values.end());
    double low = values.front(), high = values.back();
    if (!(high > low)) {
        low -= 0.5;
        high += 0.5;
    }
    if (bins <= 0) {
        const double iqr = quantile(values, 0.75) - quantile(values, 0.25);
        const double width = 2 * iqr / std::cbrt(static_cast<double>(values.size()));
        const double wanted = width > 0 ? std::ceil((high - low) / width) : kFewestBins;
        bins = static_cast<int>(std::clamp(wanted, static_cast<double>(kFewestBins), static_cast<double>(kMostBins)));
    }
    std::vector<double> edges;
    for (int i = 0; i <= bins; ++i) edges.push_back(low + (high - low) * i / bins);
    return edges;
}

figure::Histogram histogramIn(const std::vector<double>& edges, const Group& group) {
    std::vector<std::vector<int>> rows(edges.size() - 1);
    for (std::size_t i = 0; i < group.values.size(); ++i) {
        const auto after = std::upper_bound(edges.begin(), edges.end(), group.values[i]) - edges.begin();
        const auto bin = std::clamp<std::ptrdiff_t>(after - 1, 0, static_cast<std::ptrdiff_t>(rows.size()) - 1);
        rows[static_cast<std::size_t>(bin)].push_back(group.rows[i]);
    }
    figure::Histogram histogram;
    histogram.edges = edges;
    histogram.pointing.picks = true;
    for (const auto& behind : rows) {
        histogram.counts.push_back(static_cast<double>(behind.size()));
        histogram.rows.add(behind);
    }
    return histogram;
}

Result<std::vector<Group>> groupsOf(const FeatureSet& set, const DataTable& table, const DistanceRequest& request) {
    const Column* column = nullptr;
    std::vector<Group> groups(1);
    if (!request.groupBy.empty()) {
        column = table.find(request.groupBy);
        if (column == nullptr || column->kind != Column::Kind::kCategory || column->levels.size() > kMostClasses) {
            std::string keys;
            for (const Column& c : table.columns) {
                if (c.kind == Column::Kind::kCategory && c.levels.size() <= kMostClasses)
                    keys += (keys.empty() ? "" : ", ") + c.key;
            }
            return fail(ErrorCode::kNotFound, say("“{}” is no column of at most {} groups; such are: {}.", request.groupBy,
                                                  kMostClasses, keys.empty() ? say("none") : Text(keys)));
        }
        groups.resize(column->levels.size());
        for (std::size_t i = 0; i < groups.size(); ++i)
            groups[i].label = request.privacy && isPersonal(request.groupBy) ? fmt::format("{}", i + 1) : column->levels[i];
    }
    for (std::size_t row = 0; row < set.distance.size(); ++row) {
        if (row < request.passes.size() && request.passes[row] == 0) continue;
        const double distance = static_cast<double>(set.distance[row]);
        const std::int32_t code = column == nullptr ? 0 : column->codes[row];
        if (!std::isfinite(distance) || code < 0) continue;
        groups[static_cast<std::size_t>(code)].values.push_back(distance);
        groups[static_cast<std::size_t>(code)].rows.push_back(static_cast<int>(row));
    }
    std::erase_if(groups, [](const Group& group) { return group.values.empty(); });
    return groups;
}

}  // namespace

Result<figure::Figure> distanceFigure(const Snapshot& snapshot, const DataTable& table, const DistanceRequest& request) {
    const FeatureSet* set = snapshot.featureSet(request.network);
    if (set == nullptr) {
        std::string names;
        for (const auto& other : snapshot.featureSets) names += (names.empty() ? "" : ", ") + other->network.name;
        return fail(ErrorCode::kNotFound, say("There are no features of a network “{}”; there are: {}.", request.network,
                                              names.empty() ? say("none") : Text(names)));
    }
    const auto groups = groupsOf(*set, table, request);
    if (!groups) return forward(groups);
    std::vector<double> all;
    for (const Group& group : *groups) all.insert(all.end(), group.values.begin(), group.values.end());
    if (all.empty())
        return fail(ErrorCode::kInvalid, say("None of these images has a feature: there are no distances to show."));
    const std::vector<double> edges = edgesOf(all, request.bins);

    figure::Figure figure;
    figure.provenance = {{"Software", "FaceSpace"},
                         {"Project", snapshot.projectFile.filename().string()},
                         {"Network", set->network.name},
                         {"Network SHA-256", weightsForFile(set->network)},
                         {"Distance", "from the origin, Euclidean"},
                         {"Groups", request.groupBy},
                         {"Filter", filterForFile(request.filter, request.privacy)}};
    figure::Chart& chart = figure.add();
    chart.x.title = say("Distance from origin ({})", set->network.name);
    const bool shares = groups->size() > 1;
    chart.y.title = shares ? say("Images of the group (%)") : say("Images");
    chart.y.ticks.whole = !shares;
    for (const Group& group : *groups) {
        figure::Histogram histogram = histogramIn(edges, group);
        if (shares) {
            histogram.label =
                fmt::format("{} ({})", group.label, figure::grouped(static_cast<long long>(group.values.size())));
            for (double& count : histogram.counts) count *= 100.0 / static_cast<double>(group.values.size());
        }
        chart.layers.push_back(std::move(histogram));
    }
    if (set->network.normalised)
        chart.footnote = say("This network returns vectors of length 1: all distances are the same.");
    return figure;
}

}  // namespace facespace
