#include "core/project/sqlite.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>

#include "core/common/cancel_scope.h"
#include "core/common/json_depth.h"
#include "core/project/untrusted.h"
#include "core/project/vfs.h"

namespace facespace::sqlite {
namespace {

// SQLite's own waiting sleeps longer and longer: beside a connection that writes without a pause it seldom gets a turn.
constexpr std::chrono::milliseconds kLockPause{2};
// Who was asked to stop still writes down what is finished, but does not wait long for its turn.
constexpr std::chrono::milliseconds kLockTimeoutOfCancelled{1000};
// Steps of SQLite's machine between two looks at whether to stop: a millisecond or so. Statements of a few rows never get
// there.
constexpr int kStepsPerLook = 20'000;

// What a connection needs before its first statement. EXTRA also syncs the folder after the journal is deleted, so that a
// committed transaction survives a power cut, not only a kill. The cache is large enough for a batch of features. A file
// that is cut short while it is mapped would end the program: it is read, not mapped.
constexpr const char* kConnectionSetup =
    "PRAGMA foreign_keys=ON; PRAGMA synchronous=EXTRA; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=0; PRAGMA cell_size_check=ON";

bool isDiskFull(int code, int systemError) {
    if ((code & 0xff) == SQLITE_FULL) return true;
    const bool failedWrite = (code & 0xff) == SQLITE_IOERR;
    return failedWrite && (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG);
}

/// The errno behind the last failure, 0 if unknown. A failed COMMIT leaves it with the file only.
int systemErrorOf(sqlite3* db) {
    if (db == nullptr) return 0;
    int error = sqlite3_system_errno(db);
    if (error == 0) sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

Error describe(const std::filesystem::path& file, int code, int systemError, const char* text) {
    const std::string name = file.string();
    if (isDiskFull(code, systemError))
        return {ErrorCode::kResource, say("The disk is full: “{}” was not changed; make room and try again.", name)};
    switch (code & 0xff) {
        case SQLITE_INTERRUPT:
            return {ErrorCode::kCancelled, say("Cancelled.")};
        case SQLITE_NOTADB:
            return {ErrorCode::kFormat, say("“{}” is not a FaceSpace project.", name)};
        case SQLITE_CORRUPT:
            return {
                ErrorCode::kFormat,
                say("“{}” is damaged or incomplete, perhaps cut short while it was copied; use another copy of it.", name)};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::kIo, say("“{}” is in use by another program; try again when that is done.", name)};
        case SQLITE_READONLY:
            if (code == SQLITE_READONLY_ROLLBACK)
                return {ErrorCode::kIo, say("“{}” was interrupted while it was written; open it where it can be written, "
                                            "with the “-journal” file beside it, so that it can be restored.",
                                            name)};
            return {ErrorCode::kIo, say("“{}” cannot be written; save a copy of it elsewhere and change that.", name)};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorCode::kIo,
                    say("“{}” cannot be opened or its folder cannot be written; check the permissions.", name)};
        case SQLITE_NOMEM:
            return {ErrorCode::kResource, say("There is not enough memory to read “{}”.", name)};
        case SQLITE_TOOBIG:
            return {ErrorCode::kInvalid, say("A value is too large to be kept in “{}”.", name)};
        case SQLITE_ERROR:
            return {ErrorCode::kFormat,
                    say("“{}” lacks what a FaceSpace project has ({}); use another copy of it.", name, text)};
        default:
            break;
    }
    const Text why = systemError != 0 ? Text(std::generic_category().message(systemError)) : Text(std::string(text));
    return {ErrorCode::kIo, say("“{}” cannot be read or written: {}.", name, why)};
}

int openFlags(Database::Mode mode) {
    switch (mode) {
        case Database::Mode::kReadOnly:
            return SQLITE_OPEN_READONLY;
        case Database::Mode::kReadWrite:
            return SQLITE_OPEN_READWRITE;
        case Database::Mode::kCreate:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

[[noreturn]] void damaged(const Database& db, const Text& what) {
    raise(ErrorCode::kFormat, say("“{}” is damaged: {}; use another copy of it.", db.file().string(), what));
}

}  // namespace

void raise(ErrorCode code, Text message) { throw DatabaseError{{code, std::move(message)}}; }

Database::Database(const std::filesystem::path& file, Mode mode) : file_(file) {
    // An absolute path: SQLite would take a leading "file:" or ":memory:" for more than a name.
    const std::string name = std::filesystem::absolute(file).string();
    refuseForeignJournal(file);
    const int code = sqlite3_open_v2(name.c_str(), &db_, openFlags(mode) | SQLITE_OPEN_NOMUTEX, ownFilesOnly());
    try {
        if (code != SQLITE_OK) raise(db_ != nullptr ? sqlite3_extended_errcode(db_) : SQLITE_NOMEM);
        sqlite3_extended_result_codes(db_, 1);
        sqlite3_busy_handler(db_, &Database::waitForLock, this);
        sqlite3_progress_handler(db_, kStepsPerLook, &Database::shouldStop, this);
        confine(db_);
        refuseWriteAheadLog(*this);
        exec(kConnectionSetup);
    } catch (...) {
        sqlite3_close_v2(db_);
        throw;
    }
}

Database::~Database() { sqlite3_close_v2(db_); }

int Database::waitForLock(void* self, int attempt) {
    auto& db = *static_cast<Database*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (attempt == 0) db.waitingSince_ = now;
    const auto timeout = CancelScope::cancelled() ? std::min(db.lockTimeout_, kLockTimeoutOfCancelled) : db.lockTimeout_;
    if (now - db.waitingSince_ >= timeout) return 0;
    std::this_thread::sleep_for(kLockPause);
    return 1;
}

// What is being written is written to its end: a cancelled job keeps what it has finished.
int Database::shouldStop(void* self) {
    if (!CancelScope::cancelled()) return 0;
    return sqlite3_txn_state(static_cast<Database*>(self)->db_, "main") == SQLITE_TXN_WRITE ? 0 : 1;
}

void Database::exec(const char* sql) {
    const int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) raise(code);
}

std::int64_t Database::pragma(const char* name) {
    Statement statement(*this, std::string("PRAGMA ") + name);
    return statement.step() ? statement.integer(0) : 0;
}

void Database::beginRead() {
    exec("BEGIN");
    try {
        pragma("schema_version");  // BEGIN alone takes no lock
    } catch (...) {
        rollback();
        throw;
    }
}

void Database::rollback() noexcept {
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::raise(int code) const {
    throw DatabaseError{describe(file_, code, systemErrorOf(db_), db_ != nullptr ? sqlite3_errmsg(db_) : "")};
}

Statement::Statement(Database& db, std::string_view sql) : db_(db) {
    check(sqlite3_prepare_v2(db_.handle(), sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) db_.raise(code);
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) db_.raise(code);
    return false;
}

void Statement::run() {
    while (step()) {
    }
    sqlite3_reset(statement_);
}

int Statement::tryRun() {
    const int code = sqlite3_step(statement_);
    sqlite3_reset(statement_);
    if ((code & 0xff) == SQLITE_CONSTRAINT) return code;
    if (code != SQLITE_DONE && code != SQLITE_ROW) db_.raise(code);
    return 0;
}

std::string Statement::text(int column) const {
    const auto* data = sqlite3_column_text(statement_, column);
    if (data == nullptr) return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    if (size > kMaxTextBytes) damaged(db_, say("a text in it is too long"));
    return {reinterpret_cast<const char*>(data), size};
}

std::string Statement::json(int column) const {
    std::string content = text(column);
    if (nestsDeeper(content)) damaged(db_, say("a text in it nests too deep"));
    return content;
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    return {static_cast<const std::byte*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Statement::bindText(int index, std::string_view text) {
    if (text.size() > kMaxTextBytes) check(SQLITE_TOOBIG);
    check(sqlite3_bind_text64(statement_, index, text.data() != nullptr ? text.data() : "", text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bindBlob(int index, std::span<const std::byte> bytes) {
    check(sqlite3_bind_blob64(statement_, index, bytes.data() != nullptr ? static_cast<const void*>(bytes.data()) : "",
                              bytes.size(), SQLITE_STATIC));
}

}  // namespace facespace::sqlite
