#include "core/image/header.h"

#include <fmt/format.h>
#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>

#include "core/common/regular_file.h"
#include "core/container/container.h"
#include "core/image/gif.h"
#include "core/image/heif.h"

namespace facespace {
namespace {

constexpr std::int64_t kMaxTileSide = 4096;

/// Width and height; nothing if the header is cut short or makes no sense.
using Size = std::optional<std::array<std::int64_t, 2>>;

Size sizeAt(ByteFields& fields, std::uint64_t widthAt, std::uint64_t heightAt, int bytes) {
    const auto width = fields.number(widthAt, bytes), height = fields.number(heightAt, bytes);
    if (!width || !height) return {};
    return {{static_cast<std::int64_t>(*width), static_cast<std::int64_t>(*height)}};
}

// ITU T.81, annex B: segments up to the first frame header (SOF). Bytes between segments are skipped as decoders do.
Size jpegSize(ByteSource& source) {
    ByteFields fields(source, true);
    for (std::uint64_t at = 2; at + 4 <= source.size();) {
        if (fields.number(at, 1) != 0xFF) {
            ++at;
            continue;
        }
        const std::uint64_t marker = *fields.number(at + 1, 1);
        const bool standsAlone = marker == 0x00 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        if (marker == 0xFF || standsAlone) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        if (marker == 0xD9 || marker == 0xDA) return {};
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return sizeAt(fields, at + 7, at + 5, 2);
        at += 2 + *fields.number(at + 2, 2);
    }
    return {};
}

Size pngSize(ByteSource& source) {
    ByteFields fields(source, true);
    return sizeAt(fields, 16, 20, 4);
}

Size bmpSize(ByteSource& source) {
    ByteFields fields(source, false);
    const auto headerSize = fields.number(14, 4);
    if (!headerSize) return {};
    if (*headerSize == 12) return sizeAt(fields, 18, 20, 2);
    Size size = sizeAt(fields, 18, 22, 4);
    if (!size) return {};
    for (auto& side : *size) side = static_cast<std::int32_t>(static_cast<std::uint32_t>(side));
    (*size)[1] = std::abs((*size)[1]);  // A negative height means rows from the top.
    return size;
}

// "P6 # comment\n width height …": numbers apart by white space and comments.
Size pnmSize(ByteSource& source) {
    std::vector<std::uint8_t> text(4096);
    text.resize(source.read(0, text));
    std::array<std::int64_t, 2> size{};
    std::size_t at = 2;
    for (auto& side : size) {
        while (at < text.size() && (std::isspace(text[at]) != 0 || text[at] == '#')) {
            if (text[at] == '#')
                while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
            else
                ++at;
        }
        if (at >= text.size() || std::isdigit(text[at]) == 0) return {};
        for (; at < text.size() && std::isdigit(text[at]) != 0; ++at)
            side = std::min<std::int64_t>(side * 10 + (text[at] - '0'), 1LL << 31);
    }
    return size;
}

// TIFF 6.0, section 2, and BigTIFF: the first directory, tags 256 (width) and 257 (height). A tag that stands there twice is
// refused, as decoders do not agree on which counts; so are tiles (322, 323) that are much larger than any image needs.
Size tiffSize(ByteSource& source, bool bigEndian) {
    ByteFields fields(source, bigEndian);
    const bool big = fields.number(2, 2) == 43;
    const int offsetBytes = big ? 8 : 4;
    const auto directory = fields.number(big ? 8 : 4, offsetBytes);
    if (!directory || *directory >= source.size()) return {};
    const auto entries = fields.number(*directory, big ? 8 : 2);
    if (!entries || *entries > 65535) return {};
    std::array<std::int64_t, 2> size{}, tile{};
    const std::uint64_t first = *directory + (big ? 8 : 2), stride = big ? 20 : 12;
    for (std::uint64_t i = 0; i < *entries; ++i) {
        const std::uint64_t entry = first + i * stride;
        const auto tag = fields.number(entry, 2), type = fields.number(entry + 2, 2);
        if (!tag || !type) return {};
        const bool ofImage = *tag == 256 || *tag == 257, ofTile = *tag == 322 || *tag == 323;
        if (!ofImage && !ofTile) continue;
        const int bytes = *type == 3 ? 2 : *type == 4 ? 4 : 0;
        const auto value =
            bytes != 0 ? fields.number(entry + 4 + static_cast<std::uint64_t>(offsetBytes), bytes) : std::nullopt;
        auto& side = ofImage ? size[*tag - 256] : tile[*tag - 322];
        if (!value || side != 0) return {};
        side = static_cast<std::int64_t>(*value);
    }
    if (tile[0] > kMaxTileSide || tile[1] > kMaxTileSide) return {};
    return size;
}

// RFC 9649 (WebP container), VP8 (RFC 6386, 9.1) and the lossless bitstream.
Size webpSize(ByteSource& source, std::string_view chunk) {
    ByteFields fields(source, false);
    if (chunk == "VP8X") {
        Size size = sizeAt(fields, 24, 27, 3);
        if (size)
            for (auto& side : *size) ++side;
        return size;
    }
    if (chunk == "VP8L") {
        const auto bits = fields.number(21, 4);
        if (fields.number(20, 1) != 0x2F || !bits) return {};
        return {{static_cast<std::int64_t>(*bits & 0x3FFF) + 1, static_cast<std::int64_t>(*bits >> 14 & 0x3FFF) + 1}};
    }
    if (chunk != "VP8 " || fields.number(23, 3) != 0x2A019D) return {};
    Size size = sizeAt(fields, 26, 28, 2);
    if (size)
        for (auto& side : *size) side &= 0x3FFF;
    return size;
}

std::optional<ImageFormat> formatOf(std::string_view start) {
    using std::string_view_literals::operator""sv;
    if (start.starts_with("\xFF\xD8\xFF")) return ImageFormat::kJpeg;
    if (start.starts_with("\x89PNG\r\n\x1A\n")) return ImageFormat::kPng;
    for (const auto magic : {"II\x2A\0"sv, "MM\0\x2A"sv, "II\x2B\0"sv, "MM\0\x2B"sv})
        if (start.starts_with(magic)) return ImageFormat::kTiff;
    if (start.starts_with("RIFF") && start.size() >= 12 && start.substr(8, 4) == "WEBP") return ImageFormat::kWebp;
    if (start.starts_with("GIF87a") || start.starts_with("GIF89a")) return ImageFormat::kGif;
    // ISO 14496-12: a box “ftyp” with the brand.
    if (start.size() >= 12 && start.substr(4, 4) == "ftyp")
        for (const auto brand : {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "mif1"sv, "msf1"sv, "avif"sv, "avis"sv})
            if (start.substr(8, 4) == brand) return ImageFormat::kHeif;
    // "BM" and "P5" also begin texts: the fields behind them decide.
    if (start.starts_with("BM") && start.size() >= 18 && (start[14] == 12 || (start[14] >= 40 && start[14] <= 124)) &&
        start.substr(15, 3) == "\0\0\0"sv)
        return ImageFormat::kBmp;
    if (start.size() >= 3 && start[0] == 'P' && start[1] >= '1' && start[1] <= '6' &&
        (std::isspace(static_cast<unsigned char>(start[2])) != 0 || start[2] == '#'))
        return ImageFormat::kPnm;
    return {};
}

}  // namespace

const char* toString(ImageFormat format) {
    constexpr std::array kNames{"JPEG", "PNG", "BMP", "PGM/PPM", "TIFF", "WebP", "GIF", "HEIC or AVIF"};
    return kNames[static_cast<std::size_t>(format)];
}

const char* suffixOf(ImageFormat format) {
    constexpr std::array kSuffixes{".jpg", ".png", ".bmp", ".ppm", ".tiff", ".webp", ".gif", ".heic"};
    return kSuffixes[static_cast<std::size_t>(format)];
}

Result<ImageHeader> readImageHeader(ByteSource& source, const std::string& name) {
    std::array<std::uint8_t, 32> raw{};
    const std::size_t count = source.read(0, raw);
    if (count == 0) return fail(ErrorCode::kFormat, say("“{}” is empty.", name));
    const std::string_view start(reinterpret_cast<const char*>(raw.data()), count);
    const auto format = formatOf(start);
    if (!format)
        return fail(ErrorCode::kFormat,
                    say("“{}” is not an image that can be read (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP).", name));
    Size size;
    switch (*format) {
        case ImageFormat::kJpeg:
            size = jpegSize(source);
            break;
        case ImageFormat::kPng:
            size = pngSize(source);
            break;
        case ImageFormat::kBmp:
            size = bmpSize(source);
            break;
        case ImageFormat::kPnm:
            size = pnmSize(source);
            break;
        case ImageFormat::kTiff:
            size = tiffSize(source, start[0] == 'M');
            break;
        case ImageFormat::kWebp: {
            const std::string_view chunk = start.substr(12, 4);
            if (chunk == "VP8X" && count > 20 && (raw[20] & 0x02) != 0)
                return fail(ErrorCode::kFormat, say("“{}” is an animated WebP; only still images can be read.", name));
            size = webpSize(source, chunk);
            break;
        }
        case ImageFormat::kGif: {
            if (!readsGif())
                return fail(ErrorCode::kFormat, say("“{}” is a GIF file; this program was built without giflib.", name));
            ByteFields fields(source, false);
            size = sizeAt(fields, 6, 8, 2);
            break;
        }
        case ImageFormat::kHeif:
            if (!readsHeif())
                return fail(ErrorCode::kFormat,
                            say("“{}” is a HEIC or AVIF file; this program was built without libheif.", name));
            if (const auto sides = heifSize(source)) size = {{sides->first, sides->second}};
            break;
    }
    if (!size || (*size)[0] < 1 || (*size)[1] < 1)
        return fail(ErrorCode::kFormat, say("“{}” is a {} file with a damaged header.", name, toString(*format)));
    return ImageHeader{*format, (*size)[0], (*size)[1]};
}

Result<ImageHeader> readImageHeader(const std::filesystem::path& file) {
    const ImagePlace place = imagePlace(file);
    if (!place.entry.empty()) {
        const auto container = openContainer(place.file);
        if (!container) return forward(container);
        const auto bytes = (*container)->read(place.entry, kMaxImageFileBytes);
        if (!bytes) return forward(bytes);
        MemorySource source(*bytes);
        return readImageHeader(source, file.string());
    }
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return fail(ErrorCode::kIo, say("“{}” is a folder, not an image.", file.string()));
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    FileSource source(file);
    if (!source.isOpen())
        return fail(ErrorCode::kIo, say("Cannot read “{}”; check that the file exists and is readable.", file.string()));
    return readImageHeader(source, file.string());
}

}  // namespace facespace
