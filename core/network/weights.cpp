#include "core/network/weights.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "core/common/sha256.h"
#include "core/network/open_file.h"

namespace facespace {
namespace {

constexpr std::size_t kPart = std::size_t{1} << 20U;
// Above standard input, output and error, which the host's end of the pipe takes.
constexpr int kFirstDescriptor = 10;

tl::unexpected<Error> unreadable(const std::filesystem::path& file, const Text& why) {
    return fail(ErrorCode::kIo, say("The weights “{}” cannot be read: {}.", file.string(), why));
}

int writeAll(int fd, const std::byte* from, std::size_t size) {
    while (size > 0) {
        const ssize_t put = ::write(fd, from, size);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return put < 0 ? errno : ENOSPC;
        from += put;
        size -= static_cast<std::size_t>(put);
    }
    return 0;
}

}  // namespace

Weights::~Weights() {
    if (memory_ >= 0) ::close(memory_);
}

Weights::Weights(Weights&& other) noexcept
    : file_(std::move(other.file_)),
      bytes_(other.bytes_),
      sha256_(std::move(other.sha256_)),
      memory_(std::exchange(other.memory_, -1)) {}

Weights& Weights::operator=(Weights&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(bytes_, other.bytes_);
    std::swap(sha256_, other.sha256_);
    std::swap(memory_, other.memory_);
    return *this;
}

Result<Weights> Weights::read(const std::filesystem::path& file) {
    // Not blocking: opening a pipe must not wait for somebody to write to it.
    const OpenFile in{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    if (in.fd < 0) return unreadable(file, std::strerror(errno));
    struct stat status {};
    if (::fstat(in.fd, &status) != 0) return unreadable(file, std::strerror(errno));
    if (!S_ISREG(status.st_mode)) return unreadable(file, say("it is not a regular file"));
    Weights weights(file);
    const OpenFile made{::memfd_create("facespace-weights", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    weights.memory_ = made.fd < 0 ? -1 : ::fcntl(made.fd, F_DUPFD_CLOEXEC, kFirstDescriptor);
    if (weights.memory_ < 0)
        return fail(ErrorCode::kResource, say("There is no memory for the weights “{}”.", file.string()));
    Sha256 hash;
    std::vector<std::byte> part(kPart);
    for (;;) {
        const ssize_t got = ::read(in.fd, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(file, std::strerror(errno));
        if (got == 0) break;
        const auto size = static_cast<std::size_t>(got);
        hash.add(std::span(part).first(size));
        if (writeAll(weights.memory_, part.data(), size) != 0)
            return fail(ErrorCode::kResource, say("There is no memory for the weights “{}”.", file.string()));
        weights.bytes_ += size;
    }
    if (::fcntl(weights.memory_, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0)
        return fail(ErrorCode::kResource, say("There is no memory for the weights “{}”.", file.string()));
    weights.sha256_ = hash.hex();
    return weights;
}

}  // namespace facespace
