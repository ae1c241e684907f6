#include "core/synthesis/head_shape.h"

#include "core/synthesis/face_features.h"
#include "core/synthesis/head_grid.h"
#include "core/synthesis/shape_fields.h"

namespace facespace::synthesis {
namespace {

/// Mean displacement of the vertices around an eye: the eyeball moves with its socket.
Vec3 eyeShift(const std::vector<Vec3>& positions, float side) {
    const HeadGrid& grid = headGrid();
    Vec3 sum;
    float weight = 0;
    for (std::size_t v = 0; v < grid.vertexCount(); ++v) {
        const Vec3 c = grid.canonical[v];
        if (c.z < 60.0F) continue;
        const float w = bump(square((c.x - side * kEyeX) / 15.0F) + square((c.y - kEyeY) / 12.0F));
        sum += (positions[v] - c) * w;
        weight += w;
    }
    return sum * (1.0F / weight);
}

void liftLids(HeadShape& shape) {
    const HeadGrid& grid = headGrid();
    const float lid = shape.eyeRadius * (kLidRadius / kEyeRadius);
    for (std::size_t v = 0; v < grid.vertexCount(); ++v) {
        const Vec3 c = grid.canonical[v];
        if (c.z < 60.0F || std::abs(c.y - kEyeY) > 24.0F || std::abs(c.x) < 10.0F || std::abs(c.x) > 56.0F) continue;
        shape.positions[v] = liftLid(shape.positions[v], c.x > 0 ? shape.rightEye : shape.leftEye, lid);
    }
}

/// A bump about a canonical point and its mirror image; returns the weight and the side it belongs to.
float sideBump(Vec3 c, float x, float y, float rx, float ry) {
    if (c.z < 20.0F) return 0.0F;
    return bump(square((std::abs(c.x) - x) / rx) + square((c.y - y) / ry));
}

/// 1 for what hangs on the lower jaw. The step between the lips is sharp: the lips part there.
float jawWeight(Vec3 c, int row, int mouthRow) {
    if (c.z < -5.0F || c.y < -135.0F) return 0.0F;
    const float along = clamp01(std::abs(c.x) / 27.0F);
    const float soft = smoothStep(-54.0F, -72.0F, c.y);
    const float sharp = row > mouthRow ? 1.0F : 0.0F;
    const float lip = mix(sharp, soft, smoothStep(0.75F, 1.0F, along));
    return lip * smoothStep(-5.0F, 45.0F, c.z) * smoothStep(-135.0F, -118.0F, c.y);
}

struct Movement {
    const Expression& e;
    int row, mouthRow;
    Vec3 at(Vec3 c, Vec3 p) const {
        Vec3 d;
        d += smileDisplacement(c) * e.smile;
        const float jaw = jawWeight(c, row, mouthRow);
        if (jaw > 0.0F && e.jawOpen + e.lipsApart > 0.0F) {
            const float angle = (e.jawOpen * 17.0F) * kDegree, s = sinF(angle), k = cosF(angle);
            const float y = p.y + 22.0F, z = p.z - 2.0F;  // about the jaw's joint
            d += Vec3{0, (y * k - z * s) - y, (y * s + z * k) - z} * jaw;
            d.y -= 4.2F * e.lipsApart * jaw * bump(square(c.x / 30.0F) + square((c.y + 63.0F) / 30.0F));
        }
        if (row <= mouthRow)
            d.y += (2.2F * e.lipsApart + 1.5F * e.jawOpen) * bump(square(c.x / 26.0F) + square((c.y + 62.0F) / 13.0F));
        const float brow = sideBump(c, 28, 24, 36, 24);
        d.y += brow * (5.5F * e.browRaise - 3.2F * e.browFrown);
        d.x -= (c.x > 0 ? 1.0F : -1.0F) * 2.6F * e.browFrown * sideBump(c, 12, 20, 17, 14);
        d.z += 1.2F * e.browFrown * sideBump(c, 10, 20, 12, 12);
        const float mouth = bump(square(c.x / 36.0F) + square((c.y + 63.0F) / 20.0F));
        if (c.z > 40.0F) d += Vec3{-0.22F * c.x * e.pout, 0, 4.0F * e.pout} * mouth;
        return d;
    }
};

}  // namespace

Vec3 smileDisplacement(Vec3 c) {
    const float sign = c.x > 0 ? 1.0F : -1.0F;
    const float corner = sideBump(c, 26, -63, 21, 19);
    const float cheek = sideBump(c, 39, -32, 24, 24);
    const float fold = sideBump(c, 25, -46, 8, 15);
    const float lowerLid = sideBump(c, 31, -10, 18, 9);
    Vec3 d{sign * 6.2F * corner, 5.2F * corner, -3.2F * corner};
    d += Vec3{sign * 1.2F, 3.2F, 3.0F} * cheek;
    d.z -= 1.8F * fold;
    d.y += 1.0F * lowerLid;
    if (c.z > 40.0F) d.z -= 1.4F * bump(square(c.x / 24.0F) + square((c.y + 63.0F) / 14.0F));
    return d;
}

HeadShape neutralShape(const IdentityParameters& identity) {
    const HeadGrid& grid = headGrid();
    HeadShape shape;
    shape.positions = grid.canonical;
    const auto& fields = shapeFields();
    for (std::size_t f = 0; f < kShapeCount; ++f) {
        const float amount = identity.shape[f];
        for (std::size_t i = 0; i < fields[f].vertices.size(); ++i)
            shape.positions[fields[f].vertices[i]] += fields[f].displacement[i] * amount;
    }
    shape.eyeRadius = kEyeRadius * (1.0F + 0.04F * identity.get(Shape::kEyeSize));
    shape.rightEye = Vec3{kEyeX, kEyeY, kEyeZ} + eyeShift(shape.positions, 1.0F);
    shape.leftEye = Vec3{-kEyeX, kEyeY, kEyeZ} + eyeShift(shape.positions, -1.0F);
    liftLids(shape);
    return shape;
}

void applyExpression(HeadShape& shape, const IdentityParameters&, const Expression& expression) {
    const HeadGrid& grid = headGrid();
    Movement movement{expression, 0, grid.mouthRow};
    for (int row = 0; row < grid.rows; ++row) {
        movement.row = row;
        if (grid.ringKey[static_cast<std::size_t>(row)] < 3.0F || grid.ringKey[static_cast<std::size_t>(row)] > 17.0F)
            continue;
        for (int c = 0; c < kColumns; ++c) {
            const std::size_t v = grid.index(row, c);
            if (grid.canonical[v].z < 0.0F) continue;
            shape.positions[v] += movement.at(grid.canonical[v], shape.positions[v]);
        }
    }
    liftLids(shape);
}

}  // namespace facespace::synthesis
