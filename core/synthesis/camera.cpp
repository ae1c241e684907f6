#include "core/synthesis/camera.h"

#include <array>

namespace facespace::synthesis {
namespace {

using Picture = std::vector<Vec3>;

const Vec3& pixel(const Picture& p, int size, int x, int y) {
    return p[static_cast<std::size_t>(std::clamp(y, 0, size - 1) * size + std::clamp(x, 0, size - 1))];
}

void gaussianBlur(Picture& picture, int size, float sigma) {
    const int radius = std::min(12, static_cast<int>(2.5F * sigma) + 1);
    std::vector<float> kernel;
    float sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(expF(-0.5F * square(static_cast<float>(i) / sigma)));
        sum += kernel.back();
    }
    for (float& k : kernel) k /= sum;
    // Along rows, written transposed: two passes blur both ways and restore the orientation.
    Picture other(picture.size()), line(static_cast<std::size_t>(size + 2 * radius));
    for (int pass = 0; pass < 2; ++pass) {
        for (int y = 0; y < size; ++y) {
            for (int x = -radius; x < size + radius; ++x)
                line[static_cast<std::size_t>(x + radius)] = pixel(picture, size, x, y);
            for (int x = 0; x < size; ++x) {
                Vec3 c;
                const Vec3* in = &line[static_cast<std::size_t>(x)];
                for (const float k : kernel) c += *in++ * k;
                other[static_cast<std::size_t>(x * size + y)] = c;
            }
        }
        picture.swap(other);
    }
}

Vec3 bilinear(const Picture& p, int size, float x, float y) {
    const int ix = floorInt(x), iy = floorInt(y);
    const float fx = x - static_cast<float>(ix), fy = y - static_cast<float>(iy);
    return mix(mix(pixel(p, size, ix, iy), pixel(p, size, ix + 1, iy), fx),
               mix(pixel(p, size, ix, iy + 1), pixel(p, size, ix + 1, iy + 1), fx), fy);
}

void motionBlur(Picture& picture, int size, float length, float angle) {
    const int steps = static_cast<int>(length) + 2;
    const float dx = cosF(angle), dy = sinF(angle);
    Picture out(picture.size());
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            Vec3 c;
            for (int s = 0; s < steps; ++s) {
                const float o = length * (static_cast<float>(s) / static_cast<float>(steps - 1) - 0.5F);
                c += bilinear(picture, size, static_cast<float>(x) + dx * o, static_cast<float>(y) + dy * o);
            }
            out[static_cast<std::size_t>(y * size + x)] = c * (1.0F / static_cast<float>(steps));
        }
    picture.swap(out);
}

/// Box-averages down to a sensor of `small` pixels a side.
Picture shrink(const Picture& picture, int size, int small) {
    Picture out(static_cast<std::size_t>(small * small));
    const float step = static_cast<float>(size) / static_cast<float>(small);
    for (int y = 0; y < small; ++y)
        for (int x = 0; x < small; ++x) {
            const int x0 = static_cast<int>(static_cast<float>(x) * step),
                      x1 = std::max(x0 + 1, static_cast<int>(static_cast<float>(x + 1) * step));
            const int y0 = static_cast<int>(static_cast<float>(y) * step),
                      y1 = std::max(y0 + 1, static_cast<int>(static_cast<float>(y + 1) * step));
            Vec3 c;
            for (int v = y0; v < y1; ++v)
                for (int u = x0; u < x1; ++u) c += pixel(picture, size, u, v);
            out[static_cast<std::size_t>(y * small + x)] = c * (1.0F / static_cast<float>((x1 - x0) * (y1 - y0)));
        }
    return out;
}

Picture enlarge(const Picture& picture, int small, int size) {
    Picture out(static_cast<std::size_t>(size * size));
    const float step = static_cast<float>(small) / static_cast<float>(size);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            out[static_cast<std::size_t>(y * size + x)] = bilinear(
                picture, small, (static_cast<float>(x) + 0.5F) * step - 0.5F, (static_cast<float>(y) + 0.5F) * step - 0.5F);
    return out;
}

/// Linear light to display value 0 … 1 with a soft shoulder for highlights; table over sqrt(light).
struct ToneTable {
    static constexpr int kSteps = 2048;
    std::array<float, kSteps + 1> values{};
    ToneTable() {
        for (int i = 0; i <= kSteps; ++i) {
            const float v = square(1.5F * static_cast<float>(i) / kSteps);
            const float shoulder = v < 0.6F ? v : 0.6F + 0.4F * (1.0F - expF(-(v - 0.6F) / 0.4F));
            values[static_cast<std::size_t>(i)] =
                shoulder <= 0.0031308F ? 12.92F * shoulder : 1.055F * powF(shoulder, 1.0F / 2.4F) - 0.055F;
        }
    }
    float at(float light) const {
        const float f = std::min(std::sqrt(std::max(0.0F, light)) * (kSteps / 1.5F), static_cast<float>(kSteps) - 0.01F);
        const auto i = static_cast<std::size_t>(f);
        return mix(values[i], values[i + 1], f - static_cast<float>(i));
    }
};

/// Roughly normal with standard deviation 1: the sum of the four bytes of a hash.
float gaussianNoise(std::uint32_t& state) {
    state = state * 747796405U + 2891336453U;
    std::uint32_t w = ((state >> ((state >> 28U) + 4U)) ^ state) * 277803737U;
    w ^= w >> 22U;
    const auto sum = static_cast<float>((w & 255U) + ((w >> 8U) & 255U) + ((w >> 16U) & 255U) + (w >> 24U));
    return (sum - 510.0F) * (1.0F / 147.8F);
}

}  // namespace

Image develop(std::vector<Vec3> light, int size, const CameraEffects& e, std::uint32_t noiseSeed) {
    if (e.focusBlur > 0.25F) gaussianBlur(light, size, e.focusBlur);
    if (e.motionLength > 0.7F) motionBlur(light, size, e.motionLength, e.motionAngle);
    const int small = e.resolution < 0.95F ? std::max(12, static_cast<int>(static_cast<float>(size) * e.resolution)) : size;
    if (small != size) light = shrink(light, size, small);
    static const ToneTable tone;
    std::uint32_t state = noiseSeed * 2654435761U + 12345U;
    const Vec3 gain = e.whiteBalance * e.exposure;
    for (Vec3& c : light) {
        const auto finish = [&](float v) {
            v = 0.5F + (tone.at(v) - 0.5F) * e.contrast;
            if (e.noise > 0.0F) v += e.noise * gaussianNoise(state) * (1.0F / 255.0F);
            return clamp01(v);
        };
        c = {finish(c.x * gain.x), finish(c.y * gain.y), finish(c.z * gain.z)};
    }
    if (small != size) light = enlarge(light, small, size);
    Image image;
    image.width = image.height = size;
    image.pixels.reserve(light.size() * 3);
    for (const Vec3& c : light)
        for (const float v : {c.x, c.y, c.z}) image.pixels.push_back(static_cast<std::uint8_t>(v * 255.0F + 0.5F));
    return image;
}

}  // namespace facespace::synthesis
