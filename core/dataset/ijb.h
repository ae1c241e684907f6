#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/common/text.h"
#include "core/dataset/fields.h"

namespace facespace {

/// Gathers the rows of an IJB-A, CS2 or IJB-C protocol into one record per distinct (file, face box).
///
/// A protocol lists a face once per template it belongs to, and a file once per face in it. Rows of the same file and box
/// are the same face: they become one record whose metadata keeps every distinct value ("12;345" under TEMPLATE_ID). Rows of
/// the same file with different boxes are different faces and stay different records with the same path. A row is a video
/// frame if its path goes through a folder "frame" or "frames", or, where the path does not tell
/// ("img"), if FRAME holds a number above zero; a frame's video is its MEDIA_ID.
class IjbCollector {
  public:
    IjbCollector(ImageSet& set, const std::vector<std::string>& columns, const FieldColumns& fields, std::string manifest);
    /// Errors: kFormat if the same face is given to two subjects.
    Result<void> add(ImageRecord record, std::int64_t line);
    void finish(std::vector<Text>& warnings) const;

  private:
    void setMedia(ImageRecord& record) const;

    ImageSet& set_;
    std::string manifest_;
    std::optional<std::size_t> frameColumn_;  ///< Index into metadata.
    std::unordered_map<std::string, std::size_t> records_;
    std::vector<std::int64_t> lines_;  ///< First line of each record.
    std::int64_t merged_ = 0;
};

}  // namespace facespace
