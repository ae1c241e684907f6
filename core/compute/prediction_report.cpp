#include "core/compute/prediction_report.h"

#include <fmt/format.h>

#include "core/compute/labels.h"

namespace facespace {
namespace {

Text nothingLabelled(const std::string& target) {
    if (target == "media")
        return say("No image is known to be a still or a video frame; import a manifest with a column “media”.");
    if (target.starts_with("pitch"))
        return say(
            "No image has a label of pitch, which five landmarks do not tell; import a manifest with a column “pitch”.");
    return say(
        "No image has a label of {} or five landmarks; import a manifest with that column, or extract with a "
        "face detector.",
        target);
}

/// Runs one half of the experiment into the report. Errors: kCancelled only.
template <class Report>
Result<void> into(std::optional<Report>& report, Result<Report> result, Text& missing) {
    if (result)
        report = std::move(*result);
    else if (result.error().code == ErrorCode::kCancelled)
        return forward(result);
    else
        missing = result.error().message;
    return {};
}

Result<void> fill(TargetReport& report, const AnalysisInput& in, const ImageSet& set,
                  const PredictionAnalysisOptions& options, const JobContext& job) {
    const auto labels = computeLabels(set, report.target, options.centredPitchDeg);
    if (!labels) {
        report.missing = labels.error().message;
        return {};
    }
    report.unit = labels->unit;
    report.labelSource = labels->source;
    report.classes = labels->classes;
    report.labels = labels->values;
    if (!labels->any()) {
        report.missing = nothingLabelled(report.target);
        return {};
    }
    if (labels->twoClasses())
        return into(report.classification,
                    classificationExperiment(in.features(), classTargetOf(*labels), in.units, options.experiment, job),
                    report.missing);
    return into(report.regression, regressionExperiment(in.features(), labels->values, in.units, options.experiment, job),
                report.missing);
}

}  // namespace

Result<std::vector<TargetReport>> computePrediction(const Snapshot& snapshot, const AnalysisScope& scope,
                                                    const PredictionAnalysisOptions& options, const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    std::vector<TargetReport> reports;
    for (const std::string& target : options.targets) {
        TargetReport& report = reports.emplace_back();
        report.network = in->network();
        report.target = target;
        report.unitOf = in->units.unitOf();
        report.seed = options.experiment.seed;
        if (const auto done = fill(report, *in, snapshot.images, options, job); !done) return forward(done);
    }
    return reports;
}

}  // namespace facespace
