#pragma once
#include <array>
#include <cstdint>
#include <span>

namespace facespace {

/// 8-bit sRGB.
struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// Viridis (N. Smith and S. van der Walt, 2015), t in [0, 1] (clamped), from dark violet to yellow; readable with every
/// common colour-vision deficiency and in grey print.
Rgb viridisAt(double t);
/// Cividis (J. Nuñez, C. Anderton and R. Renslow, 2018), from dark blue to yellow: nearly the same to the colour-blind.
Rgb cividisAt(double t);
/// Blue – pale – red of equal lightness left and right, t = 0.5 is neutral; t in [0, 1] (clamped).
Rgb divergingAt(double t);

/// Colours of classes after Okabe and Ito (2008); their black, which a dark window swallows, is a brown here.
std::span<const Rgb> classColours();
/// Of values that are missing, and of levels that are not highlighted.
inline constexpr Rgb kMissingColour{150, 150, 152};
/// Of all points when nothing gives them a colour.
inline constexpr Rgb kPlainColour{0x3B, 0x7F, 0xB8};

}  // namespace facespace
