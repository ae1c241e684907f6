#include "core/common/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <mutex>
#include <set>
#include <string>
#include <system_error>

#include "core/common/hidden_name.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

constexpr int kTries = 16;

/// Looks through a folder once: thousands of files may be made in it.
void removeLeftoversOnce(const fs::path& folder) {
    static std::mutex mutex;
    static std::set<fs::path> seen;
    const std::scoped_lock lock(mutex);
    if (seen.insert(folder).second) removeLeftovers(folder);
}

}  // namespace

NewFile::NewFile(const fs::path& folder, Until until) : folder_(folder.empty() ? fs::path(".") : folder) {
    if (until == Until::kHidden || !openUnnamed()) openHidden();
}

/// Whether there is such a thing here.
bool NewFile::openUnnamed() {
    // By its number in there it gets its name afterwards.
    static const bool hasNumbers = ::access("/proc/self/fd", X_OK) == 0;
    if (!hasNumbers) return false;
    descriptor_ = ::open(folder_.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
    return descriptor_ >= 0;
}

void NewFile::openHidden() {
    removeLeftoversOnce(folder_);
    for (int i = 0; i < kTries; ++i) {
        path_ = folder_ / hiddenName("part");
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        error_ = descriptor_ < 0 ? errno : 0;
        if (error_ != EEXIST) return;
    }
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
}

int NewFile::finish(const fs::path& file, Existing existing) {
    if (error_ != 0) return error_;
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) return errno;
    if (const int named = giveName(file, existing); named != 0) return named;
    ::close(descriptor_);
    descriptor_ = -1;
    return syncFolder(file.parent_path());
}

int NewFile::giveName(const fs::path& file, Existing existing) {
    if (path_.empty()) {
        int linked = linkTo(file);
        if (linked == 0 || linked != EEXIST || existing == Existing::kKeep) return linked;
        // A link takes no other's place. For a moment it has a hidden name, then its own.
        removeLeftoversOnce(folder_);
        const fs::path hidden = folder_ / hiddenName("part");
        linked = linkTo(hidden);
        if (linked != 0) return linked;
        path_ = hidden;
    }
    if (existing == Existing::kKeep) return renameToNew(path_, file);
    return ::rename(path_.c_str(), file.c_str()) == 0 ? 0 : errno;
}

int NewFile::linkTo(const fs::path& file) const {
    const std::string own = "/proc/self/fd/" + std::to_string(descriptor_);
    return ::linkat(AT_FDCWD, own.c_str(), AT_FDCWD, file.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
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
