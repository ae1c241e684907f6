// Draws the contact sheets of resources/manual and measures the speed of rendering:
//   facespace-face-sheets yaw|strength|average|variations|samples SEED FIRST ROWS COLUMNS SIZE OUT.png
//   facespace-face-sheets speed IMAGES SIZE
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

#include "core/synthesis/contact_sheet.h"
#include "core/synthesis/sampler.h"

namespace {

using namespace facespace;
using namespace facespace::synthesis;

bool save(const Image& image, const std::string& path) {
    const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
    cv::Mat bgr;
    cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
    return cv::imwrite(path, bgr, {cv::IMWRITE_JPEG_QUALITY, 88});
}

/// The average head without hair, from several sides: for looking at the shape.
Image averageHead(int size) {
    Image sheet;
    sheet.width = 4 * size;
    sheet.height = size;
    sheet.pixels.resize(sheet.rowBytes() * static_cast<std::size_t>(size));
    IdentityParameters identity = drawIdentity(1, 2);
    identity.shape.fill(0.0F);
    identity.melanin = 0.3F;
    identity.hairStyles[0] = HairStyle::kShaved;
    identity.beardStyles[0] = BeardStyle::kNone;
    FaceModel model(identity);
    for (int i = 0; i < 4; ++i) {
        ImageParameters p = plainImage(identity);
        p.yawDeg = 30.0F * static_cast<float>(i);
        const Image tile = model.render(p, size).image;
        for (int r = 0; r < size; ++r)
            std::copy_n(tile.row(r), tile.rowBytes(), sheet.row(r) + static_cast<std::size_t>(i) * tile.rowBytes());
    }
    return sheet;
}

int speed(int count, int size) {
    const auto start = std::chrono::steady_clock::now();
    int done = 0;
    for (int id = 0; done < count; ++id) {
        FaceModel model(drawIdentity(1, id));
        for (const ImageParameters& p : drawImages(model.identity(), 1, 48)) {
            if (done++ >= count) break;
            (void)model.render(p, size);
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%d images of %d pixels in %.2f s on one thread: %.2f ms an image\n", count, size, seconds,
                1000.0 * seconds / count);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "speed") return speed(std::atoi(argv[2]), std::atoi(argv[3]));
    if (argc != 8) {
        std::fprintf(
            stderr,
            "usage: facespace-face-sheets yaw|strength|average|variations|samples SEED FIRST ROWS COLUMNS SIZE OUT\n");
        return 2;
    }
    const std::string kind = argv[1];
    const auto seed = static_cast<std::uint64_t>(std::atoll(argv[2]));
    const int first = std::atoi(argv[3]), rows = std::atoi(argv[4]), columns = std::atoi(argv[5]), size = std::atoi(argv[6]);
    const Image sheet = kind == "yaw"          ? identityByYawSheet(seed, first, rows, columns, size)
                        : kind == "strength"   ? identityByStrengthSheet(seed, first, rows, columns, size)
                        : kind == "average"    ? averageHead(size)
                        : kind == "variations" ? variationSheet(seed, first, size)
                                               : sampleSheet(seed, first, rows, columns, size);
    return save(sheet, argv[7]) ? 0 : 1;
}
