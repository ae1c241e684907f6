#include "core/projection/umap.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <Eigen/LU>
#include "core/common/parallel.h"
#include "core/projection/finite_rows.h"
#include "core/projection/fuzzy_graph.h"
#include "core/projection/initial_map.h"

namespace facespace {
namespace {
/// One stream of random numbers for each point and epoch: SplitMix64 (Steele, Lea & Flood 2014).
class Stream {
  public:
    Stream(std::uint64_t seed, std::uint64_t epoch, std::uint64_t point) : state_(mix(mix(mix(seed) ^ epoch) ^ point)) {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((next() >> 32U) * n >> 32U); }

  private:
    static std::uint64_t mix(std::uint64_t h) {
        h = (h ^ (h >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        h = (h ^ (h >> 27U)) * 0x94d049bb133111ebULL;
        return h ^ (h >> 31U);
    }
    std::uint64_t next() { return mix(state_ += 0x9e3779b97f4a7c15ULL); }
    std::uint64_t state_;
};
}  // namespace

UmapCurve fitUmapCurve(double minDistance, double spread) {
    constexpr int kPoints = 300;
    double a = 1.0;
    double b = 1.0;
    double damping = 1e-3;
    const auto pass = [&](double pa, double pb, Eigen::Matrix2d* normal, Eigen::Vector2d* right) {
        double error = 0;
        for (int i = 1; i < kPoints; ++i) {
            const double d = 3.0 * spread * i / (kPoints - 1);
            const double wanted = d < minDistance ? 1.0 : std::exp(-(d - minDistance) / spread);
            const double power = std::pow(d, 2.0 * pb);
            const double value = 1.0 / (1.0 + pa * power);
            const Eigen::Vector2d slope(-value * value * power, -value * value * pa * power * 2.0 * std::log(d));
            error += (wanted - value) * (wanted - value);
            if (normal != nullptr) *normal += slope * slope.transpose();
            if (right != nullptr) *right += slope * (wanted - value);
        }
        return error;
    };
    for (int step = 0; step < 200; ++step) {  // Levenberg & Marquardt
        Eigen::Matrix2d normal = Eigen::Matrix2d::Zero();
        Eigen::Vector2d right = Eigen::Vector2d::Zero();
        const double error = pass(a, b, &normal, &right);
        normal.diagonal() *= 1.0 + damping;
        const Eigen::Vector2d move = normal.inverse() * right;
        if (a + move[0] > 0 && b + move[1] > 0 && pass(a + move[0], b + move[1], nullptr, nullptr) < error) {
            a += move[0];
            b += move[1];
            damping *= 0.3;
            if (move.norm() < 1e-9) break;
        } else {
            damping *= 4.0;
            if (damping > 1e12) break;
        }
    }
    return {a, b};
}

struct Umap::Impl {
    UmapOptions options;
    UmapCurve curve{1, 1};
    Affinities graph;
    Embedding now, next;
    int epoch = 0;
    int epochs = 0;
    NeighbourSearch search;

    void step();
    void movePoint(std::size_t i, float rate);
};

void Umap::Impl::movePoint(std::size_t i, float rate) {
    const auto dims = static_cast<std::size_t>(options.dims);
    const auto n = static_cast<std::size_t>(now.rows());
    const auto a = static_cast<float>(curve.a);
    const auto b = static_cast<float>(curve.b);
    std::array<float, 3> y{};
    for (std::size_t c = 0; c < dims; ++c) y[c] = now.data()[i * dims + c];
    Stream random(options.seed, static_cast<std::uint64_t>(epoch), i);
    const auto push = [&](std::size_t j, bool attract) {
        std::array<float, 3> d{};
        float squared = 0;
        for (std::size_t c = 0; c < dims; ++c) {
            d[c] = y[c] - now.data()[j * dims + c];
            squared += d[c] * d[c];
        }
        if (!(squared > 0)) return;
        const float power = std::pow(squared, b);
        const float factor = attract ? -2.0F * a * b * power / (squared * (1.0F + a * power))
                                     : 2.0F * b / ((0.001F + squared) * (1.0F + a * power));
        for (std::size_t c = 0; c < dims; ++c) y[c] += rate * std::clamp(factor * d[c], -4.0F, 4.0F);
    };
    for (std::size_t e = graph.rowStart[i]; e < graph.rowStart[i + 1]; ++e) {
        // An edge of weight w (the strongest has 1) is drawn in a share w of the epochs, evenly.
        const float w = graph.weight[e];
        if (!(std::floor(static_cast<float>(epoch + 1) * w) > std::floor(static_cast<float>(epoch) * w))) continue;
        push(static_cast<std::size_t>(graph.to[e]), true);
        for (int s = 0; s < options.negativeSamples; ++s)
            if (const std::size_t j = random.below(n); j != i) push(j, false);
    }
    for (std::size_t c = 0; c < dims; ++c) next.data()[i * dims + c] = y[c];
}

void Umap::Impl::step() {
    const auto rate =
        static_cast<float>(options.learningRate * (1.0 - static_cast<double>(epoch) / static_cast<double>(epochs)));
    parallelChunks(static_cast<std::size_t>(now.rows()), 256, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) movePoint(i, rate);
    });
    std::swap(now, next);
    ++epoch;
}

namespace {
tl::expected<void, Error> check(const UmapOptions& o) {
    if (o.dims != 2 && o.dims != 3)
        return fail(ErrorCode::kInvalid, say("A UMAP map has 2 or 3 dimensions, not {}.", o.dims));
    if (o.neighbours < 2) return fail(ErrorCode::kInvalid, say("UMAP needs at least 2 neighbours."));
    if (!(o.spread > 0) || !(o.minDistance >= 0) || o.minDistance > o.spread || !std::isfinite(o.spread))
        return fail(ErrorCode::kInvalid, say("UMAP's minimum distance must be between 0 and the spread."));
    if (o.epochs < 0 || o.negativeSamples < 0 || !(o.learningRate > 0) || !std::isfinite(o.learningRate))
        return fail(ErrorCode::kInvalid, say("UMAP's epochs, negative samples and learning rate cannot be negative."));
    return {};
}
}  // namespace

Umap::Umap(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Umap::Umap(Umap&&) noexcept = default;
Umap& Umap::operator=(Umap&&) noexcept = default;
Umap::~Umap() = default;

Result<Umap> Umap::create(const FeatureMatrix& x, const UmapOptions& options, const JobContext& job) {
    if (const auto ok = check(options); !ok) return tl::make_unexpected(ok.error());
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->curve = fitUmapCurve(options.minDistance, options.spread);
    impl->epochs = options.epochs > 0 ? options.epochs : (x.rows() <= 10000 ? 500 : 200);
    auto start = initialMap(x, options.dims, options.seed, job);
    if (!start) return forward(start);
    // A standard deviation of 1e-4 becomes an extent of about 20, as umap-learn starts.
    const float largest = start->cwiseAbs().maxCoeff();
    impl->now = *start * (largest > 0 ? 10.0F / largest : 0.0F);
    if (x.rows() > 1) {
        const int k = static_cast<int>(std::min<Eigen::Index>(options.neighbours, x.rows())) - 1;
        const auto found = mapNeighbours(x, k, options.metric, job);
        if (!found) return forward(found);
        impl->search = *found;
        impl->graph = fuzzyUnion(found->graph);
    } else {
        impl->graph.rowStart = {0, 0};
        impl->now.setZero();
    }
    impl->next = impl->now;
    return Umap(std::move(impl));
}

tl::expected<void, Error> Umap::runTo(int epoch, const JobContext& job) {
    while (impl_->epoch < std::min(epoch, impl_->epochs)) {
        if (job.cancelled()) return cancelled();
        impl_->step();
        job.progress(say("UMAP"), impl_->epoch, impl_->epochs);
    }
    return {};
}

const NeighbourSearch& Umap::neighbourSearch() const { return impl_->search; }
int Umap::epoch() const { return impl_->epoch; }
int Umap::epochs() const { return impl_->epochs; }
Embedding Umap::embedding() const {
    const Eigen::RowVectorXf mean = impl_->now.cast<double>().colwise().mean().cast<float>();
    return impl_->now.rowwise() - mean;
}

}  // namespace facespace
