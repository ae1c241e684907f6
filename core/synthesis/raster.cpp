#include "core/synthesis/raster.h"

namespace facespace::synthesis {

FrameBuffer::FrameBuffer(int width, int height)
    : width_(width),
      height_(height),
      owner_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), kNothing),
      depth_(owner_.size() + 3, 0.0F) {}

ShadowMap::ShadowMap(Vec3 direction) : depth_(static_cast<std::size_t>(kSize * kSize) + 3, -1e9F) {
    axisZ_ = normalised(direction);
    const Vec3 up = std::abs(axisZ_.y) > 0.95F ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
    axisX_ = normalised(cross(up, axisZ_));
    axisY_ = cross(axisZ_, axisX_);
}

Vec3 ShadowMap::toMap(Vec3 p) const {
    constexpr float kScale = kSize / kSpan;
    return {kSize * 0.5F + dot(axisX_, p) * kScale, kSize * 0.5F - dot(axisY_, p) * kScale, dot(axisZ_, p)};
}

void ShadowMap::draw(const Surface& surface) {
    std::vector<Vec3> projected;
    projected.reserve(surface.positions.size());
    for (const Vec3& p : surface.positions) projected.push_back(toMap(p));
    const auto& list = surface.list();
    for (std::size_t t = 0; t < list.size(); ++t) {
        if (surface.skip != nullptr && (*surface.skip)[t] != 0) continue;
        const Vec3 a = projected[list[t][0]], b = projected[list[t][1]], c = projected[list[t][2]];
        const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (surface.twoSided ? std::abs(area) < 1e-9F : area > -1e-9F) continue;
        const float lowX = std::min(a.x, std::min(b.x, c.x)), highX = std::max(a.x, std::max(b.x, c.x));
        const float lowY = std::min(a.y, std::min(b.y, c.y)), highY = std::max(a.y, std::max(b.y, c.y));
        const int x0 = std::max(0, floorInt(lowX + 0.5F)), x1 = std::min(kSize - 1, floorInt(highX - 0.5F));
        const int y0 = std::max(0, floorInt(lowY + 0.5F)), y1 = std::min(kSize - 1, floorInt(highY - 0.5F));
        if (x0 > x1 || y0 > y1) continue;
        const float inverse = 1.0F / area;
        const float dx1 = (c.y - a.y) * inverse, dy1 = -(c.x - a.x) * inverse;
        const float dx2 = -(b.y - a.y) * inverse, dy2 = (b.x - a.x) * inverse;
        for (int y = y0; y <= y1; ++y) {
            const float py = static_cast<float>(y) + 0.5F - a.y;
            const FourMask lanes{0, 1, 2, 3};
            for (int x = x0; x <= x1; x += 4) {
                const FourWeights w = fourWeights(static_cast<float>(x) + 0.5F - a.x, py, dx1, dy1, dx2, dy2);
                const Four depth = a.z * w.b0 + b.z * w.b1 + c.z * w.b2;
                float* at = &depth_[static_cast<std::size_t>(y * kSize + x)];
                const Four stored = loadFour(at);
                storeFour(at, (w.inside & (depth > stored) & (lanes <= x1 - x)) ? depth : stored);
            }
        }
    }
}

float ShadowMap::lit(Vec3 point, Vec3 normal, float softness) const {
    const Vec3 m = toMap(point + normal * 3.0F);
    const float depth = m.z + 2.5F;
    const float reach = 0.7F + 1.6F * softness;
    constexpr std::array<Vec2, 4> kTaps{{{-0.7F, -0.3F}, {0.3F, -0.7F}, {0.7F, 0.3F}, {-0.3F, 0.7F}}};
    float sum = 0;
    for (const Vec2& tap : kTaps) {
        const float sx = m.x - 0.5F + tap.x * reach, sy = m.y - 0.5F + tap.y * reach;
        const int x = floorInt(sx), y = floorInt(sy);
        if (x < 0 || y < 0 || x + 1 >= kSize || y + 1 >= kSize) {
            sum += 1.0F;
            continue;
        }
        const float fx = sx - static_cast<float>(x), fy = sy - static_cast<float>(y);
        const float* d = &depth_[static_cast<std::size_t>(y * kSize + x)];
        const auto free = [depth](float stored) { return stored <= depth ? 1.0F : 0.0F; };
        sum += mix(mix(free(d[0]), free(d[1]), fx), mix(free(d[kSize]), free(d[kSize + 1]), fx), fy);
    }
    return sum * 0.25F;
}

}  // namespace facespace::synthesis
