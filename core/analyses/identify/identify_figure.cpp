#include "core/analyses/identify/identify_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/charts/chart_file.h"
#include "core/charts/estimate_rows.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kHeightMm = 75, kRowMm = 5, kMatrixMm = 45;

/// From where an axis of shares begins: somewhat below the least one.
double lowOf(double least) { return least > 0.5 ? std::floor(least * 20 - 0.2) / 20 : 0; }

/// The identities of the most frequent confusions, each beside whom it is taken for; then those least often found.
std::vector<std::int32_t> confusedIdentities(const Identification& found, std::size_t most) {
    std::vector<std::int32_t> chosen;
    const auto choose = [&](std::int32_t identity) {
        if (chosen.size() < most && std::ranges::find(chosen, identity) == chosen.end()) chosen.push_back(identity);
    };
    for (const Confusion1N& c : found.confusions) {
        choose(c.identity);
        choose(c.takenFor);
        if (chosen.size() >= most) break;
    }
    for (const IdentityFound& i : found.perIdentity) choose(i.identity);
    return chosen;
}

Line lineOf(facespace::Text label, Tone tone) {
    Line line;
    line.label = std::move(label);
    line.colour = tone;
    return line;
}

Scatter dots(facespace::Text label, Tone tone) {
    Scatter points;
    points.label = std::move(label);
    points.colour = tone;
    points.pointing.picks = true;
    return points;
}

}  // namespace

Figure cmcFigure(const Identification& found) {
    if (found.cmc.empty()) return {};
    Figure figure = newFigure(1, kHeightMm);
    Chart& chart = figure.add();
    chart.x.title = say("Rank");
    chart.x.ticks.whole = true;
    chart.y.title = say("Searches with the right identity at this rank or before");
    chart.y.brief = say("Found");
    Line line = lineOf(say("found, with 95 % intervals"), Tone::kAccent);
    Line chance = lineOf(say("by chance"), Tone::kMuted);
    line.dots = true;
    chance.dash = {2, 2};
    line.pointing.picks = true;
    double least = 1;
    for (std::size_t i = 0; i < found.cmc.size(); ++i) {
        const Estimate& e = found.cmc[i];
        const bool known = std::isfinite(e.low) && std::isfinite(e.high);
        line.x.push_back(static_cast<double>(i + 1));
        line.y.push_back(e.value);
        line.low.push_back(known ? e.low : e.value);
        line.high.push_back(known ? e.high : e.value);
        chance.x.push_back(static_cast<double>(i + 1));
        chance.y.push_back(found.byChance[i]);
        least = std::min(least, line.low.back());
    }
    chart.x.low = 0.5, chart.x.high = static_cast<double>(found.cmc.size()) + 0.5;
    chart.y.low = lowOf(least), chart.y.high = 1 + 0.01 * (1 - *chart.y.low);
    if (*chart.y.low == 0) chart.layers.emplace_back(std::move(chance));
    chart.layers.emplace_back(std::move(line));
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

Figure openSetFigure(const Identification& found) {
    if (found.curve.empty()) return {};
    Figure figure = newFigure(1, kHeightMm);
    Chart& chart = figure.add();
    chart.x.title = say("Searches for people who are not enrolled that report someone (FPIR)");
    chart.x.brief = say("FPIR");
    chart.x.scale = Scale::kLog;
    chart.y.title = say("Searches that report the right person first (TPIR)");
    chart.y.brief = say("TPIR");
    Line line = lineOf(say("reported, right and first"), Tone::kAccent);
    line.width = 1.4;
    line.pointing.picks = true;
    double most = 0;
    for (const auto& [fpir, tpir] : found.curve)
        if (fpir > 0) line.x.push_back(fpir), line.y.push_back(tpir), most = std::max(most, tpir);
    Scatter points = dots(say("at fixed rates, 95 % interval"), Tone::kSeries2);
    points.radius = 1.8, points.alpha = 1;
    std::vector<Line> whiskers;
    for (const OpenSetPoint& p : found.openSet) {
        if (!p.resolved) continue;
        points.x.push_back(p.fpirTarget);
        points.y.push_back(p.tpir.value);
        if (std::isfinite(p.tpir.low) && std::isfinite(p.tpir.high)) {
            whiskers.push_back(lineOf({}, Tone::kSeries2));
            whiskers.back().x = {p.fpirTarget, p.fpirTarget};
            whiskers.back().y = {p.tpir.low, p.tpir.high};
        }
    }
    chart.x.low = std::pow(10, std::floor(std::log10(std::max(line.x.empty() ? 0.1 : line.x.front(), 1e-9))));
    chart.x.high = 1;
    chart.y.low = 0, chart.y.high = 1.01;
    chart.layers.emplace_back(std::move(line));
    for (Line& whisker : whiskers) chart.layers.emplace_back(std::move(whisker));
    if (!points.x.empty()) chart.layers.emplace_back(std::move(points));
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

Figure identifyScoresFigure(const IdentificationReport& report) {
    Figure figure = newFigure(1, 95);
    Chart& chart = figure.add();
    chart.x.title = say("Score of the most alike other identity");
    chart.x.brief = say("Of another");
    chart.y.title = say("Score of the right identity");
    chart.y.brief = say("Of the right one");
    Scatter right = dots(say("right identity first"), Tone::kAccent), wrong = dots(say("another one first"), Tone::kAlert);
    for (const Search& s : report.result.searches) {
        if (s.rank == 0 || s.other < 0) continue;
        Scatter& points = s.rank == 1 ? right : wrong;
        points.x.push_back(s.otherScore);
        points.y.push_back(s.mateScore);
        points.rows.add(imagesOf(report, s.row));
    }
    if (!right.x.empty()) chart.layers.emplace_back(std::move(right));
    if (!wrong.x.empty()) chart.layers.emplace_back(std::move(wrong));
    chart.layers.emplace_back(Diagonal{.label = say("as alike to both"), .colour = Tone::kMuted});
    chart.squareUnits = true;
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

Figure withinFigure(const IdentificationReport& report, const std::string& column) {
    if (report.within.empty()) return {};
    Figure figure = newFigure(1, report.numbers ? kHeightMm : estimateRowsMm(report.within.size()));
    Chart& chart = figure.add();
    if (!report.numbers) {
        std::vector<EstimateRow> rows;
        for (const IdentifiedWithin& w : report.within) rows.push_back({facespace::Text(w.value), w.first, w.rows});
        chart.y.title = facespace::Text(column);
        chart.x.title = say("Searches with the right identity first");
        addEstimateRows(chart, rows, Tone::kAccent);
        return figure;
    }
    chart.x.title = facespace::Text(column);
    chart.y.title = say("Searches with the right identity first");
    chart.y.brief = say("Found");
    chart.y.low = 0, chart.y.high = 1.01;
    Line line = lineOf(say("found, with 95 % intervals"), Tone::kAccent);
    Line chance = lineOf(say("by chance"), Tone::kMuted);
    line.dots = line.pointing.picks = true;
    chance.dash = {2, 2};
    for (const IdentifiedWithin& w : report.within) {
        const bool known = std::isfinite(w.first.low) && std::isfinite(w.first.high);
        line.x.push_back(w.number);
        line.y.push_back(w.first.value);
        line.low.push_back(known ? w.first.low : w.first.value);
        line.high.push_back(known ? w.first.high : w.first.value);
        line.rows.add(w.rows);
    }
    chance.x = line.x;
    for (const IdentifiedWithin& w : report.within) chance.y.push_back(w.byChance);
    const double room = 0.03 * (line.x.back() - line.x.front());
    chart.x.low = line.x.front() - room, chart.x.high = line.x.back() + room;
    chart.layers.emplace_back(std::move(chance));
    chart.layers.emplace_back(std::move(line));
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

Figure confusionsFigure(const Identification& found, std::size_t most, bool named) {
    const std::vector<std::int32_t> chosen = confusedIdentities(found, most);
    if (chosen.size() < 2) return {};
    Figure figure = newFigure(1, kMatrixMm + kRowMm * static_cast<double>(chosen.size()));
    Chart& chart = figure.add();
    HeatMap map;
    map.rows = map.columns = chosen.size();
    map.values.assign(chosen.size() * chosen.size(), 0);
    const auto placeOf = [&](std::int32_t i) {
        return static_cast<std::size_t>(std::ranges::find(chosen, i) - chosen.begin());
    };
    std::map<std::int32_t, double> searches;
    for (const IdentityFound& i : found.perIdentity) {
        searches[i.identity] = static_cast<double>(i.searches);
        const std::size_t at = placeOf(i.identity);
        if (at < chosen.size()) map.values[at * chosen.size() + at] = static_cast<double>(i.first) / searches[i.identity];
    }
    for (const Confusion1N& c : found.confusions) {
        const std::size_t row = placeOf(c.identity), column = placeOf(c.takenFor);
        if (row < chosen.size() && column < chosen.size())
            map.values[row * chosen.size() + column] = static_cast<double>(c.times) / searches[c.identity];
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::string number = fmt::format("{}", i + 1);
        chart.x.names.emplace_back(number);
        chart.y.names.emplace_back(named ? number + "  " + found.names[static_cast<std::size_t>(chosen[i])] : number);
    }
    chart.x.scale = chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    chart.x.title = say("Identity that comes first");
    chart.y.title = say("Identity of the image");
    map.scale.title = say("Share of its searches");
    chart.legend.bar = map.scale;
    chart.layers.emplace_back(std::move(map));
    return figure;
}

}  // namespace facespace::report
