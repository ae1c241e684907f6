#include "widgets/map/screen_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {

constexpr std::size_t kChunk = 16384;
constexpr std::uint32_t kOutside = std::numeric_limits<std::uint32_t>::max();

struct Projected {
    std::vector<float> x, y, depth;
};

Projected projectAll(const Embedding& coordinates, const MapCamera& camera, const MapViewport& viewport) {
    const auto count = static_cast<std::size_t>(coordinates.rows());
    Projected out{std::vector<float>(count), std::vector<float>(count), std::vector<float>(count)};
    const Eigen::Matrix4f m = camera.clipFromMap(viewport.aspect()).cast<float>();
    const auto halfWidth = static_cast<float>(viewport.width / 2), halfHeight = static_cast<float>(viewport.height / 2);
    const bool is3d = coordinates.cols() > 2;
    const auto stride = static_cast<std::size_t>(coordinates.cols());
    parallelChunks(count, kChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const float* p = coordinates.data() + i * stride;
            const float px = p[0], py = p[1], pz = is3d ? p[2] : 0.0F;
            const float w = m(3, 0) * px + m(3, 1) * py + m(3, 2) * pz + m(3, 3);
            // Behind the eye: NaN keeps it out of every cell.
            const float scale = w > 0 ? 1 / w : kNoValueFloat;
            out.x[i] = ((m(0, 0) * px + m(0, 1) * py + m(0, 2) * pz + m(0, 3)) * scale + 1) * halfWidth;
            out.y[i] = (1 - (m(1, 0) * px + m(1, 1) * py + m(1, 2) * pz + m(1, 3)) * scale) * halfHeight;
            out.depth[i] = w;
        }
    });
    return out;
}

bool insidePolygon(const std::vector<ScreenPoint>& polygon, float x, float y) {
    bool inside = false;
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        const ScreenPoint a = polygon[i], b = polygon[j];
        if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

}  // namespace

void ScreenIndex::clear() { *this = ScreenIndex(); }

int ScreenIndex::cellX(float x) const { return std::clamp(static_cast<int>(std::floor(x / kCell)), 0, columns_ - 1); }
int ScreenIndex::cellY(float y) const { return std::clamp(static_cast<int>(std::floor(y / kCell)), 0, lines_ - 1); }

void ScreenIndex::build(const Embedding& coordinates, const MapCamera& camera, const MapViewport& viewport,
                        const std::vector<std::uint8_t>& keep) {
    clear();
    if (coordinates.rows() == 0 || coordinates.cols() < 2 || viewport.width < 1 || viewport.height < 1) return;
    is3d_ = coordinates.cols() > 2;
    columns_ = static_cast<int>(std::ceil(viewport.width / static_cast<double>(kCell)));
    lines_ = static_cast<int>(std::ceil(viewport.height / static_cast<double>(kCell)));
    const Projected points = projectAll(coordinates, camera, viewport);
    const auto width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);

    // A counting sort of the rows by cell.
    const std::size_t count = points.x.size();
    std::vector<std::uint32_t> cell(count, kOutside);
    cellStart_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(lines_) + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (i < keep.size() && keep[i] == 0) continue;
        const float x = points.x[i], y = points.y[i];
        if (!(x >= 0 && x <= width && y >= 0 && y <= height)) continue;  // NaN too
        cell[i] = static_cast<std::uint32_t>(cellY(y) * columns_ + cellX(x));
        ++cellStart_[cell[i] + 1];
    }
    for (std::size_t c = 1; c < cellStart_.size(); ++c) cellStart_[c] += cellStart_[c - 1];
    rows_.resize(cellStart_.back());
    x_.resize(rows_.size());
    y_.resize(rows_.size());
    depth_.resize(rows_.size());
    std::vector<std::uint32_t> next(cellStart_.begin(), cellStart_.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
        if (cell[i] == kOutside) continue;
        const std::uint32_t at = next[cell[i]]++;
        rows_[at] = static_cast<int>(i);
        x_[at] = points.x[i];
        y_[at] = points.y[i];
        depth_[at] = points.depth[i];
    }
}

template <class Visit>
void ScreenIndex::visitCells(float x0, float y0, float x1, float y1, Visit&& visit) const {
    if (rows_.empty()) return;
    const int left = cellX(x0), right = cellX(x1);
    for (int line = cellY(y0); line <= cellY(y1); ++line) {
        const auto base = static_cast<std::size_t>(line * columns_);
        const std::uint32_t end = cellStart_[base + static_cast<std::size_t>(right) + 1];
        for (std::uint32_t i = cellStart_[base + static_cast<std::size_t>(left)]; i < end; ++i) visit(i);
    }
}

int ScreenIndex::pick(float x, float y, float radius, float pointRadius) const {
    const float reach = std::max(radius, pointRadius);
    float best = reach * reach, frontDepth = std::numeric_limits<float>::max();
    int nearest = -1, front = -1;
    visitCells(x - reach, y - reach, x + reach, y + reach, [&](std::uint32_t i) {
        const float dx = x_[i] - x, dy = y_[i] - y;
        const float square = dx * dx + dy * dy;
        if (square <= best) {
            best = square;
            nearest = rows_[i];
        }
        if (is3d_ && square <= pointRadius * pointRadius && depth_[i] < frontDepth) {
            frontDepth = depth_[i];
            front = rows_[i];
        }
    });
    return front >= 0 ? front : nearest;
}

std::vector<int> ScreenIndex::inRectangle(ScreenPoint a, ScreenPoint b) const {
    const auto [x0, x1] = std::minmax(a.x, b.x);
    const auto [y0, y1] = std::minmax(a.y, b.y);
    std::vector<int> found;
    visitCells(x0, y0, x1, y1, [&](std::uint32_t i) {
        if (x_[i] >= x0 && x_[i] <= x1 && y_[i] >= y0 && y_[i] <= y1) found.push_back(rows_[i]);
    });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> ScreenIndex::inCircle(ScreenPoint centre, float radius) const {
    std::vector<int> found;
    visitCells(centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius, [&](std::uint32_t i) {
        const float dx = x_[i] - centre.x, dy = y_[i] - centre.y;
        if (dx * dx + dy * dy <= radius * radius) found.push_back(rows_[i]);
    });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> ScreenIndex::inPolygon(const std::vector<ScreenPoint>& polygon) const {
    if (polygon.size() < 3) return {};
    ScreenPoint low = polygon.front(), high = low;
    for (const ScreenPoint p : polygon) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    std::vector<int> found;
    visitCells(low.x, low.y, high.x, high.y, [&](std::uint32_t i) {
        if (insidePolygon(polygon, x_[i], y_[i])) found.push_back(rows_[i]);
    });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace facespace
