#include "app/window_manners.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHelpEvent>
#include <QLayout>
#include <QMainWindow>
#include <QPointer>
#include <QScreen>
#include <QScrollBar>
#include <QToolTip>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

/// The desktop's frame around a window, where it is not known yet.
constexpr int kFrame = 30;
constexpr int kListFrame = 2, kBesideIcon = 4;

bool opensOnItsOwn(const QWidget& widget) {
    return widget.isWindow() &&
           (qobject_cast<const QDialog*>(&widget) != nullptr || qobject_cast<const QMainWindow*>(&widget) != nullptr);
}

}  // namespace

void WindowManners::install() {
    static QPointer<WindowManners> installed;
    if (installed || qApp == nullptr) return;
    installed = new WindowManners(qApp);
    qApp->installEventFilter(installed);
}

void WindowManners::keepInside(QWidget* window) {
    if (window->isMaximized() || window->isFullScreen() || window->screen() == nullptr) return;
    const QRect room = window->screen()->availableGeometry();
    const int known = window->geometry().top() - window->frameGeometry().top();
    const int frame = std::max(kFrame, known);
    const QSize size = window->size().boundedTo(QSize(room.width(), room.height() - frame));
    if (size != window->size()) window->resize(size);
    // Until the desktop has put its frame around it, a window's place is that of its content.
    const int above = known > 0 ? 0 : frame;
    const QPoint least(room.left(), room.top() + above);
    const QPoint most(room.right() + 1 - size.width(), room.bottom() + 1 - size.height() - frame + above);
    const QPoint at(std::clamp(window->x(), least.x(), std::max(least.x(), most.x())),
                    std::clamp(window->y(), least.y(), std::max(least.y(), most.y())));
    if (at != window->pos()) window->move(at);
}

/// A list of a choice says its names whole, however narrow the choice is: what Qt asks of its items takes no account of
/// their texts.
void WindowManners::widen(QWidget* list) {
    const auto* box = qobject_cast<const QComboBox*>(list->parentWidget());
    const auto* view = list->findChild<QAbstractItemView*>();
    if (box == nullptr || view == nullptr || list->screen() == nullptr) return;
    int widest = 0;
    for (int i = 0; i < box->count(); ++i) widest = std::max(widest, box->fontMetrics().horizontalAdvance(box->itemText(i)));
    const QRect room = list->screen()->availableGeometry();
    const int icons = box->itemIcon(0).isNull() ? 0 : box->iconSize().width() + kBesideIcon;
    const int bar = view->verticalScrollBar()->isVisibleTo(view) ? view->verticalScrollBar()->sizeHint().width() : 0;
    const int width = std::min(widest + kMenuMargins + icons + bar + 2 * kListFrame, room.width());
    if (width <= list->width()) return;
    list->setGeometry(std::min(list->x(), room.right() + 1 - width), list->y(), width, list->height());
}

/// Text that came into a dialog takes several lines: the dialog grows with it, which Qt leaves to the user.
void WindowManners::growWithText(QWidget* dialog) {
    const QLayout* layout = dialog->layout();
    if (layout == nullptr || !layout->hasHeightForWidth() || !dialog->isVisible()) return;
    const int wanted = layout->totalHeightForWidth(dialog->width());
    if (wanted <= dialog->height()) return;
    dialog->resize(dialog->width(), wanted);
    keepInside(dialog);
}

bool WindowManners::eventFilter(QObject* watched, QEvent* event) {
    if (!watched->isWidgetType()) return false;
    auto* widget = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Show && widget->inherits("QComboBoxPrivateContainer")) widen(widget);
    if (event->type() == QEvent::Show && opensOnItsOwn(*widget)) {
        // Once its layout has its size.
        QMetaObject::invokeMethod(
            widget, [widget] { keepInside(widget); }, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::LayoutRequest && widget->isVisible() && qobject_cast<QDialog*>(widget) != nullptr)
        QMetaObject::invokeMethod(
            widget, [widget] { growWithText(widget); }, Qt::QueuedConnection);
    return false;
}

}  // namespace facespace
