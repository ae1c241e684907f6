#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/pair_parts.h"
#include "core/analysis/ranks.h"
#include "core/analysis/space_similarity_parts.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::spaces {
namespace {

using Eigen::Index;
using Means = Eigen::MatrixXd;  // identities × dimensions

/// The mean over some rows of each chosen identity, of the rows' flags that are `half` (or of all for −1).
Means meansOf(const blas::RowMatrixXd& rows, const std::vector<std::int32_t>& placeOf, Index places,
              const std::vector<std::int8_t>& halfOf, int half) {
    Means sum = Means::Zero(places, rows.cols());
    Eigen::VectorXd count = Eigen::VectorXd::Zero(places);
    for (Index i = 0; i < rows.rows(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (placeOf[at] < 0 || (half >= 0 && halfOf[at] != half)) continue;
        sum.row(placeOf[at]) += rows.row(i);
        count(placeOf[at]) += 1;
    }
    for (Index p = 0; p < places; ++p) sum.row(p) /= std::max(1.0, count(p));
    return sum;
}

std::vector<double> upper(const Eigen::MatrixXd& square) {
    std::vector<double> values;
    for (Index i = 0; i < square.rows(); ++i)
        for (Index j = i + 1; j < square.cols(); ++j) values.push_back(square(i, j));
    return values;
}

std::vector<double> cosineDistances(Means means) {
    means.rowwise().normalize();
    return upper((1 - (means * means.transpose()).array()).matrix());
}

/// (aᵢ − aⱼ)·(bᵢ − bⱼ) of pairs.
std::vector<double> crossDistances(const Means& a, const Means& b) {
    const Eigen::MatrixXd product = a * b.transpose();
    const Eigen::VectorXd own = product.diagonal();
    Eigen::MatrixXd d = -product - product.transpose();
    d.colwise() += own;
    d.rowwise() += own.transpose();
    return upper(d);
}

/// ρ of pairs of identities without those of a turn; rank sums by pair lists sorted once.
class PairRho {
  public:
    PairRho(const std::vector<double>& x, const std::vector<double>& y) : x_(x), y_(y) {}
    std::vector<double> parts() const { return spearmanParts(x_, y_); }
    double of(const std::vector<std::int32_t>& weight) const {
        std::vector<double> rx, ry;
        x_.ranks(weight, rx);
        y_.ranks(weight, ry);
        double n = 0, mx = 0, my = 0;
        for (std::size_t i = 0; i < weight.size(); ++i)
            if (weight[i] > 0) n += 1, mx += rx[i], my += ry[i];
        mx /= n, my /= n;
        double xx = 0, yy = 0, xy = 0;
        for (std::size_t i = 0; i < weight.size(); ++i)
            if (weight[i] > 0) {
                xx += (rx[i] - mx) * (rx[i] - mx);
                yy += (ry[i] - my) * (ry[i] - my);
                xy += (rx[i] - mx) * (ry[i] - my);
            }
        return xy / std::sqrt(xx * yy);
    }

  private:
    RankedValues x_, y_;
};

/// Of the parts of pairs i < j of identities, in order.
double squaresOf(const std::vector<double>& parts, const std::vector<std::size_t>& turnOf, std::size_t turns) {
    std::vector<std::pair<std::size_t, std::size_t>> turnsOf;
    for (std::size_t i = 0; i < turnOf.size(); ++i)
        for (std::size_t j = i + 1; j < turnOf.size(); ++j) turnsOf.emplace_back(turnOf[i], turnOf[j]);
    return squaresOfTurns(parts, turnsOf, turns);
}

void addTo(std::vector<double>& sum, const std::vector<double>& parts, double factor) {
    sum.resize(parts.size(), 0);
    for (std::size_t i = 0; i < parts.size(); ++i) sum[i] += factor * parts[i];
}

/// 1 for pairs of which neither is of the turn.
std::vector<std::int32_t> pairWeights(const std::vector<std::size_t>& turnOf, std::size_t turn) {
    std::vector<std::int32_t> weights;
    for (std::size_t i = 0; i < turnOf.size(); ++i)
        for (std::size_t j = i + 1; j < turnOf.size(); ++j)
            weights.push_back(turnOf[i] != turn && turnOf[j] != turn ? 1 : 0);
    return weights;
}

/// Of a statistic of pair weights: its value, and with each turn left out.
struct LeftOut {
    double all = 0;
    std::vector<double> by;
    double ofPairs = 0;  ///< As in withoutPairs().
};

template <class Statistic>
LeftOut leaveOut(const std::vector<std::size_t>& turnOf, std::size_t turns, const Statistic& statistic,
                 const JobContext& job) {
    LeftOut out{0, std::vector<double>(turns, kNoValue), 0};
    parallelChunks(turns + 1, 1, [&](std::size_t turn, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        (turn == turns ? out.all : out.by[turn]) = statistic(pairWeights(turnOf, turn));
    });
    return out;
}

Estimate correlation(const LeftOut& r) {
    std::vector<double> z = r.by;
    for (double& v : z) v = std::atanh(v);
    const double slope = 1 / (1 - r.all * r.all);
    return correlationInterval(r.all, withoutPairs(jackknifeError(z), slope * slope * r.ofPairs));
}

/// Half 0 or 1 of each row: of each identity a random half of its units; −1: it has one unit only.
std::vector<std::int8_t> halvesOf(const UnitGroups& groups, std::uint64_t seed) {
    std::vector<std::int32_t> seen(static_cast<std::size_t>(groups.identities.count), 0), all = seen;
    for (const std::int32_t identity : groups.identityOfUnit) ++all[static_cast<std::size_t>(identity)];
    std::vector<std::int8_t> ofUnit(groups.identityOfUnit.size(), -1), ofRow;
    for (const std::int64_t unit : shuffledIndices(groups.units.count, seed)) {
        const auto identity = static_cast<std::size_t>(groups.identityOfUnit[static_cast<std::size_t>(unit)]);
        if (all[identity] > 1) ofUnit[static_cast<std::size_t>(unit)] = static_cast<std::int8_t>(seen[identity]++ % 2);
    }
    for (const std::int32_t unit : groups.units.groupOf) ofRow.push_back(ofUnit[static_cast<std::size_t>(unit)]);
    return ofRow;
}

/// Which identities are compared, as places from 0, by row; −1: not.
struct Chosen {
    std::vector<std::int32_t> placeOf;
    std::vector<std::size_t> turnOf;  ///< By place.
    Index count() const { return static_cast<Index>(turnOf.size()); }
};

Chosen choose(const BothSpaces& both, const std::vector<std::int8_t>& halfOf, bool split, const SpaceSimilarityOptions& o) {
    const auto identities = static_cast<std::size_t>(both.groups.identities.count);
    std::vector<bool> fits(identities, !split);
    for (std::size_t i = 0; i < both.groups.identities.groupOf.size(); ++i)
        if (split && halfOf[i] >= 0) fits[static_cast<std::size_t>(both.groups.identities.groupOf[i])] = true;
    std::vector<std::int64_t> order = shuffledIndices(static_cast<std::int64_t>(identities), o.seed);
    std::erase_if(order, [&](std::int64_t i) { return !fits[static_cast<std::size_t>(i)]; });
    if (std::ssize(order) > o.mostIdentities) order.resize(static_cast<std::size_t>(o.mostIdentities));
    std::ranges::sort(order);
    Chosen chosen;
    std::vector<std::int32_t> place(identities, -1);
    for (const std::int64_t i : order) {
        place[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(chosen.turnOf.size());
        chosen.turnOf.push_back(both.turns.count > 0 ? both.turns.of[static_cast<std::size_t>(i)] : 1);
    }
    for (const std::int32_t i : both.groups.identities.groupOf) chosen.placeOf.push_back(place[static_cast<std::size_t>(i)]);
    return chosen;
}

/// The correlations of one or all splits.
struct SplitRhos {
    PairRho unbiased, across, acrossBack, first, second;
};

SplitRhos splitRhos(const BothSpaces& both, const Chosen& chosen, const std::vector<std::int8_t>& halfOf) {
    const auto means = [&](const blas::RowMatrixXd& rows, int half) {
        return meansOf(rows, chosen.placeOf, chosen.count(), halfOf, half);
    };
    const Means xa = means(both.xUnit, 0), xb = means(both.xUnit, 1), ya = means(both.yUnit, 0), yb = means(both.yUnit, 1);
    const auto dxa = cosineDistances(xa), dxb = cosineDistances(xb), dya = cosineDistances(ya), dyb = cosineDistances(yb);
    return {{crossDistances(xa, xb), crossDistances(ya, yb)}, {dxa, dyb}, {dxb, dya}, {dxa, dxb}, {dya, dyb}};
}

void addSplits(Rsa& rsa, const BothSpaces& both, const SpaceSimilarityOptions& o, const JobContext& job) {
    const Chosen chosen = choose(both, halvesOf(both.groups, streamSeed(o.seed, 0)), true, o);
    rsa.splitIdentities = std::ssize(chosen.turnOf);
    if (o.splits < 1 || chosen.count() < 4) return;
    std::vector<SplitRhos> rhos;
    for (int s = 0; s < o.splits && !job.cancelled(); ++s)
        rhos.push_back(splitRhos(both, chosen, halvesOf(both.groups, streamSeed(o.seed, static_cast<std::uint64_t>(s)))));
    enum Which { kUnbiased, kAcross, kFirst, kSecond, kCorrected };
    const auto mean = [&](const std::vector<std::int32_t>& w, Which which) {
        double sum[4] = {0, 0, 0, 0};
        for (const SplitRhos& r : rhos) {
            const auto add = [&](Which k, double v) { sum[k] += v / static_cast<double>(rhos.size()); };
            if (which == kUnbiased) add(kUnbiased, r.unbiased.of(w));
            if (which == kAcross || which == kCorrected) add(kAcross, (r.across.of(w) + r.acrossBack.of(w)) / 2);
            if (which == kFirst || which == kCorrected) add(kFirst, r.first.of(w));
            if (which == kSecond || which == kCorrected) add(kSecond, r.second.of(w));
        }
        return which == kCorrected ? sum[kAcross] / std::sqrt(sum[kFirst] * sum[kSecond]) : sum[which];
    };
    const std::vector<std::int32_t> all = pairWeights(chosen.turnOf, both.turns.count);
    rsa.firstReliability = mean(all, kFirst);
    rsa.secondReliability = mean(all, kSecond);
    rsa.ceiling = std::sqrt(rsa.firstReliability * rsa.secondReliability);
    const auto out = [&](Which which, const std::vector<double>& parts) {
        LeftOut left = leaveOut(
            chosen.turnOf, both.turns.count, [&](const auto& w) { return mean(w, which); }, job);
        left.ofPairs = squaresOf(parts, chosen.turnOf, both.turns.count);
        return left;
    };
    std::vector<double> unbiased, across, corrected;
    const double share = 1 / static_cast<double>(rhos.size()), whole = mean(all, kAcross);
    for (const SplitRhos& r : rhos) {
        addTo(unbiased, r.unbiased.parts(), share);
        addTo(across, r.across.parts(), share / 2);
        addTo(across, r.acrossBack.parts(), share / 2);
        addTo(corrected, r.first.parts(), -share * whole / rsa.ceiling / 2 / rsa.firstReliability);
        addTo(corrected, r.second.parts(), -share * whole / rsa.ceiling / 2 / rsa.secondReliability);
    }
    addTo(corrected, across, 1 / rsa.ceiling);
    rsa.unbiased = correlation(out(kUnbiased, unbiased));
    rsa.across = correlation(out(kAcross, across));
    const LeftOut left = out(kCorrected, corrected);
    rsa.corrected = withoutPairs(jackknifeError(left.by), left.ofPairs).interval(left.all);
}

}  // namespace

Result<Rsa> rsaOf(const BothSpaces& both, const SpaceSimilarityOptions& o, const JobContext& job) {
    const Estimate none{kNoValue, kNoValue, kNoValue};
    Rsa rsa{none, none, none, kNoValue, kNoValue, kNoValue, none, 0, 0, {}, {}};
    const Chosen chosen = choose(both, {}, false, o);
    rsa.identities = chosen.count();
    if (chosen.count() < 4) return rsa;
    rsa.first = cosineDistances(meansOf(both.xUnit, chosen.placeOf, chosen.count(), {}, -1));
    rsa.second = cosineDistances(meansOf(both.yUnit, chosen.placeOf, chosen.count(), {}, -1));
    const PairRho rho(rsa.first, rsa.second);
    LeftOut left = leaveOut(
        chosen.turnOf, both.turns.count, [&](const auto& w) { return rho.of(w); }, job);
    left.ofPairs = squaresOf(rho.parts(), chosen.turnOf, both.turns.count);
    rsa.spearman = correlation(left);
    addSplits(rsa, both, o, job);
    if (job.cancelled()) return cancelled();
    return rsa;
}

}  // namespace facespace::spaces
