#include "core/synthesis/accessories.h"

#include "core/synthesis/albedo.h"
#include "core/synthesis/mesh_parts.h"
#include "core/synthesis/scene_transform.h"
#include "core/synthesis/worn_accessories.h"

namespace facespace::synthesis {
namespace {

Accessory held(Surface s, Material material, Vec3 colour, float gloss, bool cameraFrame) {
    s.material = material;
    s.colour = colour;
    s.colour2 = colour;
    s.gloss = gloss;
    return {std::move(s), cameraFrame, false};
}

/// Depth of something lying on the face at (x, y).
float onFace(float x, float y) {
    const float nose = 19.0F * bump(square(x / 26.0F) + square((y + 28.0F) / 34.0F));
    return 101.0F - 0.015F * x * x - 0.0012F * square(y + 40.0F) + nose;
}

/// A hand laid on the face: palm, four fingers, thumb and the beginning of the arm.
std::vector<Accessory> makeHand(const IdentityParameters& id, const ImageParameters& image) {
    std::vector<Accessory> parts;
    const Vec3 skin = skinColour(id.melanin, id.redness + 0.4F, id.yellowness);
    const float side = image.occluderSeed % 2U == 0U ? 1.0F : -1.0F;
    const float place = image.occluderPosition;
    // Over the mouth, on the cheek, over an eye.
    const Vec3 palm = place < 0.4F ? Vec3{side * 52.0F, -72.0F, 0}
                                   : (place < 0.75F ? Vec3{side * 58.0F, -88.0F, 0} : Vec3{side * 58.0F, -30.0F, 0});
    const float turn = (place < 0.4F ? 172.0F : (place < 0.75F ? 112.0F : 142.0F)) + 16.0F * (image.occluderStyle - 0.5F);
    const Vec3 along{side * cosF(turn * kDegree) * -1.0F * -1.0F, sinF(turn * kDegree), 0};
    const Vec3 across{-along.y, along.x, 0};
    const auto lay = [&](Vec3 p, float lift) {
        p.z = onFace(p.x, p.y) + lift;
        return p;
    };
    constexpr std::array<float, 4> kLengths{64, 74, 70, 56};
    for (int f = 0; f < 4; ++f) {
        const float o = (static_cast<float>(f) - 1.5F) * 16.5F, spread = 0.08F * (static_cast<float>(f) - 1.5F);
        std::vector<Vec3> path;
        std::vector<float> radii;
        for (int i = 0; i <= 9; ++i) {
            const float t = static_cast<float>(i) / 9.0F, l = 12.0F + t * kLengths[static_cast<std::size_t>(f)];
            path.push_back(lay(palm + along * l + across * (o + spread * l), 9.0F + 4.0F * (1.0F - t)));
            radii.push_back(i == 9 ? 2.0F : (i == 8 ? 6.2F : 8.6F - 1.6F * t + (i == 4 ? 0.5F : 0.0F)));
        }
        parts.push_back(held(tube(path, radii, 10), Material::kSkinProp, skin, 0.0F, false));
    }
    const Vec3 back = palm - along * 22.0F;
    std::vector<Vec3> hand, arm, thumb;
    for (int i = 0; i <= 6; ++i) hand.push_back(lay(palm + along * (20.0F - 12.0F * static_cast<float>(i)), 12.0F));
    parts.push_back(
        held(tube(hand, {30, 36, 37, 36, 33, 28, 24}, 14, false, 0.36F), Material::kSkinProp, skin, 0.0F, false));
    for (int i = 0; i <= 6; ++i)
        thumb.push_back(lay(
            back + across * (-side * 18.0F - 6.5F * static_cast<float>(i)) + along * (6.0F + 7.0F * static_cast<float>(i)),
            10.0F));
    parts.push_back(held(tube(thumb, {12, 12, 11, 10, 9, 8, 2.5F}, 10), Material::kSkinProp, skin, 0.0F, false));
    const Vec3 wrist = hand.back();
    for (int i = 0; i <= 5; ++i)
        arm.push_back(wrist + Vec3{side * 9.0F * static_cast<float>(i), -34.0F * static_cast<float>(i),
                                   -4.0F * static_cast<float>(i)});
    parts.push_back(held(tube(arm, {25, 26, 28, 31, 34, 36}, 14), Material::kSkinProp, skin, 0.0F, false));
    return parts;
}

/// A lock of the person's hair hanging over the face.
std::vector<Accessory> makeLock(const IdentityParameters& id, const ImageParameters& image) {
    std::vector<Accessory> parts;
    const Vec3 hair = mix(id.hair, Vec3{0.42F, 0.41F, 0.40F}, id.grey);
    const float side = image.occluderSeed % 2U == 0U ? 1.0F : -1.0F;
    const float width = 16.0F + 30.0F * image.occluderStyle, end = mix(-20.0F, -95.0F, image.occluderPosition);
    for (int layer = 0; layer < 2; ++layer) {
        Surface s = sheet(20, 10, false, [&](float u, float v) {
            const float y = mix(66.0F, end, v);
            const float w = width * (1.0F - 0.45F * v);
            const float x =
                side * (8.0F + 30.0F * smoothStep(0.0F, 0.5F, v) + 8.0F * sinF(v * 5.0F + image.occluderStyle * 6.0F) * v) +
                (u - 0.5F) * w;
            return Vec3{x, y,
                        onFace(x, y) + 3.5F + 2.5F * static_cast<float>(layer) + 5.0F * bump(square((u - 0.5F) * 1.6F))};
        });
        for (Vec3& l : s.local) l = {20.0F + l.x * 0.6F + 30.0F * image.occluderStyle, l.y / 20.0F, 1.0F};
        s.tangents.assign(s.positions.size(), Vec3{0, -1, 0});
        s.occlusion.assign(s.positions.size(), layer == 0 ? 0.75F : 1.0F);
        Accessory a = held(std::move(s), Material::kHair, hair, 0.9F, false);
        a.surface.colour2 = {id.hairWave * 0.6F, 0.8F, 0};
        a.surface.coverage = layer == 0 ? 0.8F : 0.5F;
        parts.push_back(std::move(a));
    }
    return parts;
}

/// A telephone, a microphone or a cup between camera and face.
std::vector<Accessory> makeObject(const ImageParameters& image) {
    std::vector<Accessory> parts;
    const float x = (image.occluderPosition - 0.5F) * 90.0F;
    if (image.occluderStyle < 0.34F) {
        const Mat3 turn = rotation((image.occluderPosition - 0.5F) * 30.0F, 0.0F, (image.occluderPosition - 0.5F) * 50.0F);
        parts.push_back(
            held(block({x, -25, 150}, {35, 72, 4}, turn), Material::kPlastic, Vec3{0.02F, 0.02F, 0.022F}, 0.3F, true));
        parts.push_back(held(block(Vec3{x, -25, 150} + turn * Vec3{18, 50, 4.5F}, {8, 12, 1.5F}, turn), Material::kPlastic,
                             Vec3{0.006F, 0.006F, 0.008F}, 0.5F, true));
    } else if (image.occluderStyle < 0.67F) {
        parts.push_back(
            held(ellipsoid({x * 0.5F, -58, 140}, {24, 26, 24}), Material::kCloth, Vec3{0.03F, 0.03F, 0.03F}, 0.05F, true));
        parts.push_back(
            held(tube({{x * 0.5F, -74, 140}, {x * 0.5F + 8, -130, 150}, {x * 0.5F + 20, -260, 170}}, {13, 12, 11}, 12),
                 Material::kPlastic, Vec3{0.05F, 0.05F, 0.055F}, 0.4F, true));
    } else {
        parts.push_back(held(tube({{x * 0.6F, -28, 150},
                                   {x * 0.6F, -30, 150},
                                   {x * 0.6F, -80, 150},
                                   {x * 0.6F, -128, 150},
                                   {x * 0.6F, -129, 150}},
                                  {2, 41, 37, 32, 2}, 20),
                             Material::kPlastic, mix(Vec3{0.6F, 0.6F, 0.58F}, image.occluderColour, 0.7F), 0.12F, true));
    }
    return parts;
}

}  // namespace

std::vector<Accessory> makeAccessories(const IdentityParameters& identity, const ImageParameters& image,
                                       const HeadShape& shape) {
    switch (image.occluder) {
        case Occluder::kGlasses:
            return makeGlasses(image, shape, false);
        case Occluder::kSunglasses:
            return makeGlasses(image, shape, true);
        case Occluder::kMask:
            return makeMask(image, shape);
        case Occluder::kHat:
            return makeHat(image, shape);
        case Occluder::kScarf:
            return makeScarf(image, shape);
        case Occluder::kHand:
            return makeHand(identity, image);
        case Occluder::kHairStrand:
            return makeLock(identity, image);
        case Occluder::kObject:
            return makeObject(image);
        case Occluder::kNone:
        case Occluder::kCount:
            break;
    }
    return {};
}

}  // namespace facespace::synthesis
