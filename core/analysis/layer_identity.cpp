#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include "core/analysis/layer_parts.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::layers {
namespace {

using Eigen::Index;
constexpr Index kColumns = 2048;
constexpr std::size_t kRows = 64;
constexpr Index kBins = 4096;  ///< Of cosines, from −1 to 1: scores in one are equal.
constexpr int kMore = 32, kPasses = 4;

using Counts = Eigen::MatrixXd;

/// Pairs by bin of their cosine: turns × bins, a pair of two turns in both; the last line has all.
struct PairCounts {
    Counts genuine, impostor;
};

template <class Visit>
void eachPair(const Eigen::MatrixXd& products, const Chosen& c, std::size_t begin, std::size_t end, Visit&& visit) {
    const auto& person = c.groups.identities.groupOf;
    const auto& unit = c.groups.units.groupOf;
    for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const bool genuine = person[i] == person[j];
            if (genuine && unit[i] == unit[j]) continue;
            const auto a = static_cast<Index>(i), b = static_cast<Index>(j);
            const double lengths = std::sqrt(products(a, a) * products(b, b));
            const double cosine = lengths > 0 ? products(a, b) / lengths : 0;
            visit(i, j, genuine, std::clamp(static_cast<Index>((cosine + 1) / 2 * kBins), Index{0}, kBins - 1));
        }
}

PairCounts countPairs(const Eigen::MatrixXd& products, const Chosen& c) {
    const std::size_t n = c.rows.size(), chunks = chunkCount(n, kRows);
    const auto turns = static_cast<Index>(c.turns.count);
    const PairCounts none{Counts::Zero(turns + 1, kBins), Counts::Zero(turns + 1, kBins)};
    // A few sums at a time: each is as large as the result.
    constexpr std::size_t kSums = 2;
    std::vector<PairCounts> sums(std::min(kSums, chunks), none);
    parallelChunks(sums.size(), 1, [&](std::size_t s, std::size_t, std::size_t) {
        for (std::size_t chunk = s; chunk < chunks; chunk += sums.size())
            eachPair(products, c, chunk * kRows, std::min(n, (chunk + 1) * kRows),
                     [&](std::size_t i, std::size_t j, bool genuine, Index bin) {
                         Counts& counts = genuine ? sums[s].genuine : sums[s].impostor;
                         counts(turns, bin) += 1;
                         if (turns == 0) return;
                         const std::size_t a = c.turnOf(i), b = c.turnOf(j);
                         counts(static_cast<Index>(a), bin) += 1;
                         if (a != b) counts(static_cast<Index>(b), bin) += 1;
                     });
    });
    for (std::size_t s = 1; s < sums.size(); ++s) sums[0].genuine += sums[s].genuine, sums[0].impostor += sums[s].impostor;
    return std::move(sums[0]);
}

double aucOf(const Eigen::RowVectorXd& genuine, const Eigen::RowVectorXd& impostor) {
    double below = 0, sum = 0;
    for (Index b = 0; b < kBins; ++b) {
        sum += genuine(b) * (below + impostor(b) / 2);
        below += impostor(b);
    }
    return sum / below / genuine.sum();
}

/// By bin: the share of the other kind's pairs that the pair stands on the right side of.
Eigen::RowVectorXd placesOf(const Eigen::RowVectorXd& other, bool above) {
    Eigen::RowVectorXd places(kBins);
    double below = 0;
    const double all = other.sum();
    for (Index b = 0; b < kBins; ++b) {
        const double share = (below + other(b) / 2) / all;
        places(b) = above ? share : 1 - share;
        below += other(b);
    }
    return places;
}

/// What pairs of two turns bring to the AUC, to first order: only impostor pairs are of two turns.
Eigen::MatrixXd partsOf(const Eigen::MatrixXd& products, const Chosen& c, const PairCounts& counts, double auc) {
    const auto turns = static_cast<Index>(c.turns.count);
    const Eigen::RowVectorXd places = placesOf(counts.genuine.row(turns), false);
    const double pairs = counts.impostor.row(turns).sum();
    Eigen::MatrixXd parts = Eigen::MatrixXd::Zero(turns, turns);
    eachPair(products, c, 0, c.rows.size(), [&](std::size_t i, std::size_t j, bool genuine, Index bin) {
        if (genuine) return;
        const auto [low, high] = std::minmax({c.turnOf(i), c.turnOf(j)});  // values: both are temporaries
        if (low != high) parts(static_cast<Index>(low), static_cast<Index>(high)) += (places(bin) - auc) / pairs;
    });
    return parts + parts.transpose();
}

}  // namespace

Eigen::MatrixXd productsOf(const FeatureMatrix& layer, const Chosen& chosen, const JobContext& job) {
    const Index n = std::ssize(chosen.rows), d = layer.cols();
    Eigen::MatrixXd products = Eigen::MatrixXd::Zero(n, n);
    const auto strips = chunkCount(static_cast<std::size_t>(n), 256);
    for (Index first = 0; first < d && !job.cancelled(); first += kColumns) {
        const Index columns = std::min(kColumns, d - first);
        Eigen::MatrixXd part(n, columns);
        for (Index i = 0; i < n; ++i)
            part.row(i) = layer.row(chosen.rows[static_cast<std::size_t>(i)]).segment(first, columns).cast<double>();
        parallelChunks(strips, 1, [&](std::size_t s, std::size_t, std::size_t) {
            const Index begin = static_cast<Index>(s) * 256, rows = std::min<Index>(256, n - begin);
            products.block(begin, 0, rows, begin + rows).noalias() +=
                part.middleRows(begin, rows) * part.topRows(begin + rows).transpose();
        });
    }
    products.triangularView<Eigen::StrictlyUpper>() = products.transpose();
    return products;
}

LeftOut identityAuc(const Eigen::MatrixXd& products, const Chosen& c) {
    const PairCounts counts = countPairs(products, c);
    const auto turns = static_cast<Index>(c.turns.count);
    const Eigen::RowVectorXd genuine = counts.genuine.row(turns), impostor = counts.impostor.row(turns);
    LeftOut found{aucOf(genuine, impostor), {}, {}};
    for (Index t = 0; t < turns; ++t)
        found.by.push_back(aucOf(genuine - counts.genuine.row(t), impostor - counts.impostor.row(t)));
    if (turns > 1) found.parts = partsOf(products, c, counts, found.value);
    return found;
}

FeatureMatrix componentsOf(Eigen::MatrixXd products, int count, std::uint64_t seed, double& kept) {
    const Index n = products.rows(), size = std::min<Index>(n, count + kMore);
    const Eigen::VectorXd means = products.colwise().mean();
    const double mean = means.mean();
    products.rowwise() -= means.transpose();
    products.colwise() -= means;
    products.array() += mean;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Eigen::MatrixXd basis(n, size);
    for (double& v : basis.reshaped()) v = normal(random);
    for (int pass = 0; pass < kPasses; ++pass) {
        const Eigen::HouseholderQR<Eigen::MatrixXd> qr(products * basis);
        basis = qr.householderQ() * Eigen::MatrixXd::Identity(n, size);
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(basis.transpose() * products * basis);
    const Index taken = std::min<Index>(count, size);
    const Eigen::VectorXd values = eigen.eigenvalues().reverse().head(taken).cwiseMax(0);
    kept = values.sum() / products.trace();
    const Eigen::MatrixXd scores =
        basis * eigen.eigenvectors().rowwise().reverse().leftCols(taken) * values.cwiseSqrt().asDiagonal();
    return scores.cast<float>();
}

}  // namespace facespace::layers
