#pragma once
#include <sqlite3.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/common/ids.h"
#include "core/common/result.h"

/// SQLite behind a few classes, for core/project alone. Failures are thrown as DatabaseError inside this module and
/// become a Result in `guarded()`, at the public methods of Project.
namespace facespace::sqlite {

struct DatabaseError {
    Error error;
};

/// Throws a DatabaseError.
[[noreturn]] void raise(ErrorCode code, Text message);

class Database {
  public:
    enum class Mode { kReadWrite, kReadOnly, kCreate };
    Database(const std::filesystem::path& file, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void exec(const char* sql);
    std::int64_t pragma(const char* name);
    /// Starts a transaction and takes the lock for reading at once.
    void beginRead();
    /// Ends an open transaction, if there is one.
    void rollback() noexcept;
    /// How long a statement waits for a lock that another connection holds.
    void setLockTimeout(std::chrono::milliseconds timeout) { lockTimeout_ = timeout; }
    sqlite3* handle() const { return db_; }
    const std::filesystem::path& file() const { return file_; }
    /// Throws the failure `code` as one sentence that names the file.
    [[noreturn]] void raise(int code) const;

  private:
    static int waitForLock(void* self, int attempt);
    static int shouldStop(void* self);

    std::chrono::milliseconds lockTimeout_{10'000};
    std::chrono::steady_clock::time_point waitingSince_;
    sqlite3* db_ = nullptr;
    std::filesystem::path file_;
};

/// A prepared statement: `Statement(db, "…?…").bind(1, "x").run()`, or `while (s.step()) s.text(0)`.
class Statement {
  public:
    Statement(Database& db, std::string_view sql);
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds all parameters from the first on. Text and blobs must live until the statement ran.
    template <class... Values>
    Statement& bind(const Values&... values) {
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    bool step();
    /// Steps to the end and resets.
    void run();
    /// As run(), but gives the extended result code of a violated constraint instead of throwing it; 0 otherwise.
    int tryRun();
    void reset() { sqlite3_reset(statement_); }

    bool isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    double real(int column) const { return sqlite3_column_double(statement_, column); }
    float real32(int column) const { return static_cast<float>(real(column)); }
    /// Throws kFormat beyond kMaxTextBytes: a text that FaceSpace did not write.
    std::string text(int column) const;
    /// As text(), of columns that hold JSON: throws kFormat, too, if it nests deeper than kMaxJsonDepth.
    std::string json(int column) const;
    /// Valid until the next step.
    std::span<const std::byte> blob(int column) const;

  private:
    template <class T>
    void bindOne(int index, const T& value) {
        if constexpr (std::is_same_v<T, std::nullptr_t>) {
            check(sqlite3_bind_null(statement_, index));
        } else if constexpr (std::is_floating_point_v<T>) {
            check(sqlite3_bind_double(statement_, index, static_cast<double>(value)));
        } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
            check(sqlite3_bind_int64(statement_, index, static_cast<std::int64_t>(value)));
        } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
            bindText(index, value);
        } else if constexpr (std::is_same_v<T, std::span<const std::byte>>) {
            bindBlob(index, value);
        } else {
            bindOther(index, value);
        }
    }
    template <class T>
    void bindOther(int index, const std::optional<T>& value) {
        if (value)
            bindOne(index, *value);
        else
            bindOne(index, nullptr);
    }
    /// Id 0 is NULL.
    template <class Tag>
    void bindOther(int index, const Id<Tag>& id) {
        if (id)
            bindOne(index, id.value);
        else
            bindOne(index, nullptr);
    }
    void bindText(int index, std::string_view text);
    void bindBlob(int index, std::span<const std::byte> bytes);
    void check(int code) const;

    Database& db_;
    sqlite3_stmt* statement_ = nullptr;
};

/// A write transaction: rolled back unless commit() was reached.
class Transaction {
  public:
    explicit Transaction(Database& db) : db_(db) { db_.exec("BEGIN IMMEDIATE"); }
    /// SQLite may have rolled back by itself (a full disk); rollback() takes that into account.
    ~Transaction() { db_.rollback(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit() { db_.exec("COMMIT"); }

  private:
    Database& db_;
};

/// A read transaction: all that is read while it lives is of one moment.
class ReadLock {
  public:
    explicit ReadLock(Database& db) : db_(db) { db_.beginRead(); }
    ~ReadLock() { db_.rollback(); }
    ReadLock(const ReadLock&) = delete;
    ReadLock& operator=(const ReadLock&) = delete;

  private:
    Database& db_;
};

/// Runs `body`, its failures as a Result.
template <class Body>
auto guarded(const std::filesystem::path& file, Body&& body) -> Result<std::invoke_result_t<Body>> {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
            body();
            return {};
        } else {
            return body();
        }
    } catch (const DatabaseError& failure) {
        return tl::make_unexpected(failure.error);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory for the content of “{}”.", file.string()));
    }
}

}  // namespace facespace::sqlite
