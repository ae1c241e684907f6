#include "core/synthesis/shape_fields.h"

#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {
namespace {

/// A bump at (x, y, z) with radii; at its centre it moves points by `push`, and scales its surroundings by `stretch`
/// about the centre (or about the midplane for x if `aboutMidplane`).
struct Part {
    Shape shape;
    Vec3 centre, radius;
    Vec3 push;
    Vec3 stretch{0, 0, 0};
    bool aboutMidplane = false;
};

constexpr float kAll = 400.0F;

const std::vector<Part>& parts() {
    static const std::vector<Part> table{
        {Shape::kHeadWidth, {0, 20, -10}, {kAll, 260, kAll}, {0, 0, 0}, {0.042F, 0, 0}, true},
        {Shape::kHeadLength, {0, 30, -60}, {200, 190, 190}, {0, 0, -6.5F}},
        {Shape::kHeadHeight, {0, 112, -10}, {150, 95, 150}, {0, 7.5F, 0}},
        {Shape::kForeheadHeight, {0, 70, 70}, {110, 62, 90}, {0, 6.5F, 1.5F}},
        {Shape::kForeheadSlope, {0, 78, 80}, {100, 62, 90}, {0, 0, -6.0F}},
        {Shape::kForeheadWidth, {55, 45, 40}, {60, 60, 70}, {4.6F, 0, 0}},
        {Shape::kForeheadBulge, {0, 52, 98}, {60, 38, 60}, {0, 0, 3.2F}},
        {Shape::kOcciput, {0, 5, -95}, {110, 75, 70}, {0, 0, -7.5F}},
        {Shape::kFaceLength, {0, -62, 60}, {160, 75, 120}, {0, -4.0F, 0}},
        {Shape::kFaceLength, {0, -112, 40}, {160, 60, 150}, {0, -4.6F, 0}},
        {Shape::kFaceWidth, {0, -25, 40}, {kAll, 105, 120}, {0, 0, 0}, {0.062F, 0, 0}, true},
        {Shape::kMidfaceDepth, {0, -35, 90}, {62, 58, 90}, {0, 0, 4.0F}},
        {Shape::kBrowRidge, {24, 20, 95}, {34, 15, 60}, {0, 0, 3.6F}},
        {Shape::kBrowHeight, {30, 19, 92}, {36, 22, 60}, {0, 2.6F, 0}},
        {Shape::kGlabella, {0, 20, 100}, {19, 20, 60}, {0, 0, 2.6F}},
        {Shape::kEyeSpacing, {31, 0, 80}, {34, 26, 60}, {3.0F, 0, 0}},
        {Shape::kEyeSize, {31.5F, 0, 85}, {26, 22, 60}, {0, 0, 0}, {0.10F, 0.10F, 0}},
        {Shape::kEyeDepth, {31.5F, 0, 80}, {27, 18, 60}, {0, 0, -2.8F}},
        {Shape::kEyeHeight, {31, 2, 80}, {36, 30, 60}, {0, 2.4F, 0}},
        {Shape::kLidFold, {32, 9.0F, 88}, {20, 7.5F, 60}, {0, -1.5F, 2.0F}},
        {Shape::kEyeBag, {31, -13.5F, 88}, {17, 7.5F, 60}, {0, 0, 1.5F}},
        {Shape::kNoseLength, {0, -36, 105}, {36, 30, 70}, {0, -4.2F, 0}},
        {Shape::kNoseLength, {0, -62, 98}, {60, 36, 70}, {0, -1.2F, 0}},
        {Shape::kNoseProtrusion, {0, -32, 118}, {23, 27, 60}, {0, 0, 4.6F}},
        {Shape::kBridgeHeight, {0, -6, 100}, {15, 26, 60}, {0, 0, 3.6F}},
        {Shape::kBridgeWidth, {9, -12, 98}, {14, 27, 60}, {1.8F, 0, 0.6F}},
        {Shape::kBridgeHump, {0, -13, 108}, {12, 14, 60}, {0, 0, 2.5F}},
        {Shape::kNasionDepth, {0, 7, 97}, {17, 12, 60}, {0, 0, -2.6F}},
        {Shape::kTipWidth, {7, -31, 113}, {13, 14, 60}, {2.2F, 0, 0.8F}},
        {Shape::kTipUp, {0, -34, 116}, {17, 17, 60}, {0, 3.6F, 0.8F}},
        {Shape::kAlarWidth, {13, -36, 100}, {15, 15, 60}, {3.1F, 0, 0}},
        {Shape::kAlarHeight, {13, -34, 100}, {11, 13, 60}, {0, 2.3F, 0.5F}},
        {Shape::kNostrilFlare, {13.5F, -37.5F, 100}, {11, 10, 60}, {1.3F, 0, 1.5F}},
        {Shape::kColumella, {0, -39, 108}, {9, 9, 60}, {0, -2.2F, 0.6F}},
        {Shape::kNoseBend, {0, -16, 108}, {20, 24, 60}, {1.5F, 0, 0}},
        {Shape::kCheekboneWidth, {62, -18, 35}, {42, 46, 75}, {3.9F, 0, 0.5F}},
        {Shape::kCheekboneForward, {46, -18, 78}, {36, 34, 70}, {0.8F, 0, 3.6F}},
        {Shape::kCheekFullness, {44, -48, 60}, {40, 42, 70}, {3.4F, -0.5F, 2.6F}},
        {Shape::kCheekHollow, {48, -48, 55}, {34, 34, 60}, {-2.4F, 0, -1.6F}},
        {Shape::kNasolabial, {21, -45, 92}, {8, 16, 60}, {0, 0, -1.4F}},
        {Shape::kMouthWidth, {24, -63, 88}, {24, 18, 60}, {3.2F, 0, -0.6F}},
        {Shape::kMouthHeight, {0, -63, 96}, {40, 24, 60}, {0, 2.6F, 0}},
        {Shape::kUpperLip, {0, -58.5F, 100}, {32, 9, 60}, {0, 1.5F, 1.2F}, {0, 0.16F, 0}},
        {Shape::kLowerLip, {0, -69.5F, 100}, {30, 10, 60}, {0, -1.6F, 1.4F}, {0, 0.16F, 0}},
        {Shape::kLipProtrusion, {0, -63, 100}, {34, 20, 60}, {0, 0, 3.0F}},
        {Shape::kPhiltrum, {0, -51.5F, 98}, {9, 9, 60}, {0, 0, -0.9F}},
        {Shape::kMouthCorner, {26, -63, 86}, {13, 12, 60}, {0, 1.7F, 0}},
        {Shape::kMouthAsymmetry, {-22, -63, 86}, {18, 14, 60}, {0, 0, 0}},
        {Shape::kJawWidth, {54, -78, 5}, {60, 46, 75}, {5.2F, 0, 0}},
        {Shape::kJawAngle, {54, -78, 5}, {45, 36, 50}, {0.8F, -5.2F, 0}},
        {Shape::kChinWidth, {17, -99, 82}, {27, 24, 60}, {3.8F, 0, 0.5F}},
        {Shape::kChinLength, {0, -108, 80}, {48, 32, 70}, {0, -5.2F, 0}},
        {Shape::kChinProtrusion, {0, -100, 90}, {42, 28, 70}, {0, 0, 5.0F}},
        {Shape::kChinCleft, {0, -99, 98}, {5, 9, 60}, {0, 0, -1.0F}},
        {Shape::kDoubleChin, {0, -121, 55}, {52, 22, 60}, {0, -4.6F, 3.4F}},
        {Shape::kNeckWidth, {0, -150, -20}, {150, 60, 150}, {0, 0, 0}, {0.085F, 0, 0.06F}, true},
        {Shape::kShoulderWidth, {0, -260, -20}, {kAll, 100, kAll}, {0, 0, 0}, {0.07F, 0, 0}, true},
    };
    return table;
}

Vec3 partDisplacement(const Part& part, Vec3 p) {
    Vec3 result;
    const int sides = part.centre.x == 0.0F ? 1 : 2;
    for (int side = 0; side < sides; ++side) {
        const float mirror = side == 0 ? 1.0F : -1.0F;
        const Vec3 d{p.x - mirror * part.centre.x, p.y - part.centre.y, p.z - part.centre.z};
        const float w = bump(square(d.x / part.radius.x) + square(d.y / part.radius.y) + square(d.z / part.radius.z));
        if (w <= 0.0F) continue;
        const Vec3 arm = part.aboutMidplane ? Vec3{p.x, d.y, d.z} : d;
        const Vec3 push{sides == 2 ? mirror * part.push.x : part.push.x, part.push.y, part.push.z};
        result += (push + arm * part.stretch) * w;
    }
    return result;
}

/// The mouth's asymmetry is the one field that lifts one corner and lowers the other.
Vec3 asymmetry(Vec3 p) {
    const float w =
        bump(square((std::abs(p.x) - 22.0F) / 20.0F) + square((p.y + 63.0F) / 15.0F) + square((p.z - 86.0F) / 60.0F));
    return {0, p.x > 0 ? 1.1F * w : -1.1F * w, 0};
}

std::vector<ShapeField> buildFields() {
    std::vector<ShapeField> fields(kShapeCount);
    const HeadGrid& grid = headGrid();
    for (std::size_t f = 0; f < kShapeCount; ++f)
        for (std::size_t v = 0; v < grid.vertexCount(); ++v) {
            Vec3 d;
            for (const Part& part : parts())
                if (static_cast<std::size_t>(part.shape) == f) d += partDisplacement(part, grid.canonical[v]);
            if (f == static_cast<std::size_t>(Shape::kMouthAsymmetry)) d = asymmetry(grid.canonical[v]);
            if (d == Vec3{}) continue;
            fields[f].vertices.push_back(static_cast<std::uint32_t>(v));
            fields[f].displacement.push_back(d);
        }
    return fields;
}

}  // namespace

const std::vector<ShapeField>& shapeFields() {
    static const std::vector<ShapeField> fields = buildFields();
    return fields;
}

}  // namespace facespace::synthesis
