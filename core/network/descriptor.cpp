#include "core/network/descriptor.h"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/common/json_depth.h"
#include "core/common/regular_file.h"

namespace facespace {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxDescriptorBytes = 1U << 20U;
constexpr int kMaxInputSide = 4096;
constexpr int kMaxDimension = 1 << 16;

/// Stays inside this file: readDescriptor turns it into an Error.
struct BadField {
    Text what;
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return text;
}

const Json& section(const Json& root, const char* name) {
    const auto it = root.find(name);
    if (it == root.end()) throw BadField{say("has no field \"{}\"", name)};
    if (!it->is_object()) throw BadField{say("has a field \"{}\" that is not an object", name)};
    return *it;
}

/// Never null. A reference would look to GCC 13 and later as if it could be one to the label, which is often a temporary.
const Json* field(const Json& object, const char* name, const std::string& label, const Text& expected) {
    const auto it = object.find(name);
    if (it == object.end()) throw BadField{say("has no field \"{}\", which should be {}", label, expected)};
    return &*it;
}

BadField wrong(const std::string& label, const Text& expected, const Json& found) {
    std::string text = found.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > 60) text = text.substr(0, 57) + "...";
    return BadField{say("says {} for \"{}\", which should be {}", text, label, expected)};
}

std::string text(const Json& object, const char* name, const std::string& label, const Text& expected) {
    const Json& value = *field(object, name, label, expected);
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) throw wrong(label, expected, value);
    return value.get<std::string>();
}

std::string optionalText(const Json& object, const char* name) {
    const auto it = object.find(name);
    if (it == object.end() || it->is_null()) return {};
    if (!it->is_string()) throw wrong(name, say("a text"), *it);
    return it->get<std::string>();
}

int wholeNumber(const Json& object, const char* name, const std::string& label, int low, int high) {
    const Text expected = say("a whole number from {} to {}", low, high);
    const Json& value = *field(object, name, label, expected);
    if (!value.is_number_integer()) throw wrong(label, expected, value);
    const auto number = value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(high)
                            ? static_cast<std::int64_t>(high) + 1
                            : value.get<std::int64_t>();
    if (number < low || number > high) throw wrong(label, expected, value);
    return static_cast<int>(number);
}

float finiteNumber(const Json& value, const std::string& label, const Text& expected, const Json& whole) {
    if (!value.is_number()) throw wrong(label, expected, whole);
    const auto number = value.get<float>();
    if (!std::isfinite(number)) throw wrong(label, expected, whole);
    return number;
}

/// One number for all channels, or one per channel.
std::array<float, 3> perChannel(const Json& value, const std::string& label, std::size_t channels) {
    const Text kExpected = say("a number, or a list of one number per channel");
    std::array<float, 3> result{};
    if (value.is_number()) {
        result.fill(finiteNumber(value, label, kExpected, value));
        return result;
    }
    if (!value.is_array() || value.size() != channels) throw wrong(label, kExpected, value);
    for (std::size_t c = 0; c < channels; ++c) result[c] = finiteNumber(value[c], label, kExpected, value);
    return result;
}

void expectIfThere(const Json& object, const char* name, const std::string& label, const std::string& only) {
    const auto it = object.find(name);
    if (it == object.end()) return;
    if (!it->is_string() || lower(it->get<std::string>()) != lower(only))
        throw wrong(label, fmt::format("\"{}\"", only), *it);
}

void readInput(const Json& root, NetworkDescriptor& d) {
    const Json& input = section(root, "input");
    expectIfThere(input, "layout", "input.layout", "NCHW");
    expectIfThere(input, "dtype", "input.dtype", "float32");
    expectIfThere(input, "mean_std_in", "input.mean_std_in", "channel_order");
    d.inputWidth = wholeNumber(input, "width", "input.width", 8, kMaxInputSide);
    d.inputHeight = wholeNumber(input, "height", "input.height", 8, kMaxInputSide);
    const Text kOrders = say("\"RGB\", \"BGR\" or \"grey\"");
    const std::string order = lower(text(input, "channel_order", "input.channel_order", kOrders));
    if (order == "rgb")
        d.channels = ChannelOrder::kRgb;
    else if (order == "bgr")
        d.channels = ChannelOrder::kBgr;
    else if (order == "grey" || order == "gray" || order == "l")
        d.channels = ChannelOrder::kGrey;
    else
        throw wrong("input.channel_order", kOrders, input["channel_order"]);

    const auto channels = static_cast<std::size_t>(d.channelCount());
    d.mean =
        perChannel(*field(input, "mean", "input.mean", say("a number per channel, in 0 to 255")), "input.mean", channels);
    const bool hasStd = input.contains("std"), hasScale = input.contains("scale");
    if (hasStd && hasScale) throw BadField{say("has both \"input.std\" and \"input.scale\", of which there should be one")};
    if (!hasStd && !hasScale)
        throw BadField{say("has neither \"input.std\" nor \"input.scale\", of which there should be one")};
    const char* name = hasStd ? "std" : "scale";
    const std::string label = std::string("input.") + name;
    d.std = perChannel(input[name], label, channels);
    for (std::size_t c = 0; c < channels; ++c) {
        if (d.std[c] == 0.F) throw wrong(label, say("other than zero"), input[name]);
        if (hasScale) d.std[c] = 1.F / d.std[c];
        if (!std::isfinite(d.std[c])) throw wrong(label, say("other than zero"), input[name]);
    }
}

Landmarks readTemplate(const Json& alignment) {
    const Text kExpected = say("a list of five [x, y] points of the network's input");
    const Json& points = *field(alignment, "points", "alignment.points", kExpected);
    Landmarks result{};
    if (!points.is_array() || points.size() != result.size()) throw wrong("alignment.points", kExpected, points);
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (!points[i].is_array() || points[i].size() != 2) throw wrong("alignment.points", kExpected, points);
        result[i].x = finiteNumber(points[i][0], "alignment.points", kExpected, points);
        result[i].y = finiteNumber(points[i][1], "alignment.points", kExpected, points);
    }
    const bool same = std::all_of(result.begin(), result.end(), [&](const Point2& p) { return p == result[0]; });
    if (same) throw wrong("alignment.points", say("five different points"), points);
    return result;
}

void readAlignment(const Json& root, NetworkDescriptor& d) {
    const Json& alignment = section(root, "alignment");
    const Text kTypes = say("\"similarity from 5 points\" or \"none\"");
    // Points say what they are for.
    const bool points = !alignment.contains("type") && alignment.contains("points");
    const std::string type = points ? "similarity" : lower(text(alignment, "type", "alignment.type", kTypes));
    if (type.starts_with("similarity")) {
        d.alignmentTemplate = readTemplate(alignment);
        return;
    }
    if (type != "none") throw wrong("alignment.type", kTypes, alignment["type"]);
    if (alignment.contains("crop")) {
        const Text kRules = say("\"box\" or \"centre\"");
        const std::string rule = lower(text(alignment, "crop", "alignment.crop", kRules));
        if (rule == "box")
            d.cropRule = CropRule::kBox;
        else if (rule == "centre" || rule == "center")
            d.cropRule = CropRule::kCentre;
        else
            throw wrong("alignment.crop", kRules, alignment["crop"]);
    }
    if (const auto it = alignment.find("margin"); it != alignment.end()) {
        const Text kExpected = say("a number from -0.4 to 4, a fraction of the box's larger side");
        d.cropMargin = static_cast<double>(finiteNumber(*it, "alignment.margin", kExpected, *it));
        if (d.cropMargin < -0.4 || d.cropMargin > 4) throw wrong("alignment.margin", kExpected, *it);
    }
}

/// A name, or a place from 0.
std::string outputName(const Json& output, const char* name) {
    const auto it = output.find(name);
    if (it == output.end()) return {};
    const std::string label = std::string("output.") + name;
    if (it->is_number_unsigned()) return std::to_string(it->get<std::uint64_t>());
    return text(output, name, label, say("a name, or a place from 0"));
}

void readFlip(const Json& output, NetworkDescriptor& d) {
    const auto it = output.find("flip");
    if (it == output.end() || it->is_null()) return;
    const Text rules = say("\"sum\", \"mean\" or \"concatenate\"");
    const std::string rule = lower(text(output, "flip", "output.flip", rules));
    for (const FlipRule r : {FlipRule::kSum, FlipRule::kMean, FlipRule::kConcatenate})
        if (rule == toString(r)) d.flip = r;
    if (d.flip == FlipRule::kNone) throw wrong("output.flip", rules, *it);
    if (d.flip == FlipRule::kConcatenate) d.dimension *= 2;
}

void readOutput(const Json& root, NetworkDescriptor& d) {
    const Json& output = section(root, "output");
    d.dimension = wholeNumber(output, "dim", "output.dim", 1, kMaxDimension);
    const Json& normalised = *field(output, "l2_normalised", "output.l2_normalised", say("true or false"));
    if (!normalised.is_boolean()) throw wrong("output.l2_normalised", say("true or false"), normalised);
    d.normalised = normalised.get<bool>();
    d.featureOutput = outputName(output, "feature");
    d.normOutput = outputName(output, "norm");
    d.innerLayer = outputName(output, "inner_layer");
    if (!d.innerLayer.empty() && !(d.featureOutput.empty() && d.normOutput.empty()))
        throw BadField{
            say("has \"output.inner_layer\" beside \"output.feature\" or \"output.norm\", of which there should be one")};
    readFlip(output, d);
}

/// A descriptor comes from elsewhere: it may not name files outside its own folder.
fs::path weightsPath(const std::string& name, const fs::path& folder) {
    const fs::path path(name);
    const bool climbs = std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
    if (path.is_absolute() || climbs || name.find('\0') != std::string::npos || !path.has_filename())
        throw BadField{say("says {} for \"{}\", which should be {}", fmt::format("\"{}\"", name), std::string("file"),
                           say("a file in the descriptor's own folder"))};
    return folder / path;
}

/// "\"TorchScript\" / \"ONNX\"": the same in every language.
std::string formatsInWords() {
    std::string words;
    for (const WeightsFormat& f : weightsFormats()) words += fmt::format("{}\"{}\"", words.empty() ? "" : " / ", f.title);
    return words;
}

void readFormat(const Json& root, NetworkDescriptor& d) {
    const std::string format = lower(optionalText(root, "format")), ending = lower(d.weightsFile.extension().string());
    const auto named = [&](const WeightsFormat& f) { return format == lower(f.title); };
    const auto fits = [&](const WeightsFormat& f) {
        return format.empty() ? ending == f.ending : format == f.ending || format.starts_with(lower(f.title));
    };
    auto found = std::ranges::find_if(weightsFormats(), named);
    if (found == weightsFormats().end()) found = std::ranges::find_if(weightsFormats(), fits);
    if (found != weightsFormats().end()) {
        d.backend = found->backend;
        return;
    }
    if (root.contains("format")) throw wrong("format", formatsInWords(), root["format"]);
    throw BadField{say("has no field \"format\", which should be {}", formatsInWords())};
}

void readBatch(const Json& root, NetworkDescriptor& d) {
    const auto it = root.find("batch");
    if (it == root.end() || (it->is_string() && lower(it->get<std::string>()) == "dynamic")) return;
    if (!it->is_number_integer()) throw wrong("batch", say("\"dynamic\" or a whole number from 1 to 1024"), *it);
    d.fixedBatch = wholeNumber(root, "batch", "batch", 1, 1024);
}

void readAsTrained(const Json& root, NetworkDescriptor& d) {
    const auto it = root.find("as_trained");
    if (it == root.end()) return;
    if (!it->is_boolean()) throw wrong("as_trained", "true or false", *it);
    d.asTrained = it->get<bool>();
}

Result<std::string> readText(const fs::path& file) {
    std::error_code ignored;
    const fs::file_status status = fs::status(file, ignored);
    if (fs::is_directory(status))
        return fail(ErrorCode::kIo, say("“{}” is a folder, not a network's JSON descriptor.", file.string()));
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    const auto size = fs::file_size(file, ignored);
    if (!ignored && size > kMaxDescriptorBytes)
        return fail(
            ErrorCode::kFormat,
            say("“{}” is too large for a network's descriptor; choose the JSON file beside the weights.", file.string()));
    std::ifstream stream(file, std::ios::binary);
    std::string result{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) return fail(ErrorCode::kIo, say("The network descriptor “{}” cannot be read.", file.string()));
    return result;
}

}  // namespace

const char* toString(FlipRule rule) {
    switch (rule) {
        case FlipRule::kNone:
            return "";
        case FlipRule::kSum:
            return "sum";
        case FlipRule::kMean:
            return "mean";
        case FlipRule::kConcatenate:
            return "concatenate";
    }
    return "";
}

const std::vector<WeightsFormat>& weightsFormats() {
    static const std::vector<WeightsFormat> all{{"torchscript", "TorchScript", ".pt"},
                                                {"onnx", "ONNX", ".onnx"},
                                                {"onnx-torch", "ONNX (LibTorch)", ".onnx"},
                                                {"opencv", "ONNX (OpenCV)", ".onnx"}};
    return all;
}

Result<NetworkDescriptor> readDescriptorOfProject(const std::string& path) {
    if (fs::path(path).is_absolute()) return readDescriptor(path);
    return fail(ErrorCode::kNotFound,
                say("The project names “{}” as its network, which is no full path and is not looked for; choose the "
                    "network's descriptor.",
                    path));
}

Result<NetworkDescriptor> readDescriptor(const fs::path& file) {
    auto content = readText(file);
    if (!content) return forward(content);
    const Json root = nestsDeeper(*content) ? Json() : Json::parse(*content, nullptr, false);
    if (root.is_discarded() || !root.is_object())
        return fail(ErrorCode::kFormat, say("“{}” is not a network's descriptor: it is not a JSON object.", file.string()));

    NetworkDescriptor d;
    std::error_code error;
    d.descriptorFile = fs::absolute(file, error).lexically_normal();
    d.json = std::move(*content);
    try {
        d.weightsFile =
            weightsPath(text(root, "file", "file", say("the weights' file name")), d.descriptorFile.parent_path());
        readFormat(root, d);
        readInput(root, d);
        readAlignment(root, d);
        readOutput(root, d);
        readBatch(root, d);
        readAsTrained(root, d);
        d.name = optionalText(root, "name");
        d.licence = optionalText(root, root.contains("license") ? "license" : "licence");
        d.trainingSet = optionalText(root, "training_set");
        d.source = optionalText(root, "source");
    } catch (const BadField& bad) {
        return fail(ErrorCode::kFormat, say("The network descriptor “{}” {}.", file.string(), bad.what));
    }
    if (d.name.empty()) d.name = d.descriptorFile.stem().string();
    if (!fs::is_regular_file(d.weightsFile, error))
        return fail(ErrorCode::kIo, say("The weights “{}” that the network descriptor “{}” names are not there.",
                                        d.weightsFile.string(), file.string()));
    return d;
}

}  // namespace facespace
