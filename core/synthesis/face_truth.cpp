#include "core/synthesis/face_truth.h"

#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {
namespace {

std::size_t nearestVertex(float x, float y) {
    const HeadGrid& grid = headGrid();
    std::size_t best = 0;
    float distance = 1e9F;
    for (std::size_t v = 0; v < grid.vertexCount(); ++v) {
        const Vec3 c = grid.canonical[v];
        const float d = square(c.x - x) + square(c.y - y);
        if (c.z > 40.0F && d < distance) {
            distance = d;
            best = v;
        }
    }
    return best;
}

/// Vertices of the five landmarks, and of points that bound the face.
const std::array<std::size_t, 5>& landmarkVertices() {
    static const std::array<std::size_t, 5> v{nearestVertex(-kEyeX, 0), nearestVertex(kEyeX, 0), nearestVertex(0, -31.5F),
                                              nearestVertex(-25.0F, -63), nearestVertex(25.0F, -63)};
    return v;
}

}  // namespace

/// How much ambient light reaches each vertex: hollows, at three sizes, get less.
std::vector<float> ambientOcclusion(const std::vector<Vec3>& positions) {
    const HeadGrid& grid = headGrid();
    std::vector<Vec3> normals;
    gridNormals(positions, grid.rows, kColumns, true, normals);
    std::vector<float> occlusion(positions.size());
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < kColumns; ++c) {
            const std::size_t v = grid.index(r, c);
            float hollow = 0;
            for (const int reach : {2, 5, 9}) {
                const auto at = [&](int row, int column) {
                    return positions[grid.index(std::clamp(row, 0, grid.rows - 1), (column + kColumns) % kColumns)] -
                           positions[v];
                };
                for (const auto& [dr, dc] : {std::pair{reach, 0}, {-reach, 0}, {0, reach}, {0, -reach}}) {
                    const Vec3 d = at(r + dr, c + dc);
                    hollow += std::max(-0.1F, dot(d, normals[v]) / std::max(1e-3F, length(d)));
                }
            }
            occlusion[v] = clamp01(1.0F - 0.14F * std::max(0.0F, hollow));
        }
    return occlusion;
}

/// Every other row and column of the head, for the shadow map.
const std::vector<Triangle>& coarseHead() {
    static const std::vector<Triangle> list = [] {
        const HeadGrid& grid = headGrid();
        std::vector<Triangle> t;
        for (int r = 0; r + 2 < grid.rows; r += 2)
            for (int c = 0; c < kColumns; c += 2) {
                const auto at = [&](int row, int column) {
                    return static_cast<std::uint32_t>(grid.index(row, column % kColumns));
                };
                t.push_back({at(r, c), at(r + 2, c), at(r + 2, c + 2)});
                t.push_back({at(r, c), at(r + 2, c + 2), at(r, c + 2)});
            }
        return t;
    }();
    return list;
}

/// Samples of the face that can be seen.
int visibleFace(const FrameBuffer& buffer) {
    const auto& face = headGrid().faceTriangle;
    int count = 0;
    for (const std::uint32_t owner : buffer.owners())
        if (owner != FrameBuffer::kNothing && FrameBuffer::surfaceOf(owner) == 0)
            count += face[FrameBuffer::triangleOf(owner)];
    return count;
}

void findLandmarks(FaceTruth& truth, const FrameBuffer& buffer, const std::vector<Vec3>& projected) {
    for (std::size_t k = 0; k < 5; ++k) {
        const Vec3 p = projected[landmarkVertices()[k]];
        truth.landmarks[k] = {p.x / kSupersampling, p.y / kSupersampling};
        const int x = floorInt(p.x), y = floorInt(p.y);
        const bool inside = x >= 0 && y >= 0 && x < buffer.width() && y < buffer.height();
        truth.visible[k] = inside && buffer.depth(x, y) <= p.z * (1.0F + 3.5F * p.z);
    }
}

FaceBox faceBox(const std::vector<Vec3>& projected) {
    const HeadGrid& grid = headGrid();
    float lowX = 1e9F, highX = -1e9F, lowY = 1e9F, highY = -1e9F;
    for (std::size_t t = 0; t < grid.triangles.size(); t += 3) {
        if (grid.faceTriangle[t] == 0) continue;
        const Vec3 p = projected[grid.triangles[t][0]];
        lowX = std::min(lowX, p.x);
        highX = std::max(highX, p.x);
        lowY = std::min(lowY, p.y);
        highY = std::max(highY, p.y);
    }
    return {lowX / kSupersampling, lowY / kSupersampling, (highX - lowX) / kSupersampling, (highY - lowY) / kSupersampling};
}

}  // namespace facespace::synthesis
