#include "core/synthesis/face_features.h"

#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {
namespace {

float hill(float x, float y, float cx, float cy, float rx, float ry) {
    return bump(square((x - cx) / rx) + square((y - cy) / ry));
}

/// A curve through (y, value) points, smooth between them.
template <std::size_t N>
float curve(const std::array<Vec2, N>& points, float y) {
    if (y >= points[0].x) return points[0].y;
    for (std::size_t i = 0; i + 1 < N; ++i)
        if (y >= points[i + 1].x) {
            const float t = (points[i].x - y) / (points[i].x - points[i + 1].x);
            return mix(points[i].y, points[i + 1].y, t * t * (3.0F - 2.0F * t) * 0.5F + t * 0.5F);
        }
    return points[N - 1].y;
}

/// How far the nose stands out of the face at (x, y): ridge, ball of the tip, wings.
float noseHeight(float x, float y) {
    static constexpr std::array<Vec2, 9> kRidge{{{14, 0},
                                                 {7, 1.6F},
                                                 {0, 4.5F},
                                                 {-12, 11.5F},
                                                 {-24, 18.5F},
                                                 {-31, 21.5F},
                                                 {-35.5F, 20.5F},
                                                 {-40, 11.0F},
                                                 {-44.5F, 0}}};
    static constexpr std::array<Vec2, 6> kHalfWidth{
        {{10, 12.5F}, {0, 11.5F}, {-14, 14.5F}, {-26, 17.0F}, {-36, 15.0F}, {-44, 11.0F}}};
    const float a = std::abs(x), w = curve(kHalfWidth, y);
    const float side = clamp01(a / w);
    const float ridge = curve(kRidge, y) * (1.0F - side * side * (3.0F - 2.0F * side) * 0.35F) * (1.0F - side * side) *
                        (1.0F - 0.25F * side);
    const float tip = 21.8F * std::max(0.0F, 1.0F - square(x / 12.5F) - square((y + 31.0F) / (y > -31.0F ? 15.0F : 12.0F)));
    const float wing =
        13.2F * std::max(0.0F, 1.0F - square((a - 11.3F) / 8.0F) - square((y + 36.0F) / (y > -36.0F ? 8.5F : 7.8F)));
    return smoothMax(smoothMax(ridge, tip, 3.0F), wing, 1.5F);
}

float lipHeight(float x, float y) {
    const float a = std::abs(x);
    const float taper = std::max(0.0F, 1.0F - square(a / 27.0F));
    const float upper = 4.6F * taper * bump(square((y + 59.2F) / 7.5F));
    const float lower = 5.4F * std::max(0.0F, 1.0F - square(a / 24.0F)) * bump(square((y + 68.8F) / 8.5F));
    const float line = -3.0F * std::max(0.0F, 1.0F - square(a / 27.0F)) * bump(square((y + 63.1F) / 3.4F));
    const float corner = -1.8F * hill(a, y, 27.0F, -62.0F, 7, 6);
    const float philtrum = -1.3F * hill(x, y, 0, -51.5F, 4.0F, 7.5F) + 0.8F * hill(a, y, 4.8F, -52, 3.5F, 7.5F);
    return upper + lower + line + corner + philtrum;
}

float boneHeight(float x, float y) {
    const float a = std::abs(x);
    float z = 0;
    z -= 9.5F * hill(a, y, 30.0F, -1.0F, 27, 20);  // socket
    z -= 3.6F * hill(a, y, 15.0F, 1.0F, 12, 15);   // beside the bridge
    z += 3.2F * hill(a, y, 30, 19.5F, 30, 11);     // brow ridge
    z += 1.8F * hill(x, y, 0, 22, 22, 14);         // glabella
    z += 1.2F * hill(a, y, 26, 52, 32, 26);        // frontal eminences
    z += 3.6F * hill(a, y, 46, -20, 30, 26);       // cheekbone
    z -= 1.2F * hill(a, y, 44, -52, 26, 30);       // hollow of the cheek
    z += 2.4F * hill(a, y, 27, -38, 17, 22);       // soft cheek beside the nose
    z -= 1.0F * hill(a, y, 21.0F, -45, 8, 17);     // nasolabial fold
    z -= 2.6F * hill(x, y, 0, -80, 22, 8.5F);      // below the lower lip
    z += 4.0F * hill(x, y, 0, -97, 22, 17);        // chin
    z -= 2.0F * hill(a, y, 24, -88, 13, 20);       // beside the chin
    z += 2.5F * hill(x, y, 0, -60, 34, 26);        // dental arch
    return z;
}

/// Temples, cheekbones seen from the front, and the angle of the jaw push the sides in and out.
Vec3 sideShift(Vec3 p) {
    const float sign = p.x < 0 ? -1.0F : 1.0F;
    const auto ball = [&](float y, float z, float ry, float rz) {
        return bump(square((p.y - y) / ry) + square((p.z - z) / rz));
    };
    const float outer = smoothStep(30.0F, 55.0F, std::abs(p.x));
    float dx = 0;
    dx -= 3.5F * ball(22, 48, 34, 34);   // temple
    dx += 2.6F * ball(-18, 42, 34, 44);  // cheekbone and its arch
    dx -= 1.6F * ball(-55, 45, 34, 38);  // hollow cheek
    dx += 3.2F * ball(-74, 12, 24, 30);  // angle of the jaw
    return {sign * dx * outer, 0, 0};
}

}  // namespace

Vec3 liftLid(Vec3 p, Vec3 centre, float lidRadius) {
    const float r2 = square(p.x - centre.x) + square(p.y - centre.y);
    if (r2 >= lidRadius * lidRadius || p.z < centre.z - 20.0F) return p;
    p.z = smoothMax(p.z, centre.z + std::sqrt(lidRadius * lidRadius - r2), 1.2F);
    return p;
}

void sculptAverageFace(std::vector<Vec3>& positions) {
    for (Vec3& p : positions) {
        const float front = smoothStep(8.0F, 40.0F, p.z) * smoothStep(-125.0F, -112.0F, p.y);
        const Vec3 side = sideShift(p);
        const float x = p.x, y = p.y;
        p += side;
        if (front <= 0.0F) continue;
        p.z += front * (boneHeight(x, y) + lipHeight(x, y));
        p.z += front * noseHeight(x, y);
        const float eyeX = x < 0 ? -kEyeX : kEyeX;
        p = liftLid(p, {eyeX, kEyeY, kEyeZ}, kLidRadius);
        // The furrow above the upper lid.
        p.z -= 1.6F * hill(std::abs(x), y, kEyeX + 1.0F, 9.5F, 16, 3.8F);
    }
}

}  // namespace facespace::synthesis
