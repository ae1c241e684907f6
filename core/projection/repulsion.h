#pragma once
#include <cstddef>
#include <memory>

namespace facespace {

/// The repulsive part of t-SNE's gradient from one potential φ(y) = Σⱼ 1/(1 + |y − yⱼ|²):
///   Z = Σᵢ φ(yᵢ) − N,   Σⱼ (yᵢ − yⱼ)/(1 + |yᵢ − yⱼ|²)² = −½ ∇φ(yᵢ).
/// φ is spread to a regular grid with cubic B-splines, convolved by FFT and gathered with the spline's own derivative: the
/// spreading is that of FIt-SNE (Linderman et al. 2019), with one transform each way instead of three or four. On a map
/// large enough, points near each other are summed directly and the grid carries the smooth rest (see NearField).
class Repulsion {
  public:
    /// @param dims  2 or 3.
    explicit Repulsion(int dims);
    ~Repulsion();
    Repulsion(Repulsion&&) noexcept;
    Repulsion& operator=(Repulsion&&) noexcept;

    /// Floats a point: pairs in 2-D, fours in 3-D (the last is 0).
    static constexpr std::size_t packing(int dims) { return dims == 2 ? 2 : 4; }

    /// Chooses how to split the potential for maps like this one; without a call, the first evaluate() chooses. Call it now
    /// and then as the map grows: any split gives about the same accuracy, a stale one costs time.
    void plan(const float* y, std::size_t n);

    /// @param y      n packed points.
    /// @param force  n packed vectors Σⱼ (yᵢ − yⱼ)/(1 + |yᵢ − yⱼ|²)², written.
    /// @return Z, the sum of 1/(1 + d²) over ordered pairs i ≠ j.
    double evaluate(const float* y, std::size_t n, float* force);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
