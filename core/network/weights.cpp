#include "core/network/weights.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "core/common/inside.h"
#include "core/common/sha256.h"
#include "core/network/onnx_check.h"
#include "core/network/open_file.h"
#include "core/network/weight_parts.h"

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

tl::unexpected<Error> noMemory(const std::filesystem::path& file) {
    return fail(ErrorCode::kResource, say("There is no memory for the weights “{}”.", file.string()));
}

/// Bytes of memory that is not changed as long as this object lives.
class Mapped {
  public:
    Mapped(int memory, std::uint64_t bytes) : size_(bytes) {
        if (bytes > 0) begin_ = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, memory, 0);
    }
    ~Mapped() {
        if (isThere()) ::munmap(begin_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    std::span<const std::byte> all() const {
        return isThere() ? std::span(static_cast<const std::byte*>(begin_), size_) : std::span<const std::byte>();
    }
    /// A TorchScript file, which no ONNX file begins like.
    bool isArchive() const { return all().size() > 2 && std::memcmp(all().data(), "PK", 2) == 0; }

  private:
    bool isThere() const { return begin_ != nullptr && begin_ != MAP_FAILED; }
    void* begin_ = nullptr;
    std::size_t size_;
};

/// Whether a file beside the network's lies in its folder, links followed; or in the folder that the network's own file is
/// linked from, as in stores where every file has a link of its own.
bool liesBeside(const std::string& name, const std::filesystem::path& file) {
    if (!staysBelow(name)) return false;
    const auto beside = file.parent_path() / name;
    std::error_code error;
    const auto store = std::filesystem::canonical(file, error).parent_path();
    return leadsInside(beside, file.parent_path()) || (!error && leadsInside(beside, store));
}

}  // namespace

/// Memory that files are copied into, and the hash of all that was.
class Weights::Copy {
  public:
    explicit Copy(std::filesystem::path file) : file_(std::move(file)) {}

    Result<void> begin() {
        const OpenFile made{::memfd_create("facespace-weights", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
        memory_.fd = made.fd < 0 ? -1 : ::fcntl(made.fd, F_DUPFD_CLOEXEC, kFirstDescriptor);
        return memory_.fd < 0 ? noMemory(file_) : Result<void>{};
    }

    Result<void> add(std::span<const std::byte> part) {
        hash_.add(part);
        bytes_ += part.size();
        return writeAll(memory_.fd, part.data(), part.size()) == 0 ? Result<void>{} : noMemory(file_);
    }

    /// @param expected  the file's size; another one is an error
    Result<void> addFile(const std::filesystem::path& from, const std::uint64_t* expected) {
        // Not blocking: opening a pipe must not wait for somebody to write to it.
        const OpenFile in{::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
        if (in.fd < 0) return unreadable(from, std::strerror(errno));
        struct stat status {};
        if (::fstat(in.fd, &status) != 0) return unreadable(from, std::strerror(errno));
        if (!S_ISREG(status.st_mode)) return unreadable(from, say("it is not a regular file"));
        const std::uint64_t before = bytes_;
        std::vector<std::byte> part(kPart);
        for (;;) {
            const ssize_t got = ::read(in.fd, part.data(), part.size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return unreadable(from, std::strerror(errno));
            if (got == 0) break;
            if (auto added = add(std::span(part).first(static_cast<std::size_t>(got))); !added) return added;
        }
        if (expected != nullptr && bytes_ - before != *expected) return unreadable(from, say("it changed meanwhile"));
        return {};
    }

    int memory() const { return memory_.fd; }
    std::uint64_t bytes() const { return bytes_; }
    std::string hex() { return hash_.hex(); }
    /// The memory, which nobody can change any more; -1: the system does not do that.
    int sealed() {
        constexpr int kSeals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
        return ::fcntl(memory_.fd, F_ADD_SEALS, kSeals) == 0 ? memory_.release() : -1;
    }

  private:
    std::filesystem::path file_;
    OpenFile memory_;
    Sha256 hash_;
    std::uint64_t bytes_ = 0;
};

Result<void> Weights::addAll(Copy& copy, std::span<const std::byte> own, const std::filesystem::path& file,
                             const std::vector<std::string>& names) {
    std::vector<std::string> all{""};
    std::vector<std::uint64_t> sizes{own.size()};
    for (const std::string& name : names) {
        // What lies elsewhere is not read; the host says which array it was.
        if (!liesBeside(name, file)) continue;
        std::error_code error;
        sizes.push_back(std::filesystem::file_size(file.parent_path() / name, error));
        if (error) return unreadable(file.parent_path() / name, error.message());
        all.push_back(name);
    }
    const auto header = weightPartsHeader(all, sizes);
    if (auto added = copy.add(header); !added) return added;
    if (auto added = copy.add(own); !added) return added;
    for (std::size_t i = 1; i < all.size(); ++i)
        if (auto added = copy.addFile(file.parent_path() / all[i], &sizes[i]); !added) return added;
    return {};
}

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
    Copy alone(file);
    if (auto begun = alone.begin(); !begun) return forward(begun);
    if (auto added = alone.addFile(file, nullptr); !added) return forward(added);
    const Mapped bytes(alone.memory(), alone.bytes());
    const auto names = bytes.isArchive() ? std::vector<std::string>() : onnxFilesBeside(bytes.all());
    if (names.empty()) return finished(alone, file);
    Copy joined(file);
    if (auto begun = joined.begin(); !begun) return forward(begun);
    if (auto added = addAll(joined, bytes.all(), file, names); !added) return forward(added);
    return finished(joined, file);
}

Result<Weights> Weights::finished(Copy& copy, const std::filesystem::path& file) {
    Weights weights(file);
    weights.bytes_ = copy.bytes();
    weights.sha256_ = copy.hex();
    weights.memory_ = copy.sealed();
    if (weights.memory_ < 0) return noMemory(file);
    return weights;
}

}  // namespace facespace
