#include "core/projection/moving_search.h"

#include <algorithm>
#include <array>
#include "core/projection/affinities.h"
#include "core/projection/exact_search.h"

namespace facespace {
namespace {
constexpr Eigen::Index kFewest = 4096;  // images: below, the search takes no time that could be seen
constexpr double kWorkOfAPart = 1e10;   // multiplications: about a twelfth of a second on two cores
constexpr int kMostParts = 400;
constexpr int kNeighbours = 16;
constexpr double kPerplexity = 5;

/// Whether the neighbours found so far are taken anew: once there are some, and once there are many.
bool refreshesAfter(int part, int parts) { return part == 1 || part == (parts + 2) / 3; }
}  // namespace

int movingParts(const FeatureMatrix& x, const TsneOptions& options) {
    if (options.searchIterations <= 0 || x.rows() < kFewest || x.rows() > kMostExactRows) return 0;
    const auto rows = static_cast<double>(x.rows());
    // A pair costs its products and, whatever their number, its place in the lists.
    const double work = rows * rows / 2 * (static_cast<double>(x.cols()) + 200);
    const int parts = static_cast<int>(std::min<double>(work / kWorkOfAPart, kMostParts));
    return parts < 3 ? 0 : parts;
}

Result<NeighbourGraph> searchWhileMoving(const FeatureMatrix& x, int k, int parts, const TsneOptions& options,
                                         const Embedding& start, TsneOptimiser& optimiser, const Tsne::Placed& placed,
                                         const JobContext& job) {
    auto search = ExactSearch::create(x, k, options.metric, SearchOrder::kShuffled, parts);
    if (!search) return forward(search);
    const int wanted = std::min({options.searchIterations, options.exaggerationIterations, options.iterations});
    for (int part = 1; part < parts; ++part) {
        if (const auto ran = search->runTo(part, job); !ran) return forward(ran);
        if (refreshesAfter(part, parts)) {
            auto p = affinities(search->soFar(std::min(k, kNeighbours)), std::array{std::min(kPerplexity, k / 3.0)}, job);
            if (!p) return forward(p);
            if (part == 1)
                optimiser.start(std::move(*p), start);
            else
                optimiser.replace(*p);
        }
        while (optimiser.iteration() < wanted * part / (parts - 1)) optimiser.step();
        if (placed) placed(optimiser.embedding(), optimiser.iteration());
    }
    if (const auto ran = search->runTo(parts, job); !ran) return forward(ran);
    return search->finish();
}

}  // namespace facespace
