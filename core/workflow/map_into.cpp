#include <fmt/format.h>
#include <chrono>
#include <nlohmann/json.hpp>

#include "core/projection/pca.h"
#include "core/projection/tsne.h"
#include "core/workflow/job_log.h"
#include "core/workflow/networks.h"
#include "core/workflow/workflow.h"

namespace facespace {
namespace {

using Clock = std::chrono::steady_clock;

Result<void> check(const MapOptions& o) {
    if (o.method != "pca" && o.method != "tsne")
        return fail(ErrorCode::kInvalid, fmt::format("There is no map method “{}”; use pca or tsne.", o.method));
    if (o.dims != 2 && o.dims != 3) return fail(ErrorCode::kInvalid, "A map has 2 or 3 dimensions.");
    if (o.iterations < 0)
        return fail(ErrorCode::kInvalid, "The number of iterations must be positive, or 0 for the default.");
    if (!(o.perplexity >= 1)) return fail(ErrorCode::kInvalid, "The perplexity must be 1 or more.");
    if (!(o.learningRate >= 0))
        return fail(ErrorCode::kInvalid, "The learning rate must be positive, or 0 for the automatic one.");
    if (!(o.earlyExaggeration >= 1)) return fail(ErrorCode::kInvalid, "The early exaggeration must be 1 or more.");
    return {};
}

struct Mapped {
    Embedding coordinates;  // of the images with features
    nlohmann::json parameters;
};

Result<Mapped> runPca(const FeatureMatrix& x, int dims, const JobContext& job) {
    auto result = pca(x, PcaOptions{dims}, job);
    if (!result) return forward(result);
    nlohmann::json variance = nlohmann::json::array();
    for (Eigen::Index i = 0; i < result->explainedVariance.size(); ++i)
        variance.push_back(result->totalVariance > 0 ? result->explainedVariance[i] / result->totalVariance : 0.0);
    return Mapped{std::move(result->scores), {{"method", "pca"}, {"dims", dims}, {"explainedVarianceRatio", variance}}};
}

Result<Mapped> runTsne(const PresentFeatures& present, const MapOptions& o, const JobContext& job,
                       const MapObserver& observer) {
    TsneOptions options;
    options.dims = o.dims;
    options.perplexity = o.perplexity;
    options.learningRate = o.learningRate;
    options.earlyExaggeration = o.earlyExaggeration;
    if (o.iterations > 0) options.iterations = o.iterations;
    options.seed = o.seed;
    auto state = Tsne::create(present.features, options, job);
    if (!state) return forward(state);
    const auto show = [&] {
        if (observer) observer(state->iteration(), spreadOverImages(state->embedding(), present.rows, present.imageCount));
    };
    show();
    auto lastShown = Clock::now();
    const int last = options.iterations;
    while (state->iteration() < last) {
        // Slices do not change the result, so they are as short as a live picture wants them.
        if (const auto ran = state->runTo(std::min(last, state->iteration() + 5), job); !ran) return forward(ran);
        job.progress("t-SNE", state->iteration(), last);
        if (Clock::now() - lastShown > std::chrono::milliseconds(60)) {
            show();
            lastShown = Clock::now();
        }
    }
    nlohmann::json parameters{{"method", "tsne"},
                              {"dims", o.dims},
                              {"perplexity", o.perplexity},
                              {"effectivePerplexity", state->effectivePerplexity()},
                              {"learningRate", options.learningRate},
                              {"earlyExaggeration", options.earlyExaggeration},
                              {"exaggerationIterations", options.exaggerationIterations},
                              {"momentum", {options.initialMomentum, options.finalMomentum}},
                              {"iterations", last},
                              {"seed", o.seed},
                              {"kl", state->klDivergence()}};
    if (const auto note = state->note(); !note.empty()) parameters["note"] = note;
    return Mapped{state->embedding(), std::move(parameters)};
}

}  // namespace

Result<MapRecord> mapInto(Project& project, const MapOptions& options, const JobContext& job, const MapObserver& observer) {
    if (const auto ok = check(options); !ok) return forward(ok);
    const auto network = findNetwork(project, options.network);
    if (!network) return forward(network);
    MapRecord record;
    record.network = network->id;
    record.method = options.method;
    record.name =
        !options.name.empty() ? options.name : fmt::format("{} {}-D {}", options.method, options.dims, network->name);
    return logged<MapRecord>(
        project, "map", nlohmann::json{{"name", record.name}, {"network", network->name}}.dump(),
        [&]() -> Result<MapRecord> {
            const auto present = presentFeatures(project, *network);
            if (!present) return forward(present);
            auto mapped = options.method == "pca" ? runPca(present->features, options.dims, job)
                                                  : runTsne(*present, options, job, observer);
            if (!mapped) return forward(mapped);
            record.coordinates = spreadOverImages(mapped->coordinates, present->rows, present->imageCount);
            record.parametersJson = mapped->parameters.dump();
            const auto id = project.putMap(record);
            if (!id) return forward(id);
            record.id = *id;
            return record;
        },
        [](const MapRecord& r) { return fmt::format("Map “{}”.", r.name); });
}

}  // namespace facespace
