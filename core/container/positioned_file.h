#pragma once
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// Which bytes a path led to: another file in its place, or one that was written to, is not the same.
struct FileIdentity {
    std::uint64_t device = 0, node = 0, bytes = 0;
    std::int64_t seconds = 0, nanoseconds = 0;  ///< When it was last written to.
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// A regular file open for reading at any place by several threads at once.
class PositionedFile {
  public:
    /// Errors: kIo (not there, not to be read, a folder, a pipe or a device).
    static Result<PositionedFile> open(const std::filesystem::path& file);
    PositionedFile(PositionedFile&& other) noexcept;
    PositionedFile& operator=(PositionedFile&& other) noexcept;
    PositionedFile(const PositionedFile&) = delete;
    PositionedFile& operator=(const PositionedFile&) = delete;
    ~PositionedFile();

    const std::filesystem::path& path() const { return path_; }
    /// How messages call it.
    std::string name() const { return path_.string(); }
    /// As it was when it was opened.
    const FileIdentity& identity() const { return identity_; }
    std::uint64_t size() const { return identity_.bytes; }
    int descriptor() const { return descriptor_; }
    /// Copies bytes from `offset` on; returns how many there were, fewer than asked for at the end or if reading fails.
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> to) const;

  private:
    PositionedFile() = default;
    std::filesystem::path path_;
    FileIdentity identity_;
    int descriptor_ = -1;
};

/// Reads a file from its beginning, by blocks. Not thread-safe.
class FileCursor {
  public:
    explicit FileCursor(const PositionedFile& file) : file_(file), block_(kBlock) {}
    std::uint64_t at() const { return start_ + next_; }
    std::uint64_t left() const { return file_.size() - std::min(file_.size(), at()); }
    /// The next `to.size()` bytes. False at the end: then none are taken.
    bool take(std::span<std::uint8_t> to);
    /// False beyond the end: then nothing is skipped.
    bool skip(std::uint64_t bytes);

  private:
    static constexpr std::size_t kBlock = std::size_t{1} << 16;
    bool fill();
    const PositionedFile& file_;
    std::vector<std::uint8_t> block_;
    std::uint64_t start_ = 0;  // of the block in the file
    std::size_t next_ = 0, end_ = 0;
};

}  // namespace facespace
