#include "core/analyses/scope.h"

#include <fmt/format.h>

#include "core/filter/filter.h"

namespace facespace {

std::string networkInView(const std::string& asked, const Snapshot& snapshot) {
    if (!asked.empty() || snapshot.featureSets.empty()) return asked;
    const FeatureSet* ofMap = snapshot.maps.empty() ? nullptr : snapshot.featureSet(snapshot.maps.back().network);
    return (ofMap != nullptr ? ofMap : snapshot.featureSets.front().get())->network.name;
}

Result<std::vector<std::uint8_t>> passesOf(const std::string& filter, const DataTable& table, const Snapshot& snapshot,
                                           const std::string& network) {
    if (filter.empty()) return std::vector<std::uint8_t>{};
    auto mask = evaluateFilter(filter, table, networkInView(network, snapshot));
    if (!mask)
        return fail(ErrorCode::kInvalid, say("The filter is not understood at character {}: {}", mask.error().position + 1,
                                             mask.error().message));
    return std::move(*mask);
}

std::vector<std::int64_t> rowsOf(const std::vector<std::uint8_t>& passes) {
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < passes.size(); ++row)
        if (passes[row] != 0) rows.push_back(static_cast<std::int64_t>(row));
    return rows;
}

}  // namespace facespace
