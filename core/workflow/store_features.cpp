#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/compute/feature_notes.h"
#include "core/extraction/crop.h"
#include "core/workflow/job_log.h"
#include "core/workflow/workflow.h"

namespace facespace {

Result<ExtractSummary> storeFeatures(Project& project, const NetworkDescriptor& network, const ExtractOptions& options,
                                     const JobContext& job) {
    nlohmann::json parameters{{"network", options.name.empty() ? network.name : options.name},
                              {"descriptor", network.descriptorFile.string()},
                              {"detector", options.detector.string()},
                              {"align", toString(options.alignment)},
                              {"no_face", options.noFace == NoFacePolicy::kSkip ? "skip" : "centre"},
                              {"batch", options.batchSize}};
    if (!options.detector.empty()) {
        parameters["detector_score"] = options.detect.minScore;
        parameters["detector_size"] = options.detect.maxSide;
    }
    return logged<ExtractSummary>(
        project, "extract", parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
        [&]() -> Result<ExtractSummary> {
            auto summary = extractFeatures(project, network, options, job);
            if (!summary || summary->extracted == 0) return summary;
            auto notes = featureNotes(project, summary->network);
            if (!notes) return forward(notes);
            summary->notes = std::move(*notes);
            return summary;
        },
        [](const ExtractSummary& s) {
            return say("{} extracted, {} there before, {} skipped, {:.1f} s.", s.extracted, s.alreadyThere, s.skipped,
                       s.seconds);
        });
}

}  // namespace facespace
