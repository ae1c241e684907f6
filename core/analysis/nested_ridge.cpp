#include "core/analysis/nested_ridge.h"

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <stdexcept>

#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::int64_t kFewestImages = 10;

std::size_t least(const Eigen::VectorXd& error) {
    std::size_t best = 0;
    for (std::size_t p = 1; p < static_cast<std::size_t>(error.size()); ++p) {
        const double here = error(static_cast<Eigen::Index>(p)), there = error(static_cast<Eigen::Index>(best));
        if (here < there || (std::isnan(there) && !std::isnan(here))) best = p;
    }
    return best;
}
}  // namespace

Result<LabelledRows> labelledRows(const FeatureMatrix& x, const std::vector<double>& labels, const Units& units) {
    if (static_cast<Eigen::Index>(labels.size()) != x.rows() || units.rows() != labels.size())
        throw std::logic_error("one label and one identity per feature row");
    LabelledRows task;
    std::int64_t withLabel = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!std::isfinite(labels[i])) continue;
        ++withLabel;
        if (x.row(static_cast<Eigen::Index>(i)).allFinite()) task.rows.push_back(static_cast<std::int64_t>(i));
    }
    const auto n = static_cast<std::int64_t>(task.rows.size());
    if (n < kFewestImages)
        return fail(ErrorCode::kInvalid,
                    say("Only {} images have both a label and a feature ({} have a label); a prediction needs at least {}: "
                        "import a manifest with labels, or extract features first.",
                        n, withLabel, kFewestImages));
    task.groups = units.of(task.rows);
    if (task.groups.identities.count < 2)
        return fail(ErrorCode::kInvalid,
                    say("All labelled images show one identity, so no prediction can be tested on a face it was "
                        "not fitted to; import labelled images of at least two identities."));
    task.y.resize(static_cast<Eigen::Index>(n), 1);
    for (Eigen::Index i = 0; i < task.y.rows(); ++i)
        task.y(i, 0) = labels[static_cast<std::size_t>(task.rows[static_cast<std::size_t>(i)])];
    if (task.y.maxCoeff() == task.y.minCoeff())
        return fail(ErrorCode::kInvalid, say("All {} labelled images have the same label ({:g}), so there is nothing to "
                                             "predict; import images that differ in it.",
                                             n, task.y(0, 0)));
    return task;
}

FoldPlan identityPlan(const UnitGroups& groups, int folds, std::uint64_t seed) {
    using Set = RidgeBlocks::BlockSet;
    FoldPlan plan;
    plan.blockOf = groupedFolds(groups.identities.groupOf, groups.identities.count, folds, seed);
    plan.blocks = folds;
    plan.inner.resize(static_cast<std::size_t>(folds));
    if (folds > 2) {
        for (int k = 0; k < folds; ++k) {
            plan.outer.push_back(Set{1} << k);
            for (int j = 0; j < folds; ++j)
                if (j != k) plan.inner[static_cast<std::size_t>(k)].push_back(Set{1} << j);
        }
        return plan;
    }
    std::vector<std::int32_t> halfOf(static_cast<std::size_t>(groups.units.count), 0), foldOf = halfOf;
    for (std::size_t i = 0; i < plan.blockOf.size(); ++i)
        foldOf[static_cast<std::size_t>(groups.units.groupOf[i])] = plan.blockOf[i];
    int next[2] = {0, 0};
    for (const std::int64_t u : shuffledIndices(groups.units.count, seed + 1))
        halfOf[static_cast<std::size_t>(u)] = next[foldOf[static_cast<std::size_t>(u)]]++ & 1;
    for (std::size_t i = 0; i < plan.blockOf.size(); ++i)
        plan.blockOf[i] = plan.blockOf[i] * 2 + halfOf[static_cast<std::size_t>(groups.units.groupOf[i])];
    plan.blocks = 4;
    plan.outer = {0b0011, 0b1100};
    plan.inner = {{0b0100, 0b1000}, {0b0001, 0b0010}};
    return plan;
}

FoldsUsed foldsUsed(const FoldPlan& plan, int folds, const std::vector<std::int64_t>& rows, std::size_t n,
                    const std::vector<double>& penalties) {
    FoldsUsed used{std::vector<std::int32_t>(n, -1), {}, penalties};
    const std::int32_t parts = plan.blocks / folds;
    if (parts > 1) used.halfOf = used.foldOf;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        used.foldOf[static_cast<std::size_t>(rows[i])] = plan.blockOf[i] / parts;
        if (parts > 1) used.halfOf[static_cast<std::size_t>(rows[i])] = plan.blockOf[i] % parts;
    }
    return used;
}

FoldPlan randomPlan(const IdentityGroups& units, double trainShare, std::uint64_t seed) {
    FoldPlan plan;
    plan.blocks = 5;
    const auto train = static_cast<std::int64_t>(std::llround(trainShare * static_cast<double>(units.groupOf.size())));
    std::vector<std::int64_t> rowsOf(static_cast<std::size_t>(units.count), 0);
    for (const std::int32_t u : units.groupOf) ++rowsOf[static_cast<std::size_t>(u)];
    std::vector<std::int32_t> blockOfUnit(static_cast<std::size_t>(units.count), 4);
    std::int64_t taken = 0;
    std::int32_t next = 0;
    for (const std::int64_t u : shuffledIndices(units.count, seed)) {
        if (taken >= train) break;
        blockOfUnit[static_cast<std::size_t>(u)] = next++ % 4;
        taken += rowsOf[static_cast<std::size_t>(u)];
    }
    for (const std::int32_t u : units.groupOf) plan.blockOf.push_back(blockOfUnit[static_cast<std::size_t>(u)]);
    plan.outer = {0b10000};
    plan.inner = {{0b00001, 0b00010, 0b00100, 0b01000}};
    if (train >= 2000) plan.inner[0].resize(1);
    return plan;
}

Result<std::vector<double>> penaltyGrid(const std::vector<double>& given, double scale) {
    for (const double p : given)
        if (!(p > 0) || !std::isfinite(p))
            return fail(ErrorCode::kInvalid, say("A ridge penalty of {:g} is not possible; give penalties above 0.", p));
    if (!given.empty()) return given;
    std::vector<double> grid;
    for (int e = -6; e <= 3; ++e) grid.push_back(scale * std::pow(10.0, e));
    return grid;
}

NestedRidge::NestedRidge(const RidgeBlocks& blocks, const FoldPlan& plan, const std::vector<double>& penalties, bool overall,
                         std::vector<Eigen::Index> features)
    : blocks_(blocks), plan_(plan), penalties_(penalties), features_(std::move(features)) {
    for (std::size_t k = 0; k < plan.outer.size(); ++k) {
        if (overall) ask(plan.outer[k], plan.outer[k]);
        for (const auto test : plan.inner[k]) ask(plan.outer[k] | test, test);
    }
}

Result<void> NestedRidge::run(const JobContext& job, const Text& stage) {
    std::vector<std::map<RidgeBlocks::BlockSet, Work>::iterator> items;
    for (auto it = work_.begin(); it != work_.end(); ++it) items.push_back(it);
    std::atomic<std::int64_t> done{0};
    parallelChunks(items.size(), 1, [&](std::size_t i, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const auto fits = blocks_.fit(blocks_.all() & ~items[i]->first, penalties_, features_);
        for (auto& [test, error] : items[i]->second.errors) error = blocks_.squaredError(test, fits, features_);
        job.progress(stage, ++done, static_cast<std::int64_t>(items.size()));
    });
    if (job.cancelled()) return cancelled();
    return {};
}

std::size_t NestedRidge::chosen(std::size_t k, Eigen::Index target) const {
    Eigen::VectorXd total = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(penalties_.size()));
    for (const auto test : plan_.inner[k]) total += work_.at(plan_.outer[k] | test).errors.at(test).col(target);
    return least(total);
}

std::size_t NestedRidge::chosenOverall(Eigen::Index target) const {
    Eigen::VectorXd total = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(penalties_.size()));
    for (const auto test : plan_.outer) total += work_.at(test).errors.at(test).col(target);
    return least(total);
}

void NestedRidge::predict(Eigen::MatrixXd& values) const {
    for (std::size_t k = 0; k < plan_.outer.size(); ++k) {
        std::vector<std::size_t> choice;
        for (Eigen::Index t = 0; t < blocks_.targets(); ++t) choice.push_back(chosen(k, t));
        std::vector<std::size_t> distinct = choice;
        std::sort(distinct.begin(), distinct.end());
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        RidgeBlocks::Fit mixed{Eigen::MatrixXd(blocks_.features(), blocks_.targets()),
                               Eigen::RowVectorXd(blocks_.targets())};
        for (const std::size_t p : distinct) {
            const auto fit = blocks_.fit(blocks_.all() & ~plan_.outer[k], {penalties_[p]}, features_).front();
            for (Eigen::Index t = 0; t < blocks_.targets(); ++t)
                if (choice[static_cast<std::size_t>(t)] == p) {
                    mixed.weights.col(t) = fit.weights.col(t);
                    mixed.intercept(t) = fit.intercept(t);
                }
        }
        blocks_.predict(plan_.outer[k], mixed, values);
    }
}

}  // namespace facespace
