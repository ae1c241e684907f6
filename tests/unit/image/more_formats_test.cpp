#include <gtest/gtest.h>
#include <algorithm>
#include <random>

#include "core/image/decode.h"
#include "core/image/decoder_process.h"
#include "core/image/exif.h"
#include "core/image/gif.h"
#include "core/image/heif.h"
#include "tests/unit/image/image_files.h"

#ifdef FACESPACE_HEIF
#include <libheif/heif.h>
#endif
#ifdef FACESPACE_GIF
#include <gif_lib.h>
#endif

namespace facespace::test {
namespace {

/// What a decoder's process makes of the bytes.
Result<Image> decodedApart(const Bytes& bytes, const std::string& name) {
    const auto program = findImageDecoder();
    if (!program) return forward(program);
    decodeApart(*program);
    auto image = decodeImage(bytes, name);
    decodeApart({});
    return image;
}

void expectTheSameApart(const Bytes& bytes, const std::string& name) {
#ifdef __SANITIZE_ADDRESS__
    return;  // The cage leaves no room for it.
#endif
    const auto here = decodeImage(bytes, name), apart = decodedApart(bytes, name);
    ASSERT_EQ(here.has_value(), apart.has_value()) << name << (apart ? "" : std::string(apart.error().message));
    if (here) {
        EXPECT_EQ(here->pixels, apart->pixels) << name;
        EXPECT_EQ(here->width, apart->width) << name;
    } else {
        EXPECT_EQ(here.error(), apart.error()) << name;
    }
}

/// A WebP of OpenCV as the extended form with an EXIF chunk (RFC 9649, 2.7).
Bytes webpWithOrientation(const Image& image, int orientation, bool named) {
    const Bytes simple = encoded(image, ".webp");
    Bytes exif;
    if (named) put(exif, std::string("Exif\0\0", 6));
    put(exif, std::string("II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18));
    put(exif, static_cast<std::uint64_t>(orientation), 4, false);
    put(exif, 0, 4, false);
    Bytes chunks;
    put(chunks, std::string("WEBPVP8X"));
    put(chunks, 10, 4, false);
    put(chunks, 0x08, 4, false);
    put(chunks, static_cast<std::uint64_t>(image.width - 1), 3, false);
    put(chunks, static_cast<std::uint64_t>(image.height - 1), 3, false);
    chunks.insert(chunks.end(), simple.begin() + 12, simple.end());
    put(chunks, std::string("EXIF"));
    put(chunks, exif.size(), 4, false);
    chunks.insert(chunks.end(), exif.begin(), exif.end());
    if (exif.size() % 2 != 0) chunks.push_back(0);
    Bytes whole;
    put(whole, std::string("RIFF"));
    put(whole, chunks.size(), 4, false);
    whole.insert(whole.end(), chunks.begin(), chunks.end());
    return whole;
}

TEST(MoreFormats, WebpIsTurnedAsExifSays) {
    const Image stored = gradient(40, 16);
    const auto plain = decodeImage(encoded(stored, ".webp"), "plain.webp");
    ASSERT_TRUE(plain) << plain.error().message;
    for (int orientation = 1; orientation <= 8; ++orientation)
        for (const bool named : {false, true}) {
            const auto image = decodeImage(webpWithOrientation(stored, orientation, named), "turned.webp");
            ASSERT_TRUE(image) << image.error().message;
            EXPECT_EQ(image->width, orientation > 4 ? 16 : 40) << orientation;
            // As JPEG, OpenCV's way of turning, has it: 6 brings the stored left side, dark red here, to the top.
            if (orientation == 6) {
                EXPECT_LT(image->row(0)[0], 60);
                EXPECT_GT(image->row(39)[0], 200);
            }
            if (orientation == 1) {
                EXPECT_EQ(largestDifference(*image, *plain), 0);
            }
        }
    EXPECT_EQ(decodeImage(webpWithOrientation(stored, 99, false), "odd.webp")->width, 40);
    expectTheSameApart(webpWithOrientation(stored, 6, false), "turned.webp");
}

/// An uncompressed TIFF of one row: red, green, blue and alpha of each pixel.
Bytes tiffOfRgba(const Bytes& samples, std::uint64_t extra, bool bigEndian) {
    const std::uint64_t pixels = samples.size() / 4;
    Bytes tiff;
    put(tiff, std::string(bigEndian ? "MM" : "II"));
    put(tiff, 42, 2, bigEndian);
    put(tiff, 8, 4, bigEndian);
    constexpr std::uint64_t kEntries = 11, kBehind = 8 + 2 + 12 * kEntries + 4;
    put(tiff, kEntries, 2, bigEndian);
    const auto entry = [&](std::uint64_t tag, std::uint64_t type, std::uint64_t count, std::uint64_t value) {
        put(tiff, tag, 2, bigEndian);
        put(tiff, type, 2, bigEndian);
        put(tiff, count, 4, bigEndian);
        put(tiff, value, type == 3 && count == 1 ? 2 : 4, bigEndian);
        if (type == 3 && count == 1) put(tiff, 0, 2, bigEndian);
    };
    entry(256, 3, 1, pixels);
    entry(257, 3, 1, 1);
    entry(258, 3, 4, kBehind);
    entry(259, 3, 1, 1);
    entry(262, 3, 1, 2);
    entry(273, 4, 1, kBehind + 8);
    entry(277, 3, 1, 4);
    entry(278, 3, 1, 1);
    entry(279, 4, 1, samples.size());
    entry(284, 3, 1, 1);
    entry(338, 3, 1, extra);
    put(tiff, 0, 4, bigEndian);
    for (int i = 0; i < 4; ++i) put(tiff, 8, 2, bigEndian);
    tiff.insert(tiff.end(), samples.begin(), samples.end());
    return tiff;
}

TEST(MoreFormats, AlphaOfATiffDoesNotDarkenIt) {
    const Bytes samples{200, 100, 50, 255, 200, 100, 50, 128, 200, 100, 50, 0};
    for (const bool bigEndian : {false, true})
        for (const std::uint64_t extra : {0U, 1U, 2U}) {
            const auto image = decodeImage(tiffOfRgba(samples, extra, bigEndian), "alpha.tiff");
            ASSERT_TRUE(image) << image.error().message;
            EXPECT_EQ(image->pixels, (Bytes{200, 100, 50, 200, 100, 50, 200, 100, 50})) << extra;
        }
    expectTheSameApart(tiffOfRgba(samples, 2, false), "alpha.tiff");
    EXPECT_TRUE(withAlphaAside(tiffOfRgba(samples, 1, false)).empty());
    EXPECT_TRUE(withAlphaAside(Bytes{'I', 'I', 42, 0}).empty());
}

#ifdef FACESPACE_GIF
/// `picture` times a picture of four colours, each column another one.
Bytes gif(int width, int height, int pictures, bool interlaced) {
    Bytes bytes;
    int error = 0;
    GifFileType* file = EGifOpen(
        &bytes,
        [](GifFileType* to, const GifByteType* from, int count) {
            auto& all = *static_cast<Bytes*>(to->UserData);
            all.insert(all.end(), from, from + count);
            return count;
        },
        &error);
    const GifColorType colours[4] = {{10, 20, 30}, {90, 80, 70}, {250, 0, 0}, {0, 0, 255}};
    ColorMapObject* map = GifMakeMapObject(4, colours);
    EGifPutScreenDesc(file, width, height, 2, 0, map);
    for (int p = 0; p < pictures; ++p) {
        EGifPutImageDesc(file, 0, 0, width, height, interlaced, nullptr);
        for (int y = 0; y < height; ++y) {
            Bytes line(static_cast<std::size_t>(width));
            for (int x = 0; x < width; ++x) line[static_cast<std::size_t>(x)] = static_cast<std::uint8_t>((x + p) % 4);
            EGifPutLine(file, line.data(), width);
        }
    }
    GifFreeMapObject(map);
    EGifCloseFile(file, &error);
    return bytes;
}

TEST(MoreFormats, GifOfOnePictureIsRead) {
    for (const bool interlaced : {false, true}) {
        const auto image = decodeImage(gif(9, 11, 1, interlaced), "a.gif");
        ASSERT_TRUE(image) << image.error().message;
        EXPECT_EQ(image->width, 9);
        EXPECT_EQ(image->height, 11);
        for (int y = 0; y < 11; ++y) {
            EXPECT_EQ(image->row(y)[6], 250) << y;
            EXPECT_EQ(image->row(y)[11], 255) << y;
        }
    }
    const auto animated = decodeImage(gif(9, 11, 2, false), "a.gif");
    EXPECT_NE(std::string(animated.error().message).find("animated"), std::string::npos);
    for (const int pictures : {1, 2}) expectTheSameApart(gif(9, 11, pictures, false), "a.gif");
    const Bytes whole = gif(30, 30, 1, false);
    for (std::size_t length = 0; length < whole.size(); length += 3)
        EXPECT_FALSE(decodeImage(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)), "cut.gif"));
    EXPECT_FALSE(decodeImage(whole, "large.gif", {.maxPixels = 899}));
}
#endif

namespace {

std::string bigEndian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
}
std::string box(const std::string& type, const std::string& content) {
    return bigEndian(8 + content.size(), 4) + type + content;
}
std::string ispe(std::uint64_t width, std::uint64_t height) {
    return box("ispe", bigEndian(0, 4) + bigEndian(width, 4) + bigEndian(height, 4));
}

/// The header of a HEIC file whose item 2 is the primary image. @param own  the numbers of its properties
std::string heifHeader(const std::string& properties, const std::string& own, bool wide = false) {
    const int id = wide ? 4 : 2;
    const std::string item = bigEndian(wide ? 0x01000000 : 0, 4);
    std::string indices;
    for (const char index : own) indices += bigEndian(static_cast<unsigned>(index) | (wide ? 0x8000U : 0x80U), wide ? 2 : 1);
    const std::string entries = bigEndian(1, id) + bigEndian(0, 1) + bigEndian(2, id) + bigEndian(own.size(), 1) + indices;
    const std::string ipma = box("ipma", bigEndian(wide ? 0x01000001 : 0, 4) + bigEndian(2, 4) + entries);
    return box("ftyp", "heic" + bigEndian(0, 4) + "mif1heic") +
           box("meta", bigEndian(0, 4) + box("hdlr", std::string(20, '\0')) + box("pitm", item + bigEndian(2, id)) +
                           box("iprp", box("ipco", properties) + ipma)) +
           bigEndian(1, 4) + "mdat" + bigEndian(1U << 30U, 8);
}

std::optional<std::pair<std::int64_t, std::int64_t>> sidesOf(const std::string& file) {
    const Bytes bytes(file.begin(), file.end());
    MemorySource source(bytes);
    return heifSize(source);
}

}  // namespace

TEST(MoreFormats, AHeifsPropertiesCutAndTurnIt) {
    using Sides = std::pair<std::int64_t, std::int64_t>;
    const auto number = [](std::uint64_t n) { return bigEndian(n, 4); };
    const std::string clap = box("clap", number(61) + number(2) + number(20) + number(1) + std::string(16, '\0'));
    const std::string properties = ispe(7, 9) + ispe(40, 30) + box("irot", "\x01") + box("irot", "\x02") + clap;
    for (const bool wide : {false, true}) {
        EXPECT_EQ(sidesOf(heifHeader(properties, "\2", wide)), Sides(40, 30));
        EXPECT_EQ(sidesOf(heifHeader(properties, "\2\3", wide)), Sides(30, 40)) << "a quarter turn";
        EXPECT_EQ(sidesOf(heifHeader(properties, "\2\4", wide)), Sides(40, 30)) << "a half";
        EXPECT_EQ(sidesOf(heifHeader(properties, "\2\5\3", wide)), Sides(20, 31)) << "cut, then turned";
    }
    EXPECT_FALSE(sidesOf(heifHeader(properties, "\3"))) << "no size";
    const std::string whole = heifHeader(properties, "\2");
    const std::size_t header = whole.size() - 16;
    for (std::size_t length = 0; length < header; ++length) EXPECT_FALSE(sidesOf(whole.substr(0, length))) << length;
    // Any bytes changed: no crash, no endless walk.
    std::mt19937 random(3);
    for (int i = 0; i < 20'000; ++i) {
        std::string damaged = whole;
        for (int k = 0; k < 1 + i % 5; ++k) damaged[random() % header] = static_cast<char>(random());
        (void)sidesOf(damaged);
    }
}

#ifdef FACESPACE_HEIF
Bytes heif(const Image& image, heif_compression_format format) {
    Bytes bytes;
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    if (heif_context_get_encoder_for_format(context, format, &encoder).code == heif_error_Ok) {
        heif_encoder_set_lossy_quality(encoder, 95);
        heif_image* picture = nullptr;
        heif_image_create(image.width, image.height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &picture);
        heif_image_add_plane(picture, heif_channel_interleaved, image.width, image.height, 8);
        int stride = 0;
        std::uint8_t* plane = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
        for (int y = 0; y < image.height; ++y)
            std::copy_n(image.row(y), image.rowBytes(), plane + std::ptrdiff_t{stride} * y);
        heif_image_handle* handle = nullptr;
        if (heif_context_encode_image(context, picture, encoder, nullptr, &handle).code == heif_error_Ok) {
            heif_writer writer{1, [](heif_context*, const void* data, std::size_t size, void* to) {
                                   const auto* from = static_cast<const std::uint8_t*>(data);
                                   static_cast<Bytes*>(to)->assign(from, from + size);
                                   return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                               }};
            heif_context_write(context, &writer, &bytes);
            heif_image_handle_release(handle);
        }
        heif_image_release(picture);
        heif_encoder_release(encoder);
    }
    heif_context_free(context);
    return bytes;
}

/// As libheif itself sees it.
std::pair<int, int> sidesByLibheif(const Bytes& bytes) {
    std::pair<int, int> sides{0, 0};
    heif_context* context = heif_context_alloc();
    heif_image_handle* handle = nullptr;
    if (heif_context_read_from_memory(context, bytes.data(), bytes.size(), nullptr).code == heif_error_Ok &&
        heif_context_get_primary_image_handle(context, &handle).code == heif_error_Ok) {
        sides = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
        heif_image_handle_release(handle);
    }
    heif_context_free(context);
    return sides;
}

TEST(MoreFormats, SizesOfHeifFilesAreReadWithoutTheLibrary) {
    int read = 0;
    for (const auto format : {heif_compression_HEVC, heif_compression_AV1})
        for (const auto& [width, height] : {std::pair(64, 48), std::pair(37, 29), std::pair(100, 65), std::pair(16, 200)}) {
            const Bytes bytes = heif(gradient(width, height), format);
            if (bytes.empty()) continue;  // No encoder here.
            ++read;
            MemorySource source(bytes);
            const auto sides = heifSize(source);
            ASSERT_TRUE(sides) << width;
            EXPECT_EQ(*sides, (std::pair<std::int64_t, std::int64_t>(sidesByLibheif(bytes))));
        }
    if (read == 0) GTEST_SKIP() << "libheif has no encoder here";
}

TEST(MoreFormats, HeicAndAvifAreRead) {
    const Image picture = gradient(64, 48);
    int read = 0;
    for (const auto format : {heif_compression_HEVC, heif_compression_AV1}) {
        const Bytes bytes = heif(picture, format);
        if (bytes.empty()) continue;  // No encoder here.
        ++read;
        const auto image = decodeImage(bytes, "a.heic");
        ASSERT_TRUE(image) << image.error().message;
        EXPECT_LE(largestDifference(*image, picture), 24);
        expectTheSameApart(bytes, "a.heic");
        expectTheSameApart(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2)), "half.heic");
        EXPECT_EQ(decodeThumbnail(TempFolder().write("a.avif", bytes), 16)->width, 16);
        EXPECT_FALSE(decodeImage(bytes, "large.heic", {.maxPixels = 64 * 48 - 1}));
        for (std::size_t length = 0; length < bytes.size(); length += bytes.size() / 20 + 1)
            EXPECT_FALSE(decodeImage(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)), "cut"));
    }
    if (read == 0) GTEST_SKIP() << "libheif has no encoder here";
}
#endif

TEST(MoreFormats, WhatCannotBeReadIsNamed) {
    Bytes gif;
    put(gif, std::string("GIF89a"));
    const auto image = decodeImage(gif, "a.gif");
    EXPECT_NE(std::string(image.error().message).find("GIF"), std::string::npos) << image.error().message;
    Bytes heic;
    put(heic, std::string("\0\0\0\x18"
                          "ftypheic\0\0\0\0mif1heic",
                          24));
    const auto other = decodeImage(heic, "a.heic");
    EXPECT_NE(std::string(other.error().message).find("HEIC"), std::string::npos) << other.error().message;
}

}  // namespace
}  // namespace facespace::test
