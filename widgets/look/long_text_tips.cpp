#include "widgets/look/long_text_tips.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QPointer>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

#include "widgets/look/text_label.h"

namespace facespace {
namespace {

QString leftOutOf(const QComboBox& box) {
    if (box.isEditable()) return {};
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const int room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
    return box.fontMetrics().horizontalAdvance(box.currentText()) > room ? box.currentText() : QString();
}

QString leftOutOf(const QAbstractButton& button) {
    return button.fontMetrics().horizontalAdvance(button.text()) > button.width() ? button.text() : QString();
}

/// What the tip says besides, unless that is the same once more.
QString joined(const QString& whole, const QString& tip) {
    if (whole.isEmpty() || tip.contains(whole)) return tip;
    if (tip.isEmpty() || whole == tip) return whole;
    return Qt::mightBeRichText(tip) ? QStringLiteral("<p>%1</p>%2").arg(whole.toHtmlEscaped(), tip)
                                    : whole + QStringLiteral("\n\n") + tip;
}

}  // namespace

QString leftOut(const QWidget* widget) {
    if (const auto* label = qobject_cast<const TextLabel*>(widget)) return label->isShortened() ? label->text() : QString();
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) return leftOutOf(*box);
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return leftOutOf(*button);
    return {};
}

void LongTextTips::install() {
    static QPointer<LongTextTips> installed;
    if (installed || qApp == nullptr) return;
    installed = new LongTextTips(qApp);
    qApp->installEventFilter(installed);
}

bool LongTextTips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType()) return false;
    auto* widget = static_cast<QWidget*>(watched);
    const QString tip = joined(leftOut(widget), widget->toolTip());
    const QString shown = breakableTip(tip);
    if (tip.isEmpty() || shown == widget->toolTip()) return false;  // as it would be anyway
    // Only text with markup wraps.
    const QString text = Qt::mightBeRichText(shown)
                             ? shown
                             : QStringLiteral("<p>%1</p>").arg(shown.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, widget);
    return true;
}

}  // namespace facespace
