#include "core/compute/rating_table.h"

#include <unordered_map>

#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/dataset/path_finder.h"
#include "core/dataset/table_file.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

/// Whom names mean: an image by its path, else an identity.
class Namer {
  public:
    explicit Namer(const Snapshot& snapshot)
        : paths_(pathsOf(snapshot)), finder_(paths_), images_(std::ssize(snapshot.images.images)) {
        for (const ImageRecord& image : snapshot.images.images) identities_.emplace(image.identity, -1);
    }
    std::int64_t find(const std::string& cell, RatingTable& table) {
        const std::string name(trimmed(cell));
        const auto identity = identities_.find(name);
        if (identity == identities_.end()) return finder_.find(name).row;
        if (identity->second < 0) {
            identity->second = std::ssize(table.identities);
            table.identities.push_back(name);
        }
        return images_ + identity->second;
    }

  private:
    static std::vector<std::string> pathsOf(const Snapshot& snapshot) {
        std::vector<std::string> paths;
        for (std::size_t row = 0; row < snapshot.imageCount(); ++row) paths.push_back(snapshot.pathOf(row));
        return paths;
    }
    std::vector<std::string> paths_;
    PathFinder finder_;
    std::int64_t images_;
    std::unordered_map<std::string, std::int64_t> identities_;
};

/// Columns that name someone in the first rows, and those of numbers; others are passed over.
struct Columns {
    std::vector<std::size_t> names, numbers;
};

Columns columnsOf(const TableFile& table, Namer& namer) {
    Columns columns;
    for (std::size_t c = 0; c < table.columns().size(); ++c) {
        std::size_t named = 0, numbers = 0, filled = 0;
        RatingTable unused;
        for (const auto& row : table.firstRows()) {
            if (c >= row.size() || isMissing(row[c])) continue;
            ++filled;
            numbers += parseNumber(row[c]) ? 1 : 0;
            named += namer.find(row[c], unused) >= 0 ? 1 : 0;
        }
        if (columns.names.size() < 2 && columns.numbers.empty() && named * 2 > filled)
            columns.names.push_back(c);
        else if (filled > 0 && numbers == filled)
            columns.numbers.push_back(c);
    }
    return columns;
}

}  // namespace

Result<RatingTable> readRatings(const std::filesystem::path& file, const Snapshot& snapshot) {
    auto table = TableFile::open(file, say("table of ratings"));
    if (!table) return forward(table);
    Namer looking(snapshot), namer(snapshot);
    const Columns columns = columnsOf(*table, looking);
    if (columns.names.empty())
        return fail(ErrorCode::kNotFound,
                    say("“{}” names no image and no identity of this project in its first columns.", table->name()));
    if (columns.numbers.empty())
        return fail(ErrorCode::kFormat,
                    say("“{}” has no column of numbers behind the names; ratings are numbers, larger is more alike.",
                        table->name()));
    RatingTable ratings;
    if (columns.names.size() == 1)
        for (const std::size_t c : columns.numbers) ratings.traits.push_back(table->columns()[c]);
    std::vector<std::string> cells;
    std::int64_t missing = 0;
    while (true) {
        const auto more = table->next(cells);
        if (!more) return forward(more);
        if (!*more) break;
        cells.resize(std::max(cells.size(), table->columns().size()));
        std::vector<std::int64_t> named;
        for (const std::size_t c : columns.names) named.push_back(namer.find(cells[c], ratings));
        if (named.front() < 0 || named.back() < 0) {
            ++missing;
            continue;
        }
        std::vector<double> values;
        for (const std::size_t c : columns.numbers) values.push_back(parseNumber(cells[c]).value_or(kNoValue));
        if (columns.names.size() == 2) {
            if (named[0] != named[1]) ratings.pairs.push_back({named[0], named[1], std::move(values)});
        } else {
            ratings.faces.push_back(named[0]);
            ratings.values.push_back(std::move(values));
        }
    }
    if (missing > 0)
        ratings.notes.push_back(sayCount("1 line of “{1}” names someone who is not in this project.",
                                         "{0} lines of “{1}” name someone who is not in this project.", missing,
                                         groupedNumber(missing), table->name()));
    return ratings;
}

}  // namespace facespace
