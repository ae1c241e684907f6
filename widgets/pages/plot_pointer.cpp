// What the pointer and the keys do in a chart, and what it tells of its marks and axes.
#include <algorithm>
#include <cmath>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <span>

#include "widgets/models/image_table_model.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/own_drawing.h"
#include "widgets/pages/plot_view.h"
#include "widgets/words/glossary.h"

namespace facespace {
namespace {

constexpr double kDragPixels = 4;
constexpr double kHitPixels = 9;
constexpr int kKeySteps = 40;
constexpr int kTitleRoom = 4;  // of an axis' title beyond its letters

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

/// The category at a value; "": none.
QString categoryOn(const figure::Axis& axis, double value) {
    if (axis.scale != figure::Scale::kCategory) return {};
    const auto at = static_cast<std::size_t>(std::max(0.0, std::round(value)));
    return at < axis.names.size() ? QString::fromStdString(axis.names[at]) : QString();
}

/// What a tooltip tells of a value: of a category its name.
QString valueOn(const figure::Axis& axis, double value) {
    const QString title = QString::fromStdString(axis.title);
    const QString shown = axis.scale == figure::Scale::kCategory ? categoryOn(axis, value) : shownNumber(value);
    return title.isEmpty() || shown.isEmpty() ? shown : QStringLiteral("%1: %2").arg(title, shown);
}

}  // namespace

QRectF PlotView::areaBetween(const QPointF& a, const QPointF& b) const {
    QPointF from = valueAt(a), to = valueAt(b);
    if (brush_ == Brush::kRange) {
        from.setY(ranges_.y.rawLow);
        to.setY(ranges_.y.rawHigh);
    }
    return QRectF(from, to).normalized();
}

PlotView::Hit PlotView::hitAt(const QPointF& position) const {
    Hit best;
    double nearest = kHitPixels * kHitPixels;
    const QPointF value = valueAt(position);
    // Below a bar is its axis, which has a title of its own.
    const bool onBars = plotArea().adjusted(-2, -2, 2, 2).contains(position);
    for (std::size_t l = 0; l < chart_.layers.size(); ++l) {
        if (const figure::Histogram* bars = barsOf(chart_.layers[l])) {
            const auto after = std::ranges::upper_bound(bars->edges, value.x());
            if (after == bars->edges.begin() || after == bars->edges.end()) continue;
            const auto bar = static_cast<std::size_t>(after - bars->edges.begin() - 1);
            if (onBars && value.y() <= bars->counts[bar] && best.layer < 0)
                best = {static_cast<int>(l), static_cast<int>(bar)};
            continue;
        }
        if (const int bar = categoryAt(chart_.layers[l], value); onBars && bar >= 0 && best.layer < 0)
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

/// What the title of the axis at this place means, below the whole name of the category whose tick is there.
QString PlotView::explainedAt(const QPoint& position) const {
    const QRectF plot = plotArea();
    const bool below = position.y() > plot.bottom();
    if (!below && position.x() >= plot.left()) return {};
    const figure::Axis& axis = below ? chart_.x : chart_.y;
    const int toEdge = below ? height() - position.y() : position.x();
    const bool onTitle = !axis.title.empty() && toEdge < fontMetrics().height() + kTitleRoom;
    const QPointF value = valueAt(position);
    const QString name = onTitle ? QString() : categoryOn(axis, below ? value.x() : value.y());
    return (name.isEmpty() ? name : QStringLiteral("<p>%1</p>").arg(name.toHtmlEscaped())) + meaningOfAxis(axis);
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

}  // namespace facespace
