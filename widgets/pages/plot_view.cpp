#include "widgets/pages/plot_view.h"

#include <vtkAxis.h>
#include <vtkChartXY.h>
#include <vtkContextActor.h>
#include <vtkContextScene.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkRenderer.h>
#include <vtkTextProperty.h>
#include <algorithm>
#include <cmath>
#include <QEvent>

#include "widgets/pages/axis_title.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/own_drawing.h"
#include "widgets/pages/plot_items.h"
#include "widgets/pages/plot_overlay.h"

namespace facespace {
namespace {

constexpr int kTitleMargin = 6;  // of a title to the edges, in all

/// VTK's chart decides itself which axes are visible: of the others what they draw is left out.
void showAxis(vtkAxis* axis, bool visible) {
    axis->GetPen()->SetLineType(visible ? vtkPen::SOLID_LINE : vtkPen::NO_PEN);
    if (visible) return;
    axis->SetGridVisible(false);
    axis->SetTitle("");
}

/// Whether an axis has the same ticks at two lengths.
bool sameTicks(const figure::Axis& axis, const figure::AxisRange& range, double a, double b, double pixels,
               bool horizontal) {
    const auto at = [&](double length) { return figure::ticksOf(axis, range, std::max(length, 1.0), pixels, horizontal); };
    return std::ranges::equal(at(a), at(b), [](const figure::Tick& one, const figure::Tick& other) {
        return one.value == other.value && one.minor == other.minor && one.text == other.text;
    });
}

}  // namespace

struct PlotView::Scene {
    vtkNew<vtkContextActor> actor;
    vtkNew<vtkChartXY> chart;
    vtkAxis* bottom() { return chart->GetAxis(vtkAxis::BOTTOM); }
    vtkAxis* left() { return chart->GetAxis(vtkAxis::LEFT); }
};

PlotView::PlotView(QWidget* parent) : VtkView(parent), scene_(std::make_unique<Scene>()), overlay_(new PlotOverlay(this)) {
    scene_->actor->GetScene()->AddItem(scene_->chart);
    scene_->actor->GetScene()->SetRenderer(renderer());
    renderer()->AddActor(scene_->actor);
    scene_->chart->SetShowLegend(false);
    scene_->chart->SetAutoSize(true);
    for (vtkAxis* axis : {scene_->bottom(), scene_->left()}) axis->SetBehavior(vtkAxis::FIXED);
    setBeforeRender([this] { prepare(); });
    // Where values lie is known once the axes are drawn.
    connect(this, &VtkView::rendered, this, &PlotView::placeMarks, Qt::QueuedConnection);
    connect(this, &VtkView::rendered, this, &PlotView::placeDrawing, Qt::QueuedConnection);
    connect(this, &VtkView::rendered, this, &PlotView::refit, Qt::QueuedConnection);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 110);
}

PlotView::~PlotView() = default;

void PlotView::setChart(figure::Chart chart) {
    chart_ = std::move(chart);
    ranges_ = figure::rangesOf(chart_);
    hovered_ = {};
    stale_ = true;
    refreshMarked();
    setBrushed({});
    redraw();
}

void PlotView::setBrush(Brush brush) {
    brush_ = brush;
    setCursor(brush == Brush::kNone ? Qt::ArrowCursor : Qt::CrossCursor);
}

void PlotView::setMarked(std::function<bool(int)> marked) {
    marked_ = std::move(marked);
    refreshMarked();
}

void PlotView::refreshMarked() {
    markedPoints_.clear();
    if (marked_) {
        for (const figure::Layer& layer : chart_.layers)
            if (const auto* points = std::get_if<figure::Scatter>(&layer))
                for (std::size_t i = 0; i < points->rows.marks(); ++i)
                    if (std::ranges::any_of(points->rows.of(i), marked_))
                        markedPoints_.emplace_back(points->x[i], points->y[i]);
    }
    // A chart that is still to be drawn tells where they are afterwards.
    if (!stale_) placeMarks();
}

/// Brings the scene up to date with the plot, the palette and the size of a pixel.
void PlotView::prepare() {
    const double ratio = devicePixelRatioF();
    scene_->chart->SetHiddenAxisBorder(static_cast<int>(std::lround(kPlotBorder * ratio)));
    styleBackground(renderer(), palette());
    for (vtkAxis* axis : {scene_->bottom(), scene_->left()}) styleAxis(axis, palette(), font(), ratio);
    // Titles longer than their axis has room for would be cut at the edge.
    const FittedTitle below = fittedTitle(chart_.x, room_.width(), font());
    const FittedTitle beside = fittedTitle(chart_.y, room_.height(), font());
    setAxisTitle(scene_->bottom(), below, "");
    // A low second line keeps the title off the tick labels.
    setAxisTitle(scene_->left(), beside, "\n ");
    // A title that is broken in two needs lines that do not lie on each other.
    scene_->left()->GetTitleProperties()->SetLineSpacing(beside.text.contains(QLatin1Char('\n')) ? 0.95 : 0.45);
    setAxes();
    showAxis(scene_->bottom(), chart_.x.visible);
    showAxis(scene_->left(), chart_.y.visible);
    // Pens and marks are as wide as the screen's pixels want them.
    if (stale_ || ratio != rebuiltAt_) rebuild();
    stale_ = false;
    rebuiltAt_ = ratio;
}

/// A title is centred on its axis and may be as long as the widget goes on to both sides of that centre.
QSize PlotView::roomOfTitles() const {
    const auto room = [](float from, float to, double length) {
        const double centre = (static_cast<double>(from) + static_cast<double>(to)) / 2;
        return static_cast<int>(2 * std::min(centre, length - centre)) - kTitleMargin;
    };
    const double ratio = devicePixelRatioF();
    auto* below = scene_->bottom();
    auto* beside = scene_->left();
    return {room(below->GetPosition1().GetX() / static_cast<float>(ratio),
                 below->GetPosition2().GetX() / static_cast<float>(ratio), width()),
            room(beside->GetPosition1().GetY() / static_cast<float>(ratio),
                 beside->GetPosition2().GetY() / static_cast<float>(ratio), height())};
}

QSize PlotView::lengthOfAxes() const {
    const auto length = [](float from, float to, double ratio) {
        return static_cast<int>(std::lround(static_cast<double>(to - from) / ratio));
    };
    const double ratio = devicePixelRatioF();
    auto* below = scene_->bottom();
    auto* beside = scene_->left();
    return {length(below->GetPosition1().GetX(), below->GetPosition2().GetX(), ratio),
            length(beside->GetPosition1().GetY(), beside->GetPosition2().GetY(), ratio)};
}

/// How wide the words beside an axis are is known once they are drawn: titles and ticks that fit otherwise then are drawn
/// anew.
void PlotView::refit() {
    const QSize room = roomOfTitles(), lengths = lengthOfAxes();
    const bool fits = fittedTitle(chart_.x, room.width(), font()) == fittedTitle(chart_.x, room_.width(), font()) &&
                      fittedTitle(chart_.y, room.height(), font()) == fittedTitle(chart_.y, room_.height(), font());
    const double pixels = QFontInfo(font()).pixelSize();
    const bool ticked = sameTicks(chart_.x, ranges_.x, lengths.width(), lengths_.width(), pixels, true) &&
                        sameTicks(chart_.y, ranges_.y, lengths.height(), lengths_.height(), pixels, false);
    room_ = room;
    lengths_ = lengths;
    taken_ = size() - lengths;
    if (!fits || !ticked) redraw();
}

bool PlotView::cutsTitles() const {
    const QSize room = roomOfTitles();
    return fittedTitle(chart_.x, room.width(), font()).cut || fittedTitle(chart_.y, room.height(), font()).cut;
}

/// Ranges, and as many ticks as find room.
void PlotView::setAxes() {
    const auto set = [this](vtkAxis* axis, const figure::Axis& spec, const figure::AxisRange& range, double length) {
        const double a = plotted(range, range.rawLow), b = plotted(range, range.rawHigh);
        axis->SetRange(std::min(a, b), std::max(a, b));
        setTicks(axis, spec, range, font(), length);
    };
    set(scene_->bottom(), chart_.x, ranges_.x, lengths_.width());
    set(scene_->left(), chart_.y, ranges_.y, lengths_.height());
}

void PlotView::rebuild() {
    scene_->chart->ClearPlots();
    addLayers(scene_->chart, {chart_, ranges_, chartStyle(palette()), devicePixelRatioF()});
}

QPointF PlotView::positionOf(double x, double y) const {
    const auto along = [](vtkAxis* axis, const figure::AxisRange& range, double value, bool upright) {
        const auto a = axis->GetPosition1(), b = axis->GetPosition2();
        const double from = static_cast<double>(upright ? a.GetY() : a.GetX());
        const double to = static_cast<double>(upright ? b.GetY() : b.GetX());
        const double low = axis->GetMinimum(), high = axis->GetMaximum();
        return from + (plotted(range, value) - low) / (high - low) * (to - from);
    };
    const double ratio = devicePixelRatioF();
    return {along(scene_->bottom(), ranges_.x, x, false) / ratio,
            height() - along(scene_->left(), ranges_.y, y, true) / ratio};
}

QPointF PlotView::valueAt(const QPointF& position) const {
    const auto along = [](vtkAxis* axis, const figure::AxisRange& range, double device, bool upright) {
        const auto a = axis->GetPosition1(), b = axis->GetPosition2();
        const double from = static_cast<double>(upright ? a.GetY() : a.GetX());
        const double to = static_cast<double>(upright ? b.GetY() : b.GetX());
        const double low = axis->GetMinimum(), high = axis->GetMaximum();
        const double at = to > from ? low + (device - from) / (to - from) * (high - low) : low;
        return unplotted(range, std::clamp(at, low, high));
    };
    const double ratio = devicePixelRatioF();
    return {along(scene_->bottom(), ranges_.x, position.x() * ratio, false),
            along(scene_->left(), ranges_.y, (height() - position.y()) * ratio, true)};
}

QRectF PlotView::plotArea() const {
    return QRectF(positionOf(ranges_.x.rawLow, ranges_.y.rawHigh), positionOf(ranges_.x.rawHigh, ranges_.y.rawLow))
        .normalized();
}

void PlotView::setBrushed(const QRectF& area) {
    brushed_ = area;
    if (!stale_) placeMarks();
}

void PlotView::placeMarks() {
    std::vector<QPointF> rings;
    rings.reserve(markedPoints_.size());
    for (const QPointF& point : markedPoints_) {
        const QPointF at = positionOf(point.x(), point.y());
        if (std::isfinite(at.x()) && std::isfinite(at.y())) rings.push_back(at);
    }
    const auto between = [&](double left, double top, double right, double bottom) {
        return QRectF(positionOf(left, top), positionOf(right, bottom)).normalized();
    };
    overlay_->setRings(std::move(rings), plotArea().adjusted(-1, -1, 1, 1));
    overlay_->setBrushed(brushed_.isEmpty() ? QRectF()
                                            : between(brushed_.left(), brushed_.top(), brushed_.right(), brushed_.bottom()));
}

void PlotView::placeDrawing() {
    overlay_->setPicture(ownDrawing(chart_, size(), plotArea(), chartStyle(palette()), font(), devicePixelRatioF()));
}

void PlotView::resizeEvent(QResizeEvent* event) {
    VtkView::resizeEvent(event);
    overlay_->setGeometry(rect());
    room_ = lengths_ = size() - taken_;
}

void PlotView::changeEvent(QEvent* event) {
    VtkView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    stale_ = true;
    redraw();
}

}  // namespace facespace
