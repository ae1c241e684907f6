#include "core/compute/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/common/whole_file.h"
#include "core/dataset/csv.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string textOf(const Table::Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
    if (const auto* text = wordsIn(cell)) return csvQuoted(*text);
    return {};
}

Json jsonOf(const Table::Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) return *number;  // infinite becomes null
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
    if (const auto* text = wordsIn(cell)) return *text;
    return nullptr;
}

Json jsonOf(const Table& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json cells = Json::array();
        for (const auto& cell : row) cells.push_back(jsonOf(cell));
        rows.push_back(std::move(cells));
    }
    return {{"title", table.title.english()}, {"columns", table.columns}, {"rows", std::move(rows)}};
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Table::Cell Table::cell(bool value) {
    // One for all rows: there may be many.
    static const Cell yes = cell(say("yes")), no = cell(say("no"));
    return value ? yes : no;
}

Table::Cell Table::cell(const Text& value) {
    const bool finished = value.words() == nullptr && value.values().empty();
    return finished ? cell(value.english()) : word(value.english(), value);
}

Table::Cell Table::word(std::string written, Text shown) {
    return std::make_shared<const Words>(Words{std::move(written), std::move(shown)});
}

const std::string* wordsIn(const Table::Cell& cell) {
    if (const auto* words = std::get_if<std::shared_ptr<const Table::Words>>(&cell)) return &(*words)->written;
    return std::get_if<std::string>(&cell);
}

std::string toCsv(const Table& table) {
    std::string csv;
    const auto addField = [&](std::size_t column, const std::string& text) {
        if (column > 0) csv += ',';
        csv += text;
    };
    for (std::size_t c = 0; c < table.columns.size(); ++c) addField(c, csvQuoted(table.columns[c]));
    csv += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) addField(c, textOf(row[c]));
        csv += "\r\n";
    }
    return csv;
}

std::string toJson(const Table& table) { return dumped(jsonOf(table)); }

std::string toJson(const std::vector<Table>& tables, bool large) {
    Json all = Json::object();
    for (const Table& table : tables)
        if (large || !table.large) all[table.name] = jsonOf(table);
    return dumped(all);
}

Result<std::vector<fs::path>> writeTables(const std::vector<Table>& tables, const fs::path& folder, bool json) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return fail(ErrorCode::kIo, say("Cannot make the folder “{}”: {}.", folder.string(), error.message()));
    std::vector<fs::path> files;
    const auto write = [&](const fs::path& file, const std::string& text) {
        files.push_back(file);
        return writeWholeFile(file, [&](std::ostream& out) { out << text; });
    };
    for (const Table& table : tables) {
        if (const auto done = write(folder / (table.name + ".csv"), toCsv(table)); !done) return forward(done);
        if (!json) continue;
        if (const auto done = write(folder / (table.name + ".json"), toJson(table) + "\n"); !done) return forward(done);
    }
    return files;
}

}  // namespace facespace
