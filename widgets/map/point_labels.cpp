#include "widgets/map/point_labels.h"

#include <algorithm>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "core/common/numbers.h"

namespace facespace {
namespace {

constexpr std::size_t kMost = 60;
constexpr double kGap = 4;
constexpr int kWidest = 160;

}  // namespace

void PointLabels::place(const std::vector<ScreenPoint>& points, const Column& groups, QSizeF area, const QFont& font,
                        const QRectF& keepOff) {
    placed_.clear();
    if (groups.kind != Column::Kind::kCategory) return;
    struct Group {
        std::vector<double> x, y;
        std::size_t level = 0;
    };
    std::vector<Group> all(groups.levels.size());
    for (std::size_t row = 0; row < std::min(points.size(), groups.codes.size()); ++row) {
        const auto [x, y] = points[row];
        if (groups.codes[row] < 0 ||
            !(x >= 0 && y >= 0 && x <= static_cast<float>(area.width()) && y <= static_cast<float>(area.height())))
            continue;
        Group& group = all[static_cast<std::size_t>(groups.codes[row])];
        group.x.push_back(static_cast<double>(x));
        group.y.push_back(static_cast<double>(y));
    }
    for (std::size_t i = 0; i < all.size(); ++i) all[i].level = i;
    std::erase_if(all, [](const Group& g) { return g.x.empty(); });
    std::stable_sort(all.begin(), all.end(), [](const Group& a, const Group& b) { return a.x.size() > b.x.size(); });
    const QFontMetricsF metrics(font);
    for (Group& group : all) {
        if (placed_.size() >= kMost) break;
        const QString text =
            metrics.elidedText(QString::fromStdString(groups.levels[group.level]), Qt::ElideMiddle, kWidest);
        QRectF place(0, 0, metrics.horizontalAdvance(text) + 2 * kGap, metrics.height() + kGap);
        place.moveCenter(QPointF(median(group.x), median(group.y)));
        const bool free =
            QRectF(QPointF(), area).contains(place) && !place.intersects(keepOff) &&
            std::none_of(placed_.begin(), placed_.end(), [&](const Placed& p) { return p.place.intersects(place); });
        if (free) placed_.push_back({text, place});
    }
}

void PointLabels::paint(QPainter& painter, const QFont& font, const QColor& text, const QColor& halo) const {
    const QFontMetricsF metrics(font);
    for (const Placed& label : placed_) {
        QPainterPath path;
        path.addText(
            QPointF(label.place.left() + kGap, label.place.center().y() + (metrics.ascent() - metrics.descent()) / 2), font,
            label.text);
        painter.setPen(QPen(halo, 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.fillPath(path, text);
    }
}

}  // namespace facespace
