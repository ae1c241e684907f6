#pragma once
#include <pango/pangocairo.h>
#include <memory>
#include <string>

namespace facespace::figure {

struct GObjectDeleter {
    void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, GObjectDeleter>;

/// A line of text in a layout without hinting; `cairo` may be null for measuring only.
LayoutPtr makeLayout(cairo_t* cairo, const std::string& family, const std::string& text, double size, bool bold,
                     bool italic);
double layoutWidth(PangoLayout* layout);
double layoutBaseline(PangoLayout* layout);

}  // namespace facespace::figure
