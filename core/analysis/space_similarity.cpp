#include "core/analysis/space_similarity.h"

#include <cmath>
#include <Eigen/SVD>
#include <numeric>

#include "core/analysis/space_similarity_parts.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace spaces {
namespace {

using Eigen::Index;

/// Rotation and scale of the training rows, held against the identities of the fold. Without an interval: leaving identities
/// out of what is judged does not show how the rotation would change with others, and held the truth in 84 to 94 % only.
double heldOutOf(const BothSpaces& both, const SpaceSimilarityOptions& o, const JobContext& job) {
    const auto& groups = both.groups.identities;
    const auto folds = static_cast<std::size_t>(std::min(o.folds, groups.count));
    if (folds < 2) return kNoValue;
    const auto foldOf = groupedFolds(groups.groupOf, groups.count, static_cast<int>(folds), o.seed);
    std::vector<double> error(folds, 0), square = error;
    parallelChunks(folds, 1, [&](std::size_t fold, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        std::vector<Index> train, test;
        for (std::size_t i = 0; i < foldOf.size(); ++i)
            (foldOf[i] == static_cast<std::int32_t>(fold) ? test : train).push_back(static_cast<Index>(i));
        const Eigen::RowVectorXd mx = both.x(train, Eigen::all).colwise().mean(),
                                 my = both.y(train, Eigen::all).colwise().mean();
        const blas::RowMatrixXd x = both.x(train, Eigen::all).rowwise() - mx, y = both.y(train, Eigen::all).rowwise() - my;
        Eigen::MatrixXd cross = Eigen::MatrixXd::Zero(x.cols(), y.cols());
        blas::addProduct(x, y, cross);
        const Eigen::BDCSVD<Eigen::MatrixXd> svd(cross, Eigen::ComputeThinU | Eigen::ComputeThinV);
        const Eigen::MatrixXd rotation = svd.matrixU() * svd.matrixV().transpose();
        const double scale = svd.singularValues().sum() / x.squaredNorm();
        for (const Index i : test) {
            const Eigen::RowVectorXd truth = both.y.row(i) - my;
            error[fold] += (truth - scale * (both.x.row(i) - mx) * rotation).squaredNorm();
            square[fold] += truth.squaredNorm();
        }
    });
    return 1 - std::accumulate(error.begin(), error.end(), 0.0) / std::accumulate(square.begin(), square.end(), 0.0);
}

blas::RowMatrixXd unitRows(const FeatureMatrix& x, const std::vector<std::int64_t>& rows) {
    blas::RowMatrixXd unit = x(rows, Eigen::all).cast<double>();
    for (Index i = 0; i < unit.rows(); ++i)
        if (const double length = unit.row(i).norm(); length > 0) unit.row(i) /= length;
    return unit;
}

}  // namespace

Result<void> addAlignment(SpaceSimilarity& found, const BothSpaces& both, const SpaceSimilarityOptions& o,
                          const JobContext& job) {
    job.progress(say("comparing spaces"), 1, 3);
    found.cka = ckaOf(both, job);
    if (job.cancelled()) return cancelled();
    job.progress(say("comparing spaces"), 2, 3);
    const Eigen::MatrixXd cross = crossProduct(both.x, both.y) / (both.x.norm() * both.y.norm());
    found.procrustes = Eigen::BDCSVD<Eigen::MatrixXd>(cross).singularValues().sum();
    found.heldOut = heldOutOf(both, o, job);
    if (job.cancelled()) return cancelled();
    return {};
}

}  // namespace spaces

using namespace spaces;

Result<SpaceSimilarity> spaceSimilarity(const FeatureMatrix& x, const FeatureMatrix& y, const Units& units,
                                        const SpaceSimilarityOptions& o, const JobContext& job) {
    std::vector<std::int64_t> rows;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && y.row(i).allFinite()) rows.push_back(i);
    BothSpaces both;
    both.groups = units.of(rows);
    if (rows.size() < 4 || both.groups.identities.count < 4)
        return fail(
            ErrorCode::kInvalid,
            say("Spaces are compared over images that both have, of four identities or more; here are {} images of {}.",
                groupedNumber(std::ssize(rows)), both.groups.identities.count));
    both.turns = leaveOutTurns(both.groups.identities.count, {o.leaveOut, o.seed});
    both.x = x(rows, Eigen::all).cast<double>(), both.y = y(rows, Eigen::all).cast<double>();
    both.x.rowwise() -= both.x.colwise().mean().eval();
    both.y.rowwise() -= both.y.colwise().mean().eval();
    both.xUnit = unitRows(x, rows), both.yUnit = unitRows(y, rows);
    SpaceSimilarity found;
    found.images = std::ssize(rows);
    found.identities = both.groups.identities.count;
    auto rsa = rsaOf(both, o, job);
    if (!rsa) return forward(rsa);
    found.rsa = std::move(*rsa);
    if (const auto done = addAlignment(found, both, o, job); !done) return forward(done);
    if (found.rsa.splitIdentities < 4)
        found.notes.push_back(
            say("Fewer than four identities have two images of different videos, so nothing can be said of "
                "what other images of them would show: there is no noise ceiling."));
    if (found.rsa.identities < found.identities)
        found.notes.push_back(say("Distances are those of {} identities, drawn from {}.",
                                  groupedNumber(found.rsa.identities), groupedNumber(found.identities)));
    return found;
}

}  // namespace facespace
