#include "core/common/whole_file.h"

#include <unistd.h>

#include <fmt/format.h>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace facespace {
namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> notWritten(const fs::path& file, int why) {
    if (why == ENOSPC || why == EDQUOT || why == EFBIG)
        return fail(ErrorCode::kResource,
                    fmt::format("The disk is full: “{}” was not written; make room and try again.", file.string()));
    const std::string reason = why != 0 ? std::generic_category().message(why) : "the system gave no reason";
    return fail(ErrorCode::kIo, fmt::format("“{}” cannot be written: {}.", file.string(), reason));
}

/// 0, or the errno of what failed.
int writeStream(const fs::path& file, const std::function<void(std::ostream&)>& write) {
    errno = 0;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (out) write(out);
    if (out) out.close();
    return out ? 0 : (errno != 0 ? errno : EIO);
}

}  // namespace

Result<void> writeWholeFile(const fs::path& path, const std::function<void(std::ostream&)>& write) {
    std::error_code error;
    // A link keeps pointing to what it points to.
    const fs::path file = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    const fs::file_status status = fs::status(file, error);
    if (fs::is_directory(status)) return notWritten(file, EISDIR);
    if (fs::exists(status) && !fs::is_regular_file(status)) {  // a pipe or device takes the bytes as they come
        const int why = writeStream(file, write);
        return why == 0 ? Result<void>{} : notWritten(file, why);
    }
    if (fs::exists(status) && ::access(file.c_str(), W_OK) != 0) return notWritten(file, errno);
    fs::path part = file;
    part += fmt::format(".part-{}", ::getpid());
    int why = writeStream(part, write);
    if (why == 0 && ::rename(part.c_str(), file.c_str()) != 0) why = errno;
    if (why == 0) return {};
    fs::remove(part, error);
    return notWritten(file, why);
}

}  // namespace facespace
