#include "core/analysis/experiment1_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/common/parallel.h"

namespace facespace::experiment1 {
namespace {
std::vector<std::vector<Eigen::Index>> members(const IdentityGroups& groups) {
    std::vector<std::vector<Eigen::Index>> of(static_cast<std::size_t>(groups.count));
    for (std::size_t i = 0; i < groups.groupOf.size(); ++i)
        of[static_cast<std::size_t>(groups.groupOf[i])].push_back(static_cast<Eigen::Index>(i));
    return of;
}
}  // namespace

Result<void> checkOptions(const Experiment1Options& o) {
    if (o.folds < 2 || o.folds > 32)
        return fail(ErrorCode::kInvalid, say("{} folds are not possible; choose 2 to 32.", o.folds));
    if (!(o.trainShare >= 0.05 && o.trainShare <= 0.95))
        return fail(ErrorCode::kInvalid,
                    say("A training share of {:g} is not possible; choose 0.05 to 0.95.", o.trainShare));
    if (o.randomRepeats < 0 || o.bootstrap < 0 || o.permutations < 0 || o.featureRepeats < 1)
        return fail(ErrorCode::kInvalid, say("Numbers of repeats cannot be negative."));
    for (const double g : o.shrinkages)
        if (!(g > 0 && g <= 1))
            return fail(ErrorCode::kInvalid, say("A shrinkage of {:g} is not possible; give values above 0 up to 1.", g));
    return {};
}

namespace {
constexpr int kSharedBlocks = 20;
}

RandomSplits::RandomSplits(const FeatureMatrix& x, const LabelledRows& task, const Experiment1Options& o)
    : x_(x), task_(task), o_(o) {
    const auto n = static_cast<std::int64_t>(task.rows.size());
    const double trainBlocks = o.trainShare * kSharedBlocks;
    train_ = static_cast<int>(std::lround(trainBlocks));
    if (std::abs(trainBlocks - train_) > 1e-9 || train_ < 4 || n < 2000 || x.cols() > 1024) return;
    const IdentityGroups& units = task.groups.units;
    const auto order = shuffledIndices(units.count, streamSeed(o.seed, 1000));
    std::vector<std::int32_t> blockOfUnit(order.size()), blockOf;
    for (std::size_t i = 0; i < order.size(); ++i)
        blockOfUnit[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i % kSharedBlocks);
    for (const std::int32_t u : units.groupOf) blockOf.push_back(blockOfUnit[static_cast<std::size_t>(u)]);
    shared_.emplace(x, task.rows, task.y, blockOf, kSharedBlocks);
}

Result<void> RandomSplits::gather(const JobContext& job) {
    if (!shared_) return {};
    return shared_->gather(job);
}

Result<void> RandomSplits::visit(int repeat, const JobContext& job, const Visitor& visitor) const {
    const std::uint64_t seed = streamSeed(o_.seed, static_cast<std::uint64_t>(repeat));
    if (!shared_) {
        const FoldPlan plan = randomPlan(task_.groups.units, o_.trainShare, seed);
        RidgeBlocks blocks(x_, task_.rows, task_.y, plan.blockOf, plan.blocks);
        if (auto done = blocks.gather(job, blocks.all() & ~plan.outer[0]); !done) return done;
        return visitor(blocks, plan);
    }
    FoldPlan plan;
    plan.blocks = kSharedBlocks;
    RidgeBlocks::BlockSet training = 0, heldOut = 0;
    const auto order = shuffledIndices(kSharedBlocks, seed);
    for (int b = 0; b < train_; ++b) {
        training |= RidgeBlocks::BlockSet{1} << order[static_cast<std::size_t>(b)];
        if (b < std::max(1, train_ / 4)) heldOut |= RidgeBlocks::BlockSet{1} << order[static_cast<std::size_t>(b)];
    }
    plan.outer = {shared_->all() & ~training};
    plan.inner = {{heldOut}};
    return visitor(*shared_, plan);
}

std::vector<int> featureCounts(const Experiment1Options& options, Eigen::Index dimension) {
    const int d = static_cast<int>(dimension);
    std::vector<int> counts;
    if (options.featureCounts.empty()) {
        for (int decade = 1; decade < d; decade *= 10)
            for (const int step : {1, 2, 5})
                if (decade * step <= d * 2 / 3) counts.push_back(decade * step);
    } else {
        counts = options.featureCounts;
    }
    counts.push_back(d);
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    std::erase_if(counts, [&](int c) { return c < 1 || c > d; });
    return counts;
}

std::vector<Eigen::Index> randomFeatures(Eigen::Index dimension, int count, std::uint64_t seed) {
    const auto order = shuffledIndices(dimension, seed);
    std::vector<Eigen::Index> features(order.begin(), order.begin() + count);
    std::sort(features.begin(), features.end());
    return features;
}

std::vector<Eigen::Index> rankedFeatures(const RidgeBlocks& blocks, RidgeBlocks::BlockSet training) {
    const auto m = blocks.sum(training);
    const double n = static_cast<double>(m.rows);
    const Eigen::ArrayXd variance = m.gram.diagonal().array() - m.sx.array().square() / n;
    const Eigen::ArrayXd covariance = m.xy.col(0).array() - m.sx.array() * (m.sy(0) / n);
    const Eigen::ArrayXd strength = (variance > 0).select(covariance.square() / variance, 0.0);
    std::vector<Eigen::Index> order(static_cast<std::size_t>(strength.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return strength(a) > strength(b); });
    return order;
}

PermutationScheme schemeFor(const Eigen::VectorXd& y, const IdentityGroups& groups) {
    const double mean = y.mean();
    double between = 0;
    for (const auto& of : members(groups)) {
        double sum = 0;
        for (const Eigen::Index i : of) sum += y(i) - mean;
        between += sum * sum / static_cast<double>(of.size());
    }
    return between <= 0.5 * (y.array() - mean).square().sum() ? PermutationScheme::kWithinIdentity
                                                              : PermutationScheme::kWholeIdentities;
}

Eigen::MatrixXd permutedLabels(const Eigen::VectorXd& y, const UnitGroups& groups, PermutationScheme scheme, int count,
                               std::uint64_t seed) {
    const auto rowsOf = members(groups.units);
    std::vector<std::vector<std::size_t>> unitsOf(static_cast<std::size_t>(groups.identities.count));
    for (std::size_t u = 0; u < rowsOf.size(); ++u) unitsOf[static_cast<std::size_t>(groups.identityOfUnit[u])].push_back(u);
    Eigen::MatrixXd permuted(y.size(), count);
    // The frames of one unit take those of another, in order, repeated as often as needed.
    const auto take = [&](std::size_t to, std::size_t from, Eigen::Index column) {
        for (std::size_t i = 0; i < rowsOf[to].size(); ++i)
            permuted(rowsOf[to][i], column) = y(rowsOf[from][i % rowsOf[from].size()]);
    };
    parallelChunks(static_cast<std::size_t>(count), 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end; ++p) {
            const auto column = static_cast<Eigen::Index>(p);
            if (scheme == PermutationScheme::kWholeIdentities) {
                const auto other = shuffledIndices(groups.identities.count, streamSeed(seed, p));
                for (std::size_t g = 0; g < unitsOf.size(); ++g) {
                    const auto& from = unitsOf[static_cast<std::size_t>(other[g])];
                    for (std::size_t i = 0; i < unitsOf[g].size(); ++i) take(unitsOf[g][i], from[i % from.size()], column);
                }
                continue;
            }
            boost::random::mt19937_64 random(streamSeed(seed, p));
            for (const auto& units : unitsOf) {
                std::vector<std::size_t> from = units;
                for (std::size_t i = from.size(); i-- > 1;) {
                    boost::random::uniform_int_distribution<std::size_t> pick(0, i);
                    std::swap(from[i], from[pick(random)]);
                }
                for (std::size_t i = 0; i < units.size(); ++i) take(units[i], from[i], column);
            }
        }
    });
    return permuted;
}

PermutationBaseline baseline(PermutationScheme scheme, double actual, const std::vector<double>& permuted) {
    PermutationBaseline b;
    b.scheme = scheme;
    b.figure = spreadOf(permuted);
    b.permutations = static_cast<int>(permuted.size());
    const auto asGood = std::count_if(permuted.begin(), permuted.end(), [&](double v) { return !(v < actual); });
    b.pValue = static_cast<double>(1 + asGood) / static_cast<double>(1 + permuted.size());
    return b;
}

}  // namespace facespace::experiment1
