#include "core/figure/cairo_painter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "core/figure/pango_layout.h"
#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

constexpr std::size_t kManyDots = 1000;

void setColour(cairo_t* cairo, Rgb c, double alpha) {
    cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, alpha);
}

void addRectangle(cairo_t* cairo, const Rect& r) { cairo_rectangle(cairo, r.x, r.y, r.width, r.height); }

void paintDots(cairo_t* cairo, const Dots& dots) {
    for (std::size_t i = 0; i < dots.centres.size(); ++i) {
        const Rgb colour = dots.colours[dots.colours.size() == 1 ? 0 : i];
        const Point at = dots.centres[i];
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, at.x, at.y, dots.radius, 0, 2 * std::numbers::pi);
        setColour(cairo, colour, dots.alpha);
        if (dots.rimWidth > 0) {
            cairo_fill_preserve(cairo);
            setColour(cairo, dots.rim.value_or(darker(colour)), dots.alpha);
            cairo_set_line_width(cairo, dots.rimWidth);
            cairo_stroke(cairo);
        } else {
            cairo_fill(cairo);
        }
    }
}

/// One run of letters with its left end on the baseline at `at`.
void paintRun(cairo_t* cairo, const Drawing& drawing, const Text& text, const std::string& letters, double size, Point at) {
    const LayoutPtr layout = makeLayout(cairo, drawing.fontFamily, letters, size, text.bold, text.italic);
    const double top = at.y - layoutBaseline(layout.get());
    if (text.halo) {
        cairo_move_to(cairo, at.x, top);
        pango_cairo_layout_path(cairo, layout.get());
        setColour(cairo, *text.halo, 0.85);
        cairo_set_line_width(cairo, size * 0.28);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke(cairo);
    }
    setColour(cairo, text.colour, 1);
    cairo_move_to(cairo, at.x, top);
    pango_cairo_show_layout(cairo, layout.get());
}

}  // namespace

Rgb darker(Rgb colour) {
    const auto part = [](std::uint8_t v) { return static_cast<std::uint8_t>(v * 2 / 3); };
    return {part(colour.r), part(colour.g), part(colour.b)};
}

void Drawing::rectangle(const Rect& r, std::optional<Fill> fill, std::optional<Stroke> stroke) {
    marks.push_back(Path{{{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}},
                         true,
                         std::move(fill),
                         std::move(stroke)});
}

std::size_t countDots(const Drawing& drawing) {
    std::size_t count = 0;
    for (const Mark& mark : drawing.marks) {
        if (const auto* dots = std::get_if<Dots>(&mark)) count += dots->centres.size();
    }
    return count;
}

bool isManyDots(const Dots& dots) { return dots.centres.size() > kManyDots; }

SurfacePtr surfaceOf(const Image& image) {
    SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    cairo_surface_flush(surface.get());
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* from = image.row(y);
        for (int x = 0; x < image.width; ++x, from += 3) {
            const std::uint32_t pixel =
                0xFF000000U | static_cast<std::uint32_t>(from[0]) << 16 | static_cast<std::uint32_t>(from[1]) << 8 | from[2];
            std::memcpy(data + static_cast<std::ptrdiff_t>(y) * stride + x * 4, &pixel, 4);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

SurfacePtr surfaceOf(const Dots& dots, const Rect& area, double dpi) {
    const double scale = dpi / 72;
    SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(std::ceil(area.width * scale)),
                                                  static_cast<int>(std::ceil(area.height * scale))));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    const CairoPtr cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), scale, scale);
    cairo_translate(cairo.get(), -area.x, -area.y);
    paintDots(cairo.get(), dots);
    cairo_surface_flush(surface.get());
    return surface;
}

void CairoPainter::rasteriseDotsAbove(std::size_t most, double dpi) {
    if (countDots(drawing_) > most) dotsDpi_ = dpi;
}

void CairoPainter::paintGround() {
    setColour(cairo_, drawing_.background, 1);
    cairo_paint(cairo_);
}

void CairoPainter::paintMarks() {
    for (const Mark& mark : drawing_.marks) {
        std::visit([this](const auto& m) { paint(m); }, mark);
    }
}

void CairoPainter::setStroke(const Stroke& stroke) {
    setColour(cairo_, stroke.colour, stroke.alpha);
    cairo_set_line_width(cairo_, stroke.width);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
}

void CairoPainter::paint(const Path& path) {
    for (const auto& part : path.parts) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            (i == 0 ? cairo_move_to : cairo_line_to)(cairo_, part[i].x, part[i].y);
        }
        if (path.closed) cairo_close_path(cairo_);
    }
    if (path.fill) {
        setColour(cairo_, path.fill->colour, path.fill->alpha);
        cairo_fill_preserve(cairo_);
    }
    if (path.stroke) {
        setStroke(*path.stroke);
        cairo_stroke_preserve(cairo_);
        cairo_set_dash(cairo_, nullptr, 0, 0);
    }
    cairo_new_path(cairo_);
}

void CairoPainter::paint(const Dots& dots) {
    if (!dotsDpi_ || !isManyDots(dots)) return paintDots(cairo_, dots);
    const Rect page{0, 0, drawing_.width, drawing_.height};
    const SurfacePtr surface = surfaceOf(dots, page, *dotsDpi_);
    if (surface == nullptr) return paintDots(cairo_, dots);
    cairo_save(cairo_);
    cairo_scale(cairo_, 72 / *dotsDpi_, 72 / *dotsDpi_);
    cairo_set_source_surface(cairo_, surface.get(), 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
}

void CairoPainter::paint(const Text& text) {
    const TextMeasure measure(drawing_.fontFamily);
    const double body = measure.width(text.text, text.size, text.bold);
    const double small = text.size * kRaisedSize;
    const double width = body + measure.width(text.raised, small, text.bold);
    cairo_save(cairo_);
    cairo_translate(cairo_, text.at.x, text.at.y);
    cairo_rotate(cairo_, -text.angleDeg * std::numbers::pi / 180);
    const double left = text.align == Align::kLeft ? 0 : text.align == Align::kCentre ? -width / 2 : -width;
    paintRun(cairo_, drawing_, text, text.text, text.size, {left, 0});
    if (!text.raised.empty()) paintRun(cairo_, drawing_, text, text.raised, small, {left + body, -text.size * kRaisedLift});
    cairo_restore(cairo_);
}

void CairoPainter::paint(const Picture& picture) {
    if (picture.image == nullptr || picture.image->empty()) return;
    const SurfacePtr surface = surfaceOf(*picture.image);
    if (surface == nullptr) return;
    const Rect& to = picture.to;
    cairo_save(cairo_);
    addRectangle(cairo_, to);
    cairo_clip(cairo_);
    cairo_translate(cairo_, to.x, to.y);
    cairo_scale(cairo_, to.width / picture.image->width, to.height / picture.image->height);
    cairo_set_source_surface(cairo_, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo_), picture.smooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
    cairo_pattern_set_extend(cairo_get_source(cairo_), CAIRO_EXTEND_PAD);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    if (!picture.frame) return;
    addRectangle(cairo_, to);
    setStroke(*picture.frame);
    cairo_stroke(cairo_);
}

void CairoPainter::paint(const BeginClip& clip) {
    cairo_save(cairo_);
    addRectangle(cairo_, clip.to);
    cairo_clip(cairo_);
}

void CairoPainter::paint(const EndClip&) { cairo_restore(cairo_); }

}  // namespace facespace::figure
