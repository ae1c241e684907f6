#include "core/extraction/detectors.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <span>
#include <utility>

#include "core/face/detector_edition.h"
#include "core/face/scrfd.h"
#include "core/network/network_pack.h"
#include "core/network/onnx_check.h"
#include "core/network/scrfd_file.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

/// A folder of many files is no place where a detector lies beside a network.
constexpr int kMostFiles = 2000;
constexpr int kCell = 32, kLargestInput = 4096;

/// Nothing where it is a YuNet, or for YuNet's loader to tell what is wrong with it. Errors: kModel, kIo.
Result<std::optional<ScrfdFile>> scrfdIn(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return std::optional<ScrfdFile>();
    const auto unusable = [&](const Text& why) {
        return fail(
            ErrorCode::kModel,
            say("The face detector “{}” cannot be loaded; choose a YuNet or SCRFD ONNX file ({}).", file.string(), why));
    };
    const auto bytes = readWeightsForLooking(file);
    if (!bytes) return forward(bytes);
    const auto summary = summariseOnnx(*bytes);
    // An SCRFD is checked by the network host, which also gets its arrays in other files.
    if (summary && asScrfd(*summary)) return asScrfd(*summary);
    if (const auto checked = checkOnnx(*bytes); !checked) return unusable(checked.error().message);
    return std::optional<ScrfdFile>();
}

/// The network host of a detector, and the images of several threads one after the other.
class SharedHost {
  public:
    SharedHost(NetworkDescriptor network, Weights weights, NetworkHostOptions options, CancelToken cancel)
        : descriptor_(std::move(network)), weights_(std::move(weights)), options_(std::move(options)) {
        options_.refuseNonFinite = false;  // Such a box is left out by itself.
        job_.cancel = std::move(cancel);
    }

    Result<void> start() {
        auto network = startNetwork(descriptor_, weights_, options_, job_);
        if (!network) return forward(network);
        network_ = std::move(*network);
        return {};
    }

    Result<std::vector<float>> outputs(const Image& canvas) {
        const std::lock_guard lock(mutex_);
        if (network_ == nullptr)
            if (auto again = start(); !again) return forward(again);
        const auto values = network_->forward({&canvas, 1});
        if (!values) {
            network_.reset();
            return forward(values);
        }
        return std::vector<float>(values->data(), values->data() + values->size());
    }

  private:
    NetworkDescriptor descriptor_;
    Weights weights_;
    NetworkHostOptions options_;
    JobContext job_;
    std::mutex mutex_;
    std::unique_ptr<Network> network_;
};

ScrfdLayout layoutOf(const ScrfdFile& scrfd, const DetectOptions& options) {
    const int side = std::clamp((options.maxSide + kCell / 2) / kCell * kCell, 2 * kCell, kLargestInput);
    return {scrfd.width > 0 ? scrfd.width : side, scrfd.height > 0 ? scrfd.height : side, scrfd.landmarks};
}

NetworkDescriptor networkFor(const fs::path& file, const ScrfdFile& scrfd, const ScrfdLayout& layout) {
    return scrfdNetwork(file, scrfd, layout.width, layout.height, static_cast<int>(layout.numbers()));
}

Result<std::vector<FaceDetector>> scrfdDetectors(const ScrfdFile& scrfd, const ExtractOptions& options, std::size_t count,
                                                 const JobContext& job) {
    auto weights = Weights::read(options.detector);
    if (!weights) return forward(weights);
    const ScrfdLayout layout = layoutOf(scrfd, options.detect);
    const auto host = std::make_shared<SharedHost>(networkFor(options.detector, scrfd, layout), std::move(*weights),
                                                   options.host, job.cancel);
    if (auto started = host->start(); !started) return forward(started);
    std::vector<FaceDetector> detectors;
    for (std::size_t i = 0; i < count; ++i)
        detectors.emplace_back(
            scrfdSearch(layout, options.detect.minScore, [host](const Image& canvas) { return host->outputs(canvas); }));
    return detectors;
}

bool isInsightFaces(const std::string& name) {
    const bool pack = name.starts_with("det_") && name.size() > 4 && name[4] >= '0' && name[4] <= '9';
    return pack || name.starts_with("scrfd_");
}

std::optional<fs::path> detectorIn(const fs::path& folder) {
    std::vector<fs::path> yunets, scrfds;
    std::error_code error;
    int seen = 0;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end && seen < kMostFiles;
         entry.increment(error), ++seen) {
        const std::string name = entry->path().filename().string();
        const bool yunet = name.starts_with("face_detection_yunet");
        std::error_code ignored;
        if (name.ends_with(".onnx") && (yunet || isInsightFaces(name)) && fs::is_regular_file(entry->path(), ignored))
            (yunet ? yunets : scrfds).push_back(entry->path());
    }
    std::ranges::sort(yunets);
    std::ranges::sort(scrfds);
    if (yunets.empty()) return scrfds.empty() ? std::nullopt : std::optional(scrfds.front());
    const auto readable = std::ranges::find_if(
        yunets, [](const fs::path& f) { return f.filename().string().find(detectorEdition()) != std::string::npos; });
    return readable != yunets.end() ? *readable : yunets.back();
}

}  // namespace

Result<std::vector<FaceDetector>> loadDetectors(const ExtractOptions& options, std::size_t count, const JobContext& job) {
    std::vector<FaceDetector> detectors;
    if (options.detector.empty()) return detectors;
    const auto scrfd = scrfdIn(options.detector);
    if (!scrfd) return forward(scrfd);
    if (*scrfd) return scrfdDetectors(**scrfd, options, count, job);
    for (std::size_t i = 0; i < count; ++i) {
        auto detector = FaceDetector::load(options.detector, options.detect);
        if (!detector) return forward(detector);
        detectors.push_back(std::move(*detector));
    }
    return detectors;
}

std::optional<NetworkQuestion> detectorQuestion(const ExtractOptions& options) {
    if (options.detector.empty()) return std::nullopt;
    const auto scrfd = scrfdIn(options.detector);
    if (!scrfd || !*scrfd) return std::nullopt;
    return openQuestion(networkFor(options.detector, **scrfd, layoutOf(**scrfd, options.detect)));
}

std::optional<fs::path> detectorNear(const fs::path& descriptorFile) {
    const fs::path beside = descriptorFile.parent_path(), above = beside.parent_path();
    if (beside.empty()) return std::nullopt;
    for (const fs::path& folder : {beside, above})
        for (const char* name : {"", "detect", "detector", "detectors"})
            if (auto found = detectorIn(*name == '\0' ? folder : folder / name)) return found;
    return std::nullopt;
}

}  // namespace facespace
