#include "widgets/look/notice_label.h"

#include <QEvent>

#include "widgets/look/theme.h"

namespace facespace {

QColor noticeColour(bool warning) {
    if (warning) return themeIsDark() ? QColor(QStringLiteral("#4a2f1d")) : QColor(QStringLiteral("#fdf0dd"));
    return themeIsDark() ? QColor(QStringLiteral("#1e3350")) : QColor(QStringLiteral("#e3effc"));
}

NoticeLabel::NoticeLabel(QWidget* parent) : TextLabel({}, parent) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    restyle();
    hide();
}

void NoticeLabel::setNotice(Kind kind, const QString& text) {
    setText(text);
    setVisible(!text.isEmpty());
    if (kind == kind_) return;
    kind_ = kind;
    restyle();
}

void NoticeLabel::changeEvent(QEvent* event) {
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

void NoticeLabel::restyle() {
    const bool warns = kind_ == Kind::kWarning;
    const QString sheet =
        warns ? QStringLiteral("QLabel { background: %1; border-left: 3px solid %2; padding: 6px 9px; }")
                    .arg(noticeColour(true).name(), themeIsDark() ? QStringLiteral("#e0a052") : QStringLiteral("#c76a00"))
              : QString();
    if (sheet != styleSheet()) setStyleSheet(sheet);
    // To set a role is a change of the palette, too.
    const QPalette::ColorRole role = warns ? QPalette::WindowText : QPalette::PlaceholderText;
    if (role != foregroundRole()) setForegroundRole(role);
}

}  // namespace facespace
