#include "core/common/whole_file.h"

#include <sys/stat.h>
#include <unistd.h>
#include <ext/stdio_filebuf.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "core/common/new_file.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

using Write = std::function<void(std::ostream&)>;

/// 0, or the errno of what failed.
int writeInPlace(const fs::path& file, const Write& write) {
    errno = 0;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (out) write(out);
    if (out) out.close();
    return out ? 0 : (errno != 0 ? errno : EIO);
}

int writeTo(int descriptor, const Write& write) {
    const int copy = ::dup(descriptor);  // the buffer closes what it is given
    if (copy < 0) return errno;
    errno = 0;
    __gnu_cxx::stdio_filebuf<char> buffer(copy, std::ios::out | std::ios::binary);
    std::ostream out(&buffer);
    write(out);
    out.flush();
    if (buffer.close() == nullptr) out.setstate(std::ios::failbit);
    return out ? 0 : (errno != 0 ? errno : EIO);
}

}  // namespace

bool isStandardStream(const fs::path& file) { return file == "-"; }

Result<void> writeWholeFile(const fs::path& path, const Write& write) {
    if (isStandardStream(path)) {
        std::fflush(stdout);
        const int why = writeTo(STDOUT_FILENO, write);
        return why == 0 ? Result<void>{} : tl::make_unexpected(notWritten("standard output", why));
    }
    std::error_code error;
    // A link keeps pointing to what it points to.
    const fs::path file = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    const auto failed = [&](int why) { return tl::make_unexpected(notWritten(file, why)); };
    struct stat there {};
    const bool exists = ::stat(file.c_str(), &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) return failed(EISDIR);
    if (exists && !S_ISREG(there.st_mode)) {  // a pipe or device takes the bytes as they come
        const int why = writeInPlace(file, write);
        return why == 0 ? Result<void>{} : failed(why);
    }
    if (exists && ::access(file.c_str(), W_OK) != 0) return failed(errno);
    NewFile whole(file.parent_path());
    if (whole.error() != 0) return failed(whole.error());
    // Who could read the old file, and only they, can read the new one.
    if (exists && ::fchmod(whole.descriptor(), there.st_mode & 0777) != 0) return failed(errno);
    int why = writeTo(whole.descriptor(), write);
    if (why == 0) why = whole.finish(file, NewFile::Existing::kReplace);
    return why == 0 ? Result<void>{} : failed(why);
}

}  // namespace facespace
