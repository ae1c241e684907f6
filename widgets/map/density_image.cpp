#include "widgets/map/density_image.h"

#include <algorithm>
#include <cmath>

namespace facespace {
namespace {

constexpr double kCell = 4;      // Pixels a cell.
constexpr float kDarkest = 150;  // Of 255, so that points stay visible.

/// A running mean over 2r + 1 cells along one direction; three of them are close to a Gaussian.
void blur(std::vector<float>& field, int count, int length, int stride, int step, int radius) {
    std::vector<float> line(static_cast<std::size_t>(length));
    for (int i = 0; i < count; ++i) {
        float* const start = field.data() + static_cast<std::ptrdiff_t>(i) * step;
        float sum = 0;
        for (int j = 0; j < length; ++j) line[static_cast<std::size_t>(j)] = start[static_cast<std::ptrdiff_t>(j) * stride];
        for (int j = 0; j < std::min(radius, length); ++j) sum += line[static_cast<std::size_t>(j)];
        for (int j = 0; j < length; ++j) {
            if (j + radius < length) sum += line[static_cast<std::size_t>(j + radius)];
            if (j - radius - 1 >= 0) sum -= line[static_cast<std::size_t>(j - radius - 1)];
            start[static_cast<std::ptrdiff_t>(j) * stride] = std::max(0.0F, sum / static_cast<float>(2 * radius + 1));
        }
    }
}

}  // namespace

QImage densityImage(const std::vector<ScreenPoint>& points, QSizeF area, double spread, const QColor& colour) {
    const int columns = std::max(1, static_cast<int>(std::ceil(area.width() / kCell)));
    const int lines = std::max(1, static_cast<int>(std::ceil(area.height() / kCell)));
    std::vector<float> field(static_cast<std::size_t>(columns) * static_cast<std::size_t>(lines), 0);
    for (const ScreenPoint point : points) {
        const auto x = static_cast<double>(point.x) / kCell, y = static_cast<double>(point.y) / kCell;
        if (!(x >= 0 && y >= 0 && x < columns && y < lines)) continue;
        field[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)] += 1;
    }
    // Three passes of radius r have the variance r(r + 1).
    const double sigma = spread / kCell;
    const int radius = std::max(1, static_cast<int>(std::lround((std::sqrt(1 + 4 * sigma * sigma) - 1) / 2)));
    for (int pass = 0; pass < 3; ++pass) {
        blur(field, lines, columns, 1, columns, radius);
        blur(field, columns, lines, columns, 1, radius);
    }
    const float most = *std::max_element(field.begin(), field.end());
    QImage image(columns, lines, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    if (!(most > 0)) return image;
    for (int y = 0; y < lines; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < columns; ++x) {
            const float share =
                field[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)] / most;
            line[x] = qRgba(colour.red(), colour.green(), colour.blue(), static_cast<int>(kDarkest * std::pow(share, 0.6F)));
        }
    }
    return image;
}

}  // namespace facespace
