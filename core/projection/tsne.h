#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/projection/neighbours.h"

namespace facespace {

/// The step length is in units where the gradient is Σ (pᵢⱼ − qᵢⱼ)·wᵢⱼ·(yᵢ − yⱼ), without the factor 4 (as openTSNE and
/// FIt-SNE count; scikit-learn's learning_rate is a quarter of it).
struct TsneOptions {
    int dims = 2;              ///< 2 or 3.
    double perplexity = 30.0;  ///< At least 1. Above (N − 1)/3 it is lowered to that: see Tsne::effectivePerplexity().
    std::vector<double> perplexities{};  ///< Several perplexities averaged (multiscale); empty: `perplexity` alone.
    Metric metric = Metric::kEuclidean;
    double learningRate = 0.0;        ///< 0: automatic, scaled with N, see `autoRate`; else fixed.
    double autoRate = 0.5;            ///< The automatic rate after early exaggeration is this times N (at least 50).
    double earlyExaggeration = 12.0;  ///< At least 1.
    int exaggerationIterations =
        100;                       ///< Iterations with early exaggeration; their automatic rate is N / earlyExaggeration.
    int iterations = 750;          ///< What a whole run is at most; runTo() may go further.
    double initialMomentum = 0.5;  ///< While exaggerated, and for `heldIterations` after it.
    double finalMomentum = 0.98;
    /// After the exaggeration the momentum stays as it was for so many iterations, and rises to the final one in
    /// `risingIterations`. A momentum that is high at once scrambles what unfolds for good: points on either side of others
    /// never meet again.
    int heldIterations = 50;
    int risingIterations = 200;
    int settlingIterations = 50;  ///< The last so many of a run have `settlingMomentum`, in which points come to rest.
    double settlingMomentum = 0.5;
    /// Above 0: the run settles and ends once 50 iterations add less than this share of what the map holds, the fall of its
    /// divergence from that of all points in one place (see mapHolds()). Not while exaggerated. The default schedule's is
    /// set by scheduled().
    double stopWhenConverged = 0.0;
    double lateExaggeration = 1.0;  ///< From lateIterations on (Linderman et al. 2019); 1 to 4 is usual.
    int lateIterations = 0;         ///< The last so many of `iterations` have late exaggeration.
    double stopWhenStill =
        0.0;  ///< Above 0: the run ends early once the mean step falls below this share of the map's radius.
    /// So many of the exaggerated iterations are made while neighbours are still being looked for, with those found so far
    /// among a growing random part of the images, so that the map moves meanwhile. Only where the search takes long enough
    /// to be seen, and never in a continued map.
    int searchIterations = 40;
    std::uint64_t seed = 1;  ///< Of the small jitter on the PCA initialisation.
};

/// t-SNE (van der Maaten & Hinton 2008) of all rows, as a resumable state: runTo(100), runTo(200) gives bit for bit the map
/// of runTo(200), for any number of threads. Exact neighbours, FFT repulsion, PCA initialisation. Not thread-safe; may move
/// threads.
class Tsne {
  public:
    /// Finds neighbours and affinities and places the points by PCA.
    /// @param x  N × D, finite, N ≥ 1; callers leave out images without a feature.
    /// Errors: kInvalid (bad option or value), kResource (so high a perplexity needs more memory than there is), kCancelled.
    /// Equal rows lie at one point; a single image lies at the origin.
    /// @param placed  Told the first map (PCA, small), and how it moves while neighbours are looked for.
    using Placed = std::function<void(const Embedding& map, int iteration)>;
    static Result<Tsne> create(const FeatureMatrix& x, const TsneOptions& options, const JobContext& job = {},
                               const Placed& placed = {});

    /// Continues from an existing map after images were added or removed: no early exaggeration, and new images (rows of NaN
    /// in `start`) begin at the median of their nearest placed images. @param start  N × dims, at least one row of it
    /// placed.
    static Result<Tsne> createFrom(const FeatureMatrix& x, const Embedding& start, const TsneOptions& options,
                                   const JobContext& job = {}, const Placed& placed = {});

    Tsne(Tsne&&) noexcept;
    Tsne& operator=(Tsne&&) noexcept;
    ~Tsne();

    /// Runs up to (and including) the given iteration; nothing if it is already there. Checks for cancellation before each
    /// iteration; a cancelled state is whole and can be continued. Errors: kCancelled.
    tl::expected<void, Error> runTo(int iteration, const JobContext& job = {});

    int iteration() const;
    const TsneOptions& options() const;
    /// The largest perplexity in use after lowering for few images.
    double effectivePerplexity() const;
    /// A sentence for the user when the perplexity was lowered; empty otherwise.
    Text note() const;
    /// From the next iteration on, this exaggeration instead of the schedule's; 0 returns to the schedule. Continues a run
    /// that was still. @param exaggeration  0 or at least 0.1.
    void setExaggeration(double exaggeration);
    /// The exaggeration of the next iteration.
    double exaggeration() const;
    /// Whether `stopWhenStill` has ended the run: runTo() then does nothing.
    bool still() const;
    /// Whether `stopWhenConverged` has ended the run, or does once points have settled.
    bool converged() const;
    /// Where the run ends as far as is known: `iterations`, until it has converged.
    int last() const;
    /// N × dims in the order of the input rows, mean 0.
    Embedding embedding() const;
    /// Σ pᵢⱼ ln(pᵢⱼ/qᵢⱼ) of the present map, without exaggeration; costs about one iteration.
    double klDivergence();

    /// How the neighbours that the affinities are made from were found.
    const NeighbourSearch& neighbourSearch() const;

  private:
    struct Impl;
    static Result<Tsne> build(const FeatureMatrix& x, const TsneOptions& options, const Embedding* start,
                              const JobContext& job, const Placed& placed);
    explicit Tsne(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
