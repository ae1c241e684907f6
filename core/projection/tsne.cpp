#include "core/projection/tsne.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include "core/common/memory.h"
#include "core/common/parallel.h"
#include "core/projection/affinities.h"
#include "core/projection/finite_rows.h"
#include "core/projection/initial_map.h"
#include "core/projection/moving_search.h"
#include "core/projection/optimiser.h"
#include "core/projection/placement.h"

namespace facespace {

struct Tsne::Impl {
    TsneOptions options;
    double effectivePerplexity = 0.0;
    NeighbourSearch search;
    Text note;
    TsneOptimiser optimiser;
};

namespace {
tl::expected<void, Error> check(const TsneOptions& o) {
    if (o.dims != 2 && o.dims != 3)
        return fail(ErrorCode::kInvalid, say("A t-SNE map has 2 or 3 dimensions, not {}.", o.dims));
    auto perplexities = o.perplexities;
    perplexities.push_back(o.perplexity);
    for (const double p : perplexities)
        if (!(p >= 1.0) || !std::isfinite(p))
            return fail(ErrorCode::kInvalid, say("The perplexity must be at least 1, not {}.", p));
    if (!(o.learningRate >= 0) || !std::isfinite(o.learningRate))
        return fail(ErrorCode::kInvalid, say("The learning rate must be positive, or 0 for automatic."));
    if (!(o.earlyExaggeration >= 1.0) || !std::isfinite(o.earlyExaggeration))
        return fail(ErrorCode::kInvalid, say("The early exaggeration must be at least 1."));
    if (o.iterations < 0 || o.exaggerationIterations < 0)
        return fail(ErrorCode::kInvalid, say("Iterations cannot be negative."));
    if (o.heldIterations < 0 || o.risingIterations < 0 || o.settlingIterations < 0)
        return fail(ErrorCode::kInvalid, say("Iterations cannot be negative."));
    if (!(o.stopWhenConverged >= 0) || o.stopWhenConverged >= 1)
        return fail(ErrorCode::kInvalid,
                    say("The share at which a map counts as converged must be at least 0 and below 1."));
    if (!(o.autoRate > 0) || !std::isfinite(o.autoRate))
        return fail(ErrorCode::kInvalid, say("The automatic rate must be positive."));
    if (!(o.lateExaggeration > 0) || !std::isfinite(o.lateExaggeration) || o.lateIterations < 0)
        return fail(ErrorCode::kInvalid, say("The late exaggeration must be positive, for 0 or more iterations."));
    if (!(o.stopWhenStill >= 0) || o.stopWhenStill >= 1)
        return fail(ErrorCode::kInvalid, say("The step at which a map counts as still must be at least 0 and below 1."));
    for (const double m : {o.initialMomentum, o.finalMomentum, o.settlingMomentum})
        if (!(m >= 0.0 && m < 1.0)) return fail(ErrorCode::kInvalid, say("The momentum must be at least 0 and below 1."));
    return {};
}
}  // namespace

Tsne::Tsne(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tsne::Tsne(Tsne&&) noexcept = default;
Tsne& Tsne::operator=(Tsne&&) noexcept = default;
Tsne::~Tsne() = default;

namespace {
/// Memory grows with images × perplexity: better one sentence than a killed program.
tl::expected<void, Error> checkMemory(Eigen::Index images, int k, double perplexity) {
    constexpr double kBytesPerNeighbour = 40;  // neighbours, affinities and their transpose at the worst moment
    const auto available = static_cast<double>(availableMemory());
    const double rows = static_cast<double>(images);
    const double needed = kBytesPerNeighbour * rows * static_cast<double>(k);
    if (available <= 0 || needed <= available) return {};
    return fail(ErrorCode::kResource,
                say("A perplexity of {:.0f} among {} images needs about {:.0f} GiB of memory, and {:.0f} GiB are free: "
                    "take at most {:.0f}.",
                    perplexity, images, needed / 0x1p30, available / 0x1p30,
                    std::floor(available / (kBytesPerNeighbour * rows * 3.0))));
}

/// A given map, with unplaced rows put among their neighbours.
Result<Embedding> completed(const FeatureMatrix& x, const Embedding& start, const TsneOptions& options,
                            const JobContext& job) {
    if (start.rows() != x.rows() || start.cols() != options.dims)
        return fail(ErrorCode::kInvalid, say("A start of {} × {} does not fit a {}-dimensional map of {} images.",
                                             start.rows(), start.cols(), options.dims, x.rows()));
    std::vector<Eigen::Index> placed;
    std::vector<Eigen::Index> fresh;
    for (Eigen::Index i = 0; i < start.rows(); ++i) (start.row(i).allFinite() ? placed : fresh).push_back(i);
    if (placed.empty()) return fail(ErrorCode::kInvalid, say("No image of the earlier map is left: make a new map."));
    Embedding map = start;
    if (fresh.empty()) return map;
    const FeatureMatrix old = x(placed, Eigen::all);
    const FeatureMatrix added = x(fresh, Eigen::all);
    const Embedding oldMap = start(placed, Eigen::all);
    const auto positions = placeOnMap(old, oldMap, added, {.metric = options.metric}, job);
    if (!positions) return forward(positions);
    // A hair apart, or images with the same neighbours could never part.
    for (std::size_t r = 0; r < fresh.size(); ++r)
        for (Eigen::Index a = 0; a < map.cols(); ++a)
            map(fresh[r], a) =
                (*positions)(static_cast<Eigen::Index>(r), a) +
                1e-3F * (static_cast<float>((r * 7919 + static_cast<std::size_t>(a) * 104729) % 1000) / 500.0F - 1.0F);
    return map;
}
}  // namespace

Result<Tsne> Tsne::create(const FeatureMatrix& x, const TsneOptions& options, const JobContext& job, const Placed& placed) {
    return build(x, options, nullptr, job, placed);
}

Result<Tsne> Tsne::createFrom(const FeatureMatrix& x, const Embedding& start, const TsneOptions& options,
                              const JobContext& job, const Placed& placed) {
    TsneOptions warm = options;
    warm.exaggerationIterations = 0;
    return build(x, warm, &start, job, placed);
}

Result<Tsne> Tsne::build(const FeatureMatrix& x, const TsneOptions& options, const Embedding* given, const JobContext& job,
                         const Placed& placed) {
    if (const auto ok = check(options); !ok) return tl::make_unexpected(ok.error());
    if (const auto ok = checkFiniteRows(x); !ok) return tl::make_unexpected(ok.error());
    const Eigen::Index n = x.rows();
    std::vector<double> perplexities = options.perplexities;
    if (perplexities.empty()) perplexities.push_back(options.perplexity);
    const double asked = *std::max_element(perplexities.begin(), perplexities.end());
    const double highest = std::max(1.0, static_cast<double>(n - 1) / 3.0);
    for (double& p : perplexities) p = std::min(p, highest);
    auto impl = std::make_unique<Impl>(Impl{options, std::min(asked, highest), {}, {}, TsneOptimiser(options)});
    if (asked > highest)
        impl->note = say("The perplexity was lowered from {} to {:.1f}, a third of the other images.", asked, highest);
    auto start = given != nullptr ? completed(x, *given, options, job) : initialMap(x, options.dims, options.seed, job);
    if (!start) return forward(start);
    if (placed) placed(*start, 0);
    Affinities p;
    if (n > 1) {
        const int k = std::clamp(static_cast<int>(3.0 * impl->effectivePerplexity), 1, static_cast<int>(n - 1));
        if (const auto ok = checkMemory(n, k, impl->effectivePerplexity); !ok) return tl::make_unexpected(ok.error());
        if (const int parts = given == nullptr ? movingParts(x, options) : 0; parts > 0) {
            const auto graph = searchWhileMoving(x, k, parts, options, *start, impl->optimiser, placed, job);
            if (!graph) return forward(graph);
            auto found = affinities(*graph, perplexities, job);
            if (!found) return forward(found);
            impl->optimiser.replace(*found);
            return Tsne(std::move(impl));
        }
        auto neighbours = mapNeighbours(x, k, options.metric, job);
        if (!neighbours) return forward(neighbours);
        impl->search = *neighbours;
        auto found = affinities(neighbours->graph, perplexities, job);
        if (!found) return forward(found);
        p = std::move(*found);
    } else {
        p.rowStart = {0, 0};
        start->setZero();
    }
    impl->optimiser.start(std::move(p), *start);
    return Tsne(std::move(impl));
}

tl::expected<void, Error> Tsne::runTo(int iteration, const JobContext& job) {
    TsneOptimiser& o = impl_->optimiser;
    while (o.iteration() < iteration && !o.ended()) {
        if (job.cancelled()) return cancelled();
        o.step();
        job.progress(say("t-SNE"), o.iteration(), o.converged() ? o.last() : std::max(iteration, o.last()));
    }
    return {};
}

int Tsne::iteration() const { return impl_->optimiser.iteration(); }
const TsneOptions& Tsne::options() const { return impl_->options; }
double Tsne::effectivePerplexity() const { return impl_->effectivePerplexity; }
Text Tsne::note() const { return impl_->note; }
const NeighbourSearch& Tsne::neighbourSearch() const { return impl_->search; }
void Tsne::setExaggeration(double exaggeration) {
    impl_->optimiser.setExaggeration(exaggeration > 0 ? std::max(exaggeration, 0.1) : 0.0);
}
double Tsne::exaggeration() const { return impl_->optimiser.exaggeration(); }
bool Tsne::still() const { return impl_->optimiser.still(); }
bool Tsne::converged() const { return impl_->optimiser.converged(); }
int Tsne::last() const { return impl_->optimiser.last(); }

Embedding Tsne::embedding() const { return impl_->optimiser.embedding(); }
double Tsne::klDivergence() { return impl_->optimiser.klDivergence(); }

}  // namespace facespace
