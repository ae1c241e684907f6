#pragma once
#include <cstdint>
#include <memory>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/projection/neighbours.h"

namespace facespace {

struct UmapOptions {
    int dims = 2;
    int neighbours = 15;  ///< Including the image itself, as umap-learn counts; at least 2, lowered to the number of images.
    double minDistance = 0.1;   ///< 0 … spread: how closely points may be packed.
    double spread = 1.0;        ///< Above 0.
    int epochs = 0;             ///< 0: 500 up to 10,000 images, 200 beyond.
    double learningRate = 1.0;  ///< Falls to 0 over the epochs.
    int negativeSamples = 5;    ///< Random points that each sampled edge repels.
    Metric metric = Metric::kEuclidean;
    std::uint64_t seed = 1;
};

/// A UMAP-style map (McInnes, Healy & Melville 2018) as a resumable state. Neighbours of mapNeighbours(), PCA
/// initialisation. In each epoch all points move at once from the positions before it (the batch mode of uwot) and draw
/// their random numbers from the seed, the epoch and the point: the same map for any number of threads, in slices or whole.
class Umap {
  public:
    /// Errors: kInvalid (bad option or value), kCancelled. A single image lies at the origin.
    static Result<Umap> create(const FeatureMatrix& x, const UmapOptions& options, const JobContext& job = {});
    Umap(Umap&&) noexcept;
    Umap& operator=(Umap&&) noexcept;
    ~Umap();

    /// Runs up to the given epoch, at most epochs(). Errors: kCancelled, after which the state is whole.
    tl::expected<void, Error> runTo(int epoch, const JobContext& job = {});
    int epoch() const;
    int epochs() const;
    /// How the neighbours were found.
    const NeighbourSearch& neighbourSearch() const;
    /// N × dims in the order of the input, mean 0.
    Embedding embedding() const;

  private:
    struct Impl;
    explicit Umap(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// The curve 1/(1 + a·d^2b) that fits 1 up to minDistance and exp(−(d − minDistance)/spread) beyond, by least squares.
struct UmapCurve {
    double a;
    double b;
};
UmapCurve fitUmapCurve(double minDistance, double spread);

}  // namespace facespace
