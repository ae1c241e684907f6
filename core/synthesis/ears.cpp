#include "core/synthesis/ears.h"

#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {
namespace {

constexpr int kRings = 9, kSpokes = 22;

/// Outline of an ear seen from the side: half-width (back is positive) and height at an angle.
Vec2 outline(float angle, float lobe) {
    const float c = cosF(angle), s = sinF(angle);
    const float back = 1.0F + 0.12F * s;
    float w = c > 0 ? 17.5F * c * back : 13.0F * c;
    const float h = s > 0 ? 31.0F * s : (31.0F + 2.5F * lobe) * s;
    if (s < -0.45F) w *= 1.0F + 0.25F * smoothStep(-0.45F, -0.95F, s) + 0.08F * lobe;
    return {w, h};
}

/// How far the ear's outer face rises from its plate: rim (helix), fold (antihelix), bowl (concha).
float relief(float rho, float angle) {
    const float s = sinF(angle), c = cosF(angle);
    const float rimWeight = smoothStep(-0.75F, -0.2F, s + 0.6F * std::max(0.0F, c));
    const float rim = 4.2F * rimWeight * bump(square((rho - 0.92F) / 0.2F));
    const float groove = -1.8F * rimWeight * bump(square((rho - 0.74F) / 0.16F));
    const float fold = 2.6F * bump(square((rho - 0.55F) / 0.2F)) * smoothStep(-0.5F, 0.4F, c + 0.3F * s);
    const float bowl = -8.0F * bump(square((rho * c + 0.12F) / 0.42F) + square((rho * s + 0.12F) / 0.45F));
    const float tragus = 3.5F * bump(square((rho * c + 0.62F) / 0.28F) + square((rho * s + 0.1F) / 0.24F));
    return rim + groove + fold + bowl + tragus;
}

}  // namespace

Surface makeEar(const IdentityParameters& identity, const HeadShape& shape, float side) {
    const HeadGrid& grid = headGrid();
    static const std::vector<Triangle> triangles = gridTriangles(kRings + 1, kSpokes, true);
    Surface ear;
    ear.material = Material::kEar;
    ear.triangles = &triangles;
    ear.twoSided = true;
    // Where the head's side is at the ear's height.
    float reach = 60.0F;
    for (std::size_t v = 0; v < grid.vertexCount(); ++v)
        if (std::abs(grid.canonical[v].z + 10.0F) < 8.0F && std::abs(grid.canonical[v].y + 18.0F) < 6.0F &&
            grid.canonical[v].x * side > 0)
            reach = std::max(reach, shape.positions[v].x * side);
    const float size = 0.93F + 0.075F * identity.get(Shape::kEarSize);
    const float flare = (19.0F + 6.5F * identity.get(Shape::kEarProtrusion)) * kDegree;
    const float sa = sinF(std::max(0.12F, flare)), ca = cosF(std::max(0.12F, flare));
    const float lobe = identity.get(Shape::kEarLobe);
    const Vec3 root{reach - 2.5F, -17.0F + 3.0F * identity.get(Shape::kEarHeight), -3.0F};
    for (int r = 0; r <= kRings; ++r)
        for (int k = 0; k < kSpokes; ++k) {
            const bool rim = r == kRings;  // the last ring folds back behind the ear, towards the head
            const float rho = rim ? 0.9F : static_cast<float>(r) / static_cast<float>(kRings - 1);
            const float angle = static_cast<float>(k) * (2.0F * static_cast<float>(kPi) / kSpokes);
            const Vec2 o = outline(angle, lobe);
            const float back = (o.x * rho + 13.0F) * size, up = (o.y * rho) * size;
            const float out = (rim ? -7.0F : relief(rho, angle) * size) + 1.5F;
            // The plate turns about its front edge by the flare and leans back by ten degrees.
            const float x = back * sa + out * ca, z = -back * ca + out * sa - 0.17F * up;
            ear.positions.push_back({side * (root.x + x), root.y + up + 0.1F * back, root.z + z});
            const float cavity = clamp01(1.0F + 0.10F * std::min(0.0F, relief(rho, angle) - 0.5F)) * (rim ? 0.5F : 1.0F);
            ear.local.push_back({rho, angle, cavity});
            ear.occlusion.push_back(cavity);
        }
    gridNormals(ear.positions, kRings + 1, kSpokes, true, ear.normals);
    for (std::size_t i = 0; i < ear.normals.size(); ++i) {
        if (i < kSpokes) ear.normals[i] = ear.normals[kSpokes + i];
        if (ear.normals[i].x * side < -0.2F) ear.normals[i] = ear.normals[i] * -1.0F;
        if (i >= static_cast<std::size_t>(kSpokes * kRings))
            ear.normals[i] = ear.normals[i - kSpokes];  // the back of the rim
    }
    return ear;
}

}  // namespace facespace::synthesis
