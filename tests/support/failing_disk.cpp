#include "tests/support/failing_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <cstdlib>

namespace facespace::test::failing_disk {
namespace {

std::atomic<Fault> fault{Fault::kNone};
std::atomic<int> failAt{0}, counted{0}, failed{0};

/// Whether this change is one that fails. `grows`: it needs room that the file does not have yet.
bool fails(bool grows) {
    const int now = ++counted;
    const bool fail = fault == Fault::kError ? now == failAt : fault == Fault::kFull && now >= failAt && grows;
    failed += fail ? 1 : 0;
    return fail;
}

sqlite3_vfs* below() {
    static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
    return vfs;
}

/// SQLite's object, with the system's behind it in the same memory.
struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* realOf(sqlite3_file* file) { return of(file)->real(); }

int closeFile(sqlite3_file* file) { return realOf(file)->pMethods->xClose(realOf(file)); }
int readFile(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at) {
    return realOf(file)->pMethods->xRead(realOf(file), to, bytes, at);
}
int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
    sqlite3_int64 size = 0;
    realOf(file)->pMethods->xFileSize(realOf(file), &size);
    if (!fails(at + bytes > size)) return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at);
    // As a disk does: a part of it may be there.
    realOf(file)->pMethods->xWrite(realOf(file), from, bytes / 2, at);
    return fault == Fault::kFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
int cutFile(sqlite3_file* file, sqlite3_int64 size) {
    return fails(false) ? SQLITE_IOERR_TRUNCATE : realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    return fails(false) ? SQLITE_IOERR_FSYNC : realOf(file)->pMethods->xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) { return realOf(file)->pMethods->xFileSize(realOf(file), size); }
int lockFile(sqlite3_file* file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlockFile(sqlite3_file* file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int isReserved(sqlite3_file* file, int* is) { return realOf(file)->pMethods->xCheckReservedLock(realOf(file), is); }
int controlFile(sqlite3_file* file, int what, void* with) {
    return realOf(file)->pMethods->xFileControl(realOf(file), what, with);
}
int sectorOf(sqlite3_file* file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int characteristicsOf(sqlite3_file* file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }

const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods made{};
        made.iVersion = 1;  // no shared memory, no mapping
        made.xClose = closeFile, made.xRead = readFile, made.xWrite = writeFile, made.xTruncate = cutFile;
        made.xSync = syncFile, made.xFileSize = sizeOfFile, made.xLock = lockFile, made.xUnlock = unlockFile;
        made.xCheckReservedLock = isReserved, made.xFileControl = controlFile, made.xSectorSize = sectorOf;
        made.xDeviceCharacteristics = characteristicsOf;
        return made;
    }();
    return &all;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    of(file)->base.pMethods = nullptr;
    if ((flags & SQLITE_OPEN_MAIN_JOURNAL) != 0 && (flags & SQLITE_OPEN_CREATE) != 0 && fails(true))
        return fault == Fault::kFull ? SQLITE_FULL : SQLITE_CANTOPEN;
    const int code = below()->xOpen(below(), name, of(file)->real(), flags, outFlags);
    if (code == SQLITE_OK) of(file)->base.pMethods = methods();
    return code;
}
int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
    return fails(false) ? SQLITE_IOERR_DELETE : below()->xDelete(below(), name, syncFolder);
}

}  // namespace

void install() {
    static sqlite3_vfs vfs;
    if (below() == nullptr) std::abort();
    vfs = *below();
    vfs.zName = "failing-disk";
    vfs.pNext = nullptr;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + below()->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) std::abort();
}

void arm(Fault what, int n) {
    fault = what;
    failAt = n;
    counted = 0;
    failed = 0;
}
int changes() { return counted; }
int failures() { return failed; }

}  // namespace facespace::test::failing_disk
