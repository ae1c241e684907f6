#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/compute/feature_notes.h"
#include "core/extraction/crop.h"
#include "core/extraction/detectors.h"
#include "core/workflow/job_log.h"
#include "core/workflow/store_poses.h"
#include "core/workflow/workflow.h"

namespace facespace {

namespace {

std::string parametersOf(const std::string& name, const NetworkDescriptor& network, const ExtractOptions& options) {
    nlohmann::json parameters{{"network", name},
                              {"descriptor", network.descriptorFile.string()},
                              {"detector", options.detector.string()},
                              {"align", toString(options.alignment)},
                              {"no_face", options.noFace == NoFacePolicy::kSkip ? "skip" : "centre"},
                              {"batch", options.batchSize}};
    if (!options.detector.empty()) {
        parameters["detector_score"] = options.detect.minScore;
        parameters["detector_size"] = options.detect.maxSide;
    }
    if (!network.layersTogether.empty()) parameters["layers"] = network.layersTogether;
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Text outcomeOf(const ExtractSummary& s) {
    return say("{} extracted, {} there before, {} skipped, {:.1f} s.", s.extracted, s.alreadyThere, s.skipped, s.seconds);
}

Result<void> addNotes(const Project& project, ExtractSummary& summary) {
    if (summary.extracted == 0) return {};
    auto notes = featureNotes(project, summary.network);
    if (!notes) return forward(notes);
    summary.notes = std::move(*notes);
    return {};
}

/// What a detector found says which way faces look. Stopped here, the features stay, and the next step goes on.
Result<void> addPoses(Project& project, const ExtractSummary& summary, const JobContext& job) {
    if (summary.extracted == 0) return {};
    const auto posed = storeLandmarkPoses(project, job);
    return posed || posed.error().code == ErrorCode::kCancelled ? Result<void>() : posed;
}

}  // namespace

std::optional<NetworkQuestion> extractionQuestion(const NetworkDescriptor& network, const ExtractOptions& options) {
    if (options.host.consent != Consent::kListed) return std::nullopt;
    auto question = openQuestion(network);
    return question ? question : detectorQuestion(options);
}

Result<ExtractSummary> storeFeatures(Project& project, const NetworkDescriptor& network, const ExtractOptions& options,
                                     const JobContext& job) {
    return logged<ExtractSummary>(
        project, "extract", parametersOf(options.name.empty() ? network.name : options.name, network, options),
        [&]() -> Result<ExtractSummary> {
            auto summary = extractFeatures(project, network, options, job);
            if (!summary) return summary;
            if (auto added = addNotes(project, *summary); !added) return forward(added);
            if (auto posed = addPoses(project, *summary, job); !posed) return forward(posed);
            return summary;
        },
        outcomeOf);
}

Result<std::vector<ExtractSummary>> storeLayers(Project& project, const LayerSet& layers, const ExtractOptions& options,
                                                const JobContext& job) {
    return logged<std::vector<ExtractSummary>>(
        project, "extract", parametersOf(layers.network.name, layers.network, options),
        [&]() -> Result<std::vector<ExtractSummary>> {
            auto summaries = extractLayers(project, layers, options, job);
            if (!summaries) return summaries;
            for (ExtractSummary& summary : *summaries)
                if (auto added = addNotes(project, summary); !added) return forward(added);
            if (auto posed = addPoses(project, summaries->front(), job); !posed) return forward(posed);
            return summaries;
        },
        [](const std::vector<ExtractSummary>& s) { return outcomeOf(s.front()); });
}

}  // namespace facespace
