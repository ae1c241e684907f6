#include "core/synthesis/worn_accessories.h"

#include "core/synthesis/albedo.h"
#include "core/synthesis/head_grid.h"
#include "core/synthesis/mesh_parts.h"

namespace facespace::synthesis {
namespace {

Accessory worn(Surface s, Material material, Vec3 colour, float gloss) {
    s.material = material;
    s.colour = colour;
    s.colour2 = colour;
    s.gloss = gloss;
    return {std::move(s), false, false};
}

/// Half-width of the head at an eye-level vertex near depth z.
float halfWidth(const HeadShape& shape, float y, float z) {
    const HeadGrid& grid = headGrid();
    float widest = 0;
    for (std::size_t v = 0; v < grid.vertexCount(); ++v)
        if (std::abs(grid.canonical[v].y - y) < 7.0F && std::abs(grid.canonical[v].z - z) < 8.0F)
            widest = std::max(widest, std::abs(shape.positions[v].x));
    return widest;
}

/// Part of the head's surface, lifted off and smoothed so that it hangs like cloth. `inside` chooses canonical points.
Surface draped(const HeadShape& shape, int smoothing, bool (*inside)(Vec3), float (*offset)(Vec3)) {
    const HeadGrid& grid = headGrid();
    Surface s;
    std::vector<Vec3> normals;
    gridNormals(shape.positions, grid.rows, kColumns, true, normals);
    std::vector<Vec3> cloth = shape.positions, next;
    const auto margin = [&](Vec3 c) {
        return inside(c + Vec3{0, 4, 0}) || inside(c - Vec3{0, 4, 0}) || inside({c.x * 0.93F, c.y, c.z});
    };
    for (int pass = 0; pass < smoothing; ++pass) {
        next = cloth;
        const int reach = pass * 3 < smoothing * 2 ? 4 : 1;  // wide folds first, then smoothness
        for (int r = reach; r + reach < grid.rows; ++r)
            for (int c = 0; c < kColumns; ++c) {
                const std::size_t v = grid.index(r, c);
                if (!margin(grid.canonical[v])) continue;
                const auto at = [&](int row, int column) { return cloth[grid.index(row, (column + kColumns) % kColumns)]; };
                const Vec3 mean = (at(r - reach, c) + at(r + reach, c) + at(r, c - reach) + at(r, c + reach)) * 0.25F;
                // Cloth hangs on what stands out and bridges what lies back.
                next[v] = reach == 1 || dot(mean - cloth[v], normals[v]) > 0.0F ? mean : cloth[v];
            }
        cloth.swap(next);
    }
    for (std::size_t v = 0; v < cloth.size(); ++v) {
        const float depth = dot(cloth[v] - shape.positions[v], normals[v]);
        if (depth < 0.0F) cloth[v] += normals[v] * -depth;  // never inside the face
        cloth[v] += normals[v] * offset(grid.canonical[v]);
    }
    s.positions = std::move(cloth);
    gridNormals(s.positions, grid.rows, kColumns, true, s.normals);
    s.sharedLocal = &grid.canonical;
    for (const auto& t : grid.triangles)
        if (margin(grid.canonical[t[0]]) || margin(grid.canonical[t[1]]) || margin(grid.canonical[t[2]]))
            s.ownTriangles.push_back(t);
    s.inside = inside;
    return s;
}

}  // namespace

std::vector<Accessory> makeGlasses(const ImageParameters& image, const HeadShape& shape, bool dark) {
    std::vector<Accessory> parts;
    const float style = image.occluderStyle;
    const Vec3 frame = style < 0.45F ? Vec3{0.015F, 0.013F, 0.012F}
                                     : (style < 0.7F ? Vec3{0.10F, 0.045F, 0.02F}
                                                     : mix(Vec3{0.3F, 0.28F, 0.25F}, image.occluderColour, 0.3F));
    const float thick = style < 0.7F ? 1.7F : 0.9F;
    const float height = 15.0F + 6.0F * image.occluderPosition, power = 2.0F + 2.2F * style;
    const float spacing = shape.rightEye.x - shape.leftEye.x, centreX = 0.5F * (shape.rightEye.x + shape.leftEye.x);
    const float half = std::min(27.0F, spacing * 0.5F - 7.5F),
                front = 0.5F * (shape.rightEye.z + shape.leftEye.z) + shape.eyeRadius + 11.0F;
    const float y0 = 0.5F * (shape.rightEye.y + shape.leftEye.y) - 2.0F;
    constexpr int kPoints = 30;
    for (const float side : {-1.0F, 1.0F}) {
        const auto outline = [&](int i, float shrink) {
            const float a = static_cast<float>(i) * 2.0F * static_cast<float>(kPi) / kPoints, c = cosF(a), s = sinF(a);
            const float ex = powF(std::abs(c), 2.0F / power) * (c < 0 ? -1.0F : 1.0F),
                        ey = powF(std::abs(s), 2.0F / power) * (s < 0 ? -1.0F : 1.0F);
            const float x = centreX + side * (spacing * 0.5F + 1.0F + half * shrink * ex);
            const float y = y0 + height * shrink * ey * (ex < 0 && ey < 0 ? 0.92F : 1.0F);
            return Vec3{x, y, front - 0.0042F * square(x - centreX)};
        };
        std::vector<Vec3> ring;
        for (int i = 0; i < kPoints; ++i) ring.push_back(outline(i, 1.0F));
        parts.push_back(worn(tube(ring, std::vector<float>(kPoints, thick), 6, true), Material::kPlastic, frame, 0.25F));
        if (dark) {
            Surface lens = sheet(5, kPoints, true, [&](float u, float v) {
                return outline(static_cast<int>(u * kPoints + 0.5F), 1.0F - v * 0.98F) + Vec3{0, 0, 2.5F * v};
            });
            parts.push_back(
                worn(std::move(lens), Material::kLens, Vec3{0.012F, 0.012F, 0.013F} + image.occluderColour * 0.03F, 0.35F));
        }
        const float atTemple = halfWidth(shape, 5, 45) + 2.0F, atEar = halfWidth(shape, 0, -10) + 2.0F;
        const Vec3 hinge = outline(2, 1.0F);
        parts.push_back(worn(tube({hinge,
                                   {side * std::max(std::abs(hinge.x), atTemple - 4.0F), hinge.y + 1, 72},
                                   {side * atTemple, hinge.y + 1, 45},
                                   {side * atEar, hinge.y, -8},
                                   {side * atEar, hinge.y - 14, -22}},
                                  {thick, thick, thick, thick, thick}, 6),
                             Material::kPlastic, frame, 0.2F));
    }
    const float inner = spacing * 0.5F + 1.0F - half;
    std::vector<Vec3> bridge;
    for (int i = 0; i <= 6; ++i) {
        const float t = static_cast<float>(i) / 3.0F - 1.0F;
        bridge.push_back({centreX + t * inner, y0 + 4.0F + 2.5F * (1.0F - t * t), front + 2.5F * (1.0F - t * t)});
    }
    parts.push_back(worn(tube(bridge, std::vector<float>(7, thick), 6), Material::kPlastic, frame, 0.25F));
    return parts;
}

std::vector<Accessory> makeMask(const ImageParameters& image, const HeadShape& shape) {
    const auto inside = [](Vec3 c) -> bool {
        return c.y < -17.0F - 0.10F * std::abs(c.x) && c.y > -124.0F + 0.62F * std::abs(c.x) && std::abs(c.x) < 57.0F &&
               c.z > 30.0F;
    };
    Surface cloth = draped(shape, 45, inside,
                           [](Vec3 c) { return 4.5F + 1.5F * bump(square(c.x / 45.0F) + square((c.y + 62.0F) / 55.0F)); });
    cloth.twoSided = true;
    const Vec3 colour = image.occluderStyle < 0.45F
                            ? Vec3{0.45F, 0.60F, 0.70F}
                            : (image.occluderStyle < 0.7F ? Vec3{0.70F, 0.70F, 0.70F}
                                                          : mix(Vec3{0.03F, 0.03F, 0.035F}, image.occluderColour, 0.4F));
    std::vector<Accessory> parts;
    parts.push_back(worn(std::move(cloth), Material::kMaskCloth, colour, 0.0F));
    const float atCheek = halfWidth(shape, -40, 35), atEar = halfWidth(shape, 0, -10);
    for (const float side : {-1.0F, 1.0F})
        for (const float y : {-26.0F, -74.0F})
            parts.push_back(worn(tube({{side * (atCheek - 9.0F), y, 44},
                                       {side * (atCheek + 2.0F), y + (y < -50 ? 12.0F : 3.0F), 28},
                                       {side * (atEar + 1.5F), y < -50 ? -38.0F : -2.0F, 0}},
                                      {0.9F, 0.9F, 0.9F}, 5),
                                 Material::kPlastic, colour, 0.0F));
    return parts;
}

std::vector<Accessory> makeHat(const ImageParameters& image, const HeadShape& shape) {
    std::vector<Accessory> parts;
    const bool cap = image.occluderStyle > 0.5F;
    const auto beanieEdge = [](Vec3 c) { return c.y > 34.0F - 0.22F * (95.0F - c.z); };
    const auto capEdge = [](Vec3 c) { return c.y > 50.0F - 0.06F * (95.0F - c.z); };
    const auto offset = [](Vec3 c) { return 9.0F + 5.0F * smoothStep(40.0F, 115.0F, c.y); };
    Surface dome = cap ? draped(shape, 10, capEdge, offset) : draped(shape, 10, beanieEdge, offset);
    dome.twoSided = true;
    parts.push_back(worn(std::move(dome), Material::kCloth, image.occluderColour, 0.0F));
    if (cap) {
        const float wide = halfWidth(shape, 45, 20) + 5.0F, reach = 68.0F;
        Surface brim = sheet(8, 24, false, [&](float u, float v) {
            const float a = (u - 0.5F) * 2.5F, out = v * reach * cosF(a * 0.62F);
            return Vec3{sinF(a) * wide * 0.93F + 0.25F * sinF(a) * out, 52.0F - 0.26F * out - 9.0F * square(sinF(a)) * v,
                        22.0F + cosF(a) * 86.0F + out};
        });
        parts.push_back(worn(std::move(brim), Material::kCloth, image.occluderColour * 0.85F, 0.0F));
    } else {
        const auto edgeBand = [](Vec3 c) {
            return c.y > 34.0F - 0.22F * (95.0F - c.z) && c.y < 58.0F - 0.22F * (95.0F - c.z);
        };
        Surface band = draped(shape, 10, edgeBand, [](Vec3) { return 12.0F; });
        band.twoSided = true;
        parts.push_back(worn(std::move(band), Material::kCloth, image.occluderColour * 0.9F, 0.0F));
    }
    return parts;
}

std::vector<Accessory> makeScarf(const ImageParameters& image, const HeadShape& shape) {
    const float top = mix(-98.0F, -42.0F, image.occluderPosition);
    const float wide = halfWidth(shape, -74, 10);
    Surface scarf = sheet(22, 44, true, [&](float u, float v) {
        const float a = u * 2.0F * static_cast<float>(kPi), c = cosF(a), s = sinF(a);
        const float y = mix(top + 14.0F * c - 14.0F, -205.0F, v);
        const float fold = 5.0F * sinF(v * 21.0F + 3.0F * valueNoise(u * 7.0F, v * 3.0F, image.occluderSeed)) +
                           7.0F * (valueNoise(u * 9.0F, v * 4.0F, image.occluderSeed + 1) - 0.5F);
        const float puff = 1.0F - 0.12F * smoothStep(0.2F, 0.0F, v);
        const float front = c > 0 ? 116.0F : 86.0F;
        return Vec3{s * (wide + 14.0F + fold) * puff, y, -6.0F + c * (front + fold) * puff};
    });
    scarf.sharedLocal = nullptr;
    Accessory a = worn(std::move(scarf), Material::kCloth, image.occluderColour, 0.0F);
    for (Vec3& l : a.surface.local) l.z = static_cast<float>(floorInt(l.y / (1.0F + 4.0F * image.occluderStyle)) & 1);
    a.surface.colour2 = mix(image.occluderColour, Vec3{0.6F, 0.58F, 0.55F}, image.occluderStyle > 0.5F ? 0.6F : 0.0F);
    return {std::move(a)};
}

}  // namespace facespace::synthesis
