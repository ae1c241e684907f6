#pragma once
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/figure/colour_maps.h"
#include "core/image/image.h"

/// A page of marks as plain values: what is drawn, apart from the file format it ends in. Lengths are points (1/72 inch),
/// x to the right and y down from the page's top left corner.
namespace facespace::figure {

inline constexpr double kPointsPerMm = 72 / 25.4;

struct Point {
    double x = 0, y = 0;
};

struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
    bool overlaps(const Rect& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
};

struct Stroke {
    Rgb colour;
    double width = 0.5;
    double alpha = 1;
    std::vector<double> dash;  ///< Lengths of dashes and gaps; empty: solid.
};

struct Fill {
    Rgb colour;
    double alpha = 1;
};

/// Polylines or, if closed, polygons, filled first and stroked then.
struct Path {
    std::vector<std::vector<Point>> parts;
    bool closed = false;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
};

/// Many discs of one size, painted in order. Above a number of them (DrawOptions) vector files hold them as an image.
struct Dots {
    std::vector<Point> centres;
    std::vector<Rgb> colours;  ///< One each, or a single one for all.
    double radius = 1;
    double alpha = 1;
    double rimWidth = 0;     ///< 0: none.
    std::optional<Rgb> rim;  ///< Empty: a darker shade of each disc's own colour.
};

enum class Align { kLeft, kCentre, kRight };

/// One line of text. `raised` follows `text` as a superscript (exponents).
struct Text {
    std::string text, raised;
    Point at;  ///< On the baseline, at the side that `align` says.
    Align align = Align::kLeft;
    double size = 7;  ///< Points.
    bool bold = false, italic = false;
    double angleDeg = 0;  ///< Anticlockwise; 90 reads upwards.
    Rgb colour;
    std::optional<Rgb> halo;  ///< A rim of this colour that keeps it readable on points.
};

struct Picture {
    std::shared_ptr<const Image> image;
    Rect to;
    bool smooth = true;  ///< False: cells of a heat map keep sharp edges.
    std::optional<Stroke> frame;
};

/// Everything up to the matching EndClip is cut off outside the rectangle.
struct BeginClip {
    Rect to;
};
struct EndClip {};

using Mark = std::variant<Path, Dots, Text, Picture, BeginClip, EndClip>;

struct Drawing {
    double width = 0, height = 0;  ///< Points.
    Rgb background{255, 255, 255};
    std::string fontFamily;  ///< Empty: the default (kDefaultFonts).
    std::string title;
    std::vector<std::pair<std::string, std::string>> provenance;  ///< How it was made, kept in the file.
    std::vector<Mark> marks;

    void line(Point from, Point to, Stroke stroke) { marks.push_back(Path{{{from, to}}, false, {}, std::move(stroke)}); }
    void rectangle(const Rect& r, std::optional<Fill> fill, std::optional<Stroke> stroke = {});
};

/// A shade for rims and for words in a colour that is too light for letters.
Rgb darker(Rgb colour);

/// Families tried in this order; the first has the widths of Arial and Helvetica, which print usually asks for.
inline constexpr const char* kDefaultFonts = "Liberation Sans,Arial,Helvetica,DejaVu Sans,sans-serif";

}  // namespace facespace::figure
