#include "core/compute/map_options.h"

#include <fmt/format.h>
#include <chrono>
#include <thread>

namespace facespace {

bool MapControl::wait(const JobContext& job) const {
    while (paused_ && !finish_ && !job.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(15));
    return !job.cancelled();
}

Result<MapOptions> readMapOptions(const MapRecord& map) {
    const auto p = nlohmann::json::parse(map.parametersJson, nullptr, false);
    if (!p.is_object()) return fail(ErrorCode::kFormat, say("How the map “{}” was made is not known any more.", map.name));
    try {
        MapOptions o;
        o.method = map.method;
        o.name = map.name;
        o.dims = p.value("dims", static_cast<int>(map.coordinates.cols()));
        o.metric = p.value("metric", o.metric);
        o.preset = p.value("preset", o.preset);
        o.seed = p.value("seed", o.seed);
        if (p.contains("perplexities")) o.perplexities = p["perplexities"].get<std::vector<double>>();
        if (p.contains("perplexity")) o.perplexities = {p["perplexity"].get<double>()};
        o.learningRate = p.value("learningRate", 0.0);
        o.earlyExaggeration = p.value("earlyExaggeration", 0.0);
        o.exaggerationIterations = p.value("exaggerationIterations", 0);
        o.lateExaggeration = p.value("lateExaggeration", 1.0);
        o.lateIterations = p.value("lateIterations", 0);
        o.stopWhenStill = p.value("stopWhenStill", 0.0);
        o.neighbours = p.value("neighbours", o.neighbours);
        o.minDistance = p.value("minDistance", o.minDistance);
        o.iterations = p.value("epochs", p.value("iterations", 0));
        o.startFrom = p.value("startFrom", "");
        return o;
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::kFormat, say("How the map “{}” was made cannot be read.", map.name));
    }
}

}  // namespace facespace
