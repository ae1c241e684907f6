#include "core/network/weight_parts.h"

#include <cstdint>
#include <cstring>
#include <optional>

#include "core/network/complaints.h"

namespace facespace {
namespace {

constexpr char kMark[] = "FSPARTS1";
constexpr std::size_t kMarkBytes = 8, kMostParts = 65536;

void append(std::vector<std::byte>& to, const void* from, std::size_t size) {
    const auto* bytes = static_cast<const std::byte*>(from);
    to.insert(to.end(), bytes, bytes + size);
}

/// Front to back; nothing where there is not enough left.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> rest) : rest_(rest) {}
    std::optional<std::span<const std::byte>> take(std::uint64_t size) {
        if (size > rest_.size()) return std::nullopt;
        const auto part = rest_.first(size);
        rest_ = rest_.subspan(size);
        return part;
    }
    std::optional<std::uint64_t> number() {
        const auto bytes = take(sizeof(std::uint64_t));
        if (!bytes) return std::nullopt;
        std::uint64_t value = 0;
        std::memcpy(&value, bytes->data(), sizeof value);
        return value;
    }

  private:
    std::span<const std::byte> rest_;
};

}  // namespace

std::vector<std::byte> weightPartsHeader(const std::vector<std::string>& names, const std::vector<std::uint64_t>& sizes) {
    std::vector<std::byte> header;
    const auto number = [&](std::uint64_t value) { append(header, &value, sizeof value); };
    append(header, kMark, kMarkBytes);
    number(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        number(names[i].size());
        number(sizes[i]);
        append(header, names[i].data(), names[i].size());
    }
    return header;
}

Result<std::vector<WeightPart>> weightParts(std::span<const std::byte> memory) {
    if (memory.size() < kMarkBytes || std::memcmp(memory.data(), kMark, kMarkBytes) != 0)
        return std::vector<WeightPart>{{"", memory}};
    const auto damaged = [] { return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNotOnnx)); };
    Reader reader(memory.subspan(kMarkBytes));
    const auto count = reader.number();
    if (!count || *count == 0 || *count > kMostParts) return damaged();
    std::vector<WeightPart> parts;
    std::vector<std::uint64_t> sizes;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto length = reader.number(), size = reader.number();
        const auto name = length && size ? reader.take(*length) : std::nullopt;
        if (!name) return damaged();
        parts.push_back({{reinterpret_cast<const char*>(name->data()), name->size()}, {}});
        sizes.push_back(*size);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto bytes = reader.take(sizes[i]);
        if (!bytes) return damaged();
        parts[i].bytes = *bytes;
    }
    return parts;
}

}  // namespace facespace
