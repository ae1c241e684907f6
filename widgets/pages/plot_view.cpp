#include "widgets/pages/plot_view.h"

#include <vtkAxis.h>
#include <vtkChartXY.h>
#include <vtkContextActor.h>
#include <vtkContextScene.h>
#include <vtkNew.h>
#include <vtkRenderer.h>
#include <vtkTextProperty.h>
#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "widgets/models/image_table_model.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/plot_items.h"
#include "widgets/pages/plot_overlay.h"

namespace facespace {
namespace {

constexpr double kDragPixels = 4;
constexpr double kHitPixels = 9;
constexpr int kKeySteps = 40;
constexpr int kBesideAxis = 70, kBelowAxis = 46;  // what the other axis takes
constexpr double kSmaller = 0.86;                 // of a title that has no room at the window's size

/// At the blank nearest the middle.
QString inTwoLines(const QString& text) {
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(QLatin1Char(' ')); at >= 0; at = text.indexOf(QLatin1Char(' '), at + 1))
        if (best < 0 || std::abs(2 * at - text.size()) < std::abs(2 * best - text.size())) best = at;
    return best < 0 ? text : text.left(best) + QLatin1Char('\n') + text.mid(best + 1);
}

int widthOf(const QString& text, const QFontMetrics& metrics) {
    int width = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) width = std::max(width, metrics.horizontalAdvance(line));
    return width;
}

/// A title as it fits along its axis: whole, else a little smaller, else its short form, else that in two lines, else cut.
struct FittedTitle {
    QString text;
    double scale = 1;
    bool cut = false;
};

FittedTitle fitted(const PlotAxis& axis, int room, const QFont& font) {
    const QFontMetrics metrics(font);
    // “Sharpness (Laplacian variance)” is still told by its first words.
    const qsizetype remark = axis.title.indexOf(QStringLiteral(" ("));
    const QString brief = !axis.brief.isEmpty() ? axis.brief : remark > 0 ? axis.title.left(remark) : axis.title;
    for (const QString& text : {axis.title, brief, inTwoLines(brief)})
        for (const double scale : {1.0, kSmaller})
            if (widthOf(text, metrics) * scale <= room) return {text, scale, false};
    return {metrics.elidedText(brief, Qt::ElideRight, static_cast<int>(std::max(room, 40) / kSmaller)), kSmaller, true};
}

void setTitle(vtkAxis* axis, const FittedTitle& title, const char* after) {
    axis->SetTitle(title.text.toStdString() + after);
    vtkTextProperty* text = axis->GetTitleProperties();
    text->SetFontSize(static_cast<int>(std::lround(text->GetFontSize() * title.scale)));
}

}  // namespace

struct PlotView::Chart {
    vtkNew<vtkContextActor> actor;
    vtkNew<vtkChartXY> chart;
    vtkAxis* bottom() { return chart->GetAxis(vtkAxis::BOTTOM); }
    vtkAxis* left() { return chart->GetAxis(vtkAxis::LEFT); }
};

PlotView::PlotView(QWidget* parent) : VtkView(parent), chart_(std::make_unique<Chart>()), overlay_(new PlotOverlay(this)) {
    chart_->actor->GetScene()->AddItem(chart_->chart);
    chart_->actor->GetScene()->SetRenderer(renderer());
    renderer()->AddActor(chart_->actor);
    chart_->chart->SetShowLegend(false);
    chart_->chart->SetAutoSize(true);
    for (vtkAxis* axis : {chart_->bottom(), chart_->left()}) axis->SetBehavior(vtkAxis::FIXED);
    setBeforeRender([this] { prepare(); });
    // Where values lie is known once the axes are drawn.
    connect(this, &VtkView::rendered, this, &PlotView::placeMarks, Qt::QueuedConnection);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 110);
}

PlotView::~PlotView() = default;

void PlotView::setPlot(Plot plot) {
    plot_ = std::move(plot);
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
        for (const PlotSeries& s : plot_.series)
            for (std::size_t i = 0; i < s.rows.size(); ++i)
                if (marked_(s.rows[i])) markedPoints_.emplace_back(s.x[i], s.y[i]);
    }
    // A chart that is still to be drawn tells where they are afterwards.
    if (!stale_) placeMarks();
}

/// Brings the scene up to date with the plot, the palette and the size of a pixel.
void PlotView::prepare() {
    const double ratio = devicePixelRatioF();
    styleBackground(renderer(), palette());
    for (vtkAxis* axis : {chart_->bottom(), chart_->left()}) styleAxis(axis, palette(), font(), ratio);
    // Titles longer than their axis would be cut at both ends.
    const FittedTitle below = fitted(plot_.x, width() - kBesideAxis, font());
    const FittedTitle beside = fitted(plot_.y, height() - kBelowAxis, font());
    cutsTitles_ = below.cut || beside.cut;
    setTitle(chart_->bottom(), below, "");
    // A low second line keeps the title off the tick labels.
    setTitle(chart_->left(), beside, "\n ");
    chart_->left()->GetTitleProperties()->SetLineSpacing(0.45);
    setAxes();
    // Pens and marks are as wide as the screen's pixels want them.
    if (stale_ || ratio != rebuiltAt_) rebuild();
    stale_ = false;
    rebuiltAt_ = ratio;
}

/// Ranges, and as many ticks as find room.
void PlotView::setAxes() {
    const std::pair<vtkAxis*, const PlotAxis*> axes[] = {{chart_->bottom(), &plot_.x}, {chart_->left(), &plot_.y}};
    for (const auto& [axis, spec] : axes) {
        axis->SetRange(plotted(*spec, spec->low), plotted(*spec, spec->high));
        const bool upright = axis == chart_->left();
        const QFontMetrics metrics(font());
        setTicks(axis, *spec, font(),
                 upright
                     ? (height() - kBelowAxis) / (2 * metrics.height())
                     : (width() - kBesideAxis) / (metrics.horizontalAdvance(QStringLiteral("0.0001")) + metrics.height()));
    }
}

void PlotView::rebuild() {
    chart_->chart->ClearPlots();
    const PlotStyle style{palette(), devicePixelRatioF()};
    for (const PlotSeries& s : plot_.series) addSeries(chart_->chart, plot_, s, style);
    for (const PlotMark& mark : plot_.marks) addMark(chart_->chart, plot_, mark, style);
}

QPointF PlotView::positionOf(double x, double y) const {
    const auto along = [](vtkAxis* axis, const PlotAxis& spec, double value, bool upright) {
        const auto a = axis->GetPosition1(), b = axis->GetPosition2();
        const double from = static_cast<double>(upright ? a.GetY() : a.GetX());
        const double to = static_cast<double>(upright ? b.GetY() : b.GetX());
        const double low = axis->GetMinimum(), high = axis->GetMaximum();
        return from + (plotted(spec, value) - low) / (high - low) * (to - from);
    };
    const double ratio = devicePixelRatioF();
    return {along(chart_->bottom(), plot_.x, x, false) / ratio, height() - along(chart_->left(), plot_.y, y, true) / ratio};
}

QPointF PlotView::valueAt(const QPointF& position) const {
    const auto along = [](vtkAxis* axis, const PlotAxis& spec, double device, bool upright) {
        const auto a = axis->GetPosition1(), b = axis->GetPosition2();
        const double from = static_cast<double>(upright ? a.GetY() : a.GetX());
        const double to = static_cast<double>(upright ? b.GetY() : b.GetX());
        const double low = axis->GetMinimum(), high = axis->GetMaximum();
        const double at = to > from ? low + (device - from) / (to - from) * (high - low) : low;
        return unplotted(spec, std::clamp(at, low, high));
    };
    const double ratio = devicePixelRatioF();
    return {along(chart_->bottom(), plot_.x, position.x() * ratio, false),
            along(chart_->left(), plot_.y, (height() - position.y()) * ratio, true)};
}

QRectF PlotView::areaBetween(const QPointF& a, const QPointF& b) const {
    QPointF from = valueAt(a), to = valueAt(b);
    if (brush_ == Brush::kRange) {
        from.setY(plot_.y.low);
        to.setY(plot_.y.high);
    }
    return QRectF(from, to).normalized();
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
    overlay_->setRings(std::move(rings),
                       between(plot_.x.low, plot_.y.high, plot_.x.high, plot_.y.low).adjusted(-1, -1, 1, 1));
    overlay_->setBrushed(brushed_.isEmpty() ? QRectF()
                                            : between(brushed_.left(), brushed_.top(), brushed_.right(), brushed_.bottom()));
}

PlotView::Hit PlotView::hitAt(const QPointF& position) const {
    Hit best;
    double nearest = kHitPixels * kHitPixels;
    const QPointF value = valueAt(position);
    for (std::size_t s = 0; s < plot_.series.size(); ++s) {
        const PlotSeries& series = plot_.series[s];
        if (!series.picks) continue;
        if (series.kind == PlotSeries::Kind::kBars) {
            const auto after = std::upper_bound(series.x.begin(), series.x.end(), value.x());
            if (after == series.x.begin() || after == series.x.end()) continue;
            const auto bar = static_cast<std::size_t>(after - series.x.begin() - 1);
            if (value.y() <= series.y[bar] && best.series < 0) best = {static_cast<int>(s), static_cast<int>(bar)};
            continue;
        }
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            const QPointF at = positionOf(series.x[i], series.y[i]) - position;
            const double distance = QPointF::dotProduct(at, at);
            if (!(distance < nearest)) continue;
            nearest = distance;
            best = {static_cast<int>(s), static_cast<int>(i)};
        }
    }
    return best;
}

void PlotView::hover(const QPointF& position) {
    const Hit hit = hitAt(position);
    if (hit.series == hovered_.series && hit.index == hovered_.index) return;
    hovered_ = hit;
    Q_EMIT hovered(hit.series, hit.index);
    if (hit.series < 0) return QToolTip::hideText();
    const PlotSeries& s = plot_.series[static_cast<std::size_t>(hit.series)];
    const auto i = static_cast<std::size_t>(hit.index);
    QString text = describe_ ? describe_(hit.series, hit.index) : QString();
    if (text.isEmpty()) {
        text = QStringLiteral("%1: %2\n%3: %4").arg(plot_.x.title, shownNumber(s.x[i]), plot_.y.title, shownNumber(s.y[i]));
        if (!s.name.isEmpty()) text.prepend(s.name + QLatin1Char('\n'));
    }
    QToolTip::showText(mapToGlobal(position.toPoint()), text, this);
}

void PlotView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    isPressed_ = true;
    dragging_ = false;
    keyFrom_ = keyTo_ = -1;
    pressed_ = event->position();
    if (brush_ != Brush::kNone) Q_EMIT brushStarted(event->modifiers());
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
    if (!isPressed_) return hover(event->position());
    if (brush_ == Brush::kNone) return;
    const QPointF moved = event->position() - pressed_;
    if (!dragging_ && std::hypot(moved.x(), moved.y()) < kDragPixels) return;
    dragging_ = true;
    setBrushed(areaBetween(pressed_, event->position()));
    Q_EMIT brushMoved(brushed_);
}

void PlotView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !isPressed_) return;
    isPressed_ = false;
    if (dragging_) {
        Q_EMIT brushEnded(brushed_);
        return;
    }
    const Hit hit = hitAt(event->position());
    if (hit.series >= 0) {
        Q_EMIT pointClicked(hit.series, hit.index, event->modifiers());
    } else {
        setBrushed({});
        Q_EMIT emptyClicked(event->modifiers());
    }
}

/// Where the steps of the keys begin and end: the edges of the bars, else parts of the axis.
std::vector<double> PlotView::keyEdges() const {
    for (const PlotSeries& s : plot_.series)
        if (s.picks && s.kind == PlotSeries::Kind::kBars) return s.x;
    std::vector<double> edges;
    const double low = plotted(plot_.x, plot_.x.low), high = plotted(plot_.x, plot_.x.high);
    for (int i = 0; i <= kKeySteps; ++i) edges.push_back(unplotted(plot_.x, low + (high - low) * i / kKeySteps));
    return edges;
}

void PlotView::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || brush_ == Brush::kNone || plot_.series.empty()) return VtkView::keyPressEvent(event);
    const std::vector<double> edges = keyEdges();
    const int last = static_cast<int>(edges.size()) - 2;
    const int before = keyTo_ < 0 ? (step > 0 ? -1 : last + 1) : keyTo_;
    keyTo_ = std::clamp(before + step, 0, last);
    if (keyFrom_ < 0 || !event->modifiers().testFlag(Qt::ShiftModifier)) keyFrom_ = keyTo_;
    const double from = edges[static_cast<std::size_t>(std::min(keyFrom_, keyTo_))];
    const double to = edges[static_cast<std::size_t>(std::max(keyFrom_, keyTo_)) + 1];
    const QRectF area = QRectF(QPointF(from, plot_.y.low), QPointF(to, plot_.y.high)).normalized();
    Q_EMIT brushStarted({});
    setBrushed(area);
    Q_EMIT brushMoved(area);
    Q_EMIT brushEnded(area);
    setBrushed(area);  // what listens may have set the plot anew
}

void PlotView::leaveEvent(QEvent* event) {
    VtkView::leaveEvent(event);
    hovered_ = {};
    Q_EMIT hovered(-1, -1);
}

void PlotView::resizeEvent(QResizeEvent* event) {
    VtkView::resizeEvent(event);
    overlay_->setGeometry(rect());
}

void PlotView::changeEvent(QEvent* event) {
    VtkView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    stale_ = true;
    redraw();
}

}  // namespace facespace
