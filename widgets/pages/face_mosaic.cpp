#include "widgets/pages/face_mosaic.h"

#include <algorithm>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/look/theme.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/face_tile.h"

namespace facespace {
namespace {

constexpr int kGap = 2;
constexpr int kMostSide = 96;

}  // namespace

FaceMosaic::FaceMosaic(ThumbnailCache* thumbnails, std::function<bool(int)> isSelected, QWidget* parent)
    : QWidget(parent), thumbnails_(thumbnails), isSelected_(std::move(isSelected)) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 120);
    setCursor(Qt::PointingHandCursor);
    connect(thumbnails_, &ThumbnailCache::thumbnailReady, this, qOverload<>(&QWidget::update));
}

void FaceMosaic::setColumns(const QStringList& headings, std::vector<std::vector<int>> rows) {
    headings_ = headings;
    columns_ = std::move(rows);
    column_ = -1;
    index_ = 0;
    update();
}

/// The largest faces of which every column shows at least two, or one where it is low.
int FaceMosaic::side() const {
    if (columns_.empty()) return 0;
    const int byWidth = width() / static_cast<int>(columns_.size()) - kGap;
    const int room = height() - fontMetrics().height() - 4;
    return std::max(16, std::min({byWidth, kMostSide, room / 2 >= 36 ? room / 2 - kGap : room - kGap}));
}

int FaceMosaic::lines() const { return std::max(1, (height() - fontMetrics().height() - 4) / (side() + kGap)); }

QRect FaceMosaic::headingOf(int column) const {
    const int step = width() / std::max(1, static_cast<int>(columns_.size()));
    return {column * step, 0, step - kGap, fontMetrics().height() + 2};
}

QRect FaceMosaic::placeOf(int column, int index) const {
    if (index >= lines() || index >= static_cast<int>(columns_[static_cast<std::size_t>(column)].size())) return {};
    const QRect heading = headingOf(column);
    const int s = side();
    return {heading.left() + (heading.width() - s) / 2, heading.bottom() + 3 + index * (s + kGap), s, s};
}

void FaceMosaic::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int c = 0; c < static_cast<int>(columns_.size()); ++c) {
        painter.setPen(secondaryTextColour(palette()));
        painter.drawText(headingOf(c), Qt::AlignCenter, headings_.value(c));
        const auto& rows = columns_[static_cast<std::size_t>(c)];
        for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
            const QRect place = placeOf(c, i);
            if (place.isEmpty()) break;
            const int row = rows[static_cast<std::size_t>(i)];
            drawFaceTile(&painter, place, thumbnails_->request(row), thumbnails_->failed(row), palette());
            if (!isSelected_(row)) continue;
            painter.setPen(QPen(toneColour(figure::Tone::kSelected, palette()), 3));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(1, 1, -2, -2));
        }
    }
}

int FaceMosaic::rowAt(const QPoint& position) const {
    for (int c = 0; c < static_cast<int>(columns_.size()); ++c)
        for (int i = 0; i < static_cast<int>(columns_[static_cast<std::size_t>(c)].size()); ++i)
            if (placeOf(c, i).contains(position)) return columns_[static_cast<std::size_t>(c)][static_cast<std::size_t>(i)];
    return -1;
}

void FaceMosaic::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    const QPoint position = event->position().toPoint();
    for (int c = 0; c < static_cast<int>(columns_.size()); ++c)
        for (int i = 0; i < static_cast<int>(columns_[static_cast<std::size_t>(c)].size()); ++i)
            if (placeOf(c, i).contains(position)) column_ = c, index_ = i;
    if (const int row = rowAt(position); row >= 0) {
        Q_EMIT facesChosen({row}, event->modifiers());
        return;
    }
    for (int c = 0; c < static_cast<int>(columns_.size()); ++c)
        if (headingOf(c).contains(position)) Q_EMIT facesChosen(columns_[static_cast<std::size_t>(c)], event->modifiers());
}

void FaceMosaic::mouseMoveEvent(QMouseEvent* event) { Q_EMIT faceHovered(rowAt(event->position().toPoint())); }

void FaceMosaic::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const int across = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int down = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if ((across == 0 && down == 0) || columns_.empty()) return QWidget::keyPressEvent(event);
    column_ = column_ < 0 ? 0 : std::clamp(column_ + across, 0, static_cast<int>(columns_.size()) - 1);
    const auto& rows = columns_[static_cast<std::size_t>(column_)];
    if (rows.empty()) return;
    index_ = std::clamp(index_ + down, 0, std::min(lines(), static_cast<int>(rows.size())) - 1);
    Q_EMIT facesChosen({rows[static_cast<std::size_t>(index_)]}, {});
}

void FaceMosaic::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    Q_EMIT faceHovered(-1);
}

}  // namespace facespace
