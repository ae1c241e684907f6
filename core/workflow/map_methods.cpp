#include "core/workflow/map_methods.h"

#include <fmt/format.h>
#include <chrono>

#include "core/projection/pca.h"
#include "core/projection/umap.h"

namespace facespace {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kShowEvery = std::chrono::milliseconds(45);

/// Tells the observer of the map, not more often than a picture can follow.
class Showing {
  public:
    Showing(const PresentFeatures& present, const MapObserver& observer) : present_(present), observer_(observer) {}
    bool due() const { return observer_ && Clock::now() - last_ > kShowEvery; }
    void show(int iteration, int last, double exaggeration, const Embedding& map) {
        if (!observer_) return;
        const Embedding all = spreadOverImages(map, present_.rows, present_.imageCount);
        observer_(MapMoment{iteration, last, exaggeration, all});
        last_ = Clock::now();
    }

  private:
    const PresentFeatures& present_;
    const MapObserver& observer_;
    Clock::time_point last_{};
};

Result<Mapped> runPca(const FeatureMatrix& x, int dims, const JobContext& job) {
    auto result = pca(x, PcaOptions{dims}, job);
    if (!result) return forward(result);
    nlohmann::json variance = nlohmann::json::array();
    for (Eigen::Index i = 0; i < result->explainedVariance.size(); ++i)
        variance.push_back(result->totalVariance > 0 ? result->explainedVariance[i] / result->totalVariance : 0.0);
    return Mapped{std::move(result->scores), {{"method", "pca"}, {"dims", dims}, {"explainedVarianceRatio", variance}}};
}

nlohmann::json tsneParameters(Tsne& state, const MapOptions& o) {
    const TsneOptions& t = state.options();
    nlohmann::json p{{"method", "tsne"},
                     {"dims", t.dims},
                     {"metric", o.metric},
                     {"preset", o.preset},
                     {"effectivePerplexity", state.effectivePerplexity()},
                     {"learningRate", t.learningRate},
                     {"autoRate", t.autoRate},
                     {"earlyExaggeration", t.earlyExaggeration},
                     {"exaggerationIterations", t.exaggerationIterations},
                     {"momentum", {t.initialMomentum, t.finalMomentum}},
                     {"iterations", state.iteration()},
                     {"seed", t.seed},
                     {"neighbourRecall", state.neighbourRecall()},
                     {"kl", state.klDivergence()}};
    if (t.perplexities.size() > 1)
        p["perplexities"] = t.perplexities;
    else
        p["perplexity"] = t.perplexities.empty() ? t.perplexity : t.perplexities.front();
    if (t.lateExaggeration != 1) {
        p["lateExaggeration"] = t.lateExaggeration;
        p["lateIterations"] = t.lateIterations;
    }
    if (t.stopWhenStill > 0) p["stopWhenStill"] = t.stopWhenStill;
    if (state.still()) p["still"] = true;
    if (!o.startFrom.empty()) p["startFrom"] = o.startFrom;
    if (const auto note = state.note(); !note.empty()) p["note"] = note;
    return p;
}

Result<Mapped> runTsne(const PresentFeatures& present, const MapOptions& o, const Embedding* start, const MapWatch& watch,
                       const JobContext& job) {
    const auto options = tsneOptions(o, static_cast<std::size_t>(present.features.rows()));
    if (!options) return forward(options);
    Showing showing(present, watch.observer);
    const int last = options->iterations;
    const auto placed = [&](const Embedding& map, int iteration) {
        showing.show(iteration, last, options->earlyExaggeration, map);
    };
    auto state = start != nullptr ? Tsne::createFrom(present.features, *start, *options, job, placed)
                                  : Tsne::create(present.features, *options, job, placed);
    if (!state) return forward(state);
    nlohmann::json changes = nlohmann::json::array();
    double asked = 0;
    while (state->iteration() < last && !state->still()) {
        if (watch.control != nullptr) {
            if (!watch.control->wait(job)) return cancelled();
            if (watch.control->finishing()) break;
            if (const double now = watch.control->exaggeration(); now != asked) {
                state->setExaggeration(asked = now);
                changes.push_back({state->iteration(), now});
            }
        }
        // Slices do not change the result, so they are as short as a live picture wants them.
        if (const auto ran = state->runTo(std::min(last, state->iteration() + 5), job); !ran) return forward(ran);
        job.progress("t-SNE", state->iteration(), last);
        if (showing.due()) showing.show(state->iteration(), last, state->exaggeration(), state->embedding());
    }
    auto parameters = tsneParameters(*state, o);
    if (!changes.empty()) parameters["exaggerationChanges"] = changes;
    return Mapped{state->embedding(), std::move(parameters)};
}

Result<Mapped> runUmap(const PresentFeatures& present, const MapOptions& o, const MapWatch& watch, const JobContext& job) {
    const auto metric = metricNamed(o.metric);
    if (!metric) return forward(metric);
    UmapOptions options;
    options.dims = o.dims;
    options.neighbours = o.neighbours;
    options.minDistance = o.minDistance;
    options.epochs = o.iterations;
    options.metric = *metric;
    options.seed = o.seed;
    auto state = Umap::create(present.features, options, job);
    if (!state) return forward(state);
    Showing showing(present, watch.observer);
    showing.show(0, state->epochs(), 1, state->embedding());
    while (state->epoch() < state->epochs()) {
        if (watch.control != nullptr) {
            if (!watch.control->wait(job)) return cancelled();
            if (watch.control->finishing()) break;
        }
        if (const auto ran = state->runTo(state->epoch() + 2, job); !ran) return forward(ran);
        if (showing.due()) showing.show(state->epoch(), state->epochs(), 1, state->embedding());
    }
    return Mapped{state->embedding(),
                  {{"method", "umap"},
                   {"dims", o.dims},
                   {"metric", o.metric},
                   {"neighbours", o.neighbours},
                   {"minDistance", o.minDistance},
                   {"spread", options.spread},
                   {"negativeSamples", options.negativeSamples},
                   {"learningRate", options.learningRate},
                   {"epochs", state->epoch()},
                   {"neighbourRecall", state->neighbourRecall()},
                   {"seed", o.seed}}};
}

}  // namespace

Result<Mapped> runMapMethod(const PresentFeatures& present, const MapOptions& options, const Embedding* start,
                            const MapWatch& watch, const JobContext& job) {
    if (options.method == "pca") return runPca(present.features, options.dims, job);
    if (options.method == "umap") return runUmap(present, options, watch, job);
    return runTsne(present, options, start, watch, job);
}

Result<MapRecord> mapNamed(const Project& project, const std::string& name) {
    auto maps = project.maps();
    if (!maps) return forward(maps);
    std::string names;
    for (MapRecord& map : *maps) {
        if (map.name == name) return std::move(map);
        names += (names.empty() ? "“" : ", “") + map.name + "”";
    }
    return fail(ErrorCode::kNotFound, names.empty() ? std::string("The project has no map yet: compute one first.")
                                                    : fmt::format("There is no map “{}”; there are {}.", name, names));
}

}  // namespace facespace
