#include "core/analyses/nesting/nesting_analysis.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/nesting/nesting_figure.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

Text text(const Estimate& e) { return estimateText(e.value, e.low, e.high); }

Phrase kindWord(FactorKind kind) {
    constexpr Phrase keys[]{Phrase("class"), Phrase("identity"), Phrase("condition"), Phrase("together"), Phrase("rest")};
    return keys[static_cast<std::size_t>(kind)];
}

class NestingFound : public FindingsOf<NestingReport> {
  public:
    NestingFound(const AnalysisRequest& request, NestingReport report)
        : FindingsOf(nestingAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override {
        return {shareTable(), orderTable(), ladderTable(), branchTable(), treeTable()};
    }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;

  private:
    const NestedVariance& found() const { return result().variance; }
    Text factor(std::size_t at) const { return report::factorText(found().factors[at]); }
    Text levelsText(const ImageFactor& f) const {
        return say("“{}” ({})", f.name, fmt::format("{}", fmt::join(f.levels, "; ")));
    }
    Text orderText() const;
    void addOrder(std::vector<Text>& all) const;
    void addLadder(std::vector<Text>& all) const;
    void addTree(std::vector<Text>& all) const;
    Table shareTable() const;
    Table orderTable() const;
    Table ladderTable() const;
    Table branchTable() const;
    Table treeTable() const;
};

/// "identity > sex > view ≈ light".
Text NestingFound::orderText() const {
    Text order = factor(found().order.front());
    for (const FactorStep& step : found().steps)
        order = step.told ? say("{} > {}", order, factor(step.smaller)) : say("{} ≈ {}", order, factor(step.smaller));
    return order;
}

void NestingFound::addOrder(std::vector<Text>& all) const {
    all.push_back(std::ranges::all_of(found().steps, &FactorStep::told)
                      ? say("By their shares of the variance: {}.", orderText())
                      : say("By their shares of the variance: {} (≈: these images cannot tell them apart).", orderText()));
    for (std::size_t i = 0; i < found().order.size(); ++i) {
        const std::size_t f = found().order[i];
        const Text share = text(found().factors[f].share);
        if (i == 0)
            all.push_back(say("“{}” holds {} of the variance.", factor(f), share));
        else
            all.push_back(say("“{}” holds {}, less than “{}” by {}.", factor(f), share, factor(found().steps[i - 1].larger),
                              text(found().steps[i - 1].difference)));
    }
    for (const FactorShare& f : found().factors)
        if (f.kind == FactorKind::kTogether)
            all.push_back(say("What factors do only together holds {}.", text(f.share)));
        else if (f.kind == FactorKind::kRest)
            all.push_back(say("The rest, between images of one person alike in all this, is {}.", text(f.share)));
}

void NestingFound::addLadder(std::vector<Text>& all) const {
    const auto& ladder = found().ladder;
    const std::uint32_t every = (1U << result().conditions.size()) - 1;
    const auto add = [&](PairRelation relation, std::uint32_t differs) {
        const auto rung = std::ranges::find_if(
            ladder, [&](const LadderRung& r) { return r.relation == relation && r.differs == differs; });
        if (rung != ladder.end())
            all.push_back(say("Mean cosine, {}: {}.", report::rungText(*rung, result(), false), text(rung->cosine)));
    };
    for (const PairRelation relation :
         {PairRelation::kSameIdentity, PairRelation::kOtherIdentity, PairRelation::kOtherClass}) {
        add(relation, 0);
        if (relation == PairRelation::kSameIdentity && every != 0) add(relation, every);
    }
}

void NestingFound::addTree(std::vector<Text>& all) const {
    const CentroidTree& tree = result().tree;
    if (tree.merges.empty() || tree.ofIdentities.all < 2) return;
    all.push_back(say("In the tree of centroids {} of {} identities are a branch of their own.", tree.ofIdentities.own,
                      tree.ofIdentities.all));
    if (tree.ofClasses.all > 1)
        all.push_back(say("Of the {} classes, {} are a branch of their own.", tree.ofClasses.all, tree.ofClasses.own));
}

std::vector<Text> NestingFound::sentences() const {
    std::vector<Text> all;
    addOrder(all);
    all.push_back(say("{} images of {} identities.", groupedNumber(found().images), groupedNumber(found().identities)));
    if (!result().classes.levels.empty()) all.push_back(say("Classes as labelled by {}.", levelsText(result().classes)));
    for (const ImageFactor& f : result().conditions) all.push_back(say("Condition {}.", levelsText(f)));
    addLadder(all);
    addTree(all);
    return all;
}

std::vector<Text> NestingFound::notes() const {
    std::vector<Text> all = found().notes;
    if (found().left > 0)
        all.push_back(sayCount("One image with features takes no part, as its class or a condition is not known.",
                               "{} images with features take no part, as their class or a condition is not known.",
                               found().left, groupedNumber(found().left)));
    if (!result().classes.levels.empty())
        all.push_back(
            say("Classes are as the column labels them, and what sets them apart may be how their images came "
                "about; this analysis does not tell that from what people look like."));
    return all;
}

Table NestingFound::shareTable() const {
    Table table{"nesting",
                say("Shares of the variance"),
                {"factor", "kind", "place", "levels", "share", "share_low", "share_high", "component"},
                {},
                false};
    std::size_t condition = 0;
    for (std::size_t f = 0; f < found().factors.size(); ++f) {
        const FactorShare& s = found().factors[f];
        const auto place = std::ranges::find(found().order, f);
        const auto levels = s.kind == FactorKind::kClass       ? Table::cell(result().classes.levels.size())
                            : s.kind == FactorKind::kIdentity  ? Table::cell(found().identities)
                            : s.kind == FactorKind::kCondition ? Table::cell(result().conditions[condition++].levels.size())
                                                               : Table::Cell{};
        table.add(factor(f), kindWord(s.kind),
                  place == found().order.end() ? Table::Cell{} : Table::cell(place - found().order.begin() + 1), levels,
                  s.share.value, s.share.low, s.share.high, s.component);
    }
    return table;
}

Table NestingFound::orderTable() const {
    Table table{"nesting_order",
                say("Neighbours in that order"),
                {"larger", "smaller", "difference", "difference_low", "difference_high", "told_apart"},
                {},
                false};
    for (const FactorStep& s : found().steps)
        table.add(factor(s.larger), factor(s.smaller), s.difference.value, s.difference.low, s.difference.high, s.told);
    return table;
}

Table NestingFound::ladderTable() const {
    Table table{"nesting_ladder",
                say("Mean cosine by what two images have in common"),
                {"pairs_of", "other", "pairs", "cosine", "cosine_low", "cosine_high"},
                {},
                false};
    constexpr Phrase relations[]{Phrase("same identity"), Phrase("other identity"), Phrase("other class")};
    for (const LadderRung& r : found().ladder)
        table.add(relations[static_cast<std::size_t>(r.relation)], report::otherConditions(r, result()), r.pairs,
                  r.cosine.value, r.cosine.low, r.cosine.high);
    return table;
}

Table NestingFound::branchTable() const {
    Table table{"nesting_branches", say("What is a branch of the tree"), {"factor", "own_branch", "levels"}, {}, false};
    const CentroidTree& tree = result().tree;
    if (tree.merges.empty()) return table;
    if (tree.ofClasses.all > 0) table.add(result().classes.name, tree.ofClasses.own, tree.ofClasses.all);
    table.add(say("identity"), tree.ofIdentities.own, tree.ofIdentities.all);
    for (std::size_t c = 0; c < tree.ofConditions.size(); ++c)
        table.add(result().conditions[c].name, tree.ofConditions[c].own, tree.ofConditions[c].all);
    return table;
}

Table NestingFound::treeTable() const {
    Table table{"nesting_tree",
                say("Tree of centroids"),
                {"group", "first", "second", "height", "identity", "class", "conditions", "images"},
                {},
                true};
    const CentroidTree& tree = result().tree;
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < tree.leaves.size(); ++i) {
        const CentroidLeaf& leaf = tree.leaves[i];
        std::vector<std::string> levels;
        for (std::size_t c = 0; c < leaf.levels.size(); ++c)
            levels.push_back(result().conditions[c].levels[static_cast<std::size_t>(leaf.levels[c])]);
        images.push_back(leaf.rows.size());
        table.add(i, Table::Cell{}, Table::Cell{}, 0.0, tree.identities[static_cast<std::size_t>(leaf.identity)],
                  leaf.ofClass < 0 ? std::string() : result().classes.levels[static_cast<std::size_t>(leaf.ofClass)],
                  fmt::format("{}", fmt::join(levels, "; ")), leaf.rows.size());
    }
    for (const Merge& m : tree.merges) {
        images.push_back(images[m.first] + images[m.second]);
        table.add(images.size() - 1, m.first, m.second, m.height, "", "", "", images.back());
    }
    return table;
}

Result<figure::Figure> NestingFound::figure(const FigureRequest& request, const JobContext&) const {
    if (request.name == "nesting-shares") return drawnOr(report::nestingSharesFigure(result()), {});
    if (request.name == "nesting-ladder") return drawnOr(report::nestingLadderFigure(result()), {});
    return drawnOr(onItsGround(report::nestingTreeFigure(result(), !request.privacy), request),
                   say("There are fewer than two centroids."));
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const NestingAnalysisOptions options{
        v.text("class"),
        v.get<std::vector<std::string>>("conditions"),
        v.whole("ranges"),
        v.whole("tree-identities"),
        {v.text("space") == "unit", v.whole("leave-out"), static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))}};
    auto report = computeNesting(*request.snapshot, request.scope, options, job);
    if (!report) return forward(report);
    return std::make_shared<NestingFound>(request, std::move(*report));
}

Field whole(const char* key, Text title, Text help, std::int64_t fallback, double low, double high) {
    return {.key = key, .title = std::move(title), .help = std::move(help), .fallback = fallback, .low = low, .high = high};
}

Fields fields() {
    return {
        {.key = "class",
         .title = say("Class"),
         .help = say("Column that labels classes of people; a number is cut where half of the people are below; empty: the "
                     "first with one value for each identity; none: no classes"),
         .fallback = std::string()},
        {.key = "conditions",
         .title = say("Conditions"),
         .help = say("Up to three columns of images, and “view”, |yaw| in ranges of 30°; empty: illumination and view where "
                     "they are known; none: no conditions"),
         .fallback = std::vector<std::string>{}},
        whole("ranges", say("Ranges"), say("Ranges of as many images each, of a condition that is a number"), 3, 2, 10),
        {.key = "space",
         .title = say("Variance of"),
         .help = say("Of which features the variance is taken apart"),
         .fallback = std::string("unit"),
         .choices = {{"unit", say("features at unit length")}, {"raw", say("raw features")}}},
        whole("tree-identities", say("In the tree"), say("Identities in the tree, drawn at random, as many of each class"),
              8, 2, 40),
        leaveOutField(200),
        seedField(say("Seed of the identities in the tree and of groups left out")),
    };
}

}  // namespace

const Analysis& nestingAnalysis() {
    static const Analysis analysis{
        .key = "nesting",
        .title = say("Class, identity, light and view"),
        .name = say("Nesting"),
        .question =
            "Tell in which order class, identity, illumination and view part the space (shares of variance, mean "
            "cosines, a tree of centroids)",
        .meaning =
            say("Whether images near each other are of one class, one identity, one light or one view: variance "
                "components of the features (nested analysis of variance), mean cosines of pairs by what they have in "
                "common, and a tree of centroids (after Hill et al. 2019)."),
        .manual = "nesting#What it computes",
        .fields = fields(),
        .figures = {{"nesting-shares", say("Shares of the variance"), false,
                     say("How much of half the mean squared distance of two images falls away where they have only this in "
                         "common, with 95 % intervals: 0 nothing, 1 all. The factors in their order; below, what they do "
                         "only together, and what is left between images of one person alike in all this.")},
                    {"nesting-ladder", say("Mean cosine of pairs"), false,
                     say("Mean cosine of two images by whom they are of and in which conditions they differ, with 95 % "
                         "intervals. 1 the same direction, 0 nothing in common.")},
                    {"nesting-tree", say("Tree of centroids"), true,
                     say("Means of the images of some people under each combination of conditions, joined from the most "
                         "alike on (average linkage). What the first branches part is coarsest in the space.")}},
        .columns = nestingColumns(),
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
