#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/analysis/class_figures.h"
#include "core/analysis/experiment1_parts.h"
#include "core/analysis/lda.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
using namespace experiment1;
using Blocks = RidgeBlocks;

double aucOf(const Eigen::VectorXd& scores, const Eigen::VectorXd& y, const std::vector<std::int64_t>& entries) {
    std::vector<double> s;
    std::vector<int> c;
    for (const std::int64_t e : entries) {
        s.push_back(scores(e));
        c.push_back(y(e) > 0.5 ? 1 : 0);
    }
    if (std::any_of(s.begin(), s.end(), [](double v) { return std::isnan(v); })) return kNoValue;
    return WeightedAuc(s, c).value();
}

/// AUC of every γ on one inner test set.
Eigen::VectorXd innerAuc(const Blocks& blocks, const Eigen::VectorXd& y, Blocks::BlockSet training, Blocks::BlockSet test,
                         const std::vector<double>& gammas) {
    const auto fits = ldaFits(blocks, training, gammas);
    const auto count = static_cast<Eigen::Index>(gammas.size());
    Blocks::Fit joined{Eigen::MatrixXd(blocks.features(), count), Eigen::RowVectorXd(count)};
    for (Eigen::Index g = 0; g < count; ++g) {
        joined.weights.col(g) = fits[static_cast<std::size_t>(g)].weights.col(0);
        joined.intercept(g) = fits[static_cast<std::size_t>(g)].intercept(0);
    }
    Eigen::MatrixXd scores(y.size(), count);
    blocks.predict(test, joined, scores);
    const auto entries = blocks.entriesIn(test);
    Eigen::VectorXd auc(count);
    for (Eigen::Index g = 0; g < count; ++g) auc(g) = aucOf(scores.col(g), y, entries);
    return auc;
}

/// Chooses γ for every outer set (and, as the last entry, for the fit on all rows).
std::vector<std::size_t> chooseShrinkage(const Blocks& blocks, const Eigen::VectorXd& y, const FoldPlan& plan,
                                         const std::vector<double>& gammas, bool overall, const JobContext& job) {
    struct Item {
        std::size_t choice;
        Blocks::BlockSet training, test;
    };
    std::vector<Item> items;
    for (std::size_t k = 0; k < plan.outer.size(); ++k)
        for (const auto test : plan.inner[k]) items.push_back({k, blocks.all() & ~(plan.outer[k] | test), test});
    if (overall)
        for (const auto test : plan.outer) items.push_back({plan.outer.size(), blocks.all() & ~test, test});
    std::vector<Eigen::VectorXd> auc(items.size());
    parallelChunks(items.size(), 1, [&](std::size_t i, std::size_t, std::size_t) {
        if (!job.cancelled()) auc[i] = innerAuc(blocks, y, items[i].training, items[i].test, gammas);
    });
    std::vector<std::size_t> choice(plan.outer.size() + (overall ? 1 : 0), gammas.size() / 2);
    if (job.cancelled()) return choice;
    for (std::size_t k = 0; k < choice.size(); ++k) {
        Eigen::VectorXd total = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(gammas.size()));
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items[i].choice == k && !auc[i].hasNaN()) total += auc[i];
        // Equal AUCs are common in small sets; rounding must not decide between them.
        const double most = total.maxCoeff();
        if (!(most > 0)) continue;
        for (Eigen::Index g = total.size() - 1; g >= 0; --g)
            if (total(g) > most - 1e-9) choice[k] = static_cast<std::size_t>(g);
    }
    return choice;
}

Result<LabelledRows> classRows(const FeatureMatrix& x, const ClassTarget& target, const Units& units) {
    std::vector<double> labels;
    for (const int c : target.classOf) labels.push_back(c < 0 ? kNoValue : c);
    std::int64_t images[2] = {0, 0};
    for (std::size_t i = 0; i < labels.size() && static_cast<Eigen::Index>(i) < x.rows(); ++i)
        if (target.classOf[i] >= 0 && x.row(static_cast<Eigen::Index>(i)).allFinite()) ++images[target.classOf[i]];
    for (const int c : {0, 1})
        if (images[c] == 0 && images[1 - c] > 0)
            return fail(ErrorCode::kInvalid,
                        say("All {} labelled images are “{}”, so there is nothing to tell apart; import "
                            "images that are “{}” too.",
                            images[1 - c], target.name[1 - c], target.name[c]));
    auto task = labelledRows(x, labels, units);
    if (!task) return task;
    std::vector<int> seen(static_cast<std::size_t>(task->groups.identities.count), 0);
    for (std::size_t i = 0; i < task->rows.size(); ++i)
        seen[static_cast<std::size_t>(task->groups.identities.groupOf[i])] |=
            task->y(static_cast<Eigen::Index>(i), 0) > 0.5 ? 2 : 1;
    for (const int c : {0, 1})
        if (std::count_if(seen.begin(), seen.end(), [&](int s) { return (s >> c & 1) != 0; }) < 2)
            return fail(ErrorCode::kInvalid,
                        say("Only one identity has images that are “{}”, so they cannot be told from that "
                            "person; import such images of more identities.",
                            target.name[c]));
    return task;
}

Confusion confusionOf(const Eigen::VectorXd& odds, const Eigen::VectorXd& y, const std::vector<std::int64_t>& entries) {
    Confusion c;
    for (const std::int64_t e : entries) c.count[y(e) > 0.5 ? 1 : 0][odds(e) > 0 ? 1 : 0] += 1;
    return c;
}

Result<void> addIntervals(const LabelledRows& task, const Eigen::VectorXd& odds, const Experiment1Options& o,
                          ClassificationReport& report, const JobContext& job) {
    const std::size_t n = task.rows.size();
    std::vector<double> scores(odds.data(), odds.data() + odds.size());
    std::vector<int> positive(n);
    std::vector<std::int64_t> entries(n);
    std::vector<Confusion> ofGroup(static_cast<std::size_t>(task.groups.identities.count));
    for (std::size_t i = 0; i < n; ++i) {
        entries[i] = static_cast<std::int64_t>(i);
        positive[i] = task.y(entries[i], 0) > 0.5 ? 1 : 0;
        ofGroup[static_cast<std::size_t>(task.groups.identities.groupOf[i])].count[positive[i]][scores[i] > 0 ? 1 : 0] += 1;
    }
    const WeightedAuc auc(scores, positive);
    const auto statistics = [&](const std::vector<std::int32_t>& weights, double* out) {
        Confusion total;
        for (std::size_t g = 0; g < weights.size(); ++g)
            for (int t = 0; t < 2; ++t)
                for (int s = 0; s < 2; ++s) total.count[t][s] += weights[g] * ofGroup[g].count[t][s];
        std::vector<std::int32_t> weightOf(n);
        for (std::size_t i = 0; i < n; ++i)
            weightOf[i] = weights[static_cast<std::size_t>(task.groups.identities.groupOf[i])];
        out[0] = total.accuracy();
        out[1] = total.balancedAccuracy();
        out[2] = auc.value(weightOf);
    };
    const auto bounds =
        clusteredBootstrap(task.groups.identities.count, 3, statistics, {o.bootstrap, 0.95, o.seed}, job, "intervals");
    if (!bounds) return forward(bounds);
    const Confusion all = confusionOf(odds, task.y.col(0), entries);
    for (int t = 0; t < 2; ++t)
        for (int s = 0; s < 2; ++s) report.confusion[t][s] = std::llround(all.count[t][s]);
    report.accuracy = {all.accuracy(), (*bounds)[0].first, (*bounds)[0].second};
    report.balancedAccuracy = {all.balancedAccuracy(), (*bounds)[1].first, (*bounds)[1].second};
    report.auc = {auc.value(), (*bounds)[2].first, (*bounds)[2].second};
    const double ones = task.y.sum() / static_cast<double>(n);
    report.majority = std::max(ones, 1 - ones);
    return {};
}

Result<void> addRandomSplits(const FeatureMatrix& x, const LabelledRows& task, const std::vector<double>& gammas,
                             const Experiment1Options& o, ClassificationReport& report, const JobContext& job) {
    const auto repeats = static_cast<std::size_t>(o.randomRepeats);
    std::vector<double> accuracy(repeats), balanced(repeats), auc(repeats);
    RandomSplits splits(x, task, o);
    job.progress(say("random-image splits"), 0, o.randomRepeats);
    if (auto done = splits.gather(job); !done) return done;
    std::atomic<std::int64_t> count{0};
    const auto split = [&](std::size_t repeat) {
        return [&, repeat](const Blocks& blocks, const FoldPlan& plan) -> Result<void> {
            const auto choice = chooseShrinkage(blocks, task.y.col(0), plan, gammas, false, job);
            if (job.cancelled()) return cancelled();
            const auto fit = ldaFits(blocks, blocks.all() & ~plan.outer[0], {gammas[choice[0]]}).front();
            Eigen::MatrixXd odds(task.y.rows(), 1);
            blocks.predict(plan.outer[0], fit, odds);
            const auto entries = blocks.entriesIn(plan.outer[0]);
            auc[repeat] = aucOf(odds.col(0), task.y.col(0), entries);
            const Confusion c = confusionOf(odds.col(0), task.y.col(0), entries);
            accuracy[repeat] = std::isnan(fit.intercept(0)) ? kNoValue : c.accuracy();
            balanced[repeat] = std::isnan(fit.intercept(0)) ? kNoValue : c.balancedAccuracy();
            return {};
        };
    };
    parallelChunks(repeats, 1, [&](std::size_t repeat, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        (void)splits.visit(static_cast<int>(repeat), {job.cancel, {}}, split(repeat));  // only a cancel can stop it
        job.progress(say("random-image splits"), ++count, o.randomRepeats);
    });
    if (job.cancelled()) return cancelled();
    report.randomAccuracy = spreadOf(accuracy);
    report.randomBalancedAccuracy = spreadOf(balanced);
    report.randomAuc = spreadOf(auc);
    return {};
}

std::vector<std::int64_t> everything(const Blocks& blocks) { return blocks.entriesIn(blocks.all()); }

Result<void> addBaseline(const FeatureMatrix& x, const LabelledRows& task, const FoldPlan& plan,
                         const std::vector<double>& gammaOf, const Experiment1Options& o, ClassificationReport& report,
                         const JobContext& job) {
    if (o.permutations == 0) return {};
    const auto scheme = schemeFor(task.y.col(0), task.groups.identities);
    const Eigen::MatrixXd labels = permutedLabels(task.y.col(0), task.groups, scheme, o.permutations, o.seed + 17);
    Blocks blocks(x, task.rows, labels, plan.blockOf, plan.blocks);
    job.progress(say("permutation baseline"), 0, o.permutations);
    if (auto done = blocks.gather(job); !done) return done;
    Eigen::MatrixXd odds(labels.rows(), labels.cols());
    for (std::size_t k = 0; k < plan.outer.size(); ++k) {
        if (job.cancelled()) return cancelled();
        blocks.predict(plan.outer[k], ldaPermuted(blocks, blocks.all() & ~plan.outer[k], gammaOf[k]), odds);
    }
    std::vector<double> auc(static_cast<std::size_t>(labels.cols()));
    const auto entries = everything(blocks);
    parallelChunks(auc.size(), 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end && !job.cancelled(); ++p)
            auc[p] = aucOf(odds.col(static_cast<Eigen::Index>(p)), labels.col(static_cast<Eigen::Index>(p)), entries);
    });
    if (job.cancelled()) return cancelled();
    report.baseline = baseline(scheme, report.auc.value, auc);
    return {};
}

template <class SubsetOf>
double subsetAuc(const Blocks& blocks, const LabelledRows& task, const FoldPlan& plan, const std::vector<double>& gammaOf,
                 const SubsetOf& subsetOf) {
    Eigen::MatrixXd odds(task.y.rows(), 1);
    for (std::size_t k = 0; k < plan.outer.size(); ++k)
        blocks.predict(plan.outer[k], ldaFits(blocks, blocks.all() & ~plan.outer[k], {gammaOf[k]}, subsetOf(k)).front(),
                       odds);
    return aucOf(odds.col(0), task.y.col(0), everything(blocks));
}

Result<void> addFeatureCurve(const Blocks& blocks, const LabelledRows& task, const FoldPlan& plan,
                             const std::vector<double>& gammaOf, const Experiment1Options& o, ClassificationReport& report,
                             const JobContext& job) {
    if (!o.featureCurve) return {};
    std::vector<std::vector<Eigen::Index>> ranked;
    for (const auto test : plan.outer) ranked.push_back(rankedFeatures(blocks, blocks.all() & ~test));
    const auto counts = featureCounts(o, blocks.features());
    for (std::size_t c = 0; c < counts.size(); ++c) {
        job.progress(say("number of features"), static_cast<std::int64_t>(c), static_cast<std::int64_t>(counts.size()));
        FeatureCurvePoint point;
        point.features = counts[c];
        point.best = subsetAuc(blocks, task, plan, gammaOf, [&](std::size_t k) {
            return std::vector<Eigen::Index>(ranked[k].begin(), ranked[k].begin() + counts[c]);
        });
        std::vector<double> random;
        const int repeats = counts[c] == blocks.features() ? 1 : o.featureRepeats;
        for (int repeat = 0; repeat < repeats; ++repeat) {
            if (job.cancelled()) return cancelled();
            const auto features =
                randomFeatures(blocks.features(), counts[c], streamSeed(o.seed + c, static_cast<std::uint64_t>(repeat)));
            random.push_back(subsetAuc(blocks, task, plan, gammaOf, [&](std::size_t) { return features; }));
        }
        point.random = spreadOf(random);
        report.featureCurve.push_back(point);
    }
    return {};
}
}  // namespace

ClassTarget centredPitch(const std::vector<double>& pitchDeg, double limitDeg) {
    ClassTarget target{{}, {"not centred", "centred"}};
    for (const double p : pitchDeg) target.classOf.push_back(std::isfinite(p) ? (std::abs(p) <= limitDeg ? 1 : 0) : -1);
    return target;
}

Result<ClassificationReport> classificationExperiment(const FeatureMatrix& x, const ClassTarget& target, const Units& units,
                                                      const Experiment1Options& o, const JobContext& job) {
    if (auto good = checkOptions(o); !good) return forward(good);
    const auto task = classRows(x, target, units);
    if (!task) return forward(task);
    const std::vector<double> gammas =
        o.shrinkages.empty() ? std::vector<double>{0.001, 0.01, 0.03, 0.1, 0.3, 0.6, 0.9} : o.shrinkages;
    ClassificationReport report;
    report.labelled = static_cast<std::int64_t>(task->rows.size());
    report.identities = task->groups.identities.count;
    report.folds = std::min(o.folds, static_cast<int>(task->groups.identities.count));
    if (report.folds < o.folds)
        report.notes.push_back(
            say("{} folds in place of {}: there are {} labelled identities.", report.folds, o.folds, report.identities));
    const FoldPlan plan = identityPlan(task->groups, report.folds, o.seed);
    Blocks blocks(x, task->rows, task->y, plan.blockOf, plan.blocks);
    job.progress(say("discriminant analysis"), 0, 1);
    if (auto done = blocks.gather(job); !done) return forward(done);
    if (!(blocks.scale(blocks.all()) > 1e-12 * std::max(1.0, x.row(task->rows[0]).cast<double>().squaredNorm())))
        return fail(ErrorCode::kInvalid,
                    say("The features of all labelled images are equal, so nothing can be read from them; check the "
                        "network and the images it was given."));
    const auto choice = chooseShrinkage(blocks, task->y.col(0), plan, gammas, true, job);
    if (job.cancelled()) return cancelled();
    Eigen::MatrixXd odds(task->y.rows(), 1);
    std::vector<double> gammaOf;
    for (std::size_t k = 0; k < plan.outer.size(); ++k) {
        gammaOf.push_back(gammas[choice[k]]);
        const auto fit = ldaFits(blocks, blocks.all() & ~plan.outer[k], {gammaOf[k]}).front();
        if (std::isnan(fit.intercept(0)))
            return fail(ErrorCode::kInvalid,
                        say("One of the {} folds has only images of one class to train on; import “{}” and "
                            "“{}” images of more identities.",
                            report.folds, target.name[0], target.name[1]));
        blocks.predict(plan.outer[k], fit, odds);
    }
    report.used = foldsUsed(plan, report.folds, task->rows, static_cast<std::size_t>(x.rows()), gammas);
    report.foldShrinkages = gammaOf;
    const auto final = ldaFits(blocks, blocks.all(), {gammas[choice.back()]}).front();
    report.predictor.dimension = static_cast<int>(x.cols());
    report.predictor.weights = final.weights.col(0);
    report.predictor.intercept = final.intercept(0);
    report.predictor.penalty = gammas[choice.back()];
    report.predictor.trainedOn = report.labelled;
    report.outOfFold = *report.predictor.predict(x);
    for (std::size_t i = 0; i < task->rows.size(); ++i)
        report.outOfFold[static_cast<std::size_t>(task->rows[i])] =
            static_cast<float>(odds(static_cast<Eigen::Index>(i), 0));
    if (auto done = addIntervals(*task, odds.col(0), o, report, job); !done) return forward(done);
    if (auto done = addRandomSplits(x, *task, gammas, o, report, job); !done) return forward(done);
    if (auto done = addBaseline(x, *task, plan, gammaOf, o, report, job); !done) return forward(done);
    if (auto done = addFeatureCurve(blocks, *task, plan, gammaOf, o, report, job); !done) return forward(done);
    return report;
}

}  // namespace facespace
