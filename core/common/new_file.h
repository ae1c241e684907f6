#pragma once
#include <filesystem>

#include "core/common/result.h"

namespace facespace {

/// A file that appears under its name only when it is complete: bytes go to a new file of a random name in the same folder,
/// which is synced to the disk and then renamed. Unless it was given its name, it is gone with the object. Failures are
/// errno values, 0 for none. Not thread-safe.
class NewFile {
  public:
    /// `error()` tells whether there is something to write to.
    explicit NewFile(const std::filesystem::path& folder);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    int error() const { return error_; }
    int descriptor() const { return descriptor_; }
    const std::filesystem::path& path() const { return path_; }

    enum class Existing { kReplace, kKeep };
    /// Gives it the name `file` in the same folder. With kKeep a file that is there stays, and EEXIST is returned.
    int finish(const std::filesystem::path& file, Existing existing);

  private:
    std::filesystem::path path_;
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
