#include "core/extraction/crop_preview.h"

#include <algorithm>

#include "core/extraction/detectors.h"
#include "core/image/decode.h"

namespace facespace {
namespace {

CropPreview previewOf(const ImageSet& images, std::size_t row, const NetworkDescriptor& network,
                      const ExtractOptions& options, const CropSettings& settings, bool expectFaces,
                      FaceDetector* detector) {
    CropPreview preview{row, {}, {}, Alignment::kNone};
    const ImageRecord& record = images.images[row];
    const auto image = decodeImage(images.root / record.path, DecodeOptions{options.maxPixels, images.readable()});
    if (!image) {
        preview.skipReason = image.error().message;
        return preview;
    }
    auto crop = cropFor(*image, record, network, settings, expectFaces, detector);
    if (!crop) {
        preview.skipReason = crop.error().message;
        return preview;
    }
    preview.crop = std::move(crop->image);
    preview.used = crop->used;
    return preview;
}

}  // namespace

Result<std::vector<CropPreview>> previewCrops(const ImageSet& images, const NetworkDescriptor& network,
                                              const ExtractOptions& options, std::size_t count, const JobContext& job) {
    if (options.host.consent == Consent::kListed && detectorQuestion(options))
        return fail(ErrorCode::kInvalid,
                    say("Crops are shown once the face detector may run on this machine, which is asked "
                        "when the extraction starts."));
    auto detectors = loadDetectors(options, 1, job);
    if (!detectors) return forward(detectors);
    // Not the detector's hash, which only names it.
    CropSettings settings;
    settings.alignment = options.alignment;
    settings.noFace = options.noFace;
    const bool expectFaces = facesExpected(images);
    std::vector<CropPreview> previews;
    const std::size_t all = images.images.size(), shown = std::min(count, all);
    for (std::size_t i = 0; i < shown; ++i) {
        if (job.cancelled()) return cancelled();
        const std::size_t row = shown < 2 ? 0 : i * (all - 1) / (shown - 1);
        previews.push_back(previewOf(images, row, network, options, settings, expectFaces,
                                     detectors->empty() ? nullptr : &detectors->front()));
    }
    return previews;
}

std::size_t imagesLackingLandmarks(const ImageSet& images, const NetworkDescriptor& network, const ExtractOptions& options) {
    if (!network.alignmentTemplate || !options.detector.empty()) return 0;
    return static_cast<std::size_t>(
        std::ranges::count_if(images.images, [](const ImageRecord& image) { return !image.landmarks; }));
}

}  // namespace facespace
