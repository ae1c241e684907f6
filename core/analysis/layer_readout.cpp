#include <algorithm>
#include <cmath>
#include <map>

#include "core/analysis/layer_parts.h"
#include "core/analysis/nested_ridge.h"
#include "core/common/numbers.h"

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

/// Sums by turn, and the figure of any of them: columns are turns.
template <class Figure>
LeftOut leftOutOf(const Eigen::MatrixXd& sums, std::size_t turns, Figure&& figure) {
    const Eigen::VectorXd all = sums.rowwise().sum();
    LeftOut found{figure(all), {}, {}};
    for (std::size_t t = 0; t < turns; ++t)
        found.by.push_back(figure(Eigen::VectorXd(all - sums.col(static_cast<Index>(t)))));
    return found;
}

LeftOut rSquared(const Together& g, Index column, const Eigen::MatrixXd& predicted, const Chosen& c) {
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(4, static_cast<Index>(std::max<std::size_t>(c.turns.count, 1)));
    const double mean = g.y.col(column).mean();
    for (Index e = 0; e < g.y.rows(); ++e) {
        const double y = g.y(e, column) - mean, error = predicted(e, column) - g.y(e, column);
        const auto turn = static_cast<Index>(c.turnOf(static_cast<std::size_t>(g.entries[static_cast<std::size_t>(e)])));
        sums.col(turn) += Eigen::Vector4d(1, y, y * y, error * error);
    }
    return leftOutOf(sums, c.turns.count, [](const Eigen::VectorXd& s) { return 1 - s(3) / (s(2) - s(1) * s(1) / s(0)); });
}

LeftOut balancedAccuracy(const Together& g, Index first, Index classes, const Eigen::MatrixXd& predicted, const Chosen& c) {
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(2 * classes, static_cast<Index>(std::max<std::size_t>(c.turns.count, 1)));
    // Classes count alike, however many images they have.
    const Eigen::RowVectorXd share = g.y.middleCols(first, classes).colwise().mean();
    for (Index e = 0; e < g.y.rows(); ++e) {
        Index said = 0, truth = 0;
        (predicted.row(e).segment(first, classes) - share).maxCoeff(&said);
        g.y.row(e).segment(first, classes).maxCoeff(&truth);
        const auto turn = static_cast<Index>(c.turnOf(static_cast<std::size_t>(g.entries[static_cast<std::size_t>(e)])));
        sums(2 * truth, turn) += 1;
        sums(2 * truth + 1, turn) += said == truth ? 1 : 0;
    }
    return leftOutOf(sums, c.turns.count, [classes](const Eigen::VectorXd& s) {
        double sum = 0, there = 0;
        for (Index k = 0; k < classes; ++k)
            if (s(2 * k) > 0) sum += s(2 * k + 1) / s(2 * k), there += 1;
        return sum / there;
    });
}

/// Of every entry of the group what is said by a fit on other identities.
Result<Eigen::MatrixXd> readOut(const FeatureMatrix& x, const Together& g, const Chosen& c, const LayerProbeOptions& o,
                                const JobContext& job) {
    UnitGroups groups;
    std::vector<std::int64_t> rows;
    std::vector<std::string> identity, unit;
    for (const std::int64_t e : g.entries) {
        identity.push_back(std::to_string(c.groups.identities.groupOf[static_cast<std::size_t>(e)]));
        unit.push_back(std::to_string(c.groups.units.groupOf[static_cast<std::size_t>(e)]));
        rows.push_back(std::ssize(rows));
    }
    groups = Units(identity, unit).of(rows);
    const int folds = std::min(o.folds, static_cast<int>(groups.identities.count));
    const FoldPlan plan = identityPlan(groups, folds, o.seed);
    const FeatureMatrix own = x(g.entries, Eigen::all);
    RidgeBlocks blocks(own, rows, g.y, plan.blockOf, plan.blocks);
    if (const auto gathered = blocks.gather(job); !gathered) return forward(gathered);
    const auto grid = penaltyGrid({}, std::max(blocks.scale(blocks.all()), 1e-12));
    if (!grid) return forward(grid);
    NestedRidge search(blocks, plan, *grid, false);
    if (const auto done = search.run({job.cancel, {}}, ""); !done) return forward(done);
    Eigen::MatrixXd predicted(g.y.rows(), g.y.cols());
    search.predict(predicted);
    return predicted;
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
        const auto predicted = readOut(x, g, c, o, job);
        if (!predicted) return forward(predicted);
        for (std::size_t k = 0; k < g.attributes.size(); ++k) {
            const ProbedAttribute& a = attributes[g.attributes[k]];
            found[g.attributes[k]] = a.ofClasses()
                                         ? balancedAccuracy(g, g.firstColumn[k], std::ssize(a.classes), *predicted, c)
                                         : rSquared(g, g.firstColumn[k], *predicted, c);
        }
    }
    return found;
}

}  // namespace facespace::layers
