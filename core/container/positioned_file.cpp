#include "core/container/positioned_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <utility>

#include "core/common/regular_file.h"

namespace facespace {

Result<PositionedFile> PositionedFile::open(const std::filesystem::path& file) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    PositionedFile opened;
    opened.path_ = file;
    opened.descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (opened.descriptor_ < 0 || ::fstat(opened.descriptor_, &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::kIo, say("Cannot read “{}”; check that the file exists and may be read.", file.string()));
    opened.identity_ = {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
                        status.st_mtim.tv_nsec};
    return opened;
}

PositionedFile::PositionedFile(PositionedFile&& other) noexcept
    : path_(std::move(other.path_)), identity_(other.identity_), descriptor_(std::exchange(other.descriptor_, -1)) {}

PositionedFile& PositionedFile::operator=(PositionedFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(identity_, other.identity_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

PositionedFile::~PositionedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t PositionedFile::read(std::uint64_t offset, std::span<std::uint8_t> to) const {
    std::size_t done = 0;
    while (done < to.size() && offset + done < size()) {
        const ssize_t count = ::pread(descriptor_, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

bool FileCursor::fill() {
    start_ += end_;
    next_ = 0;
    end_ = file_.read(start_, block_);
    return end_ > 0;
}

bool FileCursor::take(std::span<std::uint8_t> to) {
    if (to.size() > left()) return false;
    for (std::size_t done = 0; done < to.size();) {
        if (next_ == end_ && !fill()) return false;
        const std::size_t count = std::min(end_ - next_, to.size() - done);
        std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(next_), count,
                    to.begin() + static_cast<std::ptrdiff_t>(done));
        next_ += count;
        done += count;
    }
    return true;
}

bool FileCursor::skip(std::uint64_t bytes) {
    if (bytes > left()) return false;
    if (bytes <= end_ - next_) {
        next_ += static_cast<std::size_t>(bytes);
        return true;
    }
    start_ = at() + bytes;
    next_ = end_ = 0;
    return true;
}

}  // namespace facespace
