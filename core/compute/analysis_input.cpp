#include "core/compute/analysis_input.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/compute/labels.h"
#include "core/compute/networks.h"

namespace facespace {
namespace {

Result<FeatureMatrix> narrowedTo(const FeatureMatrix& all, const std::vector<std::int64_t>& rows) {
    FeatureMatrix narrowed = FeatureMatrix::Constant(all.rows(), all.cols(), kNoValueFloat);
    for (const std::int64_t row : rows)
        if (row < 0 || row >= all.rows())
            return fail(ErrorCode::kInvalid, say("There is no image {}; the project has {}.", row, all.rows()));
    parallelChunks(rows.size(), 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) narrowed.row(rows[i]) = all.row(rows[i]);
    });
    return narrowed;
}

}  // namespace

Result<Units> unitsOf(const ImageSet& set, const std::string& column) {
    std::vector<std::string> labels;
    labels.reserve(set.images.size());
    if (column.empty()) {
        for (const auto& image : set.images) labels.push_back(image.video);
        return Units(identitiesOf(set), labels);
    }
    const auto found = std::ranges::find(set.metadataColumns, column);
    if (found == set.metadataColumns.end())
        return fail(
            ErrorCode::kNotFound,
            say("There is no column “{}” that could be the unit of observation; there are {}.", column,
                set.metadataColumns.empty() ? say("none") : Text(fmt::format("{}", fmt::join(set.metadataColumns, ", ")))));
    const auto at = static_cast<std::size_t>(found - set.metadataColumns.begin());
    for (const auto& image : set.images) labels.push_back(image.metadata[at]);
    return Units(identitiesOf(set), labels);
}

Result<AnalysisInput> gather(const Snapshot& snapshot, const AnalysisScope& scope) {
    std::vector<NetworkRecord> networks;
    for (const auto& set : snapshot.featureSets) networks.push_back(set->network);
    const auto network = findNetwork(std::move(networks), snapshot.projectFile.filename().string(), scope.network);
    if (!network) return forward(network);
    AnalysisInput input;
    for (const auto& set : snapshot.featureSets)
        if (set->network.id == network->id) input.set = set;
    input.identity = identitiesOf(snapshot.images);
    auto units = unitsOf(snapshot.images, scope.unit);
    if (!units) return forward(units);
    input.units = std::move(*units);
    if (scope.rows) {
        auto narrowed = narrowedTo(input.set->features, *scope.rows);
        if (!narrowed) return forward(narrowed);
        input.narrowed = std::move(*narrowed);
    }
    return input;
}

}  // namespace facespace
