// Mouse and keyboard of the map view.
#include <cmath>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include "widgets/map/map_view.h"

namespace facespace {
namespace {

constexpr double kPickReach = 8;     // Logical pixels around the pointer.
constexpr double kBrushRadius = 18;  // Logical pixels.
constexpr double kDragStart = 4;

ScreenPoint toScreen(QPointF p) { return {static_cast<float>(p.x()), static_cast<float>(p.y())}; }

}  // namespace

const ScreenIndex& MapView::index() {
    if (indexStale_) {
        if (coordinates_ == nullptr) {
            index_.clear();
        } else {
            index_.build(*coordinates_, camera_, viewport(), workspace_->filter().mask());
        }
        indexStale_ = false;
    }
    return index_;
}

int MapView::rowAt(QPointF position) {
    QElapsedTimer timer;
    timer.start();
    const ScreenPoint at = toScreen(position);
    const int row = index().pick(at.x, at.y, static_cast<float>(kPickReach), static_cast<float>(pointRadius() + 1));
    lastPickMs_ = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    return row;
}

void MapView::hoverAt(QPointF position) {
    const int row = rowAt(position);
    workspace_->selection().setHovered(row);
    card_->showRow(row, position.toPoint());
}

void MapView::clickAt(QPointF position, Qt::KeyboardModifiers modifiers) {
    const int row = rowAt(position);
    if (row < 0) return;
    const SelectionMode mode = selectionModeFor(modifiers);
    workspace_->selection().select({row}, mode);
    if (mode != SelectionMode::kRemove) workspace_->selection().setCurrent(row);
    Q_EMIT picked(row);
}

void MapView::updateCursor() {
    if (drag_ == Drag::kPan || drag_ == Drag::kRotate) {
        setCursor(Qt::ClosedHandCursor);
    } else if (spaceDown_) {
        setCursor(Qt::OpenHandCursor);
    } else {
        setCursor(tool_ == MapTool::kPick ? Qt::ArrowCursor : Qt::CrossCursor);
    }
}

void MapView::beginDraw(QPointF position) {
    lasso_ = {toScreen(position)};
    overlay_->lasso = QPolygonF{position};
    brushed_.clear();
    continueDraw(position);
}

void MapView::continueDraw(QPointF position) {
    const ScreenPoint at = toScreen(position);
    switch (tool_) {
        case MapTool::kRectangle:
            overlay_->rectangle = QRectF(pressed_, position).normalized();
            break;
        case MapTool::kLasso:
            lasso_.push_back(at);
            overlay_->lasso << position;
            break;
        case MapTool::kBrush: {
            overlay_->brush = MapOverlay::Ring{position, kBrushRadius};
            // Along the way from the last position, so that a quick stroke has no gaps.
            const QPointF way = position - last_;
            const int steps = std::max(1, static_cast<int>(std::ceil(std::hypot(way.x(), way.y()) / (kBrushRadius / 2))));
            for (int i = 0; i <= steps; ++i) {
                const auto rows = index().inCircle(toScreen(last_ + way * i / steps), static_cast<float>(kBrushRadius));
                brushed_.insert(brushed_.end(), rows.begin(), rows.end());
            }
            break;
        }
        case MapTool::kPick:
            break;
    }
    overlay_->update();
}

void MapView::finishDraw(Qt::KeyboardModifiers modifiers) {
    std::vector<int> rows;
    if (tool_ == MapTool::kRectangle) rows = index().inRectangle(toScreen(pressed_), toScreen(last_));
    if (tool_ == MapTool::kLasso) rows = index().inPolygon(lasso_);
    if (tool_ == MapTool::kBrush) rows = brushed_;
    cancelDraw();
    workspace_->selection().select(rows, selectionModeFor(modifiers));
}

void MapView::cancelDraw() {
    if (drag_ == Drag::kDraw) drag_ = Drag::kNone;
    lasso_.clear();
    brushed_.clear();
    overlay_->lasso.clear();
    overlay_->rectangle.reset();
    overlay_->brush.reset();
    overlay_->update();
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (drag_ != Drag::kNone) return;
    setFocus(Qt::MouseFocusReason);
    pressed_ = last_ = event->position();
    button_ = event->button();
    card_->showRow(-1, {});
    if (button_ == Qt::MiddleButton || button_ == Qt::RightButton || (button_ == Qt::LeftButton && spaceDown_)) {
        drag_ = Drag::kPan;
    } else if (button_ == Qt::LeftButton) {
        drag_ = Drag::kPress;
    }
    updateCursor();
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = event->position();
    if (drag_ == Drag::kPress) {
        const QPointF way = position - pressed_;
        if (std::hypot(way.x(), way.y()) < kDragStart) return;
        if (tool_ == MapTool::kPick) {
            drag_ = camera_.dims > 2 ? Drag::kRotate : Drag::kPan;
        } else {
            drag_ = Drag::kDraw;
            beginDraw(pressed_);
        }
        updateCursor();
    }
    const QPointF step = position - last_;
    switch (drag_) {
        case Drag::kNone:
            hoverAt(position);
            break;
        case Drag::kPan:
            camera_.pan(step.x(), step.y(), viewport());
            cameraMoved(true);
            break;
        case Drag::kRotate:
            camera_.rotate(step.x(), step.y(), viewport());
            cameraMoved(true);
            break;
        case Drag::kDraw:
            continueDraw(position);
            break;
        case Drag::kPress:
            break;
    }
    last_ = position;
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != button_) return;
    const Drag drag = drag_;
    last_ = event->position();
    if (drag == Drag::kDraw) finishDraw(event->modifiers());
    drag_ = Drag::kNone;
    button_ = Qt::NoButton;
    if (drag == Drag::kPress) clickAt(event->position(), event->modifiers());
    if (drag == Drag::kRotate) cameraMoved(true);  // Depth order, where turning left it out.
    updateCursor();
    hoverAt(event->position());
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) resetView();
}

void MapView::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0) return event->ignore();
    camera_.zoomAt(event->position().x(), event->position().y(), std::pow(1.2, turns), viewport());
    cameraMoved(true);
    if (drag_ == Drag::kNone) hoverAt(event->position());
    event->accept();
}

void MapView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    workspace_->selection().setHovered(-1);
    card_->showRow(-1, {});
}

void MapView::keyPressEvent(QKeyEvent* event) {
    constexpr double kStep = 60;
    const auto move = [&](double dx, double dy) {
        if (camera_.dims > 2 && !event->modifiers().testFlag(Qt::ShiftModifier)) {
            camera_.rotate(-dx, -dy, viewport());
        } else {
            camera_.pan(dx, dy, viewport());
        }
        cameraMoved(true);
    };
    const int direction = event->key();
    const bool arrow =
        direction == Qt::Key_Left || direction == Qt::Key_Right || direction == Qt::Key_Up || direction == Qt::Key_Down;
    if (arrow && event->modifiers().testFlag(Qt::ControlModifier)) return stepTo(direction);
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            selectCurrent(event->modifiers());
            break;
        case Qt::Key_Home:
            resetView();
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(1.25);
            break;
        case Qt::Key_Minus:
            zoomBy(0.8);
            break;
        case Qt::Key_Left:
            move(kStep, 0);
            break;
        case Qt::Key_Right:
            move(-kStep, 0);
            break;
        case Qt::Key_Up:
            move(0, kStep);
            break;
        case Qt::Key_Down:
            move(0, -kStep);
            break;
        case Qt::Key_Escape:
            if (drag_ == Drag::kDraw) {
                cancelDraw();
            } else {
                workspace_->selection().clear();
            }
            break;
        case Qt::Key_Space:
            spaceDown_ = true;
            updateCursor();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

/// The nearest point in view in the direction of an arrow, from the current one; without one, the nearest to the middle.
void MapView::stepTo(int arrow) {
    const QRectF room = QRectF(rect()).adjusted(1, 1, -1, -1);
    const int current = workspace_->selection().current();
    const auto from = positionOf(current);
    const bool begins = !from || !room.contains(*from);
    const QPointF start = begins ? room.center() : *from;
    const QPointF way = arrow == Qt::Key_Left    ? QPointF(-1, 0)
                        : arrow == Qt::Key_Right ? QPointF(1, 0)
                        : arrow == Qt::Key_Up    ? QPointF(0, -1)
                                                 : QPointF(0, 1);
    int best = -1;
    double least = 0;
    const int rows = coordinates_ == nullptr ? 0 : static_cast<int>(coordinates_->rows());
    for (int row = 0; row < rows; ++row) {
        const auto at = row == current || !workspace_->filter().passes(row) ? std::nullopt : positionOf(row);
        if (!at || !room.contains(*at)) continue;
        const QPointF step = *at - start;
        const double along = QPointF::dotProduct(step, way), aside = std::abs(step.x() * way.y() - step.y() * way.x());
        if (!begins && (!(along > 0) || aside > along)) continue;
        const double far = begins ? std::hypot(step.x(), step.y()) : along + 2 * aside;
        if (best >= 0 && !(far < least)) continue;
        best = row;
        least = far;
    }
    if (best < 0) return;
    workspace_->selection().setCurrent(best);
    if (const auto at = positionOf(best)) card_->showRow(best, at->toPoint());
}

void MapView::selectCurrent(Qt::KeyboardModifiers modifiers) {
    const int row = workspace_->selection().current();
    if (row < 0 || !workspace_->filter().passes(row)) return;
    workspace_->selection().select({row}, selectionModeFor(modifiers));
    Q_EMIT picked(row);
}

void MapView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat()) return;
    spaceDown_ = false;
    updateCursor();
}

bool MapView::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            camera_.zoomAt(gesture->position().x(), gesture->position().y(), 1 + gesture->value(), viewport());
            cameraMoved(true);
            return true;
        }
    }
    return QWidget::event(event);
}

}  // namespace facespace
