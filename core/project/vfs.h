#pragma once

namespace facespace::sqlite {

/// The name of the layer between SQLite and the file system through which projects are opened. It lets a connection touch
/// its own file and that file's rollback journal, and nothing else: a journal that names another file (a “super-journal”,
/// which SQLite would delete) or a write-ahead log comes to nothing, whenever it appears.
const char* ownFilesOnly();

}  // namespace facespace::sqlite
