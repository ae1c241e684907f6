#include "core/analysis/pair_relations.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::nesting {
namespace {

using Eigen::Index;

/// Pairs that have at least this in common: all pairs, those of a class, of an identity, of a unit of observation.
enum Level : std::size_t { kAll, kClass, kIdentity, kUnit, kLevels };

struct Common {
    Eigen::MatrixXd distance, count;
};

std::int32_t levelOf(const Nested& n, std::size_t level, std::size_t row) {
    switch (level) {
        case kAll:
            return 0;
        case kClass:
            return n.classOf[row];
        case kIdentity:
            return n.groups.identities.groupOf[row];
        default:
            return n.groups.units.groupOf[row];
    }
}

/// Row numbers in the order of what they have in common, and where the next group begins.
struct Ordered {
    std::vector<std::size_t> rows, begins;
};

Ordered groupsOf(const Nested& n, std::size_t level, std::uint32_t shared) {
    const auto count = static_cast<std::size_t>(n.x.rows());
    std::vector<std::vector<std::int32_t>> keys(count);
    for (std::size_t i = 0; i < count; ++i) {
        keys[i] = {levelOf(n, level, i)};
        for (std::size_t c = 0; c < n.conditions(); ++c)
            if ((shared >> c & 1U) != 0) keys[i].push_back(n.conditionOf[c][i]);
    }
    Ordered o;
    o.rows.resize(count);
    std::iota(o.rows.begin(), o.rows.end(), std::size_t{0});
    std::ranges::stable_sort(o.rows, [&](std::size_t a, std::size_t b) {
        return keys[a] == keys[b] ? n.turnOf[a] < n.turnOf[b] : keys[a] < keys[b];
    });
    for (std::size_t i = 0; i < count; ++i)
        if (i == 0 || keys[o.rows[i]] != keys[o.rows[i - 1]]) o.begins.push_back(i);
    o.begins.push_back(count);
    return o;
}

/// Adds the pairs of one group. Its rows are sorted by turn.
void addGroup(Common& sum, const Nested& n, const Ordered& o, std::size_t begin, std::size_t end) {
    std::vector<Index> turns;
    for (std::size_t i = begin; i < end; ++i)
        if (const Index t = n.turnOf[o.rows[i]]; turns.empty() || turns.back() != t) turns.push_back(t);
    const Index size = std::ssize(turns);
    blas::RowMatrixXd x = blas::RowMatrixXd::Zero(size, n.x.cols());
    Eigen::VectorXd square = Eigen::VectorXd::Zero(size), count = square;
    Index at = -1;
    for (std::size_t i = begin; i < end; ++i) {
        if (i == begin || n.turnOf[o.rows[i]] != n.turnOf[o.rows[i - 1]]) ++at;
        const auto row = n.x.row(static_cast<Index>(o.rows[i]));
        x.row(at) += row;
        square(at) += row.squaredNorm();
        count(at) += 1;
    }
    const Eigen::MatrixXd products = x * x.transpose();
    for (Index a = 0; a < size; ++a) {
        const auto ta = turns[static_cast<std::size_t>(a)];
        sum.distance(ta, ta) += (count(a) * square(a) - products(a, a)) / 2;
        sum.count(ta, ta) += count(a) * (count(a) - 1) / 2;
        for (Index b = 0; b < size; ++b) {
            if (a == b) continue;
            const auto tb = turns[static_cast<std::size_t>(b)];
            sum.distance(ta, tb) += (count(a) * square(b) + count(b) * square(a)) / 2 - products(a, b);
            sum.count(ta, tb) += count(a) * count(b);
        }
    }
}

}  // namespace

PairRelations::PairRelations(const Nested& n, const JobContext& job)
    : masks_(n.masks()), turns_(n.turns.count), cells_(3 * n.masks()) {
    const auto size = static_cast<Index>(std::max<std::size_t>(turns_, 1));
    const Common none{Eigen::MatrixXd::Zero(size, size), Eigen::MatrixXd::Zero(size, size)};
    std::vector<Common> common(kLevels * masks_, none);  // by level and conditions that are shared at least
    parallelChunks(common.size(), 1, [&](std::size_t i, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const Ordered o = groupsOf(n, i / masks_, static_cast<std::uint32_t>(i % masks_));
        for (std::size_t g = 0; g + 1 < o.begins.size(); ++g) addGroup(common[i], n, o, o.begins[g], o.begins[g + 1]);
    });
    // Pairs that share just these conditions are those that share them at least, less those that share more.
    for (std::size_t c = 0; c < n.conditions(); ++c)
        for (std::size_t i = 0; i < common.size(); ++i)
            if ((i % masks_ >> c & 1U) == 0) {
                common[i].distance -= common[i + (std::size_t{1} << c)].distance;
                common[i].count -= common[i + (std::size_t{1} << c)].count;
            }
    const std::size_t coarse[] = {kIdentity, kClass, kAll};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t differs = 0; differs < masks_; ++differs) {
            const std::size_t at = coarse[r] * masks_ + (masks_ - 1 - differs);
            Sums& s = cells_[r * masks_ + differs];
            s.distance = common[at].distance - common[at + masks_].distance;
            s.count = common[at].count - common[at + masks_].count;
            s.distanceOfTurn = s.distance.rowwise().sum(), s.countOfTurn = s.count.rowwise().sum();
            s.all = (s.distance.sum() + s.distance.trace()) / 2, s.pairs = (s.count.sum() + s.count.trace()) / 2;
        }
}

double PairRelations::mean(std::size_t cell, std::size_t turn) const {
    const Sums& s = cells_[cell];
    const bool all = turn >= turns_;
    const auto t = static_cast<Index>(turn);
    const double pairs = s.pairs - (all ? 0 : s.countOfTurn(t));
    return pairs > 0.5 ? (s.all - (all ? 0 : s.distanceOfTurn(t))) / pairs : kNoValue;
}

Eigen::MatrixXd PairRelations::parts(std::size_t cell) const {
    const Sums& s = cells_[cell];
    return (s.distance - s.count * (s.all / s.pairs)) / s.pairs;
}

}  // namespace facespace::nesting
