#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include "core/projection/aligned_vector.h"

namespace facespace {

/// Open-boundary convolution of a real 2-D or 3-D grid with an even kernel by FFTW (float): only the part of the padded grid
/// that holds data is transformed. Parallel, and the same for any number of threads.
class FftConvolution {
  public:
    /// @param dims  2 or 3.
    explicit FftConvolution(int dims);
    ~FftConvolution();
    FftConvolution(FftConvolution&&) noexcept;
    FftConvolution& operator=(FftConvolution&&) noexcept;

    using Extent = std::array<std::size_t, 3>;  ///< x, y, z; z is 1 in 2-D.

    /// The smallest padded length 2ᵃ3ᵇ5ᶜ (even) of at least `atLeast`.
    static std::size_t goodLength(std::size_t atLeast);

    /// Sets the padded size and the kernel: kernel(squared distance in grid steps). The spline's response is divided out, so
    /// that spreading and gathering with cubic B-splines interpolate. Nothing happens if size and `kernelKey` are those of
    /// the last call.
    /// @param padded  goodLength values, at least twice the used part.
    void prepare(const Extent& padded, double kernelKey, const std::function<double(double)>& kernel);

    /// Convolves in place the first `used` nodes of each axis. Rows of the grid are rowStride() floats apart, slabs used[1]
    /// rows.
    void run(float* grid, const Extent& used);
    std::size_t rowStride() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
