#include "core/synthesis/background.h"

namespace facespace::synthesis {
namespace {

/// A soft rectangle, disc or stripe.
struct Patch {
    float x, y, halfWidth, halfHeight, edge, sine, cosine;
    bool round;
    Vec3 colour;
};

float unit(std::uint64_t& state) {
    state = mixBits(state);
    return static_cast<float>(state >> 40U) * (1.0F / 16777216.0F);
}

std::vector<Patch> drawPatches(const ImageParameters& image) {
    std::uint64_t state = image.backgroundSeed;
    std::vector<Patch> patches;
    const int count = static_cast<int>(image.backgroundDetail * 7.0F);
    for (int i = 0; i < count; ++i) {
        Patch p{};
        p.x = unit(state);
        p.y = unit(state);
        p.halfWidth = 0.04F + 0.30F * unit(state);
        p.halfHeight = 0.05F + 0.55F * unit(state);
        p.edge = 0.015F + 0.12F * unit(state);
        const float angle = 0.25F * (unit(state) - 0.5F);
        p.sine = sinF(angle);
        p.cosine = cosF(angle);
        p.round = unit(state) < 0.3F;
        const float bright = 0.3F + unit(state);
        const Vec3 tint{bright + 0.3F * unit(state), bright + 0.3F * unit(state), bright + 0.3F * unit(state)};
        p.colour = mix(image.backgroundColour, image.backgroundColour2, unit(state)) * tint;
        patches.push_back(p);
    }
    return patches;
}

Vec3 colourAt(const ImageParameters& image, const std::vector<Patch>& patches, float x, float y) {
    Vec3 c = mix(image.backgroundColour, image.backgroundColour2,
                 clamp01(y + 0.25F * (valueNoise(x * 2.0F, y * 2.0F, image.backgroundSeed) - 0.5F)));
    for (const Patch& p : patches) {
        const float u = (x - p.x) * p.cosine + (y - p.y) * p.sine, v = (y - p.y) * p.cosine - (x - p.x) * p.sine;
        float d = 0;
        if (p.round)
            d = (std::sqrt(square(u / p.halfWidth) + square(v / p.halfWidth)) - 1.0F) * p.halfWidth;
        else
            d = std::max(std::abs(u) - p.halfWidth, std::abs(v) - p.halfHeight);
        c = mix(c, p.colour, smoothStep(p.edge, -p.edge, d) * 0.85F);
    }
    return c * (0.86F + 0.28F * valueNoise(x * 5.0F, y * 5.0F, image.backgroundSeed + 1U));
}

}  // namespace

std::vector<Vec3> paintBackground(const ImageParameters& image, int size) {
    const std::vector<Patch> patches = drawPatches(image);
    constexpr int kStep = 4;  // out of focus: a quarter of the resolution is enough
    const int coarse = size / kStep + 2;
    std::vector<Vec3> low(static_cast<std::size_t>(coarse * coarse));
    for (int y = 0; y < coarse; ++y)
        for (int x = 0; x < coarse; ++x)
            low[static_cast<std::size_t>(y * coarse + x)] =
                colourAt(image, patches, static_cast<float>(kStep * x) / static_cast<float>(size),
                         static_cast<float>(kStep * y) / static_cast<float>(size));
    std::vector<Vec3> out(static_cast<std::size_t>(size * size));
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const Vec3* c = &low[static_cast<std::size_t>((y / kStep) * coarse + x / kStep)];
            const float fx = (static_cast<float>(x % kStep) + 0.5F) / kStep,
                        fy = (static_cast<float>(y % kStep) + 0.5F) / kStep;
            out[static_cast<std::size_t>(y * size + x)] = mix(mix(c[0], c[1], fx), mix(c[coarse], c[coarse + 1], fx), fy);
        }
    return out;
}

}  // namespace facespace::synthesis
