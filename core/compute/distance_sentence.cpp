#include "core/compute/distance_sentence.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/statistics.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/compute/quality_columns.h"

namespace facespace {
namespace {

constexpr double kFollows = 0.2;
constexpr std::size_t kFewest = 30;

struct Related {
    Text title;
    double rho = 0;  ///< Above 0: better images are farther from the origin.
    std::size_t images = 0;
};

std::vector<Related> relationsOf(const Snapshot& snapshot, const FeatureSet& features) {
    std::vector<Related> related;
    for (const QualityMeasureColumn& column : qualityColumns(snapshot)) {
        if (column.better == 0) continue;
        std::vector<double> x, y;
        for (std::size_t row = 0; row < std::min(features.distance.size(), column.values.size()); ++row) {
            const auto distance = static_cast<double>(features.distance[row]);
            if (!std::isfinite(distance) || !std::isfinite(column.values[row])) continue;
            x.push_back(distance);
            y.push_back(column.values[row]);
        }
        if (x.size() < kFewest) continue;
        const double rho = column.better * spearmanRho(x, y);
        if (std::isfinite(rho)) related.push_back({column.title, rho, x.size()});
    }
    return related;
}

bool allOneLength(const FeatureSet& features) {
    return std::ranges::all_of(features.distance,
                               [](float d) { return std::isnan(d) || isUnitLength(static_cast<double>(d)); });
}

}  // namespace

DistanceFound distanceFound(const Snapshot& snapshot, const FeatureSet& features) {
    if (features.network.normalised || allOneLength(features)) return {};
    const auto related = relationsOf(snapshot, features);
    if (related.empty()) return {};
    const auto [least, most] = std::ranges::minmax_element(related, {}, &Related::rho);
    const std::string& network = features.network.name;
    const bool follows = most->rho >= kFollows, against = least->rho <= -kFollows;
    if (follows && !against)
        return {
            say("In these images the distance of “{}” follows quality: better images are farther from the origin, most so "
                "by “{}” (Spearman ρ {:.2f}, {} images).",
                network, most->title, most->rho, groupedNumber(static_cast<std::int64_t>(most->images))),
            true};
    if (follows)
        return {say(
            "In these images the distance of “{}” follows quality in part only: better images are farther from the origin "
            "by "
            "“{}” (ρ {:.2f}), nearer to it by “{}” (ρ {:.2f}).",
            network, most->title, most->rho, least->title, least->rho)};
    if (against)
        return {say(
            "In these images the distance of “{}” goes the other way: better images are nearer to the origin, most so by "
            "“{}” "
            "(Spearman ρ {:.2f}, {} images).",
            network, least->title, least->rho, groupedNumber(static_cast<std::int64_t>(least->images)))};
    const Related& strongest = std::abs(least->rho) > std::abs(most->rho) ? *least : *most;
    const std::string images = groupedNumber(static_cast<std::int64_t>(strongest.images));
    if (related.size() == 1)
        return {say(
            "In these images the distance of “{}” does not follow quality: “{}”, the only measure there is, has a Spearman "
            "ρ of "
            "{:.2f} ({} images).",
            network, strongest.title, strongest.rho, images)};
    return {say(
        "In these images the distance of “{}” does not follow quality: of {} measures the strongest, “{}”, has a Spearman ρ "
        "of "
        "{:.2f} ({} images).",
        network, related.size(), strongest.title, strongest.rho, images)};
}

}  // namespace facespace
