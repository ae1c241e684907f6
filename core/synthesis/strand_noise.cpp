#include "core/synthesis/strand_noise.h"

namespace facespace::synthesis {

StrandNoise::StrandNoise() {
    const auto count = static_cast<std::size_t>(kWidth * kHeight);
    fill_.reserve(count);
    tone_.reserve(count);
    bend_.reserve(count / kBendStep);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const float u = 100.0F * static_cast<float>(x) / kWidth, v = 1.1F * static_cast<float>(y) / kHeight;
            const float strand = valueNoise(u * 3.4F, v * 2.4F, 9U), lock = valueNoise(u * 0.9F, v * 1.4F, 10U);
            fill_.push_back({strand * 0.7F + lock * 0.3F, 0.16F * lock + 0.12F * strand});
            tone_.push_back(0.55F + 0.42F * valueNoise(u * 4.6F, v * 3.0F, 3U) +
                            0.48F * valueNoise(u * 1.15F, v * 2.0F, 4U));
            if (x % kBendStep == 0) bend_.push_back(2.2F * (valueNoise(u * 0.35F, v * 9.0F, 5U) - 0.5F));
        }
}

const StrandNoise& StrandNoise::instance() {
    static const StrandNoise noise;
    return noise;
}

}  // namespace facespace::synthesis
