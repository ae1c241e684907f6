#include "core/projection/finite_rows.h"

#include <fmt/format.h>
#include <cmath>
#include <vector>
#include "core/common/parallel.h"

namespace facespace {

tl::expected<void, Error> checkFiniteRows(const FeatureMatrix& x) {
    if (x.rows() < 1 || x.cols() < 1)
        return fail(ErrorCode::kInvalid, say("There are no features to project: extract features first."));
    constexpr std::size_t kChunk = 1024;
    const auto n = static_cast<std::size_t>(x.rows());
    std::vector<Eigen::Index> firstBad(chunkCount(n, kChunk), -1);
    parallelChunks(n, kChunk, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            // A sum of products with zero is NaN exactly when some value is not finite; it vectorises, isfinite does not.
            const auto row = static_cast<Eigen::Index>(i);
            if (!std::isnan((x.row(row).array() * 0.0F).sum())) continue;
            firstBad[chunk] = row;
            return;
        }
    });
    for (const Eigen::Index row : firstBad)
        if (row >= 0)
            return fail(ErrorCode::kInvalid,
                        say("Feature row {} holds a value that is not a number: leave out images without a feature.", row));
    return {};
}

}  // namespace facespace
