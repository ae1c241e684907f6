#include "core/analysis/ridge.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/nested_ridge.h"

namespace facespace {
namespace {
constexpr Phrase kStage = Phrase("ridge regression");

void score(const Eigen::MatrixXd& y, const Eigen::MatrixXd& predicted, RidgeResult& result) {
    const Eigen::ArrayXd error = (predicted - y).col(0).array();
    result.mae = error.abs().mean();
    result.rmse = std::sqrt(error.square().mean());
    result.r2 = 1 - error.square().sum() / (y.array() - y.mean()).square().sum();
}
LinearPredictor predictorOf(const RidgeBlocks::Fit& fit, double penalty, std::int64_t trainedOn) {
    LinearPredictor predictor;
    predictor.dimension = static_cast<int>(fit.weights.rows());
    predictor.weights = fit.weights.col(0);
    predictor.intercept = fit.intercept(0);
    predictor.penalty = penalty;
    predictor.trainedOn = trainedOn;
    return predictor;
}
}  // namespace

Result<RidgeResult> ridgeCrossValidated(const FeatureMatrix& x, const std::vector<double>& labels, const Units& units,
                                        const RidgeOptions& options, const JobContext& job) {
    if (options.folds < 2 || options.folds > 32)
        return fail(ErrorCode::kInvalid, say("{} folds are not possible; choose 2 to 32.", options.folds));
    const auto task = labelledRows(x, labels, units);
    if (!task) return forward(task);
    RidgeResult result;
    result.labelled = static_cast<std::int64_t>(task->rows.size());
    result.identities = task->groups.identities.count;
    result.folds = std::min(options.folds, static_cast<int>(task->groups.identities.count));
    if (result.folds < options.folds)
        result.notes.push_back(say("{} folds in place of {}: there are {} labelled identities.", result.folds, options.folds,
                                   result.identities));
    if (result.folds == 2)
        result.notes.emplace_back(
            say("With two folds the penalty is chosen on random halves of the training fold, which may share an "
                "identity; the reported errors are still on identities not fitted to."));
    const FoldPlan plan = identityPlan(task->groups, result.folds, options.seed);
    RidgeBlocks blocks(x, task->rows, task->y, plan.blockOf, plan.blocks);
    if (auto gathered = blocks.gather(job); !gathered) return forward(gathered);
    const double scale = blocks.scale(blocks.all());
    if (!(scale > 1e-12 * std::max(1.0, x.row(task->rows[0]).cast<double>().squaredNorm())))
        return fail(ErrorCode::kInvalid,
                    say("The features of all labelled images are equal, so nothing can be read from them; check the "
                        "network and the images it was given."));
    const auto grid = penaltyGrid(options.penalties, scale);
    if (!grid) return forward(grid);
    result.used = foldsUsed(plan, result.folds, task->rows, labels.size(), *grid);
    NestedRidge search(blocks, plan, *grid);
    if (auto done = search.run(job, kStage); !done) return forward(done);

    Eigen::MatrixXd predicted(task->y.rows(), 1);
    for (std::size_t k = 0; k < plan.outer.size(); ++k) {
        const auto training = blocks.all() & ~plan.outer[k];
        const double penalty = (*grid)[search.chosen(k)];
        result.foldPenalties.push_back(penalty);
        result.foldPredictors.push_back(
            predictorOf(blocks.fit(training, {penalty}).front(), penalty, blocks.rowsIn(training)));
    }
    search.predict(predicted);
    score(task->y, predicted, result);
    const std::size_t best = search.chosenOverall();
    result.penalty = (*grid)[best];
    if (grid->size() > 1 && (best == 0 || best + 1 == grid->size()))
        result.notes.push_back(say("The best penalty ({:g}) is the {} of those tried.", result.penalty,
                                   best == 0 ? say("first") : say("last")));
    result.predictor = predictorOf(blocks.fit(blocks.all(), {result.penalty}).front(), result.penalty, result.labelled);
    if (!result.predictor.weights.allFinite())
        return fail(ErrorCode::kInvalid,
                    say("The regression has no stable solution with these penalties; give larger ones, or leave the "
                        "choice to the program."));
    result.outOfFold = *result.predictor.predict(x);
    for (std::size_t i = 0; i < task->rows.size(); ++i)
        result.outOfFold[static_cast<std::size_t>(task->rows[i])] =
            static_cast<float>(predicted(static_cast<Eigen::Index>(i), 0));
    return result;
}

}  // namespace facespace
