#include "core/project/project.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fcntl.h>
#include <bit>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>

#include "core/common/hidden_name.h"
#include "core/common/memory.h"
#include "core/common/new_file.h"
#include "core/common/regular_file.h"
#include "core/project/project_impl.h"
#include "core/project/schema.h"

namespace facespace {
namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Statement;

static_assert(std::endian::native == std::endian::little, "vectors are kept as little-endian blobs without conversion");

namespace {

// SQLite takes a leftover journal for that of the file beside it; without that file it belongs to nothing.
void removeStaleJournal(const fs::path& file) {
    std::error_code ignored;
    fs::remove(fs::path(file.string() + "-journal"), ignored);
}

// Throws kExists rather than replace a file that appeared meanwhile.
void giveName(const fs::path& from, const fs::path& to) {
    int why = renameToNew(from, to);
    if (why == 0) why = syncFolder(to.parent_path());
    if (why == EEXIST) sqlite::raise(ErrorCode::kExists, say("“{}” exists already; choose another name.", to.string()));
    if (why != 0)
        sqlite::raise(ErrorCode::kIo, say("“{}” cannot be made: {}.", to.string(), std::generic_category().message(why)));
}

void removeWithJournal(const fs::path& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
    removeStaleJournal(file);
    // Of a file that is no more; it was ours from the first byte.
    fs::remove(fs::path(file) += "-journal", ignored);
}

/// Where a project is made before it gets its name: beside it, so that the images' folder is as far away.
fs::path partialOf(const fs::path& file) { return file.parent_path() / hiddenName("new"); }

/// Errors: kNotFound if there is no name, or no folder that it starts from.
Result<fs::path> absoluteFile(const fs::path& path) {
    if (path.empty()) return fail(ErrorCode::kNotFound, say("A project needs a name; this one is empty."));
    std::error_code error;
    const fs::path file = fs::absolute(path, error);
    if (error)
        return fail(ErrorCode::kNotFound,
                    say("The folder that this program was started in is gone; start it in another one."));
    return file.lexically_normal();
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
    if (status.type() == fs::file_type::not_found)
        sqlite::raise(ErrorCode::kNotFound, say("“{}” does not exist.", file.string()));
    if (error) sqlite::raise(ErrorCode::kIo, say("“{}” cannot be opened: {}.", file.string(), error.message()));
    if (fs::is_directory(status))
        sqlite::raise(ErrorCode::kFormat, say("“{}” is a folder, not a FaceSpace project.", file.string()));
    if (const auto fine = refuseSpecialFile(file); !fine) throw sqlite::DatabaseError{fine.error()};
    const bool journal = fs::exists(fs::path(file.string() + "-journal"), error);
    if (!journal && fs::is_regular_file(status) && fs::file_size(file, error) == 0 && !error)
        sqlite::raise(ErrorCode::kFormat, say("“{}” is empty (0 bytes) and not a FaceSpace project.", file.string()));
    if (::access(file.c_str(), R_OK) != 0)
        sqlite::raise(ErrorCode::kIo, say("“{}” cannot be read; check its permissions.", file.string()));
}

void checkApplication(Database& db) {
    if (db.pragma("application_id") == sqlite::kApplicationId) return;
    sqlite::raise(ErrorCode::kFormat,
                  db.pragma("page_count") == 0
                      ? say("“{}” is empty and not a FaceSpace project.", db.file().string())
                      : say("“{}” is a SQLite database of another program, not a FaceSpace project.", db.file().string()));
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

// A writer that was killed has left its journal. Who only reads cannot take back what is half done; whoever may write does
// it for them.
void takeBackWhatIsHalfDone(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(fs::path(file.string() + "-journal"), error) || !writable(file)) return;
    Database db(file, Database::Mode::kReadWrite);
    const sqlite::ReadLock lock(db);
}

/// The projects that this process opens for reading only, and because of whom.
class ReadingOnly {
  public:
    void put(const fs::path& file, const std::optional<Holder>& holder) {
        const std::scoped_lock lock(mutex_);
        if (holder)
            files_[file] = *holder;
        else
            files_.erase(file);
    }
    std::optional<Holder> of(const fs::path& file) {
        const std::scoped_lock lock(mutex_);
        const auto found = files_.find(file);
        return found == files_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    std::mutex mutex_;
    std::map<fs::path, Holder> files_;
};

ReadingOnly& readingOnly() {
    static ReadingOnly all;
    return all;
}

}  // namespace

void openForReadingOnly(const fs::path& project, const std::optional<Holder>& because) {
    if (const auto file = absoluteFile(project)) readingOnly().put(*file, because);
}

Project::Project(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

bool Project::Impl::cannotChange() const { return readOnly || readingOnly().of(file).has_value(); }

void Project::Impl::requireWritable() const {
    if (const auto holder = readingOnly().of(file))
        sqlite::raise(ErrorCode::kIo, say("“{}” is in use by {}; close it there, or wait, to change it here.", file.string(),
                                          holder->text()));
    if (!readOnly) return;
    sqlite::raise(ErrorCode::kIo,
                  say("“{}” cannot be written; save a copy of it elsewhere and change that.", file.string()));
}

void Project::Impl::damaged(const Text& what) const {
    sqlite::raise(ErrorCode::kFormat, say("“{}” is damaged: {}; use another copy of it.", file.string(), what));
}

void Project::Impl::requireMemory(std::size_t rows, std::size_t rowBytes) const {
    const std::uint64_t free = availableMemory();
    if (free != 0 && rowBytes != 0 && rows > free / rowBytes)
        sqlite::raise(ErrorCode::kResource, say("There is not enough memory for the content of “{}”.", file.string()));
}

void Project::Impl::unknownReference() const {
    sqlite::raise(ErrorCode::kNotFound, say("Something refers to an image or network that is not in “{}”.", file.string()));
}

Result<Project> Project::create(const fs::path& path, const std::function<Result<void>(Project&)>& fill) {
    const auto file = absoluteFile(path);
    if (!file) return forward(file);
    const fs::path partial = partialOf(*file);
    const auto makePartial = [&] {
        std::error_code error;
        if (fs::exists(fs::symlink_status(*file, error)))
            sqlite::raise(ErrorCode::kExists, say("“{}” exists already; choose another name.", file->string()));
        if (!fs::is_directory(file->parent_path(), error))
            sqlite::raise(ErrorCode::kNotFound, say("The folder “{}” does not exist.", file->parent_path().string()));
        if (::access(file->parent_path().c_str(), W_OK) != 0)
            sqlite::raise(ErrorCode::kIo, say("Nothing can be written in the folder “{}”.", file->parent_path().string()));
        removeLeftovers(file->parent_path());
        makeEmptyProject(partial);
    };
    Result<void> made = sqlite::guarded(*file, makePartial);
    if (made && fill) {
        auto project = open(partial);
        made = project ? fill(*project) : Result<void>(forward(project));
    }
    if (made)
        made = sqlite::guarded(*file, [&] {
            removeStaleJournal(*file);
            giveName(partial, *file);
        });
    removeWithJournal(partial);  // With its name it left its journal, if the disk failed at the very end.
    if (made) return open(*file);
    // The sentence is about the file that was asked for, not the one it was to be renamed from.
    Error error = made.error();
    error.message = error.message.withName(partial.string(), file->string());
    return tl::make_unexpected(std::move(error));
}

Result<Project> Project::open(const fs::path& path, Mode mode) {
    const auto absolute = absoluteFile(path);
    if (!absolute) return forward(absolute);
    const fs::path& file = *absolute;
    return sqlite::guarded(file, [&] {
        checkFile(file);
        if (mode == Mode::kReadOnly) takeBackWhatIsHalfDone(file);
        const auto access = mode == Mode::kReadOnly ? Database::Mode::kReadOnly : Database::Mode::kReadWrite;
        auto impl = std::make_unique<Impl>(file, access);
        {
            // One lock for all that is looked at: a writer may be changing the size. Taking it also takes back what an
            // interrupted writer left half done.
            const sqlite::ReadLock lock(impl->db);
            checkApplication(impl->db);
            checkComplete(impl->db);
            // A newer version is told of by migrate().
            if (impl->db.pragma("user_version") <= sqlite::migrations().back().toVersion) {
                sqlite::requireOwnSchema(impl->db);
                sqlite::requireWhole(impl->db);
            }
        }
        sqlite::migrate(impl->db, sqlite::migrations());
        impl->readOnly = mode == Mode::kReadOnly || sqlite3_db_readonly(impl->db.handle(), "main") != 0 || !writable(file);
        return Project(std::move(impl));
    });
}

const fs::path& Project::file() const { return impl_->file; }
bool Project::readOnly() const { return impl_->cannotChange(); }

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
