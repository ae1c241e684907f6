#include "core/container/record_writer.h"

#include <array>
#include <bit>

#include "core/container/record_format.h"

namespace facespace {
namespace {

void put(std::vector<std::uint8_t>& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

void writeBytes(std::ostream& out, std::span<const std::uint8_t> bytes) {
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// Where the magic number is at a multiple of 4.
std::vector<std::size_t> magicIn(const std::vector<std::uint8_t>& record) {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at + 4 <= record.size(); at += 4) {
        const std::uint32_t word =
            static_cast<std::uint32_t>(record[at]) | static_cast<std::uint32_t>(record[at + 1]) << 8U |
            static_cast<std::uint32_t>(record[at + 2]) << 16U | static_cast<std::uint32_t>(record[at + 3]) << 24U;
        if (word == kRecordMagic) places.push_back(at);
    }
    return places;
}

}  // namespace

bool RecordWriter::add(std::uint64_t key, const std::vector<float>& labels, std::span<const std::uint8_t> image) {
    if (RecordHeader::kHeaderBytes + 4 * labels.size() + image.size() > kMostPartBytes) return false;
    std::vector<std::uint8_t> record;
    record.reserve(RecordHeader::kHeaderBytes + 4 * labels.size() + image.size());
    const bool several = labels.size() > 1;
    put(record, several ? labels.size() : 0, 4);
    put(record, several ? 0 : std::bit_cast<std::uint32_t>(labels.front()), 4);
    put(record, key, 8);
    put(record, 0, 8);
    if (several)
        for (const float label : labels) put(record, std::bit_cast<std::uint32_t>(label), 4);
    record.insert(record.end(), image.begin(), image.end());

    index_ << key << '\t' << offset_ << '\n';
    const auto cuts = magicIn(record);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const std::size_t end = i < cuts.size() ? cuts[i] : record.size();
        const std::uint32_t kind = cuts.empty() ? 0 : i == 0 ? 1 : i < cuts.size() ? 2 : 3;
        writePart(kind, std::span(record).subspan(begin, end - begin));
        begin = end + 4;
    }
    return true;
}

void RecordWriter::writePart(std::uint32_t kind, std::span<const std::uint8_t> part) {
    std::vector<std::uint8_t> head;
    put(head, kRecordMagic, 4);
    put(head, kind << 29U | static_cast<std::uint32_t>(part.size()), 4);
    writeBytes(records_, head);
    writeBytes(records_, part);
    const std::array<std::uint8_t, 4> zeros{};
    const std::size_t padding = (4 - part.size() % 4) % 4;
    writeBytes(records_, std::span(zeros).first(padding));
    offset_ += head.size() + part.size() + padding;
}

// Python's Lib/pickletools.py describes the opcodes.
PairWriter::PairWriter(std::ostream& out) : out_(out) { out_ << "\x80\x04]("; }

void PairWriter::add(std::span<const std::uint8_t> image) {
    std::vector<std::uint8_t> head;
    const bool large = image.size() > 0xFFFFFFFFU;
    put(head, large ? 0x8e : 'B', 1);
    put(head, image.size(), large ? 8 : 4);
    writeBytes(out_, head);
    writeBytes(out_, image);
}

void PairWriter::finish(const std::vector<char>& same) {
    out_ << "e](";
    for (const char one : same) out_ << (one != 0 ? '\x88' : '\x89');
    out_ << "e\x86.";
}

}  // namespace facespace
