#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/project/schema.h"
#include "core/project/untrusted.h"

namespace facespace {
namespace {

Text noMemoryToOpen() { return say("There is not enough memory to open a project."); }

Text notAsMade(const std::string& file, const std::string& what) {
    return say("“{}” is not as FaceSpace makes projects (see “{}” in it); use another copy of it.", file, what);
}

}  // namespace
}  // namespace facespace

namespace facespace::sqlite {
namespace {

struct Object {
    std::string type, name, table, sql;
    auto operator<=>(const Object&) const = default;
};
using Schema = std::vector<Object>;

constexpr std::size_t kShownName = 60;
constexpr const char* kSelect = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";

/// SQL without comments, and with one space for all white space between two words. Quoted text stays as it is.
std::string plain(const std::string& sql) {
    std::string out;
    bool gap = false;
    for (std::size_t i = 0; i < sql.size();) {
        const char c = sql[i];
        if (sql.compare(i, 2, "--") == 0) {
            i = std::min(sql.find('\n', i), sql.size());
            gap = true;
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            gap = true;
            ++i;
        } else {
            const std::size_t close = c == '\'' || c == '"' || c == '`' ? sql.find(c, i + 1) : i;
            const std::size_t end = close == std::string::npos ? sql.size() : close + 1;
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out.append(sql, i, end - i);
            i = end;
        }
    }
    return out;
}

/// What the migrations up to a version make, as this SQLite writes it down.
Schema schemaOf(std::int64_t version) {
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> owner(db, &sqlite3_close);
    if (code != SQLITE_OK) raise(ErrorCode::kResource, noMemoryToOpen());
    for (const Migration& step : migrations())
        if (step.toVersion <= version) sqlite3_exec(db, step.sql, nullptr, nullptr, nullptr);
    Schema schema;
    sqlite3_exec(
        db, kSelect,
        [](void* to, int, char** values, char**) {
            const auto text = [&](int i) { return std::string(values[i] != nullptr ? values[i] : ""); };
            static_cast<Schema*>(to)->push_back({text(0), text(1), text(2), plain(text(3))});
            return 0;
        },
        &schema, nullptr);
    return schema;
}

const Schema& expectedSchema(std::int64_t version) {
    static std::mutex mutex;
    static std::map<std::int64_t, Schema> known;
    const std::scoped_lock lock(mutex);
    const auto [entry, isNew] = known.try_emplace(version);
    if (isNew) entry->second = schemaOf(version);
    return entry->second;
}

}  // namespace

void requireOwnSchema(Database& db) {
    const Schema& expected = expectedSchema(db.pragma("user_version"));
    const auto foreign = [&](const std::string& name) {
        raise(ErrorCode::kFormat, notAsMade(db.file().string(), name.substr(0, kShownName)));
    };
    std::size_t found = 0;
    Statement select(db, kSelect);
    for (; select.step(); ++found) {
        const Object object{select.text(0), select.text(1), select.text(2), plain(select.text(3))};
        if (found == expected.size() || object != expected[found]) foreign(object.name);
    }
    if (found != expected.size()) foreign(expected[found].name);
}

}  // namespace facespace::sqlite
