#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/common/result.h"
#include "core/dataset/image_set.h"

namespace facespace {

/// Finds the image that a line of a CSV is about: by its column `row`, the position in import order from 0, else by `path`,
/// which names an image where no other face is of the same file. The set must outlive it. Not thread-safe.
class ImageLines {
  public:
    /// @param header  the file's columns @param file  how messages call it
    /// Errors: kFormat (neither column).
    static Result<ImageLines> of(const ImageSet& set, const std::vector<std::string>& header, const std::string& file);

    /// The row of the image. Errors: kFormat (no such row, an image for the second time), kNotFound (no such path), kInvalid
    /// (a path of several faces); each names file and line.
    Result<std::size_t> rowOf(const std::vector<std::string>& fields, std::int64_t line);
    /// Which column names the image.
    std::size_t column() const { return column_; }

  private:
    ImageLines(const ImageSet& set, std::string file, std::size_t column, bool byRow);
    Result<std::size_t> find(const std::string& text, std::int64_t line) const;

    const ImageSet& set_;
    std::string file_;
    std::size_t column_;
    bool byRow_;
    std::unordered_map<std::string, std::size_t> byPath_;  // Position in the set, or kSeveral.
    std::vector<char> used_;
};

/// The rows that a CSV lists, in its order; "-" is standard input. Errors: kIo, kFormat, and those of ImageLines.
Result<std::vector<std::size_t>> readImageList(const ImageSet& set, const std::filesystem::path& file);

}  // namespace facespace
