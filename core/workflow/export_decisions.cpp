#include <algorithm>
#include <array>

#include "core/common/whole_file.h"
#include "core/dataset/csv.h"
#include "core/project/decisions.h"
#include "core/workflow/export_images.h"

namespace facespace {
namespace {

/// Where a table starts that lists decisions.
constexpr std::array kFirst{"path", "identity", "decision", "tags", "note"};

/// Those at the start, null where the project has none, then all others in the table's order.
std::vector<const Column*> columnsOf(const DataTable& table) {
    std::vector<const Column*> columns;
    for (const char* key : kFirst) columns.push_back(table.find(key));
    for (const Column& column : table.columns)
        if (std::ranges::find(kFirst, column.key) == kFirst.end()) columns.push_back(&column);
    return columns;
}

bool isMarked(const Snapshot& snapshot, std::size_t row) {
    return (row < snapshot.tags.size() && !snapshot.tags[row].empty()) ||
           (row < snapshot.notes.size() && !snapshot.notes[row].empty());
}

bool isDecided(const Snapshot& snapshot, std::size_t row) {
    return row < snapshot.tags.size() && std::ranges::any_of(snapshot.tags[row], isDecision);
}

}  // namespace

Result<DecisionsWritten> writeDecisionsCsv(const Snapshot& snapshot, const DataTable& table,
                                           const std::filesystem::path& file) {
    const auto columns = columnsOf(table);
    DecisionsWritten count;
    const auto written = writeWholeFile(file, [&](std::ostream& out) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            out << (c == 0 ? "" : ",") << (c < kFirst.size() ? kFirst[c] : csvQuoted(columns[c]->key));
        out << "\r\n";
        for (std::size_t row = 0; row < table.rows; ++row) {
            if (!isMarked(snapshot, row)) continue;
            ++count.images;
            count.decided += isDecided(snapshot, row) ? 1 : 0;
            for (std::size_t c = 0; c < columns.size(); ++c)
                out << (c == 0 ? "" : ",") << (columns[c] == nullptr ? std::string() : csvQuoted(columns[c]->text(row)));
            out << "\r\n";
        }
    });
    if (!written) return forward(written);
    return count;
}

Result<DecisionsWritten> writeDecisionsCsv(const Project& project, const std::filesystem::path& file) {
    const auto snapshot = loadSnapshot(project);
    if (!snapshot) return forward(snapshot);
    return writeDecisionsCsv(**snapshot, buildDataTable(**snapshot), file);
}

}  // namespace facespace
