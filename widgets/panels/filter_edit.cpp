#include "widgets/panels/filter_edit.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include "widgets/look/notice_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/models/filter_hint.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr int kApplyAfterMs = 350;
constexpr int kWidestPopup = 460, kNoteGap = 4;
const QColor kProblem(0xD0, 0x43, 0x3A);

int charactersOf(const std::string& text, std::size_t bytes) {
    return static_cast<int>(QString::fromUtf8(text.data(), static_cast<qsizetype>(bytes)).size());
}

}  // namespace

FilterEdit::FilterEdit(FilterModel* filter, QWidget* parent)
    : QLineEdit(parent), filter_(filter), completer_(new QCompleter(this)), offers_(new QStandardItemModel(this)) {
    setPlaceholderText(tr("Filter: abs(yaw) > 45 && distance < p10"));
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
    addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setToolTip(tr("Filter"));
    completer_->setWidget(this);
    completer_->setModel(offers_);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->popup()->setAccessibleName(tr("Completions"));
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &FilterEdit::insertCompletion);
    applySoon_.setSingleShot(true);
    applySoon_.setInterval(kApplyAfterMs);
    connect(&applySoon_, &QTimer::timeout, this, &FilterEdit::apply);
    connect(this, &QLineEdit::textEdited, this, [this] {
        applySoon_.start();
        complete(false);
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && !filter_->state().expression.isEmpty()) applySoon_.start(0);  // the clear button
    });
    connect(filter_, &FilterModel::stateChanged, this, &FilterEdit::follow);
    follow();
}

void FilterEdit::follow() {
    if (!applySoon_.isActive() && text().trimmed() != filter_->state().expression.trimmed()) {
        const QSignalBlocker block(this);
        setText(filter_->state().expression);
    }
    const QString error = filter_->error();
    setToolTip(error.isEmpty() ? tr("Only the images for which this holds. Ctrl+Space lists what can come next.") : error);
    setAccessibleDescription(error.isEmpty() ? hintOf(*filter_) : error);
    showNote();
    update();
}

void FilterEdit::sayBelow() {
    saysBelow_ = true;
    showNote();
}

void FilterEdit::showNote() {
    if (!saysBelow_) return;
    const bool wrong = !filter_->error().isEmpty();
    const QString text = wrong ? filter_->error() : hintOf(*filter_);
    if (text.isEmpty() || !hasFocus() || completer_->popup()->isVisible()) {
        if (note_) note_->hide();
        return;
    }
    if (!note_ || note_->parentWidget() != window()) {
        delete note_;
        note_ = new NoticeLabel(window());
        note_->setObjectName(QStringLiteral("filter-note"));
        note_->setAutoFillBackground(true);
    }
    note_->setNotice(NoticeLabel::Kind::kWarning, text);
    const int width = std::min(std::max(this->width(), kWidestPopup), window()->width() - 2 * kNoteGap);
    note_->setFixedWidth(width);
    note_->adjustSize();
    const QPoint below = mapTo(window(), QPoint(0, height() + kNoteGap));
    note_->move(std::clamp(below.x(), kNoteGap, std::max(kNoteGap, window()->width() - width - kNoteGap)), below.y());
    note_->raise();
}

void FilterEdit::apply() {
    applySoon_.stop();
    applySoon_.setInterval(kApplyAfterMs);
    filter_->setExpression(text());
}

void FilterEdit::complete(bool asked) {
    completer_->popup()->hide();
    if (filter_->table() == nullptr) return;
    const std::string before = text().left(cursorPosition()).toStdString();
    const auto found = completeFilter(before, before.size(), *filter_->table(), filter_->network().toStdString());
    // Unasked, an empty word would throw the whole list at whoever types a blank.
    if (found.items.empty() || (!asked && found.length == 0)) return;
    wordStart_ = charactersOf(before, found.start);
    wordLength_ = charactersOf(before, before.size()) - wordStart_;
    offers_->clear();
    int width = 0;
    for (const FilterCompletion& item : found.items) {
        const QString name = QString::fromStdString(item.text), help = coreText(item.help);
        auto* row = new QStandardItem(name);
        row->setToolTip(help);
        row->setData(QStringLiteral("%1, %2").arg(name, help), Qt::AccessibleTextRole);
        offers_->appendRow(row);
        width = std::max(width, fontMetrics().horizontalAdvance(name));
    }
    QRect place = cursorRect();
    place.setWidth(std::min(width + 60, kWidestPopup));
    completer_->complete(place);
}

void FilterEdit::insertCompletion(const QString& completion) {
    const QString now = text();
    const QString next = now.left(wordStart_) + completion + now.mid(wordStart_ + wordLength_);
    setText(next);
    setCursorPosition(wordStart_ + static_cast<int>(completion.size()));
    applySoon_.start();
}

bool FilterEdit::event(QEvent* event) {
    // Escape empties the field before it clears the window's selection.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !text().isEmpty()) {
        event->accept();
        return true;
    }
    // Tab takes the first offer; otherwise it would leave the field before keyPressEvent() sees it.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab &&
        completer_->popup()->isVisible()) {
        insertCompletion(offers_->index(std::max(0, completer_->popup()->currentIndex().row()), 0).data().toString());
        completer_->popup()->hide();
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent* event) {
    const bool open = completer_->popup()->isVisible();
    const bool chosen = open && completer_->popup()->currentIndex().isValid();
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (chosen) return event->ignore();  // the popup takes it
            completer_->popup()->hide();
            return apply();
        case Qt::Key_Escape:
            if (!open && !text().isEmpty()) {
                clear();
                return apply();
            }
            if (open) return completer_->popup()->hide();
            break;
        case Qt::Key_Space:
            if (event->modifiers().testFlag(Qt::ControlModifier)) return complete(true);
            break;
        default:
            break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    showNote();
}

void FilterEdit::focusOutEvent(QFocusEvent* event) {
    if (applySoon_.isActive() && event->reason() != Qt::PopupFocusReason) apply();
    QLineEdit::focusOutEvent(event);
    showNote();
}

void FilterEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (filter_->error().isEmpty() || applySoon_.isActive()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(kProblem, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

}  // namespace facespace
