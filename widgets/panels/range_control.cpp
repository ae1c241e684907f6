#include "widgets/panels/range_control.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

constexpr double kGripReach = 6;
constexpr std::size_t kBins = 40;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Enough decimals to tell a thousandth of the range.
int decimalsFor(double width) {
    return width > 0 ? std::clamp(static_cast<int>(std::ceil(2 - std::log10(width))), 0, 6) : 2;
}

}  // namespace

RangeStrip::RangeStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void RangeStrip::setBins(std::vector<int> counts) {
    counts_ = std::move(counts);
    update();
}

void RangeStrip::setRange(double low, double high) {
    low_ = low;
    high_ = high;
    update();
}

double RangeStrip::shareAt(double x) const { return std::clamp((x - 3) / std::max(1.0, width() - 6.0), 0.0, 1.0); }

RangeStrip::Grip RangeStrip::gripAt(double x) const {
    const double left = 3 + low_ * (width() - 6), right = 3 + high_ * (width() - 6);
    const double toLeft = std::abs(x - left), toRight = std::abs(x - right);
    if (std::min(toLeft, toRight) <= kGripReach) return toLeft < toRight ? Grip::kLow : Grip::kHigh;
    return x > left && x < right && (low_ > 0 || high_ < 1) ? Grip::kBoth : Grip::kNone;
}

void RangeStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    grabbed_ = shareAt(event->position().x());
    grip_ = gripAt(event->position().x());
    if (grip_ == Grip::kNone) {
        // A new range from here.
        low_ = high_ = grabbed_;
        grip_ = Grip::kHigh;
    }
}

void RangeStrip::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        const Grip grip = gripAt(x);
        setCursor(grip == Grip::kBoth ? Qt::OpenHandCursor : grip == Grip::kNone ? Qt::ArrowCursor : Qt::SizeHorCursor);
        return;
    }
    const double at = shareAt(x);
    switch (grip_) {
        case Grip::kLow:
            low_ = at;
            if (low_ > high_) {
                std::swap(low_, high_);
                grip_ = Grip::kHigh;
            }
            break;
        case Grip::kHigh:
            high_ = at;
            if (low_ > high_) {
                std::swap(low_, high_);
                grip_ = Grip::kLow;
            }
            break;
        case Grip::kBoth: {
            const double step = std::clamp(at - grabbed_, -low_, 1 - high_);
            low_ += step;
            high_ += step;
            grabbed_ += step;
            break;
        }
        case Grip::kNone:
            return;
    }
    update();
    Q_EMIT rangeDragged(low_, high_);
}

void RangeStrip::mouseDoubleClickEvent(QMouseEvent*) {
    setRange(0, 1);
    Q_EMIT rangeDragged(0, 1);
}

void RangeStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int most = counts_.empty() ? 0 : *std::max_element(counts_.begin(), counts_.end());
    const QColor inside = palette().color(QPalette::Highlight);
    QColor outside = palette().color(QPalette::Text);
    outside.setAlphaF(0.22F);
    const double left = 3, span = width() - 6.0, tall = height() - 3.0;
    const auto bins = static_cast<double>(counts_.size());
    for (std::size_t i = 0; i < counts_.size() && most > 0; ++i) {
        if (counts_[i] == 0) continue;
        const double a = static_cast<double>(i) / bins, b = static_cast<double>(i + 1) / bins;
        const double bar = std::max(1.5, tall * counts_[i] / most);
        const bool within = (a + b) / 2 >= low_ && (a + b) / 2 <= high_;
        painter.fillRect(QRectF(left + a * span, tall - bar, (b - a) * span - 0.7, bar), within ? inside : outside);
    }
    painter.setPen(borderColour(palette()));
    painter.drawLine(QPointF(left, tall + 1), QPointF(left + span, tall + 1));
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    for (const double end : {low_, high_}) painter.drawLine(QPointF(left + end * span, 2), QPointF(left + end * span, tall));
}

RangeControl::RangeControl(const QString& title, const std::vector<double>& values, QWidget* parent)
    : QWidget(parent), strip_(new RangeStrip), from_(new QDoubleSpinBox), to_(new QDoubleSpinBox) {
    std::vector<double> present;
    std::copy_if(values.begin(), values.end(), std::back_inserter(present), [](double v) { return std::isfinite(v); });
    if (!present.empty()) {
        const auto [low, high] = std::minmax_element(present.begin(), present.end());
        minimum_ = *low;
        maximum_ = *high > *low ? *high : *low + 1;
    }
    std::vector<int> counts(kBins, 0);
    for (const double v : present) {
        const double share = (v - minimum_) / (maximum_ - minimum_);
        ++counts[std::min(kBins - 1, static_cast<std::size_t>(share * static_cast<double>(kBins)))];
    }
    strip_->setBins(std::move(counts));
    const int decimals = decimalsFor(maximum_ - minimum_);
    const double unit = std::pow(10, -decimals);
    for (QDoubleSpinBox* box : {from_, to_}) {
        box->setDecimals(decimals);
        // Outwards, so that rounding leaves nothing out.
        box->setRange(std::floor(minimum_ / unit) * unit, std::ceil(maximum_ / unit) * unit);
        box->setSingleStep((maximum_ - minimum_) / 50);
        box->setKeyboardTracking(false);
        box->setMinimumWidth(56);  // both fit into a narrow panel
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            follow();
            Q_EMIT rangeChanged();
        });
    }
    from_->setAccessibleName(tr("%1 from").arg(title));
    to_->setAccessibleName(tr("%1 to").arg(title));
    strip_->setAccessibleName(tr("Range of %1").arg(title));
    connect(strip_, &RangeStrip::rangeDragged, this, [this](double low, double high) {
        const double width = to_->maximum() - from_->minimum();
        setRange(from_->minimum() + low * width, from_->minimum() + high * width);
        Q_EMIT rangeChanged();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(strip_);
    auto* fields = new QHBoxLayout;
    fields->addWidget(from_, 1);
    fields->addWidget(to_, 1);
    layout->addLayout(fields);
    setRange(-kInfinity, kInfinity);
}

double RangeControl::low() const { return from_->value() <= from_->minimum() ? -kInfinity : from_->value(); }
double RangeControl::high() const { return to_->value() >= to_->maximum() ? kInfinity : to_->value(); }

void RangeControl::setRange(double low, double high) {
    const QSignalBlocker from(from_), to(to_);
    from_->setValue(std::max(low, from_->minimum()));
    to_->setValue(std::min(high, to_->maximum()));
    follow();
}

void RangeControl::follow() {
    const double width = to_->maximum() - from_->minimum();
    const double low = (from_->value() - from_->minimum()) / width, high = (to_->value() - from_->minimum()) / width;
    strip_->setRange(low, std::max(low, high));
}

}  // namespace facespace
