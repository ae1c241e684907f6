#include "core/synthesis/albedo.h"

#include "core/synthesis/head_grid.h"
#include "core/synthesis/skin_features.h"

namespace facespace::synthesis {
namespace {

float hill(float x, float y, float cx, float cy, float rx, float ry) {
    return bump(square((x - cx) / rx) + square((y - cy) / ry));
}

/// The canonical head at texel resolution, with the column of each texel. Built once.
struct TexelMap {
    int width = 0, height = 0;
    std::vector<Vec3> canonical;
};

TexelMap buildTexelMap() {
    const HeadGrid& grid = headGrid();
    TexelMap map;
    map.width = kColumns * kTexelsPerCell;
    map.height = (grid.rows - 1) * kTexelsPerCell + 1;
    map.canonical.reserve(static_cast<std::size_t>(map.width * map.height));
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x) {
            const int row = std::min(y / kTexelsPerCell, grid.rows - 2), column = x / kTexelsPerCell;
            const float fy = static_cast<float>(y) / kTexelsPerCell - static_cast<float>(row);
            const float fx = static_cast<float>(x) / kTexelsPerCell - static_cast<float>(column);
            const int next = (column + 1) % kColumns;
            map.canonical.push_back(
                mix(mix(grid.canonical[grid.index(row, column)], grid.canonical[grid.index(row, next)], fx),
                    mix(grid.canonical[grid.index(row + 1, column)], grid.canonical[grid.index(row + 1, next)], fx), fy));
        }
    return map;
}

const TexelMap& texelMap() {
    static const TexelMap map = buildTexelMap();
    return map;
}

/// Noise over the head's surface: the coordinates unroll the sides.
float surfaceNoise(Vec3 c, float cell, std::uint32_t seed) {
    const float u = c.x + (c.x > 0 ? -0.75F : 0.75F) * (c.z - 95.0F);
    return valueNoise(u / cell, c.y / cell, seed);
}

struct Painter {
    const IdentityParameters& id;
    Vec3 skin, lip;

    Vec3 blood(Vec3 colour, float amount) const {  // more blood under the skin
        return {colour.x * (1.0F + 0.05F * amount), colour.y * (1.0F - 0.22F * amount), colour.z * (1.0F - 0.20F * amount)};
    }
    Vec3 complexion(Vec3 c) const;
    Vec3 lines(Vec3 colour, Vec3 c) const;
    Vec3 pigment(Vec3 colour, Vec3 c) const;
    Texel paint(Vec3 c, float column) const;
};

Vec3 Painter::complexion(Vec3 c) const {
    const float a = std::abs(c.x);
    Vec3 colour = skin;
    const float front = smoothStep(10.0F, 50.0F, c.z);
    float red = 0.25F * (id.cheekRedness + 0.5F) * hill(a, c.y, 42, -28, 34, 30);
    red += (0.25F + 0.6F * id.noseRedness) * hill(c.x, c.y, 0, -34, 21, 18);
    red += 0.25F * hill(c.x, c.y, 0, -98, 22, 16);
    red += 0.25F * hill(a, c.y, 31, 1, 20, 12);
    colour = blood(colour, front * red + 0.35F * id.unevenness * id.pattern * (surfaceNoise(c, 9, id.textureSeed) - 0.5F));
    // The forehead is a little yellower, the lower face of men a little bluer.
    colour.z *= 1.0F - 0.05F * front * smoothStep(20.0F, 50.0F, c.y);
    const float tone = 1.0F +
                       0.07F * id.pattern * (surfaceNoise(c, 16, id.textureSeed + 1) - 0.5F) * (0.6F + id.unevenness) +
                       0.06F * id.pattern * (surfaceNoise(c, 4, id.textureSeed + 2) - 0.5F) +
                       0.07F * id.pattern * (surfaceNoise(c, 1.4F, id.textureSeed + 3) - 0.5F);
    return colour * tone;
}

Vec3 Painter::lines(Vec3 colour, Vec3 c) const {
    const float a = std::abs(c.x);
    if (c.z < 30.0F) return colour;
    float dark = 0.0F;
    dark += (0.12F + 0.30F * id.eyeRings) * hill(a, c.y, 29, -12.5F, 19, 8);  // under the eyes
    dark += 0.16F * hill(a, c.y, 17, 3, 8, 12);                               // inner corner
    dark += 0.20F * hill(a, c.y, 20.5F, -34.5F, 2.6F, 8);                     // beside the nostril wing
    const float fold = std::abs(a - (20.5F + 0.42F * (-36.0F - c.y)));
    dark += (0.05F + 0.25F * id.wrinkles) * bump(square(fold / 2.6F)) * bump(square((c.y + 48.0F) / 17.0F));
    dark += 0.26F * id.wrinkles * bump(square((c.y - 51.0F - 0.004F * a * a) / 1.5F)) * smoothStep(44.0F, 20.0F, a);
    dark += 0.26F * id.wrinkles * bump(square((c.y - 41.0F - 0.004F * a * a) / 1.5F)) * smoothStep(40.0F, 18.0F, a);
    dark += 0.22F * id.wrinkles * bump(square((a - 4.5F) / 1.4F)) * hill(0, c.y, 0, 21, 1, 9);
    for (int k = -1; k <= 1; ++k)  // crow's feet
        dark += 0.20F * id.wrinkles * bump(square((c.y + 1.0F - static_cast<float>(k) * (0.35F * (a - 44.0F))) / 1.2F)) *
                hill(a, 0, 54, 0, 9, 1);
    dark += 0.10F * id.wrinkles * bump(square((c.y + 14.5F + 0.015F * square(a - 30.0F) * -1.0F) / 1.4F)) *
            hill(a, 0, 29, 0, 15, 1);
    return {colour.x * (1.0F - 0.8F * dark), colour.y * (1.0F - dark), colour.z * (1.0F - 0.95F * dark)};
}

Vec3 Painter::pigment(Vec3 colour, Vec3 c) const {
    const float a = std::abs(c.x);
    if (id.freckles > 0.0F && c.z > 30.0F) {
        const float where = hill(a, c.y, 28, -22, 42, 32) + 0.4F * hill(c.x, c.y, 0, 40, 60, 40);
        const float spot = smoothStep(0.66F, 0.86F, surfaceNoise(c, 2.3F, id.textureSeed + 7));
        const float f = id.freckles * std::min(1.0F, where) * spot * 0.5F;
        colour = {colour.x * (1.0F - 0.55F * f), colour.y * (1.0F - 0.85F * f), colour.z * (1.0F - f)};
    }
    for (const Mole& m : id.moles) {
        if (c.z < 0.0F) continue;
        const float d = std::sqrt(square(c.x - m.x) + square(c.y - m.y)) / m.radius;
        const float f = m.darkness * smoothStep(1.2F, 0.7F, d);
        colour = mix(colour, Vec3{colour.x * 0.32F, colour.y * 0.22F, colour.z * 0.18F}, f);
    }
    return colour;
}

Texel encode(Vec3 colour, float beard, float scalp, float gloss, float stubble) {
    const auto byte = [](float v) { return static_cast<std::uint8_t>(255.0F * clamp01(v) + 0.5F); };
    return {byte(std::sqrt(clamp01(colour.x))),
            byte(std::sqrt(clamp01(colour.y))),
            byte(std::sqrt(clamp01(colour.z))),
            byte(beard),
            byte(scalp),
            byte(gloss),
            byte(stubble),
            0};
}

Texel Painter::paint(Vec3 c, float column) const {
    Vec3 colour = pigment(lines(complexion(c), c), c);
    float gloss = 0.5F + 0.3F * hill(c.x, c.y, 0, 45, 40, 40) + 0.35F * hill(c.x, c.y, 0, -25, 14, 26);
    const float inside = insideLips(id, c);
    const float lips = smoothStep(-0.9F, 1.0F, inside);
    if (lips > 0.0F) {
        const float crease = 0.86F + 0.14F * valueNoise(c.x * 0.9F, c.y * 0.12F, id.textureSeed + 21);
        colour = mix(colour, lip * crease, lips * 0.88F);
        gloss = mix(gloss, 0.95F, lips);
    }
    if (c.z > 40.0F && std::abs(c.x) < 28.0F) {
        const float line = bump(square((c.y + 63.1F) / 1.7F)) * smoothStep(28.0F, 21.0F, std::abs(c.x));
        colour = colour * (1.0F - 0.62F * line);
        colour = mix(colour, colour * 0.16F, 0.93F * nostril(c));
    }
    const float brow = browCover(id, c) * id.browDensity;
    colour = mix(colour, id.brow, brow);
    gloss *= 1.0F - 0.7F * brow;
    const float grain =
        0.6F * surfaceNoise(c, 1.1F, id.textureSeed + 31) + 0.4F * surfaceNoise(c, 2.3F, id.textureSeed + 32);
    const float scalp = smoothStep(-5.0F, 7.0F, aboveHairline(id, column, c) + 7.0F * (grain - 0.5F));
    return encode(colour, 0.0F, scalp, gloss, grain);
}

}  // namespace

Vec3 linearFromSrgb(float r, float g, float b) {
    const auto one = [](float v) { return v <= 0.04045F ? v / 12.92F : powF((v + 0.055F) / 1.055F, 2.4F); };
    return {one(r / 255.0F), one(g / 255.0F), one(b / 255.0F)};
}

Vec3 skinColour(float melanin, float redness, float yellowness) {
    static const std::array<Vec3, 7> tones{linearFromSrgb(238, 203, 184), linearFromSrgb(228, 186, 161),
                                           linearFromSrgb(209, 161, 132), linearFromSrgb(180, 130, 99),
                                           linearFromSrgb(145, 99, 72),   linearFromSrgb(108, 72, 53),
                                           linearFromSrgb(74, 49, 39)};
    const float t = clamp01(melanin) * 5.999F;
    const auto i = static_cast<std::size_t>(t);
    Vec3 c = mix(tones[i], tones[i + 1], t - static_cast<float>(i));
    c = {c.x * (1.0F + 0.03F * redness), c.y * (1.0F - 0.05F * redness + 0.02F * yellowness),
         c.z * (1.0F - 0.04F * redness - 0.12F * yellowness)};
    return c;
}

float columnAngleDeg(float column) {
    const float half = kHalfFrontColumns + kHalfBackColumns;
    const float k = column <= half ? column : static_cast<float>(kColumns) - column;
    if (k <= kHalfFrontColumns) {
        const float t = k / kHalfFrontColumns;
        return 90.0F * (0.56F * t + 0.2F * t * t + 0.24F * t * t * t);
    }
    return 90.0F + 90.0F * (k - kHalfFrontColumns) / kHalfBackColumns;
}

float hairlineHeight(const IdentityParameters& identity, float angleDeg) {
    static constexpr std::array<Vec2, 17> kLine{{{0, 60},
                                                 {18, 62},
                                                 {32, 62},
                                                 {43, 56},
                                                 {53, 42},
                                                 {60, 24},
                                                 {67, 12},
                                                 {74, 2},
                                                 {79, -12},
                                                 {83, -26},
                                                 {88, -26},
                                                 {92, -6},
                                                 {103, -2},
                                                 {110, -32},
                                                 {120, -55},
                                                 {142, -72},
                                                 {181, -78}}};
    float y = kLine.back().y;
    for (std::size_t i = 0; i + 1 < kLine.size(); ++i)
        if (angleDeg < kLine[i + 1].x) {
            const float t = (angleDeg - kLine[i].x) / (kLine[i + 1].x - kLine[i].x);
            y = mix(kLine[i].y, kLine[i + 1].y, clamp01(t));
            break;
        }
    const float front = smoothStep(62.0F, 35.0F, angleDeg);
    const float temple = bump(square((angleDeg - 34.0F) / 20.0F));
    const float peak = bump(square(angleDeg / 12.0F));
    return y + front * (5.0F * identity.hairline + 22.0F * identity.recession * (1.0F - 0.4F * peak)) +
           temple * 16.0F * identity.recession - 2.0F * peak;
}

float aboveHairline(const IdentityParameters& identity, float column, Vec3 canonical) {
    if (canonical.y < -90.0F) return -50.0F;
    const float angle = columnAngleDeg(column);
    const float steep = angle > 50.0F && angle < 112.0F ? 0.6F : 1.0F;  // the line runs upright there
    return (canonical.y - hairlineHeight(identity, angle)) * steep;
}

float beardMask(BeardStyle style, Vec3 c) {
    if (style == BeardStyle::kNone || c.z < -10.0F || c.y > -10.0F || c.y < -150.0F) return 0.0F;
    const float a = std::abs(c.x), near = smoothStep(-8.0F, 8.0F, c.z);
    const float moustache =
        smoothStep(31.0F, 22.0F, a) * smoothStep(-42.0F, -50.0F, c.y + 0.06F * a) * smoothStep(-80.0F, -64.0F, c.y);
    const float chin = smoothStep(30.0F, 17.0F, a) * smoothStep(-72.0F, -80.0F, c.y + 6.0F * bump(square(a / 8.0F))) *
                       smoothStep(-128.0F, -114.0F, c.y);
    const float aroundMouth =
        bump(square((a - 28.0F) / 11.0F)) * smoothStep(-50.0F, -60.0F, c.y) * smoothStep(-120.0F, -104.0F, c.y);
    // The cheek line falls from the sideburn to the corner of the mouth.
    const float line = -50.0F + 0.34F * (a - 30.0F) + (c.z < 50.0F ? 0.5F * (50.0F - c.z) : 0.0F);
    const float jaw = near * smoothStep(line + 3.0F, line - 14.0F, c.y) *
                      smoothStep(18.0F, 32.0F, a + 40.0F * smoothStep(-78.0F, -90.0F, c.y)) *
                      smoothStep(-136.0F, -118.0F, c.y);
    switch (style) {
        case BeardStyle::kMoustache:
            return moustache;
        case BeardStyle::kGoatee:
            return std::max(std::max(moustache, chin), 0.9F * aroundMouth);
        case BeardStyle::kStubble:
        case BeardStyle::kShortFull:
        case BeardStyle::kFull:
            return std::max(std::max(moustache, chin), std::max(jaw, 0.8F * aroundMouth));
        case BeardStyle::kNone:
        case BeardStyle::kCount:
            break;
    }
    return 0.0F;
}

SkinTexture paintSkin(const IdentityParameters& identity) {
    const TexelMap& map = texelMap();
    SkinTexture texture{map.width, map.height, {}};
    texture.texels.reserve(map.canonical.size());
    const Vec3 skin = skinColour(identity.melanin, identity.redness, identity.yellowness);
    const float red = identity.lipRedness, dark = identity.lipDarkness;
    const Vec3 lip{skin.x * (0.86F - 0.22F * dark), skin.y * (0.60F - 0.16F * red - 0.12F * dark),
                   skin.z * (0.66F - 0.10F * red - 0.12F * dark)};
    const Painter painter{identity, skin, lip};
    for (std::size_t i = 0; i < map.canonical.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(map.width)) / kTexelsPerCell;
        texture.texels.push_back(painter.paint(map.canonical[i], column));
    }
    return texture;
}

void paintBeard(SkinTexture& texture, const IdentityParameters& identity, BeardStyle beard) {
    const TexelMap& map = texelMap();
    for (std::size_t i = 0; i < map.canonical.size(); ++i) {
        const Vec3 c = map.canonical[i];
        const float mask = beardMask(beard, c);
        const float grown = mask > 0.0F ? mask * (1.0F - smoothStep(-1.5F, 0.5F, insideLips(identity, c))) : 0.0F;
        texture.texels[i].beard = static_cast<std::uint8_t>(255.0F * clamp01(grown) + 0.5F);
    }
}

}  // namespace facespace::synthesis
