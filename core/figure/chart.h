#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/common/number_text.h"
#include "core/common/text.h"
#include "core/figure/colour_scale.h"
#include "core/figure/drawing.h"
#include "core/figure/mark_rows.h"
#include "core/figure/scales.h"
#include "core/figure/tones.h"

/// Figures as plain values: panels of axes and layers. The window draws a chart as it is; for print layOut() turns a figure
/// into a Drawing, write.h that into a file:
///
///     Figure figure;
///     Chart& chart = figure.add();
///     chart.x.title = "Distance from origin";
///     chart.layers.push_back(Histogram{edges, counts});
///     save(layOut(figure), "distance.pdf");
namespace facespace::figure {

inline constexpr double kOneColumnMm = 85, kTwoColumnsMm = 178;

struct Axis {
    facespace::Text title;
    facespace::Text brief = {};  ///< The title where there is no room for it; empty: the title up to its parenthesis.
    Scale scale = Scale::kLinear;
    std::optional<double> low, high;  ///< Empty: from the data.
    bool fromZero = false;            ///< 0 belongs to the axis (counts, bars).
    TickOptions ticks;
    std::vector<facespace::Text> names;  ///< Of the categories.
    bool reversed = false;               ///< Rows of a heat map read from the top.
    bool visible = true;                 ///< With line, ticks and title.
};

/// What the pointer finds of a layer.
struct Pointing {
    bool picks = false;         ///< Marks can be pointed at, which tells their values, and clicked.
    facespace::Text name = {};  ///< Said of a mark; empty: the layer's label.
};

/// In the legend if it has a label.
struct Line {
    std::vector<double> x, y;       ///< NaN interrupts the line.
    std::vector<double> low, high;  ///< Of an interval, drawn as a pale band; empty: none.
    facespace::Text label;
    Colour colour;
    double width = 1;
    std::vector<double> dash;
    bool dots = false;        ///< A mark at each point.
    std::string figure = {};  ///< A number behind the label in the legend.
    MarkRows rows = {};
    Pointing pointing = {};
};

struct Scatter {
    std::vector<double> x, y;
    std::vector<Rgb> colours;  ///< Per point; empty: `colour`.
    facespace::Text label;
    Colour colour;
    double radius = 0;       ///< Points; 0: by their number.
    double alpha = 0;        ///< 0: by their number.
    bool byDensity = false;  ///< Each takes the colour of how many are near.
    MarkRows rows = {};
    Pointing pointing = {};
};

/// Bars on a category axis, upright; `low` and `high` are ends of error bars.
struct Bars {
    std::vector<double> heights, low, high;
    facespace::Text label;
    Colour colour;
    MarkRows rows = {};
    Pointing pointing = {};
};

struct Histogram {
    std::vector<double> edges, counts;  ///< One edge more than counts.
    facespace::Text label;
    Colour colour;
    bool emphasised = false;  ///< Filled, before the others: what is selected of them.
    MarkRows rows = {};
    Pointing pointing = {};
};

/// Cells at (column, row); values row by row, NaN: no value. On axes without ticks of their own, columns and rows are
/// category axes or cover [low, high] of the axis.
struct HeatMap {
    std::size_t rows = 0, columns = 0;
    std::vector<double> values;
    ColourScale scale;
};

/// A line across the plot.
struct Rule {
    bool vertical = true;
    double at = 0;
    facespace::Text label;  ///< At its end; on the screen in the legend.
    std::vector<double> dash{2, 2};
    Colour colour = Tone::kText;
};

/// y = slope · x + intercept, across the plot.
struct Diagonal {
    double slope = 1, intercept = 0;
    std::vector<double> dash{2, 2};
    facespace::Text label = {};
    Colour colour = Tone::kText;
};

/// Words in the plot; x and y are parts of its width and height from the lower left corner.
struct Note {
    facespace::Text text;
    double x = 0.02, y = 0.98;
    Align align = Align::kLeft;
};

struct Style;
/// Anything else, painted into the plot.
struct Custom {
    std::function<void(Drawing&, const Rect& plot, const Style&)> paint;
};

using Layer = std::variant<Line, Scatter, Bars, Histogram, HeatMap, Rule, Diagonal, Note, Custom>;

enum class LegendPlace {
    kAuto,   ///< In the corner of the plot where it hides least, or at the right if it would hide much.
    kRight,  ///< Beside the plot.
    kBelow,
    kNone,
};

/// What a legend says besides the labels of layers.
struct LegendEntry {
    facespace::Text label;
    std::string count;
    Rgb colour;
    bool dot = true;  ///< Else a square.
};

struct Legend {
    LegendPlace place = LegendPlace::kAuto;
    facespace::Text title;
    std::vector<LegendEntry> entries;
    std::optional<ColourScale> bar;  ///< A colour bar, beside the plot.
};

struct Chart {
    facespace::Text title;  ///< Above the plot, small.
    Axis x, y;
    std::vector<Layer> layers;
    Legend legend;
    facespace::Text footnote;  ///< Small, below the plot.
    bool squareUnits = false;  ///< One unit is as long on x as on y (ROC, predicted against labelled).
    bool wholeRow = false;     ///< As wide as the page, in a row of the grid by itself.
};

struct Style {
    double fontPt = 7;
    std::string fontFamily;  ///< Empty: kDefaultFonts.
    Rgb ink{30, 30, 30};     ///< Text.
    Rgb line{90, 90, 90};    ///< Axes and ticks.
    Rgb muted{110, 110, 110};
    Rgb background{255, 255, 255};
    bool dark = false;  ///< The ground: tones have lighter colours on it.
    double axisWidth = 0.5;
    /// What custom layers write, in the language of who looks at it; null: English.
    std::string (*said)(const facespace::Text& text) = nullptr;

    std::string say(const facespace::Text& text) const {
        return said == nullptr ? withTrueMinus(text.english()) : said(text);
    }
};

struct Figure {
    double widthMm = kOneColumnMm;
    double heightMm = 0;  ///< 0: from the width and the number of rows.
    Style style;
    facespace::Text title;                         ///< Above all; empty as a rule: captions say it.
    int columns = 1;                               ///< Of the grid of panels, filled row by row.
    std::vector<double> columnWidths, rowHeights;  ///< Relative; empty: equal.
    bool letters = false;                          ///< a, b, … at the panels.
    std::vector<Chart> charts;
    std::vector<std::pair<std::string, std::string>> provenance;

    /// A new panel; the reference holds until the next call.
    Chart& add() { return charts.emplace_back(); }
};

Drawing layOut(const Figure& figure);

}  // namespace facespace::figure
