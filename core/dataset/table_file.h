#pragma once
#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/dataset/csv.h"

namespace facespace {

/// A table of text as programs and papers write it: comma, tab, semicolon, bar or blanks between the cells, with a header or
/// without (a list of images, known by the image in its first line), a count above it (CelebA), the column of images
/// unnamed, or a first unnamed column that numbers the rows (pandas, R), which is passed over. Not thread-safe.
class TableFile {
  public:
    /// Reads what the columns are called; "-" is standard input. Of a list without header they are “column 1” and so on.
    /// @param onlyPaths  A list of one column is of paths, which may hold blanks.
    /// Errors: kIo (“Cannot read the {what} …”), kFormat (empty, a name twice, not UTF-8), and CsvReader's.
    static Result<TableFile> open(const std::filesystem::path& file, const Text& what, bool onlyPaths = false);

    const std::vector<std::string>& columns() const { return columns_; }
    bool hasHeader() const { return header_; }
    /// What was passed over or taken for something, a sentence each.
    const std::vector<Text>& notes() const { return notes_; }
    /// The first rows, at most kLookedAt; next() gives them all the same.
    const std::vector<std::vector<std::string>>& firstRows() const { return first_; }
    static constexpr std::size_t kLookedAt = 200;

    /// The next row; false at the end. After an error, stop.
    Result<bool> next(std::vector<std::string>& cells);
    /// The line on which the last row began, from 1.
    std::int64_t line() const { return line_; }
    const std::string& name() const { return name_; }

  private:
    TableFile() = default;
    Result<void> begin(char delimiter);
    void lookAtRows();
    Result<void> nameColumns(std::vector<std::string> header);
    void passOverIndex();

    std::string name_;
    std::unique_ptr<std::istream> in_;
    std::unique_ptr<CsvReader> csv_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> first_;
    std::vector<std::int64_t> firstLines_;
    std::size_t given_ = 0;
    std::int64_t line_ = 0;
    std::optional<Error> failed_;  ///< Met while looking at the first rows.
    bool header_ = true, index_ = false;
    std::vector<Text> notes_;
};

/// Whether the values count up by one from 0 or 1, as row numbers that a program wrote do. Fewer than two tell nothing.
bool countsUp(const std::vector<std::vector<std::string>>& rows, std::size_t column);

}  // namespace facespace
