#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

constexpr int kTexelsPerCell = 3;

/// One texel of a head's skin: square roots of linear RGB (so that 8 bits suffice), and masks.
struct Texel {
    std::uint8_t red, green, blue;
    std::uint8_t beard;    ///< How much beard hair grows here.
    std::uint8_t scalp;    ///< How much scalp hair.
    std::uint8_t gloss;    ///< 128 = ordinary skin.
    std::uint8_t stubble;  ///< Fine structure of short hair.
    std::uint8_t unused;
};

/// Skin colours over the head grid (kTexelsPerCell texels per cell, wraps around the head).
struct SkinTexture {
    int width = 0, height = 0;
    std::vector<Texel> texels;
};

/// The skin of an identity without a beard.
SkinTexture paintSkin(const IdentityParameters& identity);
/// Writes the growth of a beard of this style into the texture's mask.
void paintBeard(SkinTexture& texture, const IdentityParameters& identity, BeardStyle beard);

/// Linear RGB of bare skin.
Vec3 skinColour(float melanin, float redness, float yellowness);
Vec3 linearFromSrgb(float r, float g, float b);

/// How many millimetres a canonical point at a column lies above the hair line (negative: below).
float aboveHairline(const IdentityParameters& identity, float column, Vec3 canonical);
/// Height (canonical y) of the natural hair line at a column angle in degrees (0 front, 180 back).
float hairlineHeight(const IdentityParameters& identity, float angleDeg);
float columnAngleDeg(float column);

/// Where the beard grows, 0 … 1, at a canonical point.
float beardMask(BeardStyle style, Vec3 canonical);

}  // namespace facespace::synthesis
