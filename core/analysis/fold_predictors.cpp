#include "core/analysis/fold_predictors.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/common/json_depth.h"

namespace facespace {

std::string withFolds(const LinearPredictor& predictor, const std::vector<LinearPredictor>& folds) {
    auto json = nlohmann::ordered_json::parse(predictor.toJson());
    for (const LinearPredictor& fold : folds) {
        const std::vector<double> values(fold.weights.data(), fold.weights.data() + fold.weights.size());
        json["folds"].push_back(
            {{"penalty", fold.penalty}, {"trained_on", fold.trainedOn}, {"intercept", fold.intercept}, {"weights", values}});
    }
    return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::vector<LinearPredictor> foldsIn(const std::string& text, const LinearPredictor& predictor) {
    std::vector<LinearPredictor> folds;
    if (nestsDeeper(text)) return folds;
    try {
        const auto json = nlohmann::json::parse(text);
        for (const auto& each : json.value("folds", nlohmann::json::array())) {
            LinearPredictor fold = predictor;
            const auto values = each.at("weights").get<std::vector<double>>();
            fold.weights = Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
            fold.intercept = each.at("intercept").get<double>();
            fold.penalty = each.at("penalty").get<double>();
            fold.trainedOn = each.at("trained_on").get<std::int64_t>();
            if (fold.weights.size() != predictor.dimension || !fold.weights.allFinite() || !std::isfinite(fold.intercept))
                return {};
            folds.push_back(std::move(fold));
        }
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    return folds;
}

}  // namespace facespace
