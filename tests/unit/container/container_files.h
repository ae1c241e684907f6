#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace facespace::test {

using Bytes = std::vector<std::uint8_t>;

/// A PPM image of one colour.
Bytes ppm(int width, int height, std::uint8_t value);
void append(Bytes& to, std::uint64_t value, int bytes);
/// IRHeader with one label, or an array of them, and what follows it.
Bytes labelled(const std::vector<float>& labels, std::uint64_t id, const Bytes& image);

/// Writes RecordIO as MXNet's MXIndexedRecordIO does.
class RecordWriter {
  public:
    /// The record in one part, or cut where it holds the magic number.
    void add(std::uint64_t key, const Bytes& record);
    /// FILE.rec, and FILE.idx beside it.
    std::filesystem::path write(const std::filesystem::path& folder, const std::string& name, bool index = true) const;
    const Bytes& bytes() const { return bytes_; }
    const std::string& index() const { return index_; }

  private:
    Bytes bytes_;
    std::string index_;
};

/// A set as InsightFace makes it: images from key 1 on, `perIdentity` of each of `identities` with values that differ,
/// behind them an identity record each, and record 0, which says where these are.
RecordWriter insightFaceSet(int identities, int perIdentity, const std::vector<float>& moreLabels = {});

void writeBytes(const std::filesystem::path& file, const Bytes& bytes);
void writeText(const std::filesystem::path& file, const std::string& text);

}  // namespace facespace::test
