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
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <span>

#include "widgets/models/image_table_model.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/own_drawing.h"
#include "widgets/pages/plot_items.h"
#include "widgets/pages/plot_overlay.h"
#include "widgets/words/glossary.h"

namespace facespace {
namespace {

constexpr double kDragPixels = 4;
constexpr double kHitPixels = 9;
constexpr int kKeySteps = 40;
constexpr int kBesideAxis = 70, kBelowAxis = 46;  // where a tooltip is that of an axis
constexpr int kTitleMargin = 6;                   // of a title to the edges, in all
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
    bool operator==(const FittedTitle&) const = default;
};

FittedTitle fitted(const figure::Axis& axis, int room, const QFont& font) {
    const QFontMetrics metrics(font);
    const QString title = QString::fromStdString(axis.title);
    // “Sharpness (Laplacian variance)” is still told by its first words.
    const qsizetype remark = title.indexOf(QStringLiteral(" ("));
    const QString brief = !axis.brief.empty() ? QString::fromStdString(axis.brief) : remark > 0 ? title.left(remark) : title;
    for (const QString& text : {title, brief, inTwoLines(brief)})
        for (const double scale : {1.0, kSmaller})
            if (widthOf(text, metrics) * scale <= room) return {text, scale, false};
    return {metrics.elidedText(brief, Qt::ElideRight, static_cast<int>(std::max(room, 40) / kSmaller)), kSmaller, true};
}

void setTitle(vtkAxis* axis, const FittedTitle& title, const char* after) {
    axis->SetTitle(title.text.toStdString() + after);
    vtkTextProperty* text = axis->GetTitleProperties();
    text->SetFontSize(static_cast<int>(std::lround(text->GetFontSize() * title.scale)));
}

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

struct LayerValues {
    std::span<const double> x, y;
};

/// Of the points of a layer that can be pointed at.
LayerValues pointsOf(const figure::Layer& layer) {
    return std::visit(
        [](const auto& l) -> LayerValues {
            if constexpr (requires { l.pointing, l.x, l.y; }) {
                if (l.pointing.picks) return {l.x, l.y};
            }
            return {};
        },
        layer);
}

/// The bars of a layer, if it has such that can be pointed at.
const figure::Histogram* barsOf(const figure::Layer& layer) {
    const auto* bars = std::get_if<figure::Histogram>(&layer);
    return bars != nullptr && bars->pointing.picks ? bars : nullptr;
}

/// The bar of a category that a value is in; -1: none.
int categoryAt(const figure::Layer& layer, const QPointF& value) {
    const auto* bars = std::get_if<figure::Bars>(&layer);
    const double i = std::round(value.x());
    if (bars == nullptr || !bars->pointing.picks || i < 0 || i >= static_cast<double>(bars->heights.size())) return -1;
    return value.y() <= bars->heights[static_cast<std::size_t>(i)] ? static_cast<int>(i) : -1;
}

/// What a tooltip tells of a value: of a category its name.
QString valueOn(const figure::Axis& axis, double value) {
    const QString title = QString::fromStdString(axis.title);
    QString shown = shownNumber(value);
    if (axis.scale == figure::Scale::kCategory) {
        const auto at = static_cast<std::size_t>(std::max(0.0, std::round(value)));
        shown = at < axis.names.size() ? QString::fromStdString(axis.names[at]) : QString();
    }
    return title.isEmpty() || shown.isEmpty() ? shown : QStringLiteral("%1: %2").arg(title, shown);
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
    styleBackground(renderer(), palette());
    for (vtkAxis* axis : {scene_->bottom(), scene_->left()}) styleAxis(axis, palette(), font(), ratio);
    // Titles longer than their axis has room for would be cut at the edge.
    const FittedTitle below = fitted(chart_.x, room_.width(), font());
    const FittedTitle beside = fitted(chart_.y, room_.height(), font());
    setTitle(scene_->bottom(), below, "");
    // A low second line keeps the title off the tick labels.
    setTitle(scene_->left(), beside, "\n ");
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
    const bool fits = fitted(chart_.x, room.width(), font()) == fitted(chart_.x, room_.width(), font()) &&
                      fitted(chart_.y, room.height(), font()) == fitted(chart_.y, room_.height(), font());
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
    return fitted(chart_.x, room.width(), font()).cut || fitted(chart_.y, room.height(), font()).cut;
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

QRectF PlotView::areaBetween(const QPointF& a, const QPointF& b) const {
    QPointF from = valueAt(a), to = valueAt(b);
    if (brush_ == Brush::kRange) {
        from.setY(ranges_.y.rawLow);
        to.setY(ranges_.y.rawHigh);
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
    overlay_->setRings(
        std::move(rings),
        between(ranges_.x.rawLow, ranges_.y.rawHigh, ranges_.x.rawHigh, ranges_.y.rawLow).adjusted(-1, -1, 1, 1));
    overlay_->setBrushed(brushed_.isEmpty() ? QRectF()
                                            : between(brushed_.left(), brushed_.top(), brushed_.right(), brushed_.bottom()));
}

void PlotView::placeDrawing() {
    const QRectF plot(positionOf(ranges_.x.rawLow, ranges_.y.rawHigh), positionOf(ranges_.x.rawHigh, ranges_.y.rawLow));
    overlay_->setPicture(ownDrawing(chart_, size(), plot.normalized(), chartStyle(palette()), font(), devicePixelRatioF()));
}

PlotView::Hit PlotView::hitAt(const QPointF& position) const {
    Hit best;
    double nearest = kHitPixels * kHitPixels;
    const QPointF value = valueAt(position);
    for (std::size_t l = 0; l < chart_.layers.size(); ++l) {
        if (const figure::Histogram* bars = barsOf(chart_.layers[l])) {
            const auto after = std::ranges::upper_bound(bars->edges, value.x());
            if (after == bars->edges.begin() || after == bars->edges.end()) continue;
            const auto bar = static_cast<std::size_t>(after - bars->edges.begin() - 1);
            if (value.y() <= bars->counts[bar] && best.layer < 0) best = {static_cast<int>(l), static_cast<int>(bar)};
            continue;
        }
        if (const int bar = categoryAt(chart_.layers[l], value); bar >= 0 && best.layer < 0)
            best = {static_cast<int>(l), bar};
        const LayerValues points = pointsOf(chart_.layers[l]);
        for (std::size_t i = 0; i < points.x.size(); ++i) {
            const QPointF at = positionOf(points.x[i], points.y[i]) - position;
            const double distance = QPointF::dotProduct(at, at);
            if (!(distance < nearest)) continue;
            nearest = distance;
            best = {static_cast<int>(l), static_cast<int>(i)};
        }
    }
    return best;
}

/// The values of a mark, below the name of what it belongs to.
QString PlotView::described(const Hit& hit) const {
    const figure::Layer& layer = chart_.layers[static_cast<std::size_t>(hit.layer)];
    const auto i = static_cast<std::size_t>(hit.index);
    if (const auto* bars = std::get_if<figure::Bars>(&layer))
        return QStringLiteral("%1\n%2: %3")
            .arg(QString::fromStdString(i < chart_.x.names.size() ? chart_.x.names[i] : bars->label),
                 QString::fromStdString(chart_.y.title), shownNumber(bars->heights[i]));
    const figure::Histogram* bars = barsOf(layer);
    const LayerValues points = pointsOf(layer);
    const double x = bars != nullptr ? bars->edges[i] : points.x[i], y = bars != nullptr ? bars->counts[i] : points.y[i];
    const std::string name = std::visit(
        [](const auto& l) -> std::string {
            if constexpr (requires { l.pointing; }) return l.pointing.name.empty() ? l.label : l.pointing.name;
            return {};
        },
        layer);
    QStringList values{valueOn(chart_.x, x), valueOn(chart_.y, y)};
    values.removeAll(QString());
    // What draws itself has places that are no values.
    if (!name.empty() && drawsItsOwnAxes(chart_)) values.clear();
    if (!name.empty()) values.prepend(QString::fromStdString(name));
    return values.join(QLatin1Char('\n'));
}

void PlotView::hover(const QPointF& position) {
    const Hit hit = hitAt(position);
    if (hit.layer == hovered_.layer && hit.index == hovered_.index) return;
    hovered_ = hit;
    Q_EMIT hovered(hit.layer, hit.index);
    if (hit.layer < 0) return QToolTip::hideText();
    QString text = describe_ ? describe_(hit.layer, hit.index) : QString();
    if (text.isEmpty()) text = described(hit);
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
    if (hit.layer >= 0) {
        Q_EMIT pointClicked(hit.layer, hit.index, event->modifiers());
    } else {
        setBrushed({});
        Q_EMIT emptyClicked(event->modifiers());
    }
}

/// Where the steps of the keys begin and end: the edges of the bars, else parts of the axis.
std::vector<double> PlotView::keyEdges() const {
    for (const figure::Layer& layer : chart_.layers)
        if (const figure::Histogram* bars = barsOf(layer)) return bars->edges;
    std::vector<double> edges;
    const double low = plotted(ranges_.x, ranges_.x.rawLow), high = plotted(ranges_.x, ranges_.x.rawHigh);
    for (int i = 0; i <= kKeySteps; ++i) edges.push_back(unplotted(ranges_.x, low + (high - low) * i / kKeySteps));
    return edges;
}

void PlotView::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || brush_ == Brush::kNone || chart_.layers.empty()) return VtkView::keyPressEvent(event);
    const std::vector<double> edges = keyEdges();
    const int last = static_cast<int>(edges.size()) - 2;
    const int before = keyTo_ < 0 ? (step > 0 ? -1 : last + 1) : keyTo_;
    keyTo_ = std::clamp(before + step, 0, last);
    if (keyFrom_ < 0 || !event->modifiers().testFlag(Qt::ShiftModifier)) keyFrom_ = keyTo_;
    const double from = edges[static_cast<std::size_t>(std::min(keyFrom_, keyTo_))];
    const double to = edges[static_cast<std::size_t>(std::max(keyFrom_, keyTo_)) + 1];
    const QRectF area = QRectF(QPointF(from, ranges_.y.rawLow), QPointF(to, ranges_.y.rawHigh)).normalized();
    Q_EMIT brushStarted({});
    setBrushed(area);
    Q_EMIT brushMoved(area);
    Q_EMIT brushEnded(area);
    setBrushed(area);  // what listens may have set the plot anew
}

QString PlotView::meaningOfAxis(const figure::Axis& axis) const {
    const QString terms = explained(QString::fromStdString(axis.title));
    return terms.isEmpty() ? meaning_ : terms;
}

/// What the title of the axis at this place means.
QString PlotView::explainedAt(const QPoint& position) const {
    if (position.x() < kBesideAxis && position.y() < height() - kBelowAxis) return meaningOfAxis(chart_.y);
    if (position.y() >= height() - kBelowAxis) return meaningOfAxis(chart_.x);
    return {};
}

bool PlotView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && hovered_.layer < 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const QString text = explainedAt(help->pos()); !text.isEmpty()) {
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
    }
    return VtkView::event(event);
}

void PlotView::leaveEvent(QEvent* event) {
    VtkView::leaveEvent(event);
    hovered_ = {};
    Q_EMIT hovered(-1, -1);
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
