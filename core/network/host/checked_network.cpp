#include "core/network/host/checked_network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <numeric>

#include "core/network/host/input_tensor.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

using Pixels = std::vector<std::uint8_t>;

/// A smooth picture with some noise: networks are tried out on something between a face and a blank.
Pixels probeCrop(std::size_t bytes, std::uint32_t seed) {
    Pixels pixels(bytes);
    std::uint32_t state = seed * 2654435761U + 1U;
    for (std::size_t i = 0; i < bytes; ++i) {
        state = state * 1664525U + 1013904223U;
        const double wave = 96.0 * std::sin(static_cast<double>(i) * 0.0031 * (1.0 + seed));
        pixels[i] =
            static_cast<std::uint8_t>(std::clamp(128.0 + wave + static_cast<double>(state >> 27U) - 16.0, 0.0, 255.0));
    }
    return pixels;
}

void append(Pixels& to, const Pixels& crop) { to.insert(to.end(), crop.begin(), crop.end()); }

/// Every image with its columns in reverse.
Pixels mirrored(std::span<const std::uint8_t> pixels, std::size_t width) {
    Pixels result(pixels.size());
    for (std::size_t row = 0; row < pixels.size(); row += 3 * width)
        for (std::size_t x = 0; x < width; ++x)
            std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(row + 3 * x), 3,
                        result.begin() + static_cast<std::ptrdiff_t>(row + 3 * (width - 1 - x)));
    return result;
}

bool sameBits(const float* a, const float* b, std::size_t n) { return std::memcmp(a, b, n * sizeof(float)) == 0; }

bool hasUnitLength(std::span<const float> row) {
    double sum = 0;
    for (const float v : row) sum += static_cast<double>(v) * static_cast<double>(v);
    return std::abs(std::sqrt(sum) - 1.0) < 1e-3;
}

}  // namespace

std::size_t CheckedNetwork::cropBytes() const {
    return static_cast<std::size_t>(request_.width) * static_cast<std::size_t>(request_.height) * 3;
}

std::size_t CheckedNetwork::width() const {
    return static_cast<std::size_t>(request_.dimension) * (request_.flip == "concatenate" ? 2 : 1);
}

Result<std::vector<float>> CheckedNetwork::runOnce(std::span<const std::uint8_t> pixels, int batch) {
    auto output = backend_->run(inputTensor(pixels, request_), batch);
    if (!output && output.error().code == ErrorCode::kInvalid) return forward(output);
    if (!output)
        return fail(ErrorCode::kModel, complaint(Complaint::kCannotTake, batch, request_.channels, request_.width,
                                                 request_.height, output.error().message));
    const auto& shape = output->shape;
    const std::int64_t total = std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    if (shape.size() < 2 || shape[0] != batch)
        return fail(ErrorCode::kModel, complaint(Complaint::kWrongShape, fmt::format("{}", fmt::join(shape, " × ")), batch));
    if (total != static_cast<std::int64_t>(batch) * request_.dimension)
        return fail(ErrorCode::kModel, complaint(Complaint::kWrongDimension, total / batch, request_.dimension));
    const auto dimension = static_cast<std::size_t>(request_.dimension);
    for (std::size_t i = 0; i < output->values.size() && !output->norms.empty(); ++i)
        output->values[i] *= output->norms[i / dimension];
    return std::move(output->values);
}

/// With the features of the mirrored images, where the descriptor says so.
Result<std::vector<float>> CheckedNetwork::runChecked(std::span<const std::uint8_t> pixels, int batch) {
    auto straight = runOnce(pixels, batch);
    if (!straight || request_.flip.empty()) return straight;
    const auto other = runOnce(mirrored(pixels, static_cast<std::size_t>(request_.width)), batch);
    if (!other) return other;
    if (request_.flip == "concatenate") {
        const auto dimension = static_cast<std::ptrdiff_t>(request_.dimension);
        std::vector<float> joined;
        joined.reserve(2 * straight->size());
        for (auto a = straight->cbegin(), b = other->cbegin(); a != straight->cend(); a += dimension, b += dimension) {
            joined.insert(joined.end(), a, a + dimension);
            joined.insert(joined.end(), b, b + dimension);
        }
        return joined;
    }
    const float share = request_.flip == "mean" ? 0.5F : 1.F;
    for (std::size_t i = 0; i < straight->size(); ++i) (*straight)[i] = ((*straight)[i] + (*other)[i]) * share;
    return straight;
}

Result<CheckedNetwork> CheckedNetwork::load(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    const auto kind = backendNamed(request.backend);
    if (!kind) return forward(kind);
    auto backend = kind->load(request, weights);
    if (!backend) return fail(ErrorCode::kModel, complaint(Complaint::kNotLoaded, request.weights, backend.error().message));
    CheckedNetwork network(std::move(*backend), request);
    if (auto chosen = network.chooseBatch(); !chosen) return forward(chosen);
    if (auto looked = network.lookAtProbes(); !looked) return forward(looked);
    network.ready_.device = network.backend_->device();
    return network;
}

Result<void> CheckedNetwork::chooseBatch() {
    const auto random = [] { return fail(ErrorCode::kModel, complaint(Complaint::kUnsteady)); };
    ready_.batch = request_.batch;
    const auto steady = tryOut(request_.batch);
    if (steady && *steady) return {};
    if (request_.batch == 1) return steady ? Result<void>(random()) : forward(steady);
    if (request_.batchIsFixed) {
        if (!steady) return forward(steady);
        ready_.note = complaint(Complaint::kDependsOnBatch);
        return {};
    }
    // Either the weights take single images only, or a kernel's result depends on the place in the batch.
    const auto single = tryOut(1);
    if (!single) return steady ? forward(single) : forward(steady);
    if (!*single) return random();
    ready_.batch = 1;
    ready_.note = complaint(steady ? Complaint::kDependsOnBatchOneByOne : Complaint::kOneByOne);
    return {};
}

/// Whether a crop gives the same bits in every place of a batch, beside other crops and again.
Result<bool> CheckedNetwork::tryOut(int batch) {
    const Pixels a = probeCrop(cropBytes(), 1), b = probeCrop(cropBytes(), 2);
    Pixels same, mixed;
    for (int i = 0; i < batch; ++i) {
        append(same, a);
        append(mixed, i % 2 == 0 ? a : b);
    }
    const auto first = runChecked(same, batch);
    if (!first) return forward(first);
    const auto second = runChecked(mixed, batch);
    if (!second) return forward(second);
    const std::size_t dimension = width();
    const auto row1 = static_cast<std::ptrdiff_t>(dimension);
    const auto ofB =
        batch > 1 ? Result<std::vector<float>>(std::vector<float>(second->begin() + row1, second->end())) : runChecked(b, 1);
    if (!ofB) return forward(ofB);
    probes_.assign(first->begin(), first->begin() + row1);
    probes_.insert(probes_.end(), ofB->begin(), ofB->begin() + row1);
    for (std::size_t row = 0; row < static_cast<std::size_t>(batch); ++row) {
        if (!sameBits(first->data(), first->data() + row * dimension, dimension)) return false;
        if (row % 2 == 0 && !sameBits(first->data(), second->data() + row * dimension, dimension)) return false;
        if (row % 2 == 1 && !sameBits(ofB->data(), second->data() + row * dimension, dimension)) return false;
    }
    return true;
}

Result<void> CheckedNetwork::lookAtProbes() {
    if (!std::all_of(probes_.begin(), probes_.end(), [](float v) { return std::isfinite(v); }))
        return fail(ErrorCode::kModel, complaint(Complaint::kNotFinite));
    const std::size_t dimension = width();
    ready_.unitLength = hasUnitLength({probes_.data(), dimension}) && hasUnitLength({probes_.data() + dimension, dimension});
    return {};
}

Result<std::vector<float>> CheckedNetwork::features(std::span<const std::uint8_t> pixels) {
    const std::size_t crops = pixels.size() / cropBytes();
    const auto batch = static_cast<std::size_t>(ready_.batch);
    const std::size_t dimension = width();
    std::vector<float> result;
    result.reserve(crops * dimension);
    for (std::size_t first = 0; first < crops; first += batch) {
        const std::size_t count = std::min(batch, crops - first);
        const auto part = pixels.subspan(first * cropBytes(), count * cropBytes());
        Pixels filled;
        if (count < batch) {
            filled.assign(part.begin(), part.end());
            filled.resize(batch * cropBytes(), 0);
        }
        const auto rows = runChecked(count < batch ? std::span<const std::uint8_t>(filled) : part, ready_.batch);
        if (!rows) return forward(rows);
        result.insert(result.end(), rows->begin(), rows->begin() + static_cast<std::ptrdiff_t>(count * dimension));
    }
    return result;
}

}  // namespace facespace::host
