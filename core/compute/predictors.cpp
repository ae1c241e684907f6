#include "core/compute/predictors.h"

#include <fmt/format.h>
#include <cctype>
#include <cmath>

#include "core/analysis/fold_predictors.h"
#include "core/analysis/ridge.h"
#include "core/compute/analysis_input.h"
#include "core/compute/labels.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

/// Names come from files of others: only plain characters reach the file system.
std::string predictorFileName(const std::string& network, const std::string& target) {
    std::string name = fmt::format("{}.{}.predictor.json", network, target);
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-' && c != '_') c = '_';
    return name;
}

Result<std::optional<LinearPredictor>> fitted(const Snapshot& snapshot, const FeatureSet& set, const std::string& target,
                                              const Labels& labels, const JobContext& job) {
    auto ridge = ridgeCrossValidated(set.features, labels.values, *unitsOf(snapshot.images, ""), {}, job);
    if (!ridge && ridge.error().code == ErrorCode::kCancelled) return forward(ridge);
    if (!ridge) return std::optional<LinearPredictor>();
    LinearPredictor& predictor = ridge->predictor;
    predictor.target = target;
    predictor.unit = labels.unit;
    predictor.labelSource = labels.source;
    predictor.networkName = set.network.name;
    predictor.networkSha256 = set.network.sha256;
    return std::optional(std::move(predictor));
}

}  // namespace

fs::path predictorBeside(const NetworkRecord& network, const std::string& target) {
    if (network.descriptorFile.empty()) return {};
    const fs::path descriptor = network.descriptorFile;
    std::error_code ignored;
    for (const std::string& name : {network.name, descriptor.stem().string()}) {
        const fs::path file = descriptor.parent_path() / predictorFileName(name, target);
        if (fs::exists(file, ignored)) return file;
    }
    return {};
}

Result<std::optional<LinearPredictor>> predictorFor(const Snapshot& snapshot, const FeatureSet& set,
                                                    const std::string& target, const JobContext& job) {
    const PredictionRecord* stored = snapshot.prediction(set.network.id, target);
    if (stored != nullptr && !stored->predictorJson.empty()) {
        auto predictor = LinearPredictor::fromJson(stored->predictorJson);
        if (!predictor) return forward(predictor);
        return std::optional(std::move(*predictor));
    }
    const auto labels = computeLabels(snapshot.images, target);
    if (!labels) return forward(labels);
    if (const fs::path saved = predictorBeside(set.network, target); labels->source != "manifest" && !saved.empty()) {
        auto predictor = LinearPredictor::load(saved);
        if (!predictor) return forward(predictor);
        return std::optional(std::move(*predictor));
    }
    if (!labels->any()) return std::optional<LinearPredictor>();
    return fitted(snapshot, set, target, *labels, job);
}

RowPredictor predictorOfRow(const LinearPredictor& predictor, const PredictionRecord& stored, const FeatureSet& set,
                            std::size_t row) {
    constexpr double kSame = 0.5;
    RowPredictor best{predictor, false};
    if (row >= stored.values.size() || !std::isfinite(stored.values[row]) || predictor.twoClasses()) return best;
    std::vector<LinearPredictor> all = foldsIn(stored.predictorJson, predictor);
    all.insert(all.begin(), predictor);
    const FeatureMatrix feature = set.features.row(static_cast<Eigen::Index>(row));
    double least = kSame;
    for (LinearPredictor& each : all) {
        const auto value = each.predict(feature);
        if (!value) continue;
        const double off = std::abs(static_cast<double>(value->front() - stored.values[row]));
        if (!(off < least)) continue;
        least = off;
        best = {std::move(each), true};
    }
    return best;
}

Result<std::vector<fs::path>> savePredictors(const std::vector<PredictionRecord>& predictions, const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return fail(ErrorCode::kIo, say("Cannot make the folder “{}”: {}.", folder.string(), error.message()));
    std::vector<fs::path> files;
    for (const auto& prediction : predictions) {
        const auto predictor = LinearPredictor::fromJson(prediction.predictorJson);
        if (!predictor) return forward(predictor);
        const fs::path file = folder / predictorFileName(predictor->networkName, predictor->target);
        if (const auto saved = predictor->save(file); !saved) return forward(saved);
        files.push_back(file);
    }
    return files;
}

}  // namespace facespace
