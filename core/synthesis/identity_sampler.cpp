#include "core/synthesis/albedo.h"
#include "core/synthesis/random.h"
#include "core/synthesis/sampler.h"

namespace facespace::synthesis {
namespace {

/// Mean shift of a shape parameter from the feminine (−1) to the masculine (+1) end, in standard deviations.
struct Dimorphism {
    Shape shape;
    float shift;
};
constexpr std::array<Dimorphism, 18> kDimorphism{{{Shape::kJawWidth, 0.75F},
                                                  {Shape::kChinLength, 0.55F},
                                                  {Shape::kChinWidth, 0.55F},
                                                  {Shape::kBrowRidge, 0.9F},
                                                  {Shape::kBrowHeight, -0.6F},
                                                  {Shape::kGlabella, 0.5F},
                                                  {Shape::kNoseLength, 0.35F},
                                                  {Shape::kNoseProtrusion, 0.35F},
                                                  {Shape::kAlarWidth, 0.35F},
                                                  {Shape::kUpperLip, -0.5F},
                                                  {Shape::kLowerLip, -0.4F},
                                                  {Shape::kEyeSize, -0.4F},
                                                  {Shape::kFaceLength, 0.45F},
                                                  {Shape::kNeckWidth, 0.9F},
                                                  {Shape::kShoulderWidth, 1.0F},
                                                  {Shape::kForeheadBulge, -0.5F},
                                                  {Shape::kForeheadSlope, 0.6F},
                                                  {Shape::kCheekFullness, -0.25F}}};

void drawShape(IdentityParameters& id, Random& random) {
    for (float& s : id.shape) s = 0.88F * random.normal(2.2F);
    for (const Dimorphism& d : kDimorphism) id.get(d.shape) += d.shift * id.masculinity;
    // What bone and weight do together.
    const float weight = random.normal(2.0F);
    id.get(Shape::kCheekFullness) += 0.6F * weight;
    id.get(Shape::kDoubleChin) = 0.6F * id.get(Shape::kDoubleChin) + 0.7F * weight + 0.6F * id.age;
    id.get(Shape::kNeckWidth) += 0.5F * weight;
    id.get(Shape::kCheekHollow) -= 0.5F * weight;
    id.get(Shape::kNasolabial) += 1.1F * id.age;
    id.get(Shape::kEyeBag) += 0.9F * id.age;
    id.get(Shape::kEarSize) += 0.5F * id.age;
    for (float& s : id.shape) s = std::clamp(s, -2.2F, 2.2F);
}

Vec3 drawHairColour(IdentityParameters& id, Random& random) {
    // From black through brown to blond by melanin; some red. Light hair is rarer on dark skin, never excluded.
    const float light = clamp01(random.uniform() * (1.0F - 0.75F * smoothStep(0.25F, 0.7F, id.melanin)));
    const std::array<Vec3, 5> tones{linearFromSrgb(24, 20, 18), linearFromSrgb(48, 33, 24), linearFromSrgb(82, 55, 36),
                                    linearFromSrgb(128, 92, 56), linearFromSrgb(186, 150, 96)};
    const float t = light * 3.999F;
    const auto i = static_cast<std::size_t>(t);
    Vec3 c = mix(tones[i], tones[i + 1], t - static_cast<float>(i));
    if (light > 0.35F && random.chance(0.14F)) c = mix(c, linearFromSrgb(140, 62, 28), random.uniform(0.4F, 0.9F));
    return c;
}

Vec3 drawIris(const IdentityParameters& id, Random& random) {
    const float brown = clamp01(0.35F + 0.8F * smoothStep(0.1F, 0.6F, id.melanin));
    const Vec3 base = random.chance(brown) ? mix(linearFromSrgb(50, 30, 18), linearFromSrgb(110, 70, 36), random.uniform())
                      : random.chance(0.5F)
                          ? mix(linearFromSrgb(84, 118, 150), linearFromSrgb(120, 140, 150), random.uniform())
                          : mix(linearFromSrgb(92, 110, 76), linearFromSrgb(120, 104, 60), random.uniform());
    return base;
}

HairStyle drawStyle(const IdentityParameters& id, Random& random) {
    const float m = 0.5F + 0.5F * id.masculinity, f = 1.0F - m, old = id.age;
    const auto style = random.pick({0.10F * m * (0.3F + old), 0.12F * m + 0.02F, 0.10F * m + 0.01F, 0.30F * m, 0.20F * m,
                                    0.14F * m + 0.02F, 0.09F, 0.07F, 0.12F * f + 0.02F, 0.20F * f, 0.24F * f + 0.01F,
                                    0.20F * f + 0.01F, 0.16F * f, 0.13F * f});
    return static_cast<HairStyle>(style);
}

void drawHair(IdentityParameters& id, Random& random) {
    id.hair = drawHairColour(id, random);
    id.brow = mix(id.hair, linearFromSrgb(30, 22, 17), random.uniform(0.25F, 0.7F));
    id.grey = id.age > 0.5F ? clamp01((id.age - 0.5F) * random.uniform(0.0F, 2.4F)) : 0.0F;
    id.hairline = random.normal(2.0F) * 0.6F + 0.2F * id.masculinity;
    id.recession =
        random.chance(0.45F)
            ? clamp01(0.9F * smoothStep(-0.1F, 0.8F, id.masculinity) * (0.1F + id.age) * random.uniform(0.2F, 1.3F))
            : 0.0F;
    id.hairVolume = random.uniform(-1, 1);
    id.hairWave = random.chance(0.5F) ? random.uniform(0.0F, 0.3F) : random.uniform(0.3F, 1.0F);
    id.parting = random.uniform(-1, 1);
    id.hairStyles[0] = drawStyle(id, random);
    id.hairStyles[1] = drawStyle(id, random);
    id.beardDensity = random.uniform(0.35F, 1.0F);
    const bool grows = id.masculinity > 0.15F;
    const auto beard = [&] {
        return grows ? static_cast<BeardStyle>(random.pick({0.46F, 0.24F, 0.05F, 0.08F, 0.11F, 0.07F})) : BeardStyle::kNone;
    };
    id.beardStyles = {beard(), beard()};
}

void drawSkin(IdentityParameters& id, Random& random) {
    id.redness = random.normal(2.0F) * 0.6F;
    id.yellowness = random.normal(2.0F) * 0.6F;
    id.cheekRedness = random.uniform();
    id.noseRedness = random.chance(0.4F) ? random.uniform() : 0.15F;
    id.freckles = random.chance(0.22F) ? random.uniform(0.3F, 1.0F) * (1.0F - 0.6F * id.melanin) : 0.0F;
    id.unevenness = random.uniform();
    id.oiliness = random.uniform(0.1F, 1.0F);
    id.eyeRings = random.uniform() * (0.4F + 0.6F * id.age);
    id.wrinkles = clamp01(id.age * 1.15F - 0.15F) * random.uniform(0.5F, 1.0F);
    id.lipRedness = random.uniform();
    id.lipDarkness = random.uniform(0.0F, 0.6F) + 0.4F * random.uniform() * id.melanin;
    id.browThickness = random.normal(2.0F) * 0.55F + 0.45F * id.masculinity;
    id.browDensity = random.uniform(0.55F, 1.0F);
    id.browArch = random.normal(2.0F) * 0.7F - 0.5F * id.masculinity;
    id.browLength = random.normal(2.0F) * 0.6F;
    id.browGap = random.normal(2.0F) * 0.6F;
    id.lashes = clamp01(0.45F - 0.35F * id.masculinity + 0.3F * random.normal());
    const int moles = random.chance(0.55F) ? random.integer(1, 4) : 0;
    for (int i = 0; i < moles; ++i) {
        Mole m{random.uniform(-55, 55), random.uniform(-105, 45), random.uniform(0.8F, 2.2F), random.uniform(0.5F, 1.0F)};
        const bool onEye = std::abs(std::abs(m.x) - 31.0F) < 18.0F && std::abs(m.y) < 10.0F;
        if (!onEye) id.moles.push_back(m);
    }
}

}  // namespace

IdentityParameters drawIdentity(std::uint64_t seed, int index) {
    Random random(seed, 0x1D000000ULL + static_cast<std::uint64_t>(index));
    IdentityParameters id;
    id.index = index;
    // Two broad, overlapping groups rather than a bell: few people are near the middle.
    id.masculinity = std::clamp((random.chance(0.5F) ? 0.62F : -0.62F) + 0.3F * random.normal(), -1.0F, 1.0F);
    id.age = random.uniform();
    id.age = id.age * (0.45F + 0.55F * id.age);
    id.melanin = random.uniform();
    drawShape(id, random);
    drawSkin(id, random);
    drawHair(id, random);
    id.iris = drawIris(id, random);
    id.textureSeed = random.bits() & 0xFFFFFFU;
    return id;
}

}  // namespace facespace::synthesis
