#include "core/analysis/predictor.h"

#include <fmt/format.h>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/common/json_depth.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/common/regular_file.h"
#include "core/common/whole_file.h"

namespace facespace {
namespace {
constexpr const char* kFormat = "facespace-linear-predictor";
constexpr int kVersion = 2;  // 1: numbers only; still written for these, so that older programs read them.
constexpr std::size_t kRowsPerChunk = 512;

Result<LinearPredictor> parse(const nlohmann::json& json, const std::string& source) {
    if (!json.is_object() || json.value("format", "") != kFormat)
        return fail(ErrorCode::kFormat,
                    say("“{}” is not a FaceSpace predictor; choose a file saved with Save predictor.", source));
    if (json.at("version").get<int>() > kVersion)
        return fail(ErrorCode::kFormat, say("“{}” was made by a newer FaceSpace; update this program to read it.", source));
    LinearPredictor p;
    p.target = json.at("target").get<std::string>();
    p.unit = json.at("unit").get<std::string>();
    p.labelSource = json.at("label_source").get<std::string>();
    p.networkName = json.at("network").get<std::string>();
    p.networkSha256 = json.at("network_sha256").get<std::string>();
    p.dimension = json.at("dimension").get<int>();
    const auto weights = json.at("weights").get<std::vector<double>>();
    p.weights = Eigen::Map<const Eigen::VectorXd>(weights.data(), static_cast<Eigen::Index>(weights.size()));
    p.intercept = json.at("intercept").get<double>();
    p.penalty = json.at("penalty").get<double>();
    p.trainedOn = json.at("trained_on").get<std::int64_t>();
    p.classes = json.value("classes", std::vector<std::string>());
    if (!p.classes.empty() &&
        (!p.twoClasses() || p.classes[0] == p.classes[1] || p.classes[0].empty() || p.classes[1].empty()))
        return fail(ErrorCode::kFormat, say("“{}” does not name two different classes; save the predictor again.", source));
    if (p.dimension < 1 || p.weights.size() != p.dimension)
        return fail(ErrorCode::kFormat, say("“{}” has {} weights for a dimension of {}; save the predictor again.", source,
                                            p.weights.size(), p.dimension));
    if (!p.weights.allFinite() || !std::isfinite(p.intercept))
        return fail(ErrorCode::kFormat, say("“{}” has weights that are not finite; save the predictor again.", source));
    return p;
}
}  // namespace

float probabilityOf(double logOdds) { return static_cast<float>(1 / (1 + std::exp(-logOdds))); }

Result<std::vector<float>> LinearPredictor::predict(const FeatureMatrix& features) const {
    if (features.cols() != dimension || weights.size() != dimension)
        return fail(ErrorCode::kInvalid,
                    say("The {} predictor was fitted on “{}” with {} features and cannot read {} features; choose that "
                        "network, or fit a predictor on this one.",
                        target, networkName, dimension, features.cols()));
    std::vector<float> values(static_cast<std::size_t>(features.rows()), kNoValueFloat);
    parallelChunks(values.size(), kRowsPerChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto row = features.row(static_cast<Eigen::Index>(i));
            if (!row.allFinite()) continue;
            const double value = row.cast<double>().dot(weights.transpose()) + intercept;
            values[i] = twoClasses() ? probabilityOf(value) : static_cast<float>(value);
        }
    });
    return values;
}

Result<std::vector<float>> LinearPredictor::predict(const FeatureMatrix& features, const std::string& name,
                                                    const std::string& sha256) const {
    if (!networkSha256.empty() && !sha256.empty() && networkSha256 != sha256)
        return fail(ErrorCode::kInvalid,
                    say("The {} predictor was fitted on the network “{}” and cannot read features of “{}”, whose "
                        "weights differ; choose that network, or fit a predictor on this one.",
                        target, networkName, name));
    return predict(features);
}

std::string LinearPredictor::toJson() const {
    nlohmann::ordered_json json;
    json["format"] = kFormat;
    json["version"] = twoClasses() ? kVersion : 1;
    json["target"] = target;
    json["unit"] = unit;
    if (twoClasses()) json["classes"] = classes;
    json["label_source"] = labelSource;
    json["network"] = networkName;
    json["network_sha256"] = networkSha256;
    json["dimension"] = dimension;
    json["penalty"] = penalty;
    json["trained_on"] = trainedOn;
    json["intercept"] = intercept;
    json["weights"] = std::vector<double>(weights.data(), weights.data() + weights.size());
    return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<LinearPredictor> LinearPredictor::fromJson(const std::string& text, const std::string& source) {
    if (nestsDeeper(text))
        return fail(ErrorCode::kFormat, say("“{}” is not a readable predictor; save the predictor again.", source));
    try {
        return parse(nlohmann::json::parse(text), source);
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorCode::kFormat,
                    say("“{}” is not a readable predictor ({}); save the predictor again.", source, e.what()));
    }
}

Result<void> LinearPredictor::save(const std::filesystem::path& file) const {
    return writeWholeFile(file, [&](std::ostream& out) { out << toJson() << '\n'; });
}

Result<LinearPredictor> LinearPredictor::load(const std::filesystem::path& file) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::kIo, say("The predictor “{}” cannot be read; check that the file exists.", file.string()));
    std::ostringstream text;
    text << in.rdbuf();
    return fromJson(text.str(), file.string());
}

}  // namespace facespace
