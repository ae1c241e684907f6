#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/container/positioned_file.h"

namespace facespace {

/// RecordIO as dmlc-core writes it (include/dmlc/recordio.h), little-endian: a record is one part or several, each of the
/// magic number, a word of 3 bits (0: whole; 1, 2, 3: first, middle and last part) and 29 bits of length, so many bytes, and
/// zeros up to a multiple of 4. A record that holds the magic number at a multiple of 4 is cut there: it stands between
/// parts.
inline constexpr std::uint32_t kRecordMagic = 0xced7230a;
inline constexpr std::uint32_t kMostPartBytes = (1U << 29) - 1;

struct RecordSpan {
    std::uint64_t bytes = 0;  ///< Of the whole record, without what keeps its parts together.
    std::uint64_t next = 0;   ///< Where the record behind it begins.
};
/// Reads the first `most` bytes of the record at `offset` into `to`, fewer if it is shorter.
/// @return nothing where no record is, or one that is cut short.
std::optional<RecordSpan> readRecord(const PositionedFile& file, std::uint64_t offset, std::uint64_t most,
                                     std::vector<std::uint8_t>& to);

/// What MXNet puts before each image (python/mxnet/recordio.py, IRHeader): flag, label, id, id2; where the flag is not 0, so
/// many labels follow, and the one in the header does not count.
struct RecordHeader {
    std::uint32_t labelCount = 0;  ///< Of the array; 0: one label, in the header.
    float label = 0, second = 0;   ///< The first of the array, and the second, if there are so many.
    std::uint64_t id = 0;
    std::uint64_t bytes() const { return kHeaderBytes + std::uint64_t{4} * labelCount; }
    static constexpr std::uint64_t kHeaderBytes = 24;
};
/// The bytes from which readRecordHeader() reads all that it gives.
inline constexpr std::uint64_t kHeaderWithTwoLabels = 32;
/// @param record  the first bytes of a record. @param whole  how many it has. @return nothing if it is shorter than its
/// header.
std::optional<RecordHeader> readRecordHeader(const std::vector<std::uint8_t>& record, std::uint64_t whole);

}  // namespace facespace
