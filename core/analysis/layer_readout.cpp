#include <algorithm>
#include <cmath>
#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <map>

#include "core/analysis/layer_parts.h"
#include "core/analysis/nested_ridge.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::layers {
namespace {

using Eigen::Index;

/// Attributes that are known of the same entries are fitted together: what is dear is the same for all of them.
struct Together {
    std::vector<std::int64_t> entries;
    std::vector<std::size_t> attributes;
    std::vector<Index> firstColumn;  ///< Of each attribute.
    Eigen::MatrixXd y;
};

std::vector<Together> groupsOf(const std::vector<ProbedAttribute>& attributes, const Chosen& c) {
    std::map<std::vector<std::int64_t>, std::vector<std::size_t>> byEntries;
    for (std::size_t a = 0; a < attributes.size(); ++a) byEntries[knownEntries(attributes[a], c)].push_back(a);
    std::vector<Together> groups;
    for (const auto& [entries, members] : byEntries) {
        Together g{entries, members, {}, {}};
        Index columns = 0;
        for (const std::size_t a : members) {
            g.firstColumn.push_back(columns);
            columns += attributes[a].ofClasses() ? std::ssize(attributes[a].classes) : 1;
        }
        g.y = Eigen::MatrixXd::Zero(std::ssize(entries), columns);
        for (std::size_t k = 0; k < members.size(); ++k)
            for (std::size_t e = 0; e < entries.size(); ++e) {
                const auto row = static_cast<std::size_t>(c.rows[static_cast<std::size_t>(entries[e])]);
                const ProbedAttribute& a = attributes[members[k]];
                if (a.ofClasses())
                    g.y(static_cast<Index>(e), g.firstColumn[k] + a.classOf[row]) = 1;
                else
                    g.y(static_cast<Index>(e), g.firstColumn[k]) = a.values[row];
            }
        groups.push_back(std::move(g));
    }
    return groups;
}

/// What is said of every entry by a fit on other identities, and the same with each turn left out of the fits, too.
struct Said {
    Eigen::MatrixXd all;
    std::vector<Eigen::MatrixXd> without;
    const Eigen::MatrixXd& at(std::size_t turn) const { return turn < without.size() ? without[turn] : all; }
};

/// A figure over all entries but those of a turn.
template <class Figure>
LeftOut leftOutOf(const Together& g, const Chosen& c, Figure&& figure) {
    std::vector<std::size_t> turnOf;
    for (const std::int64_t e : g.entries) turnOf.push_back(c.turnOf(static_cast<std::size_t>(e)));
    const auto kept = [&](std::size_t turn) {
        std::vector<Index> rows;
        for (std::size_t e = 0; e < turnOf.size(); ++e)
            if (turnOf[e] != turn) rows.push_back(static_cast<Index>(e));
        return rows;
    };
    LeftOut found{figure(kept(c.turns.count + 1), c.turns.count), {}, {}};
    for (std::size_t t = 0; t < c.turns.count; ++t) found.by.push_back(figure(kept(t), t));
    return found;
}

LeftOut rSquared(const Together& g, Index column, const Said& said, const Chosen& c) {
    return leftOutOf(g, c, [&](const std::vector<Index>& rows, std::size_t turn) {
        const Eigen::VectorXd y = g.y(rows, column), error = said.at(turn)(rows, column) - y;
        return 1 - error.squaredNorm() / (y.array() - y.mean()).square().sum();
    });
}

LeftOut balancedAccuracy(const Together& g, Index first, Index classes, const Said& said, const Chosen& c) {
    return leftOutOf(g, c, [&](const std::vector<Index>& rows, std::size_t turn) {
        const Eigen::MatrixXd truth = g.y(rows, Eigen::seqN(first, classes)),
                              told = said.at(turn)(rows, Eigen::seqN(first, classes));
        // Classes count alike, however many images they have.
        const Eigen::RowVectorXd all = truth.colwise().sum(), share = all / static_cast<double>(rows.size());
        Eigen::RowVectorXd right = Eigen::RowVectorXd::Zero(classes);
        for (Index e = 0; e < truth.rows(); ++e) {
            Index is = 0, toldAs = 0;
            truth.row(e).maxCoeff(&is);
            (told.row(e) - share).maxCoeff(&toldAs);
            right(is) += is == toldAs ? 1 : 0;
        }
        double sum = 0, there = 0;
        for (Index k = 0; k < classes; ++k)
            if (all(k) > 0) sum += right(k) / all(k), there += 1;
        return sum / there;
    });
}

/// The rows that one fit is of.
struct Training {
    std::vector<Index> rows;
    Eigen::RowVectorXd meanX, meanY;
    Eigen::MatrixXd x, y;  ///< Relative to these.
};

Training trainingOf(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y, std::vector<Index> rows) {
    Training t{std::move(rows), {}, {}, {}, {}};
    t.x = x(t.rows, Eigen::all), t.y = y(t.rows, Eigen::all);
    t.meanX = t.x.colwise().mean(), t.meanY = t.y.colwise().mean();
    t.x.rowwise() -= t.meanX, t.y.rowwise() -= t.meanY;
    return t;
}

/// Ridge regression of some targets with one penalty, and with rows of each turn taken out of it: by the identity of
/// Sherman, Morrison and Woodbury, so that nothing is solved again but a system as large as a turn.
class Refits {
  public:
    Refits(const Training& t, const Eigen::MatrixXd& gram, double penalty, const std::vector<Index>& targets)
        : t_(t), y_(t.y(Eigen::all, targets)), meanY_(t.meanY(targets)) {
        Eigen::MatrixXd a = gram;
        a.diagonal().array() += penalty;
        solved_ = a.llt().solve(t.x.transpose());
        weights_ = solved_ * y_;
    }
    /// Of some rows. @param out  places of Training::rows that are left out
    Eigen::MatrixXd predict(const Eigen::MatrixXd& x, const std::vector<Index>& out) const {
        Eigen::RowVectorXd meanX = t_.meanX, meanY = meanY_;
        Eigen::MatrixXd weights = weights_;
        if (!out.empty()) {
            const Index r = std::ssize(out);
            const double left = static_cast<double>(t_.x.rows() - r);
            // The rows, and how far their going moves the means.
            Eigen::MatrixXd v(r + 1, t_.x.cols()), s(r + 1, y_.cols()), q(t_.x.cols(), r + 1);
            v.topRows(r) = t_.x(out, Eigen::all), s.topRows(r) = y_(out, Eigen::all);
            q.leftCols(r) = solved_(Eigen::all, out);
            const Eigen::RowVectorXd movedX = -v.topRows(r).colwise().sum() / left,
                                     movedY = -s.topRows(r).colwise().sum() / left;
            v.row(r) = std::sqrt(left) * movedX, s.row(r) = std::sqrt(left) * movedY;
            q.col(r) = -q.leftCols(r).rowwise().sum() / std::sqrt(left);
            const Eigen::MatrixXd without = weights_ - q * s;
            const Eigen::MatrixXd inner = Eigen::MatrixXd::Identity(r + 1, r + 1) - v * q;
            weights = without + q * inner.partialPivLu().solve(v * without);
            meanX += movedX, meanY += movedY;
        }
        return ((x.rowwise() - meanX) * weights).rowwise() + meanY;
    }

  private:
    const Training& t_;
    Eigen::MatrixXd y_;
    Eigen::RowVectorXd meanY_;
    Eigen::MatrixXd solved_, weights_;
};

/// Fills what is said of the entries of one fold.
void readFold(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y, const std::vector<std::vector<Index>>& testAndTraining,
              const std::vector<double>& penaltyOf, const std::vector<std::size_t>& turnOf, Said& said) {
    const auto& test = testAndTraining[0];
    const Training t = trainingOf(x, y, testAndTraining[1]);
    const Eigen::MatrixXd gram = t.x.transpose() * t.x, rows = x(test, Eigen::all);
    std::vector<std::vector<Index>> out(said.without.size());
    for (std::size_t i = 0; i < t.rows.size() && !out.empty(); ++i)
        out[turnOf[static_cast<std::size_t>(t.rows[i])]].push_back(static_cast<Index>(i));
    std::map<double, std::vector<Index>> targets;
    for (std::size_t k = 0; k < penaltyOf.size(); ++k) targets[penaltyOf[k]].push_back(static_cast<Index>(k));
    for (const auto& [penalty, columns] : targets) {
        const Refits refits(t, gram, penalty, columns);
        said.all(test, columns) = refits.predict(rows, {});
        for (std::size_t turn = 0; turn < out.size(); ++turn)
            said.without[turn](test, columns) = refits.predict(rows, out[turn]);
    }
}

/// Identities and units of the entries of a group.
UnitGroups unitsOf(const Together& g, const Chosen& c, std::vector<std::int64_t>& rows) {
    std::vector<std::string> identity, unit;
    for (const std::int64_t e : g.entries) {
        identity.push_back(std::to_string(c.groups.identities.groupOf[static_cast<std::size_t>(e)]));
        unit.push_back(std::to_string(c.groups.units.groupOf[static_cast<std::size_t>(e)]));
        rows.push_back(std::ssize(rows));
    }
    return Units(identity, unit).of(rows);
}

Result<Said> readOut(const FeatureMatrix& x, const Together& g, const Chosen& c, const LayerProbeOptions& o,
                     const JobContext& job) {
    std::vector<std::int64_t> rows;
    const UnitGroups groups = unitsOf(g, c, rows);
    const int folds = std::min(o.folds, static_cast<int>(groups.identities.count));
    const FoldPlan plan = identityPlan(groups, folds, o.seed);
    const FeatureMatrix own = x(g.entries, Eigen::all);
    RidgeBlocks blocks(own, rows, g.y, plan.blockOf, plan.blocks);
    if (const auto gathered = blocks.gather(job); !gathered) return forward(gathered);
    const auto grid = penaltyGrid({}, std::max(blocks.scale(blocks.all()), 1e-12));
    if (!grid) return forward(grid);
    NestedRidge search(blocks, plan, *grid, false);
    if (const auto done = search.run({job.cancel, {}}, ""); !done) return forward(done);
    const Eigen::MatrixXd wide = own.cast<double>();
    std::vector<std::size_t> turnOf;
    for (const std::int64_t e : g.entries) turnOf.push_back(c.turnOf(static_cast<std::size_t>(e)));
    Said said{Eigen::MatrixXd(g.y.rows(), g.y.cols()), {}};
    said.without.assign(c.turns.count, said.all);
    parallelChunks(plan.outer.size(), 1, [&](std::size_t k, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        std::vector<std::vector<Index>> parts(2);  // test, training
        for (std::size_t e = 0; e < plan.blockOf.size(); ++e)
            parts[(plan.outer[k] >> plan.blockOf[e] & 1U) != 0 ? 0 : 1].push_back(static_cast<Index>(e));
        std::vector<double> penalties;
        for (Index target = 0; target < g.y.cols(); ++target) penalties.push_back((*grid)[search.chosen(k, target)]);
        readFold(wide, g.y, parts, penalties, turnOf, said);
    });
    if (job.cancelled()) return cancelled();
    return said;
}

}  // namespace

std::vector<std::int64_t> knownEntries(const ProbedAttribute& a, const Chosen& c) {
    std::vector<std::int64_t> entries;
    for (std::size_t e = 0; e < c.rows.size(); ++e) {
        const auto row = static_cast<std::size_t>(c.rows[e]);
        if (a.ofClasses() ? a.classOf[row] >= 0 : std::isfinite(a.values[row]))
            entries.push_back(static_cast<std::int64_t>(e));
    }
    return entries;
}

Result<std::vector<LeftOut>> probesOf(const FeatureMatrix& x, const Chosen& c,
                                      const std::vector<ProbedAttribute>& attributes, const LayerProbeOptions& o,
                                      const JobContext& job) {
    std::vector<LeftOut> found(attributes.size());
    for (const Together& g : groupsOf(attributes, c)) {
        const auto said = readOut(x, g, c, o, job);
        if (!said) return forward(said);
        for (std::size_t k = 0; k < g.attributes.size(); ++k) {
            const ProbedAttribute& a = attributes[g.attributes[k]];
            found[g.attributes[k]] = a.ofClasses() ? balancedAccuracy(g, g.firstColumn[k], std::ssize(a.classes), *said, c)
                                                   : rSquared(g, g.firstColumn[k], *said, c);
        }
    }
    return found;
}

}  // namespace facespace::layers
