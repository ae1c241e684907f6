// Panels on the page: margins, legends, and one after the other their axes and layers.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/figure/chart_axes.h"
#include "core/figure/chart_legend.h"
#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

constexpr double kPageMargin = 2;
constexpr double kPlotShape = 0.72;   ///< Height by width of a plot whose height is free.
constexpr double kMostHidden = 0.25;  ///< Marks per area under a legend inside the plot, by those on average.
constexpr std::size_t kNoteLines = 3, kTitleLines = 3;
constexpr double kBold = 1.08;                    ///< Bold letters are about so much wider.
constexpr double kLegendGap = 0.9, kInset = 0.6;  ///< In letter heights.

struct Cell {
    const Chart* chart = nullptr;
    std::size_t row = 0, column = 0;  ///< In the grid.
    Rect area;
    Ranges ranges;
    AxisTitles titles;
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
          columns_(static_cast<std::size_t>(std::max(figure.columns, 1))) {
        std::size_t row = 0, column = 0;
        for (const Chart& chart : figure.charts) {
            if (column == columns_ || (chart.wholeRow && column > 0)) ++row, column = 0;
            Cell cell;
            cell.chart = &chart;
            cell.row = row;
            cell.column = column;
            cell.ranges = rangesOf(chart);
            cell.place = chart.legend.place;
            cells_.push_back(std::move(cell));
            column = chart.wholeRow ? columns_ : column + 1;
        }
        rows_ = row + 1;
        title_ =
            TextMeasure(figure.style.fontFamily).wrapped(figure.title, em_ * kBold, width_ - 2 * kPageMargin, kTitleLines);
        if (!title_.empty()) titleHeight_ = 0.4 * em_ + static_cast<double>(title_.size()) * TextMeasure::line(em_);
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
        double y = kPageMargin + TextMeasure::ascent(em_);
        for (const std::string& line : title_) {
            addText(drawing, line, {kPageMargin, y}, true);
            y += TextMeasure::line(em_);
        }
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
        for (Cell& cell : cells_) {
            cell.area.width = cell.chart->wholeRow ? width_ - 2 * kPageMargin : widths[cell.column];
            cell.area.height = figure_.heightMm > 0 ? fixedHeights()[cell.row]
                                                    : cell.area.width * shapeOf(cell) * weight(figure_.rowHeights, cell.row);
            measure(cell);
        }
        alignMargins();
        // Plots share their edges now, so the width of the words below them is known.
        for (Cell& cell : cells_) wrapFootnote(cell);
        alignMargins();
        const auto heights = rowHeights();
        height_ = figure_.heightMm > 0
                      ? figure_.heightMm * kPointsPerMm
                      : sum(heights) + gap() * static_cast<double>(rows_ - 1) + titleHeight_ + 2 * kPageMargin;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const std::size_t column = cells_[i].column, row = cells_[i].row;
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
        cell.titles = axisTitles(chart, cell.area, figure_.style);
        cell.margins = axisMargins(chart, cell.titles, cell.ranges, cell.area, figure_.style);
        if (figure_.letters && chart.title.empty()) cell.margins.top += TextMeasure::line(em_) + 0.3 * em_;
        cell.footnote.clear();
        cell.legend.reset();
        auto samples = legendSamples(chart, figure_.style);
        const auto bar = legendBar(chart);
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

    void wrapFootnote(Cell& cell) const {
        if (cell.chart->footnote.empty()) return;
        const double width = cell.area.width - cell.margins.left - cell.margins.right;
        cell.footnote = TextMeasure(figure_.style.fontFamily).wrapped(cell.chart->footnote, noteSize(), width, kNoteLines);
        cell.margins.bottom += noteHeight(cell);
    }

    /// Plots of one column share their left and right edges, those of one row their top and bottom.
    void alignMargins() {
        for (Cell& cell : cells_) {
            for (Cell& other : cells_) {
                if (cell.column == other.column && cell.chart->wholeRow == other.chart->wholeRow) {
                    cell.margins.left = other.margins.left = std::max(cell.margins.left, other.margins.left);
                    cell.margins.right = other.margins.right = std::max(cell.margins.right, other.margins.right);
                }
                if (cell.row == other.row) {
                    cell.margins.top = other.margins.top = std::max(cell.margins.top, other.margins.top);
                    cell.margins.bottom = other.margins.bottom = std::max(cell.margins.bottom, other.margins.bottom);
                }
            }
        }
    }

    static double shapeOf(const Cell& cell) {
        return cell.chart->squareUnits ? cell.ranges.y.span() / cell.ranges.x.span() : kPlotShape;
    }
    std::vector<double> fixedHeights() const {
        return shares(figure_.rowHeights, rows_, figure_.heightMm * kPointsPerMm - titleHeight_ - 2 * kPageMargin);
    }
    std::vector<double> rowHeights() const {
        if (figure_.heightMm > 0) return fixedHeights();
        std::vector<double> heights(rows_, 0);
        for (const Cell& cell : cells_) {
            const double plotWidth = cell.area.width - cell.margins.left - cell.margins.right;
            double& height = heights[cell.row];
            height = std::max(height, plotWidth * shapeOf(cell) * weight(figure_.rowHeights, cell.row) + cell.margins.top +
                                          cell.margins.bottom);
            for (const std::string& line : cell.titles.y)
                height = std::max(height, TextMeasure(figure_.style.fontFamily).width(line, em_));
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
        paintAxes(drawing, *cell.chart, cell.titles, frame, cell.area, figure_.style);
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
        if (!cell.chart->title.empty())
            addText(drawing, TextMeasure(figure_.style.fontFamily).elided(cell.chart->title, em_, cell.area.right() - x),
                    {x, y}, false);
    }

    const Figure& figure_;
    const double em_, width_;
    const std::size_t columns_;
    std::size_t rows_ = 1;
    std::vector<std::string> title_;
    double height_ = 0, titleHeight_ = 0;
    std::vector<Cell> cells_;
};

}  // namespace

Drawing layOut(const Figure& figure) { return PageLayout(figure).draw(); }

}  // namespace facespace::figure
