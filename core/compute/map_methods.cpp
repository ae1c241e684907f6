#include "core/compute/map_methods.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>

namespace facespace {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kShowEvery = std::chrono::milliseconds(45);

/// Tells the observer of the map, not more often than a picture can follow.
class Showing {
  public:
    Showing(const PresentFeatures& present, const MapObserver& observer) : present_(present), observer_(observer) {}
    bool due() const { return observer_ && Clock::now() - last_ > kShowEvery; }
    void show(const MapFrame& frame, const Embedding& map) {
        if (!observer_) return;
        const Embedding all = spreadOverImages(map, present_.rows, present_.imageCount);
        observer_(MapMoment{frame, all});
        last_ = Clock::now();
    }

  private:
    const PresentFeatures& present_;
    const MapObserver& observer_;
    Clock::time_point last_{};
};

}  // namespace

Result<Mapped> runMapMethod(const PresentFeatures& present, const MapOptions& options, const Embedding* start,
                            const MapWatch& watch, const JobContext& job) {
    const auto method = mapMethodNamed(options.method);
    if (!method) return forward(method);
    Showing showing(present, watch.observer);
    const auto shown = [&](const MapFrame& frame, const Embedding& map) { showing.show(frame, map); };
    auto state = (*method)->create(present.features, options, start, shown, job);
    if (!state) return forward(state);
    double asked = 0;
    while (!(*state)->done()) {
        if (watch.control != nullptr) {
            if (!watch.control->wait(job)) return cancelled();
            if (watch.control->finishing()) break;
            if (const double now = watch.control->exaggeration(); (*method)->steerable && now != asked)
                (*state)->setExaggeration(asked = now);
        }
        if (const auto ran = (*state)->advance(job); !ran) return forward(ran);
        if (showing.due()) showing.show((*state)->frame(), (*state)->embedding());
    }
    auto parameters = (*state)->parameters();
    if (!options.startFrom.empty()) parameters["startFrom"] = options.startFrom;
    Embedding map = (*state)->embedding();
    // Of methods that lay points out by themselves the map's size means nothing.
    if (!(*method)->iterates && present.scale != 1) map /= present.scale;
    return Mapped{std::move(map), std::move(parameters)};
}

Result<MapPlacer> placerFor(const MapRecord& map, FeatureMatrix features, Embedding places, PlacementOptions options,
                            const JobContext& job) {
    const auto method = mapMethodNamed(map.method);
    if (!method) return forward(method);
    const bool compares =
        std::ranges::find((*method)->fields, std::string("--metric"), &MapField::option) != (*method)->fields.end();
    if (compares) {
        const auto made = readMapOptions(map);
        if (!made) return forward(made);
        const auto metric = metricNamed(made->metric);
        if (!metric) return forward(metric);
        options.metric = *metric;
    }
    return (*method)->placer(std::move(features), std::move(places), options, job);
}

Result<MapRecord> mapNamed(const Project& project, const std::string& name) {
    auto maps = project.maps();
    if (!maps) return forward(maps);
    std::string names;
    for (MapRecord& map : *maps) {
        if (map.name == name) return std::move(map);
        names += (names.empty() ? "“" : ", “") + map.name + "”";
    }
    return fail(ErrorCode::kNotFound, names.empty() ? say("The project has no map yet: compute one first.")
                                                    : say("There is no map “{}”; there are {}.", name, names));
}

}  // namespace facespace
