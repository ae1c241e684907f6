#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/synthesis/exact_math.h"

/// The fixed grid that every head is made of: rings from the crown to the chest, columns around the head. Ring and
/// column numbers are also the texture coordinates. Frame: millimetres, origin between the ears at eye height, x to
/// the image's right in a frontal view, y up, z forward.
namespace facespace::synthesis {

constexpr int kHalfFrontColumns = 38;
constexpr int kHalfBackColumns = 14;
constexpr int kColumns = 2 * (kHalfFrontColumns + kHalfBackColumns);

constexpr float kEyeX = 31.5F, kEyeY = 0.0F, kEyeZ = 74.0F;  ///< Canonical centre of an eyeball (mirrored for the other).
constexpr float kEyeRadius = 14.5F, kLidRadius = 15.9F;
constexpr float kMouthY = -63.0F;

struct HeadGrid {
    int rows = 0;
    std::vector<float> ringKey;   ///< Per row: where it lies among the named key rings (brow = 6, eye = 7, mouth = 10 …).
    std::vector<Vec3> base;       ///< Smooth head without features.
    std::vector<Vec3> canonical;  ///< The average head with its features; coordinates in which features are placed.
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<std::uint8_t> faceTriangle;   ///< 1 where the triangle belongs to the face (counted for occlusion).
    std::vector<std::uint8_t> scalpTriangle;  ///< 1 where hair styles hide it for certain.
    int mouthRow = 0;                         ///< Upper lip's edge; the next row is the lower lip's.

    std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row) * kColumns + static_cast<std::size_t>(column);
    }
    std::size_t vertexCount() const { return canonical.size(); }
};

/// Built once, then shared; thread-safe.
const HeadGrid& headGrid();

/// Columns run around the head: 0 at the face's midline, positive x first. Angle-like sine and cosine of a column.
float columnSine(int column);
float columnCosine(int column);

/// Normals of a surface on the head grid (outwards), from neighbouring vertices.
void gridNormals(const std::vector<Vec3>& positions, int rows, int columns, bool wrap, std::vector<Vec3>& normals);

/// Triangles of a rows × columns grid, outward for the head's numbering.
std::vector<std::array<std::uint32_t, 3>> gridTriangles(int rows, int columns, bool wrap);

}  // namespace facespace::synthesis
