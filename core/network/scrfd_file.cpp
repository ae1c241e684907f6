#include "core/network/scrfd_file.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace facespace {
namespace {

constexpr std::size_t kLevels = 3;
constexpr std::array<std::int64_t, 3> kColumns{1, 4, 10};  // score, box, points
constexpr std::int64_t kLargestCell = 32, kMostPixels = 4096;

/// What a file leaves open may be as it has to be.
bool mayBe(std::int64_t said, std::int64_t wanted) { return said < 0 || said == wanted; }

bool isImage(const OnnxArray& input) {
    if (input.shape.size() != 4 || !mayBe(input.shape[0], 1) || !mayBe(input.shape[1], 3)) return false;
    const auto side = [](std::int64_t said) { return said < 0 || (said % kLargestCell == 0 && said <= kMostPixels); };
    return side(input.shape[2]) && side(input.shape[3]) && (input.shape[2] < 0) == (input.shape[3] < 0);
}

bool isOutput(const OnnxArray& output, std::size_t place) {
    return (output.shape.size() == 2 || output.shape.size() == 3) && mayBe(output.shape.back(), kColumns[place / kLevels]);
}

}  // namespace

std::optional<ScrfdFile> asScrfd(const OnnxSummary& summary) {
    const std::size_t count = summary.outputs.size();
    if (summary.inputs.size() != 1 || !isImage(summary.inputs.front())) return std::nullopt;
    if (count != 2 * kLevels && count != 3 * kLevels) return std::nullopt;
    ScrfdFile file;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isOutput(summary.outputs[i], i)) return std::nullopt;
        file.outputs.push_back(summary.outputs[i].name);
    }
    const auto& shape = summary.inputs.front().shape;
    file.height = static_cast<int>(std::max<std::int64_t>(shape[2], 0));
    file.width = static_cast<int>(std::max<std::int64_t>(shape[3], 0));
    file.landmarks = count == 3 * kLevels;
    return file;
}

NetworkDescriptor scrfdNetwork(const std::filesystem::path& file, const ScrfdFile& scrfd, int width, int height,
                               int numbers) {
    NetworkDescriptor d;
    d.name = file.filename().string();
    d.weightsFile = file;
    d.backend = "onnx";
    d.inputWidth = width;
    d.inputHeight = height;
    d.mean.fill(127.5F);
    d.std.fill(128.F);
    d.fixedBatch = 1;
    d.dimension = numbers;
    d.layersTogether = scrfd.outputs;
    return d;
}

}  // namespace facespace
