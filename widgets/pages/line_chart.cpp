#include "widgets/pages/line_chart.h"

#include <vtkAxis.h>
#include <vtkBrush.h>
#include <vtkChartLegend.h>
#include <vtkChartXY.h>
#include <vtkContextActor.h>
#include <vtkContextScene.h>
#include <vtkDoubleArray.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkPlotPoints.h>
#include <vtkRenderer.h>
#include <vtkTable.h>
#include <vtkTextProperty.h>
#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QFontInfo>

#include "widgets/panels/theme.h"

namespace facespace {
namespace {

vtkColor4ub vtkColour(const QColor& c) {
    return {static_cast<unsigned char>(c.red()), static_cast<unsigned char>(c.green()), static_cast<unsigned char>(c.blue()),
            static_cast<unsigned char>(255)};
}

void addColumn(vtkTable* table, const char* name, const std::vector<double>& values) {
    vtkNew<vtkDoubleArray> column;
    column->SetName(name);
    for (const double value : values) column->InsertNextValue(value);
    table->AddColumn(column);
}

}  // namespace

struct LineChart::Chart {
    vtkNew<vtkContextActor> actor;
    vtkNew<vtkChartXY> chart;
    vtkAxis* bottom() { return chart->GetAxis(vtkAxis::BOTTOM); }
    vtkAxis* left() { return chart->GetAxis(vtkAxis::LEFT); }
};

LineChart::LineChart(QWidget* parent) : VtkView(parent), chart_(std::make_unique<Chart>()) {
    chart_->actor->GetScene()->AddItem(chart_->chart);
    chart_->actor->GetScene()->SetRenderer(renderer());
    renderer()->AddActor(chart_->actor);
    chart_->chart->SetAutoSize(true);
    chart_->chart->SetShowLegend(true);
    chart_->chart->GetLegend()->SetInline(false);  // beside the lines, not over them
    chart_->chart->GetLegend()->SetHorizontalAlignment(vtkChartLegend::RIGHT);
    chart_->chart->GetLegend()->SetVerticalAlignment(vtkChartLegend::TOP);
    for (vtkAxis* axis : {chart_->bottom(), chart_->left()}) axis->SetBehavior(vtkAxis::FIXED);
    chart_->bottom()->SetGridVisible(false);
    setBeforeRender([this] { style(); });
    setMinimumSize(260, 120);
}

LineChart::~LineChart() = default;

void LineChart::setTitles(const QString& horizontal, const QString& vertical) {
    chart_->bottom()->SetTitle(horizontal.toStdString());
    chart_->left()->SetTitle(vertical.toStdString());
    update();
}

void LineChart::setLines(std::vector<Line> lines, double low, double high) {
    lines_ = std::move(lines);
    chart_->chart->ClearPlots();
    double first = std::numeric_limits<double>::max(), last = std::numeric_limits<double>::lowest();
    for (const Line& line : lines_) {
        if (line.x.empty()) continue;
        vtkNew<vtkTable> table;
        addColumn(table, "x", line.x);
        addColumn(table, "y", line.y);
        auto* plot = vtkPlotPoints::SafeDownCast(chart_->chart->AddPlot(vtkChart::LINE));
        plot->SetInputData(table, 0, 1);
        plot->SetLabel(line.name.toStdString());
        plot->SetMarkerStyle(line.dashed ? vtkPlotPoints::NONE : vtkPlotPoints::CIRCLE);
        plot->GetPen()->SetColor(vtkColour(line.colour).GetData());
        plot->GetPen()->SetLineType(line.dashed ? vtkPen::DASH_LINE : vtkPen::SOLID_LINE);
        first = std::min(first, *std::ranges::min_element(line.x));
        last = std::max(last, *std::ranges::max_element(line.x));
    }
    if (first < last) chart_->bottom()->SetRange(first - 0.03 * (last - first), last + 0.03 * (last - first));
    chart_->left()->SetRange(low, high);
    update();
}

void LineChart::style() {
    const double ratio = devicePixelRatioF();
    const auto pen = static_cast<float>(ratio);
    const QColor background = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    const QColor secondary = secondaryTextColour(palette()), border = borderColour(palette());
    renderer()->SetBackground(background.redF(), background.greenF(), background.blueF());
    const int size = static_cast<int>(std::lround(QFontInfo(font()).pixelSize() * ratio));
    for (vtkAxis* axis : {chart_->bottom(), chart_->left()}) {
        axis->GetLabelProperties()->SetFontSize(size);
        axis->GetLabelProperties()->SetColor(secondary.redF(), secondary.greenF(), secondary.blueF());
        axis->GetTitleProperties()->SetFontSize(size);
        axis->GetTitleProperties()->SetBold(false);
        axis->GetTitleProperties()->SetColor(text.redF(), text.greenF(), text.blueF());
        for (vtkPen* line : {axis->GetPen(), axis->GetGridPen()}) {
            line->SetColor(vtkColour(border).GetData());
            line->SetWidth(pen);
        }
        axis->SetTickLength(4 * pen);
        axis->SetLabelOffset(8 * pen);
    }
    vtkChartLegend* legend = chart_->chart->GetLegend();
    legend->GetLabelProperties()->SetColor(text.redF(), text.greenF(), text.blueF());
    legend->GetBrush()->SetColor(vtkColour(background).GetData());
    legend->GetPen()->SetLineType(vtkPen::NO_PEN);
    legend->SetLabelSize(size);
    legend->SetSymbolWidth(static_cast<int>(26 * ratio));
    for (vtkIdType i = 0; i < chart_->chart->GetNumberOfPlots(); ++i) {
        auto* plot = vtkPlotPoints::SafeDownCast(chart_->chart->GetPlot(i));
        plot->SetWidth(2 * pen);
        plot->SetMarkerSize(7 * pen);
    }
}

void LineChart::changeEvent(QEvent* event) {
    VtkView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
}

}  // namespace facespace
