#include "core/synthesis/head_grid.h"
#include "core/synthesis/lighting.h"

namespace facespace::synthesis {

Vec3 shadeEye(const ShadeContext& context, const Fragment& f, float x, float y, bool right) {
    const Lighting& light = context.image->lighting;
    const Vec3 centre = right ? context.rightEye : context.leftEye, gaze = right ? context.rightGaze : context.leftGaze;
    const float radius = context.eyeRadius;
    // Where the line of sight meets the eyeball behind the lids.
    const Vec3 d = f.view * -1.0F, m = f.position - centre;
    const float b = dot(m, d), c = dot(m, m) - radius * radius, disc = b * b - c;
    const Vec3 hit = disc > 0.0F ? f.position + d * (-b - std::sqrt(disc)) : f.position;
    const Vec3 n = normalised(hit - centre);
    const float along = dot(n, gaze);
    const float off = std::sqrt(std::max(0.0F, 1.0F - along * along)) * radius;  // millimetres from the pupil's centre
    constexpr float kIris = 5.9F, kPupil = 2.1F;
    const float redness = smoothStep(7.0F, 14.0F, std::abs(x)) * 0.22F;
    Vec3 albedo{0.38F, 0.355F - 0.12F * redness, 0.335F - 0.14F * redness};
    const float irisEdge = along > 0.0F ? smoothStep(kIris + 0.45F, kIris - 0.45F, off) : 0.0F;
    if (irisEdge > 0.0F) {
        const Vec3 side = n - gaze * along;
        const float spoke = valueNoise(side.x * 24.0F, side.y * 24.0F, context.identity->textureSeed + 3U);
        const float ring = smoothStep(kIris, kIris - 1.7F, off);
        Vec3 iris = context.identity->iris * (0.75F + 0.6F * spoke) * (0.30F + 0.70F * ring);
        iris = mix(iris, iris * 1.35F, bump(square((off - 3.0F) / 1.2F)));
        iris = mix(iris, Vec3{0.006F, 0.005F, 0.005F}, smoothStep(kPupil + 0.45F, kPupil - 0.3F, off));
        albedo = mix(albedo, iris, irisEdge);
    }
    // Tear duct in the inner corner.
    albedo =
        mix(albedo, Vec3{0.42F, 0.17F, 0.14F}, smoothStep(context.eye.innerX + 3.4F, context.eye.innerX + 1.2F, x) * 0.8F);
    const float above = context.eye.upperEdge(x) - y, below = y - context.eye.lowerEdge(x);
    const float lidShade = (0.30F + 0.70F * smoothStep(0.2F, 4.2F, above)) *
                           (0.72F + 0.28F * smoothStep(0.0F, 1.3F, below)) *
                           (0.55F + 0.45F * smoothStep(14.2F, 8.5F, std::abs(x)));
    const float lit = context.shadow->lit(f.position, f.normal, 1.0F);
    const float facing = std::max(0.0F, (dot(n, light.direction) + 0.25F) / 1.5625F);
    const Vec3 sky = mix(light.ground, light.sky, 0.5F + 0.5F * n.y);
    Vec3 out = albedo * (light.colour * (facing * lit) + sky * 0.9F) * lidShade;
    // The wet surface mirrors the lamp and a bright patch of the sky; the cornea bulges, so it bends the normal.
    const Vec3 wet = normalised(mix(n, normalised(n * 2.0F - gaze), along > 0.9F ? 0.0F : 0.25F));
    const float gloss = std::max(0.0F, dot(wet, normalised(light.direction + f.view)));
    float g = gloss * gloss;
    g *= g;
    g *= g;
    g *= g;
    g *= g;
    g *= g;
    const Vec3 window = normalised(Vec3{0.28F, 0.55F, 0.79F} + f.view);
    float w = std::max(0.0F, dot(n, window));
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    out += light.colour * (0.7F * g * g * lit) + light.sky * (0.4F * w);
    return out;
}

Vec3 shadeMouth(const ShadeContext& context, const Fragment& f) {
    const HeadGrid& grid = headGrid();
    const Triangle& t = f.surface->list()[f.triangle];
    // Distance below the upper lip, millimetres, from the two lips' edges at this triangle's column.
    const auto row0 = static_cast<std::uint32_t>(grid.mouthRow);
    const std::array<float, 3> w{f.weights.b0, f.weights.b1, f.weights.b2};
    float down = 0;
    for (std::size_t k = 0; k < 3; ++k)
        if (t[k] / kColumns != row0) down += w[k];
    const std::uint32_t column = t[0] % kColumns;
    const Vec3 upper = f.surface->positions[grid.index(grid.mouthRow, static_cast<int>(column))];
    const Vec3 lower = f.surface->positions[grid.index(grid.mouthRow + 1, static_cast<int>(column))];
    const float opening = length(upper - lower), depth = down * opening, x = f.local.x;
    if (opening < 0.7F)
        return context.identity != nullptr ? shadeMatte(context, f, Vec3{0.07F, 0.03F, 0.03F}, 0.0F) : Vec3{};
    const float side = smoothStep(22.0F, 11.0F, std::abs(x));
    const float toothEnd = 6.8F + 0.8F * bump(square(std::abs(x) / 9.0F)) - 0.014F * x * x * 0.4F;
    const float toothPosition = x / 7.2F + 0.5F;
    const float gap = std::abs(toothPosition - static_cast<float>(floorInt(toothPosition)) - 0.5F);
    const float teeth = smoothStep(toothEnd + 0.5F, toothEnd - 0.3F, depth) * smoothStep(0.1F, 1.0F, depth + 0.6F);
    Vec3 colour{0.055F, 0.017F, 0.016F};
    const float tongue = smoothStep(opening * 0.55F, opening, depth) * smoothStep(9.0F, 15.0F, opening);
    colour = mix(colour, Vec3{0.24F, 0.075F, 0.07F}, tongue);
    const float tone = (0.86F + 0.14F * smoothStep(0.5F, 0.42F, gap)) * side;
    colour = mix(colour, Vec3{0.50F, 0.47F, 0.40F} * tone, teeth * (0.2F + 0.8F * side));
    const Lighting& light = context.image->lighting;
    const float facing = clamp01(dot(f.normal, light.direction) * 0.8F + 0.2F);
    const float lit = context.shadow->lit(f.position, f.normal, 1.0F);
    const float shadeIn = 0.45F + 0.45F * smoothStep(0.0F, 3.5F, depth);
    return colour * (light.colour * (facing * lit) + mix(light.ground, light.sky, 0.5F)) * shadeIn;
}

}  // namespace facespace::synthesis
