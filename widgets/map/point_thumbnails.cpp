#include "widgets/map/point_thumbnails.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <QPainter>

namespace facespace {
namespace {

constexpr double kSmallest = 34, kLargest = 96;  // Logical pixels.
constexpr double kFrame = 2, kGap = 3;
constexpr std::size_t kMostPlaced = 600;

/// Scatters row numbers (the finaliser of splitmix64), the same in every run.
std::uint64_t scattered(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

}  // namespace

void PointThumbnails::place(const std::vector<ScreenPoint>& points, QSizeF area, double zoom) {
    placed_.clear();
    side_ = std::clamp(kSmallest * std::pow(std::max(zoom, 1.0), 0.35), kSmallest, kLargest);
    const double reach = side_ + 2 * kFrame + kGap;
    std::vector<std::pair<std::uint64_t, int>> inView;
    for (std::size_t row = 0; row < points.size(); ++row) {
        const auto x = static_cast<double>(points[row].x), y = static_cast<double>(points[row].y);
        if (x > -reach / 2 && y > -reach / 2 && x < area.width() + reach / 2 && y < area.height() + reach / 2)
            inView.emplace_back(scattered(row + 1), static_cast<int>(row));
    }
    std::sort(inView.begin(), inView.end());
    // One face per cell of the size of a face; a face is compared with those of the cells around.
    const int columns = static_cast<int>(area.width() / reach) + 4, lines = static_cast<int>(area.height() / reach) + 4;
    std::vector<int> cells(static_cast<std::size_t>(columns * lines), -1);
    for (const auto& [order, row] : inView) {
        const QPointF at(static_cast<double>(points[static_cast<std::size_t>(row)].x),
                         static_cast<double>(points[static_cast<std::size_t>(row)].y));
        const int cx = static_cast<int>(at.x() / reach + 1), cy = static_cast<int>(at.y() / reach + 1);
        bool free = true;
        for (int y = std::max(0, cy - 1); y <= std::min(lines - 1, cy + 1) && free; ++y) {
            for (int x = std::max(0, cx - 1); x <= std::min(columns - 1, cx + 1) && free; ++x) {
                const int other = cells[static_cast<std::size_t>(y * columns + x)];
                if (other < 0) continue;
                const QPointF away = placed_[static_cast<std::size_t>(other)].centre - at;
                free = std::abs(away.x()) >= reach || std::abs(away.y()) >= reach;
            }
        }
        if (!free) continue;
        cells[static_cast<std::size_t>(cy * columns + cx)] = static_cast<int>(placed_.size());
        placed_.push_back({row, at});
        if (placed_.size() >= kMostPlaced) break;
    }
}

void PointThumbnails::paint(QPainter& painter, const ColourModel& colours, double pixelRatio) {
    const int side = static_cast<int>(std::lround(side_ * pixelRatio));
    if (side != scaledSide_) {
        scaled_.clear();
        scaledSide_ = side;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Placed& place : placed_) {
        const QPixmap* picture = scaled_.object(place.row);
        if (picture == nullptr) {
            const QImage image = thumbnails_->request(place.row);
            if (image.isNull()) continue;
            auto* made =
                new QPixmap(QPixmap::fromImage(image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
            made->setDevicePixelRatio(pixelRatio);
            scaled_.insert(place.row, made);
            picture = made;
        }
        const QSizeF size = picture->deviceIndependentSize();
        const QRectF target(place.centre - QPointF(size.width() / 2, size.height() / 2), size);
        painter.fillRect(target.adjusted(-kFrame, -kFrame, kFrame, kFrame), colours.colourOf(place.row));
        painter.drawPixmap(target.topLeft(), *picture);
    }
    painter.restore();
}

}  // namespace facespace
