#include "core/figure/colour_maps.h"

#include <algorithm>
#include <cmath>

namespace facespace {
namespace {

constexpr Rgb hex(std::uint32_t code) {
    return {static_cast<std::uint8_t>(code >> 16), static_cast<std::uint8_t>(code >> 8 & 0xFF),
            static_cast<std::uint8_t>(code & 0xFF)};
}

constexpr std::array kViridis = {hex(0x440154), hex(0x481567), hex(0x482677), hex(0x453781), hex(0x404788),
                                 hex(0x39568C), hex(0x33638D), hex(0x2D708E), hex(0x287D8E), hex(0x238A8D),
                                 hex(0x1F968B), hex(0x20A387), hex(0x29AF7F), hex(0x3CBB75), hex(0x55C667),
                                 hex(0x73D055), hex(0x95D840), hex(0xB8DE29), hex(0xDCE319), hex(0xFDE725)};

constexpr std::array kCividis = {hex(0x00224E), hex(0x002E6C), hex(0x1E3A6F), hex(0x35456C), hex(0x47516C), hex(0x575D6D),
                                 hex(0x666970), hex(0x757575), hex(0x848279), hex(0x948E77), hex(0xA59C74), hex(0xB7A96E),
                                 hex(0xC8B866), hex(0xDBC75A), hex(0xEED649), hex(0xFEE838)};

// Left and right mirror each other in OKLab lightness (0.38, 0.56, 0.76, centre 0.93).
constexpr std::array kDiverging = {hex(0x163E7E), hex(0x2F78B8), hex(0x86BADB), hex(0xECE8E0),
                                   hex(0xEFA57E), hex(0xCB5040), hex(0x7E1A2B)};

constexpr std::array kClasses = {hex(0x0072B2), hex(0xE69F00), hex(0x009E73), hex(0xCC79A7),
                                 hex(0x56B4E9), hex(0xD55E00), hex(0xF0E442), hex(0x7A4B2A)};

using Lab = std::array<double, 3>;

double linear(std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double v) {
    v = std::clamp(v, 0.0, 1.0);
    const double s = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

// B. Ottosson, "A perceptual color space for image processing", 2020.
Lab toOklab(Rgb c) {
    const double r = linear(c.r), g = linear(c.g), b = linear(c.b);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Rgb fromOklab(const Lab& lab) {
    const double l = std::pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    const double m = std::pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    const double s = std::pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    return {encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

using Lookup = std::array<Rgb, 512>;

Lookup makeLookup(std::span<const Rgb> stops) {
    Lookup lookup;
    for (std::size_t i = 0; i < lookup.size(); ++i) {
        const double position =
            static_cast<double>(i) / static_cast<double>(lookup.size() - 1) * static_cast<double>(stops.size() - 1);
        const auto k = std::min(static_cast<std::size_t>(position), stops.size() - 2);
        const double f = position - static_cast<double>(k);
        const Lab a = toOklab(stops[k]), b = toOklab(stops[k + 1]);
        lookup[i] = fromOklab({a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1]), a[2] + f * (b[2] - a[2])});
    }
    return lookup;
}

Rgb lookUp(const Lookup& lookup, double t) {
    t = std::isnan(t) ? 0 : std::clamp(t, 0.0, 1.0);
    return lookup[static_cast<std::size_t>(std::lround(t * static_cast<double>(lookup.size() - 1)))];
}

}  // namespace

Rgb viridisAt(double t) {
    static const Lookup lookup = makeLookup(kViridis);
    return lookUp(lookup, t);
}

Rgb cividisAt(double t) {
    static const Lookup lookup = makeLookup(kCividis);
    return lookUp(lookup, t);
}

Rgb divergingAt(double t) {
    static const Lookup lookup = makeLookup(kDiverging);
    return lookUp(lookup, t);
}

std::span<const Rgb> classColours() { return kClasses; }

}  // namespace facespace
