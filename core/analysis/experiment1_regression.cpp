#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/analysis/experiment1_parts.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
using namespace experiment1;

struct Figures {
    double mae, rmse, r2;
};
Figures figures(const Eigen::VectorXd& y, const Eigen::VectorXd& predicted, const std::vector<std::int64_t>& entries) {
    double mean = 0, absolute = 0, squared = 0, total = 0;
    const double n = static_cast<double>(entries.size());
    for (const std::int64_t e : entries) mean += y(e) / n;
    for (const std::int64_t e : entries) {
        const double error = predicted(e) - y(e);
        absolute += std::abs(error);
        squared += error * error;
        total += (y(e) - mean) * (y(e) - mean);
    }
    return {absolute / n, std::sqrt(squared / n), 1 - squared / total};
}

/// Per identity: images, Σ|e|, Σe², Σy, Σy².
Eigen::MatrixXd groupSums(const LabelledRows& task, const std::vector<float>& predicted) {
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(5, task.groups.identities.count);
    const double mean = task.y.mean();
    for (std::size_t i = 0; i < task.rows.size(); ++i) {
        const double y = task.y(static_cast<Eigen::Index>(i), 0);
        const double e = static_cast<double>(predicted[static_cast<std::size_t>(task.rows[i])]) - y;
        sums.col(task.groups.identities.groupOf[i]) +=
            (Eigen::VectorXd(5) << 1, std::abs(e), e * e, y - mean, (y - mean) * (y - mean)).finished();
    }
    return sums;
}

Result<void> addIntervals(const LabelledRows& task, const Experiment1Options& o, RegressionReport& report,
                          const JobContext& job) {
    const RidgeResult& r = report.identityFolds;
    const Eigen::MatrixXd sums = groupSums(task, r.outOfFold);
    const auto statistics = [&](const std::vector<std::int32_t>& weights, double* out) {
        Eigen::VectorXd total = Eigen::VectorXd::Zero(5);
        for (std::size_t g = 0; g < weights.size(); ++g) total += weights[g] * sums.col(static_cast<Eigen::Index>(g));
        out[0] = total(1) / total(0);
        out[1] = std::sqrt(total(2) / total(0));
        out[2] = 1 - total(2) / (total(4) - total(3) * total(3) / total(0));
    };
    const auto bounds =
        clusteredBootstrap(task.groups.identities.count, 3, statistics, {o.bootstrap, 0.95, o.seed}, job, "intervals");
    if (!bounds) return forward(bounds);
    report.mae = {r.mae, (*bounds)[0].first, (*bounds)[0].second};
    report.rmse = {r.rmse, (*bounds)[1].first, (*bounds)[1].second};
    report.r2 = {r.r2, (*bounds)[2].first, (*bounds)[2].second};
    return {};
}

Result<void> addRandomSplits(const FeatureMatrix& x, const LabelledRows& task, const Experiment1Options& o,
                             RegressionReport& report, const JobContext& job) {
    const auto repeats = static_cast<std::size_t>(o.randomRepeats);
    std::vector<double> mae(repeats), rmse(repeats), r2(repeats);
    RandomSplits splits(x, task, o);
    job.progress(say("random-image splits"), 0, o.randomRepeats);
    if (auto done = splits.gather(job); !done) return done;
    std::atomic<std::int64_t> count{0};
    const auto split = [&](std::size_t repeat) {
        return [&, repeat](const RidgeBlocks& blocks, const FoldPlan& plan) -> Result<void> {
            const auto grid = penaltyGrid(o.penalties, blocks.scale(blocks.all() & ~plan.outer[0]));
            if (!grid) return forward(grid);
            NestedRidge search(blocks, plan, *grid, false);
            if (auto done = search.run({job.cancel, {}}, ""); !done) return done;
            Eigen::MatrixXd predicted(task.y.rows(), 1);
            search.predict(predicted);
            const Figures f = figures(task.y.col(0), predicted.col(0), blocks.entriesIn(plan.outer[0]));
            mae[repeat] = f.mae;
            rmse[repeat] = f.rmse;
            r2[repeat] = f.r2;
            return {};
        };
    };
    parallelChunks(repeats, 1, [&](std::size_t repeat, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        // The penalties were checked before, so that only a cancel can stop it.
        (void)splits.visit(static_cast<int>(repeat), {job.cancel, {}}, split(repeat));
        job.progress(say("random-image splits"), ++count, o.randomRepeats);
    });
    if (job.cancelled()) return cancelled();
    report.randomMae = spreadOf(mae);
    report.randomRmse = spreadOf(rmse);
    report.randomR2 = spreadOf(r2);
    return {};
}

Result<void> addBaseline(const FeatureMatrix& x, const LabelledRows& task, const FoldPlan& plan, const Experiment1Options& o,
                         RegressionReport& report, const JobContext& job) {
    if (o.permutations == 0) return {};
    const auto scheme = schemeFor(task.y.col(0), task.groups.identities);
    const Eigen::MatrixXd labels = permutedLabels(task.y.col(0), task.groups, scheme, o.permutations, o.seed + 17);
    RidgeBlocks blocks(x, task.rows, labels, plan.blockOf, plan.blocks);
    if (auto done = blocks.gather(job); !done) return done;
    const auto grid = penaltyGrid(o.penalties, blocks.scale(blocks.all()));
    if (!grid) return forward(grid);
    NestedRidge search(blocks, plan, *grid, false);
    if (auto done = search.run(job, say("permutation baseline")); !done) return done;
    Eigen::MatrixXd predicted(labels.rows(), labels.cols());
    search.predict(predicted);
    std::vector<double> r2;
    for (Eigen::Index t = 0; t < labels.cols(); ++t)
        r2.push_back(1 - (predicted.col(t) - labels.col(t)).squaredNorm() /
                             (labels.col(t).array() - labels.col(t).mean()).square().sum());
    report.baseline = baseline(scheme, report.identityFolds.r2, r2);
    return {};
}

/// R² out of fold where fold k uses the features subsetOf(k).
template <class SubsetOf>
Result<double> subsetR2(const RidgeBlocks& blocks, const LabelledRows& task, const FoldPlan& plan,
                        const std::vector<double>& grid, const JobContext& job, const SubsetOf& subsetOf) {
    Eigen::MatrixXd predicted(task.y.rows(), 1);
    for (std::size_t k = 0; k < plan.outer.size(); ++k) {
        const FoldPlan part{{}, plan.blocks, {plan.outer[k]}, {plan.inner[k]}};
        NestedRidge search(blocks, part, grid, false, subsetOf(k));
        if (auto done = search.run({job.cancel, {}}, ""); !done) return forward(done);
        search.predict(predicted);
    }
    return 1 - (predicted - task.y).squaredNorm() / (task.y.array() - task.y.mean()).square().sum();
}

Result<void> addFeatureCurve(const FeatureMatrix& x, const LabelledRows& task, const FoldPlan& plan,
                             const Experiment1Options& o, RegressionReport& report, const JobContext& job) {
    if (!o.featureCurve) return {};
    RidgeBlocks blocks(x, task.rows, task.y, plan.blockOf, plan.blocks);
    if (auto done = blocks.gather(job); !done) return done;
    const auto grid = penaltyGrid(o.penalties, blocks.scale(blocks.all()));
    if (!grid) return forward(grid);
    std::vector<std::vector<Eigen::Index>> ranked;
    for (const auto test : plan.outer) ranked.push_back(rankedFeatures(blocks, blocks.all() & ~test));
    const auto counts = featureCounts(o, x.cols());
    for (std::size_t c = 0; c < counts.size(); ++c) {
        job.progress(say("number of features"), static_cast<std::int64_t>(c), static_cast<std::int64_t>(counts.size()));
        FeatureCurvePoint point;
        point.features = counts[c];
        if (counts[c] == x.cols()) {
            point.best = report.identityFolds.r2;
            point.random = spreadOf({point.best});
        } else {
            const auto best = subsetR2(blocks, task, plan, *grid, job, [&](std::size_t k) {
                return std::vector<Eigen::Index>(ranked[k].begin(), ranked[k].begin() + counts[c]);
            });
            if (!best) return forward(best);
            point.best = *best;
            std::vector<double> random;
            for (int repeat = 0; repeat < o.featureRepeats; ++repeat) {
                const auto features =
                    randomFeatures(x.cols(), counts[c], streamSeed(o.seed + c, static_cast<std::uint64_t>(repeat)));
                const auto r2 = subsetR2(blocks, task, plan, *grid, job, [&](std::size_t) { return features; });
                if (!r2) return forward(r2);
                random.push_back(*r2);
            }
            point.random = spreadOf(random);
        }
        report.featureCurve.push_back(point);
    }
    return {};
}
}  // namespace

Result<RegressionReport> regressionExperiment(const FeatureMatrix& x, const std::vector<double>& labels, const Units& units,
                                              const Experiment1Options& options, const JobContext& job) {
    if (auto good = checkOptions(options); !good) return forward(good);
    RegressionReport report;
    auto folds = ridgeCrossValidated(x, labels, units, {options.folds, options.penalties, options.seed}, job);
    if (!folds) return forward(folds);
    report.identityFolds = std::move(*folds);
    report.notes = report.identityFolds.notes;
    const auto task = labelledRows(x, labels, units);
    const FoldPlan plan = identityPlan(task->groups, report.identityFolds.folds, options.seed);
    if (auto done = addIntervals(*task, options, report, job); !done) return forward(done);
    if (auto done = addRandomSplits(x, *task, options, report, job); !done) return forward(done);
    if (auto done = addBaseline(x, *task, plan, options, report, job); !done) return forward(done);
    if (auto done = addFeatureCurve(x, *task, plan, options, report, job); !done) return forward(done);
    return report;
}

}  // namespace facespace
