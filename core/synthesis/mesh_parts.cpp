#include "core/synthesis/mesh_parts.h"

#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {

Surface sheet(int rows, int columns, bool wrap, const std::function<Vec3(float, float)>& at) {
    Surface s;
    s.twoSided = true;
    s.ownTriangles = gridTriangles(rows, columns, wrap);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            const float u = static_cast<float>(c) / static_cast<float>(wrap ? columns : columns - 1),
                        v = static_cast<float>(r) / static_cast<float>(rows - 1);
            s.positions.push_back(at(u, v));
            s.local.push_back({u * 20.0F, v * 20.0F, 0.0F});
        }
    gridNormals(s.positions, rows, columns, wrap, s.normals);
    return s;
}

Surface tube(const std::vector<Vec3>& path, const std::vector<float>& radii, int sides, bool closed, float flatten) {
    const int n = static_cast<int>(path.size()), rows = closed ? n + 1 : n;
    Surface s;
    s.twoSided = true;
    s.ownTriangles = gridTriangles(rows, sides, true);
    for (int i = 0; i < rows; ++i) {
        const auto at = [&](int k) {
            return path[static_cast<std::size_t>(closed ? (k + n) % n : std::clamp(k, 0, n - 1))];
        };
        const Vec3 along = normalised(at(i + 1) - at(i - 1));
        const Vec3 helper = std::abs(along.z) > 0.8F ? Vec3{0, 1, 0} : Vec3{0, 0, 1};
        const Vec3 a = normalised(cross(along, helper)), b = cross(a, along);
        const float r = radii[static_cast<std::size_t>(i % n)];
        for (int k = 0; k < sides; ++k) {
            const float angle = static_cast<float>(k) * 2.0F * static_cast<float>(kPi) / static_cast<float>(sides);
            const Vec3 normal = a * cosF(angle) + b * sinF(angle);
            s.positions.push_back(at(i) + a * (cosF(angle) * r) + b * (sinF(angle) * r * flatten));
            s.normals.push_back(normal);
            s.local.push_back({static_cast<float>(i), static_cast<float>(k), 0.0F});
        }
    }
    return s;
}

Surface ellipsoid(Vec3 centre, Vec3 radii, const Mat3& turn) {
    constexpr int kRows = 12, kSides = 18;
    Surface s;
    s.twoSided = true;
    s.ownTriangles = gridTriangles(kRows, kSides, true);
    for (int r = 0; r < kRows; ++r)
        for (int k = 0; k < kSides; ++k) {
            const float polar = static_cast<float>(r) * static_cast<float>(kPi) / (kRows - 1),
                        angle = static_cast<float>(k) * 2.0F * static_cast<float>(kPi) / kSides;
            const Vec3 d{sinF(polar) * sinF(angle), cosF(polar), sinF(polar) * cosF(angle)};
            s.positions.push_back(centre + turn * (d * radii));
            s.normals.push_back(normalised(turn * Vec3{d.x / radii.x, d.y / radii.y, d.z / radii.z}));
            s.local.push_back({static_cast<float>(k), static_cast<float>(r), 0.0F});
        }
    return s;
}

Surface block(Vec3 centre, Vec3 half, const Mat3& turn) {
    Surface s;
    s.twoSided = true;
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0F, 1.0F}) {
            const auto base = static_cast<std::uint32_t>(s.positions.size());
            for (int corner = 0; corner < 4; ++corner) {
                const float a = (corner & 1) != 0 ? 1.0F : -1.0F, b = (corner & 2) != 0 ? 1.0F : -1.0F;
                const Vec3 unit = axis == 0 ? Vec3{sign, a, b} : (axis == 1 ? Vec3{a, sign, b} : Vec3{a, b, sign});
                s.positions.push_back(centre + turn * (unit * half));
                s.normals.push_back(turn *
                                    (axis == 0 ? Vec3{sign, 0, 0} : (axis == 1 ? Vec3{0, sign, 0} : Vec3{0, 0, sign})));
                s.local.push_back(unit * 10.0F);
            }
            s.ownTriangles.push_back({base, base + 1, base + 2});
            s.ownTriangles.push_back({base + 1, base + 3, base + 2});
        }
    return s;
}

}  // namespace facespace::synthesis
