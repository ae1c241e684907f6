#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/common/whole_file.h"
#include "core/network/network_guess.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

const char* orderName(ChannelOrder order) {
    return order == ChannelOrder::kGrey ? "grey" : order == ChannelOrder::kBgr ? "BGR" : "RGB";
}

/// To a hundredth of a pixel and no further: 38.2946, not 38.29460144042969.
double shortNumber(float value) { return std::stod(fmt::format("{:g}", value)); }

Json alignmentOf(const NetworkDescriptor& d) {
    if (!d.alignmentTemplate) return {{"type", "none"}, {"crop", "box"}, {"margin", d.cropMargin}};
    Json points = Json::array();
    for (const Point2& p : *d.alignmentTemplate) points.push_back({shortNumber(p.x), shortNumber(p.y)});
    return {{"points", std::move(points)}};
}

Json outputOf(const NetworkDescriptor& d) {
    Json output{{"dim", d.dimension}, {"l2_normalised", d.normalised}};
    if (!d.featureOutput.empty()) output["feature"] = d.featureOutput;
    if (!d.normOutput.empty()) output["norm"] = d.normOutput;
    return output;
}

}  // namespace

std::string descriptorJson(const NetworkGuess& guess) {
    const NetworkDescriptor& d = guess.descriptor;
    Json mean = Json::array(), std = Json::array();
    for (int c = 0; c < d.channelCount(); ++c) {
        mean.push_back(shortNumber(d.mean[static_cast<std::size_t>(c)]));
        std.push_back(shortNumber(d.std[static_cast<std::size_t>(c)]));
    }
    Json root{{"name", d.name},
              {"file", d.weightsFile.filename().string()},
              {"input",
               {{"width", d.inputWidth},
                {"height", d.inputHeight},
                {"channel_order", orderName(d.channels)},
                {"mean", std::move(mean)},
                {"std", std::move(std)}}},
              {"alignment", alignmentOf(d)},
              {"output", outputOf(d)}};
    root["family"] = guess.family != nullptr ? std::string(guess.family->key) : "unknown";
    root["guessed"] = true;
    if (d.backend == "torchscript" && d.weightsFile.extension() != ".pt") root["format"] = "TorchScript";
    if (!d.licence.empty()) root["licence"] = d.licence;
    if (!d.source.empty()) root["source"] = d.source;
    return root.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<fs::path> placeForDescriptor(const fs::path& weights, const fs::path& file) {
    std::error_code error;
    const fs::path beside = fs::path(weights).replace_extension(".json");
    const fs::path target = file.empty() ? beside : fs::absolute(file, error).lexically_normal();
    if (!fs::equivalent(target.parent_path(), weights.parent_path(), error))
        return fail(ErrorCode::kInvalid,
                    say("A descriptor lies beside its weights: write it into “{}”.", weights.parent_path().string()));
    if (fs::exists(target, error))
        return fail(ErrorCode::kInvalid, say("“{}” is there already; remove it or name another file.", target.string()));
    return target;
}

Result<fs::path> writeDescriptor(const NetworkGuess& guess, const fs::path& file) {
    const auto target = placeForDescriptor(guess.descriptor.weightsFile, file);
    if (!target) return forward(target);
    const auto written = writeWholeFile(*target, [&](std::ostream& to) { to << descriptorJson(guess); });
    if (!written) return forward(written);
    return *target;
}

}  // namespace facespace
