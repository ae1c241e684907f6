#include "app/window_manners.h"

#include <algorithm>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHelpEvent>
#include <QLayout>
#include <QMainWindow>
#include <QPointer>
#include <QScreen>
#include <QToolTip>

namespace facespace {
namespace {

/// The desktop's frame around a window, where it is not known yet.
constexpr int kFrame = 30;

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
