#include "widgets/pages/plot_items.h"

#include <vtkBrush.h>
#include <vtkChartXY.h>
#include <vtkDoubleArray.h>
#include <vtkLookupTable.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkPlotArea.h>
#include <vtkPlotLine.h>
#include <vtkPlotPoints.h>
#include <vtkTable.h>
#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"
#include "core/figure/bins.h"
#include "widgets/pages/chart_style.h"

namespace facespace {
namespace {

unsigned char byte(int value) { return static_cast<unsigned char>(value); }

void setPen(vtkPen* pen, Rgb c, double width, bool dashed) {
    pen->SetColor(c.r, c.g, c.b, 255);
    pen->SetWidth(static_cast<float>(width));
    pen->SetLineType(dashed ? vtkPen::DASH_LINE : vtkPen::SOLID_LINE);
}

/// A table of plotted values, one column per name.
class Columns {
  public:
    explicit Columns(std::initializer_list<const char*> names) {
        for (const char* name : names) {
            vtkNew<vtkDoubleArray> column;
            column->SetName(name);
            table_->AddColumn(column);
        }
    }
    void add(std::initializer_list<double> values) {
        vtkIdType c = 0;
        for (const double v : values) vtkDoubleArray::SafeDownCast(table_->GetColumn(c++))->InsertNextValue(v);
        ++rows_;
    }
    bool empty() const { return rows_ == 0; }
    vtkTable* table() const { return table_; }

  private:
    vtkNew<vtkTable> table_;
    int rows_ = 0;
};

void addLine(vtkChartXY* chart, const Columns& points, Rgb colour, double width, bool dashed) {
    if (points.empty()) return;
    auto* line = vtkPlotLine::SafeDownCast(chart->AddPlot(vtkChart::LINE));
    line->SetInputData(points.table(), 0, 1);
    line->SetMarkerStyle(vtkPlotPoints::NONE);
    setPen(line->GetPen(), colour, width, dashed);
}

void addArea(vtkChartXY* chart, const Columns& points, Rgb colour, double alpha) {
    if (points.empty()) return;
    auto* area = vtkPlotArea::SafeDownCast(chart->AddPlot(vtkChart::AREA));
    area->SetInputData(points.table());
    area->SetInputArray(0, "x");
    area->SetInputArray(1, "low");
    area->SetInputArray(2, "high");
    area->GetPen()->SetLineType(vtkPen::NO_PEN);
    area->GetBrush()->SetColor(colour.r, colour.g, colour.b, byte(static_cast<int>(std::lround(alpha * 255))));
}

/// Adds layers of one chart.
class Items {
  public:
    Items(vtkChartXY* to, const PlotFrame& frame) : to_(to), frame_(frame) {}

    void add(const figure::Line& line, Rgb colour) {
        if (line.low.size() == line.x.size() && line.high.size() == line.x.size()) addBand(line, colour);
        addPieces(line.x, line.y, colour, line.width, !line.dash.empty());
        if (line.dots) addPoints(line.x, line.y, colour, kDotPixels * line.width);
    }

    void add(const figure::Scatter& points, Rgb colour) {
        const std::size_t count = points.x.size();
        const double size = points.radius > 0 ? kDotOfRadius * points.radius : count > 5000 ? 2.5 : count > 500 ? 3.5 : 5;
        if (points.byDensity) return addPoints(points.x, points.y, colour, size, figure::densityOf(frame_.chart, points));
        addPoints(points.x, points.y, colour, size);
    }

    void add(const figure::Bars& bars, Rgb colour) {
        // Side by side within a category.
        const double each = kCategory / static_cast<double>(std::max<std::size_t>(groups_, 1));
        for (std::size_t i = 0; i < bars.heights.size(); ++i) {
            const double left = static_cast<double>(i) - kCategory / 2 + each * static_cast<double>(group_);
            Columns area{"x", "low", "high"};
            const double floor = y(std::max(0.0, frame_.ranges.y.rawLow)), height = y(bars.heights[i]);
            if (!std::isfinite(height)) continue;
            for (const double at : {left, left + 0.96 * each}) area.add({x(at), floor, height});
            addArea(to_, area, colour, 1);
            if (i >= bars.low.size() || i >= bars.high.size()) continue;
            const double middle = left + 0.48 * each;
            addPieces({middle, middle}, {bars.low[i], bars.high[i]}, frame_.style.ink, 0.6, false);
        }
        ++group_;
    }

    /// An outline around each run of bars that have a height: along empty ones it would look like a value.
    void add(const figure::Histogram& bars, Rgb colour) {
        const double low = plotted(frame_.ranges.y, frame_.ranges.y.rawLow);
        const double floor = frame_.ranges.y.scale == figure::Scale::kLinear ? 0 : low;
        Columns area{"x", "low", "high"};
        std::vector<Columns> outlines;
        bool open = false;
        for (std::size_t i = 0; i < bars.counts.size() && i + 1 < bars.edges.size(); ++i) {
            const double place = y(bars.counts[i]), height = std::isfinite(place) ? std::max(place, floor) : floor;
            const double left = x(bars.edges[i]), right = x(bars.edges[i + 1]);
            for (const double at : {left, right}) area.add({at, floor, height});
            const bool empty = height == floor;
            if (open && empty) outlines.back().add({left, floor});
            if (!open && !empty) outlines.emplace_back(Columns{"x", "y"}).add({left, floor});
            open = !empty;
            if (empty) continue;
            for (const double at : {left, right}) outlines.back().add({at, height});
        }
        if (open) outlines.back().add({x(bars.edges.back()), floor});
        addArea(to_, area, colour, bars.emphasised ? 0.85 : 0.32);
        for (const Columns& outline : outlines) addLine(to_, outline, colour, kRulePixels * frame_.ratio, false);
    }

    void add(const figure::Rule& rule, Rgb colour) {
        const figure::AxisRange &across = frame_.ranges.x, &up = frame_.ranges.y;
        if (rule.vertical) return addPieces({rule.at, rule.at}, {up.rawLow, up.rawHigh}, colour, kRule, !rule.dash.empty());
        addPieces({across.rawLow, across.rawHigh}, {rule.at, rule.at}, colour, kRule, !rule.dash.empty());
    }

    void add(const figure::Diagonal& line, Rgb colour) {
        const figure::AxisRange &across = frame_.ranges.x, &up = frame_.ranges.y;
        std::vector<double> xs, ys;
        for (int i = 0; i <= kSteps; ++i) {
            const double part = static_cast<double>(i) / kSteps;
            xs.push_back(figure::offScale(across.scale, across.low + across.span() * part));
            ys.push_back(line.slope * xs.back() + line.intercept);
            if (ys.back() < up.rawLow || ys.back() > up.rawHigh) ys.back() = kNoValue;
        }
        addPieces(xs, ys, colour, kRule, !line.dash.empty());
    }

    void add(const figure::HeatMap&, Rgb) {}
    void add(const figure::Note&, Rgb) {}
    void add(const figure::Custom&, Rgb) {}

    void setGroups(std::size_t groups) { groups_ = groups; }

  private:
    static constexpr int kSteps = 100;
    static constexpr double kCategory = 0.72;  ///< Of a category's room, as in print.
    static constexpr double kPixels = 1.6;     ///< Of a line that is 1 point wide in print.
    static constexpr double kRulePixels = 1.2, kRule = kRulePixels / kPixels;
    static constexpr double kDotPixels = 4.6, kDotOfRadius = 3.6;  ///< Diameters.

    double x(double value) const { return plotted(frame_.ranges.x, value); }
    double y(double value) const { return plotted(frame_.ranges.y, value); }

    /// Broken where there is no value.
    void addPieces(const std::vector<double>& xs, const std::vector<double>& ys, Rgb colour, double width, bool dashed) {
        std::vector<Columns> pieces;
        bool open = false;
        for (std::size_t i = 0; i < std::min(xs.size(), ys.size()); ++i) {
            const double at = x(xs[i]), up = y(ys[i]);
            if (!std::isfinite(at) || !std::isfinite(up)) {
                open = false;
                continue;
            }
            if (!open) pieces.emplace_back(Columns{"x", "y"});
            open = true;
            pieces.back().add({at, up});
        }
        for (const Columns& piece : pieces) addLine(to_, piece, colour, kPixels * width * frame_.ratio, dashed);
    }

    void addBand(const figure::Line& line, Rgb colour) {
        Columns area{"x", "low", "high"};
        for (std::size_t i = 0; i < line.x.size(); ++i)
            if (const double low = y(line.low[i]), high = y(line.high[i]); std::isfinite(low) && std::isfinite(high))
                area.add({x(line.x[i]), low, high});
        addArea(to_, area, colour, 0.2);
    }

    void addPoints(const std::vector<double>& xs, const std::vector<double>& ys, Rgb colour, double pixels,
                   const std::vector<double>& density = {}) {
        Columns points{"x", "y", "density"};
        for (std::size_t i = 0; i < std::min(xs.size(), ys.size()); ++i)
            if (const double at = x(xs[i]), up = y(ys[i]); std::isfinite(at) && std::isfinite(up))
                points.add({at, up, density.empty() ? 0 : density[i]});
        if (points.empty()) return;
        auto* plot = vtkPlotPoints::SafeDownCast(to_->AddPlot(vtkChart::POINTS));
        plot->SetInputData(points.table(), 0, 1);
        plot->SetMarkerStyle(vtkPlotPoints::CIRCLE);
        plot->SetMarkerSize(static_cast<float>(pixels * frame_.ratio));
        setPen(plot->GetPen(), colour, frame_.ratio, false);
        if (density.empty()) return;
        vtkNew<vtkLookupTable> colours;
        colours->SetNumberOfTableValues(64);
        colours->SetRange(0, 1);
        for (int i = 0; i < 64; ++i) {
            const Rgb c = figure::densityColour(i / 63.0, frame_.style.dark);
            colours->SetTableValue(i, c.r / 255.0, c.g / 255.0, c.b / 255.0, 1);
        }
        plot->SetLookupTable(colours);
        plot->SelectColorArray("density");
        plot->SetScalarVisibility(true);
    }

    vtkChartXY* to_;
    const PlotFrame& frame_;
    std::size_t groups_ = 0, group_ = 0;
};

}  // namespace

void addLayers(vtkChartXY* to, const PlotFrame& frame) {
    const auto& layers = frame.chart.layers;
    const std::vector<Rgb> colours = figure::layerColours(frame.chart, frame.style);
    Items items(to, frame);
    items.setGroups(static_cast<std::size_t>(std::ranges::count_if(
        layers, [](const figure::Layer& layer) { return std::holds_alternative<figure::Bars>(layer); })));
    for (std::size_t i = 0; i < layers.size(); ++i)
        std::visit([&](const auto& layer) { items.add(layer, colours[i]); }, layers[i]);
}

}  // namespace facespace
