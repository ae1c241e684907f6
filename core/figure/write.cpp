#include "core/figure/write.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/common/whole_file.h"
#include "core/figure/cairo_painter.h"
#include "core/figure/png_file.h"
#include "core/figure/svg_writer.h"

namespace facespace::figure {
namespace {

constexpr int kLargestSide = 32'000;
constexpr std::int64_t kMostPixels = 400'000'000;

struct PixelSize {
    int width, height;
};

Result<PixelSize> pixelSize(const Drawing& drawing, double dpi) {
    if (!(dpi >= 10 && dpi <= 4800))
        return fail(ErrorCode::kInvalid, say("{:g} dpi is no resolution for a figure: choose 10 to 4800.", dpi));
    const double width = std::round(drawing.width * dpi / 72), height = std::round(drawing.height * dpi / 72);
    if (!(width >= 16 && height >= 16 && width <= kLargestSide && height <= kLargestSide))
        return fail(ErrorCode::kInvalid,
                    say("A figure of {:.0f} × {:.0f} pixels cannot be made: each side must have 16 to {}.", width, height,
                        kLargestSide));
    if (width * height > static_cast<double>(kMostPixels))
        return fail(ErrorCode::kInvalid,
                    say("A figure of {:.0f} × {:.0f} pixels is too large: choose a lower resolution.", width, height));
    return PixelSize{static_cast<int>(width), static_cast<int>(height)};
}

Result<SurfacePtr> paintPixels(const Drawing& drawing, double dpi, Ground ground = Ground::kPainted) {
    const auto size = pixelSize(drawing, dpi);
    if (!size) return forward(size);
    const bool clear = ground == Ground::kClear;
    SurfacePtr surface(
        cairo_image_surface_create(clear ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, size->width, size->height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorCode::kResource,
                    say("There is no memory for a figure of {} × {} pixels.", size->width, size->height));
    const CairoPtr cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), dpi / 72, dpi / 72);
    CairoPainter painter(cairo.get(), drawing);
    if (!clear) painter.paintGround();
    painter.paintMarks();
    cairo_surface_flush(surface.get());
    return surface;
}

Result<std::string> png(const Drawing& drawing, double dpi) {
    const auto surface = paintPixels(drawing, dpi);
    if (!surface) return forward(surface);
    TextEntries texts{{"Title", drawing.title}};
    texts.insert(texts.end(), drawing.provenance.begin(), drawing.provenance.end());
    std::string bytes = pngOf(surface->get(), dpi, texts);
    if (bytes.empty()) return fail(ErrorCode::kResource, say("The figure could not be compressed as PNG."));
    return bytes;
}

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const Drawing& drawing) {
    std::string how;
    for (const auto& [key, value] : drawing.provenance) how += (how.empty() ? "" : "; ") + key + ": " + value;
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, drawing.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "FaceSpace");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, how.c_str());
    // Cairo would write the present time: the same figure is to be the same file.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
}

Result<std::string> pdf(const Drawing& drawing, const DrawOptions& options) {
    std::string bytes;
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &bytes, drawing.width, drawing.height));
    // Later versions hide the page in compressed streams, which old print workflows cannot read; nothing here needs them.
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
    describe(surface.get(), drawing);
    cairo_surface_set_fallback_resolution(surface.get(), options.dpi, options.dpi);
    const CairoPtr cairo(cairo_create(surface.get()));
    CairoPainter painter(cairo.get(), drawing);
    painter.rasteriseDotsAbove(options.mostVectorDots, options.dpi);
    painter.paintGround();
    painter.paintMarks();
    cairo_show_page(cairo.get());
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorCode::kResource, say("The figure could not be written as PDF: there is not enough memory."));
    return bytes;
}

}  // namespace

Result<Format> formatOf(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".png") return Format::kPng;
    if (ending == ".svg") return Format::kSvg;
    if (ending == ".pdf") return Format::kPdf;
    return fail(ErrorCode::kInvalid,
                say("The figure “{}” needs a name that ends in .png, .svg or .pdf.", file.filename().string()));
}

Result<std::string> encode(const Drawing& drawing, Format format, const DrawOptions& options) {
    // Vector files hold images of this resolution too.
    if (const auto size = pixelSize(drawing, options.dpi); !size) return forward(size);
    switch (format) {
        case Format::kPng:
            return png(drawing, options.dpi);
        case Format::kSvg:
            return svgOf(drawing, options);
        case Format::kPdf:
            return pdf(drawing, options);
    }
    return fail(ErrorCode::kInvalid, say("This format is not known."));
}

Result<Raster> rasterise(const Drawing& drawing, double dpi, Ground ground) {
    const auto surface = paintPixels(drawing, dpi, ground);
    if (!surface) return forward(surface);
    Raster raster{cairo_image_surface_get_width(surface->get()), cairo_image_surface_get_height(surface->get()), {}};
    const auto width = static_cast<std::size_t>(raster.width);
    raster.pixels.resize(width * static_cast<std::size_t>(raster.height));
    const unsigned char* data = cairo_image_surface_get_data(surface->get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface->get()));
    for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y) {
        std::memcpy(raster.pixels.data() + y * width, data + y * stride, width * 4);
    }
    // The unused byte of RGB24 has no defined value.
    if (ground == Ground::kPainted)
        for (std::uint32_t& pixel : raster.pixels) pixel |= 0xFF000000U;
    return raster;
}

Result<void> save(const Drawing& drawing, const std::filesystem::path& file, const DrawOptions& options) {
    const auto format = formatOf(file);
    if (!format) return forward(format);
    const auto bytes = encode(drawing, *format, options);
    if (!bytes) return forward(bytes);
    return writeWholeFile(file,
                          [&](std::ostream& out) { out.write(bytes->data(), static_cast<std::streamsize>(bytes->size())); });
}

}  // namespace facespace::figure
