#include "core/analyses/nesting/nesting_figure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/estimate_rows.h"

namespace facespace::report {
namespace {

using namespace figure;

facespace::Text relationText(PairRelation relation, bool classed, bool brief) {
    switch (relation) {
        case PairRelation::kSameIdentity:
            return say("one person");
        case PairRelation::kOtherIdentity:
            if (!classed) return say("two people");
            return brief ? say("one class") : say("two people of one class");
        default:
            return brief ? say("two classes") : say("two people of two classes");
    }
}

/// Where the leaves, their marks and the axis lie. Heights go to the left from 0, marks to the right.
struct TreePlaces {
    double highest = 1;
    std::vector<double> leafAt;  ///< By leaf, from above.
    double markAt(std::size_t column) const { return highest * (0.035 + 0.055 * static_cast<double>(column)); }
};

/// Rows above and below the leaves, for titles and the axis, and the height of a row.
constexpr std::size_t kHead = 7, kFoot = 5;
constexpr double kRowMm = 2.2;

Line branchesOf(const CentroidTree& tree, const TreePlaces& places) {
    Line line;
    line.colour = Tone::kText;
    line.width = 0.7;
    const std::size_t n = tree.leaves.size();
    std::vector<double> at = places.leafAt, height(n, 0);
    for (const Merge& m : tree.merges) {
        const double gap = std::nan("");
        line.x.insert(line.x.end(), {-height[m.first], -m.height, -m.height, -height[m.second], gap});
        line.y.insert(line.y.end(), {at[m.first], at[m.first], at[m.second], at[m.second], gap});
        at.push_back((at[m.first] + at[m.second]) / 2);
        height.push_back(m.height);
    }
    return line;
}

/// The inner ends, which can be clicked: all images of a branch.
Scatter joints(const CentroidTree& tree, const TreePlaces& places) {
    Scatter dots;
    dots.radius = 1.1, dots.alpha = 1;
    dots.colour = Tone::kText;
    dots.pointing = {true, say("branch")};
    std::vector<double> at = places.leafAt;
    const auto leaves = leavesOf(tree.merges);
    for (std::size_t i = 0; i < tree.merges.size(); ++i) {
        const Merge& m = tree.merges[i];
        at.push_back((at[m.first] + at[m.second]) / 2);
        dots.x.push_back(-m.height);
        dots.y.push_back(at.back());
        std::vector<int> rows;
        for (const std::size_t leaf : leaves[i])
            rows.insert(rows.end(), tree.leaves[leaf].rows.begin(), tree.leaves[leaf].rows.end());
        dots.rows.add(rows);
    }
    return dots;
}

/// One column of marks, and what its colours mean.
struct Strip {
    facespace::Text title;
    std::vector<facespace::Text> levels;
    std::vector<Rgb> colours;
    std::vector<std::int32_t> levelOf;  ///< By leaf.
    bool legend = true;                 ///< Else its levels are named beside the leaves.
};

Rgb grey(std::size_t level, std::size_t levels) {
    const auto v = static_cast<std::uint8_t>(60 + 140 * level / std::max<std::size_t>(levels - 1, 1));
    return {v, v, v};
}

std::vector<Strip> stripsOf(const NestingReport& report, bool named) {
    const CentroidTree& tree = report.tree;
    std::vector<Strip> strips;
    if (!report.classes.levels.empty()) {
        Strip s{report.classes.name, {}, {}, {}, true};
        for (std::size_t k = 0; k < report.classes.levels.size(); ++k) {
            s.levels.emplace_back(report.classes.levels[k]);
            s.colours.push_back(grey(k, report.classes.levels.size()));
        }
        for (const CentroidLeaf& leaf : tree.leaves) s.levelOf.push_back(leaf.ofClass);
        strips.push_back(std::move(s));
    }
    Strip people{say("identity"), {}, {}, {}, true};
    people.legend = false;
    for (std::size_t p = 0; p < tree.identities.size(); ++p)
        people.levels.emplace_back(named ? tree.identities[p] : fmt::format("{}", p + 1));
    for (std::size_t p = 0; p < tree.identities.size(); ++p)
        people.colours.push_back(classColours()[p % classColours().size()]);
    for (const CentroidLeaf& leaf : tree.leaves) people.levelOf.push_back(leaf.identity);
    strips.push_back(std::move(people));
    for (std::size_t c = 0; c < report.conditions.size(); ++c) {
        const ImageFactor& f = report.conditions[c];
        Strip s{f.name, {}, {}, {}, true};
        for (std::size_t k = 0; k < f.levels.size(); ++k) {
            const double t = 0.1 + 0.85 * static_cast<double>(k) / std::max(1.0, static_cast<double>(f.levels.size() - 1));
            s.levels.emplace_back(f.levels[k]);
            s.colours.push_back(c % 2 == 0 ? viridisAt(t) : cividisAt(t));
        }
        for (const CentroidLeaf& leaf : tree.leaves) s.levelOf.push_back(leaf.levels[c]);
        strips.push_back(std::move(s));
    }
    return strips;
}

/// A layer for each level: the window gives a layer one colour.
void addMarks(Chart& chart, const Strip& strip, const CentroidTree& tree, const TreePlaces& places, std::size_t column) {
    for (std::size_t level = 0; level < strip.colours.size(); ++level) {
        Scatter marks;
        marks.radius = 2.4, marks.alpha = 1;
        marks.colour = strip.colours[level];
        marks.pointing = {true, level < strip.levels.size() ? say("{}: {}", strip.title, strip.levels[level]) : strip.title};
        for (std::size_t i = 0; i < tree.leaves.size(); ++i) {
            if (strip.levelOf[i] != static_cast<std::int32_t>(level)) continue;
            marks.x.push_back(places.markAt(column));
            marks.y.push_back(places.leafAt[i]);
            marks.rows.add(tree.leaves[i].rows);
        }
        if (!marks.x.empty()) chart.layers.emplace_back(std::move(marks));
    }
}

/// The axis of heights below, and the titles of the marks above: where they are belongs to no axis of the chart.
struct TreeFrame {
    TreePlaces places;
    std::vector<facespace::Text> titles;
    double low = 0, high = 1, rows = 1;
    std::vector<std::pair<double, std::string>> names;  ///< Of people, and the row each stands at.

    void operator()(Drawing& drawing, const Rect& plot, const Style& style) const {
        const auto x = [&](double v) { return plot.x + (v - low) / (high - low) * plot.width; };
        const auto y = [&](double row) { return plot.y + (row + 0.5) / rows * plot.height; };
        const auto write = [&](std::string text, Point at, Align align, double angle) {
            drawing.marks.emplace_back(
                figure::Text{std::move(text), {}, at, align, style.fontPt, false, false, angle, style.ink, {}});
        };
        const double base = y(rows - static_cast<double>(kFoot) - 0.2);
        const Stroke stroke{style.line, style.axisWidth, 1, {}};
        drawing.line({x(-places.highest), base}, {x(0), base}, stroke);
        const auto ticks = niceTicks(0, places.highest, 4);
        const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : places.highest;
        for (const double t : ticks) {
            drawing.line({x(-t), base}, {x(-t), base + 2.5}, stroke);
            write(tickText(-t, step), {x(-t), base + 3.5 + style.fontPt}, Align::kCentre, 0);
        }
        write(style.say(say("Cosine of centroids − 1, where branches join")),
              {(x(-places.highest) + x(0)) / 2, base + 5.5 + 2.2 * style.fontPt}, Align::kCentre, 0);
        for (const auto& [row, name] : names)
            write(name, {x(places.markAt(titles.size())), y(row) + 0.35 * style.fontPt}, Align::kLeft, 0);
        for (std::size_t k = 0; k < titles.size(); ++k)
            write(style.say(titles[k]), {x(places.markAt(k)), y(static_cast<double>(kHead) - 1.5)}, Align::kLeft, 55);
    }
};

/// In the middle of each run of leaves of one person.
std::vector<std::pair<double, std::string>> namesOf(const CentroidTree& tree, const std::vector<std::size_t>& order,
                                                    bool named) {
    std::vector<std::pair<double, std::string>> names;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        const std::int32_t person = tree.leaves[order[begin]].identity;
        while (end < order.size() && tree.leaves[order[end]].identity == person) ++end;
        names.emplace_back(static_cast<double>(kHead) + static_cast<double>(begin + end - 1) / 2,
                           named ? tree.identities[static_cast<std::size_t>(person)] : fmt::format("{}", person + 1));
    }
    return names;
}

}  // namespace

facespace::Text factorText(const FactorShare& factor) {
    switch (factor.kind) {
        case FactorKind::kIdentity:
            return say("identity");
        case FactorKind::kTogether:
            return say("together");
        case FactorKind::kRest:
            return say("rest");
        default:
            return factor.name;
    }
}

facespace::Text otherConditions(const LadderRung& rung, const NestingReport& report) {
    std::vector<facespace::Text> other;
    for (std::size_t c = 0; c < report.conditions.size(); ++c)
        if ((rung.differs >> c & 1U) != 0) other.push_back(report.conditions[c].name);
    return inARow(std::move(other), ", ");
}

facespace::Text rungText(const LadderRung& rung, const NestingReport& report, bool brief) {
    const facespace::Text relation = relationText(rung.relation, !report.classes.levels.empty(), brief);
    if (report.conditions.empty()) return relation;
    const facespace::Text other = otherConditions(rung, report);
    if (brief) return other.empty() ? relation : say("other {}", other);
    if (other.empty()) return say("{}, same conditions", relation);
    return say("{}, other {}", relation, other);
}

Figure nestingSharesFigure(const NestingReport& report) {
    const NestedVariance& found = report.variance;
    std::vector<EstimateRow> factors, left;
    for (const std::size_t f : found.order) factors.push_back({factorText(found.factors[f]), found.factors[f].share});
    for (const FactorShare& f : found.factors)
        if (f.kind >= FactorKind::kTogether) left.push_back({factorText(f), f.share});
    Figure figure = newFigure(1, estimateRowsMm(factors.size() + left.size()));
    Chart& chart = figure.add();
    chart.x.title = say("Share of the variance in the space");
    chart.x.brief = say("Share");
    chart.x.fromZero = true;
    addEstimateRows(chart, factors, Tone::kAccent);
    addEstimateRows(chart, left, Tone::kMuted);
    return figure;
}

Figure nestingLadderFigure(const NestingReport& report) {
    const auto& ladder = report.variance.ladder;
    if (ladder.empty()) return {};
    Figure figure = newFigure(1, estimateRowsMm(ladder.size()));
    Chart& chart = figure.add();
    chart.x.title = say("Mean cosine of pairs");
    const std::pair<PairRelation, Tone> tones[] = {{PairRelation::kSameIdentity, Tone::kAccent},
                                                   {PairRelation::kOtherIdentity, Tone::kSeries2},
                                                   {PairRelation::kOtherClass, Tone::kSeries3}};
    for (const auto& [relation, tone] : tones) {
        std::vector<EstimateRow> rows;
        for (const LadderRung& rung : ladder)
            if (rung.relation == relation) rows.push_back({rungText(rung, report, true), rung.cosine});
        if (!rows.empty()) addEstimateRows(chart, rows, tone);
    }
    return figure;
}

Figure nestingTreeFigure(const NestingReport& report, bool named) {
    const CentroidTree& tree = report.tree;
    if (tree.merges.empty()) return {};
    TreePlaces places;
    places.highest = tree.merges.back().height;
    places.leafAt.resize(tree.leaves.size());
    const auto order = leafOrder(tree.merges);
    for (std::size_t i = 0; i < order.size(); ++i) places.leafAt[order[i]] = static_cast<double>(kHead + i);
    const std::vector<Strip> strips = stripsOf(report, named);
    const std::size_t rows = kHead + tree.leaves.size() + kFoot;
    Figure figure = newFigure(1, kRowMm * static_cast<double>(rows) + 6 * static_cast<double>(strips.size()));
    Chart& chart = figure.add();
    chart.x.visible = chart.y.visible = false;
    chart.y.scale = Scale::kCategory;
    chart.y.names.resize(rows);
    chart.x.title = say("Cosine of centroids − 1, where branches join");
    chart.y.reversed = true;
    chart.x.low = -1.03 * places.highest, chart.x.high = places.markAt(strips.size()) + 0.2 * places.highest;
    TreeFrame frame{places, {}, *chart.x.low, *chart.x.high, static_cast<double>(rows), namesOf(tree, order, named)};
    for (const Strip& s : strips) frame.titles.push_back(s.title);
    chart.layers.emplace_back(Custom{std::move(frame)});
    chart.layers.emplace_back(branchesOf(tree, places));
    chart.layers.emplace_back(joints(tree, places));
    for (std::size_t k = 0; k < strips.size(); ++k) {
        addMarks(chart, strips[k], tree, places, k);
        for (std::size_t l = 0; strips[k].legend && l < strips[k].levels.size(); ++l)
            chart.legend.entries.push_back({say("{}: {}", strips[k].title, strips[k].levels[l]), {}, strips[k].colours[l]});
    }
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

}  // namespace facespace::report
