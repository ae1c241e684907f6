#include "core/project/project.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fcntl.h>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/project/project_impl.h"
#include "core/project/schema.h"

namespace facespace {
namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::quoted;
using sqlite::Statement;

static_assert(std::endian::native == std::endian::little, "vectors are kept as little-endian blobs without conversion");

namespace {

// SQLite takes a leftover journal for that of the file beside it; without that file it belongs to nothing.
void removeStaleJournal(const fs::path& file) {
    std::error_code ignored;
    fs::remove(fs::path(file.string() + "-journal"), ignored);
}

// Throws kExists rather than replace a file that appeared meanwhile.
void renameToNew(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
    int why = errno;
    if (why == EINVAL || why == ENOSYS) {  // a file system that cannot do so
        std::error_code ignored;
        if (!fs::exists(to, ignored) && ::rename(from.c_str(), to.c_str()) == 0) return;
        why = fs::exists(to, ignored) ? EEXIST : errno;
    }
    if (why == EEXIST) sqlite::raise(ErrorCode::kExists, quoted(to) + " exists already; choose another name.");
    sqlite::raise(ErrorCode::kIo, quoted(to) + " cannot be made: " + std::generic_category().message(why) + ".");
}

void makeEmptyProject(const fs::path& file) {
    Database db(file, Database::Mode::kCreate);
    db.exec(("PRAGMA page_size=" + std::to_string(sqlite::kPageSize)).c_str());
    db.exec("PRAGMA journal_mode=DELETE");
    db.exec(("PRAGMA application_id=" + std::to_string(sqlite::kApplicationId)).c_str());
    sqlite::migrate(db, sqlite::migrations());
}

// What can be said without SQLite. Only stat() here: to open and close the file would drop the locks that other
// connections of this process hold on it (POSIX locks belong to the process).
void checkFile(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) sqlite::raise(ErrorCode::kNotFound, quoted(file) + " does not exist.");
    if (error) sqlite::raise(ErrorCode::kIo, quoted(file) + " cannot be opened: " + error.message() + ".");
    if (fs::is_directory(status)) sqlite::raise(ErrorCode::kFormat, quoted(file) + " is a folder, not a FaceSpace project.");
    const bool journal = fs::exists(fs::path(file.string() + "-journal"), error);
    if (!journal && fs::is_regular_file(status) && fs::file_size(file, error) == 0 && !error)
        sqlite::raise(ErrorCode::kFormat, quoted(file) + " is empty (0 bytes) and not a FaceSpace project.");
    if (::access(file.c_str(), R_OK) != 0)
        sqlite::raise(ErrorCode::kIo, quoted(file) + " cannot be read; check its permissions.");
}

void checkApplication(Database& db) {
    if (db.pragma("application_id") == sqlite::kApplicationId) return;
    sqlite::raise(ErrorCode::kFormat,
                  quoted(db.file()) + (db.pragma("page_count") == 0
                                           ? " is empty and not a FaceSpace project."
                                           : " is a SQLite database of another program, not a FaceSpace project."));
}

// SQLite notices a missing page, but not one of which a part is missing. Asked through its own handle (see checkFile).
void checkComplete(Database& db) {
    sqlite3_file* handle = nullptr;
    sqlite3_int64 size = 0;
    sqlite3_file_control(db.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &handle);
    if (handle == nullptr || handle->pMethods == nullptr) return;
    const int code = handle->pMethods->xFileSize(handle, &size);
    if (code != SQLITE_OK) db.raise(code);
    if (size < db.pragma("page_count") * db.pragma("page_size")) db.raise(SQLITE_CORRUPT);
}

bool writable(const fs::path& file) {
    return ::access(file.c_str(), W_OK) == 0 && ::access(file.parent_path().c_str(), W_OK) == 0;
}

}  // namespace

Project::Project(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

void Project::Impl::damaged(const std::string& what) const {
    sqlite::raise(ErrorCode::kFormat, quoted(file) + " is damaged: " + what + "; use another copy of it.");
}

void Project::Impl::unknownReference() const {
    sqlite::raise(ErrorCode::kNotFound, "Something refers to an image or network that is not in " + quoted(file) + ".");
}

Result<Project> Project::create(const fs::path& path) {
    const fs::path file = fs::absolute(path).lexically_normal();
    const fs::path partial = file.parent_path() / fmt::format(".{}.new-{}", file.filename().string(), ::getpid());
    auto made = sqlite::guarded(file, [&] {
        std::error_code error;
        if (fs::exists(fs::symlink_status(file, error)))
            sqlite::raise(ErrorCode::kExists, quoted(file) + " exists already; choose another name.");
        if (!fs::is_directory(file.parent_path(), error))
            sqlite::raise(ErrorCode::kNotFound, "The folder " + quoted(file.parent_path()) + " does not exist.");
        if (::access(file.parent_path().c_str(), W_OK) != 0)
            sqlite::raise(ErrorCode::kIo, "Nothing can be written in the folder " + quoted(file.parent_path()) + ".");
        fs::remove(partial, error);
        makeEmptyProject(partial);
        removeStaleJournal(file);
        renameToNew(partial, file);
    });
    if (!made) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        removeStaleJournal(partial);
        // The sentence is about the file that was asked for, not the one it was to be renamed from.
        Error error = made.error();
        for (std::size_t at; (at = error.message.find(partial.string())) != std::string::npos;)
            error.message.replace(at, partial.string().size(), file.string());
        return tl::make_unexpected(std::move(error));
    }
    return open(file);
}

Result<Project> Project::open(const fs::path& path, Mode mode) {
    const fs::path file = fs::absolute(path).lexically_normal();
    return sqlite::guarded(file, [&] {
        checkFile(file);
        const auto access = mode == Mode::kReadOnly ? Database::Mode::kReadOnly : Database::Mode::kReadWrite;
        auto impl = std::make_unique<Impl>(file, access);
        {
            // One lock for all that is looked at: a writer may be changing the size. Taking it also takes back what an
            // interrupted writer left half done.
            const sqlite::ReadLock lock(impl->db);
            checkApplication(impl->db);
            checkComplete(impl->db);
        }
        sqlite::migrate(impl->db, sqlite::migrations());
        impl->readOnly = mode == Mode::kReadOnly || sqlite3_db_readonly(impl->db.handle(), "main") != 0 || !writable(file);
        return Project(std::move(impl));
    });
}

const fs::path& Project::file() const { return impl_->file; }
bool Project::readOnly() const { return impl_->readOnly; }

void Project::setLockTimeout(std::chrono::milliseconds timeout) { impl_->db.setLockTimeout(timeout); }

Result<Project::ReadTransaction> Project::beginRead() const {
    return impl_->read([&] {
        impl_->db.beginRead();
        return ReadTransaction(impl_.get());
    });
}

Project::ReadTransaction::~ReadTransaction() {
    if (impl_ != nullptr) impl_->db.rollback();
}

}  // namespace facespace
