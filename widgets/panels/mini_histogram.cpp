#include "widgets/panels/mini_histogram.h"

#include <algorithm>
#include <QPainter>

#include "widgets/look/theme.h"

namespace facespace {

MiniHistogram::MiniHistogram(QWidget* parent) : QWidget(parent) {
    setMinimumSize(60, 26);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MiniHistogram::setBins(std::vector<int> bins) {
    bins_ = std::move(bins);
    update();
}

void MiniHistogram::setMark(double position) {
    mark_ = position;
    update();
}

void MiniHistogram::paintEvent(QPaintEvent*) {
    if (bins_.empty()) return;
    QPainter painter(this);
    const double most = std::max(1, *std::max_element(bins_.begin(), bins_.end()));
    const double base = height() - 2.0;
    const double step = static_cast<double>(width()) / static_cast<double>(bins_.size());
    QColor bar = secondaryTextColour(palette());
    bar.setAlphaF(0.55F);
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        if (bins_[i] == 0) continue;
        const double h = std::max(1.0, bins_[i] / most * (base - 4));
        painter.fillRect(QRectF(static_cast<double>(i) * step, base - h, std::max(1.0, step - 1), h), bar);
    }
    painter.fillRect(QRectF(0, base, width(), 1), borderColour(palette()));
    if (mark_ < 0 || mark_ > 1) return;
    painter.fillRect(QRectF(std::clamp(mark_ * width() - 1, 0.0, width() - 2.0), 0, 2, height()),
                     palette().color(QPalette::Link));
}

}  // namespace facespace
