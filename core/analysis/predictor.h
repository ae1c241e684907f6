#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// A linear predictor of one quantity from one network's raw features: value = weights · x + intercept. Of a two-class
/// target (still or video) the value is the log odds of class 1.
struct LinearPredictor {
    std::string target;       ///< "yaw", "pitch", "media", or a metadata column.
    std::string unit;         ///< "deg" or "".
    std::string labelSource;  ///< What it was fitted to: "manifest", "landmarks (solvePnP)".
    std::string networkName;
    std::string networkSha256;  ///< Of the weights; empty for imported features.
    int dimension = 0;
    Eigen::VectorXd weights;
    double intercept = 0;
    double penalty = 0;          ///< λ in Σ(y − w·x − b)² + λ‖w‖²; of a two-class target the shrinkage γ.
    std::int64_t trainedOn = 0;  ///< Images.
    std::vector<std::string> classes{};  ///< Names of classes 0 and 1; empty for numbers.

    bool twoClasses() const { return classes.size() == 2; }

    /// Predictions for N × D features: numbers, or the probability of class 1; NaN for rows that are not all finite.
    /// Errors: kInvalid if the features have another dimension.
    Result<std::vector<float>> predict(const FeatureMatrix& features) const;
    /// The same, for features of a named network. Errors: kInvalid also if both networks' hashes are known and differ.
    Result<std::vector<float>> predict(const FeatureMatrix& features, const std::string& name,
                                       const std::string& sha256) const;

    /// JSON text; numbers read back to the same double.
    std::string toJson() const;
    /// Errors: kFormat, naming the field; `source` is what the text came from, for the message.
    static Result<LinearPredictor> fromJson(const std::string& text, const std::string& source = "the predictor");

    /// Writes beside the file first and renames. Errors: kIo.
    Result<void> save(const std::filesystem::path& file) const;
    /// Errors: kIo, kFormat.
    static Result<LinearPredictor> load(const std::filesystem::path& file);
};

/// 1 / (1 + e^−logOdds); NaN stays NaN.
float probabilityOf(double logOdds);

}  // namespace facespace
