#include "widgets/look/text_label.h"

#include <algorithm>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>

namespace facespace {
namespace {

/// A tooltip may end a line after so many characters without a blank.
constexpr int kTipChars = 60;
constexpr int kTall = 1 << 20;

/// Calls back with every part of the text at whose end, but nowhere inside, a line may end.
template <class Part>
void eachUnbreakable(const QString& text, Part&& part) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype to = finder.toNextBoundary();
        if (to < 0) return part(text.mid(from));
        part(text.mid(from, to - from));
        from = to;
    }
}

}  // namespace

QString fitted(const QString& text, const QFontMetrics& metrics, int width) {
    if (width <= 0 || metrics.horizontalAdvance(text) <= width) return text;
    QString all;
    eachUnbreakable(text, [&](const QString& part) {
        qsizetype end = part.size();
        while (end > 0 && part[end - 1].isSpace()) --end;
        const QString word = part.left(end);
        all += metrics.horizontalAdvance(word) > width ? metrics.elidedText(word, Qt::ElideMiddle, width) : word;
        all += part.mid(end);
    });
    return all;
}

QString briefName(const QString& name, int most) {
    if (name.size() <= most) return name;
    const int end = most / 2;
    return name.left(most - 1 - end) + QChar(0x2026) + name.right(end);
}

QString breakableTip(const QString& text) {
    QString all;
    qsizetype run = 0;
    bool markup = false;
    for (const QChar& c : text) {
        markup = markup ? c != u'>' : c == u'<';
        run = markup || c.isSpace() || c == u'>' ? 0 : run + 1;
        all += c;
        if (run > 0 && run % kTipChars == 0 && !c.isHighSurrogate()) all += QChar(0x200B);
    }
    return all;
}

TextLabel::TextLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {}

void TextLabel::setRoom(int least, int liked) {
    least_ = least;
    liked_ = liked;
    updateGeometry();
}

bool TextLabel::isPlain() const {
    if (buddy() != nullptr) return false;  // Its words are the program's, with the key that leads to the control.
    return textFormat() == Qt::PlainText || (textFormat() == Qt::AutoText && !Qt::mightBeRichText(text()));
}

/// `width`: of the text alone.
QString TextLabel::shownWithin(int width) const {
    if (!isPlain() || text().isEmpty()) return text();
    if (wordWrap()) return fitted(text(), fontMetrics(), width);
    QStringList lines = text().split(u'\n');
    for (QString& line : lines)
        if (fontMetrics().horizontalAdvance(line) > width) line = fontMetrics().elidedText(line, Qt::ElideMiddle, width);
    return lines.join(u'\n');
}

QString TextLabel::shownText() const { return shownWithin(contentsRect().width() - 2 * margin()); }

/// Of the whole label, where its text has `width` pixels.
QSize TextLabel::sizeWithin(int width) const {
    const int flags = static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0);
    const QRect text = fontMetrics().boundingRect(QRect(0, 0, width, kTall), flags, shownWithin(width));
    const QSize frame = size() - contentsRect().size() + QSize(2 * margin(), 2 * margin());
    return text.size().boundedTo(QSize(width, kTall)) + frame;
}

QSize TextLabel::sizeHint() const {
    const QSize all = QLabel::sizeHint();
    const int liked = liked_ * fontMetrics().averageCharWidth();
    if (!isPlain() || text().isEmpty() || shownWithin(liked) == text()) return all;
    return sizeWithin(liked);
}

QSize TextLabel::minimumSizeHint() const {
    const QSize all = QLabel::minimumSizeHint();
    const int least = least_ * fontMetrics().averageCharWidth();
    if (text().isEmpty() || all.width() <= least) return all;
    if (wordWrap() && isPlain() && shownWithin(least) == text()) return all;
    // A height for a word that is as wide as the label was would be too small for several lines: one line is the least.
    return {std::min(all.width(), least),
            std::min(all.height(), fontMetrics().height() + height() - contentsRect().height())};
}

int TextLabel::heightForWidth(int width) const {
    const int room = width - (this->width() - contentsRect().width()) - 2 * margin();
    if (!wordWrap() || shownWithin(room) == text()) return QLabel::heightForWidth(width);
    return sizeWithin(room).height();
}

void TextLabel::paintEvent(QPaintEvent* event) {
    const QString shown = shownText();
    if (shown == text()) return QLabel::paintEvent(event);
    QFrame::paintEvent(event);
    QPainter painter(this);
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const int flags =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())) | (wordWrap() ? Qt::TextWordWrap : 0);
    style()->drawItemText(&painter, room, flags, palette(), isEnabled(), shown, foregroundRole());
}

}  // namespace facespace
