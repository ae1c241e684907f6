#pragma once
#include <cstdint>
#include <ostream>
#include <span>
#include <vector>

namespace facespace {

/// Writes RecordIO with its index as MXNet's MXIndexedRecordIO does; record_format.h says what that is. Not thread-safe.
class RecordWriter {
  public:
    /// Both must outlive the writer; whether writing went well, they know.
    RecordWriter(std::ostream& records, std::ostream& index) : records_(records), index_(index) {}
    /// @param labels  one or more. @param image  the bytes of an image file, or none; below 512 MiB with the labels.
    /// @return false if it is too long, and not written.
    bool add(std::uint64_t key, const std::vector<float>& labels, std::span<const std::uint8_t> image);

  private:
    void writePart(std::uint32_t kind, std::span<const std::uint8_t> part);
    std::ostream& records_;
    std::ostream& index_;
    std::uint64_t offset_ = 0;
};

/// Writes a verification set (.bin) as Python 3 pickles a tuple of a list of bytes and a list of truth values, protocol 4
/// without frames. Images have to be given one after another, two for each truth value. Not thread-safe.
class PairWriter {
  public:
    explicit PairWriter(std::ostream& out);
    void add(std::span<const std::uint8_t> image);
    void finish(const std::vector<char>& same);

  private:
    std::ostream& out_;
};

}  // namespace facespace
