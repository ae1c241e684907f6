#include "core/workflow/map_options.h"

#include <fmt/format.h>
#include <chrono>
#include <thread>

#include "core/projection/tsne_presets.h"
#include "core/workflow/map_methods.h"

namespace facespace {

const std::vector<MapMetric>& mapMetrics() {
    static const std::vector<MapMetric> metrics{{"euclidean", "Euclidean, raw features"},
                                                {"cosine", "Cosine, features of unit length"},
                                                {"centred-cosine", "Cosine after centring"}};
    return metrics;
}

Result<Metric> metricNamed(const std::string& name) {
    if (name == "euclidean") return Metric::kEuclidean;
    if (name == "cosine") return Metric::kCosine;
    if (name == "centred-cosine") return Metric::kCentredCosine;
    return fail(ErrorCode::kInvalid, fmt::format("There is no metric “{}”; use euclidean, cosine or centred-cosine.", name));
}

bool MapControl::wait(const JobContext& job) const {
    while (paused_ && !finish_ && !job.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(15));
    return !job.cancelled();
}

Result<void> checkMapOptions(const MapOptions& o) {
    if (o.method != "pca" && o.method != "tsne" && o.method != "umap")
        return fail(ErrorCode::kInvalid, fmt::format("There is no map method “{}”; use pca, tsne or umap.", o.method));
    if (o.dims != 2 && o.dims != 3) return fail(ErrorCode::kInvalid, "A map has 2 or 3 dimensions.");
    if (o.iterations < 0 || o.exaggerationIterations < 0)
        return fail(ErrorCode::kInvalid, "The number of iterations must be positive, or 0 for the default.");
    for (const double p : o.perplexities)
        if (!(p >= 1)) return fail(ErrorCode::kInvalid, "The perplexity must be 1 or more.");
    if (!(o.learningRate >= 0))
        return fail(ErrorCode::kInvalid, "The learning rate must be positive, or 0 for the automatic one.");
    if (o.earlyExaggeration != 0 && !(o.earlyExaggeration >= 1))
        return fail(ErrorCode::kInvalid, "The early exaggeration must be 1 or more, or 0 for the preset's.");
    if (!o.startFrom.empty() && o.method != "tsne")
        return fail(ErrorCode::kInvalid, "Only a t-SNE map goes on from an earlier one.");
    if (!tsneSchedule(o.preset)) {
        std::string names;
        for (const TsnePreset& p : tsnePresets()) names += (names.empty() ? "" : ", ") + std::string(p.name);
        return fail(ErrorCode::kInvalid, fmt::format("There is no t-SNE preset “{}”; use one of {}.", o.preset, names));
    }
    if (const auto metric = metricNamed(o.metric); !metric) return forward(metric);
    return {};
}

Result<TsneOptions> tsneOptions(const MapOptions& o, std::size_t images) {
    const auto metric = metricNamed(o.metric);
    if (!metric) return forward(metric);
    TsneOptions t = scheduled({}, tsneSchedule(o.preset).value_or(TsneSchedule::kFast), images);
    t.dims = o.dims;
    t.metric = *metric;
    t.seed = o.seed;
    if (!o.perplexities.empty()) t.perplexities = o.perplexities;
    if (o.learningRate > 0) t.learningRate = o.learningRate;
    if (o.earlyExaggeration > 0) t.earlyExaggeration = o.earlyExaggeration;
    if (o.exaggerationIterations > 0) t.exaggerationIterations = o.exaggerationIterations;
    // A warm start needs no early exaggeration, and settles in half the time.
    if (!o.startFrom.empty()) t.iterations = (t.iterations - t.exaggerationIterations) / 2;
    if (o.iterations > 0) t.iterations = o.iterations;
    t.lateExaggeration = o.lateExaggeration;
    if (o.lateExaggeration != 1) t.lateIterations = o.lateIterations > 0 ? o.lateIterations : t.iterations / 2;
    t.stopWhenStill = o.stopWhenStill;
    return t;
}

Result<MapOptions> mapOptionsOf(const MapRecord& map) {
    const auto p = nlohmann::json::parse(map.parametersJson, nullptr, false);
    if (!p.is_object())
        return fail(ErrorCode::kFormat, fmt::format("How the map “{}” was made is not known any more.", map.name));
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
        o.iterations = p.value(map.method == "umap" ? "epochs" : "iterations", 0);
        o.startFrom = p.value("startFrom", "");
        return o;
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::kFormat, fmt::format("How the map “{}” was made cannot be read.", map.name));
    }
}

}  // namespace facespace
