#pragma once
#include <span>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/projection/aligned_vector.h"
#include "core/projection/neighbours.h"

namespace facespace {

/// The symmetric affinities pᵢⱼ of t-SNE (van der Maaten & Hinton 2008, eq. 1 and section 3.1) as sparse rows, Σ pᵢⱼ = 1.
/// Each row is padded with edges of weight 0 to itself up to a multiple of 16, for the kernels.
struct Affinities {
    std::vector<std::size_t> rowStart;  ///< N + 1
    UnsetVector<std::int32_t> to;
    UnsetVector<float> weight;
    std::size_t rows() const { return rowStart.empty() ? 0 : rowStart.size() - 1; }
};

/// p(j|i) over each row's neighbours, with the width of the Gaussian found for each perplexity; several perplexities are
/// averaged (Kobak & Berens 2019). A perplexity above the number of neighbours gives equal weights. Errors: kCancelled.
Result<Affinities> affinities(const NeighbourGraph& graph, std::span<const double> perplexities, const JobContext& job = {});

/// The same affinities with rows renumbered: row r of `result` is row order[r] of the input. What `result` held is
/// overwritten, in its own memory where there is enough.
void renumber(const Affinities& p, const std::vector<std::int32_t>& order, Affinities& result);

/// p(j|i) of one row of squared distances (ascending or not), for one perplexity; sums to 1.
void gaussianWeights(std::span<const float> squaredDistance, double perplexity, std::span<float> weights);

}  // namespace facespace
