#include "core/extraction/detectors.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>

#include "core/face/detector_edition.h"
#include "core/network/onnx_check.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "face_detection_yunet";
/// A folder of many files is no place where a detector lies beside a network.
constexpr int kMostFiles = 2000;

/// What is not there or no regular file is for the detector to tell.
Result<void> checkDetector(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return {};
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (const auto checked = checkOnnx(std::as_bytes(std::span(bytes))); !checked)
        return fail(ErrorCode::kModel, say("The face detector “{}” cannot be loaded; choose a YuNet ONNX file ({}).",
                                           file.string(), checked.error().message));
    return {};
}

std::optional<fs::path> detectorIn(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    int seen = 0;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end && seen < kMostFiles;
         entry.increment(error), ++seen) {
        const fs::path& file = entry->path();
        std::error_code ignored;
        if (file.extension() == ".onnx" && file.filename().string().starts_with(kName) && fs::is_regular_file(file, ignored))
            found.push_back(file);
    }
    if (found.empty()) return std::nullopt;
    std::ranges::sort(found);
    const auto readable = std::ranges::find_if(
        found, [](const fs::path& f) { return f.filename().string().find(detectorEdition()) != std::string::npos; });
    return readable != found.end() ? *readable : found.back();
}

}  // namespace

Result<std::vector<FaceDetector>> loadDetectors(const ExtractOptions& options, std::size_t count) {
    std::vector<FaceDetector> detectors;
    if (options.detector.empty()) return detectors;
    if (const auto checked = checkDetector(options.detector); !checked) return forward(checked);
    for (std::size_t i = 0; i < count; ++i) {
        auto detector = FaceDetector::load(options.detector, options.detect);
        if (!detector) return forward(detector);
        detectors.push_back(std::move(*detector));
    }
    return detectors;
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
