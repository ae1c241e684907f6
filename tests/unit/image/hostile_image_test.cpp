// Images from a stranger: refused in time, and nothing is said on stderr.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/image/decode.h"
#include "core/image/header.h"
#include "tests/unit/image/image_files.h"

using namespace facespace;
using namespace facespace::test;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

Bytes tiffWith(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& tags) {
    Bytes tiff;
    put(tiff, "II");
    put(tiff, 42, 2, false);
    put(tiff, 8, 4, false);
    put(tiff, tags.size(), 2, false);
    for (const auto& [tag, value] : tags) {
        put(tiff, tag, 2, false);
        put(tiff, 4, 2, false);
        put(tiff, 1, 4, false);
        put(tiff, value, 4, false);
    }
    put(tiff, 0, 4, false);
    return tiff;
}

void segment(Bytes& jpeg, int marker, const Bytes& content) {
    put(jpeg, 0xFF00U | static_cast<unsigned>(marker), 2, true);
    put(jpeg, content.size() + 2, 2, true);
    jpeg.insert(jpeg.end(), content.begin(), content.end());
}

/// A grey progressive JPEG of side × side pixels, all of whose scans but the first are a few bytes: “nothing changes”.
Bytes scanBomb(unsigned side, int scans) {
    Bytes jpeg{0xFF, 0xD8};
    Bytes quantisation(65, 1);
    quantisation[0] = 0;
    segment(jpeg, 0xDB, quantisation);
    Bytes frame{8};
    put(frame, side, 2, true);
    put(frame, side, 2, true);
    frame.insert(frame.end(), {1, 1, 0x11, 0});
    segment(jpeg, 0xC2, frame);
    const auto table = [&](std::uint8_t id, std::uint8_t symbol) {  // one code: the bit 0
        Bytes huffman{id, 1};
        huffman.resize(17);
        huffman.push_back(symbol);
        segment(jpeg, 0xC4, huffman);
    };
    table(0x00, 0x00);  // DC: no difference
    table(0x10, 0xE0);  // AC: the next 2¹⁴ + … blocks are as they are
    const std::size_t blocks = std::size_t{(side + 7) / 8} * ((side + 7) / 8);
    segment(jpeg, 0xDA, {1, 1, 0x00, 0, 0, 0});
    jpeg.insert(jpeg.end(), blocks / 8 + 1, 0);
    // Codes of 15 bits, a 0 and fourteen 1: each skips 32,767 blocks. The last run is longer than what is left, which is no
    // error.
    Bytes runs;
    unsigned held = 0;
    int bits = 0;
    for (std::size_t i = 0; i <= blocks / 32767; ++i) {
        held = held << 15 | 0x3FFFU;
        for (bits += 15; bits >= 8; bits -= 8) {
            runs.push_back(static_cast<std::uint8_t>(held >> (bits - 8)));
            if (runs.back() == 0xFF) runs.push_back(0);
        }
        held &= (1U << bits) - 1;
    }
    runs.push_back(static_cast<std::uint8_t>(held << (8 - bits) | ((1U << (8 - bits)) - 1)));
    if (runs.back() == 0xFF) runs.push_back(0);
    for (int i = 1; i < scans; ++i) {
        segment(jpeg, 0xDA, {1, 1, 0x00, 1, 63, 0});
        jpeg.insert(jpeg.end(), runs.begin(), runs.end());
    }
    put(jpeg, 0xFFD9, 2, true);
    return jpeg;
}

TEST(HostileImages, TagsThatStandTwiceInATiffAreRefused) {
    // 100 × 100 by the last width and height, which were the ones believed; 20,000 × 20,000 by the first, which libtiff
    // decodes.
    const Bytes twice = tiffWith({{256, 20'000}, {256, 100}, {257, 20'000}, {257, 100}, {258, 8}, {262, 1}, {277, 1}});
    MemorySource source(twice);
    EXPECT_FALSE(readImageHeader(source, "twice.tiff"));
    EXPECT_FALSE(decodeImage(twice, "twice.tiff"));
    const Bytes tiles = tiffWith({{256, 100}, {257, 100}, {322, 1U << 20}, {323, 1U << 10}});
    EXPECT_FALSE(decodeImage(tiles, "tiles.tiff"));
    const Bytes plain = tiffWith({{256, 100}, {257, 120}, {322, 256}, {323, 256}});
    MemorySource fine(plain);
    const auto header = readImageHeader(fine, "fine.tiff");
    ASSERT_TRUE(header);
    EXPECT_EQ(header->height, 120);
}

TEST(HostileImages, DamagedCompressedTiffIsRefusedQuietly) {
    Bytes tiff = encoded(gradient(200, 160), ".tiff");
    ASSERT_TRUE(decodeImage(tiff, "whole.tiff"));
    std::fill(tiff.begin() + static_cast<std::ptrdiff_t>(tiff.size() / 3),
              tiff.begin() + static_cast<std::ptrdiff_t>(tiff.size() / 2), std::uint8_t{0xFF});
    testing::internal::CaptureStderr();
    const auto image = decodeImage(tiff, "damaged.tiff");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ErrorCode::kFormat);
}

TEST(HostileImages, ProgressiveJpegsOfEndlessScansAreRefused) {
    const auto start = std::chrono::steady_clock::now();
    const auto bomb = decodeImage(scanBomb(8000, 400), "bomb.jpg");
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, ErrorCode::kFormat);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
    // A few scans of a large image, and many of a small one, are as some programs write them.
    EXPECT_TRUE(decodeImage(scanBomb(8000, 12), "large.jpg"));
    EXPECT_TRUE(decodeImage(scanBomb(400, 400), "small.jpg"));
}

TEST(HostileImages, AFileOutsideOfTheFolderIsNotRead) {
    const TempFolder folder;
    fs::create_directories(folder.path() / "set" / "a");
    const auto inside = folder.write("set/a/in.png", encoded(gradient(20, 20), ".png"));
    const auto outside = folder.write("out.png", encoded(gradient(20, 20), ".png"));
    fs::create_symlink(outside, folder.path() / "set" / "link.png");
    const DecodeOptions options{.within = folder.path() / "set"};
    EXPECT_TRUE(decodeImage(inside, options));
    EXPECT_TRUE(decodeThumbnail(inside, 8, options));
    for (const fs::path& file : {outside, folder.path() / "set" / ".." / "out.png", folder.path() / "set" / "link.png"}) {
        const auto refused = decodeImage(file, options);
        ASSERT_FALSE(refused) << file;
        EXPECT_NE(refused.error().message.find("leads out of the images' folder"), std::string::npos);
        EXPECT_FALSE(decodeThumbnail(file, 8, options));
        EXPECT_TRUE(decodeImage(file));
    }
}

TEST(HostileImages, PipesAndDevicesAreNotImages) {
    const TempFolder folder;
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.jpg").c_str(), 0600), 0);
    for (const fs::path& odd : {folder.path() / "pipe.jpg", fs::path("/dev/zero"), folder.path()}) {
        EXPECT_FALSE(decodeImage(odd));
        EXPECT_FALSE(readImageHeader(odd));
    }
}

}  // namespace
