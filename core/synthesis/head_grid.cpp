#include "core/synthesis/head_grid.h"

#include "core/synthesis/face_features.h"

namespace facespace::synthesis {
namespace {

/// A named ring: where it crosses the midline in front, the side, and the midline at the back; and how round it is
/// (exponent of a superellipse). The figures follow average adult head measurements (breadth 152, length 197,
/// nasion–menton 118 mm).
struct KeyRing {
    float frontY, frontZ;
    float sideX, sideY, sideZ;
    float backY, backZ;
    float roundness;
    int rowsToNext;
};

constexpr std::array<KeyRing, 22> kRings{{
    {119, -8, 0, 119, -8, 119, -8, 2.0F, 3},               // 0 crown
    {116.5F, 24, 32, 116, -12, 116, -46, 2.0F, 4},         // 1
    {107, 57, 58, 103, -14, 102, -72, 2.05F, 4},           // 2
    {89, 82, 70.5F, 80, -14, 80, -89, 2.15F, 4},           // 3
    {66, 95, 75.5F, 52, -14, 52, -98, 2.25F, 5},           // 4
    {42, 99.5F, 76.5F, 30, -14, 28, -100, 2.35F, 8},       // 5 hairline height of the face's front
    {22, 100, 75, 14, -13, 10, -98, 2.45F, 9},             // 6 brow
    {4, 95, 73.5F, 0, -12, -8, -93, 2.5F, 11},             // 7 nasion
    {-20, 94, 71, -20, -12, -26, -86, 2.4F, 13},           // 8
    {-42, 95.5F, 66, -38, -12, -44, -78, 2.2F, 12},        // 9 nose base
    {-62.6F, 96, 60.5F, -54, -12, -60, -71, 2.08F, 1},     // 10 upper lip's edge
    {-63.6F, 96, 60.3F, -55, -12, -61, -71, 2.08F, 9},     // 11 lower lip's edge
    {-80, 92.5F, 56, -66, -12, -72, -67.5F, 2.0F, 7},      // 12 below the lip
    {-97, 94, 52, -76, -13, -82, -66, 1.95F, 6},           // 13 chin
    {-110.5F, 87, 48.5F, -84, -16, -90, -65.5F, 1.9F, 4},  // 14 menton
    {-116.5F, 67, 46.5F, -92, -22, -98, -65.5F, 1.9F, 4},  // 15 under the chin
    {-122, 45, 45.0F, -104, -27, -108, -66, 1.95F, 3},     // 16 throat
    {-137, 34, 46, -125, -29, -126, -70, 2.0F, 3},         // 17 neck
    {-157, 34, 52, -144, -30, -142, -76, 2.0F, 2},         // 18 neck's base
    {-178, 46, 92, -163, -28, -160, -88, 2.1F, 3},         // 19 trapezius
    {-202, 60, 165, -194, -26, -194, -100, 2.2F, 3},       // 20 shoulder
    {-340, 92, 214, -330, -20, -360, -108, 2.4F, 0},       // 21 chest
}};

float catmullRom(float a, float b, float c, float d, float t) {
    return 0.5F * (2.0F * b + (c - a) * t + (2.0F * a - 5.0F * b + 4.0F * c - d) * t * t +
                   (3.0F * b - a - 3.0F * c + d) * t * t * t);
}

float ringValue(float KeyRing::*field, int key, float t) {
    const auto at = [&](int k) {
        return kRings[static_cast<std::size_t>(std::clamp(k, 0, static_cast<int>(kRings.size()) - 1))].*field;
    };
    // The two edges of the mouth count as one ring for their neighbours: no crease across the cheeks.
    return catmullRom(at(key == 11 ? 9 : key - 1), at(key), at(key + 1), at(key == 9 ? 12 : key + 2), t);
}

/// The sine of each column: dense around the midline, where the features are.
std::array<float, kColumns> makeSines(bool cosines) {
    std::array<float, kColumns> result{};
    constexpr int kHalf = kHalfFrontColumns + kHalfBackColumns;
    for (int c = 0; c < kColumns; ++c) {
        const int k = c <= kHalf ? c : kColumns - c;  // distance from the midline in columns
        float angle = 0;
        if (k <= kHalfFrontColumns) {
            const float t = static_cast<float>(k) / kHalfFrontColumns;
            angle = 90.0F * (0.56F * t + 0.2F * t * t + 0.24F * t * t * t);
        } else {
            angle = 90.0F + 90.0F * static_cast<float>(k - kHalfFrontColumns) / kHalfBackColumns;
        }
        const float sign = c <= kHalf ? 1.0F : -1.0F;
        result[static_cast<std::size_t>(c)] = cosines ? cosF(angle * kDegree) : sign * sinF(angle * kDegree);
    }
    result[kHalf] = cosines ? -1.0F : 0.0F;
    return result;
}

Vec3 ringPoint(int key, float t, int column) {
    const float s = columnSine(column), n = ringValue(&KeyRing::roundness, key, t);
    const bool front = columnCosine(column) > 0.0F;
    const float exponent = front ? n : 2.15F;
    const float c = powF(std::max(0.0F, 1.0F - powF(std::abs(s), exponent)), 1.0F / exponent);
    const float sideX = ringValue(&KeyRing::sideX, key, t), sideY = ringValue(&KeyRing::sideY, key, t),
                sideZ = ringValue(&KeyRing::sideZ, key, t);
    const float endY = ringValue(front ? &KeyRing::frontY : &KeyRing::backY, key, t);
    const float endZ = ringValue(front ? &KeyRing::frontZ : &KeyRing::backZ, key, t);
    return {sideX * s, sideY + (endY - sideY) * c, sideZ + (endZ - sideZ) * c};
}

HeadGrid buildGrid() {
    HeadGrid grid;
    for (std::size_t k = 0; k < kRings.size(); ++k) {
        const int steps = std::max(1, kRings[k].rowsToNext);
        if (k == 10) grid.mouthRow = grid.rows;
        for (int step = 0; step < steps; ++step) {
            const float t = static_cast<float>(step) / static_cast<float>(steps);
            for (int c = 0; c < kColumns; ++c) grid.base.push_back(ringPoint(static_cast<int>(k), t, c));
            grid.ringKey.push_back(static_cast<float>(k) + t);
            ++grid.rows;
        }
    }
    grid.canonical = grid.base;
    sculptAverageFace(grid.canonical);
    grid.triangles = gridTriangles(grid.rows, kColumns, true);
    for (const auto& t : grid.triangles) {
        const Vec3 m = (grid.canonical[t[0]] + grid.canonical[t[1]] + grid.canonical[t[2]]) * (1.0F / 3.0F);
        const bool face = m.z > 25.0F && m.y < 45.0F && m.y > -113.0F + 0.2F * std::abs(m.x) && std::abs(m.x) < 68.0F;
        grid.faceTriangle.push_back(face ? 1 : 0);
        grid.scalpTriangle.push_back(m.y > 106.0F || (m.z < -60.0F && m.y > 20.0F) ? 1 : 0);
    }
    return grid;
}

}  // namespace

float columnSine(int column) {
    static const std::array<float, kColumns> sines = makeSines(false);
    return sines[static_cast<std::size_t>(column)];
}

float columnCosine(int column) {
    static const std::array<float, kColumns> cosines = makeSines(true);
    return cosines[static_cast<std::size_t>(column)];
}

const HeadGrid& headGrid() {
    static const HeadGrid grid = buildGrid();
    return grid;
}

std::vector<std::array<std::uint32_t, 3>> gridTriangles(int rows, int columns, bool wrap) {
    std::vector<std::array<std::uint32_t, 3>> triangles;
    const int cells = wrap ? columns : columns - 1;
    for (int r = 0; r + 1 < rows; ++r)
        for (int c = 0; c < cells; ++c) {
            const auto at = [&](int row, int column) {
                return static_cast<std::uint32_t>(row * columns + column % columns);
            };
            triangles.push_back({at(r, c), at(r + 1, c), at(r + 1, c + 1)});
            triangles.push_back({at(r, c), at(r + 1, c + 1), at(r, c + 1)});
        }
    return triangles;
}

void gridNormals(const std::vector<Vec3>& positions, int rows, int columns, bool wrap, std::vector<Vec3>& normals) {
    normals.resize(positions.size());
    for (int r = 0; r < rows; ++r) {
        const auto above = static_cast<std::size_t>(std::max(0, r - 1) * columns),
                   below = static_cast<std::size_t>(std::min(rows - 1, r + 1) * columns),
                   here = static_cast<std::size_t>(r * columns);
        for (int c = 0; c < columns; ++c) {
            const int before = wrap ? (c + columns - 1) % columns : std::max(0, c - 1);
            const int after = wrap ? (c + 1) % columns : std::min(columns - 1, c + 1);
            const Vec3 across =
                positions[here + static_cast<std::size_t>(after)] - positions[here + static_cast<std::size_t>(before)];
            const Vec3 down =
                positions[below + static_cast<std::size_t>(c)] - positions[above + static_cast<std::size_t>(c)];
            normals[here + static_cast<std::size_t>(c)] = normalised(cross(down, across));
        }
    }
    if (rows > 1 && wrap)  // the crown, where a ring shrinks to a point
        for (int c = 0; c < columns; ++c)
            if (length(positions[static_cast<std::size_t>(c)] - positions[static_cast<std::size_t>((c + 1) % columns)]) <
                1e-4F)
                normals[static_cast<std::size_t>(c)] = normals[static_cast<std::size_t>(columns + c)];
}

}  // namespace facespace::synthesis
