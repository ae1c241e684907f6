#pragma once
#include "core/container/container.h"
#include "core/container/pair_pickle.h"

namespace facespace {

/// A verification set (.bin) as InsightFace's evaluation takes it: LFW, CFP-FP, AgeDB-30 and others. Its images are called
/// by their numbers from 0 on, "000017"; those of pair i are 2 i and 2 i + 1. Images that several pairs share are there
/// several times.
class PairFile final : public Container {
  public:
    /// Errors: those of PositionedFile::open() and readPairPickle(), kResource.
    static Result<std::shared_ptr<const PairFile>> open(const std::filesystem::path& file, const JobContext& job = {});

    bool has(const std::string& entry) const override;
    Result<std::vector<std::uint8_t>> read(const std::string& entry, std::uint64_t most) const override;

    static std::string entryName(std::size_t image);
    std::size_t imageCount() const { return set_.images.size(); }
    /// Of each pair, whether it is one person.
    const std::vector<char>& same() const { return set_.same; }
    /// For each image the first one that has the very same bytes, often itself. Errors: kIo, kCancelled.
    Result<std::vector<std::size_t>> firstOfSame(const JobContext& job) const;

  private:
    PairFile(PositionedFile file, PairPickle set) : file_(std::move(file)), set_(std::move(set)) {}
    Result<std::string> hashOf(const FilePart& part) const;
    std::optional<std::size_t> find(const std::string& entry) const;
    PositionedFile file_;
    PairPickle set_;
};

}  // namespace facespace
