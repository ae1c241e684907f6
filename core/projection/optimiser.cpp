#include "core/projection/optimiser.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include "core/common/parallel.h"
#include "core/projection/kernels.h"
#include "core/projection/morton.h"

namespace facespace {
namespace {
constexpr std::size_t kChunk = 512;
constexpr float kMinimumGain = 0.01F;
constexpr int kPlanEvery = 10;
constexpr float kLongestStep = 5.0F;
constexpr double kExaggeratedMomentum = 0.9;  // an exaggerated pull overshoots with more

/// Iterations before which the points are put in a new order: often while the map unfolds, seldom later.
bool reordersBefore(int iteration) {
    if (iteration < 400)
        return iteration == 0 || iteration == 30 || iteration == 100 || iteration == 150 || iteration == 250;
    return iteration % 200 == 0;
}
}  // namespace

TsneOptimiser::TsneOptimiser(const TsneOptions& options)
    : options_(options),
      packing_(Repulsion::packing(options.dims)),
      last_(options.iterations),
      watch_(options.stopWhenConverged),
      repulsion_(options.dims) {}

void TsneOptimiser::start(Affinities p, const Embedding& initial) {
    p_ = std::move(p);
    n_ = p_.rows();
    iteration_ = 0;
    order_.resize(n_);
    std::iota(order_.begin(), order_.end(), 0);
    y_.assign(n_ * packing_, 0.0F);
    for (std::size_t i = 0; i < n_; ++i)
        for (int a = 0; a < options_.dims; ++a)
            y_[i * packing_ + static_cast<std::size_t>(a)] = initial(static_cast<Eigen::Index>(i), a);
    next_.assign(y_.size(), 0.0F);
    velocity_.assign(y_.size(), 0.0F);
    repulsive_.assign(y_.size(), 0.0F);
    gain_.assign(y_.size(), 1.0F);
}

void TsneOptimiser::replace(const Affinities& p) {
    renumber(p, order_, spare_);
    std::swap(p_, spare_);
}

void TsneOptimiser::reorder() {
    const std::vector<std::int32_t> places = mortonOrder(y_.data(), n_, options_.dims);
    renumber(p_, places, spare_);
    std::swap(p_, spare_);
    const auto permute = [&](auto& values, std::size_t width) {
        auto old = values;
        for (std::size_t r = 0; r < n_; ++r)
            for (std::size_t a = 0; a < width; ++a)
                values[r * width + a] = old[static_cast<std::size_t>(places[r]) * width + a];
    };
    permute(order_, 1);
    permute(y_, packing_);
    permute(velocity_, packing_);
    permute(gain_, packing_);
}

double TsneOptimiser::exaggeration() const {
    if (exaggerationOverride_ > 0) return exaggerationOverride_;
    if (iteration_ < options_.exaggerationIterations) return options_.earlyExaggeration;
    return iteration_ >= options_.iterations - options_.lateIterations ? options_.lateExaggeration : 1.0;
}

void TsneOptimiser::setExaggeration(double exaggeration) {
    exaggerationOverride_ = exaggeration;
    still_ = converged_ = false;
    last_ = options_.iterations;
    watch_.restart();
}

/// Rate times exaggeration must stay near N or below: beyond, the attraction overshoots.
double TsneOptimiser::rate() const {
    if (options_.learningRate > 0) return options_.learningRate;
    const double perPoint = std::min(options_.autoRate, 1.0 / exaggeration());
    return std::max(50.0, static_cast<double>(n_) * perPoint);
}

double TsneOptimiser::momentum() const {
    if (iteration_ >= last_ - options_.settlingIterations && iteration_ < last_)
        return std::min(options_.settlingMomentum, options_.finalMomentum);
    const int since = iteration_ - options_.exaggerationIterations - options_.heldIterations;
    if (since < 0) return options_.initialMomentum;
    const double last = exaggeration() > 1 ? std::min(options_.finalMomentum, kExaggeratedMomentum) : options_.finalMomentum;
    if (since >= options_.risingIterations) return last;
    const double share = static_cast<double>(since) / options_.risingIterations;
    return options_.initialMomentum + share * (last - options_.initialMomentum);
}

void TsneOptimiser::watchConvergence(double z) {
    const int from = options_.exaggerationIterations + options_.heldIterations + options_.risingIterations;
    if (converged_ || exaggeration() != 1.0 || !watch_.due(iteration_, from)) return;
    if (!watch_.add(mapHolds(p_, y_.data(), packing_, order_, z))) return;
    converged_ = true;
    last_ = std::min(last_, iteration_ + options_.settlingIterations);
}

void TsneOptimiser::update(double z) {
    const auto exaggeration = static_cast<float>(this->exaggeration());
    const auto momentum = static_cast<float>(this->momentum());
    const auto step = static_cast<float>(rate());
    const auto inverseZ = static_cast<float>(1.0 / z);
    const auto attraction = packing_ == 2 ? kernels().attraction2 : kernels().attraction3;
    const auto dims = static_cast<std::size_t>(options_.dims);
    std::vector<double> movement(chunkCount(n_, kChunk));
    parallelChunks(n_, kChunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        float moved = 0;
        for (std::size_t i = begin; i < end; ++i) {
            float pull[3];
            const std::size_t first = p_.rowStart[i];
            attraction(y_.data(), i, p_.to.data() + first, p_.weight.data() + first, p_.rowStart[i + 1] - first, pull);
            for (std::size_t a = 0; a < dims; ++a) {
                const std::size_t at = i * packing_ + a;
                const float gradient = exaggeration * pull[a] - repulsive_[at] * inverseZ;
                const bool uphill = (gradient > 0) == (velocity_[at] > 0);
                gain_[at] = std::max(uphill ? gain_[at] * 0.8F : gain_[at] + 0.2F, kMinimumGain);
                velocity_[at] =
                    std::clamp(momentum * velocity_[at] - step * gain_[at] * gradient, -kLongestStep, kLongestStep);
                next_[at] = y_[at] + velocity_[at];
                moved += velocity_[at] * velocity_[at];
            }
        }
        movement[c] = static_cast<double>(moved);
    });
    watchMovement(std::accumulate(movement.begin(), movement.end(), 0.0) / static_cast<double>(n_));
}

void TsneOptimiser::watchMovement(double meanSquaredStep) {
    if (options_.stopWhenStill <= 0 || iteration_ < options_.exaggerationIterations + 50) return;
    const Embedding map = embedding();
    const double radius2 = map.cast<double>().squaredNorm() / static_cast<double>(n_);
    still_ = meanSquaredStep < options_.stopWhenStill * options_.stopWhenStill * radius2;
}

void TsneOptimiser::step() {
    if (n_ > 1) {
        if (reordersBefore(iteration_)) reorder();
        if (iteration_ % kPlanEvery == 0) repulsion_.plan(y_.data(), n_);
        const double z = repulsion_.evaluate(y_.data(), n_, repulsive_.data());
        watchConvergence(z);
        update(z);
        std::swap(y_, next_);
    }
    ++iteration_;
}

Embedding TsneOptimiser::gradient() {
    Repulsion repulsion(options_.dims);
    const double z = repulsion.evaluate(y_.data(), n_, repulsive_.data());
    const auto attraction = packing_ == 2 ? kernels().attraction2 : kernels().attraction3;
    Embedding result(static_cast<Eigen::Index>(n_), options_.dims);
    for (std::size_t i = 0; i < n_; ++i) {
        float pull[3];
        const std::size_t first = p_.rowStart[i];
        attraction(y_.data(), i, p_.to.data() + first, p_.weight.data() + first, p_.rowStart[i + 1] - first, pull);
        for (int a = 0; a < options_.dims; ++a)
            result(order_[i], a) = pull[a] - repulsive_[i * packing_ + static_cast<std::size_t>(a)] / static_cast<float>(z);
    }
    return result;
}

Embedding TsneOptimiser::embedding() const {
    Embedding map(static_cast<Eigen::Index>(n_), options_.dims);
    for (int a = 0; a < options_.dims; ++a) {
        double mean = 0;
        for (std::size_t i = 0; i < n_; ++i) mean += static_cast<double>(y_[i * packing_ + static_cast<std::size_t>(a)]);
        mean /= static_cast<double>(n_);
        for (std::size_t i = 0; i < n_; ++i)
            map(order_[i], a) =
                static_cast<float>(static_cast<double>(y_[i * packing_ + static_cast<std::size_t>(a)]) - mean);
    }
    return map;
}

double TsneOptimiser::klDivergence() {
    if (n_ < 2) return 0.0;
    // A splitting of its own: the run's must not depend on when somebody asks.
    Repulsion repulsion(options_.dims);
    const double z = repulsion.evaluate(y_.data(), n_, repulsive_.data());
    std::vector<double> sums(chunkCount(n_, kChunk));
    const double logZ = std::log(z);
    parallelChunks(n_, kChunk, [&](std::size_t c, std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t e = p_.rowStart[i]; e < p_.rowStart[i + 1]; ++e) {
                if (!(p_.weight[e] > 0)) continue;
                double d2 = 0;
                for (std::size_t a = 0; a < packing_; ++a) {
                    const float d = y_[i * packing_ + a] - y_[static_cast<std::size_t>(p_.to[e]) * packing_ + a];
                    d2 += static_cast<double>(d) * static_cast<double>(d);
                }
                const double p = static_cast<double>(p_.weight[e]);
                sum += p * (std::log(p) + std::log1p(d2) + logZ);
            }
        sums[c] = sum;
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace facespace
