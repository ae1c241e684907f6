#include "widgets/faces/thumbnail_strip.h"

#include <algorithm>
#include <QKeyEvent>
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
        button->setFocusPolicy(i == 0 ? Qt::StrongFocus : Qt::ClickFocus);
        button->installEventFilter(this);
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

/// Only one face takes the keyboard by Tab, the last that had it.
void ThumbnailStrip::goTo(int index) {
    if (index < 0 || index >= static_cast<int>(buttons_.size()) || buttons_[static_cast<std::size_t>(index)]->isHidden())
        return;
    for (QToolButton* button : buttons_) button->setFocusPolicy(Qt::ClickFocus);
    buttons_[static_cast<std::size_t>(index)]->setFocusPolicy(Qt::StrongFocus);
    buttons_[static_cast<std::size_t>(index)]->setFocus(Qt::TabFocusReason);
}

bool ThumbnailStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto at = std::ranges::find(buttons_, watched);
    if (at == buttons_.end()) return false;
    const int index = static_cast<int>(at - buttons_.begin());
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
            goTo(index - 1);
            return true;
        case Qt::Key_Right:
            goTo(index + 1);
            return true;
        case Qt::Key_Up:
            goTo(index - columns());
            return true;
        case Qt::Key_Down:
            goTo(index + columns());
            return true;
        default:
            return false;
    }
}

int ThumbnailStrip::columns() const { return std::max(1, (width() + kGap) / (kSide + kGap)); }

void ThumbnailStrip::place() {
    const int columns = this->columns();
    const int shown = std::min({static_cast<int>(rows_.size()), columns * kLines, kMost});
    for (int i = 0; i < kMost; ++i) {
        auto* button = buttons_[static_cast<std::size_t>(i)];
        button->setVisible(i < shown);
        // One of those in view takes the keyboard.
        if (i >= shown && button->focusPolicy() == Qt::StrongFocus && i > 0) {
            button->setFocusPolicy(Qt::ClickFocus);
            buttons_.front()->setFocusPolicy(Qt::StrongFocus);
        }
        button->move((i % columns) * (kSide + kGap), (i / columns) * (kSide + kGap));
    }
    const int lines = std::max(1, (shown + columns - 1) / columns);
    area_->setFixedHeight(lines * kSide + (lines - 1) * kGap);
}

}  // namespace facespace
