#include "core/analysis/nested_variance.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/analysis/pair_relations.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

using Eigen::Index;
using nesting::Nested;
using nesting::PairRelations;

constexpr std::size_t kFewest = 4;

/// Weights of the cells' means.
using Weights = std::vector<std::pair<std::size_t, double>>;

double sumOf(const PairRelations& pairs, const Weights& weights, std::size_t turn) {
    double sum = 0;
    for (const auto& [cell, weight] : weights) sum += weight * pairs.mean(cell, turn);
    return sum;
}

/// Σ over pairs of turns of the square of what they have of their own: of their parts, less what each turn brings to all its
/// pairs, which leaving it out counts rightly.
double ofPairs(const Eigen::MatrixXd& parts) {
    const auto n = static_cast<double>(parts.rows());
    if (n < 3) return 0;
    const Eigen::VectorXd rows = parts.rowwise().sum() - parts.diagonal();
    const Eigen::VectorXd own = (rows.array() - rows.sum() / (2 * (n - 1))) / (n - 2);
    double sum = 0;
    for (Index i = 0; i < parts.rows(); ++i)
        for (Index j = 0; j < i; ++j) {
            const double pure = parts(i, j) - own(i) - own(j);
            sum += pure * pure;
        }
    return sum;
}

/// Σ weights · means over the mean of the pairs that have nothing in common, with its interval.
Estimate shareOf(const PairRelations& pairs, const Weights& weights, std::size_t nothing, int constraints) {
    const std::size_t turns = pairs.turns();
    const double all = pairs.mean(nothing, turns), share = sumOf(pairs, weights, turns) / all;
    std::vector<double> left;
    for (std::size_t t = 0; t < turns; ++t) left.push_back(sumOf(pairs, weights, t) / pairs.mean(nothing, t));
    if (left.size() < 2) return {share, kNoValue, kNoValue};
    Eigen::MatrixXd parts = -share / all * pairs.parts(nothing);
    for (const auto& [cell, weight] : weights) parts += weight / all * pairs.parts(cell);
    StandardError error = withoutPairs(jackknifeError(left), ofPairs(parts));
    error.df -= constraints;
    return error.interval(share);
}

/// What each factor's component is made of.
struct Contrasts {
    std::size_t nothing = 0;  ///< The cell of pairs that have nothing in common.
    std::vector<FactorShare> factors;
    std::vector<Weights> weights;  ///< Of the factors.
    std::vector<int> constraints;  ///< Means that are known of fewer identities than there are: of classes.
};

Weights plus(Weights a, const Weights& b, double factor) {
    for (const auto& [cell, weight] : b) a.emplace_back(cell, factor * weight);
    return a;
}

Contrasts contrastsOf(const PairRelations& pairs, const ImageFactor& classes, const std::vector<ImageFactor>& conditions) {
    const bool classed = !classes.levels.empty();
    const std::uint32_t all = (1U << conditions.size()) - 1;
    const PairRelation apart = classed ? PairRelation::kOtherClass : PairRelation::kOtherIdentity;
    Contrasts c;
    c.nothing = pairs.cell(apart, all);
    const auto add = [&](FactorKind kind, const Text& name, Weights weights, int constraints = 0) {
        c.factors.push_back({kind, name, {}, 0});
        c.weights.push_back(std::move(weights));
        c.constraints.push_back(constraints);
    };
    const std::size_t people = pairs.cell(PairRelation::kOtherIdentity, all),
                      person = pairs.cell(PairRelation::kSameIdentity, all);
    if (classed)
        add(FactorKind::kClass, classes.name, {{c.nothing, 1}, {people, -1}}, static_cast<int>(classes.levels.size()) - 1);
    add(FactorKind::kIdentity, {}, {{people, 1}, {person, -1}});
    for (std::size_t i = 0; i < conditions.size(); ++i)
        add(FactorKind::kCondition, conditions[i].name, {{c.nothing, 1}, {pairs.cell(apart, all & ~(1U << i)), -1}});
    Weights mains;
    for (const Weights& w : c.weights) mains = plus(std::move(mains), w, 1);
    const Weights total{{c.nothing, 1}};
    const std::size_t same = pairs.cell(PairRelation::kSameIdentity, 0);
    if (!conditions.empty() && pairs.pairs(same) > 0) {
        add(FactorKind::kTogether, {}, plus(plus(total, mains, -1), {{same, 1}}, -1));
        add(FactorKind::kRest, {}, {{same, 1}});
    } else {
        add(FactorKind::kRest, {}, plus(total, mains, -1));
    }
    return c;
}

Result<Nested> gatherRows(const FeatureMatrix& x, const Units& units, const ImageFactor& classes,
                          const std::vector<ImageFactor>& conditions, const NestedVarianceOptions& o, std::int64_t& left) {
    std::vector<std::int64_t> rows;
    for (Index i = 0; i < x.rows(); ++i) {
        if (!x.row(i).allFinite() || !(x.row(i).squaredNorm() > 0)) continue;
        const auto at = static_cast<std::size_t>(i);
        const bool known = (classes.levels.empty() || classes.levelOf[at] >= 0) &&
                           std::ranges::all_of(conditions, [&](const ImageFactor& f) { return f.levelOf[at] >= 0; });
        if (known)
            rows.push_back(i);
        else
            ++left;
    }
    Nested n;
    n.groups = units.of(rows);
    if (n.groups.identities.count < static_cast<std::int32_t>(kFewest))
        return fail(ErrorCode::kInvalid, say("Nesting is looked at over {} identities or more of which class and conditions "
                                             "are known; there are {}. Import more, or choose other columns.",
                                             kFewest, n.groups.identities.count));
    n.x = x(rows, Eigen::all).cast<double>();
    if (o.unitLength) n.x.rowwise().normalize();
    n.x.rowwise() -= n.x.colwise().mean().eval();
    n.turns = leaveOutTurns(n.groups.identities.count, {o.leaveOut, o.seed});
    n.conditionOf.resize(conditions.size());
    std::vector<std::int32_t> classOfIdentity(static_cast<std::size_t>(n.groups.identities.count), -1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]),
                   person = static_cast<std::size_t>(n.groups.identities.groupOf[i]);
        n.classOf.push_back(classes.levels.empty() ? 0 : classes.levelOf[row]);
        n.turnOf.push_back(n.turns.count == 0 ? 0 : static_cast<std::int32_t>(n.turns.of[person]));
        for (std::size_t c = 0; c < conditions.size(); ++c) n.conditionOf[c].push_back(conditions[c].levelOf[row]);
        std::int32_t& own = classOfIdentity[person];
        if (own >= 0 && own != n.classOf.back())
            return fail(ErrorCode::kInvalid, say("Column “{}” differs between images of “{}”; a class is one for all images "
                                                 "of a person. Take it as a condition.",
                                                 classes.name, units.identity()[row]));
        own = n.classOf.back();
    }
    return n;
}

Result<void> enoughPairs(const PairRelations& pairs, const Contrasts& c) {
    for (std::size_t f = 0; f < c.factors.size(); ++f)
        for (const auto& [cell, weight] : c.weights[f])
            if (!(pairs.pairs(cell) > 0)) {
                const FactorShare& factor = c.factors[f];
                const Text name = factor.kind == FactorKind::kIdentity ? say("identity") : factor.name;
                return fail(ErrorCode::kInvalid,
                            say("No two images have only “{}” in common, or nothing at all: its share cannot be told. Leave "
                                "out a condition, or choose ones that differ within people.",
                                name));
            }
    return {};
}

void orderFactors(NestedVariance& found, const PairRelations& pairs, const Contrasts& c) {
    for (std::size_t f = 0; f < found.factors.size(); ++f)
        if (found.factors[f].kind < FactorKind::kTogether) found.order.push_back(f);
    std::ranges::stable_sort(found.order, std::greater<>(), [&](std::size_t f) { return found.factors[f].share.value; });
    for (std::size_t i = 0; i + 1 < found.order.size(); ++i) {
        const std::size_t a = found.order[i], b = found.order[i + 1];
        FactorStep step{a, b, {}, false};
        step.difference =
            shareOf(pairs, plus(c.weights[a], c.weights[b], -1), c.nothing, std::max(c.constraints[a], c.constraints[b]));
        step.told = step.difference.low > 0;
        found.steps.push_back(step);
    }
}

/// Mean cosines, from half the squared distances of features at unit length.
std::vector<LadderRung> ladderOf(const PairRelations& pairs, std::size_t conditions, bool classed) {
    std::vector<std::uint32_t> masks;
    for (std::uint32_t m = 0; m < 1U << conditions; ++m) masks.push_back(m);
    std::ranges::stable_sort(masks, {}, [](std::uint32_t m) { return std::popcount(m); });
    std::vector<LadderRung> ladder;
    for (const PairRelation relation :
         {PairRelation::kSameIdentity, PairRelation::kOtherIdentity, PairRelation::kOtherClass})
        for (const std::uint32_t differs : masks) {
            const std::size_t cell = pairs.cell(relation, differs);
            if (!(pairs.pairs(cell) > 0) || (!classed && relation == PairRelation::kOtherClass)) continue;
            const std::size_t turns = pairs.turns();
            std::vector<double> left;
            for (std::size_t t = 0; t < turns; ++t) left.push_back(1 - pairs.mean(cell, t));
            LadderRung rung{relation,
                            differs,
                            {1 - pairs.mean(cell, turns), kNoValue, kNoValue},
                            static_cast<std::int64_t>(std::llround(pairs.pairs(cell)))};
            if (left.size() > 1) {
                rung.cosine = withoutPairs(jackknifeError(left), ofPairs(pairs.parts(cell))).interval(rung.cosine.value);
            }
            ladder.push_back(rung);
        }
    return ladder;
}

}  // namespace

Result<NestedVariance> nestedVariance(const FeatureMatrix& x, const Units& units, const ImageFactor& classes,
                                      const std::vector<ImageFactor>& conditions, const NestedVarianceOptions& o,
                                      const JobContext& job) {
    if (conditions.size() > kMostConditions)
        return fail(ErrorCode::kInvalid, say("At most {} conditions are looked at at once.", kMostConditions));
    NestedVariance found;
    const auto nested = gatherRows(x, units, classes, conditions, o, found.left);
    if (!nested) return forward(nested);
    found.images = nested->x.rows();
    found.identities = nested->groups.identities.count;
    const PairRelations pairs(*nested, job);
    if (job.cancelled()) return cancelled();
    const Contrasts c = contrastsOf(pairs, classes, conditions);
    if (const auto enough = enoughPairs(pairs, c); !enough) return forward(enough);
    found.factors = c.factors;
    for (std::size_t f = 0; f < found.factors.size(); ++f) {
        found.factors[f].component = sumOf(pairs, c.weights[f], pairs.turns());
        found.factors[f].share = shareOf(pairs, c.weights[f], c.nothing, c.constraints[f]);
    }
    orderFactors(found, pairs, c);
    if (o.unitLength) {
        found.ladder = ladderOf(pairs, conditions.size(), !classes.levels.empty());
        return found;
    }
    NestedVarianceOptions unit = o;
    unit.unitLength = true;
    std::int64_t again = 0;
    const auto atUnit = gatherRows(x, units, classes, conditions, unit, again);
    if (!atUnit) return forward(atUnit);
    found.ladder = ladderOf(PairRelations(*atUnit, job), conditions.size(), !classes.levels.empty());
    if (job.cancelled()) return cancelled();
    return found;
}

}  // namespace facespace
