#include "core/synthesis/skin_features.h"

#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {

float insideLips(const IdentityParameters& identity, Vec3 c) {
    const float a = std::abs(c.x);
    constexpr float kHalf = 25.5F;
    if (a > kHalf || c.z < 40.0F) return -10.0F;
    const float t = a / kHalf;
    const float upper = (6.4F + 0.7F * identity.get(Shape::kUpperLip)) * (1.0F - t * t * (0.55F + 0.45F * t)) +
                        1.5F * bump(square((a - 5.5F) / 6.5F)) - 0.6F * bump(square(a / 3.5F));
    const float lower = (8.6F + 0.9F * identity.get(Shape::kLowerLip)) * std::sqrt(std::max(0.0F, 1.0F - t * t * 1.04F));
    const float y = c.y - kMouthY;
    return std::min(upper - y, y + lower);
}

float browCover(const IdentityParameters& identity, Vec3 c) {
    const float a = std::abs(c.x);
    if (c.z < 30.0F) return 0.0F;
    const float from = 11.0F - 3.0F * identity.browGap, to = 49.0F + 4.0F * identity.browLength;
    if (a < from - 3.0F || a > to) return 0.0F;
    const float t = clamp01((a - from) / (to - from));
    const float arch = 5.0F + 2.5F * identity.browArch;
    const float peak = 0.66F;
    const float rise = t < peak ? 1.0F - square(1.0F - t / peak) : 1.0F - 1.25F * square((t - peak) / (1.0F - peak));
    const float centre = 17.0F + arch * rise * 0.8F;
    const float half = (4.2F + 1.7F * identity.browThickness) * (t < 0.7F ? 1.0F - 0.15F * t : 0.9F - 2.2F * (t - 0.7F));
    if (half <= 0.2F) return 0.0F;
    const float d = std::abs(c.y - centre) / half;
    // Hairs lie outwards and up: streaks along that direction.
    const float along = a * 0.9F + (c.y - centre) * 0.35F, across = (c.y - centre) - a * 0.3F;
    const float streak = valueNoise(along * 0.35F, across * 1.5F, identity.textureSeed + (c.x > 0 ? 11U : 12U));
    const float edge = smoothStep(1.15F, 0.45F, d + 0.35F * (streak - 0.5F)) * smoothStep(from - 3.0F, from + 4.0F, a);
    return edge * (0.62F + 0.38F * streak);
}

float nostril(Vec3 c) {
    const float a = std::abs(c.x);
    return smoothStep(1.0F, 0.35F, square((a - 7.2F) / 4.4F) + square((c.y + 40.9F - 0.12F * (a - 7.0F)) / 2.5F)) *
           (c.z > 60.0F ? 1.0F : 0.0F);
}

float EyeOpening::upperEdge(float x) const {
    const float t = (x - innerX) / (outerX - innerX);
    if (t <= 0.0F || t >= 1.0F) return mix(innerY, outerY, clamp01(t));
    const float s =
        t < upperPeak ? 1.0F - square(1.0F - t / upperPeak) : 1.0F - square((t - upperPeak) / (1.0F - upperPeak));
    const float rounded = s * (0.78F + 0.22F * s);
    return mix(innerY, outerY, t) + upper * rounded;
}

float EyeOpening::lowerEdge(float x) const {
    const float t = (x - innerX) / (outerX - innerX);
    if (t <= 0.0F || t >= 1.0F) return mix(innerY, outerY, clamp01(t));
    const float peak = 0.58F;
    const float s = t < peak ? 1.0F - square(1.0F - t / peak) : 1.0F - square((t - peak) / (1.0F - peak));
    return mix(innerY, outerY, t) - lower * s;
}

EyeOpening eyeOpening(const IdentityParameters& identity, const Expression& expression, float pitchOfGazeDeg) {
    const float slant = identity.get(Shape::kEyeSlant), open = identity.get(Shape::kEyeOpening),
                hood = identity.get(Shape::kLidFold);
    EyeOpening eye{};
    eye.innerX = -14.8F;
    eye.outerX = 14.6F;
    eye.innerY = -1.3F - 0.55F * slant;
    eye.outerY = 0.6F + 1.0F * slant;
    const float lift = clamp01(1.0F - expression.eyeClosing) * (1.0F - 0.35F * expression.squint);
    eye.upper = (5.3F + 0.85F * open - 0.45F * hood - 0.3F * identity.age +
                 0.045F * std::clamp(pitchOfGazeDeg, -20.0F, 15.0F) + 0.6F * expression.browRaise) *
                lift;
    eye.lower = (4.8F + 0.35F * open) * (1.0F - 0.45F * expression.squint) * (0.55F + 0.45F * lift);
    // A closing lid comes down to the lower one.
    const float shut = clamp01(expression.eyeClosing);
    eye.upper = mix(eye.upper, -eye.lower, shut * shut);
    eye.upperPeak = 0.46F - 0.02F * slant;
    return eye;
}

}  // namespace facespace::synthesis
