#include "core/analyses/ageing/ageing_figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/charts/chart_file.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr std::size_t kMostPoints = 4000, kMostLines = 40;

Scatter pointsOf(const Ageing& a) {
    Scatter points;
    points.colour = Tone::kMuted;
    points.label = say("two images of one person");
    points.pointing.picks = true;
    const std::size_t step = std::max<std::size_t>(1, a.pairs.size() / kMostPoints);
    for (std::size_t i = 0; i < a.pairs.size(); i += step) {
        points.x.push_back(a.pairs[i].years);
        points.y.push_back(a.pairs[i].score);
        points.rows.add(std::array{a.pairs[i].first, a.pairs[i].second});
    }
    return points;
}

/// Of those who were followed longest, as far as they were.
void addPeople(Chart& chart, const Ageing& a) {
    std::vector<const PersonLine*> people;
    for (const PersonLine& person : a.people)
        if (person.longest > 0) people.push_back(&person);
    std::ranges::stable_sort(people, std::greater<>(), &PersonLine::longest);
    people.resize(std::min(people.size(), kMostLines));
    for (const PersonLine* person : people) {
        Line line;
        line.x = {0, person->longest};
        line.y = {person->atStart, person->atStart + person->perYear * person->longest};
        line.colour = Tone::kSeries3;
        line.width = 0.4;
        if (person == people.front()) line.label = say("one person each, those followed longest");  // of all, once
        chart.layers.emplace_back(std::move(line));
    }
}

Line meanOf(const Ageing& a) {
    Line line;
    line.colour = Tone::kAccent;
    line.width = 1.6;
    line.label = say("mean line, 95 % interval");
    line.x = a.years;
    for (const Estimate& e : a.line) {
        const bool known = std::isfinite(e.low) && std::isfinite(e.high);
        line.y.push_back(e.value);
        line.low.push_back(known ? e.low : e.value);
        line.high.push_back(known ? e.high : e.value);
    }
    return line;
}

}  // namespace

Figure ageingFigure(const AgeingReport& report) {
    const Ageing& a = report.found;
    if (a.pairs.empty()) return {};
    Figure figure = newFigure(1, 90);
    Chart& chart = figure.add();
    chart.x.title = say("Time between the two images (years)");
    chart.x.brief = say("Years");
    chart.y.title = report.metric == Metric::kEuclidean ? say("Minus the distance of the two features")
                                                        : say("Cosine of the two features");
    chart.layers.emplace_back(pointsOf(a));
    if (a.ownStarts) addPeople(chart, a);
    chart.layers.emplace_back(meanOf(a));
    chart.legend.place = LegendPlace::kBelow;
    return figure;
}

}  // namespace facespace::report
