#include "widgets/panels/distance_chart.h"

#include <vtkAxis.h>
#include <vtkBrush.h>
#include <vtkChartXY.h>
#include <vtkColorSeries.h>
#include <vtkContextActor.h>
#include <vtkContextScene.h>
#include <vtkDoubleArray.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkPlotBar.h>
#include <vtkRenderer.h>
#include <vtkTable.h>
#include <vtkTextProperty.h>
#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QFontInfo>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/panels/theme.h"

namespace facespace {
namespace {

constexpr double kDragPixels = 4;

vtkColor3ub vtkColour(const QColor& c) {
    return {static_cast<unsigned char>(c.red()), static_cast<unsigned char>(c.green()),
            static_cast<unsigned char>(c.blue())};
}

}  // namespace

struct DistanceChart::Chart {
    vtkNew<vtkContextActor> actor;
    vtkNew<vtkChartXY> chart;
    vtkNew<vtkTable> table;
    vtkNew<vtkDoubleArray> centres, selected, rest;
    vtkNew<vtkColorSeries> colours;
    vtkPlotBar* bars = nullptr;

    vtkAxis* bottom() { return chart->GetAxis(vtkAxis::BOTTOM); }
    vtkAxis* left() { return chart->GetAxis(vtkAxis::LEFT); }
};

/// The brushed range over the chart.
class DistanceChart::Overlay : public QWidget {
  public:
    explicit Overlay(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        QColor fill = palette().color(QPalette::Link);
        painter.fillRect(QRect(0, 0, 1, height()), fill);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), fill);
        fill.setAlphaF(0.14F);
        painter.fillRect(rect(), fill);
    }
};

DistanceChart::DistanceChart(QWidget* parent)
    : VtkView(parent), chart_(std::make_unique<Chart>()), overlay_(new Overlay(this)) {
    chart_->centres->SetName("centre");
    chart_->selected->SetName("selected");
    chart_->rest->SetName("not selected");
    for (auto* column : {chart_->centres.Get(), chart_->selected.Get(), chart_->rest.Get()})
        chart_->table->AddColumn(column);
    chart_->actor->GetScene()->AddItem(chart_->chart);
    chart_->actor->GetScene()->SetRenderer(renderer());
    renderer()->AddActor(chart_->actor);
    chart_->chart->SetBarWidthFraction(0.92F);
    chart_->chart->SetShowLegend(false);
    chart_->chart->SetAutoSize(true);
    chart_->bottom()->SetBehavior(vtkAxis::FIXED);
    chart_->left()->SetBehavior(vtkAxis::FIXED);
    chart_->left()->SetGridVisible(true);
    chart_->bottom()->SetGridVisible(false);
    setBeforeRender([this] { style(); });
    connect(this, &VtkView::rendered, this, &DistanceChart::placeBrush, Qt::QueuedConnection);
    setMinimumHeight(120);
    setCursor(Qt::CrossCursor);
    overlay_->hide();
}

DistanceChart::~DistanceChart() = default;

void DistanceChart::setTitles(const QString& horizontal, const QString& vertical) {
    chart_->bottom()->SetTitle(horizontal.toStdString());
    chart_->left()->SetTitle(vertical.toStdString());
    update();
}

void DistanceChart::setHistogram(double minimum, double maximum, const std::vector<int>& counts,
                                 const std::vector<int>& selected) {
    minimum_ = minimum;
    maximum_ = maximum > minimum ? maximum : minimum + 1;
    counts_ = counts;
    selected_ = selected;
    fillTable();
}

void DistanceChart::setSelected(const std::vector<int>& selected) {
    if (selected == selected_) return;
    selected_ = selected;
    fillTable();
}

void DistanceChart::fillTable() {
    const auto n = static_cast<vtkIdType>(counts_.size());
    const double width = (maximum_ - minimum_) / std::max(1.0, static_cast<double>(n));
    chart_->table->SetNumberOfRows(n);
    double most = 1;
    for (vtkIdType i = 0; i < n; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const int chosen = at < selected_.size() ? selected_[at] : 0;
        chart_->centres->SetValue(i, minimum_ + (static_cast<double>(i) + 0.5) * width);
        chart_->selected->SetValue(i, chosen);
        chart_->rest->SetValue(i, counts_[at] - chosen);
        most = std::max(most, static_cast<double>(counts_[at]));
    }
    for (auto* column : {chart_->centres.Get(), chart_->selected.Get(), chart_->rest.Get()}) column->Modified();
    chart_->table->Modified();
    chart_->bottom()->SetRange(minimum_ - width, maximum_ + width);
    chart_->left()->SetRange(0, most * 1.06);
    if (n > 0 && chart_->bars == nullptr) {
        chart_->bars = vtkPlotBar::SafeDownCast(chart_->chart->AddPlot(vtkChart::BAR));
        chart_->bars->SetInputData(chart_->table, "centre", "selected");
        chart_->bars->SetInputArray(2, "not selected");
        chart_->bars->SetColorSeries(chart_->colours);
        chart_->bars->GetPen()->SetLineType(vtkPen::NO_PEN);
    }
    update();
}

void DistanceChart::style() {
    const double ratio = devicePixelRatioF();
    const QColor background = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    QColor secondary = secondaryTextColour(palette()), border = borderColour(palette());
    renderer()->SetBackground(background.redF(), background.greenF(), background.blueF());
    const int size = static_cast<int>(std::lround(QFontInfo(font()).pixelSize() * ratio));
    for (vtkAxis* axis : {chart_->bottom(), chart_->left()}) {
        axis->GetLabelProperties()->SetFontSize(size);
        axis->GetLabelProperties()->SetColor(secondary.redF(), secondary.greenF(), secondary.blueF());
        axis->GetTitleProperties()->SetFontSize(size);
        axis->GetTitleProperties()->SetBold(false);
        axis->GetTitleProperties()->SetColor(text.redF(), text.greenF(), text.blueF());
        axis->GetPen()->SetColor(vtkColour(border));
        axis->GetPen()->SetWidth(static_cast<float>(ratio));
        axis->GetGridPen()->SetColor(vtkColour(border));
        axis->GetGridPen()->SetWidth(static_cast<float>(ratio));
        axis->SetTickLength(static_cast<float>(4 * ratio));
        axis->SetLabelOffset(static_cast<float>(8 * ratio));
    }
    QColor rest = secondary;
    rest.setAlphaF(1);
    chart_->colours->SetNumberOfColors(2);
    chart_->colours->SetColor(0, vtkColour(palette().color(QPalette::Link)));
    // Halfway to the background, so that the selected part stands out.
    chart_->colours->SetColor(1,
                              vtkColour(QColor((rest.red() + background.red()) / 2, (rest.green() + background.green()) / 2,
                                               (rest.blue() + background.blue()) / 2)));
}

double DistanceChart::positionOf(double value) const {
    const auto from = static_cast<double>(chart_->bottom()->GetPosition1().GetX());
    const auto to = static_cast<double>(chart_->bottom()->GetPosition2().GetX());
    const double low = chart_->bottom()->GetMinimum(), high = chart_->bottom()->GetMaximum();
    const double x = from + (value - low) / (high - low) * (to - from);
    return x / devicePixelRatioF();
}

double DistanceChart::valueAt(double x) const {
    const double low = chart_->bottom()->GetMinimum(), high = chart_->bottom()->GetMaximum();
    const double left = positionOf(low), right = positionOf(high);
    return right > left ? low + (x - left) / (right - left) * (high - low) : low;
}

void DistanceChart::setBrush(double from, double to) {
    brushFrom_ = from;
    brushTo_ = to;
    placeBrush();
}

void DistanceChart::placeBrush() {
    overlay_->setVisible(brushFrom_ <= brushTo_);
    if (brushFrom_ > brushTo_) return;
    const double bottom = static_cast<double>(chart_->bottom()->GetPosition1().GetY()) / devicePixelRatioF();
    const double low = chart_->bottom()->GetMinimum(), high = chart_->bottom()->GetMaximum();
    const int left = static_cast<int>(std::lround(positionOf(std::clamp(brushFrom_, low, high))));
    const int right = static_cast<int>(std::lround(positionOf(std::clamp(brushTo_, low, high))));
    overlay_->setGeometry(left, 0, std::max(2, right - left), std::max(0, height() - static_cast<int>(bottom)));
}

void DistanceChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || counts_.empty()) return;
    pressed_ = true;
    dragging_ = false;
    pressX_ = event->position().x();
    Q_EMIT brushStarted(event->modifiers());
}

void DistanceChart::mouseMoveEvent(QMouseEvent* event) {
    if (!pressed_) return;
    const double x = event->position().x();
    if (!dragging_ && std::abs(x - pressX_) < kDragPixels) return;
    dragging_ = true;
    const double a = valueAt(pressX_), b = valueAt(x);
    Q_EMIT brushed(std::min(a, b), std::max(a, b));
}

void DistanceChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_) return;
    pressed_ = false;
    if (dragging_) {
        Q_EMIT brushEnded();
    } else {
        Q_EMIT brushCleared();
    }
}

void DistanceChart::resizeEvent(QResizeEvent* event) {
    VtkView::resizeEvent(event);
    placeBrush();
}

void DistanceChart::changeEvent(QEvent* event) {
    VtkView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
}

}  // namespace facespace
