#include "core/project/vfs.h"

#include <sqlite3.h>

#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace facespace::sqlite {
namespace {

constexpr const char* kName = "facespace-own-files";
constexpr std::string_view kJournal = "-journal";

/// The files opened as databases by this process, as SQLite names them: absolute and without links.
class OwnFiles {
  public:
    void add(const char* name) {
        const std::scoped_lock lock(mutex_);
        names_.emplace(name);
    }
    bool isJournalOfOne(std::string_view name) {
        if (!name.ends_with(kJournal)) return false;
        const std::scoped_lock lock(mutex_);
        return names_.contains(std::string(name.substr(0, name.size() - kJournal.size())));
    }

  private:
    std::mutex mutex_;
    std::set<std::string> names_;
};

OwnFiles& ownFiles() {
    static OwnFiles files;
    return files;
}

sqlite3_vfs* system() {
    static sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

// The system's functions want the system's object; the files that they open need nothing of this layer.
int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    if ((flags & (SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL)) != 0) return SQLITE_CANTOPEN;
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0 && name != nullptr) ownFiles().add(name);
    return system()->xOpen(system(), name, file, flags, outFlags);
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
    return ownFiles().isJournalOfOne(name) ? system()->xDelete(system(), name, syncFolder) : SQLITE_IOERR_DELETE;
}

}  // namespace

const char* ownFilesOnly() {
    static sqlite3_vfs vfs;
    static const int registered = [] {
        vfs = *system();
        vfs.zName = kName;
        vfs.pNext = nullptr;
        vfs.xOpen = openFile;
        vfs.xDelete = deleteFile;
        return sqlite3_vfs_register(&vfs, 0);
    }();
    // Without it nothing is opened: SQLite knows no layer of the name "".
    return registered == SQLITE_OK ? kName : "";
}

}  // namespace facespace::sqlite
