#pragma once
#include "core/features/feature_matrix.h"
#include "core/projection/affinities.h"
#include "core/projection/aligned_vector.h"
#include "core/projection/convergence.h"
#include "core/projection/repulsion.h"
#include "core/projection/tsne.h"

namespace facespace {

/// Gradient descent of t-SNE with momentum and gains (Jacobs 1988). Points are kept in an order of their own in which
/// neighbours on the map are neighbours in memory; the order changes only at fixed iterations, so slices of a run join
/// exactly.
class TsneOptimiser {
  public:
    explicit TsneOptimiser(const TsneOptions& options);

    void start(Affinities p, const Embedding& initial);
    /// Goes on with other affinities, in the order of the input, from where the points are.
    void replace(const Affinities& p);
    void step();
    int iteration() const { return iteration_; }
    Embedding embedding() const;
    double klDivergence();
    void setExaggeration(double exaggeration);
    double exaggeration() const;
    bool still() const { return still_; }
    bool converged() const { return converged_; }
    /// Where the run ends as far as is known.
    int last() const { return last_; }
    /// Whether it has ended before its last iteration was reached.
    bool ended() const { return still_ || (converged_ && iteration_ >= last_); }
    /// ∂KL/∂y / 4 of the present map, N × dims in the order of the input: for tests.
    Embedding gradient();

  private:
    void reorder();
    double rate() const;
    double momentum() const;
    void update(double z);
    void watchMovement(double meanSquaredStep);
    void watchConvergence(double z);

    TsneOptions options_;
    std::size_t packing_;
    std::size_t n_ = 0;
    int iteration_ = 0;
    double exaggerationOverride_ = 0.0;
    bool still_ = false;
    bool converged_ = false;
    int last_ = 0;
    ConvergenceWatch watch_;
    Affinities p_;
    Affinities spare_;  // the other order's memory: fresh pages are slow to get, and p at a million points has a gigabyte
    Repulsion repulsion_;
    std::vector<std::int32_t> order_;  // row of the input at each place
    AlignedVector<float> y_, next_, velocity_, gain_, repulsive_;
};

}  // namespace facespace
