#include "core/analyses/trust/trust_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/charts/trust_figure.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

class TrustFound : public FindingsOf<TrustReport> {
  public:
    TrustFound(const AnalysisRequest& request, TrustReport report)
        : FindingsOf(trustAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override;
    std::vector<std::string> summary() const override { return trustLines(result()); }
    std::vector<Text> sentences() const override;
    std::vector<Block> report() const override;
    Result<figure::Figure> figure(const FigureRequest&, const JobContext&) const override {
        return report::trustFigure(snapshot(), result().map);
    }
};

std::vector<Table> TrustFound::tables() const {
    const TrustReport& r = result();
    Table figures{"trust",
                  say("How far the map can be trusted"),
                  {"map", "method", "network", "metric", "images", "k", "trustworthiness", "continuity", "preservation",
                   "preservation_by_chance", "distance_correlation", "centroid_correlation", "kl_divergence"},
                  {},
                  false};
    for (std::size_t c = 0; c < r.neighbours.size(); ++c)
        figures.add(r.map, r.method, r.network, r.metric, r.images, r.neighbours[c], r.trustworthiness[c], r.continuity[c],
                    r.preservation[c], r.byChance[c], r.distanceCorrelation, r.centroidCorrelation, r.klDivergence);
    Table seeds{"trust_seeds",
                say("The map with other seeds"),
                {"map", "seed", "k", "kl_divergence", "trustworthiness", "continuity", "preservation", "agreement"},
                {},
                false};
    for (const auto& s : r.seeds)
        seeds.add(r.map, static_cast<std::int64_t>(s.seed), r.columnNeighbours, s.klDivergence, s.trustworthiness,
                  s.continuity, s.preservation, s.agreement);
    return {figures, seeds};
}

/// At the k at which images have a number of their own, else the first.
std::size_t decisiveOf(const TrustReport& r) {
    const auto at = std::ranges::find(r.neighbours, r.columnNeighbours);
    return at == r.neighbours.end() ? 0 : static_cast<std::size_t>(at - r.neighbours.begin());
}

std::vector<Text> TrustFound::sentences() const {
    const TrustReport& r = result();
    if (r.neighbours.empty()) return {};
    const std::size_t c = decisiveOf(r);
    std::vector<Text> all{
        say("Of each image's {} nearest neighbours in the features, the map “{}” keeps {} % on average ({} % "
            "by chance); its trustworthiness is {}, its continuity {} (1 is best).",
            r.neighbours[c], r.map, fixedText(100 * r.preservation[c], 1), fixedText(100 * r.byChance[c], 1),
            fixedText(r.trustworthiness[c], 3), fixedText(r.continuity[c], 3))};
    if (std::isfinite(r.distanceCorrelation))
        all.push_back(
            say("Over all pairs of images, distances on the map go with those in the features with Spearman's ρ {}.",
                fixedText(r.distanceCorrelation, 3)));
    if (std::isfinite(r.centroidCorrelation))
        all.push_back(say("Distances of people's centroids do with ρ {}.", fixedText(r.centroidCorrelation, 3)));
    return all;
}

/// The map that was looked at, and beside it every other that was measured.
std::vector<Block> TrustFound::report() const {
    std::vector<Block> blocks;
    for (const Text& sentence : sentences()) blocks.emplace_back(Paragraph{sentence.english()});
    if (auto drawn = figure({}, {}))
        blocks.emplace_back(FigureBlock{std::move(*drawn), trustAnalysis().meaningOfFigure("map-trust").english()});
    TableBlock maps{
        {"trust", "", {"map", "network", "k", "trustworthiness", "continuity", "preservation", "chance"}, {}, false},
        {{"map", "Map"},
         {"network", "Network"},
         {"k", "Neighbours"},
         {"trustworthiness", "Trustworthiness"},
         {"continuity", "Continuity"},
         {"preservation", "Neighbours kept"},
         {"chance", "By chance"}}};
    for (const TrustRecord& record : snapshot().trust) {
        const auto r = trustFromJson(record.reportJson);
        if (!r || r->neighbours.empty()) continue;
        const std::size_t c = decisiveOf(*r);
        maps.table.add(r->map, r->network, r->neighbours[c], r->trustworthiness[c], r->continuity[c], r->preservation[c],
                       r->byChance[c]);
    }
    blocks.emplace_back(std::move(maps));
    return blocks;
}

/// The newest measured map of the network that was asked for, if there is one and no map is named.
std::string mapOf(const AnalysisRequest& request) {
    std::string map = request.values.text("map");
    if (!map.empty() || request.scope.network.empty()) return map;
    for (const MapRecord& one : request.snapshot->maps) {
        const FeatureSet* set = request.snapshot->featureSet(one.network);
        const bool measured = request.snapshot->trustOf(one.id) != nullptr;
        if (measured && set != nullptr && set->network.name == request.scope.network) map = one.name;
    }
    return map;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext&) {
    auto report = report::measuredTrust(*request.snapshot, mapOf(request));
    if (!report) return forward(report);
    // The map's name: later another one may be the newest.
    AnalysisRequest named = request;
    if (const auto set = named.values.set("map", report->map); !set) return forward(set);
    return std::make_shared<TrustFound>(named, std::move(*report));
}

}  // namespace

std::vector<std::string> trustLines(const TrustReport& r) {
    const auto figure = [](double value) { return std::isfinite(value) ? fmt::format("{:.4f}", value) : std::string("–"); };
    std::vector<std::string> lines{
        fmt::format("map “{}” ({}, {}): {} images, {:.1f} s", r.map, r.method, r.metric, r.images, r.seconds),
        fmt::format("{:>6} {:>16} {:>12} {:>14} {:>10}", "k", "trustworthiness", "continuity", "preservation", "by chance")};
    for (std::size_t c = 0; c < r.neighbours.size(); ++c)
        lines.push_back(fmt::format("{:>6} {:>16.4f} {:>12.4f} {:>14.4f} {:>10.4f}", r.neighbours[c], r.trustworthiness[c],
                                    r.continuity[c], r.preservation[c], r.byChance[c]));
    lines.push_back(fmt::format("KL divergence {}, rank correlation of distances {}, of identities' centroids {}",
                                figure(r.klDivergence), figure(r.distanceCorrelation), figure(r.centroidCorrelation)));
    for (const auto& s : r.seeds)
        lines.push_back(fmt::format(
            "seed {}: KL {}, trustworthiness {:.4f}, continuity {:.4f}, preservation {:.4f}; {:.1f} % of {} neighbours "
            "as on the map",
            s.seed, figure(s.klDivergence), s.trustworthiness, s.continuity, s.preservation, 100 * s.agreement,
            r.columnNeighbours));
    return lines;
}

const Analysis& trustAnalysis() {
    static const Analysis analysis{
        .key = "trust",
        .title = say("How far the map can be trusted"),
        .name = say("Map trust"),
        .question = "Measure how far a map can be trusted, over all pairs of images",
        .meaning = say("How far neighbours on the map are neighbours in the features, and the other way (Venna and Kaski "
                       "2001), over all pairs of images: from 0 to 1, larger is better."),
        .manual = "map-trust#What it computes",
        .fields = {{.key = "map",
                    .title = {},
                    .help = "Name of the map (default: the newest; map-trust: the newest measured)",
                    .fallback = std::string()}},
        .figures = {{"map-trust", say("How far the map can be trusted")}},
        .columns = trustColumns(),
        .ofOneNetwork = false,
        .ownCommand = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
