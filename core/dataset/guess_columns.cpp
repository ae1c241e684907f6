#include "core/dataset/guess_columns.h"

#include <algorithm>

#include "core/dataset/text.h"

namespace facespace {
namespace {
using Rows = std::vector<std::vector<std::string>>;

std::size_t imagesIn(const Rows& rows, std::size_t column) {
    return static_cast<std::size_t>(std::ranges::count_if(
        rows, [&](const auto& row) { return column < row.size() && endsAsImages(trimmed(row[column])); }));
}

bool neverChanges(const Rows& rows, std::size_t column) {
    return std::ranges::all_of(rows, [&](const auto& row) {
        return column < row.size() && column < rows[0].size() && row[column] == rows[0][column];
    });
}

bool isWholeWithDecimals(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point > 0 &&
           text.substr(0, point).find_first_not_of("0123456789") == std::string_view::npos && point + 1 < text.size() &&
           text.substr(point + 1).find_first_not_of('0') == std::string_view::npos;
}

bool allInFolders(const Rows& rows, std::size_t column) {
    return std::ranges::all_of(
        rows, [&](const auto& row) { return column < row.size() && row[column].find_first_of("/\\") != std::string::npos; });
}

}  // namespace

GuessedColumns guessColumns(const TableFile& table) {
    GuessedColumns guess;
    guess.columns = table.columns();
    if (table.hasHeader()) return guess;
    guess.guessed = true;
    const Rows& rows = table.firstRows();
    std::size_t path = 0;
    for (std::size_t c = 1; c < guess.columns.size(); ++c)
        if (imagesIn(rows, c) > imagesIn(rows, path)) path = c;
    guess.mapping.emplace("path", ColumnSource{guess.columns[path]});
    std::vector<std::size_t> candidates;
    for (std::size_t c = 0; c < guess.columns.size(); ++c)
        if (c != path) candidates.push_back(c);
    // The last one that could be it stays: a short list may hold one person, or each once.
    const auto leave = [&](const auto& isNone) {
        for (std::size_t i = 0; i < candidates.size() && candidates.size() > 1;)
            if (isNone(rows, candidates[i])) {
                guess.left.insert(candidates[i]);
                candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(i));
            } else {
                ++i;
            }
    };
    leave(countsUp);
    if (rows.size() > 1) leave(neverChanges);
    if (candidates.size() == 1) {
        guess.mapping.emplace("identity", ColumnSource{guess.columns[candidates[0]]});
        guess.identityIsWhole = std::ranges::all_of(
            rows, [&](const auto& row) { return candidates[0] < row.size() && isWholeWithDecimals(row[candidates[0]]); });
    }
    guess.identityIsFolder = guess.columns.size() == 1 && allInFolders(rows, path);
    return guess;
}

Text GuessedColumns::note(const FieldColumns& fields, const std::string& table) const {
    if (!guessed) return {};
    const auto name = [&](Field field) { return columns[static_cast<std::size_t>(fields[field].column)]; };
    if (fields.identityIsFolder)
        return say("“{}” has no header and lists paths alone: the folder that holds an image is its identity.", table);
    return say("“{}” has no header: “{}” was taken for the path and “{}” for the identity; --map says otherwise.", table,
               name(Field::kPath), name(Field::kIdentity));
}

}  // namespace facespace
