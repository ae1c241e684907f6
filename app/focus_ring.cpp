#include "app/focus_ring.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>

namespace facespace {
namespace {

constexpr int kOutside = 2;
constexpr double kWidth = 2;
constexpr int kAround = 8;  // pixels of what scrolls that are left around a control

FocusRing* installed = nullptr;

/// Ctrl+E is the end of the line on X11, which End is too: in a field it would hide the window's own.
bool isShortcutThatEditsNothing(const QObject* in, const QKeyEvent& event) {
    const bool field = in->inherits("QLineEdit") || in->inherits("QAbstractSpinBox");
    return field && event.key() == Qt::Key_E && event.modifiers() == Qt::ControlModifier;
}

/// A part of a control that has the focus in its place.
QWidget* wholeControl(QWidget* widget) {
    if (widget == nullptr) return nullptr;
    QWidget* parent = widget->parentWidget();
    const bool part = parent != nullptr && (parent->focusProxy() == widget || qobject_cast<QLineEdit*>(widget) != nullptr) &&
                      parent->inherits("QAbstractSpinBox");
    return part ? parent : widget;
}

/// Qt does so only where the focus stays within what scrolls.
void bringIntoView(QWidget* widget) {
    for (QWidget* up = widget->parentWidget(); up != nullptr && !up->isWindow(); up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up);
            area != nullptr && area->widget() != nullptr && area->widget()->isAncestorOf(widget))
            area->ensureWidgetVisible(widget, kAround, kAround);
}

/// Keys that move about or call something; what is typed into a field does not bring the ring up.
bool movesAbout(const QKeyEvent& event) {
    return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_F6 ||
           event.modifiers().testFlag(Qt::AltModifier);
}

}  // namespace

/// Lies over the window and takes no part in anything.
class FocusRing::Frame : public QWidget {
  public:
    explicit Frame(QWidget* window) : QWidget(window) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("focus-ring"));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Link), kWidth));
        painter.drawRoundedRect(QRectF(rect()).adjusted(kWidth / 2, kWidth / 2, -kWidth / 2, -kWidth / 2), 4, 4);
    }
};

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, QWidget* now) {
        if (byKeyboard_ && now != nullptr) bringIntoView(wholeControl(now));
        follow();
    });
}

void FocusRing::install() {
    if (installed == nullptr && qApp != nullptr) {
        installed = new FocusRing(qApp);
        connect(installed, &QObject::destroyed, qApp, [] { installed = nullptr; });
    }
}

QWidget* FocusRing::shownAround() {
    return installed != nullptr && installed->frame_ && installed->frame_->isVisible() ? installed->around_.data() : nullptr;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
            if (movesAbout(*static_cast<QKeyEvent*>(event)) && !byKeyboard_) {
                byKeyboard_ = true;
                follow();
            }
            break;
        case QEvent::ShortcutOverride:
            if (isShortcutThatEditsNothing(watched, *static_cast<QKeyEvent*>(event))) {
                event->ignore();
                return true;
            }
            break;
        case QEvent::MouseButtonPress:
            byKeyboard_ = false;
            show(false);
            break;
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
            if (around_ && watched->isWidgetType() &&
                (watched == around_ || static_cast<QWidget*>(watched)->isAncestorOf(around_)))
                QMetaObject::invokeMethod(this, &FocusRing::follow, Qt::QueuedConnection);
            break;
        default:
            break;
    }
    return false;
}

void FocusRing::show(bool shown) {
    if (frame_) frame_->setVisible(shown);
}

void FocusRing::follow() {
    around_ = wholeControl(QApplication::focusWidget());
    // A menu shows by itself where it is; its parents are in another window.
    if (!byKeyboard_ || !around_ || !around_->isVisible() || around_->isWindow()) return show(false);
    QWidget* window = around_->window();
    if (!frame_ || frame_->parentWidget() != window) {
        delete frame_;
        frame_ = new Frame(window);
    }
    // Only what is in view of it, where it lies in something that scrolls.
    QRect place(around_->mapTo(window, QPoint()), around_->size());
    for (QWidget* up = around_->parentWidget(); up != nullptr && up != window; up = up->parentWidget())
        place = place.intersected(QRect(up->mapTo(window, QPoint()), up->size()));
    if (place.isEmpty()) return show(false);
    frame_->setGeometry(place.adjusted(-kOutside, -kOutside, kOutside, kOutside).intersected(window->rect()));
    frame_->raise();
    show(true);
}

}  // namespace facespace
