#include "core/synthesis/lighting.h"

#include "core/synthesis/hair.h"
#include "core/synthesis/head_grid.h"
#include "core/synthesis/strand_noise.h"

namespace facespace::synthesis {
namespace {

float power(float x, int squarings) {
    for (int i = 0; i < squarings; ++i) x *= x;
    return x;
}

Vec3 ambient(const Lighting& light, Vec3 n) { return mix(light.ground, light.sky, 0.5F + 0.5F * n.y); }

struct SkinSample {
    Vec3 colour;
    float beard, scalp, gloss, stubble;
};

/// Bilinear fetch from the skin texture at fractional grid row and column.
SkinSample fetch(const SkinTexture& skin, float row, float column) {
    const float fx = column * kTexelsPerCell,
                fy = std::clamp(row * kTexelsPerCell, 0.0F, static_cast<float>(skin.height) - 1.01F);
    const int x = static_cast<int>(fx), y = static_cast<int>(fy);
    const float tx = fx - static_cast<float>(x), ty = fy - static_cast<float>(y);
    const int x0 = x % skin.width, x1 = (x + 1) % skin.width;
    const Texel* line = &skin.texels[static_cast<std::size_t>(y * skin.width)];
    const Texel *a = line + x0, *b = line + x1, *c = a + skin.width, *d = b + skin.width;
    const float wa = (1 - tx) * (1 - ty), wb = tx * (1 - ty), wc = (1 - tx) * ty, wd = tx * ty;
    const auto get = [&](std::uint8_t Texel::*m) {
        return (static_cast<float>(a->*m) * wa + static_cast<float>(b->*m) * wb + static_cast<float>(c->*m) * wc +
                static_cast<float>(d->*m) * wd) *
               (1.0F / 255.0F);
    };
    return {{square(get(&Texel::red)), square(get(&Texel::green)), square(get(&Texel::blue))},
            get(&Texel::beard),
            get(&Texel::scalp),
            get(&Texel::gloss),
            get(&Texel::stubble)};
}

SkinSample fetchAt(const ShadeContext& context, const Fragment& f) {
    const Triangle& t = f.surface->list()[f.triangle];
    float row = 0, column = 0;
    const std::array<float, 3> w{f.weights.b0, f.weights.b1, f.weights.b2};
    const auto first = static_cast<int>(t[0] % kColumns);
    for (std::size_t k = 0; k < 3; ++k) {
        auto c = static_cast<int>(t[k] % kColumns);
        if (first == kColumns - 1 && c == 0) c = kColumns;
        column += static_cast<float>(c) * w[k];
        row += static_cast<float>(t[k] / kColumns) * w[k];
    }
    return fetch(*context.skin, row, std::max(0.0F, column));
}

/// The neck line of the clothing: positive above it.
float aboveNeckline(Vec3 c, float neckline) {
    const float front = smoothStep(-10.0F, 50.0F, c.z);
    const float deep = neckline > 0.66F ? 48.0F * front * smoothStep(52.0F, 0.0F, std::abs(c.x))
                                        : (neckline > 0.25F ? 14.0F * front : 0.0F);
    const float height = neckline < 0.25F ? -128.0F - 8.0F * front : -144.0F - 14.0F * front;
    return c.y - (height - deep);
}

Vec3 shadeHead(const ShadeContext& context, const Fragment& f) {
    const Vec3 c = f.local;
    const float neck = c.y > -118.0F ? 1.0F : aboveNeckline(c, context.image->neckline);
    if (neck < 0.0F) {
        const float weave = 0.9F + 0.2F * valueNoise(c.x * 0.11F + c.z * 0.05F, c.y * 0.06F, context.image->backgroundSeed);
        const Vec3 cloth = neck > -7.0F ? context.image->clothing2 : context.image->clothing;
        return shadeMatte(context, f, cloth * weave, 0.0F);
    }
    if (c.z > 50.0F && std::abs(c.y - kEyeY) < 13.0F) {
        const float x = std::abs(c.x) - kEyeX, y = c.y - kEyeY;
        if (x > context.eye.innerX && x < context.eye.outerX && y < context.eye.upperEdge(x) && y > context.eye.lowerEdge(x))
            return shadeEye(context, f, x, y, c.x > 0);
    }
    const auto row = static_cast<int>(f.surface->list()[f.triangle][0] / kColumns);
    if (row == headGrid().mouthRow && std::abs(c.x) < 27.0F && c.z > 40.0F &&
        context.image->expression.lipsApart + context.image->expression.jawOpen > 0.02F)
        return shadeMouth(context, f);
    SkinSample s = fetchAt(context, f);
    s.colour = s.colour * (1.0F + context.image->tan);
    const ImageParameters& image = *context.image;
    const Vec3 hair = mix(context.identity->hair, Vec3{0.42F, 0.41F, 0.40F}, context.identity->grey);
    if (s.scalp > 0.01F && image.hairStyle != HairStyle::kBald) {
        const float density = coversScalp(image.hairStyle) ? 0.92F : 0.5F + 0.25F * image.hairVariation * 0.5F;
        s.colour = mix(s.colour, mix(s.colour * 0.35F, hair, 0.75F), s.scalp * density * (0.7F + 0.3F * s.stubble));
        s.gloss *= 1.0F - 0.6F * s.scalp;
    }
    if (s.beard > 0.01F && image.beardAmount > 0.0F) {
        const float full = image.beard == BeardStyle::kStubble ? 0.45F : 0.9F;
        const float grain = smoothStep(1.0F - 0.9F * image.beardAmount * s.beard, 1.35F - 0.6F * image.beardAmount * s.beard,
                                       0.2F + 0.9F * s.stubble);
        const Vec3 beard = mix(context.identity->brow, Vec3{0.4F, 0.39F, 0.38F}, context.identity->grey * 0.9F) *
                           (0.55F + 0.9F * s.stubble);
        s.colour = mix(s.colour, beard, full * clamp01(0.55F * s.beard * image.beardAmount + 0.6F * grain * s.beard));
        s.gloss *= 1.0F - 0.7F * s.beard * image.beardAmount;
    }
    // The lids' edge: lashes above, a pale rim below, the fold of the upper lid.
    if (c.z > 50.0F && std::abs(c.y - kEyeY) < 16.0F) {
        const float x = std::abs(c.x) - kEyeX, y = c.y - kEyeY;
        const float inside = smoothStep(context.eye.innerX - 1.0F, context.eye.innerX + 4.0F, x) *
                             smoothStep(context.eye.outerX + 2.5F, context.eye.outerX - 3.0F, x);
        const float lash = bump(square((y - context.eye.upperEdge(x) - 0.3F) / (1.1F + 0.5F * context.identity->lashes)));
        const float low = bump(square((y - context.eye.lowerEdge(x) + 0.2F) / 0.9F));
        const float fold = bump(
            square((y - context.eye.upperEdge(x) * 0.55F - 5.9F + 0.55F * context.identity->get(Shape::kLidFold)) / 1.1F));
        s.colour = s.colour * (1.0F - inside * (0.80F * lash + 0.30F * low + 0.26F * fold));
    }
    return shadeSkin(context, f, s.colour, s.gloss);
}

Vec3 shadeHair(const ShadeContext& context, const Fragment& f) {
    const Lighting& light = context.image->lighting;
    const float wave = f.surface->colour2.x;
    const float tone = StrandNoise::instance().tone(f.local.x, f.local.y, wave);
    const Vec3 albedo = f.surface->colour * (tone * f.occlusion);
    const float lit = context.shadow->lit(f.position, f.normal, 1.0F);
    const float facing = dot(f.normal, light.direction);
    const float tangentLight = dot(f.tangent, light.direction);
    const float diffuse = std::sqrt(std::max(0.0F, 1.0F - tangentLight * tangentLight)) * clamp01(0.5F + 0.7F * facing);
    const Vec3 half = normalised(light.direction + f.view);
    const float shift = 0.18F * (valueNoise(f.local.x * 2.0F, f.local.y * 4.0F, 8U) - 0.5F);
    const float th = dot(normalised(f.tangent + f.normal * shift), half);
    const float sinTh = std::sqrt(std::max(0.0F, 1.0F - th * th));
    const float shine = (0.05F * power(sinTh, 6) + 0.03F * power(sinTh, 4)) * f.surface->gloss * clamp01(0.3F + facing);
    Vec3 out = albedo * (light.colour * (diffuse * lit) + ambient(light, f.normal) * (0.4F + 0.6F * f.occlusion));
    out +=
        (light.colour * lit + light.sky * 0.4F) * (shine * tone) * mix(Vec3{1, 1, 1}, normalised(f.surface->colour), 0.6F);
    return out;
}

}  // namespace

Vec3 shadeSkin(const ShadeContext& context, const Fragment& f, Vec3 albedo, float gloss) {
    const Lighting& light = context.image->lighting;
    const float facing = dot(f.normal, light.direction);
    const float lit = facing > -0.35F ? context.shadow->lit(f.position, f.normal, light.softness) : 0.0F;
    // Light wanders under the skin: the terminator is soft, and redder than the rest.
    const auto wrapped = [&](float w) { return std::max(0.0F, (facing + w) / ((1.0F + w) * (1.0F + w))); };
    const float softLit = 0.12F + 0.88F * lit;
    const Vec3 direct{wrapped(0.34F) * mix(lit, softLit, 0.9F), wrapped(0.18F) * mix(lit, softLit, 0.35F),
                      wrapped(0.12F) * mix(lit, softLit, 0.2F)};
    const float ao = f.occlusion;
    const Vec3 bounce{ao, ao * (0.9F + 0.1F * ao), ao * (0.87F + 0.13F * ao)};
    Vec3 out = albedo * (light.colour * direct * (0.5F + 0.5F * ao) + ambient(light, f.normal) * bounce);
    const Vec3 half = normalised(light.direction + f.view);
    const float nh = std::max(0.0F, dot(f.normal, half)), nv = clamp01(dot(f.normal, f.view));
    const float fresnel = 0.028F + 0.35F * power(1.0F - nv, 2) * (1.0F - nv);
    const float oil = 0.35F + 0.9F * context.identity->oiliness;
    const float spec = gloss * oil * (0.9F * power(nh, 4) + 1.8F * power(nh, 6)) * 0.07F * std::max(0.0F, facing) * lit;
    out += light.colour * spec;
    out += ambient(light, f.normal) * (fresnel * 0.5F * ao * gloss);
    return out;
}

Vec3 shadeMatte(const ShadeContext& context, const Fragment& f, Vec3 albedo, float gloss) {
    const Lighting& light = context.image->lighting;
    const float facing = dot(f.normal, light.direction);
    const float lit = facing > 0.0F ? context.shadow->lit(f.position, f.normal, light.softness) : 0.0F;
    Vec3 out = albedo * (light.colour * (std::max(0.0F, facing) * lit) + ambient(light, f.normal) * f.occlusion);
    if (gloss > 0.0F) {
        const float nh = std::max(0.0F, dot(f.normal, normalised(light.direction + f.view)));
        out += light.colour * (gloss * power(nh, 6) * lit);
    }
    return out;
}

Vec3 shade(const ShadeContext& context, const Fragment& f) {
    switch (f.surface->material) {
        case Material::kHead:
            return shadeHead(context, f);
        case Material::kEar: {
            const Vec3 skin =
                skinColour(context.identity->melanin, context.identity->redness + 0.5F, context.identity->yellowness);
            return shadeSkin(context, f, skin * (1.0F + context.image->tan) * (0.45F + 0.55F * f.occlusion), 0.45F);
        }
        case Material::kHair:
            return shadeHair(context, f);
        case Material::kSkinProp:
            return shadeSkin(context, f, f.surface->colour, 0.5F);
        case Material::kMaskCloth: {
            const float pleat = 1.0F - 0.10F * bump(square((f.local.y + 44.0F) / 1.6F)) -
                                0.10F * bump(square((f.local.y + 62.0F) / 1.6F)) -
                                0.10F * bump(square((f.local.y + 80.0F) / 1.6F));
            return shadeMatte(context, f, f.surface->colour * pleat, 0.0F);
        }
        case Material::kCloth: {
            const float weave = 0.82F + 0.36F * valueNoise(f.local.x, f.local.y, context.image->occluderSeed);
            const Vec3 base = f.local.z > 0.5F ? f.surface->colour2 : f.surface->colour;
            return shadeMatte(context, f, base * weave, f.surface->gloss);
        }
        case Material::kPlastic:
        case Material::kLens:
            return shadeMatte(context, f, f.surface->colour, f.surface->gloss);
    }
    return {};
}

}  // namespace facespace::synthesis
