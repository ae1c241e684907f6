#pragma once
#include <cstdint>
#include <span>

#include "core/project/sqlite.h"

namespace facespace::sqlite {

/// "FcSp": tells a project from other SQLite files.
constexpr std::int32_t kApplicationId = 0x46635370;
/// Of new databases. A 512-d feature takes 2 KB: seven fill a page of 16 KB.
constexpr int kPageSize = 16384;

/// Brings a database from schema version `toVersion` − 1 to `toVersion`.
struct Migration {
    int toVersion;
    const char* sql;
};

/// Every step from an empty database on, in order.
std::span<const Migration> migrations();

/// Applies the steps that the database lacks in one transaction: after a failure or a kill it is as it was.
/// Throws kFormat if the database is newer than the last step, or older and cannot be written.
void migrate(Database& db, std::span<const Migration> steps);

}  // namespace facespace::sqlite
