// Projects. The bytes say what becomes of a whole one: values in rows, bytes anywhere in the file, a journal beside it.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/project/anonymous.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "tests/fuzz/reader.h"
#include "tests/support/full_project.h"

namespace facespace::fuzz {
namespace fs = std::filesystem;

namespace {

struct Place {
    std::string table, column;
};

/// The project that is changed, and where its values are.
struct Base {
    std::vector<std::uint8_t> file;
    std::vector<Place> places;
};

std::vector<std::uint8_t> contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Raw {
  public:
    explicit Raw(const fs::path& file) {
        if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) std::abort();
        sqlite3_exec(db_, "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF", nullptr, nullptr, nullptr);
    }
    ~Raw() { sqlite3_close(db_); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr);
        return statement;
    }

  private:
    sqlite3* db_ = nullptr;
};

Base makeBase() {
    const fs::path file = workFolder() / "base.facespace";
    test::makeFullProject(file);
    Base base{contentOf(file), {}};
    Raw raw(file);
    sqlite3_stmt* columns = raw.prepare(
        "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE "
        "'sqlite%' ORDER BY 1, c.cid");
    const auto text = [&](int column) { return reinterpret_cast<const char*>(sqlite3_column_text(columns, column)); };
    while (sqlite3_step(columns) == SQLITE_ROW) base.places.push_back({text(0), text(1)});
    sqlite3_finalize(columns);
    return base;
}

void bindValue(sqlite3_stmt* statement, Take& take) {
    constexpr std::size_t kLongest = 64;
    switch (take.byte() % 6) {
        case 0:
            sqlite3_bind_null(statement, 1);
            break;
        case 1:
            sqlite3_bind_int64(statement, 1, static_cast<std::int64_t>(take.number(8)));
            break;
        case 2:
            sqlite3_bind_int64(statement, 1, static_cast<std::int8_t>(take.byte()));
            break;
        case 3:
            sqlite3_bind_double(statement, 1, static_cast<double>(static_cast<std::int64_t>(take.number(8))) / 7);
            break;
        case 4: {
            const std::string text = textOf(take.bytes(take.byte() % kLongest));
            sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
            break;
        }
        default: {
            const Bytes blob = take.bytes(take.byte() % kLongest);
            sqlite3_bind_blob(statement, 1, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
        }
    }
}

void changeValues(const Base& base, const fs::path& file, Take& take) {
    Raw raw(file);
    for (int changes = 0; changes < 8 && take.any(); ++changes) {
        const Place& place = base.places[take.byte() % base.places.size()];
        const std::string row = std::to_string(take.byte() % 4);
        // Tables without row numbers are found by a value; the same statement does for both.
        sqlite3_stmt* update = raw.prepare("UPDATE OR IGNORE \"" + place.table + "\" SET \"" + place.column +
                                           "\" = ?1 WHERE \"" + place.column + "\" IS (SELECT \"" + place.column +
                                           "\" FROM \"" + place.table + "\" LIMIT 1 OFFSET " + row + ")");
        if (update == nullptr) std::abort();
        bindValue(update, take);
        sqlite3_step(update);
        sqlite3_finalize(update);
    }
}

/// Everything that the window reads of a project, and a change.
void readAll(const fs::path& file) {
    auto project = Project::open(file);
    if (!project) return;
    if (const auto snapshot = loadSnapshot(*project)) {
        (void)buildDataTable(**snapshot);
        (void)buildDataTable(*withoutNames(**snapshot));
    }
    (void)project->jobs();
    (void)project->unmeasuredImages();
    if (const auto networks = project->networks())
        for (const NetworkRecord& network : *networks) {
            (void)project->skipped(network.id);
            (void)project->pendingImages(network.id);
        }
    (void)project->putSetting("view/fuzz", "1");
}

void readProject(Bytes bytes) {
    static const Base base = makeBase();
    const fs::path file = workFolder() / "input.facespace", journal = file.string() + "-journal";
    std::error_code ignored;
    fs::remove(journal, ignored);
    Take take(bytes);
    const std::uint8_t how = take.byte() % 4;
    std::vector<std::uint8_t> content = base.file;
    while (how == 1 && take.any()) {  // bytes in the headers of pages as often as elsewhere
        const std::uint64_t page = take.byte(), inside = take.byte() % 2 == 0 ? take.byte() : take.number(2);
        content[(page * 16384 + inside) % content.size()] = take.byte();
    }
    if (how == 2) content.assign(bytes.begin() + 1, bytes.end());  // a file that is something else
    inputFile("input.facespace", content);
    if (how == 0) changeValues(base, file, take);
    if (how == 3) inputFile("input.facespace-journal", take.bytes(bytes.size()));
    readAll(file);
}

constexpr std::array kProjectReaders{Reader{"project", readProject}};

}  // namespace

std::span<const Reader> projectReaders() { return kProjectReaders; }

}  // namespace facespace::fuzz
