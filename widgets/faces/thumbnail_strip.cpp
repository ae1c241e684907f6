#include "widgets/faces/thumbnail_strip.h"

#include <algorithm>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"

namespace facespace {
namespace {

constexpr int kSide = 46;
constexpr int kGap = 4;
constexpr int kLines = 2;
constexpr int kMost = 12;
const QColor kOdd(0xE6, 0x9F, 0x00);

}  // namespace

ThumbnailStrip::ThumbnailStrip(const QString& title, ThumbnailCache* thumbnails, QWidget* parent)
    : QWidget(parent), thumbnails_(thumbnails), title_(new TextLabel(title)), area_(new QWidget) {
    title_->setForegroundRole(QPalette::PlaceholderText);
    title_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(title_);
    layout->addWidget(area_);
    for (int i = 0; i < kMost; ++i) {
        auto* button = new QToolButton(area_);
        button->setAutoRaise(true);
        button->setFixedSize(kSide, kSide);
        button->setIconSize(QSize(kSide - 4, kSide - 4));
        button->hide();
        connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT chosen(rows_[static_cast<std::size_t>(i)]); });
        buttons_.push_back(button);
    }
    connect(thumbnails_, &ThumbnailCache::thumbnailReady, this, &ThumbnailStrip::showThumbnail);
    place();
}

void ThumbnailStrip::setRows(const std::vector<int>& rows, const QStringList& tips, std::vector<std::uint8_t> odd) {
    odd_ = std::move(odd);
    rows_.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(rows.size(), kMost)));
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        const bool used = i < rows_.size();
        buttons_[i]->setIcon(QIcon());
        if (!used) continue;
        const QString tip = tips.value(static_cast<qsizetype>(i));
        buttons_[i]->setToolTip(tip);
        buttons_[i]->setAccessibleName(tip);
        const QImage image = thumbnails_->request(rows_[i]);
        if (!image.isNull()) buttons_[i]->setIcon(iconOf(i, image));
    }
    place();
}

QIcon ThumbnailStrip::iconOf(std::size_t i, const QImage& image) const {
    QPixmap picture = QPixmap::fromImage(image);
    if (i < odd_.size() && odd_[i] != 0) {
        QPainter painter(&picture);
        const int bar = std::max(3, picture.height() / 14);
        painter.fillRect(QRect(0, picture.height() - bar, picture.width(), bar), kOdd);
    }
    return QIcon(picture);
}

void ThumbnailStrip::showThumbnail(int row, const QImage& image) {
    if (image.isNull()) return;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i] == row) buttons_[i]->setIcon(iconOf(i, image));
    }
}

void ThumbnailStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void ThumbnailStrip::place() {
    const int columns = std::max(1, (width() + kGap) / (kSide + kGap));
    const int shown = std::min({static_cast<int>(rows_.size()), columns * kLines, kMost});
    for (int i = 0; i < kMost; ++i) {
        auto* button = buttons_[static_cast<std::size_t>(i)];
        button->setVisible(i < shown);
        button->move((i % columns) * (kSide + kGap), (i / columns) * (kSide + kGap));
    }
    const int lines = std::max(1, (shown + columns - 1) / columns);
    area_->setFixedHeight(lines * kSide + (lines - 1) * kGap);
}

}  // namespace facespace
