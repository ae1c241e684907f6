#include "core/dataset/table_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "core/common/regular_file.h"
#include "core/common/whole_file.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

bool holdsImage(const std::vector<std::string>& cells) {
    return std::ranges::any_of(cells, [](const std::string& cell) { return endsAsImages(trimmed(cell)); });
}

bool isWholeNumber(std::string_view text) {
    text = trimmed(text);
    return !text.empty() && text.size() < 16 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What can be read twice: its beginning is looked at first.
Result<std::unique_ptr<std::istream>> opened(const std::filesystem::path& file, const Text& what) {
    if (isStandardStream(file)) {
        auto text = std::make_unique<std::stringstream>();
        *text << std::cin.rdbuf();
        return text;
    }
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::error_code error;
    auto in = std::make_unique<std::ifstream>(file, std::ios::binary);
    if (!*in || std::filesystem::is_directory(file, error))
        return fail(ErrorCode::kIo,
                    say("Cannot read the {} “{}”; check that the file exists and may be read.", what, file.string()));
    return in;
}

std::string unnamed(std::size_t column) { return fmt::format("column {}", column + 1); }

}  // namespace

bool countsUp(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    if (rows.size() < 2) return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (column >= rows[i].size() || !isWholeNumber(rows[i][column])) return false;
        const auto value = parseNumber(rows[i][column]), first = parseNumber(rows[0][column]);
        if (*first > 1 || *value != *first + static_cast<double>(i)) return false;
    }
    return true;
}

Result<TableFile> TableFile::open(const std::filesystem::path& file, const Text& what, bool onlyPaths) {
    TableFile table;
    table.name_ = file.string();
    auto in = opened(file, what);
    if (!in) return forward(in);
    table.in_ = std::move(*in);
    if (const auto begun = table.begin(0); !begun) return forward(begun);
    // A path with blanks in it was cut into pieces.
    const bool pieces = onlyPaths && table.csv_->delimiter() == kBlanks && !table.first_.empty() &&
                        std::ranges::all_of(table.first_, [](const auto& row) { return endsAsImages(row.back()); });
    if (pieces)
        if (const auto begun = table.begin(kWholeLines); !begun) return forward(begun);
    return table;
}

Result<void> TableFile::begin(char delimiter) {
    in_->clear();
    in_->seekg(0);
    csv_ = std::make_unique<CsvReader>(*in_, name_, CsvOptions{.delimiter = delimiter});
    columns_.clear();
    first_.clear();
    firstLines_.clear();
    failed_.reset();
    std::vector<std::string> cells;
    auto more = csv_->next(cells);
    if (!more) return forward(more);
    if (!*more)
        return fail(ErrorCode::kFormat,
                    say("“{}” is empty; its first line must name the columns, such as path,identity.", name_));
    if (cells.size() == 1 && isWholeNumber(cells[0]) && delimiter == 0) {
        // CelebA's tables begin with the number of their rows, so the separator is told from the line below.
        const std::int64_t line = csv_->line();
        std::string count;
        in_->clear();
        in_->seekg(0);
        std::getline(*in_, count);
        csv_ = std::make_unique<CsvReader>(*in_, name_, CsvOptions{.firstLine = line + 1});
        more = csv_->next(cells);
        if (!more) return forward(more);
        if (!*more) return fail(ErrorCode::kFormat, say("“{}” holds a number and nothing else.", name_));
    }
    if (!cells.empty() && trimmed(cells[0]).starts_with('#')) cells[0].erase(0, cells[0].find('#') + 1);
    header_ = !holdsImage(cells);
    if (!header_) {
        first_.push_back(cells);
        firstLines_.push_back(csv_->line());
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = unnamed(i);
    }
    lookAtRows();
    if (const auto named = nameColumns(std::move(cells)); !named) return named;
    passOverIndex();
    return {};
}

/// A line that cannot be read ends the look; next() says what is wrong with it.
void TableFile::lookAtRows() {
    std::vector<std::string> cells;
    while (first_.size() < kLookedAt) {
        const auto more = csv_->next(cells);
        if (!more) failed_ = more.error();
        if (!more || !*more) break;
        first_.push_back(cells);
        firstLines_.push_back(csv_->line());
    }
    given_ = 0;
}

Result<void> TableFile::nameColumns(std::vector<std::string> header) {
    // The images stand before the first column that has a name.
    if (header_ && !first_.empty() && first_[0].size() == header.size() + 1) {
        if (endsAsImages(trimmed(first_[0][0])))
            header.insert(header.begin(), "path");
        else if (countsUp(first_, 0))
            header.insert(header.begin(), "");
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::string& name = header[i];
        name = std::string(trimmed(name));
        if (name.empty()) name = unnamed(i);
        if (!isUtf8(name))
            return fail(ErrorCode::kFormat,
                        say("The column name “{}” in “{}” is not UTF-8 text; save the file as CSV in UTF-8.",
                            readableText(name.substr(0, 80)), name_));
        if (!seen.insert(name).second)
            return fail(ErrorCode::kFormat,
                        say("“{}” names the column “{}” twice; give each column a name of its own.", name_, name));
    }
    columns_ = std::move(header);
    return {};
}

void TableFile::passOverIndex() {
    index_ =
        header_ && columns_.size() > 1 && (columns_[0] == unnamed(0) || columns_[0] == "Unnamed: 0") && countsUp(first_, 0);
    if (!index_) return;
    columns_.erase(columns_.begin());
    for (auto& row : first_) row.erase(row.begin());
    notes_.push_back(say("The first column of “{}” numbers the rows and was passed over.", name_));
}

Result<bool> TableFile::next(std::vector<std::string>& cells) {
    if (given_ < first_.size()) {
        cells = first_[given_];
        line_ = firstLines_[given_++];
        return true;
    }
    if (failed_) return tl::make_unexpected(*failed_);
    const auto more = csv_->next(cells);
    if (more && *more && index_ && !cells.empty()) cells.erase(cells.begin());
    line_ = csv_->line();
    return more;
}

}  // namespace facespace
