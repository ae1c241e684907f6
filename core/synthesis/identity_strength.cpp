#include "core/synthesis/albedo.h"
#include "core/synthesis/sampler.h"

namespace facespace::synthesis {
namespace {

constexpr std::uint64_t kSeed = 0;
constexpr int kPeople = 4096;

/// A number of a person that belongs to the face, and what it can be.
struct Trait {
    float IdentityParameters::*value;
    float low, high;
};
constexpr float kAny = 1e9F;
/// Without freckles: spots are the person's own, and an average face has none.
constexpr Trait kTraits[] = {{&IdentityParameters::age, 0, 1},
                             {&IdentityParameters::melanin, 0, 1},
                             {&IdentityParameters::redness, -kAny, kAny},
                             {&IdentityParameters::yellowness, -kAny, kAny},
                             {&IdentityParameters::cheekRedness, 0, 1},
                             {&IdentityParameters::noseRedness, 0, 1},
                             {&IdentityParameters::unevenness, 0, 1},
                             {&IdentityParameters::oiliness, 0, 1},
                             {&IdentityParameters::eyeRings, 0, 1},
                             {&IdentityParameters::wrinkles, 0, 1},
                             {&IdentityParameters::lipRedness, 0, 1},
                             {&IdentityParameters::lipDarkness, 0, 1},
                             {&IdentityParameters::browThickness, -2, kAny},
                             {&IdentityParameters::browDensity, 0, 1},
                             {&IdentityParameters::browArch, -kAny, kAny},
                             {&IdentityParameters::browLength, -kAny, kAny},
                             {&IdentityParameters::browGap, -kAny, kAny},
                             {&IdentityParameters::lashes, 0, 1}};
constexpr Vec3 IdentityParameters::*kColours[] = {&IdentityParameters::iris, &IdentityParameters::brow};

/// Parameter by parameter the mean of many people; all else as in a person who is not drawn.
IdentityParameters meanOfPeople() {
    constexpr auto kTraitCount = std::size(kTraits), kColourCount = std::size(kColours);
    std::array<double, kShapeCount> shape{};
    std::array<double, kTraitCount> trait{};
    std::array<std::array<double, 3>, kColourCount> colour{};
    for (int i = 0; i < kPeople; ++i) {
        const IdentityParameters id = drawIdentity(kSeed, i);
        for (std::size_t s = 0; s < shape.size(); ++s) shape[s] += static_cast<double>(id.shape[s]) / kPeople;
        for (std::size_t t = 0; t < kTraitCount; ++t) trait[t] += static_cast<double>(id.*kTraits[t].value) / kPeople;
        for (std::size_t c = 0; c < kColourCount; ++c) {
            const Vec3 v = id.*kColours[c];
            const std::array<float, 3> parts{v.x, v.y, v.z};
            for (std::size_t k = 0; k < 3; ++k) colour[c][k] += static_cast<double>(parts[k]) / kPeople;
        }
    }
    IdentityParameters mean;
    for (std::size_t s = 0; s < shape.size(); ++s) mean.shape[s] = static_cast<float>(shape[s]);
    for (std::size_t t = 0; t < kTraitCount; ++t) mean.*kTraits[t].value = static_cast<float>(trait[t]);
    for (std::size_t c = 0; c < kColourCount; ++c)
        mean.*kColours[c] = {static_cast<float>(colour[c][0]), static_cast<float>(colour[c][1]),
                             static_cast<float>(colour[c][2])};
    return mean;
}

float from(float mean, float value, float strength) { return mean + strength * (value - mean); }

}  // namespace

const IdentityParameters& averageFace() {
    static const IdentityParameters mean = meanOfPeople();
    return mean;
}

IdentityParameters atStrength(const IdentityParameters& identity, float strength) {
    if (strength == 1.0F) return identity;
    const IdentityParameters& mean = averageFace();
    IdentityParameters id = identity;
    for (std::size_t s = 0; s < kShapeCount; ++s) id.shape[s] = from(mean.shape[s], identity.shape[s], strength);
    for (const Trait& t : kTraits) id.*t.value = std::clamp(from(mean.*t.value, identity.*t.value, strength), t.low, t.high);
    for (const auto colour : kColours) {
        const Vec3 a = mean.*colour, b = identity.*colour;
        id.*colour = {clamp01(from(a.x, b.x, strength)), clamp01(from(a.y, b.y, strength)),
                      clamp01(from(a.z, b.z, strength))};
    }
    id.freckles = clamp01(strength * identity.freckles);
    for (Mole& mole : id.moles) mole.darkness = clamp01(strength * mole.darkness);
    id.pattern = strength;
    return id;
}

}  // namespace facespace::synthesis
