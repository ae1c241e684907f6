#pragma once
#include "core/common/job.h"
#include "core/container/container.h"
#include "core/container/record_format.h"

namespace facespace {

/// A record with an image.
struct RecordImage {
    std::uint64_t key = 0;
    float label = 0;  ///< The first, of several.
};

/// The images of a RecordIO file.
struct RecordList {
    std::vector<RecordImage> images;  ///< By rising key.
    /// Records that say which keys belong to an identity, and no more (InsightFace's sets: record 0 tells where they are).
    std::int64_t identityRecords = 0;
    std::int64_t contradicted = 0;  ///< Images that have another label than the first of their identity record.
    std::int64_t outside = 0;       ///< Images that no identity record counts as its own, where there are such records.
    bool labelsFromRanges = false;  ///< All labels were the same: they are the number of the identity record instead.
    std::int64_t damaged = 0;       ///< Entries of the index at which no whole record is.
    std::uint64_t firstDamaged = 0;
};

/// MXNet's RecordIO with images (.rec). Where each record lies says the index beside it (.idx: lines of key, tab and
/// offset); without one, the file is gone through once, and the keys are the ids in the records, or their numbers from 0 on
/// if ids repeat. An entry is called by its key, with zeros before it or not.
class RecordFile final : public Container {
  public:
    /// Errors: kIo, kFormat (no RecordIO file, an index that is not one or of another file), kCancelled, kResource.
    static Result<std::shared_ptr<const RecordFile>> open(const std::filesystem::path& file, const JobContext& job = {});

    bool has(const std::string& entry) const override;
    Result<std::vector<std::uint8_t>> read(const std::string& entry, std::uint64_t most) const override;

    /// "000123": the entry of this key.
    static std::string entryName(std::uint64_t key);
    /// Looks at the header of each record. Errors: kFormat (no record can be read, none holds an image), kCancelled.
    Result<RecordList> list(const JobContext& job) const;
    std::size_t recordCount() const { return index_.size(); }
    bool indexed() const { return indexed_; }

  private:
    struct Place {
        std::uint64_t key = 0, offset = 0;
    };
    struct Head;
    explicit RecordFile(PositionedFile file) : file_(std::move(file)) {}
    Result<void> readIndex(const std::filesystem::path& index, const JobContext& job);
    Result<void> goThrough(const JobContext& job);
    Result<void> order(const std::string& name);
    const Place* find(const std::string& entry) const;
    Result<std::vector<Head>> heads(const JobContext& job) const;

    PositionedFile file_;
    std::vector<Place> index_;  // by rising key
    bool indexed_ = false;
};

}  // namespace facespace
