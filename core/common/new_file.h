#pragma once
#include <filesystem>

#include "core/common/result.h"

namespace facespace {

/// A file that appears under its name only when it is complete: bytes go to a new file in the same folder that has no name
/// (O_TMPFILE), or, where the file system knows no such thing, a hidden one (hidden_name.h), which is synced to the disk and
/// then gets its own. Unless it was given that, it is gone with the object, and with the process, however that ends: a
/// hidden name outlives a kill until the next file is made in that folder. Failures are errno values, 0 for none. Not
/// thread-safe.
class NewFile {
  public:
    enum class Until { kUnnamed, kHidden };
    /// `error()` tells whether there is something to write to.
    /// @param until  kHidden: with a hidden name everywhere, for tests.
    explicit NewFile(const std::filesystem::path& folder, Until until = Until::kUnnamed);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    int error() const { return error_; }
    int descriptor() const { return descriptor_; }

    enum class Existing { kReplace, kKeep };
    /// Gives it the name `file` in the same folder. With kKeep a file that is there stays, and EEXIST is returned.
    int finish(const std::filesystem::path& file, Existing existing);

  private:
    bool openUnnamed();
    void openHidden();
    int giveName(const std::filesystem::path& file, Existing existing);
    int linkTo(const std::filesystem::path& file) const;

    std::filesystem::path folder_, path_;  ///< `path_` is empty while it has no name.
    int descriptor_ = -1, error_ = 0;
};

/// Renames without replacing: EEXIST if there is something at `to`. 0, or an errno.
int renameToNew(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes sure that names in the folder outlast a power cut. 0, or an errno; file systems that cannot do so say 0.
int syncFolder(const std::filesystem::path& folder);

/// “The disk is full …” or why else `file` was not written.
Error notWritten(const std::filesystem::path& file, int error);

/// Whether that errno means that there is no room.
bool isDiskFull(int error);

}  // namespace facespace
