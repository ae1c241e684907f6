#pragma once
#include <filesystem>

#include "core/project/sqlite.h"

/// A project file may come from anybody. What is done so that opening one does no more than reading it; see also vfs.h.
/// All throw a DatabaseError.
namespace facespace::sqlite {

/// The largest value that a row may hold: map coordinates of ten million images take 120 MB.
inline constexpr int kMaxValueBytes = 256 << 20;
/// The longest text that is kept or read: names, paths, notes. A line of a manifest has at most 1 MiB.
inline constexpr std::size_t kMaxTextBytes = std::size_t{16} << 20;

/// Before SQLite sees the file: a rollback journal beside it must be one that FaceSpace can have left, and there must be no
/// write-ahead log.
void refuseForeignJournal(const std::filesystem::path& file);

/// Before the first statement, through the connection's own handle: the file must not be in write-ahead mode.
void refuseWriteAheadLog(const Database& db);

/// Takes from a connection whatever FaceSpace does not use, and bounds the rest.
void confine(sqlite3* db);

/// The tables and indexes must be exactly those of the file's version: no views, triggers, virtual tables, generated
/// columns, nor anything else that runs when it is read. Comments and white space do not count.
void requireOwnSchema(Database& db);

/// Lets SQLite look whether the file's pages and rows fit together; what this process has found whole and has not seen
/// changed by others since is not looked at again. Of files beyond 1 GiB the features, whose sizes are looked at when they
/// are read, are left out.
void requireWhole(Database& db);
/// With the lock for writing, before anything is changed: others' changes until here are counted (hold.h).
void beforeChange(const std::filesystem::path& file);
/// After this process has changed a file that was whole.
void stillWhole(const std::filesystem::path& file);

}  // namespace facespace::sqlite
