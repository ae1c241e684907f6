#include "core/view/face_pictures.h"

#include <algorithm>
#include <cmath>

#include "core/image/decode.h"
#include "core/image/resize.h"

namespace facespace {
namespace {

constexpr double kAroundFace = 1.25;

Image squareOf(const Image& image, double centreX, double centreY, double side) {
    const int size = std::clamp(static_cast<int>(std::lround(side)), 1, std::min(image.width, image.height));
    const int x = std::clamp(static_cast<int>(std::lround(centreX - size / 2.0)), 0, image.width - size);
    const int y = std::clamp(static_cast<int>(std::lround(centreY - size / 2.0)), 0, image.height - size);
    Image out;
    out.width = out.height = size;
    out.pixels.resize(static_cast<std::size_t>(size) * out.rowBytes());
    for (int row = 0; row < size; ++row) {
        std::copy_n(image.row(y + row) + static_cast<std::ptrdiff_t>(3) * x, out.rowBytes(), out.row(row));
    }
    return out;
}

Image faceOf(const Image& image, const ImageRecord& record) {
    if (record.box && record.box->width > 0 && record.box->height > 0) {
        const auto& box = *record.box;
        return squareOf(image, static_cast<double>(box.x + box.width / 2), static_cast<double>(box.y + box.height / 2),
                        kAroundFace * static_cast<double>(std::max(box.width, box.height)));
    }
    return squareOf(image, image.width / 2.0, image.height / 2.0, std::min(image.width, image.height));
}

}  // namespace

std::shared_ptr<const Image> facePicture(const Snapshot& snapshot, std::size_t row, int side, bool blurred) {
    const auto file = snapshot.imageFile(row);
    if (file.empty()) return nullptr;
    const auto image = decodeImage(file, {.within = snapshot.images.readable()});
    if (!image || image->empty()) return nullptr;
    Image face = fitted(faceOf(*image, snapshot.images.images[row]), side);
    if (blurred || snapshot.anonymous) face = blurredBeyondRecognition(face, side);
    return std::make_shared<const Image>(std::move(face));
}

Result<std::vector<MapThumbnail>> mapThumbnails(const Snapshot& snapshot, const std::vector<int>& rows, int side,
                                                bool blurred, const JobContext& job) {
    std::vector<MapThumbnail> thumbnails;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (job.cancelled()) return cancelled();
        job.progress(say("reading faces"), static_cast<std::int64_t>(i), static_cast<std::int64_t>(rows.size()));
        if (auto image = facePicture(snapshot, static_cast<std::size_t>(rows[i]), side, blurred))
            thumbnails.push_back({rows[i], std::move(image)});
    }
    return thumbnails;
}

Result<figure::Drawing> drawMap(const Snapshot& snapshot, std::shared_ptr<const MapFigureData> data,
                                const MapFigureSpec& spec, double dpi, const JobContext& job,
                                const std::function<void(figure::Figure&)>& say) {
    std::vector<MapThumbnail> thumbnails;
    if (spec.thumbnails > 0) {
        const auto rows = thumbnailRows(data, spec, static_cast<std::size_t>(spec.thumbnails));
        const int side = std::max(static_cast<int>(std::lround(spec.thumbnailMm / 25.4 * dpi)), 8);
        auto read = mapThumbnails(snapshot, rows, side, spec.privacy, job);
        if (!read) return forward(read);
        thumbnails = std::move(*read);
    }
    if (job.cancelled()) return cancelled();
    figure::Figure figure = mapFigure(std::move(data), spec, std::move(thumbnails));
    if (say) say(figure);
    return figure::layOut(figure);
}

}  // namespace facespace
