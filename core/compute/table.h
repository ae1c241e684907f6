#pragma once
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/common/result.h"
#include "core/common/text.h"

namespace facespace {

/// A result as it is written: a named table with a value (or none) in every cell.
struct Table {
    /// Words of the program's own: as files have them, and as people read them.
    struct Words {
        std::string written;
        Text shown;
    };
    using Cell = std::variant<std::monostate, double, std::int64_t, std::string, std::shared_ptr<const Words>>;
    std::string name;  ///< Of the file: "prediction".
    Text title;        ///< For people.
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
    bool large = false;  ///< Too large for people to read; printed on request only.

    /// Appends a row from its values: numbers (NaN: no value), words, flags.
    template <class... Values>
    void add(const Values&... values) {
        rows.push_back({cell(values)...});
    }
    static Cell cell(const Cell& value) { return value; }
    /// What rounding leaves below 0 is 0: where a sign would mean something, numbers are larger.
    static Cell cell(double value) {
        return std::isnan(value) ? Cell{} : value <= 0 && value > -1e-15 ? Cell{0.0} : Cell{value};
    }
    static Cell cell(float value) { return cell(static_cast<double>(value)); }
    static Cell cell(bool value);
    static Cell cell(std::int64_t value) { return Cell{value}; }
    static Cell cell(int value) { return Cell{std::int64_t{value}}; }
    static Cell cell(std::size_t value) { return Cell{static_cast<std::int64_t>(value)}; }
    static Cell cell(const std::string& value) { return value.empty() ? Cell{} : Cell{value}; }
    static Cell cell(const char* value) { return cell(std::string(value)); }
    /// A finished text is what somebody named, and stays as it is; other texts the window translates.
    static Cell cell(const Text& value);
    static Cell cell(Phrase value) { return cell(Text(value)); }
    /// A key, and what people call it.
    static Cell word(std::string written, Text shown);
};

/// What stands in a cell of words, as files have it; null in any other.
const std::string* wordsIn(const Table::Cell& cell);

/// RFC 4180 with a header row; numbers in the shortest form that reads back to the same double, nothing for no value.
std::string toCsv(const Table& table);
/// {"title": …, "columns": […], "rows": [[…], …]}; null for no value.
std::string toJson(const Table& table);
/// One object with the tables by name; large ones only if asked.
std::string toJson(const std::vector<Table>& tables, bool large);

/// Writes FOLDER/NAME.csv and FOLDER/NAME.json of every table, making the folder. Returns the files. Errors: kIo, kResource.
Result<std::vector<std::filesystem::path>> writeTables(const std::vector<Table>& tables, const std::filesystem::path& folder,
                                                       bool json = true);

}  // namespace facespace
