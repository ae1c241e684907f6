#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>
#include "core/projection/affinities.h"

namespace facespace {

/// What a map holds: by how much its divergence is below that of all points in one place, in nats,
///   −ln(Z / (N·(N − 1))) − Σ pᵢⱼ ln(1 + |yᵢ − yⱼ|²) / Σ pᵢⱼ,
/// the sum over the rows of a fixed share of the images (all up to 4,096, at least so many of more), chosen by their
/// place in the input, so that neither the order of points in memory nor the number of threads changes it.
/// @param y  n packed points.  @param order  row of the input at each place.  @param z  Σ 1/(1 + d²) over ordered pairs.
double mapHolds(const Affinities& p, const float* y, std::size_t packing, const std::vector<std::int32_t>& order, double z);

/// Tells when a run has converged: a block of iterations added less than a share of what the map holds.
class ConvergenceWatch {
  public:
    static constexpr int kBlock = 50;  ///< Iterations whose gain is judged.
    static constexpr int kEvery = 25;  ///< How often.

    /// @param share  0: never.
    explicit ConvergenceWatch(double share) : share_(share) {}
    /// Whether the map is to be looked at before this iteration. @param from  the first that counts.
    bool due(int iteration, int from) const { return share_ > 0 && iteration >= from && (iteration - from) % kEvery == 0; }
    /// @return  whether the run has converged.
    bool add(double holds);
    /// Forgets what it has seen: the run was changed by hand.
    void restart() { seen_.clear(); }

  private:
    double share_;
    std::vector<double> seen_;
};

}  // namespace facespace
