#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include "core/analysis/class_figures.h"
#include "core/analysis/population_code_parts.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::population {
namespace {

using Eigen::Index;
constexpr double kPenalty = 1e-2;  ///< Of ridge regression, of the mean diagonal of the features' covariance.
constexpr int kTries = 50;
constexpr std::size_t kChunk = 4096;

/// A target that is read out: numbers, or one column for each class.
struct Target {
    std::vector<Index> rows;
    blas::RowMatrixXd y;
    bool classes = false;
};

Target classTarget(const Coded& c, const CodedAttribute& a) {
    Target t;
    for (std::size_t i = 0; i < c.rows.size(); ++i)
        if (a.classOf[static_cast<std::size_t>(c.rows[i])] >= 0) t.rows.push_back(static_cast<Index>(i));
    t.y = blas::RowMatrixXd::Zero(std::ssize(t.rows), std::ssize(a.classes));
    for (Index i = 0; i < t.y.rows(); ++i)
        t.y(i, a.classOf[static_cast<std::size_t>(c.rows[static_cast<std::size_t>(t.rows[static_cast<std::size_t>(i)])])]) =
            1;
    t.classes = true;
    return t;
}

Target yawTarget(const Coded& c) {
    Target t;
    std::vector<double> values;
    for (std::size_t i = 0; i < c.rows.size(); ++i)
        if (const double yaw = c.yaw[static_cast<std::size_t>(c.rows[i])]; std::isfinite(yaw))
            t.rows.push_back(static_cast<Index>(i)), values.push_back(yaw);
    t.y = Eigen::Map<Eigen::VectorXd>(values.data(), std::ssize(values));
    return t;
}

/// Moments of the rows of each fold, from which a fit on any columns and all other folds is made without going over rows.
class ReadOut {
  public:
    ReadOut(const Coded& c, Target target, const PopulationOptions& o) : x_(c.x), target_(std::move(target)) {
        std::vector<std::int32_t> group;
        for (const Index i : target_.rows) group.push_back(c.groups.identities.groupOf[static_cast<std::size_t>(i)]);
        const int folds = std::min(o.folds, c.groups.identities.count);
        foldOf_ = groupedFolds(group, c.groups.identities.count, folds, o.seed);
        std::vector<Part> parts(static_cast<std::size_t>(folds));
        parallelChunks(parts.size(), 1, [&](std::size_t f, std::size_t, std::size_t) {
            std::vector<Index> rows, own;
            for (std::size_t i = 0; i < foldOf_.size(); ++i)
                if (foldOf_[i] == static_cast<std::int32_t>(f))
                    rows.push_back(static_cast<Index>(i)), own.push_back(target_.rows[i]);
            const blas::RowMatrixXd x = x_(own, Eigen::all), y = target_.y(rows, Eigen::all);
            parts[f] = {static_cast<double>(rows.size()), x.colwise().sum(), y.colwise().sum(),
                        Eigen::MatrixXd::Zero(x.cols(), x.cols()), Eigen::MatrixXd::Zero(x.cols(), y.cols())};
            blas::addGram(x, parts[f].gram);
            parts[f].gram.triangularView<Eigen::StrictlyUpper>() = parts[f].gram.transpose();
            blas::addProduct(x, y, parts[f].cross);
        });
        othersOf(parts);
    }
    bool usable() const {
        if (target_.rows.size() < 10) return false;
        return !target_.classes || (target_.y.colwise().sum().array() > 0).count() > 1;
    }
    /// Balanced accuracy, or the mean absolute error.
    double figure(const std::vector<Index>& columns) const {
        Eigen::MatrixXd predicted(target_.y.rows(), target_.y.cols());
        for (std::size_t f = 0; f < others_.size(); ++f) predictFold(static_cast<std::int32_t>(f), columns, predicted);
        if (!target_.classes) return (predicted - target_.y).cwiseAbs().mean();
        Eigen::VectorXd right = Eigen::VectorXd::Zero(target_.y.cols()), all = right;
        for (Index i = 0; i < predicted.rows(); ++i) {
            Index said = 0, truth = 0;
            predicted.row(i).maxCoeff(&said), target_.y.row(i).maxCoeff(&truth);
            all(truth) += 1, right(truth) += said == truth ? 1 : 0;
        }
        double sum = 0, classes = 0;
        for (Index k = 0; k < all.size(); ++k)
            if (all(k) > 0) sum += right(k) / all(k), classes += 1;
        return sum / classes;
    }

  private:
    struct Part {
        double n = 0;
        Eigen::RowVectorXd x, y;
        Eigen::MatrixXd gram, cross;
    };
    /// Of every fold what all others hold together: what is trained on, whichever the columns.
    void othersOf(const std::vector<Part>& parts) {
        others_.resize(parts.size());
        for (std::size_t f = 0; f < parts.size(); ++f) {
            const Part& own = parts[f];
            Part sum{0, Eigen::RowVectorXd::Zero(own.x.size()), Eigen::RowVectorXd::Zero(own.y.size()),
                     Eigen::MatrixXd::Zero(own.gram.rows(), own.gram.cols()),
                     Eigen::MatrixXd::Zero(own.cross.rows(), own.cross.cols())};
            for (const Part& part : parts) {
                if (&part == &own) continue;
                sum.n += part.n, sum.x += part.x, sum.y += part.y, sum.gram += part.gram, sum.cross += part.cross;
            }
            others_[f] = std::move(sum);
        }
    }
    void predictFold(std::int32_t fold, const std::vector<Index>& columns, Eigen::MatrixXd& predicted) const {
        const Part& train = others_[static_cast<std::size_t>(fold)];
        const double n = train.n;
        Eigen::RowVectorXd mx = train.x(columns), my = train.y;
        Eigen::MatrixXd gram = train.gram(columns, columns), cross = train.cross(columns, Eigen::all);
        mx /= n, my /= n;
        gram = gram / n - mx.transpose() * mx, cross = cross / n - mx.transpose() * my;
        // Classes count alike, however many images they have: the target is weighed down by its mean only.
        gram.diagonal().array() += kPenalty * std::max(gram.diagonal().mean(), 1e-12);
        const Eigen::MatrixXd weights = gram.ldlt().solve(cross);
        const Eigen::RowVectorXd shift = target_.classes ? Eigen::RowVectorXd(Eigen::RowVectorXd::Zero(my.size())) : my;
        for (Index i = 0; i < predicted.rows(); ++i) {
            if (foldOf_[static_cast<std::size_t>(i)] != fold) continue;
            const Eigen::RowVectorXd row = x_(target_.rows[static_cast<std::size_t>(i)], columns);
            predicted.row(i) = (row - mx) * weights + shift;
        }
    }
    const blas::RowMatrixXd& x_;
    Target target_;
    std::vector<std::int32_t> foldOf_;
    std::vector<Part> others_;  // by fold
};

double aucOf(const SampledPairs& pairs, const std::vector<double>& scores) {
    return WeightedAuc(scores, pairs.genuine).value();
}

double aucOf(const Coded& c, const SampledPairs& pairs, const std::vector<Index>& columns) {
    blas::RowMatrixXd some = c.x(Eigen::all, columns);
    for (Index i = 0; i < some.rows(); ++i)
        if (const double length = some.row(i).norm(); length > 0) some.row(i) /= length;
    std::vector<double> scores;
    for (const auto& [p, q] : pairs.pairs) scores.push_back(some.row(p).dot(some.row(q)));
    return aucOf(pairs, scores);
}

std::vector<Index> drawn(Index all, int count, std::uint64_t seed) {
    std::vector<Index> columns;
    for (const std::int64_t j : shuffledIndices(all, seed)) {
        if (std::ssize(columns) == count) break;
        columns.push_back(j);
    }
    std::ranges::sort(columns);
    return columns;
}

}  // namespace

SampledPairs samplePairs(const Coded& c, const PopulationOptions& o) {
    boost::random::mt19937_64 random(o.seed);
    const auto n = static_cast<std::int32_t>(c.rows.size());
    boost::random::uniform_int_distribution<std::int32_t> anyone(0, n - 1);
    std::vector<std::vector<std::int32_t>> of(static_cast<std::size_t>(c.groups.identities.count));
    for (std::int32_t i = 0; i < n; ++i)
        of[static_cast<std::size_t>(c.groups.identities.groupOf[static_cast<std::size_t>(i)])].push_back(i);
    const auto identity = [&](std::int32_t i) { return c.groups.identities.groupOf[static_cast<std::size_t>(i)]; };
    const auto unit = [&](std::int32_t i) { return c.groups.units.groupOf[static_cast<std::size_t>(i)]; };
    SampledPairs sampled;
    for (int k = 0; k < o.pairs; ++k) {
        const bool genuine = k % 5 == 0;
        const std::int32_t p = anyone(random);
        const auto& own = of[static_cast<std::size_t>(identity(p))];
        for (int attempt = 0; attempt < kTries; ++attempt) {
            boost::random::uniform_int_distribution<std::size_t> mate(0, own.size() - 1);
            const std::int32_t q = genuine ? own[mate(random)] : anyone(random);
            if (genuine ? unit(p) == unit(q) : identity(p) == identity(q)) continue;
            sampled.pairs.emplace_back(p, q);
            sampled.genuine.push_back(genuine ? 1 : 0);
            break;
        }
    }
    return sampled;
}

Result<std::vector<SubsetPoint>> subsetPoints(const Coded& c, const SampledPairs& pairs, const PopulationOptions& o,
                                              const JobContext& job) {
    std::vector<ReadOut> attributes;
    for (const CodedAttribute& a : c.attributes) attributes.emplace_back(c, classTarget(c, a), o);
    const ReadOut yaw(c, yawTarget(c), o);
    std::vector<SubsetPoint> points;
    for (const int count : doublingTo(static_cast<int>(c.x.cols()))) {
        const auto repeats = static_cast<std::size_t>(count == c.x.cols() ? 1 : std::max(1, o.repeats));
        std::vector<double> auc(repeats, kNoValue), yawError = auc;
        std::vector<std::vector<double>> accuracy(attributes.size(), auc);
        parallelChunks(repeats, 1, [&](std::size_t r, std::size_t, std::size_t) {
            if (job.cancelled()) return;
            const auto columns = drawn(c.x.cols(), count, streamSeed(o.seed, 1000 * static_cast<std::uint64_t>(count) + r));
            auc[r] = aucOf(c, pairs, columns);
            for (std::size_t a = 0; a < attributes.size(); ++a)
                if (attributes[a].usable()) accuracy[a][r] = attributes[a].figure(columns);
            if (yaw.usable()) yawError[r] = yaw.figure(columns);
        });
        if (job.cancelled()) return cancelled();
        job.progress(say("reading out subsets of units"), count, c.x.cols());
        points.push_back({count, spreadOf(auc), {}, spreadOf(yawError)});
        for (const auto& values : accuracy) points.back().accuracy.push_back(spreadOf(values));
    }
    return points;
}

namespace {

/// Principal components as columns, the largest variance first.
Eigen::MatrixXd componentsOf(const Coded& c) {
    Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(c.x.cols(), c.x.cols());
    blas::addGram(c.x, gram);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(gram);  // reads the lower triangle
    return eigen.eigenvectors().rowwise().reverse();
}

CodedDirection directionOf(const std::string& name, Eigen::VectorXd direction, const Eigen::MatrixXd& components) {
    direction.normalize();
    const Eigen::VectorXd inComponents = components.transpose() * direction;
    CodedDirection d{name, 1 / direction.array().pow(4).sum(), 1 / inComponents.array().pow(4).sum(), 0, 0, 0, 0};
    Index unit = 0, component = 0;
    d.unitCosine = direction.cwiseAbs().maxCoeff(&unit);
    d.componentCosine = inComponents.cwiseAbs().maxCoeff(&component);
    d.unit = static_cast<int>(unit), d.component = static_cast<int>(component);
    return d;
}

}  // namespace

Result<void> addComponents(PopulationCode& found, const Coded& c, const SampledPairs& pairs, const JobContext& job) {
    const Eigen::MatrixXd components = componentsOf(c);
    if (job.cancelled()) return cancelled();
    for (const CodedAttribute& a : c.attributes) {
        if (a.classes.size() != 2) continue;
        Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(2, c.x.cols());
        Eigen::Vector2d count = Eigen::Vector2d::Zero();
        for (std::size_t i = 0; i < c.rows.size(); ++i)
            if (const std::int32_t k = a.classOf[static_cast<std::size_t>(c.rows[i])]; k >= 0)
                sum.row(k) += c.x.row(static_cast<Index>(i)), count(k) += 1;
        if (count.minCoeff() > 0)
            found.directions.push_back(
                directionOf(a.name, (sum.row(1) / count(1) - sum.row(0) / count(0)).transpose(), components));
    }
    if (const Target yaw = yawTarget(c); yaw.rows.size() > 2) {
        const Eigen::VectorXd y = yaw.y.col(0).array() - yaw.y.mean();
        Eigen::VectorXd along = Eigen::VectorXd::Zero(c.x.cols());
        for (Index i = 0; i < y.size(); ++i) along += y(i) * c.x.row(yaw.rows[static_cast<std::size_t>(i)]).transpose();
        if (along.norm() > 0) found.directions.push_back(directionOf("yaw", along, components));
    }
    blas::RowMatrixXd turned(c.x.rows(), c.x.cols());
    parallelChunks(static_cast<std::size_t>(c.x.rows()), kChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        Eigen::MatrixXd part;
        blas::product(c.x.middleRows(static_cast<Index>(begin), static_cast<Index>(end - begin)), components, part);
        turned.middleRows(static_cast<Index>(begin), part.rows()) = part;
    });
    std::vector<int> removed = doublingTo(static_cast<int>(c.x.cols()));
    removed.back() = 0;
    std::ranges::sort(removed);
    found.removed.resize(removed.size());
    parallelChunks(removed.size(), 1, [&](std::size_t i, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const Index left = c.x.cols() - removed[i];
        std::vector<double> scores;
        for (const auto& [p, q] : pairs.pairs) {
            const auto a = turned.row(p).tail(left), b = turned.row(q).tail(left);
            const double lengths = a.norm() * b.norm();
            scores.push_back(lengths > 0 ? a.dot(b) / lengths : 0);
        }
        found.removed[i] = {removed[i], aucOf(pairs, scores)};
    });
    if (job.cancelled()) return cancelled();
    return {};
}

}  // namespace facespace::population
