#include "core/workflow/feature_rows.h"

#include <algorithm>

#include "core/dataset/fields.h"
#include "core/dataset/guess_columns.h"
#include "core/dataset/path_finder.h"
#include "core/dataset/table_file.h"

namespace facespace {
namespace {

Result<FeatureRows> inImportOrder(std::size_t rows, std::size_t images, const std::string& file) {
    if (rows != images)
        return fail(
            ErrorCode::kInvalid,
            say("“{}” has {} rows but the project has {} images; give an index (--index) with the path of each row's image.",
                file, rows, images));
    FeatureRows order;
    for (std::size_t i = 0; i < rows; ++i) order.images.emplace_back(i);
    return order;
}

/// The names in an index, with the line of each. A single column without header need not look like paths.
struct Names {
    std::vector<std::string> names;
    std::vector<std::int64_t> lines;
};
Result<Names> namesIn(const std::filesystem::path& index, std::size_t rows) {
    auto table = TableFile::open(index, say("index"), true);
    if (!table) return forward(table);
    const GuessedColumns guessed = guessColumns(*table);
    ColumnMapping mapping = automaticMapping(guessed.columns);
    mapping.insert(guessed.mapping.begin(), guessed.mapping.end());
    const auto found = mapping.find("path");
    const bool single = guessed.columns.size() == 1;
    if (found == mapping.end() && !single)
        return fail(ErrorCode::kFormat, say("The index “{}” has no column “path”.", table->name()));
    const auto column = static_cast<std::size_t>(
        found == mapping.end() ? 0 : std::ranges::find(guessed.columns, found->second.column) - guessed.columns.begin());
    Names names;
    std::vector<std::string> cells;
    for (;;) {
        const auto more = table->next(cells);
        if (!more) return forward(more);
        if (!*more) break;
        names.names.push_back(column < cells.size() ? cells[column] : "");
        names.lines.push_back(table->line());
    }
    if (found == mapping.end() && names.names.size() + 1 == rows) {
        names.names.insert(names.names.begin(), guessed.columns[0]);
        names.lines.insert(names.lines.begin(), 1);
    }
    return names;
}

std::vector<std::string> pathsOf(const ImageSet& set) {
    std::vector<std::string> paths;
    for (const ImageRecord& image : set.images) paths.push_back(image.path);
    return paths;
}

/// @param file  that names the images  @param lines  of the names; empty: they count from 1
Result<FeatureRows> byNames(const std::vector<std::string>& names, const std::vector<std::int64_t>& lines,
                            const std::string& file, const ImageSet& set) {
    const std::vector<std::string> paths = pathsOf(set);
    const PathFinder finder(paths);
    FeatureRows rows;
    NotFound notFound;
    std::vector<char> used(paths.size(), 0);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = finder.find(names[i]);
        rows.images.emplace_back();
        if (found.row < 0) {
            notFound.see(names[i], found, paths);
            continue;
        }
        const auto row = static_cast<std::size_t>(found.row);
        if (used[row]++ != 0)
            return fail(ErrorCode::kFormat, say("“{}” line {}: image “{}” stands in it twice.", file,
                                                lines.empty() ? static_cast<std::int64_t>(i + 1) : lines[i], paths[row]));
        rows.images.back() = row;
    }
    rows.notes = notFound.sentences(file);
    const auto is = [](const auto& row) { return row.has_value(); };
    if (std::ranges::any_of(rows.images, is)) return rows;
    return fail(ErrorCode::kNotFound, rows.notes.empty() ? say("“{}” names no images.", file) : inARow(rows.notes));
}

}  // namespace

Result<FeatureRows> rowsOfFeatures(const FeatureFile& features, const std::filesystem::path& file,
                                   const std::filesystem::path& index, const ImageSet& set) {
    const auto rows = static_cast<std::size_t>(features.features.rows());
    if (!index.empty()) {
        const auto names = namesIn(index, rows);
        if (!names) return forward(names);
        if (names->names.size() != rows)
            return fail(ErrorCode::kInvalid, say("The index “{}” names {} images but there are {} feature rows.",
                                                 index.string(), names->names.size(), rows));
        return byNames(names->names, names->lines, index.string(), set);
    }
    if (!features.names.empty()) {
        auto named = byNames(features.names, {}, file.string(), set);
        // Texts that are no images' names are something else, such as labels.
        if (named || rows != set.images.size() || named.error().code != ErrorCode::kNotFound) return named;
    }
    return inImportOrder(rows, set.images.size(), file.string());
}

}  // namespace facespace
