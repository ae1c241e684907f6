#pragma once
#include "core/common/job.h"
#include "core/container/container.h"

namespace facespace {

/// A file in an archive.
struct ArchiveEntry {
    std::string name;         ///< '/' between folders, without "." and "..", bytes as the archive has them.
    std::uint64_t place = 0;  ///< Where its header begins (tar), or its number (zip).
    std::uint64_t bytes = 0;
};

/// What an archive was found to hold.
struct ArchiveIndex {
    std::vector<ArchiveEntry> entries;  ///< By rising name; of several of one name the last.
    std::int64_t unsafe = 0;            ///< Files left out because their names lead out of the archive.
    std::string firstUnsafe;
    bool cutShort = false;  ///< What is behind the last entry could not be read.
};
/// Sorts the entries and keeps the last of each name. Names that climb or are absolute are left out and counted.
void putInOrder(ArchiveIndex& index);

/// An archive, entries of which are read one by one: tar (any kind, by libarchive) or zip (by libzip, which finds an entry
/// without reading those before it). The index is made when it is opened: of a tar by going from header to header.
class ArchiveFile : public Container {
  public:
    /// Errors: kIo, kFormat (not such an archive, encrypted, compressed as a whole), kCancelled, kResource.
    static Result<std::shared_ptr<const ArchiveFile>> open(const std::filesystem::path& file, const JobContext& job = {});

    bool has(const std::string& entry) const override { return find(entry) != nullptr; }
    Result<std::vector<std::uint8_t>> read(const std::string& entry, std::uint64_t most) const override;
    const ArchiveIndex& index() const { return index_; }

  protected:
    ArchiveFile(std::string name, ArchiveIndex index) : name_(std::move(name)), index_(std::move(index)) {}
    /// Fills `to`, which has the entry's length. False if it is damaged.
    virtual bool fill(const ArchiveEntry& entry, std::vector<std::uint8_t>& to) const = 0;

  private:
    const ArchiveEntry* find(const std::string& entry) const;
    std::string name_;
    ArchiveIndex index_;
};

Result<std::shared_ptr<const ArchiveFile>> openTar(const std::filesystem::path& file, const JobContext& job);
Result<std::shared_ptr<const ArchiveFile>> openZip(const std::filesystem::path& file, const JobContext& job);

}  // namespace facespace
