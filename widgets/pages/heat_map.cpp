#include "widgets/pages/heat_map.h"

#include <vtkContextScene.h>
#include <vtkRenderer.h>
#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "core/figure/colour_maps.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/heat_map_charts.h"

namespace facespace {
namespace {

constexpr int kBeside = 74;  // pixels for the bars beside, with their tick labels

}  // namespace

/// Marks of chosen rows, and the row under the pointer.
class HeatMap::Overlay : public QWidget {
  public:
    explicit Overlay(HeatMap* map) : QWidget(map), map_(map) { setAttribute(Qt::WA_TransparentForMouseEvents); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const auto rows = static_cast<double>(map_->data_.values.rows());
        if (rows < 1) return;
        const QRectF& area = map_->area_;
        const double step = area.height() / rows;
        const QColor mark = toneColour(figure::Tone::kSelected, palette());
        for (std::size_t r = 0; r < map_->marked_.size(); ++r) {
            if (!map_->marked_[r]) continue;
            const double y = area.top() + static_cast<double>(r) * step, h = std::max(2.0, step - 1);
            painter.fillRect(QRectF(area.left() - 6, y, 5, h), mark);
            painter.fillRect(QRectF(area.right() + 1, y, 3, h), mark);
        }
        if (map_->hoveredRow_ < 0) return;
        painter.setPen(QPen(palette().color(QPalette::Text), 1));
        painter.drawRect(QRectF(area.left(), area.top() + map_->hoveredRow_ * step, area.width(), std::max(2.0, step)));
    }

  private:
    HeatMap* map_;
};

HeatMap::HeatMap(QWidget* parent) : VtkView(parent), charts_(std::make_unique<Charts>()), overlay_(new Overlay(this)) {
    charts_->actor->GetScene()->SetRenderer(renderer());
    renderer()->AddActor(charts_->actor);
    setBeforeRender([this] { prepare(); });
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 130);
    setCursor(Qt::PointingHandCursor);
}

HeatMap::~HeatMap() = default;

void HeatMap::setData(HeatMapData data) {
    data_ = std::move(data);
    marked_.assign(static_cast<std::size_t>(data_.values.rows()), false);
    currentRow_ = hoveredRow_ = -1;
    stale_ = true;
    layOut();
    redraw();
}

void HeatMap::setMarkedRows(std::vector<bool> marked) {
    marked_ = std::move(marked);
    overlay_->update();
}

void HeatMap::layOut() {
    const QFontMetrics metrics(font());
    const double rows = std::max<double>(1, static_cast<double>(data_.values.rows()));
    const double above = std::clamp(height() * 0.2, 26.0, 64.0), below = metrics.height() + 12;
    const bool namesFit = (height() - above - below) / rows >= metrics.height() - 1;
    double left = metrics.horizontalAdvance(QStringLiteral("100 %")) + 16;
    if (namesFit)
        for (const QString& name : data_.rowNames)
            left = std::max<double>(left, std::min<int>(metrics.horizontalAdvance(name), kLongestRowName) + 14);
    area_ = QRectF(left, above, std::max(20.0, width() - left - kBeside), std::max(20.0, height() - above - below));
    overlay_->setGeometry(rect());
    overlay_->update();
}

void HeatMap::prepare() {
    const double ratio = devicePixelRatioF();
    styleBackground(renderer(), palette());
    const QSize pixels(static_cast<int>(area_.width() * ratio), static_cast<int>(area_.height() * ratio));
    if (stale_ || pixels != filledFor_) {
        charts_->setColours(data_, palette());
        charts_->setValues(data_, pixels);
        charts_->setMarginals(data_, palette(), ratio);
        filledFor_ = pixels;
        stale_ = false;
    }
    const double rows = std::max<double>(1, static_cast<double>(data_.values.rows()));
    charts_->style(data_, palette(), font(), ratio, area_.height() / rows >= QFontMetrics(font()).height() - 1);
    charts_->setArea(area_, width(), height(), ratio);
}

QPointF HeatMap::positionOf(int row, int column) const {
    const double rows = static_cast<double>(data_.values.rows()), columns = static_cast<double>(data_.values.cols());
    return {area_.left() + (column + 0.5) / columns * area_.width(), area_.top() + (row + 0.5) / rows * area_.height()};
}

int HeatMap::rowAt(double y) const {
    const auto rows = static_cast<int>(data_.values.rows());
    return std::clamp(static_cast<int>((y - area_.top()) / area_.height() * rows), 0, std::max(0, rows - 1));
}

int HeatMap::columnAt(double x) const {
    const auto columns = static_cast<int>(data_.values.cols());
    return std::clamp(static_cast<int>((x - area_.left()) / area_.width() * columns), 0, std::max(0, columns - 1));
}

bool HeatMap::inside(const QPointF& p) const {
    return data_.values.size() > 0 && p.y() >= area_.top() && p.y() <= area_.bottom() && p.x() >= 0 && p.x() <= width();
}

QImage HeatMap::colourBar(int width, int height) const {
    QImage bar(width, height, QImage::Format_RGB32);
    for (int x = 0; x < width; ++x) {
        const double t = (x + 0.5) / width;
        const Rgb c = data_.diverging ? divergingAt(t) : viridisAt(t);
        for (int y = 0; y < height; ++y) bar.setPixelColor(x, y, QColor(c.r, c.g, c.b));
    }
    return bar;
}

QString HeatMap::meaningAt(const QPoint& position) const {
    if (area_.contains(position)) return {};
    if (position.y() < area_.top()) return data_.columnMeaning;
    return position.x() > area_.right() && position.y() < area_.bottom() ? data_.rowMeaning : meaning_;
}

bool HeatMap::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const QString text = meaningAt(help->pos()); !text.isEmpty()) {
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
    }
    return VtkView::event(event);
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !inside(event->position())) return event->ignore();
    setFocus(Qt::MouseFocusReason);
    pressedRow_ = currentRow_ = rowAt(event->position().y());
    Q_EMIT rowsPressed(event->modifiers());
    Q_EMIT rowsChosen(pressedRow_, pressedRow_);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
    if (pressedRow_ >= 0) {
        const int row = rowAt(event->position().y());
        if (row == currentRow_) return;
        currentRow_ = row;
        Q_EMIT rowsChosen(std::min(row, pressedRow_), std::max(row, pressedRow_));
        return;
    }
    const bool in = inside(event->position());
    const bool inCells = in && area_.contains(event->position());
    hoveredRow_ = in ? rowAt(event->position().y()) : -1;
    overlay_->update();
    Q_EMIT cellHovered(hoveredRow_, inCells ? columnAt(event->position().x()) : -1);
}

void HeatMap::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pressedRow_ = -1;
}

void HeatMap::leaveEvent(QEvent* event) {
    VtkView::leaveEvent(event);
    hoveredRow_ = -1;
    overlay_->update();
    Q_EMIT cellHovered(-1, -1);
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    const auto last = static_cast<int>(data_.values.rows()) - 1;
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || last < 0) return VtkView::keyPressEvent(event);
    currentRow_ = hoveredRow_ = std::clamp(currentRow_ + step, 0, last);
    overlay_->update();
    Q_EMIT rowsPressed({});
    Q_EMIT rowsChosen(currentRow_, currentRow_);
    Q_EMIT cellHovered(currentRow_, -1);
}

void HeatMap::resizeEvent(QResizeEvent* event) {
    VtkView::resizeEvent(event);
    layOut();
}

void HeatMap::changeEvent(QEvent* event) {
    VtkView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    stale_ = true;
    layOut();
    redraw();
}

}  // namespace facespace
