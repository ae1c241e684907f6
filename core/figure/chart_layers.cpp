// Layers of a chart as marks.
#include <algorithm>
#include <cmath>

#include "core/figure/bins.h"
#include "core/figure/chart_frame.h"
#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

constexpr std::ptrdiff_t kMostFilled = 3;

bool finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Polylines broken where there is no value.
std::vector<std::vector<Point>> piecesOf(const std::vector<double>& x, const std::vector<double>& y, const Frame& frame) {
    std::vector<std::vector<Point>> pieces(1);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        const Point p = frame.at(x[i], y[i]);
        if (finite(p)) {
            pieces.back().push_back(p);
        } else if (!pieces.back().empty()) {
            pieces.emplace_back();
        }
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

struct Brush {
    Drawing& drawing;
    const Chart& chart;
    const Frame& frame;
    const Style& style;
    Rgb colour;
    std::size_t groups = 1, group = 0;  ///< Of Bars layers side by side.
    bool fillsHistograms = true;        ///< Few of them; many pale areas on each other hide which is which.
};

void paint(const Brush& b, const Line& line) {
    if (!line.low.empty() && line.low.size() == line.high.size()) {
        std::vector<Point> band;
        for (std::size_t i = 0; i < line.low.size(); ++i) band.push_back(b.frame.at(line.x[i], line.high[i]));
        for (std::size_t i = line.low.size(); i-- > 0;) band.push_back(b.frame.at(line.x[i], line.low[i]));
        std::erase_if(band, [](Point p) { return !finite(p); });
        if (band.size() > 2) b.drawing.marks.push_back(Path{{std::move(band)}, true, Fill{b.colour, 0.18}, {}});
    }
    b.drawing.marks.push_back(
        Path{piecesOf(line.x, line.y, b.frame), false, {}, Stroke{b.colour, line.width, 1, line.dash}});
    if (!line.dots) return;
    Dots dots{{}, {b.colour}, 1.4 * line.width, 1, 0, {}};
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        if (const Point p = b.frame.at(line.x[i], line.y[i]); finite(p)) dots.centres.push_back(p);
    }
    b.drawing.marks.push_back(std::move(dots));
}

void paint(const Brush& b, const Scatter& scatter) {
    Dots dots;
    const auto count = static_cast<double>(std::max<std::size_t>(scatter.x.size(), 1));
    dots.radius = scatter.radius > 0
                      ? scatter.radius
                      : std::clamp(0.28 * std::sqrt(b.frame.plot.width * b.frame.plot.height / count), 0.45, 1.6);
    dots.alpha = scatter.alpha > 0 ? scatter.alpha : scatter.byDensity ? 1 : std::clamp(40 / std::sqrt(count), 0.25, 0.9);
    std::vector<Rgb> colours = scatter.colours;
    if (scatter.byDensity)
        for (const double density : densityOf(b.chart, scatter)) colours.push_back(densityColour(density, b.style.dark));
    if (colours.size() != scatter.x.size()) dots.colours = {b.colour};
    for (std::size_t i = 0; i < std::min(scatter.x.size(), scatter.y.size()); ++i) {
        const Point p = b.frame.at(scatter.x[i], scatter.y[i]);
        if (!finite(p)) continue;
        dots.centres.push_back(p);
        if (colours.size() == scatter.x.size()) dots.colours.push_back(colours[i]);
    }
    if (!dots.centres.empty()) b.drawing.marks.push_back(std::move(dots));
}

void paint(const Brush& b, const Bars& bars) {
    const double each = 0.72 / static_cast<double>(b.groups);
    const double zero = b.frame.y.scale == Scale::kLinear ? 0 : b.frame.y.rawLow;
    for (std::size_t i = 0; i < bars.heights.size(); ++i) {
        const double left = static_cast<double>(i) - 0.36 + each * static_cast<double>(b.group);
        const Point from = b.frame.at(left, zero), to = b.frame.at(left + each, bars.heights[i]);
        if (!finite(from) || !finite(to)) continue;
        b.drawing.rectangle({from.x, std::min(from.y, to.y), (to.x - from.x) * 0.96, std::abs(to.y - from.y)},
                            Fill{b.colour, 1});
        if (i >= bars.low.size() || i >= bars.high.size()) continue;
        const double x = (from.x + to.x) / 2;
        const Point low = b.frame.at(left, bars.low[i]), high = b.frame.at(left, bars.high[i]);
        if (finite(low) && finite(high)) b.drawing.line({x, low.y}, {x, high.y}, Stroke{b.style.ink, 0.6, 1, {}});
    }
}

void paint(const Brush& b, const Histogram& histogram) {
    const double zero = b.frame.y.scale == Scale::kLinear ? 0 : b.frame.y.rawLow;
    const double base = b.frame.at(b.frame.x.rawLow, zero).y;
    std::vector<Point> outline;
    for (std::size_t i = 0; i + 1 < histogram.edges.size() && i < histogram.counts.size(); ++i) {
        Point left = b.frame.at(histogram.edges[i], histogram.counts[i]);
        const double right = b.frame.at(histogram.edges[i + 1], zero).x;
        if (!std::isfinite(left.y)) left.y = base;
        if (outline.empty()) outline.push_back({left.x, base});
        outline.push_back(left);
        outline.push_back({right, left.y});
    }
    if (outline.empty()) return;
    outline.push_back({outline.back().x, base});
    if (b.fillsHistograms)
        b.drawing.marks.push_back(Path{{outline}, true, Fill{b.colour, histogram.emphasised ? 0.85 : 0.3}, {}});
    b.drawing.marks.push_back(Path{{std::move(outline)}, false, {}, Stroke{b.colour, 0.9, 1, {}}});
}

void paint(const Brush& b, const HeatMap& map) {
    if (map.rows == 0 || map.columns == 0 || map.values.size() != map.rows * map.columns) return;
    auto image = std::make_shared<Image>();
    image->width = static_cast<int>(map.columns);
    image->height = static_cast<int>(map.rows);
    image->pixels.resize(3 * map.values.size());
    for (std::size_t row = 0; row < map.rows; ++row) {
        // The image's first row is at the top: where the axis runs upwards that is the last one.
        const std::size_t from = b.frame.y.reversed ? row : map.rows - 1 - row;
        for (std::size_t column = 0; column < map.columns; ++column) {
            const std::size_t source = b.frame.x.reversed ? map.columns - 1 - column : column;
            const Rgb c = map.scale.at(map.values[from * map.columns + source]);
            std::uint8_t* pixel = image->row(static_cast<int>(row)) + 3 * column;
            pixel[0] = c.r;
            pixel[1] = c.g;
            pixel[2] = c.b;
        }
    }
    // More cells than the printer has dots are averaged, fewer keep their edges.
    const bool fine =
        static_cast<double>(map.columns) > b.frame.plot.width * 4 || static_cast<double>(map.rows) > b.frame.plot.height * 4;
    b.drawing.marks.push_back(Picture{std::move(image), b.frame.plot, fine, {}});
}

void paint(const Brush& b, const Rule& rule) {
    const Rect& plot = b.frame.plot;
    const Stroke stroke{b.colour, 0.6, 1, rule.dash};
    const double em = b.style.fontPt;
    Text label{.text = rule.label, .raised = {}, .at = {}, .size = em, .colour = b.style.muted, .halo = b.style.background};
    if (rule.vertical) {
        const double x = b.frame.at(rule.at, b.frame.y.rawLow).x;
        if (!std::isfinite(x)) return;
        b.drawing.line({x, plot.y}, {x, plot.bottom()}, stroke);
        const bool right = x < plot.centre().x;
        label.at = {x + (right ? 0.3 : -0.3) * em, plot.y + em};
        label.align = right ? Align::kLeft : Align::kRight;
    } else {
        const double y = b.frame.at(b.frame.x.rawLow, rule.at).y;
        if (!std::isfinite(y)) return;
        b.drawing.line({plot.x, y}, {plot.right(), y}, stroke);
        label.at = {plot.right(), y - 0.3 * em};
        label.align = Align::kRight;
    }
    if (!label.text.empty()) b.drawing.marks.push_back(std::move(label));
}

void paint(const Brush& b, const Diagonal& line) {
    const double low = b.frame.x.rawLow, high = b.frame.x.rawHigh;
    constexpr int kSteps = 64;
    std::vector<double> x, y;
    for (int i = 0; i <= kSteps; ++i) {
        x.push_back(low + (high - low) * i / kSteps);
        y.push_back(line.slope * x.back() + line.intercept);
    }
    b.drawing.marks.push_back(Path{piecesOf(x, y, b.frame), false, {}, Stroke{b.colour, 0.6, 1, line.dash}});
}

void paint(const Brush& b, const Note& note) {
    const Rect& plot = b.frame.plot;
    const double em = b.style.fontPt;
    double y = plot.bottom() - note.y * plot.height + (note.y > 0.5 ? TextMeasure::ascent(em) : 0);
    const std::string& text = note.text;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        b.drawing.marks.push_back(Text{.text = text.substr(at, end - at),
                                       .raised = {},
                                       .at = {plot.x + note.x * plot.width, y},
                                       .align = note.align,
                                       .size = em,
                                       .colour = b.style.ink,
                                       .halo = b.style.background});
        y += TextMeasure::line(em);
        at = end + 1;
    }
}

void paint(const Brush& b, const Custom& custom) { custom.paint(b.drawing, b.frame.plot, b.style); }

template <class T>
bool overlaysAxes() {
    return std::is_same_v<T, Note> || std::is_same_v<T, Rule> || std::is_same_v<T, Custom>;
}

}  // namespace

Rgb resolved(const Colour& colour, const Style& style) {
    if (const auto* fixed = std::get_if<Rgb>(&colour)) return *fixed;
    const auto* tone = std::get_if<Tone>(&colour);
    return tone == nullptr || *tone == Tone::kText ? style.ink : toneColour(*tone, style.dark);
}

std::vector<Rgb> layerColours(const Chart& chart, const Style& style) {
    std::vector<Rgb> colours;
    std::size_t next = 0;
    const auto colourOf = [&](const Colour& colour) {
        if (!std::holds_alternative<std::monostate>(colour)) return resolved(colour, style);
        return classColours()[next++ % classColours().size()];
    };
    for (const Layer& layer : chart.layers) {
        colours.push_back(std::visit(
            [&](const auto& l) {
                if constexpr (requires { l.byDensity; }) {
                    if (l.byDensity) return densityColour(0.6, style.dark);
                }
                if constexpr (requires { l.colour; }) {
                    return colourOf(l.colour);
                } else {
                    return Rgb{};
                }
            },
            layer));
    }
    return colours;
}

void paintLayers(Drawing& drawing, const Chart& chart, const Frame& frame, const Style& style) {
    const auto colours = layerColours(chart, style);
    const auto isBars = [](const Layer& layer) { return std::holds_alternative<Bars>(layer); };
    const auto groups = static_cast<std::size_t>(std::count_if(chart.layers.begin(), chart.layers.end(), isBars));
    const bool few = std::ranges::count_if(chart.layers, [](const Layer& layer) {
                         return std::holds_alternative<Histogram>(layer);
                     }) <= kMostFilled;
    std::size_t group = 0;
    for (std::size_t i = 0; i < chart.layers.size(); ++i) {
        const Brush brush{drawing, chart, frame, style, colours[i], std::max<std::size_t>(groups, 1), group, few};
        if (isBars(chart.layers[i])) ++group;
        std::visit(
            [&](const auto& layer) {
                const bool clip = !overlaysAxes<std::decay_t<decltype(layer)>>();
                if (clip) drawing.marks.push_back(BeginClip{frame.plot});
                paint(brush, layer);
                if (clip) drawing.marks.push_back(EndClip{});
            },
            chart.layers[i]);
    }
}

std::vector<Point> occupied(const Chart& chart, const Frame& frame) {
    // The layers are painted apart, and their marks followed.
    Drawing marks;
    paintLayers(marks, chart, frame, Style{});
    std::vector<Point> points;
    constexpr double kStep = 3;
    for (const Mark& mark : marks.marks) {
        if (const auto* dots = std::get_if<Dots>(&mark)) {
            points.insert(points.end(), dots->centres.begin(), dots->centres.end());
        } else if (const auto* text = std::get_if<Text>(&mark)) {
            points.insert(points.end(), 20, text->at);
        } else if (const auto* picture = std::get_if<Picture>(&mark)) {
            for (double y = picture->to.y; y < picture->to.bottom(); y += kStep) {
                for (double x = picture->to.x; x < picture->to.right(); x += kStep) points.push_back({x, y});
            }
        } else if (const auto* path = std::get_if<Path>(&mark)) {
            for (const auto& part : path->parts) {
                for (std::size_t i = 1; i < part.size(); ++i) {
                    const double dx = part[i].x - part[i - 1].x, dy = part[i].y - part[i - 1].y;
                    const int steps = 1 + static_cast<int>(std::min(std::hypot(dx, dy) / kStep, 1000.0));
                    for (int s = 0; s <= steps; ++s)
                        points.push_back({part[i - 1].x + dx * s / steps, part[i - 1].y + dy * s / steps});
                }
            }
        }
    }
    return points;
}

}  // namespace facespace::figure
