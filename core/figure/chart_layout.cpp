// Panels on the page: margins, legends, and one after the other their axes and layers.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/figure/chart_axes.h"
#include "core/figure/legend.h"
#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

constexpr double kPageMargin = 2;
constexpr double kPlotShape = 0.72;   ///< Height by width of a plot whose height is free.
constexpr double kMostHidden = 0.25;  ///< Marks per area under a legend inside the plot, by those on average.
constexpr std::size_t kNoteLines = 3;
constexpr double kLegendGap = 0.9, kInset = 0.6;  ///< In letter heights.

std::vector<LegendSample> samplesOf(const Chart& chart) {
    std::vector<LegendSample> samples;
    const auto colours = layerColours(chart);
    for (std::size_t i = 0; i < chart.layers.size(); ++i) {
        std::visit(
            [&](const auto& layer) {
                using L = std::decay_t<decltype(layer)>;
                if constexpr (requires {
                                  layer.label;
                                  layer.colour;
                              }) {
                    if (layer.label.empty()) return;
                    LegendSample sample{LegendSample::Kind::kSquare, colours[i], {}, layer.label, {}};
                    if constexpr (std::is_same_v<L, Line>) {
                        sample.kind = LegendSample::Kind::kLine;
                        sample.dash = layer.dash;
                    } else if constexpr (std::is_same_v<L, Scatter>) {
                        sample.kind = LegendSample::Kind::kDot;
                    }
                    samples.push_back(std::move(sample));
                }
            },
            chart.layers[i]);
    }
    for (const LegendEntry& entry : chart.legend.entries) {
        samples.push_back({entry.dot ? LegendSample::Kind::kDot : LegendSample::Kind::kSquare,
                           entry.colour,
                           {},
                           entry.label,
                           entry.count});
    }
    return samples;
}

std::optional<ColourScale> barOf(const Chart& chart) {
    if (chart.legend.bar) return chart.legend.bar;
    for (const Layer& layer : chart.layers) {
        if (const auto* map = std::get_if<HeatMap>(&layer)) return map->scale;
    }
    return {};
}

struct Cell {
    const Chart* chart = nullptr;
    Rect area;
    Ranges ranges;
    Margins margins;
    LegendPlace place = LegendPlace::kNone;
    std::optional<LegendBlock> legend;
    std::vector<std::string> footnote;
    Rect plot;
    Point legendAt;
};

double sum(const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); }

class PageLayout {
  public:
    explicit PageLayout(const Figure& figure)
        : figure_(figure),
          em_(figure.style.fontPt),
          width_(figure.widthMm * kPointsPerMm),
          columns_(static_cast<std::size_t>(std::max(figure.columns, 1))),
          rows_(std::max<std::size_t>((figure.charts.size() + columns_ - 1) / columns_, 1)) {
        for (const Chart& chart : figure.charts) {
            Cell cell;
            cell.chart = &chart;
            cell.ranges = rangesOf(chart);
            cell.place = chart.legend.place;
            cells_.push_back(std::move(cell));
        }
        titleHeight_ = figure.title.empty() ? 0 : 1.6 * em_;
    }

    Drawing draw() {
        arrange();
        // A legend that would hide much moves out; that changes the plots, so all is arranged again.
        if (placeInside()) arrange();
        placeInside();
        Drawing drawing;
        drawing.width = width_;
        drawing.height = height_;
        drawing.background = figure_.style.background;
        drawing.fontFamily = figure_.style.fontFamily;
        drawing.title = figure_.title;
        drawing.provenance = figure_.provenance;
        if (!figure_.title.empty())
            addText(drawing, figure_.title, {kPageMargin, kPageMargin + TextMeasure::ascent(em_)}, true);
        for (std::size_t i = 0; i < cells_.size(); ++i) paint(drawing, cells_[i], i);
        return drawing;
    }

  private:
    double noteSize() const { return 0.86 * em_; }
    double noteHeight(const Cell& cell) const {
        return cell.footnote.empty() ? 0
                                     : static_cast<double>(cell.footnote.size()) * TextMeasure::line(noteSize()) + 0.5 * em_;
    }
    double gap() const { return 1.6 * em_; }
    double weight(const std::vector<double>& weights, std::size_t i) const { return i < weights.size() ? weights[i] : 1; }

    std::vector<double> shares(const std::vector<double>& weights, std::size_t count, double length) const {
        double total = 0;
        for (std::size_t i = 0; i < count; ++i) total += weight(weights, i);
        std::vector<double> parts;
        for (std::size_t i = 0; i < count; ++i) {
            parts.push_back((length - gap() * static_cast<double>(count - 1)) * weight(weights, i) / total);
        }
        return parts;
    }

    void arrange() {
        const auto widths = shares(figure_.columnWidths, columns_, width_ - 2 * kPageMargin);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            cells_[i].area.width = widths[i % columns_];
            cells_[i].area.height = figure_.heightMm > 0 ? figure_.heightMm * kPointsPerMm / static_cast<double>(rows_)
                                                         : cells_[i].area.width * kPlotShape;
            measure(cells_[i]);
        }
        alignMargins();
        const auto heights = rowHeights();
        height_ = figure_.heightMm > 0
                      ? figure_.heightMm * kPointsPerMm
                      : sum(heights) + gap() * static_cast<double>(rows_ - 1) + titleHeight_ + 2 * kPageMargin;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const std::size_t column = i % columns_, row = i / columns_;
            Rect& area = cells_[i].area;
            area.x = kPageMargin + gap() * static_cast<double>(column);
            for (std::size_t c = 0; c < column; ++c) area.x += widths[c];
            area.y = kPageMargin + titleHeight_ + gap() * static_cast<double>(row);
            for (std::size_t r = 0; r < row; ++r) area.y += heights[r];
            area.height = heights[row];
            fitPlot(cells_[i]);
        }
    }

    /// Margins of one panel, with those of a legend outside its plot.
    void measure(Cell& cell) {
        const Chart& chart = *cell.chart;
        cell.margins = axisMargins(chart, cell.ranges, cell.area, figure_.style);
        if (figure_.letters && chart.title.empty()) cell.margins.top += TextMeasure::line(em_) + 0.3 * em_;
        cell.footnote.clear();
        if (!chart.footnote.empty()) {
            const double width = cell.area.width - cell.margins.left - cell.margins.right;
            cell.footnote = TextMeasure(figure_.style.fontFamily).wrapped(chart.footnote, noteSize(), width, kNoteLines);
            cell.margins.bottom += noteHeight(cell);
        }
        cell.legend.reset();
        auto samples = samplesOf(chart);
        const auto bar = barOf(chart);
        if (chart.legend.place == LegendPlace::kNone || (samples.empty() && !bar)) return;
        if (cell.place == LegendPlace::kAuto && bar) cell.place = LegendPlace::kRight;
        const bool below = cell.place == LegendPlace::kBelow;
        const double room = cell.area.width - cell.margins.left - cell.margins.right;
        cell.legend.emplace(chart.legend.title, std::move(samples), bar, figure_.style,
                            below ? LegendBlock::Flow::kRows : LegendBlock::Flow::kColumn, below ? room : room * 0.5,
                            cell.area.height - cell.margins.top - cell.margins.bottom);
        if (cell.place == LegendPlace::kRight) cell.margins.right += cell.legend->width() + kLegendGap * em_;
        if (below) cell.margins.bottom += cell.legend->height() + kLegendGap * em_;
    }

    /// Plots of one column share their left and right edges, those of one row their top and bottom.
    void alignMargins() {
        for (Cell& cell : cells_) {
            for (Cell& other : cells_) {
                const std::size_t a = index(cell), b = index(other);
                if (a % columns_ == b % columns_) {
                    cell.margins.left = other.margins.left = std::max(cell.margins.left, other.margins.left);
                    cell.margins.right = other.margins.right = std::max(cell.margins.right, other.margins.right);
                }
                if (a / columns_ == b / columns_) {
                    cell.margins.top = other.margins.top = std::max(cell.margins.top, other.margins.top);
                    cell.margins.bottom = other.margins.bottom = std::max(cell.margins.bottom, other.margins.bottom);
                }
            }
        }
    }
    std::size_t index(const Cell& cell) const { return static_cast<std::size_t>(&cell - cells_.data()); }

    std::vector<double> rowHeights() const {
        if (figure_.heightMm > 0)
            return shares(figure_.rowHeights, rows_, figure_.heightMm * kPointsPerMm - titleHeight_ - 2 * kPageMargin);
        std::vector<double> heights(rows_, 0);
        for (const Cell& cell : cells_) {
            const double plotWidth = cell.area.width - cell.margins.left - cell.margins.right;
            const double shape = cell.chart->squareUnits ? cell.ranges.y.span() / cell.ranges.x.span() : kPlotShape;
            const std::size_t row = index(cell) / columns_;
            heights[row] = std::max(
                heights[row], plotWidth * shape * weight(figure_.rowHeights, row) + cell.margins.top + cell.margins.bottom);
        }
        return heights;
    }

    void fitPlot(Cell& cell) {
        const Margins& m = cell.margins;
        cell.plot = {cell.area.x + m.left, cell.area.y + m.top, std::max(cell.area.width - m.left - m.right, 1.0),
                     std::max(cell.area.height - m.top - m.bottom, 1.0)};
        if (cell.chart->squareUnits) {
            const double unit = std::min(cell.plot.width / cell.ranges.x.span(), cell.plot.height / cell.ranges.y.span());
            cell.plot.width = unit * cell.ranges.x.span();
            cell.plot.height = unit * cell.ranges.y.span();
        }
        if (!cell.legend) return;
        if (cell.place == LegendPlace::kRight) cell.legendAt = {cell.plot.right() + kLegendGap * em_, cell.plot.y};
        if (cell.place == LegendPlace::kBelow)
            cell.legendAt = {cell.plot.x, cell.area.bottom() - noteHeight(cell) - cell.legend->height()};
    }

    /// True if a legend found no place and goes to the right.
    bool placeInside() {
        bool moved = false;
        for (Cell& cell : cells_) {
            if (!cell.legend || cell.place != LegendPlace::kAuto) continue;
            if (const auto corner = bestCorner(cell)) {
                cell.legendAt = *corner;
            } else {
                cell.place = LegendPlace::kRight;
                moved = true;
            }
        }
        return moved;
    }

    std::optional<Point> bestCorner(const Cell& cell) const {
        const double w = cell.legend->width(), h = cell.legend->height(), inset = kInset * em_;
        const Rect& plot = cell.plot;
        if (w > plot.width * 0.6 || h > plot.height * 0.6) return {};
        const auto points = occupied(*cell.chart, {plot, cell.ranges.x, cell.ranges.y});
        const double left = plot.x + inset, right = plot.right() - w - inset;
        const double top = plot.y + 0.2 * em_, bottom = plot.bottom() - h - inset;
        std::optional<Point> best;
        double least = kMostHidden;
        for (const Point corner : {Point{right, top}, Point{left, top}, Point{right, bottom}, Point{left, bottom},
                                   Point{plot.centre().x - w / 2, top}}) {
            const Rect box{corner.x - inset / 2, corner.y - inset / 2, w + inset, h + inset};
            const auto hidden =
                static_cast<double>(std::count_if(points.begin(), points.end(), [&](Point p) { return box.contains(p); }));
            const double average = static_cast<double>(points.size()) * box.width * box.height / (plot.width * plot.height);
            const double part = average > 0 ? hidden / average : 0;
            if (part < least) {
                least = part;
                best = corner;
            }
        }
        return best;
    }

    void addText(Drawing& drawing, const std::string& text, Point at, bool bold) const {
        drawing.marks.push_back(
            Text{.text = text, .raised = {}, .at = at, .size = em_, .bold = bold, .colour = figure_.style.ink, .halo = {}});
    }

    void paint(Drawing& drawing, const Cell& cell, std::size_t i) const {
        const Frame frame{cell.plot, cell.ranges.x, cell.ranges.y};
        paintLayers(drawing, *cell.chart, frame, figure_.style);
        paintAxes(drawing, *cell.chart, frame, figure_.style);
        if (cell.legend) cell.legend->paint(drawing, cell.legendAt);
        double x = cell.plot.x;
        const double y = cell.area.y + TextMeasure::ascent(em_);
        if (figure_.letters) {
            addText(drawing, std::string(1, static_cast<char>('a' + i % 26)), {cell.area.x, y}, true);
            x = std::max(x, cell.area.x + 1.2 * em_);
        }
        double noteY = cell.area.bottom() - noteHeight(cell) + 0.5 * em_ + TextMeasure::ascent(noteSize());
        for (const std::string& line : cell.footnote) {
            drawing.marks.push_back(Text{.text = line,
                                         .raised = {},
                                         .at = {cell.plot.x, noteY},
                                         .size = noteSize(),
                                         .colour = figure_.style.muted,
                                         .halo = {}});
            noteY += TextMeasure::line(noteSize());
        }
        if (!cell.chart->title.empty()) addText(drawing, cell.chart->title, {x, y}, false);
    }

    const Figure& figure_;
    const double em_, width_;
    const std::size_t columns_, rows_;
    double height_ = 0, titleHeight_ = 0;
    std::vector<Cell> cells_;
};

}  // namespace

Drawing layOut(const Figure& figure) { return PageLayout(figure).draw(); }

}  // namespace facespace::figure
