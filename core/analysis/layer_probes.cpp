#include "core/analysis/layer_probes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/analysis/layer_parts.h"
#include "core/common/numbers.h"

namespace facespace {
namespace layers {

Estimate intervalOf(const LeftOut& a, const LeftOut* b) {
    const double value = a.value - (b == nullptr ? 0 : b->value);
    std::vector<double> left = a.by;
    for (std::size_t t = 0; b != nullptr && t < left.size(); ++t) left[t] -= b->by[t];
    if (left.size() < 2) return {value, kNoValue, kNoValue};
    double ofPairs = 0;
    if (a.parts.size() > 0) {
        const Eigen::MatrixXd parts = b == nullptr ? a.parts : Eigen::MatrixXd(a.parts - b->parts);
        ofPairs = (parts.squaredNorm() - parts.diagonal().squaredNorm()) / 2;
    }
    return withoutPairs(jackknifeError(left), ofPairs).interval(value);
}

namespace {

/// Of an AUC, on the logit scale: near 1 errors are not alike on both sides.
Estimate aucInterval(const LeftOut& auc) {
    const double p = auc.value;
    const auto logit = [](double v) { return std::log(v / (1 - v)); };
    if (!(p > 0 && p < 1) || auc.by.size() < 2) return intervalOf(auc);
    LeftOut scaled{logit(p), {}, auc.parts / (p * (1 - p))};
    for (const double v : auc.by) scaled.by.push_back(logit(v));
    const Estimate e = intervalOf(scaled);
    const auto back = [](double z) { return 1 / (1 + std::exp(-z)); };
    return {p, back(e.low), back(e.high)};
}

constexpr std::int64_t kFewestImages = 10, kFewestPeople = 4;

/// The largest number of images of each identity with which there are no more than `most`.
std::int64_t mostOfEach(const std::vector<std::int64_t>& counts, std::int64_t most) {
    std::int64_t cap = 1;
    const auto total = [&](std::int64_t c) {
        std::int64_t sum = 0;
        for (const std::int64_t n : counts) sum += std::min(n, c);
        return sum;
    };
    while (total(cap + 1) <= most && total(cap + 1) > total(cap)) ++cap;
    return std::max<std::int64_t>(cap, 2);
}

/// Rows in a random order, so many of each identity; with more identities than fit, a random choice of them.
std::vector<std::int64_t> choose(const std::vector<std::int64_t>& rows, const Units& units, const LayerProbeOptions& o) {
    if (std::ssize(rows) <= o.images) return rows;
    const UnitGroups groups = units.of(rows);
    std::vector<std::int64_t> counts(static_cast<std::size_t>(groups.identities.count), 0), taken = counts;
    for (const std::int32_t p : groups.identities.groupOf) ++counts[static_cast<std::size_t>(p)];
    const std::int64_t cap = mostOfEach(counts, o.images);
    std::vector<std::uint8_t> in(counts.size(), 0);
    std::int64_t room = o.images;
    for (const std::int64_t p : shuffledIndices(groups.identities.count, streamSeed(o.seed, 1))) {
        room -= std::min(cap, counts[static_cast<std::size_t>(p)]);
        if (room < 0) break;
        in[static_cast<std::size_t>(p)] = 1;
    }
    std::vector<std::int64_t> chosen;
    for (const std::int64_t i : shuffledIndices(std::ssize(rows), streamSeed(o.seed, 2))) {
        const auto person = static_cast<std::size_t>(groups.identities.groupOf[static_cast<std::size_t>(i)]);
        if (in[person] != 0 && taken[person]++ < cap) chosen.push_back(rows[static_cast<std::size_t>(i)]);
    }
    std::ranges::sort(chosen);
    return chosen;
}

bool twoDifferent(const ProbedAttribute& a, const Chosen& c, const std::vector<std::int64_t>& entries) {
    std::set<double> values;
    for (const std::int64_t e : entries) {
        const auto row = static_cast<std::size_t>(c.rows[static_cast<std::size_t>(e)]);
        values.insert(a.ofClasses() ? a.classOf[row] : a.values[row]);
        if (values.size() > 1) return true;
    }
    return false;
}

/// Those of which enough is known; of the others a note says so.
std::vector<ProbedAttribute> usable(const std::vector<ProbedAttribute>& attributes, const Chosen& c, LayerProbes& found) {
    std::vector<ProbedAttribute> kept;
    for (const ProbedAttribute& a : attributes) {
        const auto entries = knownEntries(a, c);
        std::set<std::int32_t> people;
        for (const std::int64_t e : entries) people.insert(c.groups.identities.groupOf[static_cast<std::size_t>(e)]);
        if (std::ssize(entries) < kFewestImages || std::ssize(people) < kFewestPeople || !twoDifferent(a, c, entries)) {
            found.notes.push_back(say("“{}” is not probed: it is known of too few images, or the same in all.", a.title));
            continue;
        }
        found.curves.push_back({a.name,
                                a.ofClasses() ? ProbeFigure::kBalancedAccuracy : ProbeFigure::kRSquared,
                                a.ofClasses() ? 1.0 / static_cast<double>(a.classes.size()) : 0,
                                {},
                                0,
                                {},
                                {},
                                std::ssize(entries),
                                std::ssize(people),
                                a.title});
        kept.push_back(a);
    }
    return kept;
}

Result<Chosen> chosenRows(const std::vector<const FeatureMatrix*>& sets, const Units& units, const LayerProbeOptions& o) {
    std::vector<std::int64_t> rows;
    for (Eigen::Index i = 0; i < sets.front()->rows(); ++i)
        if (std::ranges::all_of(sets, [&](const FeatureMatrix* x) { return x->row(i).allFinite(); })) rows.push_back(i);
    Chosen c;
    c.rows = choose(rows, units, o);
    c.groups = units.of(c.rows);
    if (std::ssize(c.rows) < kFewestImages || c.groups.identities.count < kFewestPeople ||
        c.groups.units.count <= c.groups.identities.count)
        return fail(ErrorCode::kInvalid,
                    say("Layers are probed over {} images of {} identities or more, of which some have images of two videos "
                        "(or two stills), with features of every layer; import more, or extract what is missing.",
                        kFewestImages, kFewestPeople));
    c.turns = leaveOutTurns(c.groups.identities.count, {o.leaveOut, o.seed});
    return c;
}

void finish(LayerCurve& curve, const std::vector<LeftOut>& layers) {
    for (std::size_t l = 0; l < layers.size(); ++l) {
        curve.layers.push_back(curve.figure == ProbeFigure::kAuc ? aucInterval(layers[l]) : intervalOf(layers[l]));
        if (layers[l].value > layers[curve.best].value) curve.best = l;
    }
    curve.lastLessFirst = intervalOf(layers.back(), &layers.front());
    curve.bestLessLast = intervalOf(layers[curve.best], &layers.back());
}

}  // namespace
}  // namespace layers

Result<LayerProbes> layerProbes(const std::vector<const FeatureMatrix*>& sets, const Units& units,
                                const std::vector<ProbedAttribute>& attributes, const LayerProbeOptions& o,
                                const JobContext& job) {
    using namespace layers;
    if (sets.size() < 2) return fail(ErrorCode::kInvalid, say("Layers are compared of two or more."));
    const auto chosen = chosenRows(sets, units, o);
    if (!chosen) return forward(chosen);
    LayerProbes found;
    found.images = std::ssize(chosen->rows);
    found.identities = chosen->groups.identities.count;
    found.curves.push_back({{}, ProbeFigure::kAuc, 0.5, {}, 0, {}, {}, found.images, found.identities});
    const std::vector<ProbedAttribute> probed = usable(attributes, *chosen, found);
    std::vector<std::vector<LeftOut>> values(found.curves.size());
    for (std::size_t l = 0; l < sets.size(); ++l) {
        job.progress(say("probing layers"), static_cast<std::int64_t>(l), std::ssize(sets));
        Eigen::MatrixXd products = productsOf(*sets[l], *chosen, job);
        if (job.cancelled()) return cancelled();
        values[0].push_back(identityAuc(products, *chosen));
        const bool large = sets[l]->cols() > o.components;
        found.dimensions.push_back(sets[l]->cols());
        found.keptVariance.push_back(1);
        const FeatureMatrix x = large ? componentsOf(std::move(products), o.components, o.seed, found.keptVariance.back())
                                      : FeatureMatrix((*sets[l])(chosen->rows, Eigen::all));
        const auto read = probesOf(x, *chosen, probed, o, job);
        if (!read) return forward(read);
        for (std::size_t a = 0; a < read->size(); ++a) values[a + 1].push_back((*read)[a]);
    }
    for (std::size_t k = 0; k < found.curves.size(); ++k) finish(found.curves[k], values[k]);
    return found;
}

}  // namespace facespace
