#include "tests/unit/image/image_files.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace facespace::test {

TempFolder::TempFolder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::path(testing::TempDir()) /
            ("facespace_image_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
    std::filesystem::create_directories(path_);
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TempFolder::write(const std::string& name, const Bytes& bytes) const {
    const auto file = path_ / name;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file;
}

std::filesystem::path TempFolder::write(const std::string& name, const std::string& text) const {
    return write(name, Bytes(text.begin(), text.end()));
}

Image gradient(int width, int height) {
    Image image{width, height, {}};
    image.pixels.resize(static_cast<std::size_t>(height) * image.rowBytes());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            image.row(y)[3 * x] = static_cast<std::uint8_t>(40 + 180 * x / width);
            image.row(y)[3 * x + 1] = static_cast<std::uint8_t>(30 + 200 * y / height);
            image.row(y)[3 * x + 2] = 90;
        }
    return image;
}

Bytes encoded(const Image& image, const std::string& suffix) {
    const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
    cv::Mat converted;
    cv::cvtColor(rgb, converted, suffix == ".pgm" ? cv::COLOR_RGB2GRAY : cv::COLOR_RGB2BGR);
    Bytes bytes;
    cv::imencode(suffix, converted, bytes);
    return bytes;
}

int largestDifference(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height || a.pixels.size() != b.pixels.size()) return 255;
    int largest = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        largest = std::max(largest, std::abs(int{a.pixels[i]} - int{b.pixels[i]}));
    return largest;
}

void put(Bytes& bytes, std::uint64_t value, int count, bool bigEndian) {
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> 8 * (bigEndian ? count - 1 - i : i)));
}

void put(Bytes& bytes, const std::string& text) { bytes.insert(bytes.end(), text.begin(), text.end()); }

std::vector<std::pair<std::string, Bytes>> bareHeaders(std::uint32_t width, std::uint32_t height) {
    std::vector<std::pair<std::string, Bytes>> files;
    Bytes jpeg{0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0xFF, 0xC0, 0xFF, 0xC0, 0x00, 0x0B, 0x08};  // The APP0 holds a false SOF.
    put(jpeg, height, 2, true);
    put(jpeg, width, 2, true);
    put(jpeg, std::string("\x01\x01\x11\x00\xFF\xD9", 6));
    files.emplace_back("jpeg", jpeg);

    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    put(png, width, 4, true);
    put(png, height, 4, true);
    put(png, std::string("\x08\x02\0\0\0", 5));
    files.emplace_back("png", png);

    Bytes bmp{'B', 'M', 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0};
    put(bmp, width, 4, false);
    put(bmp, ~height + 1, 4, false);  // Rows from the top: a negative height.
    put(bmp, std::string("\x01\0\x18\0", 4));
    bmp.resize(54);
    files.emplace_back("bmp", bmp);

    Bytes ppm;
    put(ppm, "P6\n# by hand 7 7\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n");
    files.emplace_back("ppm", ppm);

    for (const bool bigEndian : {false, true}) {
        Bytes tiff;
        put(tiff, bigEndian ? "MM" : "II");
        put(tiff, 42, 2, bigEndian);
        put(tiff, 8, 4, bigEndian);
        put(tiff, 2, 2, bigEndian);
        for (const auto& [tag, value] : {std::pair{256U, width}, std::pair{257U, height}}) {
            put(tiff, tag, 2, bigEndian);
            put(tiff, 4, 2, bigEndian);
            put(tiff, 1, 4, bigEndian);
            put(tiff, value, 4, bigEndian);
        }
        files.emplace_back(bigEndian ? "tiff, big-endian" : "tiff", tiff);
    }

    Bytes webp;
    put(webp, "RIFF");
    put(webp, 22, 4, false);
    put(webp, "WEBPVP8X");
    put(webp, 10, 4, false);
    put(webp, 0, 4, false);
    put(webp, width - 1, 3, false);
    put(webp, height - 1, 3, false);
    files.emplace_back("webp", webp);
    return files;
}

}  // namespace facespace::test
