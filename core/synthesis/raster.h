#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/synthesis/exact_math.h"
#include "core/synthesis/four.h"

namespace facespace::synthesis {

using Triangle = std::array<std::uint32_t, 3>;

enum class Material : std::uint8_t { kHead, kEar, kHair, kCloth, kPlastic, kLens, kSkinProp, kMaskCloth };

/// One surface of a scene. Vertices are in the camera frame (millimetres, x right, y up, z to the viewer, the head's
/// origin near 0).
struct Surface {
    Material material = Material::kCloth;
    const std::vector<Triangle>* triangles = nullptr;  ///< Not owned.
    const std::vector<std::uint8_t>* skip = nullptr;   ///< Triangles marked 1 are not drawn. Not owned.
    std::vector<Triangle> ownTriangles;                ///< Used if `triangles` is null.
    std::vector<Vec3> positions, normals;
    std::vector<Vec3> tangents;                      ///< Hair: along the strand.
    std::vector<Vec3> local;                         ///< Material coordinates: canonical point, or (u, v, layer).
    const std::vector<Vec3>* sharedLocal = nullptr;  ///< The same, not owned; used if set.
    std::vector<float> occlusion;                    ///< Ambient light reaching a vertex, 0 … 1; empty means 1.
    Vec3 colour{0.5F, 0.5F, 0.5F}, colour2{0.5F, 0.5F, 0.5F};
    float gloss = 0;
    float coverage = 1;  ///< Hair: how much of the layer is filled.
    bool twoSided = false;
    bool castsShadow = true;
    bool (*inside)(Vec3 local) = nullptr;  ///< Samples outside are not drawn: clean edges of cloth.

    const std::vector<Vec3>& locals() const { return sharedLocal != nullptr ? *sharedLocal : local; }
    const std::vector<Triangle>& list() const { return triangles != nullptr ? *triangles : ownTriangles; }
};

/// A pinhole camera on the z axis, looking at the origin.
struct Pinhole {
    float distance = 1000;  ///< Millimetres.
    float focal = 1000;     ///< Samples per unit of x/depth.
    float centreX = 0, centreY = 0;

    Vec3 project(Vec3 p) const {  ///< Sample x, y (rows downwards) and 1/depth.
        const float inverse = 1.0F / (distance - p.z);
        return {centreX + focal * p.x * inverse, centreY - focal * p.y * inverse, inverse};
    }
};

/// Depth and owner of every sample.
class FrameBuffer {
  public:
    static constexpr std::uint32_t kNothing = 0xFFFFFFFFU;
    FrameBuffer(int width, int height);
    int width() const { return width_; }
    int height() const { return height_; }
    std::uint32_t owner(int x, int y) const { return owner_[at(x, y)]; }
    float depth(int x, int y) const { return depth_[at(x, y)]; }
    const std::vector<std::uint32_t>& owners() const { return owner_; }

    /// Draws a surface; `number` is stored as its owner. `keep(triangle, b0, b1, b2)` decides about each sample.
    template <class Keep>
    void draw(const Surface& surface, std::uint32_t number, const std::vector<Vec3>& projected, Keep&& keep);

    static std::uint32_t ownerOf(std::uint32_t number, std::size_t triangle) {
        return number << 22U | static_cast<std::uint32_t>(triangle);
    }
    static std::uint32_t surfaceOf(std::uint32_t owner) { return owner >> 22U; }
    static std::uint32_t triangleOf(std::uint32_t owner) { return owner & 0x3FFFFFU; }

  private:
    std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
    }
    int width_, height_;
    std::vector<std::uint32_t> owner_;
    std::vector<float> depth_;  ///< And three more, as four are read at once.
};

/// Barycentric weights of a sample in a projected triangle.
struct Weights {
    float b0, b1, b2;
};
inline Weights weightsAt(Vec3 a, Vec3 b, Vec3 c, float x, float y) {
    const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    const float inverse = std::abs(area) > 1e-12F ? 1.0F / area : 0.0F;
    const float b1 = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) * inverse;
    const float b2 = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) * inverse;
    return {1.0F - b1 - b2, b1, b2};
}

template <class Keep>
void FrameBuffer::draw(const Surface& surface, std::uint32_t number, const std::vector<Vec3>& projected, Keep&& keep) {
    const auto& list = surface.list();
    for (std::size_t t = 0; t < list.size(); ++t) {
        if (surface.skip != nullptr && (*surface.skip)[t] != 0) continue;
        const Vec3 a = projected[list[t][0]], b = projected[list[t][1]], c = projected[list[t][2]];
        const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (surface.twoSided ? std::abs(area) < 1e-9F : area > -1e-9F) continue;  // rows run down: front faces turn negative
        const float lowX = std::min(a.x, std::min(b.x, c.x)), highX = std::max(a.x, std::max(b.x, c.x));
        const float lowY = std::min(a.y, std::min(b.y, c.y)), highY = std::max(a.y, std::max(b.y, c.y));
        if (!(highX >= 0.0F && highY >= 0.0F && lowX <= static_cast<float>(width_) && lowY <= static_cast<float>(height_)))
            continue;
        // Only samples whose centre can lie inside: most triangles are smaller than a few samples.
        const int x0 = std::max(0, floorInt(lowX + 0.5F)), x1 = std::min(width_ - 1, floorInt(highX - 0.5F));
        const int y0 = std::max(0, floorInt(lowY + 0.5F)), y1 = std::min(height_ - 1, floorInt(highY - 0.5F));
        if (x0 > x1 || y0 > y1) continue;
        const float inverse = 1.0F / area;
        const float dx1 = (c.y - a.y) * inverse, dy1 = -(c.x - a.x) * inverse;
        const float dx2 = -(b.y - a.y) * inverse, dy2 = (b.x - a.x) * inverse;
        const std::array<float, 3> slope{-dx1 - dx2, dx1, dx2};
        for (int y = y0; y <= y1; ++y) {
            const float py = static_cast<float>(y) + 0.5F - a.y;
            int first = x0, last = x1;
            if (x1 - x0 > 3) {  // where the row enters and leaves the triangle, to within a sample
                const std::array<float, 3> start{1.0F - py * (dy1 + dy2), py * dy1, py * dy2};
                float from = static_cast<float>(x0) - 1.0F, to = static_cast<float>(x1) + 1.0F;
                for (std::size_t k = 0; k < 3; ++k) {
                    if (std::abs(slope[k]) < 1e-6F) continue;
                    const float cross = std::clamp(a.x - 0.5F - start[k] / slope[k], -1e6F, 1e6F);
                    if (slope[k] > 0.0F)
                        from = std::max(from, cross);
                    else
                        to = std::min(to, cross);
                }
                first = std::max(x0, floorInt(from));
                last = std::min(x1, floorInt(to) + 1);
            }
            const FourMask lanes{0, 1, 2, 3};
            for (int x = first; x <= last; x += 4) {  // four at once: whether a sample is inside is hard to foresee
                const FourWeights w = fourWeights(static_cast<float>(x) + 0.5F - a.x, py, dx1, dy1, dx2, dy2);
                const Four depth = a.z * w.b0 + b.z * w.b1 + c.z * w.b2;
                float* stored = &depth_[at(x, y)];
                const FourMask drawn = w.inside & (depth > loadFour(stored)) & (lanes <= last - x);
                if (none(drawn)) continue;
                for (int k = 0; k < 4; ++k) {
                    if (drawn[k] == 0 || !keep(t, w.b0[k], w.b1[k], w.b2[k])) continue;
                    stored[k] = depth[k];
                    owner_[at(x + k, y)] = ownerOf(number, t);
                }
            }
        }
    }
}

/// Depth seen from a distant light, for shadows.
class ShadowMap {
  public:
    explicit ShadowMap(Vec3 direction);
    void draw(const Surface& surface);
    /// How much of the light reaches a point, 0 … 1. `softness` 0 … 1 widens the edge.
    float lit(Vec3 point, Vec3 normal, float softness) const;

  private:
    static constexpr int kSize = 160;
    static constexpr float kSpan = 440.0F;  // millimetres
    Vec3 toMap(Vec3 p) const;
    Vec3 axisX_, axisY_, axisZ_;
    std::vector<float> depth_;
};

}  // namespace facespace::synthesis
