#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "core/common/result.h"

/// Protocol Buffers' wire format, in which ONNX files are written, read front to back and without a copy. Whoever looks at a
/// file of hundreds of megabytes for a few of its fields, or before a library is trusted with it, needs no more.
namespace facespace::onnx {

using Bytes = std::span<const std::byte>;

/// One field of a message; `bytes` of those that have a length, `number` of the others.
struct Field {
    std::uint32_t id = 0, wire = 0;
    std::uint64_t number = 0;
    Bytes bytes;
};

class Reader {
  public:
    explicit Reader(Bytes rest) : rest_(rest) {}
    bool done() const { return rest_.empty(); }
    /// Nothing: the bytes end before the number does.
    std::optional<std::uint64_t> varint();
    /// Nothing: the bytes are no field.
    std::optional<Field> field();

  private:
    Bytes rest_;
};

/// kModel, as part of a sentence.
tl::unexpected<Error> notOnnx();

/// Errors: notOnnx(), and those of `visit`, which ends the walk.
Result<void> eachField(Bytes message, const std::function<Result<void>(const Field&)>& visit);

}  // namespace facespace::onnx
