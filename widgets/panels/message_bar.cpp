#include "widgets/panels/message_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <utility>

#include "widgets/look/notice_label.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"

namespace facespace {
namespace {

constexpr int kIconSide = 18;

/// Paths have no blanks at which a line could end: it may end after a folder.
QString breakable(QString text) {
    const QString zeroWidth(QChar(0x200B));
    return text.replace(QLatin1String("/"), QLatin1String("/") + zeroWidth);
}

QString barSheet(bool problem) {
    return QStringLiteral("facespace--MessageBar { background: %1; border: none; border-bottom: 1px solid palette(mid); }")
        .arg(noticeColour(problem).name());
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), icon_(new TextLabel), label_(new TextLabel), action_(new QPushButton), close_(new QToolButton) {
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    close_->setIcon(themedIcon(QStringLiteral("cancel")));
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close this message"));
    close_->setAccessibleName(tr("Close this message"));
    connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        const auto run = std::exchange(run_, nullptr);
        dismiss();
        if (run) run();
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 8, 7);
    layout->setSpacing(10);
    layout->addWidget(icon_);
    layout->addWidget(label_, 1);
    layout->addWidget(action_);
    layout->addWidget(close_);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& action, std::function<void()> run) {
    const bool problem = kind == Kind::kProblem;
    setStyleSheet(barSheet(problem));
    icon_->setPixmap(themedIcon(problem ? QStringLiteral("warning") : QStringLiteral("info"))
                         .pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    text_ = text;
    label_->setText(breakable(text));
    setAccessibleName(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    run_ = std::move(run);
    show();
    place();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss() {
    run_ = nullptr;
    text_.clear();
    label_->clear();
    hide();
}

QString MessageBar::text() const { return isHidden() ? QString() : text_; }

void MessageBar::lieOver(QWidget* content) {
    setParent(content);
    content->installEventFilter(this);
    hide();
}

void MessageBar::place() {
    if (parentWidget() == nullptr) return;
    const int width = parentWidget()->width();
    setGeometry(0, 0, width, hasHeightForWidth() ? heightForWidth(width) : sizeHint().height());
    raise();
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == parentWidget()) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace facespace
