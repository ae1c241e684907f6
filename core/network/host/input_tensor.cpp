#include "core/network/host/input_tensor.h"

#include <array>

namespace facespace::host {
namespace {

/// What each of the 256 pixel values becomes in a channel.
using Table = std::array<float, 256>;

Table tableOf(float mean, float std) {
    Table table;
    for (std::size_t v = 0; v < table.size(); ++v) table[v] = (static_cast<float>(v) - mean) / std;
    return table;
}

}  // namespace

std::vector<float> inputTensor(std::span<const std::uint8_t> pixels, const protocol::LoadRequest& network) {
    const auto plane = static_cast<std::size_t>(network.width) * static_cast<std::size_t>(network.height);
    const auto channels = static_cast<std::size_t>(network.channels);
    const std::size_t crops = pixels.size() / (plane * 3);
    std::vector<float> result(crops * channels * plane);
    for (std::size_t c = 0; c < channels; ++c) {
        const Table table = tableOf(network.mean[c], network.std[c]);
        const std::size_t source = network.bgr ? 2 - c : c;
        for (std::size_t n = 0; n < crops; ++n) {
            const std::uint8_t* in = pixels.data() + n * plane * 3;
            float* out = result.data() + (n * channels + c) * plane;
            if (channels == 1) {
                for (std::size_t i = 0; i < plane; ++i, in += 3)
                    out[i] = table[(299U * in[0] + 587U * in[1] + 114U * in[2] + 500U) / 1000U];
            } else {
                for (std::size_t i = 0; i < plane; ++i, in += 3) out[i] = table[in[source]];
            }
        }
    }
    return result;
}

}  // namespace facespace::host
