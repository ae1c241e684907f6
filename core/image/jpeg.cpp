#include "core/image/jpeg.h"

#include <fmt/format.h>
#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <new>
#include <string_view>
// libjpeg's headers need what <cstdio> declares and do not include it.
#include <jerror.h>
#include <jpeglib.h>

#include "core/image/byte_source.h"
#include "core/image/exif.h"
#include "core/image/raw_decode.h"

namespace facespace {
namespace {

/// A progressive file can ask for thousands of passes over the image, a few bytes each; real ones have about ten. Small
/// images may have more, large ones fewer: all passes together go over at most so many pixels (some seconds).
constexpr std::int64_t kMaxScans = 500, kAlwaysAllowedScans = 16, kMaxPixelsOfScans = 1'600'000'000;
/// Some programs pad a few bytes before the end marker. More than these are compressed data that damage made no sense of.
constexpr int kMaxPaddingBytes = 64;

/// libjpeg's state with what our callbacks keep beside it.
struct Decoder {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf escape{};
    bool damaged = false, endMissing = false, outOfMemory = false;

    Decoder() = default;
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { jpeg_destroy_decompress(&jpeg); }
};

Decoder& decoderOf(j_common_ptr common) { return *static_cast<Decoder*>(common->client_data); }

[[noreturn]] void onError(j_common_ptr common) {
    Decoder& decoder = decoderOf(common);
    decoder.outOfMemory = common->err->msg_code == JERR_OUT_OF_MEMORY;
    std::longjmp(decoder.escape, 1);
}

void onMessage(j_common_ptr common, int level) {
    if (level >= 0) return;  // Traces.
    switch (common->err->msg_code) {
        case JWRN_HIT_MARKER:
        case JWRN_HUFF_BAD_CODE:
        case JWRN_MUST_RESYNC:
            decoderOf(common).damaged = true;
            break;
        case JWRN_EXTRANEOUS_DATA:
            if (common->err->msg_parm.i[0] > kMaxPaddingBytes) decoderOf(common).damaged = true;
            break;
        case JWRN_JPEG_EOF:
            decoderOf(common).endMissing = true;
            break;
        default:
            break;  // Odd version numbers and the like: common and harmless.
    }
}

void onProgress(j_common_ptr common) {
    const auto& jpeg = *reinterpret_cast<j_decompress_ptr>(common);
    const std::int64_t pixels = std::int64_t{jpeg.image_width} * jpeg.image_height;
    const std::int64_t allowed = std::clamp(kMaxPixelsOfScans / pixels, kAlwaysAllowedScans, kMaxScans);
    if (jpeg.input_scan_number > allowed) onError(common);
}

/// That of the APP1 segment (EXIF 2.3, 4.6.4).
int exifOrientation(const jpeg_decompress_struct& jpeg) {
    constexpr std::string_view kExif("Exif\0\0", 6);
    for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
        const std::span bytes(marker->data, marker->data_length);
        if (!std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).starts_with(kExif)) continue;
        MemorySource tiff(bytes.subspan(kExif.size()));
        return tiffOrientation(tiff);
    }
    return 1;
}

/// Four-channel rows to RGB in place. Adobe programs write CMYK inverted, and hardly anyone else writes it.
void cmykToRgb(const std::uint8_t* cmyk, std::uint8_t* rgb, std::size_t pixels, bool inverted) {
    for (std::size_t i = 0; i < pixels; ++i)
        for (std::size_t c = 0; c < 3; ++c) {
            const int ink = inverted ? cmyk[4 * i + c] : 255 - cmyk[4 * i + c];
            const int black = inverted ? cmyk[4 * i + 3] : 255 - cmyk[4 * i + 3];
            rgb[3 * i + c] = static_cast<std::uint8_t>((ink * black + 127) / 255);
        }
}

bool isCmyk(const jpeg_decompress_struct& jpeg) {
    return jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
}

// libjpeg leaves by longjmp: nothing with a destructor may live in the functions from here to the end of decodeInto().
bool readHeader(Decoder& decoder, std::span<const std::uint8_t> bytes, int reduction) {
    if (setjmp(decoder.escape) != 0) return false;
    jpeg_create_decompress(&decoder.jpeg);
    decoder.jpeg.progress = &decoder.progress;
    jpeg_mem_src(&decoder.jpeg, bytes.data(), static_cast<unsigned long>(bytes.size()));
    jpeg_save_markers(&decoder.jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&decoder.jpeg, TRUE);
    decoder.jpeg.scale_num = 1;
    decoder.jpeg.scale_denom = static_cast<unsigned>(reduction);
    decoder.jpeg.out_color_space = isCmyk(decoder.jpeg) ? JCS_CMYK : JCS_RGB;
    jpeg_calc_output_dimensions(&decoder.jpeg);
    return true;
}

/// @param cmykRow a row of four-channel pixels if the image is CMYK, else not used.
bool decodeInto(Decoder& decoder, Image& image, std::uint8_t* cmykRow) {
    if (setjmp(decoder.escape) != 0) return false;
    jpeg_decompress_struct& jpeg = decoder.jpeg;
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        std::uint8_t* target = image.row(static_cast<int>(jpeg.output_scanline));
        JSAMPROW row = cmykRow != nullptr ? cmykRow : target;
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (cmykRow != nullptr) cmykToRgb(cmykRow, target, jpeg.output_width, jpeg.saw_Adobe_marker != 0);
    }
    // Several scans refine one picture: without the end there may have been more of them.
    if (decoder.endMissing && jpeg_has_multiple_scans(&jpeg)) decoder.damaged = true;
    jpeg_finish_decompress(&jpeg);
    return true;
}

}  // namespace

Image upright(Image stored, int orientation) {
    if (orientation < 2 || orientation > 8) return stored;
    const bool transposed = orientation >= 5;
    const bool mirrorX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool mirrorY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Image result{transposed ? stored.height : stored.width, transposed ? stored.width : stored.height, {}};
    result.pixels.resize(stored.pixels.size());
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            int fromX = transposed ? y : x, fromY = transposed ? x : y;
            if (mirrorX) fromX = stored.width - 1 - fromX;
            if (mirrorY) fromY = stored.height - 1 - fromY;
            std::copy_n(stored.row(fromY) + 3 * fromX, 3, result.row(y) + 3 * x);
        }
    return result;
}

Decoding decodeRawJpeg(std::span<const std::uint8_t> bytes, int reduction, Image& image) try {
    Decoder decoder;
    decoder.jpeg.err = jpeg_std_error(&decoder.errors);
    decoder.jpeg.client_data = &decoder;
    decoder.errors.error_exit = onError;
    decoder.errors.emit_message = onMessage;
    decoder.progress.progress_monitor = onProgress;
    int orientation = 1;
    bool done = readHeader(decoder, bytes, reduction);
    if (done) {
        orientation = exifOrientation(decoder.jpeg);  // Finishing frees the segment.
        image.width = static_cast<int>(decoder.jpeg.output_width);
        image.height = static_cast<int>(decoder.jpeg.output_height);
        image.pixels.resize(static_cast<std::size_t>(image.height) * image.rowBytes());
        std::vector<std::uint8_t> cmykRow(isCmyk(decoder.jpeg) ? static_cast<std::size_t>(image.width) * 4 : 0);
        done = decodeInto(decoder, image, cmykRow.empty() ? nullptr : cmykRow.data());
    }
    if (decoder.outOfMemory) return Decoding::kNoMemory;
    if (!done || decoder.damaged) return decoder.endMissing ? Decoding::kCutShort : Decoding::kDamaged;
    image = upright(std::move(image), orientation);
    return Decoding::kDone;
} catch (const std::bad_alloc&) {
    return Decoding::kNoMemory;
}

Result<Image> decodeJpeg(std::span<const std::uint8_t> bytes, int reduction, const std::string& name) {
    Image image;
    const Decoding decoding = decodeRawJpeg(bytes, reduction, image);
    if (decoding == Decoding::kDone) return image;
    return tl::make_unexpected(notDecoded(decoding, ImageFormat::kJpeg, name));
}

}  // namespace facespace
