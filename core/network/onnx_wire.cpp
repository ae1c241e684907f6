#include "core/network/onnx_wire.h"

#include <limits>

#include "core/network/complaints.h"

namespace facespace::onnx {

std::optional<std::uint64_t> Reader::varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = std::to_integer<std::uint64_t>(rest_.front());
        rest_ = rest_.subspan(1);
        value |= (byte & 127U) << shift;
        if (byte < 128) return value;
    }
    return std::nullopt;
}

std::optional<Field> Reader::field() {
    const auto key = varint();
    if (!key || (*key >> 3U) == 0 || (*key >> 3U) > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    Field field{static_cast<std::uint32_t>(*key >> 3U), static_cast<std::uint32_t>(*key & 7U), 0, {}};
    std::uint64_t length = 0;
    switch (field.wire) {
        case 0: {
            const auto value = varint();
            if (!value) return std::nullopt;
            field.number = *value;
            return field;
        }
        case 1:
            length = 8;
            break;
        case 5:
            length = 4;
            break;
        case 2: {
            const auto value = varint();
            if (!value) return std::nullopt;
            length = *value;
            break;
        }
        default:
            return std::nullopt;
    }
    if (length > rest_.size()) return std::nullopt;
    field.bytes = rest_.first(length);
    rest_ = rest_.subspan(length);
    return field;
}

tl::unexpected<Error> notOnnx() { return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNotOnnx)); }

Result<void> eachField(Bytes message, const std::function<Result<void>(const Field&)>& visit) {
    Reader reader(message);
    while (!reader.done()) {
        const auto field = reader.field();
        if (!field) return notOnnx();
        if (auto visited = visit(*field); !visited) return visited;
    }
    return {};
}

}  // namespace facespace::onnx
