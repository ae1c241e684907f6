#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/dataset/fields.h"

namespace facespace {

/// Turns the cells of one manifest row into a record. The path is taken over unchecked. Not thread-safe.
class RecordReader {
  public:
    /// @param manifest how messages call the file.
    RecordReader(std::vector<std::string> columns, FieldColumns fields, std::string manifest);

    /// Box sizes of zero or less mean "no box" instead of an error (IJB protocols).
    void allowEmptyBoxes() { allowEmptyBoxes_ = true; }
    /// Columns kept as metadata.
    std::vector<std::string> metadataColumns() const;
    /// Errors: kFormat (too few or many cells, no identity, a wrong number, half a box, an unknown medium, not UTF-8), each
    /// naming file, line, column and value.
    Result<ImageRecord> read(std::vector<std::string>& cells, std::int64_t line);
    /// Words in columns of text that were taken for missing values though they may be meant ("none"), a sentence each.
    std::vector<Text> notes() const;

  private:
    using Cells = std::vector<std::string>;
    Text where(std::size_t column) const;
    const std::string* cell(const Cells& cells, Field field) const;
    Result<std::optional<double>> number(const Cells& cells, Field field) const;
    Result<std::optional<double>> angle(const Cells& cells, Field field) const;
    using Problem = std::function<Text(const std::string& present, const std::string& absent)>;
    Result<std::optional<std::vector<float>>> numbers(const Cells& cells, Field first, std::size_t count,
                                                      const Problem& problem) const;
    Result<void> readFace(const Cells& cells, ImageRecord& record) const;
    Result<void> readAngles(const Cells& cells, ImageRecord& record) const;
    Result<void> readMedia(const Cells& cells, ImageRecord& record) const;
    Result<void> checkCells(Cells& cells) const;
    Result<std::string> identityOf(const Cells& cells) const;
    std::string kept(std::size_t metadataColumn, const std::string& cell);

    std::vector<std::string> columns_;
    FieldColumns fields_;
    std::string manifest_;
    std::int64_t line_ = 0;
    bool allowEmptyBoxes_ = false;
    struct Words {
        std::int64_t count = 0;
        std::string first;
        bool text = false;  ///< The column holds what is no number.
    };
    std::vector<Words> words_;  ///< By metadata column.
};

}  // namespace facespace
