#include "widgets/panels/distance_chart.h"

#include <algorithm>
#include <cmath>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

constexpr double kDragPixels = 4;
constexpr double kTick = 4, kGap = 4, kMargin = 8;
constexpr double kHeadroom = 1.06;
constexpr double kBarShare = 0.92;

/// The smallest of 1, 2 or 5 times a power of ten that cuts `span` into at most `most` steps.
double roundStep(double span, double most) {
    const double least = span / std::max(1.0, most);
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least) return factor * power;
    }
    return 10 * power;
}

/// Whole multiples of `step` in the range, as numbers that print without rounding tails.
std::vector<double> ticksBetween(double low, double high, double step) {
    std::vector<double> ticks;
    for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i) ticks.push_back(i * step);
    return ticks;
}

QString tickText(double value, double step) {
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    return QString::number(value == 0 ? 0 : value, 'f', decimals);
}

}  // namespace

DistanceChart::DistanceChart(QWidget* parent) : QWidget(parent) {
    setMinimumHeight(120);
    setCursor(Qt::CrossCursor);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void DistanceChart::setTitles(const QString& horizontal, const QString& vertical) {
    horizontal_ = horizontal;
    vertical_ = vertical;
    update();
}

void DistanceChart::setHistogram(double minimum, double maximum, const std::vector<int>& counts,
                                 const std::vector<int>& selected) {
    minimum_ = minimum;
    maximum_ = maximum > minimum ? maximum : minimum + 1;
    counts_ = counts;
    selected_ = selected;
    most_ = 1;
    for (const int count : counts_) most_ = std::max(most_, static_cast<double>(count));
    update();
}

void DistanceChart::setSelected(const std::vector<int>& selected) {
    if (selected == selected_) return;
    selected_ = selected;
    update();
}

void DistanceChart::setBrush(double from, double to) {
    brushFrom_ = from;
    brushTo_ = to;
    update();
}

// ── Where things are ────────────────────────────────────────────────────────────────────────────────────────────────

QRectF DistanceChart::plot() const {
    const QFontMetricsF metrics(font());
    const double label = metrics.horizontalAdvance(QString::number(static_cast<int>(most_)));
    const double left = kMargin + metrics.height() + kGap + label + kTick + kGap;
    const double below = kTick + kGap + 2 * metrics.height() + kGap;
    return QRectF(rect()).adjusted(left, kMargin, -2 * kMargin, -below);
}

double DistanceChart::binWidth() const { return (maximum_ - minimum_) / std::max(1.0, static_cast<double>(counts_.size())); }

double DistanceChart::positionOf(double value) const {
    const QRectF area = plot();
    const double low = minimum_ - binWidth(), high = maximum_ + binWidth();
    return area.left() + (value - low) / (high - low) * area.width();
}

double DistanceChart::valueAt(double x) const {
    const QRectF area = plot();
    const double low = minimum_ - binWidth(), high = maximum_ + binWidth();
    return area.width() > 0 ? low + (x - area.left()) / area.width() * (high - low) : low;
}

double DistanceChart::heightOf(double count) const { return count / (most_ * kHeadroom) * plot().height(); }

// ── Painting ────────────────────────────────────────────────────────────────────────────────────────────────────────

void DistanceChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintVerticalAxis(painter);
    paintBars(painter);
    paintHorizontalAxis(painter);
    paintBrush(painter);
}

void DistanceChart::paintVerticalAxis(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const QRectF area = plot();
    const double step = std::max(1.0, roundStep(most_ * kHeadroom, area.height() / (metrics.height() * 2)));
    for (const double tick : ticksBetween(0, most_ * kHeadroom, step)) {
        const double y = std::round(area.bottom() - heightOf(tick)) + 0.5;
        painter.setPen(borderColour(palette()));
        painter.drawLine(QPointF(area.left() - kTick, y), QPointF(area.right(), y));
        painter.setPen(secondaryTextColour(palette()));
        const QRectF box(0, y - metrics.height() / 2, area.left() - kTick - kGap, metrics.height());
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, tickText(tick, step));
    }
    painter.save();
    painter.translate(kMargin, area.center().y());
    painter.rotate(-90);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(-area.height() / 2, 0, area.height(), metrics.height()), Qt::AlignCenter, vertical_);
    painter.restore();
}

void DistanceChart::paintHorizontalAxis(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const QRectF area = plot();
    const double low = minimum_ - binWidth(), high = maximum_ + binWidth();
    const double room = metrics.horizontalAdvance(QStringLiteral("00.000")) * 1.6;
    const double step = roundStep(high - low, area.width() / room);
    const double y = std::round(area.bottom()) + 0.5;
    painter.setPen(borderColour(palette()));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    for (const double tick : ticksBetween(low, high, step)) {
        const double x = std::round(positionOf(tick)) + 0.5;
        painter.setPen(borderColour(palette()));
        painter.drawLine(QPointF(x, y), QPointF(x, y + kTick));
        painter.setPen(secondaryTextColour(palette()));
        const QRectF box(x - room / 2, y + kTick + kGap, room, metrics.height());
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, tickText(tick, step));
    }
    painter.setPen(palette().color(QPalette::Text));
    const QRectF below(area.left(), y + kTick + kGap + metrics.height(), area.width(), metrics.height());
    painter.drawText(below, Qt::AlignCenter, horizontal_);
}

void DistanceChart::paintBars(QPainter& painter) const {
    const QRectF area = plot();
    const QColor chosen = palette().color(QPalette::Link);
    const QColor text = secondaryTextColour(palette()), back = palette().color(QPalette::Base);
    // Halfway to the background, so that the selected part stands out.
    const QColor plain((text.red() + back.red()) / 2, (text.green() + back.green()) / 2, (text.blue() + back.blue()) / 2);
    const double width = (positionOf(maximum_) - positionOf(minimum_)) / std::max<double>(1, double(counts_.size()));
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const int selected = i < selected_.size() ? selected_[i] : 0;
        const double x = positionOf(minimum_) + (static_cast<double>(i) + (1 - kBarShare) / 2) * width;
        const double whole = heightOf(counts_[i]), part = heightOf(selected);
        painter.fillRect(QRectF(x, area.bottom() - whole, width * kBarShare, whole - part), plain);
        // One image of many is still to be seen.
        const double shown = selected > 0 ? std::max(part, 2.0) : 0;
        painter.fillRect(QRectF(x, area.bottom() - shown, width * kBarShare, shown), chosen);
    }
}

void DistanceChart::paintBrush(QPainter& painter) const {
    if (brushFrom_ > brushTo_) return;
    const QRectF area = plot();
    const double left = std::clamp(positionOf(brushFrom_), area.left(), area.right());
    const double right = std::clamp(positionOf(brushTo_), area.left(), area.right());
    const QRectF range(left, 0, std::max(2.0, right - left), area.bottom());
    QColor fill = palette().color(QPalette::Link);
    painter.fillRect(QRectF(range.left(), 0, 1, range.height()), fill);
    painter.fillRect(QRectF(range.right() - 1, 0, 1, range.height()), fill);
    fill.setAlphaF(0.14F);
    painter.fillRect(range, fill);
}

// ── The pointer ─────────────────────────────────────────────────────────────────────────────────────────────────────

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

}  // namespace facespace
