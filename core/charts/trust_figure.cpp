#include "core/charts/trust_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/charts/chart_file.h"
#include "core/charts/curve_labels.h"
#include "core/compute/trust_report.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kTop = 1.19;  ///< Of the axis: names of curves that end at 1 stand above them.
constexpr Rgb kGuide{225, 225, 227};
constexpr double kSeedBelow = 0.26;  ///< Where other seeds stand in the row of a map.

/// One of the three figures: its values over k, those of a seed, and its colour.
struct Share {
    Phrase name;
    std::vector<double> TrustReport::*values;
    double TrustReport::Seed::*ofSeed;
    Tone tone;
    double radius;  ///< Of dots: where two meet, the one below is still to be seen.
};
constexpr std::array<Share, 3> kShares{
    {{Phrase("Trustworthiness"), &TrustReport::trustworthiness, &TrustReport::Seed::trustworthiness, Tone::kAccent, 2.5},
     {Phrase("Continuity"), &TrustReport::continuity, &TrustReport::Seed::continuity, Tone::kSeries2, 1.7},
     {Phrase("Neighbours preserved"), &TrustReport::preservation, &TrustReport::Seed::preservation, Tone::kSeries3, 2.1}}};

/// The map that is asked for, or the newest that was measured; null if none was.
Result<const MapRecord*> measuredMap(const Snapshot& snapshot, const std::string& name) {
    const MapRecord* newest = nullptr;
    for (const MapRecord& map : snapshot.maps) {
        const bool measured = snapshot.trustOf(map.id) != nullptr;
        if (name.empty() && measured) newest = &map;
        if (name.empty() || map.name != name) continue;
        if (measured) return &map;
        return fail(ErrorCode::kInvalid,
                    say("Map “{}” has not been measured; run “facespace-cli trust” first, or choose “Measure this map” "
                        "on the page “Map trust”.",
                        name));
    }
    if (!name.empty()) return fail(ErrorCode::kNotFound, say("There is no map “{}” in the project.", name));
    if (newest == nullptr)
        return fail(
            ErrorCode::kInvalid,
            say("No map has been measured; run “facespace-cli trust” first, or choose “Measure this map” on the page "
                "“Map trust”."));
    return newest;
}

/// Where `k` is among the report's; none if it was not measured.
std::optional<std::size_t> positionOf(const TrustReport& report, int k) {
    const auto at = std::ranges::find(report.neighbours, k);
    if (at == report.neighbours.end()) return std::nullopt;
    return static_cast<std::size_t>(at - report.neighbours.begin());
}

facespace::Text footnoteOf(const TrustReport& report) {
    std::vector<facespace::Text> notes{say("Measured over {} images.", grouped(report.images))};
    if (std::isfinite(report.klDivergence)) notes.push_back(say("KL divergence {:.3f}.", report.klDivergence));
    if (std::isfinite(report.distanceCorrelation))
        notes.push_back(say("Spearman's ρ of all distances {:.3f}.", report.distanceCorrelation));
    if (std::isfinite(report.centroidCorrelation))
        notes.push_back(say("Spearman's ρ of the identities' distances {:.3f}.", report.centroidCorrelation));
    if (const std::size_t seeds = report.seeds.size(); seeds > 0)
        notes.push_back(
            sayCount("Small dots: another seed.", "Small dots: {} other seeds.", static_cast<std::int64_t>(seeds), seeds));
    return inARow(std::move(notes));
}

Scatter seedDots(const Share& share) {
    Scatter dots;
    dots.colour = share.tone;
    dots.radius = 1;
    dots.alpha = 1;
    return dots;
}

/// A row for each map, all at the same k.
Chart mapsPanel(const std::vector<TrustReport>& reports, int k, std::size_t leftOut) {
    Chart chart;
    chart.x.title = say("At k = {} (1 is best)", k);
    chart.x.low = 0;
    chart.x.high = 1.02;
    chart.y.scale = Scale::kCategory;
    chart.y.reversed = true;
    chart.legend.place = LegendPlace::kNone;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        chart.y.names.push_back(reports[i].map);
        Line guide;
        guide.x = {0, 1};
        guide.y.assign(2, static_cast<double>(i));
        guide.colour = kGuide;
        guide.width = 0.5;
        chart.layers.emplace_back(std::move(guide));
    }
    for (const Share& share : kShares) {
        Scatter dots, seeds = seedDots(share);
        dots.colour = share.tone;
        dots.radius = share.radius;
        dots.alpha = 1;
        for (std::size_t i = 0; i < reports.size(); ++i) {
            const TrustReport& r = reports[i];
            dots.x.push_back((r.*share.values)[*positionOf(r, k)]);
            dots.y.push_back(static_cast<double>(i));
            if (r.columnNeighbours != k) continue;
            for (const TrustReport::Seed& seed : r.seeds) {
                seeds.x.push_back(seed.*share.ofSeed);
                seeds.y.push_back(static_cast<double>(i) + kSeedBelow);
            }
        }
        chart.layers.emplace_back(std::move(dots));
        if (!seeds.x.empty()) chart.layers.emplace_back(std::move(seeds));
    }
    if (leftOut > 0) chart.footnote = say("Measured at other k and left out: {}.", leftOut);
    return chart;
}

void addSources(Figure& figure, const MapRecord& map, const TrustReport& report) {
    nlohmann::ordered_json parameters{{"k", report.neighbours}, {"image_k", report.columnNeighbours}};
    for (const TrustReport::Seed& seed : report.seeds) parameters["seeds"].push_back(seed.seed);
    figure.provenance = {{"Measured", parameters.dump()},
                         {"Map", map.name},
                         {"Map method", map.method},
                         {"Map parameters", map.parametersJson}};
}

}  // namespace

Chart trustChart(const TrustReport& report) {
    Chart chart;
    chart.title = report.map;
    chart.x.title = say("Neighbours k");
    chart.y.title = say("Trust (1 is best)");
    chart.x.scale = Scale::kLog;
    const double first = report.neighbours.front(), last = report.neighbours.back();
    chart.x.low = first / 1.12;
    chart.x.high = std::max(last, first * 2) * 1.12;
    chart.y.low = 0;
    chart.y.high = kTop;
    chart.legend.place = LegendPlace::kNone;
    // The names stand in the order of the curves' ends, for the lowest finds its place first.
    std::vector<std::pair<double, std::function<void(CurveLabels&)>>> names;
    const auto add = [&](Phrase name, const std::vector<double>& values, Tone tone, bool chance) {
        Line line;
        line.x.assign(report.neighbours.begin(), report.neighbours.end());
        line.y = values;
        line.colour = tone;
        line.label = name;
        line.pointing.picks = true;
        line.width = chance ? 0.8 : 1.1;
        line.dots = !chance;
        if (chance) line.dash = {3, 2};
        names.emplace_back(values.back(), [name, line](CurveLabels& labels) { labels.add(name, line); });
        chart.layers.emplace_back(std::move(line));
    };
    add(Phrase("Preserved by chance"), report.byChance, Tone::kMuted, true);
    for (const Share& share : kShares) add(share.name, report.*share.values, share.tone, false);
    for (const Share& share : kShares) {
        Scatter dots = seedDots(share);
        for (const TrustReport::Seed& seed : report.seeds) {
            dots.x.push_back(report.columnNeighbours);
            dots.y.push_back(seed.*share.ofSeed);
        }
        if (!dots.x.empty()) chart.layers.emplace_back(std::move(dots));
    }
    std::ranges::stable_sort(names, std::greater{}, [](const auto& entry) { return entry.first; });
    CurveLabels labels;
    for (const auto& entry : names) entry.second(labels);
    labels.addTo(chart, true);
    chart.footnote = footnoteOf(report);
    return chart;
}

Result<TrustReport> measuredTrust(const Snapshot& snapshot, const std::string& name) {
    const auto map = measuredMap(snapshot, name);
    if (!map) return forward(map);
    return trustFromJson(snapshot.trustOf((*map)->id)->reportJson);
}

Result<figure::Figure> trustFigure(const Snapshot& snapshot, const std::string& name) {
    const auto map = measuredMap(snapshot, name);
    if (!map) return forward(map);
    const auto report = trustFromJson(snapshot.trustOf((*map)->id)->reportJson);
    if (!report) return forward(report);
    if (report->neighbours.empty()) return fail(ErrorCode::kInvalid, say("There is nothing to draw."));
    std::vector<TrustReport> others;
    std::size_t leftOut = 0;
    const int k = positionOf(*report, report->columnNeighbours) ? report->columnNeighbours : report->neighbours.front();
    for (const TrustRecord& record : snapshot.trust) {
        auto other = trustFromJson(record.reportJson);
        if (!other) return forward(other);
        if (positionOf(*other, k))
            others.push_back(std::move(*other));
        else
            ++leftOut;
    }
    const bool several = others.size() > 1;
    const auto rows = static_cast<double>(others.size());
    Figure figure = newFigure(several ? 2 : 1, std::max(66.0, several ? 22 + 6 * rows : 0));
    figure.letters = several;
    figure.charts.push_back(trustChart(*report));
    if (several) figure.charts.push_back(mapsPanel(others, k, leftOut));
    // Below each other the maps are as high as their rows need.
    figure.rowHeights = {1, std::clamp(0.16 + 0.09 * rows, 0.3, 2.5)};
    addSources(figure, **map, *report);
    return figure;
}

}  // namespace facespace::report
