// Two networks or maps compared, as tables.
#include <algorithm>

#include "core/compute/analysis_tables.h"

namespace facespace {
namespace {

Table summaryOf(const Comparison& c) {
    Table table{"compare",
                say("How two networks, or two maps, see the same images"),
                {"first", "second", "compared", "images", "images_lacking", "k", "neighbours_shared", "by_chance",
                 "spearman", "kendall"},
                {},
                false};
    table.add(c.first, c.second, c.ofNetworks ? say("networks") : say("maps"), c.images, c.lacking, c.k, c.meanShared,
              c.byChance, c.rho, c.tau);
    return table;
}

Table identityTable(const Comparison& c, const Snapshot& snapshot) {
    Table table{"compare_identities",
                say("Identities, the most changed first"),
                {"identity", "images", "neighbours_shared", "mean_percentile_shift", "mean_absolute_percentile_shift"},
                {},
                false};
    const Table::Cell none;
    for (const IdentityChange& change : identityChanges(c, snapshot))
        table.add(change.identity, change.images, change.shared, c.ofNetworks ? Table::cell(change.shift) : none,
                  c.ofNetworks ? Table::cell(change.absoluteShift) : none);
    return table;
}

Table imageTable(const Comparison& c, const Snapshot& snapshot) {
    Table table{"compare_images",
                say("Images, in import order"),
                {"path", "identity", "first_distance", "second_distance", "first_percentile", "second_percentile",
                 "percentile_shift", "neighbours_shared"},
                {},
                true};
    const FeatureSet *first = snapshot.featureSet(c.firstNetwork), *second = snapshot.featureSet(c.secondNetwork);
    const auto distance = [](const FeatureSet* set, std::size_t row) {
        return set == nullptr ? Table::Cell{} : Table::cell(set->distance[row]);
    };
    for (std::size_t row = 0; row < c.shared.size(); ++row) {
        if (c.taken[row] == 0) continue;
        const ImageRecord& image = snapshot.images.images[row];
        const auto percentile = [&](const std::vector<double>& ranks) {
            return ranks.empty() ? Table::Cell{} : Table::cell(ranks[row]);
        };
        table.add(image.path, image.identity, distance(first, row), distance(second, row), percentile(c.firstRank),
                  percentile(c.secondRank), c.ofNetworks ? Table::cell(c.shift(row)) : Table::Cell{}, c.shared[row]);
    }
    return table;
}

Table neighbourTable(const Comparison& c, const Snapshot& snapshot) {
    Table table{"compare_neighbours",
                say("Neighbours in both, the nearest first"),
                {"path", "position", "first_neighbour", "second_neighbour", "first_in_second", "second_in_first"},
                {},
                true};
    const auto k = static_cast<std::size_t>(c.k);
    const auto path = [&](int row) {
        return row < 0 ? std::string() : snapshot.images.images[static_cast<std::size_t>(row)].path;
    };
    for (std::size_t row = 0; row < c.shared.size(); ++row) {
        if (!c.has(row)) continue;
        const int *first = &c.firstNeighbours[row * k], *second = &c.secondNeighbours[row * k];
        const auto in = [k](const int* all, int one) { return std::find(all, all + k, one) != all + k; };
        for (std::size_t i = 0; i < k; ++i)
            table.add(snapshot.images.images[row].path, i + 1, path(first[i]), path(second[i]), in(second, first[i]),
                      in(first, second[i]));
    }
    return table;
}

}  // namespace

std::vector<Table> makeTables(const Comparison& comparison, const Snapshot& snapshot, bool neighbours) {
    std::vector<Table> tables{summaryOf(comparison), identityTable(comparison, snapshot), imageTable(comparison, snapshot)};
    if (neighbours) tables.push_back(neighbourTable(comparison, snapshot));
    return tables;
}

}  // namespace facespace
