#include "core/common/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <random>
#include <system_error>

namespace facespace {
namespace fs = std::filesystem;

namespace {

constexpr int kTries = 16;

std::string randomName() {
    std::random_device random;
    return fmt::format(".facespace-{:08x}{:08x}.part", random(), random());
}

}  // namespace

NewFile::NewFile(const fs::path& folder) {
    const fs::path where = folder.empty() ? fs::path(".") : folder;
    for (int i = 0; i < kTries; ++i) {
        path_ = where / randomName();
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        error_ = descriptor_ < 0 ? errno : 0;
        if (error_ != EEXIST) return;
    }
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(path_.c_str());
}

int NewFile::finish(const fs::path& file, Existing existing) {
    if (error_ != 0) return error_;
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) return errno;
    const int renamed = existing == Existing::kKeep                  ? renameToNew(path_, file)
                        : ::rename(path_.c_str(), file.c_str()) == 0 ? 0
                                                                     : errno;
    if (renamed != 0) return renamed;
    ::close(descriptor_);
    descriptor_ = -1;
    return syncFolder(file.parent_path());
}

int renameToNew(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    const int why = errno;
    if (why != EINVAL && why != ENOSYS) return why;
    // A file system that cannot do so.
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(to, ignored))) return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int syncFolder(const fs::path& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return 0;  // a folder that may be written to but not read
    const int error = ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
    ::close(descriptor);
    return error;
}

bool isDiskFull(int error) { return error == ENOSPC || error == EDQUOT || error == EFBIG; }

Error notWritten(const fs::path& file, int error) {
    if (isDiskFull(error))
        return {ErrorCode::kResource,
                say("The disk is full: “{}” was not written; make room and try again.", file.string())};
    const Text reason = error != 0 ? Text(std::generic_category().message(error)) : say("the system gave no reason");
    return {ErrorCode::kIo, say("“{}” cannot be written: {}.", file.string(), reason)};
}

}  // namespace facespace
