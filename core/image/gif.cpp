#include "core/image/gif.h"

#ifdef FACESPACE_GIF
#include <gif_lib.h>

#include <algorithm>
#include <memory>
#include <new>
#endif

namespace facespace {

#ifdef FACESPACE_GIF
namespace {

struct CloseGif {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};

struct GifBytes {
    std::span<const std::uint8_t> left;
};

int readBytes(GifFileType* gif, GifByteType* to, int count) {
    auto& bytes = *static_cast<GifBytes*>(gif->UserData);
    const std::size_t got = std::min(bytes.left.size(), static_cast<std::size_t>(std::max(0, count)));
    std::copy_n(bytes.left.begin(), got, to);
    bytes.left = bytes.left.subspan(got);
    return static_cast<int>(got);
}

/// The lines of an interlaced picture come in four passes (GIF89a, appendix E).
int lineAt(int i, int height, bool interlaced) {
    if (!interlaced) return i;
    constexpr int kFirst[] = {0, 4, 2, 1}, kStep[] = {8, 8, 4, 2};
    for (int pass = 0; pass < 4; ++pass) {
        const int lines = height > kFirst[pass] ? (height - kFirst[pass] + kStep[pass] - 1) / kStep[pass] : 0;
        if (i < lines) return kFirst[pass] + kStep[pass] * i;
        i -= lines;
    }
    return height - 1;
}

/// @return false if it is damaged.
bool readPicture(GifFileType* gif, Image& image) {
    if (DGifGetImageDesc(gif) != GIF_OK) return false;
    const GifImageDesc& at = gif->Image;
    const ColorMapObject* colours = at.ColorMap != nullptr ? at.ColorMap : gif->SColorMap;
    if (colours == nullptr || at.Width < 1 || at.Height < 1 || at.Left < 0 || at.Top < 0 ||
        at.Left + at.Width > image.width || at.Top + at.Height > image.height)
        return false;
    std::vector<GifPixelType> line(static_cast<std::size_t>(at.Width));
    for (int i = 0; i < at.Height; ++i) {
        if (DGifGetLine(gif, line.data(), at.Width) != GIF_OK) return false;
        std::uint8_t* to = image.row(at.Top + lineAt(i, at.Height, at.Interlace)) + std::ptrdiff_t{3} * at.Left;
        for (const GifPixelType index : line) {
            if (index >= colours->ColorCount) return false;
            const GifColorType& colour = colours->Colors[index];
            *to++ = colour.Red;
            *to++ = colour.Green;
            *to++ = colour.Blue;
        }
    }
    return true;
}

Decoding readAll(GifFileType* gif, Image& image) {
    for (int pictures = 0;;) {
        GifRecordType kind = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif, &kind) != GIF_OK) return Decoding::kDamaged;
        if (kind == TERMINATE_RECORD_TYPE) return pictures == 1 ? Decoding::kDone : Decoding::kDamaged;
        if (kind == IMAGE_DESC_RECORD_TYPE) {
            if (pictures++ > 0) return Decoding::kAnimated;
            if (!readPicture(gif, image)) return Decoding::kDamaged;
        } else if (kind == EXTENSION_RECORD_TYPE) {
            int code = 0;
            GifByteType* block = nullptr;
            if (DGifGetExtension(gif, &code, &block) != GIF_OK) return Decoding::kDamaged;
            while (block != nullptr)
                if (DGifGetExtensionNext(gif, &block) != GIF_OK) return Decoding::kDamaged;
        } else {
            return Decoding::kDamaged;
        }
    }
}

}  // namespace

bool readsGif() { return true; }

Decoding decodeRawGif(std::span<const std::uint8_t> bytes, std::int64_t pixels, Image& image) try {
    GifBytes source{bytes};
    int error = 0;
    const std::unique_ptr<GifFileType, CloseGif> gif(DGifOpen(&source, readBytes, &error));
    // What the header promised was held against the limits: other sides are another image.
    if (gif == nullptr || gif->SWidth < 1 || gif->SHeight < 1 || std::int64_t{gif->SWidth} * gif->SHeight != pixels)
        return Decoding::kDamaged;
    image.width = gif->SWidth;
    image.height = gif->SHeight;
    image.pixels.assign(static_cast<std::size_t>(image.height) * image.rowBytes(), 0);
    return readAll(gif.get(), image);
} catch (const std::bad_alloc&) {
    return Decoding::kNoMemory;
}
#else
bool readsGif() { return false; }

Decoding decodeRawGif(std::span<const std::uint8_t>, std::int64_t, Image&) { return Decoding::kDamaged; }
#endif

}  // namespace facespace
