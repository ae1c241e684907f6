#include "core/synthesis/strand_noise.h"

namespace facespace::synthesis {

StrandNoise::StrandNoise() {
    cells_.reserve(static_cast<std::size_t>(kWidth * kHeight));
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const float u = 100.0F * static_cast<float>(x) / kWidth, v = 1.1F * static_cast<float>(y) / kHeight;
            cells_.push_back({2.2F * (valueNoise(u * 0.35F, v * 9.0F, 5U) - 0.5F), valueNoise(u * 3.4F, v * 2.4F, 9U),
                              valueNoise(u * 0.9F, v * 1.4F, 10U), valueNoise(u * 4.6F, v * 3.0F, 3U),
                              valueNoise(u * 1.15F, v * 2.0F, 4U)});
        }
}

const StrandNoise& StrandNoise::instance() {
    static const StrandNoise noise;
    return noise;
}

}  // namespace facespace::synthesis
