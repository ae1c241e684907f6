#include "app/page_rail.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

constexpr int kIcon = 16, kBefore = 11, kBetween = 9, kAfter = 14;
constexpr int kMark = 3;                // at the edge of the page in view
constexpr int kAir = 5, kLeastAir = 0;  // above and below a name
constexpr float kTint = 0.16F, kHover = 0.07F;

QColor tinted(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

}  // namespace

PageRail::PageRail(QWidget* parent) : QTabBar(parent) {
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setAttribute(Qt::WA_Hover);
}

QSize PageRail::size(int index, int air) const {
    const int text = fontMetrics().horizontalAdvance(tabText(index));
    return {kBefore + kIcon + kBetween + text + kAfter, std::max(kIcon, fontMetrics().height()) + 2 * air};
}

QSize PageRail::tabSizeHint(int index) const { return size(index, kAir); }

QSize PageRail::minimumTabSizeHint(int index) const { return size(index, kLeastAir); }

QRect PageRail::nameRect(int index) const {
    return tabRect(index).adjusted(kBefore + kIcon + kBetween, 0, -1, 0).intersected(rect());
}

void PageRail::paintPage(QPainter& painter, int index) const {
    const QRect place = tabRect(index);
    const bool shown = index == currentIndex();
    if (shown) {
        painter.fillRect(place, tinted(palette().color(QPalette::Highlight), kTint));
        painter.fillRect(QRect(place.topLeft(), QSize(kMark, place.height())), palette().color(QPalette::Highlight));
    } else if (underMouse() && place.contains(mapFromGlobal(QCursor::pos()))) {
        painter.fillRect(place, tinted(palette().color(QPalette::Text), kHover));
    }
    tabIcon(index).paint(&painter, QRect(place.left() + kBefore, place.center().y() - kIcon / 2 + 1, kIcon, kIcon));
    painter.setPen(shown ? palette().color(QPalette::Text) : secondaryTextColour(palette()));
    painter.drawText(nameRect(index), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, tabText(index));
    if (shown && hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = place.adjusted(kMark + 1, 1, -2, -1);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void PageRail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), borderColour(palette()));
    for (int i = 0; i < count(); ++i) paintPage(painter, i);
}

void PageRail::keyPressEvent(QKeyEvent* event) {
    // Qt's bar knows left and right only.
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) return QTabBar::keyPressEvent(event);
    setCurrentIndex(std::clamp(currentIndex() + step, 0, count() - 1));
}

Pages::Pages(QWidget* parent) : QTabWidget(parent) {
    setTabBar(new PageRail);
    setTabPosition(QTabWidget::West);
    setDocumentMode(true);
    tabBar()->setExpanding(false);
}

}  // namespace facespace
