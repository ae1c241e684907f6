#include "core/network/network_guess.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "core/network/network_pack.h"
#include "core/network/onnx_summary.h"
#include "core/network/scrfd_file.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFewestNumbers = 32, kMostNumbers = 16384;
/// Inputs to try with a network whose file does not say which it takes, in this order.
constexpr std::array<std::pair<int, int>, 7> kSizes{
    {{112, 112}, {160, 160}, {128, 128}, {96, 112}, {150, 150}, {224, 224}, {64, 64}}};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// What a network takes in and gives for one image.
struct Seen {
    int width = 0, height = 0, channels = 3;  ///< Width 0: any.
    std::vector<OnnxArray> outputs;
    bool scalesItself = false;  ///< Its first nodes subtract and multiply.
    std::optional<ScrfdFile> scrfd{};
};

/// Numbers per image; −1: not said.
std::int64_t numbersOf(const OnnxArray& output) {
    if (output.shape.empty()) return -1;
    std::int64_t numbers = 1;
    for (std::size_t i = 1; i < output.shape.size(); ++i) {
        if (output.shape[i] < 0) return -1;
        numbers *= output.shape[i];
        if (numbers > kMostNumbers) return numbers;
    }
    return output.shape.size() == 1 ? output.shape[0] : numbers;
}

bool isFeature(const OnnxArray& output) {
    const std::int64_t numbers = numbersOf(output);
    return numbers >= kFewestNumbers && numbers <= kMostNumbers;
}

/// As InsightFace tells the files of its packs apart.
Result<void> refuseOthers(const fs::path& file, const Seen& seen) {
    const auto notFeatures = [&](const Text& what) {
        return fail(ErrorCode::kInvalid,
                    say("“{}” gives no features of faces: by its inputs and outputs it is {}.", file.string(), what));
    };
    if (seen.scrfd)
        return notFeatures(seen.scrfd->landmarks
                               ? say("an SCRFD detector; choose it as the face detector")
                               : say("an SCRFD detector without landmarks; choose it as the face detector"));
    if (seen.outputs.size() >= 5) return notFeatures(say("a face detector"));
    if (seen.width == 192 && seen.height == 192) return notFeatures(say("a network of landmarks"));
    if (std::ranges::none_of(seen.outputs, [](const OnnxArray& o) { return isFeature(o) || numbersOf(o) < 0; }))
        return notFeatures(say("no network of {} numbers or more per image", kFewestNumbers));
    return {};
}

Result<Seen> seenInOnnx(const fs::path& file) {
    const auto bytes = readWeightsForLooking(file);
    if (!bytes) return forward(bytes);
    const auto summary = summariseOnnx(*bytes);
    if (!summary) return fail(ErrorCode::kModel, say("The network “{}” {}.", file.string(), summary.error().message));
    Seen seen;
    seen.outputs = summary->outputs;
    seen.scrfd = asScrfd(*summary);
    const auto image = std::ranges::find_if(summary->inputs, [](const OnnxArray& a) { return a.shape.size() == 4; });
    if (image != summary->inputs.end()) {
        const auto& s = image->shape;
        const bool last = (s[3] == 3 || s[3] == 1) && s[1] != 3 && s[1] != 1;
        seen.channels = (last ? s[3] : s[1]) == 1 ? 1 : 3;
        seen.height = static_cast<int>(std::clamp<std::int64_t>(s[last ? 1 : 2], 0, 4096));
        seen.width = static_cast<int>(std::clamp<std::int64_t>(s[last ? 2 : 3], 0, 4096));
        if (seen.width == 0 || seen.height == 0) seen.width = seen.height = 0;
    }
    const auto starts = [&](const char* a, const char* b) {
        return std::ranges::any_of(summary->firstNodes,
                                   [&](const std::string& n) { return n.starts_with(a) || n.starts_with(b); });
    };
    seen.scalesItself = starts("Sub", "_minus") && starts("Mul", "_mul");
    return seen;
}

/// The first usual input that the network takes.
Result<Seen> seenByRunning(NetworkDescriptor trial, const NetworkHostOptions& host, const JobContext& job) {
    std::optional<Error> first;
    for (const ChannelOrder order : {ChannelOrder::kRgb, ChannelOrder::kGrey})
        for (const auto& [width, height] : kSizes) {
            trial.inputWidth = width;
            trial.inputHeight = height;
            trial.channels = order;
            const auto outputs = networkOutputs(trial, host, job);
            if (!outputs && outputs.error().code != ErrorCode::kModel) return forward(outputs);
            if (!outputs) {
                if (!first) first = outputs.error();
                continue;
            }
            Seen seen;
            seen.width = width;
            seen.height = height;
            seen.channels = order == ChannelOrder::kGrey ? 1 : 3;
            for (const NetworkLayer& o : *outputs) seen.outputs.push_back({o.name, o.shape});
            return seen;
        }
    return tl::make_unexpected(*first);
}

bool fitsShape(const NetworkFamily& family, const Seen& seen, std::int64_t dimension) {
    const bool side =
        seen.width == 0 || (seen.width == seen.height && std::ranges::find(family.sides, seen.width) != family.sides.end());
    return side && seen.channels == 3 &&
           std::ranges::find(family.dimensions, static_cast<int>(dimension)) != family.dimensions.end();
}

/// By the names of the file and its folder first, then by the shapes alone.
const NetworkFamily* familyFor(const fs::path& file, const Seen& seen, std::int64_t dimension, bool norms,
                               std::vector<Text>& reasons) {
    const std::string name = lower(file.filename().string()), folder = lower(file.parent_path().filename().string());
    for (const std::string& where : {name, folder})
        for (const NetworkFamily& family : networkFamilies()) {
            const auto hint =
                std::ranges::find_if(family.names, [&](std::string_view n) { return where.find(n) != std::string::npos; });
            if (hint == family.names.end() || !fitsShape(family, seen, dimension)) continue;
            reasons.push_back(say("“{}” in its name, its input and its {} numbers are those of {}.", std::string(*hint),
                                  dimension, std::string(family.title)));
            return &family;
        }
    if (norms && fitsShape(*familyOf("adaface"), seen, dimension)) {
        reasons.push_back(say("A feature and its length, as {} gives them.", std::string(familyOf("adaface")->title)));
        return familyOf("adaface");
    }
    for (const NetworkFamily& family : networkFamilies()) {
        if (!fitsShape(family, seen, dimension)) continue;
        reasons.push_back(
            say("Nothing but its input and its {} numbers tells what it is: they fit {}. Try the other channel order "
                "and scale, too.",
                dimension, std::string(family.title)));
        return &family;
    }
    reasons.push_back(
        say("No known family has such an input and {} numbers: pixels are scaled to −1 … 1, RGB, and faces aligned as "
            "for ArcFace; only its authors can tell.",
            dimension));
    return nullptr;
}

void fill(NetworkDescriptor& d, const NetworkFamily& family, const Seen& seen) {
    d.channels = seen.channels == 1 ? ChannelOrder::kGrey : family.channels;
    d.mean = family.mean;
    d.std = family.std;
    d.cropMargin = family.margin;
    d.alignmentTemplate.reset();
    if (!family.points) return;
    Landmarks points = *family.points;
    for (Point2& p : points) {
        p.x *= static_cast<float>(d.inputWidth) / static_cast<float>(family.side);
        p.y *= static_cast<float>(d.inputHeight) / static_cast<float>(family.side);
    }
    d.alignmentTemplate = points;
}

void chooseOutputs(NetworkDescriptor& d, const Seen& seen, std::vector<Text>& reasons) {
    const auto feature = std::ranges::find_if(seen.outputs, isFeature);
    d.dimension = static_cast<int>(numbersOf(*feature));
    if (seen.outputs.size() == 1) return;
    d.featureOutput = feature->name;
    const auto norm = std::ranges::find_if(seen.outputs, [](const OnnxArray& o) { return numbersOf(o) == 1; });
    if (norm != seen.outputs.end()) d.normOutput = norm->name;
    reasons.push_back(norm == seen.outputs.end()
                          ? say("Of its {} outputs “{}” is taken for the feature.", seen.outputs.size(), feature->name)
                          : say("Its output “{}” is taken for the feature, “{}” for the length that it is multiplied by.",
                                feature->name, norm->name));
}

/// What a pack's manifest says is not guessed.
void follow(const PackedNetwork& pack, NetworkDescriptor& d, std::vector<Text>& reasons) {
    if (pack.mean && pack.std) {
        d.mean.fill(*pack.mean);
        d.std.fill(*pack.std);
        reasons.push_back(say("The pack's manifest says mean {} and std {}.", *pack.mean, *pack.std));
    }
    if (!pack.licence.empty()) d.licence = pack.licence;
}

NetworkDescriptor beginning(const PackedNetwork& pack) {
    NetworkDescriptor d;
    d.weightsFile = pack.file;
    d.name = pack.name.empty() ? pack.file.stem().string() : pack.name + "-" + pack.file.stem().string();
    d.descriptorFile = fs::path(pack.file).replace_extension(".json");
    d.backend = lower(pack.file.extension().string()) == ".onnx" ? "onnx" : "torchscript";
    return d;
}

}  // namespace

Result<NetworkGuess> guessNetwork(const fs::path& path, const NetworkHostOptions& host, const JobContext& job) {
    const auto pack = networkIn(path);
    if (!pack) return forward(pack);
    NetworkGuess guess;
    NetworkDescriptor& d = guess.descriptor = beginning(*pack);
    auto seen = d.backend == "onnx" ? seenInOnnx(pack->file) : seenByRunning(d, host, job);
    if (!seen) return forward(seen);
    if (auto features = refuseOthers(pack->file, *seen); !features) return forward(features);
    if (std::ranges::none_of(seen->outputs, isFeature)) {  // An ONNX file that leaves open what it gives.
        auto ran = seenByRunning(d, host, job);
        if (!ran) return forward(ran);
        seen->outputs = std::move(ran->outputs);
        if (seen->width == 0) seen->width = ran->width, seen->height = ran->height;
        if (auto features = refuseOthers(pack->file, *seen); !features) return forward(features);
    }
    chooseOutputs(d, *seen, guess.reasons);
    guess.family = familyFor(pack->file, *seen, d.dimension, !d.normOutput.empty(), guess.reasons);
    const NetworkFamily& family = guess.family != nullptr ? *guess.family : networkFamilies().front();
    d.inputWidth = seen->width > 0 ? seen->width : family.side;
    d.inputHeight = seen->height > 0 ? seen->height : family.side;
    fill(d, family, *seen);
    if (guess.family != nullptr) d.licence = std::string(family.licence), d.source = std::string(family.source);
    if (seen->scalesItself) {
        d.mean.fill(0.F);
        d.std.fill(1.F);
        guess.reasons.push_back(say("Its first nodes subtract and multiply: pixels go in as they are, mean 0 and std 1."));
    }
    follow(*pack, d, guess.reasons);
    return guess;
}

}  // namespace facespace
