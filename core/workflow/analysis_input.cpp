#include "core/workflow/analysis_input.h"

#include <fmt/format.h>
#include <limits>

#include "core/common/parallel.h"
#include "core/workflow/labels.h"
#include "core/workflow/networks.h"

namespace facespace {
namespace {

Result<FeatureMatrix> narrowedTo(const FeatureMatrix& all, const std::vector<std::int64_t>& rows) {
    FeatureMatrix narrowed = FeatureMatrix::Constant(all.rows(), all.cols(), std::numeric_limits<float>::quiet_NaN());
    for (const std::int64_t row : rows)
        if (row < 0 || row >= all.rows())
            return fail(ErrorCode::kInvalid, fmt::format("There is no image {}; the project has {}.", row, all.rows()));
    parallelChunks(rows.size(), 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) narrowed.row(rows[i]) = all.row(rows[i]);
    });
    return narrowed;
}

}  // namespace

Result<AnalysisInput> gather(const Snapshot& snapshot, const AnalysisScope& scope) {
    std::vector<NetworkRecord> networks;
    for (const auto& set : snapshot.featureSets) networks.push_back(set->network);
    const auto network = findNetwork(std::move(networks), snapshot.projectFile.filename().string(), scope.network);
    if (!network) return forward(network);
    AnalysisInput input;
    for (const auto& set : snapshot.featureSets)
        if (set->network.id == network->id) input.set = set;
    input.identity = identitiesOf(snapshot.images);
    if (scope.rows) {
        auto narrowed = narrowedTo(input.set->features, *scope.rows);
        if (!narrowed) return forward(narrowed);
        input.narrowed = std::move(*narrowed);
    }
    return input;
}

}  // namespace facespace
