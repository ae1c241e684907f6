#include "widgets/pages/heat_map_charts.h"

#include <vtkAxis.h>
#include <vtkBrush.h>
#include <vtkContextScene.h>
#include <vtkDoubleArray.h>
#include <vtkPen.h>
#include <vtkPlotArea.h>
#include <vtkStringArray.h>
#include <vtkTable.h>
#include <algorithm>
#include <cmath>
#include <QFont>
#include <QFontMetrics>

#include "core/common/numbers.h"
#include "core/figure/colour_maps.h"
#include "widgets/pages/chart_style.h"

namespace facespace {
namespace {

constexpr int kColours = 256;
constexpr double kHeadroom = 1.05;

void setTwoTicks(vtkAxis* axis, double most) {
    vtkNew<vtkDoubleArray> positions;
    vtkNew<vtkStringArray> labels;
    for (const double at : {0.0, most}) {
        positions->InsertNextValue(at);
        labels->InsertNextValue(shareText(at).toStdString());
    }
    axis->SetCustomTickPositions(positions, labels);
}

void setNoTicks(vtkAxis* axis) {
    vtkNew<vtkDoubleArray> none;
    vtkNew<vtkStringArray> noLabels;
    axis->SetCustomTickPositions(none, noLabels);
}

void addArea(vtkChartXY* chart, vtkTable* table, const QColor& colour) {
    auto* area = vtkPlotArea::SafeDownCast(chart->AddPlot(vtkChart::AREA));
    area->SetInputData(table);
    area->SetInputArray(0, "x");
    area->SetInputArray(1, "low");
    area->SetInputArray(2, "high");
    area->GetPen()->SetLineType(vtkPen::NO_PEN);
    area->GetBrush()->SetColor(static_cast<unsigned char>(colour.red()), static_cast<unsigned char>(colour.green()),
                               static_cast<unsigned char>(colour.blue()), 255);
}

class AreaTable {
  public:
    AreaTable() {
        const char* names[] = {"x", "low", "high"};
        for (std::size_t i = 0; i < 3; ++i) {
            columns_[i]->SetName(names[i]);
            table_->AddColumn(columns_[i]);
        }
    }
    void add(double x, double low, double high) {
        columns_[0]->InsertNextValue(x);
        columns_[1]->InsertNextValue(low);
        columns_[2]->InsertNextValue(high);
    }
    vtkTable* table() { return table_; }

  private:
    vtkNew<vtkTable> table_;
    vtkNew<vtkDoubleArray> columns_[3];
};

}  // namespace

double endOfMargin(const std::vector<double>& shares) {
    const double most = shares.empty() ? 0 : *std::max_element(shares.begin(), shares.end());
    return most > 0 ? most : 1;
}

QString shareText(double share) {
    return QStringLiteral("%1 %").arg(share * 100, 0, share < 0.1 ? 'g' : 'f', share < 0.1 ? 2 : 0);
}

HeatMap::Charts::Charts() {
    for (vtkChartXY* chart : {cells.Get(), above.Get(), beside.Get()}) {
        actor->GetScene()->AddItem(chart);
        chart->SetShowLegend(false);
        chart->SetAutoSize(false);
        chart->SetLayoutStrategy(vtkChart::AXES_TO_RECT);
        for (const int a : {vtkAxis::BOTTOM, vtkAxis::LEFT}) {
            chart->GetAxis(a)->SetBehavior(vtkAxis::FIXED);
            chart->GetAxis(a)->SetGridVisible(false);
            chart->GetAxis(a)->SetTitle("");
        }
    }
    map = vtkPlotHistogram2D::New();
    cells->AddPlot(map);
    map->Delete();
    map->SetInputData(image);
    map->SetTransferFunction(colours);
}

void HeatMap::Charts::setArea(const QRectF& area, double width, double height, double ratio) {
    const auto rect = [ratio](double x, double y, double w, double h) {
        return vtkRectf(static_cast<float>(x * ratio), static_cast<float>(y * ratio), static_cast<float>(w * ratio),
                        static_cast<float>(h * ratio));
    };
    const double bottom = height - area.bottom(), gap = 4;
    cells->SetSize(rect(area.left(), bottom, area.width(), area.height()));
    above->SetSize(rect(area.left(), bottom + area.height() + gap, area.width(), area.top() - gap - 6));
    beside->SetSize(rect(area.right() + gap, bottom, width - area.right() - gap - 18, area.height()));
}

void HeatMap::Charts::setColours(const HeatMapData& data, const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    colours->SetNumberOfTableValues(kColours);
    colours->SetRange(data.low, data.high);
    for (int i = 0; i < kColours; ++i) {
        const double t = static_cast<double>(i) / (kColours - 1);
        const Rgb c = data.diverging ? divergingAt(t) : viridisAt(t);
        colours->SetTableValue(i, c.r / 255.0, c.g / 255.0, c.b / 255.0, 1);
    }
    const double grey = dark ? 0.25 : 0.85;
    colours->SetNanColor(grey, grey, grey, 1);
    colours->Modified();
}

void HeatMap::Charts::setValues(const HeatMapData& data, const QSize& pixels) {
    const auto rows = static_cast<int>(data.values.rows()), columns = static_cast<int>(data.values.cols());
    const int height = std::clamp(rows, 1, std::max(1, pixels.height()));
    const int width = std::clamp(columns, 1, std::max(1, pixels.width()));
    image->SetDimensions(width, height, 1);
    // VTK draws the cells by the image's spacing: fewer pixels than rows must still fill the whole range.
    image->SetSpacing(static_cast<double>(columns) / width, static_cast<double>(rows) / height, 1);
    image->AllocateScalars(VTK_FLOAT, 1);
    auto* out = static_cast<float*>(image->GetScalarPointer());
    for (int y = 0; y < height; ++y) {
        const int firstRow = y * rows / height, lastRow = std::max(firstRow + 1, (y + 1) * rows / height);
        for (int x = 0; x < width; ++x) {
            const int first = x * columns / width, last = std::max(first + 1, (x + 1) * columns / width);
            double sum = 0;
            int count = 0;
            for (int r = firstRow; r < std::min(rows, lastRow); ++r) {
                for (int c = first; c < std::min(columns, last); ++c) {
                    const auto v = static_cast<double>(data.values(r, c));
                    if (std::isnan(v)) continue;
                    sum += v;
                    ++count;
                }
            }
            out[(height - 1 - y) * width + x] = count > 0 ? static_cast<float>(sum / count) : kNoValueFloat;
        }
    }
    image->Modified();
    map->SetInputData(image);
    map->SetPosition(vtkRectf(0, 0, static_cast<float>(columns), static_cast<float>(rows)));
    map->Modified();
    cells->GetAxis(vtkAxis::BOTTOM)->SetRange(0, columns);
    cells->GetAxis(vtkAxis::LEFT)->SetRange(0, rows);
}

void HeatMap::Charts::setMarginals(const HeatMapData& data, const QPalette& palette, double ratio) {
    static_cast<void>(ratio);
    const QColor colour = toneColour(figure::Tone::kAccent, palette);
    AreaTable columns, rows;
    for (std::size_t c = 0; c < data.columnMarginal.size(); ++c) {
        columns.add(static_cast<double>(c), 0, data.columnMarginal[c]);
        columns.add(static_cast<double>(c + 1), 0, data.columnMarginal[c]);
    }
    // One strip of quads: out along the row, back with no height.
    const auto count = static_cast<double>(data.rowMarginal.size());
    for (std::size_t r = 0; r < data.rowMarginal.size(); ++r) {
        const double top = count - static_cast<double>(r), low = top - 1, value = data.rowMarginal[r];
        rows.add(0, low, top);
        rows.add(value, low, top);
        rows.add(value, low, low);
        rows.add(0, low, low);
    }
    above->ClearPlots();
    beside->ClearPlots();
    if (data.columnMarginal.empty() || data.rowMarginal.empty()) return;
    addArea(above, columns.table(), colour);
    addArea(beside, rows.table(), colour);
    const double mostAbove = endOfMargin(data.columnMarginal), mostBeside = endOfMargin(data.rowMarginal);
    above->GetAxis(vtkAxis::BOTTOM)->SetRange(0, static_cast<double>(data.columnMarginal.size()));
    above->GetAxis(vtkAxis::LEFT)->SetRange(0, mostAbove * kHeadroom);
    setTwoTicks(above->GetAxis(vtkAxis::LEFT), mostAbove);
    beside->GetAxis(vtkAxis::LEFT)->SetRange(0, count);
    beside->GetAxis(vtkAxis::BOTTOM)->SetRange(0, mostBeside * kHeadroom);
    setTwoTicks(beside->GetAxis(vtkAxis::BOTTOM), mostBeside);
}

void HeatMap::Charts::style(const HeatMapData& data, const QPalette& palette, const QFont& font, double ratio,
                            bool namesFit) {
    for (vtkChartXY* chart : {cells.Get(), above.Get(), beside.Get()})
        for (const int a : {vtkAxis::BOTTOM, vtkAxis::LEFT}) styleAxis(chart->GetAxis(a), palette, font, ratio);
    vtkAxis* left = cells->GetAxis(vtkAxis::LEFT);
    cells->GetAxis(vtkAxis::BOTTOM)->SetTitle(data.columnTitle.toStdString());
    setNoTicks(cells->GetAxis(vtkAxis::BOTTOM));
    setNoTicks(above->GetAxis(vtkAxis::BOTTOM));
    setNoTicks(beside->GetAxis(vtkAxis::LEFT));
    left->SetTitle(namesFit ? std::string() : data.rowTitle.toStdString());
    if (!namesFit) return setNoTicks(left);
    vtkNew<vtkDoubleArray> positions;
    vtkNew<vtkStringArray> labels;
    const auto rows = static_cast<double>(data.values.rows());
    const QFontMetrics metrics(font);
    for (qsizetype r = 0; r < data.rowNames.size(); ++r) {
        positions->InsertNextValue(rows - 0.5 - static_cast<double>(r));
        labels->InsertNextValue(metrics.elidedText(data.rowNames[r], Qt::ElideMiddle, kLongestRowName).toStdString());
    }
    left->SetCustomTickPositions(positions, labels);
}

}  // namespace facespace
