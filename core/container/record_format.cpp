#include "core/container/record_format.h"

#include <algorithm>
#include <array>
#include <bit>

namespace facespace {
namespace {

/// An image has a part more for each time that its bytes happen to be the magic number: hardly ever one.
constexpr int kMostParts = 1024;
/// Read together with a part's head, so that what only looks at the header of a record reads once.
constexpr std::size_t kReadAhead = 64;
constexpr std::size_t kHeadBytes = 8;

std::uint32_t word(const std::uint8_t* at) {
    return static_cast<std::uint32_t>(at[0]) | static_cast<std::uint32_t>(at[1]) << 8U |
           static_cast<std::uint32_t>(at[2]) << 16U | static_cast<std::uint32_t>(at[3]) << 24U;
}

struct Part {
    std::uint32_t kind = 0;
    std::uint64_t bytes = 0, next = 0;
};

/// Appends what `to` still wants of the part at `offset`, up to `most` bytes in all.
std::optional<Part> readPart(const PositionedFile& file, std::uint64_t offset, std::uint64_t most,
                             std::vector<std::uint8_t>& to) {
    std::array<std::uint8_t, kReadAhead> ahead{};
    const std::size_t got = file.read(offset, ahead);
    if (got < kHeadBytes || word(ahead.data()) != kRecordMagic) return {};
    const std::uint32_t head = word(ahead.data() + 4);
    Part part{head >> 29U, head & kMostPartBytes, 0};
    part.next = offset + kHeadBytes + (part.bytes + 3) / 4 * 4;
    if (offset + kHeadBytes + part.bytes > file.size()) return {};
    const auto wanted = static_cast<std::size_t>(std::min(part.bytes, most - std::min<std::uint64_t>(most, to.size())));
    const std::size_t here = std::min(wanted, got - kHeadBytes), before = to.size();
    to.insert(to.end(), ahead.begin() + kHeadBytes, ahead.begin() + kHeadBytes + static_cast<std::ptrdiff_t>(here));
    if (here == wanted) return part;
    to.resize(before + wanted);
    const auto rest = std::span(to).subspan(before + here);
    if (file.read(offset + kHeadBytes + here, rest) != rest.size()) return {};
    return part;
}

void appendMagic(std::uint64_t most, std::vector<std::uint8_t>& to) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        if (to.size() < most) to.push_back(static_cast<std::uint8_t>(kRecordMagic >> shift));
}

}  // namespace

std::optional<RecordSpan> readRecord(const PositionedFile& file, std::uint64_t offset, std::uint64_t most,
                                     std::vector<std::uint8_t>& to) {
    to.clear();
    RecordSpan span;
    for (int parts = 0; parts < kMostParts; ++parts) {
        const auto part = readPart(file, offset, most, to);
        if (!part) return {};
        const bool first = part->kind <= 1, last = part->kind == 0 || part->kind == 3;
        if (part->kind > 3 || first != (parts == 0)) return {};
        span.bytes += part->bytes;
        span.next = offset = part->next;
        if (last) return span;
        span.bytes += 4;
        appendMagic(most, to);
    }
    return {};
}

std::optional<RecordHeader> readRecordHeader(const std::vector<std::uint8_t>& record, std::uint64_t whole) {
    if (record.size() < RecordHeader::kHeaderBytes) return {};
    RecordHeader header;
    header.labelCount = word(record.data());
    header.label = std::bit_cast<float>(word(record.data() + 4));
    header.id = word(record.data() + 8) | static_cast<std::uint64_t>(word(record.data() + 12)) << 32U;
    if (header.bytes() > whole) return {};
    if (header.labelCount > 0 && record.size() >= 28) header.label = std::bit_cast<float>(word(record.data() + 24));
    if (header.labelCount > 1 && record.size() >= 32) header.second = std::bit_cast<float>(word(record.data() + 28));
    return header;
}

}  // namespace facespace
