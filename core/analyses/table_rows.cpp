#include "core/analyses/table_rows.h"

#include <map>

namespace facespace {
namespace {

using RowsOf = std::map<std::string, std::vector<int>>;

/// The columns of which every cell with words is a key.
std::vector<std::size_t> columnsOf(const Table& table, const RowsOf& keys) {
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        bool any = false, all = true;
        for (const auto& row : table.rows) {
            const auto* words = wordsIn(row[c]);
            all = all && (words != nullptr ? keys.contains(*words) : std::holds_alternative<std::monostate>(row[c]));
            any = any || words != nullptr;
            if (!all) break;
        }
        if (any && all) columns.push_back(c);
    }
    return columns;
}

}  // namespace

figure::MarkRows rowsBehind(const Table& table, const Snapshot& snapshot) {
    RowsOf paths, identities;
    for (std::size_t r = 0; r < snapshot.images.images.size(); ++r) {
        const ImageRecord& image = snapshot.images.images[r];
        paths[image.path].push_back(static_cast<int>(r));
        if (!image.identity.empty()) identities[image.identity].push_back(static_cast<int>(r));
    }
    std::vector<std::size_t> columns = columnsOf(table, paths);
    const RowsOf* keys = &paths;
    if (columns.empty()) {
        keys = &identities;
        columns = columnsOf(table, identities);
        if (columns.size() > 1) columns.resize(1);
    }
    figure::MarkRows behind;
    if (columns.empty()) return behind;
    for (const auto& row : table.rows) {
        std::vector<int> rows;
        for (const std::size_t c : columns)
            if (const auto* words = wordsIn(row[c]))
                rows.insert(rows.end(), keys->at(*words).begin(), keys->at(*words).end());
        behind.add(rows);
    }
    return behind;
}

}  // namespace facespace
