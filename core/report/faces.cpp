#include "core/report/faces.h"

#include <fmt/format.h>
#include <span>

#include "core/common/markup.h"
#include "core/common/parallel.h"
#include "core/extraction/crop.h"
#include "core/image/decode.h"
#include "core/image/encode.h"
#include "core/image/resize.h"

namespace facespace::report {
namespace {

constexpr int kPixels = 96, kJpegQuality = 82;

std::string base64(std::span<const std::uint8_t> bytes) {
    static constexpr const char* kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < left ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += k <= left ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

/// The face as an upright square, by its box with some of what is around it; "" if the image cannot be read.
std::string jpegOf(const Snapshot& snapshot, std::int64_t row) {
    const auto r = static_cast<std::size_t>(row);
    if (snapshot.images.root.empty()) return {};
    const auto image = decodeImage(snapshot.imageFile(r), {.within = snapshot.images.readable()});
    if (!image) return {};
    NetworkDescriptor square;
    square.inputWidth = square.inputHeight = kPixels;
    square.cropMargin = 0.15;
    CropSettings settings;
    settings.noFace = NoFacePolicy::kCentreCrop;
    const auto crop = cropFor(*image, snapshot.images.images[r], square, settings, false, nullptr);
    if (!crop) return {};
    const auto jpeg =
        encodeJpeg(snapshot.anonymous ? blurredBeyondRecognition(crop->image, kPixels) : crop->image, kJpegQuality);
    return jpeg ? base64(*jpeg) : std::string();
}

}  // namespace

std::string facesHtml(const Snapshot& snapshot, const std::vector<FaceCaption>& faces) {
    std::vector<std::string> pictures(faces.size());
    parallelChunks(faces.size(), 1,
                   [&](std::size_t, std::size_t i, std::size_t) { pictures[i] = jpegOf(snapshot, faces[i].row); });
    std::string html = "<div class=\"faces\">";
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const std::string& path = snapshot.images.images[static_cast<std::size_t>(faces[i].row)].path;
        html += "<figure>";
        html += pictures[i].empty()
                    ? "<div class=\"none\"></div>"
                    : fmt::format("<img alt=\"{}\" src=\"data:image/jpeg;base64,{}\">", escapedMarkup(path), pictures[i]);
        html += escapedMarkup(faces[i].text) + "</figure>";
    }
    return html + "</div>\n";
}

}  // namespace facespace::report
