#include "core/analyses/spaces/spaces_figure.h"

#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/estimate_rows.h"
#include "core/common/numbers.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr std::size_t kMostPoints = 4000;

}  // namespace

Figure spaceMeasuresFigure(const SpacesReport& report) {
    if (!report.similarity) return {};
    const SpaceSimilarity& s = *report.similarity;
    const auto alone = [](double value) { return Estimate{value, kNoValue, kNoValue}; };
    const std::vector<EstimateRow> rows{{say("RSA ρ"), s.rsa.spearman},
                                        {say("RSA ρ, other images"), s.rsa.across},
                                        {say("RSA ρ over ceiling"), s.rsa.corrected},
                                        {say("CKA"), s.cka},
                                        {say("Procrustes R²"), alone(s.heldOut)},
                                        {say("neighbours"), alone(report.neighboursShared)}};
    Figure figure = newFigure(1, estimateRowsMm(rows.size()));
    Chart& chart = figure.add();
    chart.x.title = say("Agreement, with 95 % intervals");
    chart.x.brief = say("Agreement");
    chart.x.fromZero = true;
    addEstimateRows(chart, rows, Tone::kAccent);
    return figure;
}

Figure spaceDistancesFigure(const SpacesReport& report) {
    if (!report.similarity || report.similarity->rsa.first.empty()) return {};
    const Rsa& rsa = report.similarity->rsa;
    Figure figure = newFigure(1, 95);
    Chart& chart = figure.add();
    chart.x.title = say("Distance of two identities, {}", report.first);
    chart.y.title = say("Distance of two identities, {}", report.second);
    Scatter points;
    points.colour = Tone::kAccent;
    const std::size_t step = std::max<std::size_t>(1, rsa.first.size() / kMostPoints);
    for (std::size_t i = 0; i < rsa.first.size(); i += step)
        points.x.push_back(rsa.first[i]), points.y.push_back(rsa.second[i]);
    chart.layers.emplace_back(std::move(points));
    chart.legend.place = LegendPlace::kNone;
    return figure;
}

Figure ratingsFigure(const SpacesReport& report) {
    std::vector<EstimateRow> rows;
    const PairRatings* rated = nullptr;
    for (const RatedSpace& space : report.rated) {
        const std::string network = report.rated.size() > 1 ? space.network + ": " : std::string();
        if (space.pairs) {
            rows.push_back({facespace::Text(space.network), space.pairs->spearman});
            if (rated == nullptr && std::isfinite(space.pairs->lowerCeiling)) rated = &*space.pairs;
        }
        if (space.traits)
            for (const TraitPrediction& t : space.traits->traits)
                rows.push_back({facespace::Text(network + t.trait), {t.r, kNoValue, kNoValue}});
    }
    if (rows.empty()) return {};
    Figure figure = newFigure(1, estimateRowsMm(rows.size() + 1));
    Chart& chart = figure.add();
    chart.x.title = say("Agreement with ratings");
    chart.x.fromZero = true;
    addEstimateRows(chart, rows, Tone::kAccent);
    if (rated != nullptr) {
        chart.layers.emplace_back(Rule{true, rated->lowerCeiling, say("rater with the others")});
        chart.layers.emplace_back(Rule{true, rated->upperCeiling, say("rater with all")});
    }
    return figure;
}

}  // namespace facespace::report
