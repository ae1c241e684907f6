#include "core/project/untrusted.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>

namespace facespace {
namespace {

Text notOpenedFor(const std::string& file, const std::string& beside) {
    return say(
        "“{}” was not opened: “{}” beside it is not of FaceSpace and could change or delete other files; remove it if you "
        "do "
        "not know it.",
        file, beside);
}

Text changedByOthers(const std::string& file) {
    return say("“{}” was changed by another program than FaceSpace; use another copy of it.", file);
}

}  // namespace
}  // namespace facespace

namespace facespace::sqlite {
namespace fs = std::filesystem;

namespace {

// https://www.sqlite.org/fileformat2.html, “The Rollback Journal”.
constexpr std::string_view kJournalMagic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};
constexpr std::size_t kJournalHeader = 28, kSuperJournalEnd = 16;
constexpr std::size_t kReadVersion = 19, kWriteVersion = 18, kHeader = 20;

std::uint32_t bigEndian(const char* bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

[[noreturn]] void foreign(const fs::path& file, const fs::path& beside) {
    raise(ErrorCode::kFormat, notOpenedFor(file.string(), beside.string()));
}

// SQLite takes the last 16 bytes for the length, checksum and mark of a name in front of them, deletes the file of that name
// if the checksum is right, and else ignores it. FaceSpace's transactions are of one file: they never name another.
bool namesAnotherFile(std::ifstream& in, std::uint64_t size) {
    if (size < kSuperJournalEnd) return false;
    std::array<char, kSuperJournalEnd> end{};
    in.seekg(static_cast<std::streamoff>(size - end.size()));
    if (!in.read(end.data(), end.size())) return true;
    return std::string_view(end.data() + 8, 8) == kJournalMagic && bigEndian(end.data()) != 0;
}

// Rolling back sets the file's size to what it was. FaceSpace's files only grow: the size cannot have been larger.
bool growsTheFile(std::ifstream& in, std::uint64_t size, std::uint64_t projectSize) {
    std::array<char, kJournalHeader> start{};
    if (size < start.size() || !in.seekg(0) || !in.read(start.data(), start.size())) return false;
    if (std::string_view(start.data(), 8) != kJournalMagic) return false;
    return std::uint64_t{bigEndian(start.data() + 16)} * bigEndian(start.data() + 24) > projectSize;
}

}  // namespace

void refuseForeignJournal(const fs::path& named) {
    std::error_code error;
    // SQLite looks beside what a link points to.
    fs::path file = fs::weakly_canonical(named, error);
    if (error) file = named;
    for (const char* suffix : {"-wal", "-shm"}) {
        const fs::path beside = file.string() + suffix;
        if (fs::exists(fs::symlink_status(beside, error))) foreign(named, beside);
    }
    const fs::path journal = file.string() + "-journal";
    const auto kind = fs::symlink_status(journal, error);
    if (!fs::exists(kind)) return;
    if (!fs::is_regular_file(kind)) foreign(named, journal);
    const auto size = fs::file_size(journal, error);
    if (error) return;  // its writer has just finished
    const auto projectSize = fs::file_size(file, error);
    std::ifstream in(journal, std::ios::binary);
    if (in && (namesAnotherFile(in, size) || growsTheFile(in, size, error ? 0 : projectSize))) foreign(named, journal);
}

void refuseWriteAheadLog(const Database& db) {
    sqlite3_file* handle = nullptr;
    sqlite3_file_control(db.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &handle);
    if (handle == nullptr || handle->pMethods == nullptr) return;
    std::array<char, kHeader> header{};
    if (handle->pMethods->xRead(handle, header.data(), header.size(), 0) != SQLITE_OK) return;  // empty, or cut short
    if (std::string_view(header.data(), 16) != std::string_view("SQLite format 3\0", 16)) return;
    if (header[kWriteVersion] == 1 && header[kReadVersion] == 1) return;
    raise(ErrorCode::kFormat, changedByOthers(db.file().string()));
}

void confine(sqlite3* db) {
    constexpr std::array kLimits{std::pair{SQLITE_LIMIT_LENGTH, kMaxValueBytes},
                                 std::pair{SQLITE_LIMIT_SQL_LENGTH, 1 << 16},
                                 std::pair{SQLITE_LIMIT_COLUMN, 64},
                                 std::pair{SQLITE_LIMIT_EXPR_DEPTH, 40},
                                 std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 8},
                                 std::pair{SQLITE_LIMIT_VDBE_OP, 25'000},
                                 std::pair{SQLITE_LIMIT_FUNCTION_ARG, 8},
                                 std::pair{SQLITE_LIMIT_ATTACHED, 0},
                                 std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64},
                                 std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 64},
                                 std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 8},  // what goes with a network goes by foreign keys
                                 std::pair{SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (const auto& [limit, value] : kLimits) sqlite3_limit(db, limit, value);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                          SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER})
        sqlite3_db_config(db, off, 0, nullptr);
}

}  // namespace facespace::sqlite
