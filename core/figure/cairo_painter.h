#pragma once
#include <cairo.h>
#include <memory>
#include <optional>

#include "core/figure/drawing.h"

namespace facespace::figure {

struct CairoDeleter {
    void operator()(cairo_t* c) const { cairo_destroy(c); }
    void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};
using CairoPtr = std::unique_ptr<cairo_t, CairoDeleter>;
using SurfacePtr = std::unique_ptr<cairo_surface_t, CairoDeleter>;

/// The image as a surface that keeps a copy of its pixels. Null without memory.
SurfacePtr surfaceOf(const Image& image);
/// The discs alone on a transparent surface of `area` at a resolution; null without memory.
SurfacePtr surfaceOf(const Dots& dots, const Rect& area, double dpi);

/// Paints marks of a drawing on a cairo context whose unit is the point.
class CairoPainter {
  public:
    /// @param dotsDpi  Dots that `asImage` names are painted as an image of this resolution.
    CairoPainter(cairo_t* cairo, const Drawing& drawing) : cairo_(cairo), drawing_(drawing) {}
    /// Discs of drawings with more than `most` are rasterised at `dpi`.
    void rasteriseDotsAbove(std::size_t most, double dpi);
    void paintGround();
    void paintMarks();

  private:
    void paint(const Path& path);
    void paint(const Dots& dots);
    void paint(const Text& text);
    void paint(const Picture& picture);
    void paint(const BeginClip& clip);
    void paint(const EndClip&);
    void setStroke(const Stroke& stroke);

    cairo_t* cairo_;
    const Drawing& drawing_;
    std::optional<double> dotsDpi_;
};

/// Number of discs in all, and which marks of many are to become images.
std::size_t countDots(const Drawing& drawing);
/// Small groups (a highlighted few) stay vector marks in any case.
bool isManyDots(const Dots& dots);

}  // namespace facespace::figure
