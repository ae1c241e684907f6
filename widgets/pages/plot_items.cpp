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

#include "core/figure/colour_maps.h"
#include "widgets/pages/chart_style.h"

namespace facespace {
namespace {

unsigned char byte(int value) { return static_cast<unsigned char>(value); }

void setPen(vtkPen* pen, const QColor& c, double width, bool dashed) {
    pen->SetColor(byte(c.red()), byte(c.green()), byte(c.blue()), byte(c.alpha()));
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

bool drawable(double x, double y) { return std::isfinite(x) && std::isfinite(y); }

void addLine(vtkChartXY* chart, const Columns& points, const QColor& colour, double width, bool dashed, bool joined = true) {
    if (points.empty()) return;
    auto* line = vtkPlotLine::SafeDownCast(chart->AddPlot(vtkChart::LINE));
    line->SetInputData(points.table(), 0, 1);
    line->SetPolyLine(joined);
    line->SetMarkerStyle(vtkPlotPoints::NONE);
    setPen(line->GetPen(), colour, width, dashed);
}

void addArea(vtkChartXY* chart, const Columns& points, QColor colour, double alpha) {
    if (points.empty()) return;
    auto* area = vtkPlotArea::SafeDownCast(chart->AddPlot(vtkChart::AREA));
    area->SetInputData(points.table());
    area->SetInputArray(0, "x");
    area->SetInputArray(1, "low");
    area->SetInputArray(2, "high");
    area->GetPen()->SetLineType(vtkPen::NO_PEN);
    area->GetBrush()->SetColor(byte(colour.red()), byte(colour.green()), byte(colour.blue()),
                               byte(static_cast<int>(std::lround(alpha * 255))));
}

void addLineSeries(vtkChartXY* chart, const Plot& plot, const PlotSeries& s, const PlotStyle& style) {
    Columns points{"x", "y"};
    double before = NAN;
    for (std::size_t i = 0; i < s.x.size(); ++i) {
        if (!drawable(s.x[i], s.y[i])) continue;
        const double x = plotted(plot.x, s.x[i]), y = plotted(plot.y, s.y[i]);
        if (s.kind == PlotSeries::Kind::kSteps && std::isfinite(before)) points.add({x, before});
        points.add({x, y});
        before = y;
    }
    addLine(chart, points, toneColour(s.tone, style.palette), (s.strong ? 2.4 : 1.4) * style.ratio, s.dashed);
}

void addBand(vtkChartXY* chart, const Plot& plot, const PlotSeries& s, const PlotStyle& style) {
    Columns area{"x", "low", "high"};
    for (std::size_t i = 0; i < s.x.size(); ++i) {
        if (!drawable(s.low[i], s.high[i])) continue;
        area.add({plotted(plot.x, s.x[i]), plotted(plot.y, s.low[i]), plotted(plot.y, s.high[i])});
    }
    addArea(chart, area, toneColour(s.tone, style.palette), 0.2);
}

void addIntervals(vtkChartXY* chart, const Plot& plot, const PlotSeries& s, const PlotStyle& style) {
    Columns bars{"x", "y"};
    for (std::size_t i = 0; i < s.x.size(); ++i) {
        if (!drawable(s.low[i], s.high[i])) continue;
        bars.add({plotted(plot.x, s.x[i]), plotted(plot.y, s.low[i])});
        bars.add({plotted(plot.x, s.x[i]), plotted(plot.y, s.high[i])});
    }
    addLine(chart, bars, toneColour(s.tone, style.palette), 1.6 * style.ratio, false, false);
}

/// An outline around each run of bars that have a height: along empty ones it would look like a value.
void addBars(vtkChartXY* chart, const Plot& plot, const PlotSeries& s, const PlotStyle& style) {
    const QColor colour = toneColour(s.tone, style.palette);
    const double floor = plot.y.logarithmic ? std::log10(plot.y.low) : 0.0;
    Columns area{"x", "low", "high"};
    std::vector<Columns> outlines;
    bool open = false;
    for (std::size_t i = 0; i < s.y.size(); ++i) {
        const double height = plot.y.logarithmic && s.y[i] <= 0 ? floor : plotted(plot.y, s.y[i]);
        const double left = plotted(plot.x, s.x[i]), right = plotted(plot.x, s.x[i + 1]);
        for (const double x : {left, right}) area.add({x, floor, height});
        const bool empty = height == floor;
        if (open && empty) outlines.back().add({left, floor});
        if (!open && !empty) outlines.emplace_back(Columns{"x", "y"}).add({left, floor});
        open = !empty;
        if (empty) continue;
        for (const double x : {left, right}) outlines.back().add({x, height});
    }
    if (open) outlines.back().add({plotted(plot.x, s.x.back()), floor});
    addArea(chart, area, colour, s.strong ? 0.85 : 0.32);
    for (const Columns& outline : outlines) addLine(chart, outline, colour, 1.2 * style.ratio, s.dashed);
}

vtkSmartPointer<vtkLookupTable> densityColours(const QPalette& palette) {
    auto colours = vtkSmartPointer<vtkLookupTable>::New();
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    colours->SetNumberOfTableValues(64);
    colours->SetRange(0, 1);
    for (int i = 0; i < 64; ++i) {
        // The end that would vanish in the background is left out.
        const Rgb c = viridisAt(dark ? 0.18 + 0.82 * i / 63.0 : 0.86 - 0.86 * i / 63.0);
        colours->SetTableValue(i, c.r / 255.0, c.g / 255.0, c.b / 255.0, 1);
    }
    return colours;
}

void addPoints(vtkChartXY* chart, const Plot& plot, const PlotSeries& s, const PlotStyle& style) {
    Columns points{"x", "y", "density"};
    const std::vector<double> density = s.byDensity ? pointDensity(plot, s) : std::vector<double>(s.x.size(), 0);
    for (std::size_t i = 0; i < s.x.size(); ++i)
        if (drawable(s.x[i], s.y[i])) points.add({plotted(plot.x, s.x[i]), plotted(plot.y, s.y[i]), density[i]});
    if (points.empty()) return;
    auto* plotOf = vtkPlotPoints::SafeDownCast(chart->AddPlot(vtkChart::POINTS));
    plotOf->SetInputData(points.table(), 0, 1);
    plotOf->SetMarkerStyle(vtkPlotPoints::CIRCLE);
    const double size = s.strong ? 7 : s.x.size() > 5000 ? 2.5 : s.x.size() > 500 ? 3.5 : 5;
    plotOf->SetMarkerSize(static_cast<float>(size * style.ratio));
    setPen(plotOf->GetPen(), toneColour(s.tone, style.palette), style.ratio, false);
    if (!s.byDensity) return;
    plotOf->SetLookupTable(densityColours(style.palette));
    plotOf->SelectColorArray("density");
    plotOf->SetScalarVisibility(true);
}

}  // namespace

void addSeries(vtkChartXY* chart, const Plot& plot, const PlotSeries& s, const PlotStyle& style) {
    switch (s.kind) {
        case PlotSeries::Kind::kLine:
        case PlotSeries::Kind::kSteps:
            return addLineSeries(chart, plot, s, style);
        case PlotSeries::Kind::kBand:
            return addBand(chart, plot, s, style);
        case PlotSeries::Kind::kInterval:
            return addIntervals(chart, plot, s, style);
        case PlotSeries::Kind::kPoints:
            return addPoints(chart, plot, s, style);
        case PlotSeries::Kind::kBars:
            if (s.x.size() == s.y.size() + 1 && !s.y.empty()) addBars(chart, plot, s, style);
            return;
    }
}

void addMark(vtkChartXY* chart, const Plot& plot, const PlotMark& mark, const PlotStyle& style) {
    Columns line{"x", "y"};
    const double left = plotted(plot.x, plot.x.low), right = plotted(plot.x, plot.x.high);
    const double bottom = plotted(plot.y, plot.y.low), top = plotted(plot.y, plot.y.high);
    if (mark.kind == PlotMark::Kind::kVertical) {
        line.add({plotted(plot.x, mark.at), bottom});
        line.add({plotted(plot.x, mark.at), top});
    } else if (mark.kind == PlotMark::Kind::kHorizontal) {
        line.add({left, plotted(plot.y, mark.at)});
        line.add({right, plotted(plot.y, mark.at)});
    } else {
        const int steps = plot.x.logarithmic || plot.y.logarithmic ? 100 : 1;
        for (int i = 0; i <= steps; ++i) {
            const double value = unplotted(plot.x, left + (right - left) * i / steps);
            if (value >= plot.y.low && value <= plot.y.high) line.add({plotted(plot.x, value), plotted(plot.y, value)});
        }
        if (steps == 1) {  // clipped to both axes
            Columns clipped{"x", "y"};
            const double from = std::max(left, bottom), to = std::min(right, top);
            clipped.add({from, from});
            clipped.add({to, to});
            return addLine(chart, clipped, toneColour(mark.tone, style.palette), 1.2 * style.ratio, mark.dashed);
        }
    }
    addLine(chart, line, toneColour(mark.tone, style.palette), 1.2 * style.ratio, mark.dashed);
}

}  // namespace facespace
