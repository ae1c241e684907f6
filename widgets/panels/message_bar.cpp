#include "widgets/panels/message_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <utility>

#include "widgets/look/theme.h"
#include "widgets/look/themed_icon.h"

namespace facespace {
namespace {

constexpr int kIconSide = 18;

QString barSheet(bool problem) {
    const QString colour = problem ? (themeIsDark() ? QStringLiteral("#4a2f1d") : QStringLiteral("#fdf0dd"))
                                   : (themeIsDark() ? QStringLiteral("#1e3350") : QStringLiteral("#e3effc"));
    return QStringLiteral("facespace--MessageBar { background: %1; border: none; border-bottom: 1px solid palette(mid); }")
        .arg(colour);
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), icon_(new QLabel), label_(new QLabel), action_(new QPushButton), close_(new QToolButton) {
    label_->setWordWrap(true);
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
    label_->setText(text);
    setAccessibleName(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    run_ = std::move(run);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss() {
    run_ = nullptr;
    label_->clear();
    hide();
}

QString MessageBar::text() const { return isHidden() ? QString() : label_->text(); }

}  // namespace facespace
