#include "widgets/panels/grouped_choice.h"

#include <algorithm>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>
#include <utility>

#include "widgets/look/themed_icon.h"

namespace facespace {
namespace {

constexpr int kNarrowestPopup = 320, kHighestPopup = 460, kPopupMargin = 6, kPopupIndent = 10;
constexpr int kEntryRole = Qt::UserRole;       // Its place among the entries, -1: a heading.
constexpr int kSearchRole = Qt::UserRole + 1;  // What is searched.

bool holdsAll(const QString& text, const QStringList& words) {
    return std::ranges::all_of(words, [&](const QString& w) { return text.contains(w, Qt::CaseInsensitive); });
}

}  // namespace

void GroupedChoice::setEntries(std::vector<Entry> entries) {
    clear();
    entries_ = std::move(entries);
    for (const Entry& entry : entries_) addItem(entry.text, entry.data);
    setCurrentIndex(-1);
}

void GroupedChoice::showPopup() {
    // One that was closed a moment ago is there until the next turn of the event loop.
    if ((popup_ && popup_->isVisible()) || entries_.empty()) return;
    popup_ = new QFrame(this, Qt::Popup);
    popup_->setAttribute(Qt::WA_DeleteOnClose);
    popup_->setAccessibleName(accessibleName());
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Search"));
    search_->setAccessibleName(tr("Search in %1").arg(accessibleName()));
    search_->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search_->installEventFilter(this);
    list_ = new QListWidget;
    list_->setAccessibleName(accessibleName());
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(false);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFocusProxy(search_);
    auto* layout = new QVBoxLayout(popup_);
    layout->setContentsMargins(kPopupMargin, kPopupMargin, kPopupMargin, kPopupMargin);
    layout->setSpacing(kPopupMargin);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    connect(search_, &QLineEdit::textChanged, this, &GroupedChoice::find);
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(list_->row(item)); });
    fill();
    place();
    popup_->show();
    search_->setFocus(Qt::PopupFocusReason);
    if (list_->currentItem() != nullptr) list_->scrollToItem(list_->currentItem(), QAbstractItemView::PositionAtCenter);
}

void GroupedChoice::hidePopup() {
    if (popup_) popup_->close();
    QComboBox::hidePopup();
}

void GroupedChoice::fill() {
    QString group;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        if (entry.group != group && !entry.group.isEmpty()) {
            auto* heading = new QListWidgetItem(entry.group, list_);
            heading->setFlags(Qt::ItemIsEnabled);
            QFont font = list_->font();
            font.setWeight(QFont::DemiBold);
            heading->setFont(font);
            heading->setForeground(palette().color(QPalette::PlaceholderText));
            heading->setData(kEntryRole, -1);
        }
        group = entry.group;
        auto* item = new QListWidgetItem((group.isEmpty() ? QString() : QString(3, u' ')) + entry.name, list_);
        item->setToolTip(entry.text);
        item->setData(kEntryRole, static_cast<int>(i));
        item->setData(kSearchRole, QStringLiteral("%1 %2 %3").arg(entry.group, entry.name, entry.text));
        if (static_cast<int>(i) == currentIndex()) list_->setCurrentItem(item);
    }
}

void GroupedChoice::find(const QString& text) {
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem *heading = nullptr, *first = nullptr;
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        if (item->data(kEntryRole).toInt() < 0) {
            heading = item;
            heading->setHidden(true);
            continue;
        }
        const bool found = holdsAll(item->data(kSearchRole).toString(), words);
        item->setHidden(!found);
        if (found && heading != nullptr) heading->setHidden(false);
        if (found && first == nullptr) first = item;
    }
    list_->setCurrentItem(first);
}

void GroupedChoice::step(int by) {
    for (int row = list_->currentRow() + by; row >= 0 && row < list_->count(); row += by) {
        if (list_->item(row)->isHidden() || list_->item(row)->data(kEntryRole).toInt() < 0) continue;
        return list_->setCurrentRow(row);
    }
}

void GroupedChoice::choose(int listRow) {
    const QListWidgetItem* item = listRow < 0 ? nullptr : list_->item(listRow);
    const int entry = item == nullptr || item->isHidden() ? -1 : item->data(kEntryRole).toInt();
    if (entry < 0) return;
    hidePopup();
    setCurrentIndex(entry);
    Q_EMIT activated(entry);
}

bool GroupedChoice::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Down:
                step(1);
                return true;
            case Qt::Key_Up:
                step(-1);
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
                choose(list_->currentRow());
                return true;
            default:
                break;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

void GroupedChoice::place() {
    const QRect room = screen()->availableGeometry();
    const int width = std::min(std::max({this->width(), kNarrowestPopup, list_->sizeHintForColumn(0) + 4 * kPopupIndent}),
                               room.width() - 2 * kPopupMargin);
    int rows = 0;
    for (int row = 0; row < list_->count(); ++row) rows += list_->sizeHintForRow(row);
    const int height =
        std::min({rows + search_->sizeHint().height() + 4 * kPopupMargin, kHighestPopup, room.height() - 2 * kPopupMargin});
    const QPoint below = mapToGlobal(QPoint(0, this->height() + 1));
    const int left = std::clamp(below.x(), room.left(), std::max(room.left(), room.right() - width));
    const int top = below.y() + height <= room.bottom() ? below.y() : std::max(room.top(), room.bottom() - height);
    popup_->setGeometry(left, top, width, height);
}

}  // namespace facespace
