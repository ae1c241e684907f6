#include "core/projection/fft_convolution.h"

#include <fftw3.h>
#include <cmath>
#include <complex>
#include <cstring>
#include <map>
#include <mutex>
#include <numbers>
#include <vector>
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kLines = 8;  // lines transformed together: 8 complex floats fill a cache line
using Complex = std::complex<float>;

/// FFTW's planner is not thread-safe; executing plans is.
std::mutex& plannerMutex() {
    static std::mutex mutex;
    return mutex;
}

struct PlanDeleter {
    void operator()(fftwf_plan_s* plan) const {
        const std::scoped_lock lock(plannerMutex());
        fftwf_destroy_plan(plan);
    }
};
using Plan = std::unique_ptr<fftwf_plan_s, PlanDeleter>;
fftwf_complex* fftw(Complex* p) { return reinterpret_cast<fftwf_complex*>(p); }

/// Plans for one length: kLines interleaved complex lines in place, or one real row. ESTIMATE: measuring costs seconds.
struct LinePlans {
    Plan forward, backward;
    explicit LinePlans(std::size_t length) {
        AlignedVector<Complex> buffer(length * kLines);
        const int n = static_cast<int>(length);
        const int lines = static_cast<int>(kLines);
        const std::scoped_lock lock(plannerMutex());
        for (const int sign : {FFTW_FORWARD, FFTW_BACKWARD})
            (sign == FFTW_FORWARD ? forward : backward)
                .reset(fftwf_plan_many_dft(1, &n, lines, fftw(buffer.data()), nullptr, lines, 1, fftw(buffer.data()),
                                           nullptr, lines, 1, sign, FFTW_ESTIMATE));
    }
};
struct RowPlans {
    Plan forward, backward;
    explicit RowPlans(std::size_t length) {
        AlignedVector<float> real(length + 16);
        AlignedVector<Complex> complex(length / 2 + 9);
        const int n = static_cast<int>(length);
        const std::scoped_lock lock(plannerMutex());
        forward.reset(fftwf_plan_dft_r2c_1d(n, real.data(), fftw(complex.data()), FFTW_ESTIMATE));
        backward.reset(fftwf_plan_dft_c2r_1d(n, fftw(complex.data()), real.data(), FFTW_ESTIMATE));
    }
};

std::size_t roundUp(std::size_t n, std::size_t multiple) { return (n + multiple - 1) / multiple * multiple; }

/// 1/response² of the cubic B-spline at integer nodes for each frequency: the response is (4 + 2 cos ω)/6.
std::vector<double> inverseResponse(std::size_t length, std::size_t count) {
    std::vector<double> table(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(length);
        const double response = (4.0 + 2.0 * std::cos(angle)) / 6.0;
        table[i] = 1.0 / (response * response);
    }
    return table;
}
}  // namespace

struct FftConvolution::Impl {
    int dims = 2;
    Extent padded{0, 0, 0};
    double key = 0;
    std::size_t spectrumStride = 0;  // complex values a row, a multiple of kLines
    AlignedVector<float> kernel;     // real transform of the kernel, [z][y][spectrumStride], scaled by 1/size
    AlignedVector<Complex> spectrum;
    std::map<std::size_t, LinePlans> linePlans;
    std::map<std::size_t, RowPlans> rowPlans;

    const LinePlans& line(std::size_t length) { return linePlans.try_emplace(length, length).first->second; }
    const RowPlans& row(std::size_t length) { return rowPlans.try_emplace(length, length).first->second; }

    void rowsForward(float* grid, const Extent& used, std::size_t stride, std::size_t slabRows);
    void rowsBackward(float* grid, const Extent& used, std::size_t stride, std::size_t slabRows);
    void lines(Complex* base, std::size_t lineStride, std::size_t length, std::size_t filled, const float* multiplier,
               std::size_t multiplierStride, int directions);
    void pass2(const Extent& used);
    void pass3(const Extent& used);
    void kernelTransform(const std::function<double(double)>& kernelOf);
};

FftConvolution::FftConvolution(int dims) : impl_(std::make_unique<Impl>()) { impl_->dims = dims; }
FftConvolution::~FftConvolution() = default;
FftConvolution::FftConvolution(FftConvolution&&) noexcept = default;
FftConvolution& FftConvolution::operator=(FftConvolution&&) noexcept = default;

std::size_t FftConvolution::goodLength(std::size_t atLeast) {
    for (std::size_t n = roundUp(std::max<std::size_t>(atLeast, 16), 2);; n += 2) {
        std::size_t rest = n;
        for (const std::size_t factor : {2U, 3U, 5U})
            while (rest % factor == 0) rest /= factor;
        // Multiples of 1024 put every line of a column into the same cache sets.
        if (rest == 1 && n % 1024 != 0) return n;
    }
}

std::size_t FftConvolution::rowStride() const { return roundUp(impl_->padded[0], 16); }

/// The rows of z slab s, row y lie at (s·slabRows + y)·spectrumStride in the spectrum.
void FftConvolution::Impl::rowsForward(float* grid, const Extent& used, std::size_t stride, std::size_t slabRows) {
    const RowPlans& plans = row(padded[0]);
    parallelChunks(used[1] * used[2], 8, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r)
            fftwf_execute_dft_r2c(plans.forward.get(), grid + r * stride,
                                  fftw(spectrum.data() + ((r / used[1]) * slabRows + r % used[1]) * spectrumStride));
    });
}

void FftConvolution::Impl::rowsBackward(float* grid, const Extent& used, std::size_t stride, std::size_t slabRows) {
    const RowPlans& plans = row(padded[0]);
    parallelChunks(used[1] * used[2], 8, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r)
            fftwf_execute_dft_c2r(plans.backward.get(),
                                  fftw(spectrum.data() + ((r / used[1]) * slabRows + r % used[1]) * spectrumStride),
                                  grid + r * stride);
    });
}

enum Direction { kForward = 1, kBackward = 2 };

/// Transforms kLines neighbouring lines. Forward: reads `filled` values of each line, the rest being zero. With a multiplier
/// the transform is multiplied by it. Backward alone or after the product: writes `filled` values back; forward alone writes
/// all.
void FftConvolution::Impl::lines(Complex* base, std::size_t lineStride, std::size_t length, std::size_t filled,
                                 const float* multiplier, std::size_t multiplierStride, int directions) {
    thread_local AlignedVector<Complex> buffer;
    if (buffer.size() < length * kLines) buffer.resize(length * kLines);
    constexpr std::size_t kBytes = kLines * sizeof(Complex);
    const LinePlans& plans = linePlans.at(length);
    const std::size_t read = (directions & kForward) != 0 ? filled : length;
    for (std::size_t i = 0; i < read; ++i) std::memcpy(buffer.data() + i * kLines, base + i * lineStride, kBytes);
    if ((directions & kForward) != 0) {
        std::fill(buffer.begin() + static_cast<std::ptrdiff_t>(filled * kLines),
                  buffer.begin() + static_cast<std::ptrdiff_t>(length * kLines), Complex{});
        fftwf_execute_dft(plans.forward.get(), fftw(buffer.data()), fftw(buffer.data()));
    }
    if (multiplier != nullptr)
        for (std::size_t i = 0; i < length; ++i)
            for (std::size_t l = 0; l < kLines; ++l) buffer[i * kLines + l] *= multiplier[i * multiplierStride + l];
    std::size_t written = length;
    if ((directions & kBackward) != 0) {
        fftwf_execute_dft(plans.backward.get(), fftw(buffer.data()), fftw(buffer.data()));
        written = filled;
    }
    for (std::size_t i = 0; i < written; ++i) std::memcpy(base + i * lineStride, buffer.data() + i * kLines, kBytes);
}

void FftConvolution::Impl::pass2(const Extent& used) {
    line(padded[1]);
    parallelChunks(spectrumStride / kLines, 2, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b)
            lines(spectrum.data() + b * kLines, spectrumStride, padded[1], used[1], kernel.data() + b * kLines,
                  spectrumStride, kForward | kBackward);
    });
}

void FftConvolution::Impl::pass3(const Extent& used) {
    line(padded[1]);
    line(padded[2]);
    const std::size_t blocks = spectrumStride / kLines;
    const std::size_t slab = padded[1] * spectrumStride;
    const auto alongY = [&](int direction) {
        parallelChunks(used[2] * blocks, blocks, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t t = begin; t < end; ++t)
                lines(spectrum.data() + (t / blocks) * slab + (t % blocks) * kLines, spectrumStride, padded[1], used[1],
                      nullptr, 0, direction);
        });
    };
    alongY(kForward);
    parallelChunks(padded[1] * blocks, blocks, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            const std::size_t offset = (t / blocks) * spectrumStride + (t % blocks) * kLines;
            lines(spectrum.data() + offset, slab, padded[2], used[2], kernel.data() + offset, slab, kForward | kBackward);
        }
    });
    alongY(kBackward);
}

void FftConvolution::prepare(const Extent& padded, double kernelKey, const std::function<double(double)>& kernel) {
    if (padded == impl_->padded && kernelKey == impl_->key) return;
    impl_->padded = padded;
    impl_->key = kernelKey;
    impl_->spectrumStride = roundUp(padded[0] / 2 + 1, kLines);
    impl_->kernelTransform(kernel);
}

/// Samples the kernel on the whole periodic grid and transforms it with the same passes; it is real and even, and so is its
/// transform.
void FftConvolution::Impl::kernelTransform(const std::function<double(double)>& kernelOf) {
    const std::size_t mx = padded[0];
    const std::size_t my = padded[1];
    const std::size_t mz = dims == 3 ? padded[2] : 1;
    const std::size_t stride = roundUp(mx, 16);
    AlignedVector<float> samples(stride * my * mz);
    const auto offset = [](std::size_t i, std::size_t m) { return static_cast<double>(std::min(i, m - i)); };
    parallelChunks(my * mz, 8, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const double dy = offset(r % my, my);
            const double dz = offset(r / my, mz);
            float* row = samples.data() + r * stride;
            for (std::size_t x = 0; x <= mx / 2; ++x) {
                const auto dx = static_cast<double>(x);
                row[x] = static_cast<float>(kernelOf(dx * dx + dy * dy + dz * dz));
            }
            for (std::size_t x = mx / 2 + 1; x < mx; ++x) row[x] = row[mx - x];
        }
    });
    spectrum.assign(spectrumStride * my * mz, Complex{});
    rowsForward(samples.data(), {mx, my, mz}, stride, my);
    line(my);
    const std::size_t blocks = spectrumStride / kLines;
    parallelChunks(mz * blocks, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t)
            lines(spectrum.data() + (t / blocks) * my * spectrumStride + (t % blocks) * kLines, spectrumStride, my, my,
                  nullptr, 0, kForward);
    });
    if (dims == 3) {
        line(mz);
        parallelChunks(my * blocks, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t t = begin; t < end; ++t)
                lines(spectrum.data() + t * kLines, my * spectrumStride, mz, mz, nullptr, 0, kForward);
        });
    }
    kernel.resize(spectrum.size());
    const double scale = 1.0 / static_cast<double>(mx * my * mz);
    const auto alongX = inverseResponse(mx, spectrumStride);
    const auto alongY = inverseResponse(my, my);
    const auto alongZ = inverseResponse(mz, mz);
    parallelChunks(my * mz, 8, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const double across = scale * alongY[r % my] * (dims == 3 ? alongZ[r / my] : 1.0);
            for (std::size_t x = 0; x < spectrumStride; ++x)
                kernel[r * spectrumStride + x] =
                    static_cast<float>(static_cast<double>(spectrum[r * spectrumStride + x].real()) * across * alongX[x]);
        }
    });
}

void FftConvolution::run(float* grid, const Extent& used) {
    Impl& s = *impl_;
    const std::size_t slabRows = s.dims == 3 ? s.padded[1] : used[1];
    const std::size_t slabs = s.dims == 3 ? s.padded[2] : 1;
    const std::size_t needed = s.spectrumStride * s.padded[1] * slabs;
    if (s.spectrum.size() < needed) s.spectrum.resize(needed);
    s.rowsForward(grid, used, rowStride(), slabRows);
    if (s.dims == 3)
        s.pass3(used);
    else
        s.pass2(used);
    s.rowsBackward(grid, used, rowStride(), slabRows);
}

}  // namespace facespace
