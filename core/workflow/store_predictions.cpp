#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/analysis/class_figures.h"
#include "core/analysis/experiment1.h"
#include "core/analysis/fold_predictors.h"
#include "core/analysis/ridge.h"
#include "core/common/numbers.h"
#include "core/compute/analysis_input.h"
#include "core/compute/labels.h"
#include "core/compute/networks.h"
#include "core/compute/predictors.h"
#include "core/project/data_table.h"
#include "core/workflow/job_log.h"
#include "core/workflow/store_poses.h"
#include "core/workflow/workflow.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

struct Inputs {
    NetworkRecord network;
    FeatureMatrix features;
    ImageSet set;
    Units units;
};

Result<Inputs> gather(const Project& project, const std::string& networkName) {
    auto network = findNetwork(project, networkName);
    if (!network) return forward(network);
    auto features = project.features(network->id);
    if (!features) return forward(features);
    auto set = project.images();
    if (!set) return forward(set);
    Inputs inputs{std::move(*network), std::move(*features), std::move(*set), {}};
    inputs.units = *unitsOf(inputs.set, "");  // videos: only a named column can be lacking
    return inputs;
}

PredictionRecord emptyRecord(const Inputs& in, const std::string& target, const std::string& unit, const Text& labelSource) {
    PredictionRecord record;
    record.network = in.network.id;
    record.target = target;
    record.unit = unit;
    record.labelSource = labelSource;
    return record;
}

void describe(LinearPredictor& predictor, const Inputs& in, const Labels& labels, const std::string& target) {
    predictor.target = target;
    predictor.unit = labels.unit;
    predictor.labelSource = labels.source;
    predictor.networkName = in.network.name;
    predictor.networkSha256 = in.network.sha256;
    predictor.classes = labels.classes;
}

/// Fits on the labelled images; every labelled image's value is out of fold.
Result<PredictionRecord> fitNumber(const Inputs& in, const Labels& labels, const std::string& target,
                                   const PredictOptions& options, const JobContext& job) {
    auto ridge =
        ridgeCrossValidated(in.features, labels.values, in.units, RidgeOptions{options.folds, {}, options.seed}, job);
    if (!ridge) return forward(ridge);
    describe(ridge->predictor, in, labels, target);
    PredictionRecord record = emptyRecord(in, target, labels.unit, labels.source);
    record.parametersJson = nlohmann::json{
        {"method", "ridge"},         {"folds", ridge->folds},       {"seed", options.seed},
        {"penalty", ridge->penalty}, {"labelled", ridge->labelled}, {"identities", ridge->identities},
        {"mae", ridge->mae},         {"rmse", ridge->rmse},         {"r2", ridge->r2},
        {"notes", ridge->notes}}.dump();
    record.predictorJson = withFolds(ridge->predictor, ridge->foldPredictors);
    record.values = std::move(ridge->outOfFold);
    return record;
}

Result<PredictionRecord> fitClasses(const Inputs& in, const Labels& labels, const std::string& target,
                                    const PredictOptions& options, const JobContext& job) {
    Experiment1Options figuresOnly;
    figuresOnly.folds = options.folds;
    figuresOnly.seed = options.seed;
    figuresOnly.randomRepeats = figuresOnly.bootstrap = figuresOnly.permutations = 0;
    figuresOnly.featureCurve = false;
    auto lda = classificationExperiment(in.features, classTargetOf(labels), in.units, figuresOnly, job);
    if (!lda) return forward(lda);
    describe(lda->predictor, in, labels, target);
    PredictionRecord record = emptyRecord(in, target, "", labels.source);
    record.parametersJson = nlohmann::json{
        {"method", "linear discriminant analysis"},
        {"folds", lda->folds},
        {"seed", options.seed},
        {"shrinkage", lda->predictor.penalty},
        {"labelled", lda->labelled},
        {"identities", lda->identities},
        {"classes", labels.classes},
        {"accuracy", lda->accuracy.value},
        {"balancedAccuracy", lda->balancedAccuracy.value},
        {"auc", lda->auc.value},
        {"majority", lda->majority},
        {"notes", lda->notes}}.dump();
    record.predictorJson = lda->predictor.toJson();
    for (float& value : lda->outOfFold) value = probabilityOf(static_cast<double>(value));
    record.values = std::move(lda->outOfFold);
    return record;
}

Result<PredictionRecord> fit(const Inputs& in, const Labels& labels, const std::string& target,
                             const PredictOptions& options, const JobContext& job) {
    auto record =
        labels.twoClasses() ? fitClasses(in, labels, target, options, job) : fitNumber(in, labels, target, options, job);
    if (!record) return record;
    record->classes = labels.classes;
    record->labels.assign(labels.values.begin(), labels.values.end());
    return record;
}

/// Mean absolute error and R² of a predictor that never saw this project, where labels are there to compare with.
void addErrors(nlohmann::json& figures, const std::vector<float>& values, const std::vector<double>& labels) {
    double n = 0, sum = 0, sumSquares = 0, error = 0, squaredError = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]) || !std::isfinite(labels[i])) continue;
        const double d = values[i] - labels[i];
        n += 1;
        sum += labels[i];
        sumSquares += labels[i] * labels[i];
        error += std::abs(d);
        squaredError += d * d;
    }
    if (n == 0) return;
    const double variance = sumSquares - sum * sum / n;
    figures["labelled"] = static_cast<std::int64_t>(n);
    figures["mae"] = error / n;
    figures["rmse"] = std::sqrt(squaredError / n);
    figures["r2"] = variance > 0 ? 1.0 - squaredError / variance : 0.0;
}

/// The same of a two-class predictor. Classes of other names are not compared.
void addClassErrors(nlohmann::json& figures, const std::vector<float>& values, const std::vector<double>& labels) {
    std::vector<double> scores;
    std::vector<int> isPositive;
    Confusion confusion;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]) || !std::isfinite(labels[i])) continue;
        scores.push_back(static_cast<double>(values[i]));
        isPositive.push_back(labels[i] > 0.5 ? 1 : 0);
        confusion.count[isPositive.back()][values[i] >= 0.5F ? 1 : 0] += 1;
    }
    if (scores.empty()) return;
    figures["labelled"] = scores.size();
    figures["accuracy"] = confusion.accuracy();
    figures["balancedAccuracy"] = confusion.balancedAccuracy();  // null in JSON if a class is absent, as is the AUC
    figures["auc"] = WeightedAuc(scores, isPositive).value();
}

Result<PredictionRecord> apply(const Inputs& in, const LinearPredictor& predictor, const std::string& file,
                               const Labels& labels) {
    auto values = predictor.predict(in.features, in.network.name, in.network.sha256);
    if (!values) return forward(values);
    PredictionRecord record = emptyRecord(in, predictor.target, predictor.unit, say("predictor “{}”", file));
    nlohmann::json figures{{"method", predictor.twoClasses() ? "saved linear discriminant" : "saved ridge predictor"},
                           {"trainedOn", predictor.trainedOn},
                           {"fittedTo", predictor.labelSource}};
    record.classes = predictor.classes;
    if (predictor.twoClasses()) figures["classes"] = predictor.classes;
    if (labels.any() && labels.classes == predictor.classes)
        predictor.twoClasses() ? addClassErrors(figures, *values, labels.values)
                               : addErrors(figures, *values, labels.values);
    record.parametersJson = figures.dump();
    record.predictorJson = predictor.toJson();
    record.labels.assign(labels.values.begin(), labels.values.end());
    record.values = std::move(*values);
    return record;
}

Labels manifestLabelsOrNone(const Inputs& in, const std::string& target) {
    auto labels = computeLabels(in.set, target);
    if (labels && labels->source == "manifest") return std::move(*labels);
    return Labels{std::vector<double>(in.set.images.size(), kNoValue), "", "", {}};
}

/// Labels first; then a predictor saved beside the network; then head pose from landmarks as the label.
Result<PredictionRecord> predictTarget(const Inputs& in, const std::string& target, const PredictOptions& options,
                                       const JobContext& job) {
    const auto labels = computeLabels(in.set, target);
    if (!labels) return forward(labels);
    const fs::path saved = predictorBeside(in.network, target);
    if (labels->source != "manifest" && !saved.empty()) {
        const auto predictor = LinearPredictor::load(saved);
        if (!predictor) return forward(predictor);
        return apply(in, *predictor, saved.filename().string(), manifestLabelsOrNone(in, target));
    }
    if (!labels->any() && target == "media")
        return fail(
            ErrorCode::kInvalid,
            say("No image is known to be a still or a video frame; import a manifest with a column “media”, or apply a "
                "saved predictor."));
    if (!labels->any())
        return fail(ErrorCode::kInvalid,
                    say("No image has a {} label or five landmarks; import a manifest with a column “{}”, extract "
                        "with a face detector, or apply a saved predictor.",
                        target, target));
    return fit(in, *labels, target, options, job);
}

bool bothMedia(const ImageSet& set) {
    const auto has = [&](Media media) {
        return std::ranges::any_of(set.images, [&](const ImageRecord& r) { return r.media == media; });
    };
    return has(Media::kStill) && has(Media::kVideo);
}

std::vector<std::string> targetsOf(const Inputs& in, const PredictOptions& options) {
    if (!options.targets.empty()) return options.targets;
    std::vector<std::string> targets{"yaw", "pitch"};
    if (bothMedia(in.set) || !predictorBeside(in.network, "media").empty()) targets.push_back("media");
    return targets;
}

Result<std::vector<PredictionRecord>> predictAll(const Inputs& in, const PredictOptions& options, const JobContext& job) {
    std::vector<PredictionRecord> records;
    if (!options.predictor.empty()) {
        const auto predictor = LinearPredictor::load(options.predictor);
        if (!predictor) return forward(predictor);
        auto record =
            apply(in, *predictor, options.predictor.filename().string(), manifestLabelsOrNone(in, predictor->target));
        if (!record) return forward(record);
        records.push_back(std::move(*record));
        return records;
    }
    std::vector<Text> failures;
    for (const auto& target : targetsOf(in, options)) {
        auto record = predictTarget(in, target, options, job);
        if (record)
            records.push_back(std::move(*record));
        else if (record.error().code == ErrorCode::kCancelled)
            return forward(record);
        else if (std::find(failures.begin(), failures.end(), record.error().message) == failures.end())
            failures.push_back(record.error().message);  // yaw and pitch often fail for one reason: it is said once
    }
    // One target that cannot be predicted does not take the other with it.
    if (records.empty()) return fail(ErrorCode::kInvalid, inARow(failures));
    if (!failures.empty()) {
        auto figures = nlohmann::json::parse(records.back().parametersJson);
        for (const auto& failure : failures) figures["notes"].push_back(failure.english());
        records.back().parametersJson = figures.dump();
    }
    return records;
}

}  // namespace

Result<std::vector<PredictionRecord>> storePredictions(Project& project, const PredictOptions& options,
                                                       const JobContext& job) {
    const nlohmann::json parameters{
        {"network", options.network},
        {"targets", options.targets},
        {"folds", options.folds},
        {"seed", options.seed},
        {"predictor", options.predictor.empty() ? "" : std::filesystem::absolute(options.predictor).string()}};
    return logged<std::vector<PredictionRecord>>(
        project, "predict", parameters.dump(),
        [&]() -> Result<std::vector<PredictionRecord>> {
            if (const auto posed = storeLandmarkPoses(project, job); !posed) return forward(posed);
            const auto inputs = gather(project, options.network);
            if (!inputs) return forward(inputs);
            auto records = predictAll(*inputs, options, job);
            if (!records) return records;
            for (const auto& record : *records)
                if (const auto stored = project.putPrediction(record); !stored) return forward(stored);
            return records;
        },
        [](const std::vector<PredictionRecord>& records) {
            std::vector<Text> targets;
            for (const PredictionRecord& r : records) targets.push_back(targetText(r.target));
            return say("Predicted {}.", inARow(std::move(targets), ", "));
        });
}

}  // namespace facespace
