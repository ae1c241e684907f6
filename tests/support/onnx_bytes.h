#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// Builds ONNX files by hand, so that tests can make wrong ones.
namespace facespace::test::onnx_bytes {

// The few protobuf fields of onnx.proto that a network without weights needs.
inline std::string varint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 128; value >>= 7U) bytes.push_back(static_cast<char>(value | 128U));
    bytes.push_back(static_cast<char>(value));
    return bytes;
}
inline std::string number(unsigned field, std::uint64_t value) { return varint(field << 3U) + varint(value); }
inline std::string bytes(unsigned field, const std::string& value) {
    return varint((field << 3U) | 2U) + varint(value.size()) + value;
}

inline std::string node(const std::string& type, const std::string& in, const std::string& out) {
    return bytes(1, bytes(1, in) + bytes(2, out) + bytes(3, type) + bytes(4, type));
}

/// ValueInfoProto: a float tensor; dimension 0 stands for "any".
inline std::string tensor(const std::string& name, const std::vector<std::uint64_t>& shape) {
    std::string dims;
    for (const auto d : shape) dims += bytes(1, d == 0 ? bytes(2, "n") : number(1, d));
    return bytes(1, name) + bytes(2, bytes(1, number(1, 1) + bytes(2, dims)));
}

/// TensorProto with its numbers as raw bytes; `more` are further fields.
inline std::string initializer(const std::string& name, const std::vector<std::int64_t>& dims, std::size_t rawBytes,
                               const std::string& more = {}, std::uint64_t type = 1) {
    std::string fields;
    for (const auto d : dims) fields += number(1, static_cast<std::uint64_t>(d));
    return fields + number(2, type) + bytes(8, name) + bytes(9, std::string(rawBytes, '\0')) + more;
}

/// Input n × 3 × 112 × 112, a convolution whose weights are `weights`, the channels' means.
inline std::string convolution(const std::string& weights) {
    const std::string kernel = bytes(5, bytes(1, "kernel_shape") + number(8, 1) + number(8, 1) + number(20, 7));
    const std::string conv =
        bytes(1, bytes(1, "x") + bytes(1, "w") + bytes(2, "c") + bytes(3, "conv") + bytes(4, "Conv") + kernel);
    const std::string graph = conv + node("GlobalAveragePool", "c", "p") + node("Flatten", "p", "y") + bytes(2, "conv") +
                              bytes(5, weights) + bytes(11, tensor("x", {0, 3, 112, 112})) + bytes(12, tensor("y", {0, 3}));
    return number(1, 7) + bytes(8, bytes(1, "") + number(2, 11)) + bytes(7, graph);
}

}  // namespace facespace::test::onnx_bytes
