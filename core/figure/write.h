#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/figure/drawing.h"

/// Drawings as files. The same drawing gives the same bytes on one machine: no dates, no random names. Needs no display.
namespace facespace::figure {

enum class Format { kPng, kSvg, kPdf };

struct DrawOptions {
    double dpi = 300;                     ///< Of PNG, and of what is an image inside SVG and PDF. 10 to 4800.
    std::size_t mostVectorDots = 50'000;  ///< A drawing with more discs keeps them as an image inside SVG and PDF.
};

/// Pixels of a drawing, premultiplied 0xAARRGGBB in native byte order (as QImage's ARGB32_Premultiplied).
struct Raster {
    int width = 0, height = 0;
    std::vector<std::uint32_t> pixels;
};

/// By the ending, any case. Errors: kInvalid, naming the endings there are.
Result<Format> formatOf(const std::filesystem::path& file);

/// PNG: resolution in pHYs, title and provenance in iTXt. SVG: text as <text>, provenance in <metadata>. PDF: text with
/// embedded fonts, provenance in the document's subject. Errors: kInvalid (size, resolution), kResource.
Result<std::string> encode(const Drawing& drawing, Format format, const DrawOptions& options = {});
/// Whether the background is painted, or there is nothing where no mark is.
enum class Ground { kPainted, kClear };
/// For the screen and the clipboard. Errors as encode().
Result<Raster> rasterise(const Drawing& drawing, double dpi, Ground ground = Ground::kPainted);
/// Writes a file by its ending, completely or not at all. Errors: as above; kIo.
Result<void> save(const Drawing& drawing, const std::filesystem::path& file, const DrawOptions& options = {});

}  // namespace facespace::figure
