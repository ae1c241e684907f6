#include <cmath>

#include "core/analysis/space_similarity_parts.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace spaces {
namespace {

using Eigen::Index;
constexpr std::size_t kRows = 512;
constexpr Index kColumns = 32;

}  // namespace

/// xᵀ·y of the rows, summed over chunks in order.
Eigen::MatrixXd crossProduct(const blas::RowMatrixXd& x, const blas::RowMatrixXd& y) {
    const auto n = static_cast<std::size_t>(x.rows());
    std::vector<Eigen::MatrixXd> parts(chunkCount(n, 8 * kRows));
    parallelChunks(n, 8 * kRows, [&](std::size_t c, std::size_t begin, std::size_t end) {
        parts[c] = Eigen::MatrixXd::Zero(x.cols(), y.cols());
        const auto first = static_cast<Index>(begin), count = static_cast<Index>(end - begin);
        blas::addProduct(x.middleRows(first, count), y.middleRows(first, count), parts[c]);
    });
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(x.cols(), y.cols());
    for (const auto& part : parts) sum += part;
    return sum;
}

namespace {

double sumOfProducts(const blas::RowMatrixXd& a, const blas::RowMatrixXd& b, const blas::RowMatrixXd& c,
                     const blas::RowMatrixXd& d) {
    return (a * b.transpose()).cwiseProduct(c * d.transpose()).sum();
}
/// Σ (aᵢ·aⱼ)(bᵢ·bⱼ) over all i and j.
double ownProducts(const blas::RowMatrixXd& a, const blas::RowMatrixXd& b) {
    if (a.rows() < std::min(a.cols(), b.cols())) return sumOfProducts(a, a, b, b);
    return (a.transpose() * b).squaredNorm();
}

/// xᵢ · M · yᵢ of each row.
Eigen::VectorXd through(const blas::RowMatrixXd& x, const Eigen::MatrixXd& m, const blas::RowMatrixXd& y) {
    Eigen::VectorXd along(x.rows());
    parallelChunks(static_cast<std::size_t>(x.rows()), kRows, [&](std::size_t, std::size_t begin, std::size_t end) {
        const auto first = static_cast<Index>(begin), count = static_cast<Index>(end - begin);
        Eigen::MatrixXd part;
        blas::product(x.middleRows(first, count), m, part);
        for (Index i = 0; i < count; ++i) along(first + i) = part.row(i).dot(y.row(first + i));
    });
    return along;
}

/// HSIC of images of different identities, from linear kernels: the mean of k₁₂l₁₂ + k₁₂l₃₄ − 2 k₁₂l₁₃ over images 1 … 4 of
/// four identities. With one image each it is the unbiased estimator of Song et al. (2012, eq. 5).
class HsicOf {
  public:
    HsicOf(const blas::RowMatrixXd& x, const blas::RowMatrixXd& y, const std::vector<std::int32_t>& identityOf,
           std::int32_t identities, const LeaveOutTurns& turns)
        : x_(x), y_(y), identityOf_(identityOf), cross_(crossProduct(x, y)), rowsOf_(static_cast<std::size_t>(identities)) {
        sumX_ = blas::RowMatrixXd::Zero(identities, x.cols()), sumY_ = blas::RowMatrixXd::Zero(identities, y.cols());
        count_ = Eigen::VectorXd::Zero(identities);
        for (Index i = 0; i < x.rows(); ++i) {
            const std::int32_t p = identityOf[static_cast<std::size_t>(i)];
            sumX_.row(p) += x.row(i), sumY_.row(p) += y.row(i), count_(p) += 1;
            rowsOf_[static_cast<std::size_t>(p)].push_back(i);
        }
        sumCross_ = crossProduct(sumX_, sumY_);
        alongCross_ = through(x, cross_, y), alongSums_ = through(x, sumCross_, y);
        ofSumsCross_ = through(sumX_, cross_, sumY_), ofSumsSums_ = through(sumX_, sumCross_, sumY_);
        squareX_ = sumX_.rowwise().squaredNorm(), squareY_ = sumY_.rowwise().squaredNorm();
        addOwn();
        turns_.resize(turns.count);
        for (std::int32_t p = 0; turns.count > 0 && p < identities; ++p)
            turns_[turns.of[static_cast<std::size_t>(p)]].push_back(p);
    }
    /// Ordered pairs of images of two identities.
    double pairs() const { return count_.sum() * count_.sum() - count_.squaredNorm(); }
    /// `turn` = turns: of all.
    double without(std::size_t turn) const {
        static const std::vector<Index> kNone;
        const auto& out = turn < turns_.size() ? turns_[turn] : kNone;
        std::vector<Index> rows;
        for (const Index p : out) {
            const auto& own = rowsOf_[static_cast<std::size_t>(p)];
            rows.insert(rows.end(), own.begin(), own.end());
        }
        Eigen::VectorXd kept = Eigen::VectorXd::Ones(count_.size());
        for (const Index p : out) kept(p) = 0;
        return value(out, rows, kept);
    }

  private:
    void addOwn() {
        const auto n = static_cast<std::size_t>(count_.size());
        ownX_.resize(x_.rows()), ownY_.resize(x_.rows());
        ownProducts_.resize(count_.size());
        ownSums_ = Eigen::VectorXd::Zero(count_.size());
        parallelChunks(n, 16, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t p = begin; p < end; ++p) {
                const auto at = static_cast<Index>(p);
                for (const Index i : rowsOf_[p]) {
                    ownX_(i) = x_.row(i).dot(sumX_.row(at)), ownY_(i) = y_.row(i).dot(sumY_.row(at));
                    ownSums_(at) += ownX_(i) * ownY_(i);
                }
                ownProducts_(at) = ownProducts(x_(rowsOf_[p], Eigen::all), y_(rowsOf_[p], Eigen::all));
            }
        });
    }
    double value(const std::vector<Index>& out, const std::vector<Index>& rows, const Eigen::VectorXd& kept) const {
        const blas::RowMatrixXd a = x_(rows, Eigen::all), b = y_(rows, Eigen::all), sa = sumX_(out, Eigen::all),
                                sb = sumY_(out, Eigen::all);
        const Eigen::RowVectorXd sumX = kept.transpose() * sumX_, sumY = kept.transpose() * sumY_;
        // Σ over pairs of images, of identities, and of an image with an identity.
        double images = cross_.squaredNorm(), people = sumCross_.squaredNorm(), both = kept.dot(ofSumsCross_);
        for (const Index i : rows) images -= 2 * alongCross_(i), both -= alongSums_(i);
        for (const Index p : out) people -= 2 * ofSumsSums_(p);
        if (!out.empty()) images += ownProducts(a, b), people += ownProducts(sa, sb), both += sumOfProducts(a, sa, b, sb);
        const double first = images - kept.dot(ownProducts_);
        double third = kept.dot(ownSums_) - both;
        const Eigen::VectorXd k = x_ * sumX.transpose() - ownX_, l = y_ * sumY.transpose() - ownY_;
        for (Index i = 0; i < k.size(); ++i)
            if (kept(identityOf_[static_cast<std::size_t>(i)]) > 0) third += k(i) * l(i);
        const Eigen::VectorXd ka = sumX_ * sumX.transpose() - squareX_, kb = sumY_ * sumY.transpose() - squareY_;
        const double second = (sumX.squaredNorm() - kept.dot(squareX_)) * (sumY.squaredNorm() - kept.dot(squareY_)) -
                              4 * kept.dot(ka.cwiseProduct(kb)) + 2 * (people - kept.dot(squareX_.cwiseProduct(squareY_)));
        return overCounts(first, second, third, kept.cwiseProduct(count_));
    }
    /// The sums over how many terms they are of.
    static double overCounts(double first, double second, double third, const Eigen::VectorXd& count) {
        const double n = count.sum(), squares = count.squaredNorm(), pairs = n * n - squares;
        const Eigen::ArrayXd m = count.array();
        const double triples = (m * ((n - m).square() - (squares - m.square()))).sum();
        const double fours = pairs * pairs - 4 * (m * (n - m)).square().sum() + 2 * (squares * squares - m.pow(4).sum());
        return first / pairs + second / fours - 2 * third / triples;
    }

    const blas::RowMatrixXd &x_, &y_;
    const std::vector<std::int32_t>& identityOf_;
    Eigen::MatrixXd cross_, sumCross_;
    std::vector<std::vector<Index>> rowsOf_, turns_;  // rows of an identity, identities of a turn
    blas::RowMatrixXd sumX_, sumY_;                   // of identities
    Eigen::VectorXd count_, alongCross_, alongSums_, ofSumsCross_, ofSumsSums_, squareX_, squareY_;
    Eigen::VectorXd ownX_, ownY_, ownProducts_, ownSums_;  // of a row or an identity with its own identity
};

/// Σ k·l over the images of two turns, for pairs of turns.
Eigen::MatrixXd turnProducts(const blas::RowMatrixXd& x, const blas::RowMatrixXd& y,
                             const std::vector<std::vector<Index>>& rowsOfTurn) {
    const Index turns = std::ssize(rowsOfTurn), size = x.cols() * kColumns;
    const auto chunks = static_cast<std::size_t>((y.cols() + kColumns - 1) / kColumns);
    std::vector<Eigen::MatrixXd> parts(chunks);
    parallelChunks(chunks, 1, [&](std::size_t c, std::size_t, std::size_t) {
        const Index first = static_cast<Index>(c) * kColumns, columns = std::min(kColumns, y.cols() - first);
        blas::RowMatrixXd crosses = blas::RowMatrixXd::Zero(turns, size);
        for (Index t = 0; t < turns; ++t) {
            const auto& rows = rowsOfTurn[static_cast<std::size_t>(t)];
            const Eigen::MatrixXd cross = x(rows, Eigen::all).transpose() * y(rows, Eigen::seqN(first, columns));
            crosses.row(t).head(cross.size()) = cross.reshaped().transpose();
        }
        parts[c] = crosses * crosses.transpose();
    });
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(turns, turns);
    for (const auto& part : parts) sum += part;
    return sum;
}

/// What pairs of turns add to HSIC, over its value, from their mean.
Eigen::MatrixXd turnParts(const blas::RowMatrixXd& x, const blas::RowMatrixXd& y,
                          const std::vector<std::vector<Index>>& rowsOfTurn, double pairs, double value) {
    Eigen::MatrixXd products = turnProducts(x, y, rowsOfTurn);
    const Index turns = products.rows();
    const double mean = (products.sum() - products.trace()) / static_cast<double>(turns * (turns - 1));
    return (products.array() - mean).matrix() * (2 / pairs / value);
}

}  // namespace

Estimate ckaOf(const BothSpaces& both, const JobContext& job) {
    const auto& groups = both.groups.identities;
    const std::size_t turns = both.turns.count;
    const auto hsic = [&](const auto& a, const auto& b) { return HsicOf(a, b, groups.groupOf, groups.count, both.turns); };
    const HsicOf xy = hsic(both.x, both.y), xx = hsic(both.x, both.x), yy = hsic(both.y, both.y);
    std::vector<double> values(turns + 1, kNoValue);
    parallelChunks(turns + 1, 1, [&](std::size_t t, std::size_t, std::size_t) {
        if (!job.cancelled()) values[t] = xy.without(t) / std::sqrt(xx.without(t) * yy.without(t));
    });
    const double all = values.back();
    values.pop_back();
    if (turns < 2 || job.cancelled() || !(std::abs(all) < 1)) return {std::clamp(all, -1.0, 1.0), kNoValue, kNoValue};
    for (double& v : values) v = std::atanh(std::clamp(v, -1 + 1e-12, 1 - 1e-12));
    std::vector<std::vector<Index>> rowsOfTurn(turns);
    for (std::size_t i = 0; i < groups.groupOf.size(); ++i)
        rowsOfTurn[both.turns.of[static_cast<std::size_t>(groups.groupOf[i])]].push_back(static_cast<Index>(i));
    const double length = std::sqrt(xx.without(turns) * yy.without(turns));
    Eigen::MatrixXd parts = turnParts(both.x, both.y, rowsOfTurn, xy.pairs(), length);
    parts -= all / 2 * turnParts(both.x, both.x, rowsOfTurn, xy.pairs(), xx.without(turns));
    parts -= all / 2 * turnParts(both.y, both.y, rowsOfTurn, xy.pairs(), yy.without(turns));
    parts /= 1 - all * all;
    const double ofPairs = (parts.squaredNorm() - parts.diagonal().squaredNorm()) / 2;
    return correlationInterval(all, withoutPairs(jackknifeError(values), ofPairs));
}

}  // namespace spaces

double unbiasedCka(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y) {
    if (x.rows() < 4) return kNoValue;
    const blas::RowMatrixXd a = x.rowwise() - x.colwise().mean(), b = y.rowwise() - y.colwise().mean();
    std::vector<std::int32_t> each;
    for (std::int32_t i = 0; i < x.rows(); ++i) each.push_back(i);
    const auto hsic = [&](const auto& p, const auto& q) {
        return spaces::HsicOf(p, q, each, static_cast<std::int32_t>(each.size()), {}).without(0);
    };
    return hsic(a, b) / std::sqrt(hsic(a, a) * hsic(b, b));
}

}  // namespace facespace
