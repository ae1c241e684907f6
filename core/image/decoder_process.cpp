#include "core/image/decoder_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "core/common/cancel_scope.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFirstCapacity = std::size_t{4} << 20;

std::size_t pixelBytes(const DecodeTask& task) {
    // A reduced side is rounded up: together that is less than a row and a column more.
    const auto pixels = static_cast<std::size_t>(task.pixels);
    return 3 * (task.reduction == 1 ? pixels : pixels / 4 + pixels / 2 + 16);
}

/// The child starts with no blocked and no ignored signals, and in a group of its own: Ctrl+C is not for it.
void setAttributes(posix_spawnattr_t& attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

}  // namespace

std::unique_ptr<DecoderProcess> DecoderProcess::start(const fs::path& program) {
    std::unique_ptr<DecoderProcess> process(new DecoderProcess);
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return nullptr;
    process->socket_ = pair[0];
    process->memory_ = ::memfd_create("facespace-image", MFD_CLOEXEC);
    const bool started = process->memory_ >= 0 && process->makeRoom(kFirstCapacity) && process->spawn(program, pair[1]);
    ::close(pair[1]);
    return started ? std::move(process) : nullptr;
}

bool DecoderProcess::spawn(const fs::path& program, int theirs) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    // In this order: memory_ or theirs may be one of the numbers that they get.
    const int memory = ::fcntl(memory_, F_DUPFD_CLOEXEC, 16), socket = ::fcntl(theirs, F_DUPFD_CLOEXEC, 16);
    posix_spawn_file_actions_adddup2(&actions, socket, decoder::kSocket);
    posix_spawn_file_actions_adddup2(&actions, memory, decoder::kMemory);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    setAttributes(attributes);
    std::string name = program.string(), libraries = "LD_LIBRARY_PATH=", sanitizer = "ASAN_OPTIONS=";
    for (std::string* variable : {&libraries, &sanitizer})
        if (const char* value = std::getenv(variable->substr(0, variable->size() - 1).c_str())) *variable += value;
    std::array<char*, 2> arguments{name.data(), nullptr};
    std::array<char*, 3> environment{libraries.data(), sanitizer.data(), nullptr};
    const int failed = ::posix_spawn(&pid_, name.c_str(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    ::close(memory);
    ::close(socket);
    if (failed != 0) pid_ = -1;
    return failed == 0;
}

DecoderProcess::~DecoderProcess() {
    if (socket_ >= 0) ::close(socket_);
    if (memory_ >= 0) ::close(memory_);
    if (shared_ != nullptr) ::munmap(shared_, capacity_);
    if (pid_ <= 0) return;
    ::kill(-pid_, SIGKILL);  // It keeps nothing that is worth a goodbye.
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
}

bool DecoderProcess::makeRoom(std::size_t bytes) {
    if (bytes <= capacity_) return true;
    const std::size_t wanted = std::max(bytes, std::min(2 * capacity_, bytes + (std::size_t{64} << 20)));
    if (::ftruncate(memory_, static_cast<off_t>(wanted)) != 0) return false;
    void* mapped = ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_SHARED, memory_, 0);
    if (mapped == MAP_FAILED) return false;
    if (shared_ != nullptr) ::munmap(shared_, capacity_);
    shared_ = static_cast<std::uint8_t*>(mapped);
    capacity_ = wanted;
    return true;
}

/// False if none came.
bool DecoderProcess::answer(decoder::Reply& reply, std::chrono::milliseconds patience) const {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline && !CancelScope::cancelled()) {
        pollfd watched{socket_, POLLIN, 0};
        if (::poll(&watched, 1, 50) <= 0) continue;
        const ssize_t got = ::recv(socket_, &reply, sizeof reply, MSG_WAITALL);
        if (got < 0 && errno == EINTR) continue;
        return got == static_cast<ssize_t>(sizeof reply);
    }
    return false;
}

std::optional<Decoding> DecoderProcess::decode(std::span<const std::uint8_t> bytes, const DecodeTask& task, Image& image,
                                               std::chrono::milliseconds patience) {
    const std::size_t at = decoder::pixelsAt(bytes.size());
    if (!makeRoom(at + pixelBytes(task))) return Decoding::kNoMemory;
    std::memcpy(shared_, bytes.data(), bytes.size());
    const decoder::Request request{capacity_, bytes.size(), task.pixels, static_cast<std::int32_t>(task.format),
                                   task.reduction};
    if (::send(socket_, &request, sizeof request, MSG_NOSIGNAL) != static_cast<ssize_t>(sizeof request)) return std::nullopt;
    decoder::Reply reply;
    if (!answer(reply, patience)) return std::nullopt;
    if (reply.decoding != Decoding::kDone) return std::clamp(reply.decoding, Decoding::kDamaged, Decoding::kNoMemory);
    // The process may have been taken over by what it decoded: sizes are ours to check.
    const auto width = static_cast<std::int64_t>(reply.width), height = static_cast<std::int64_t>(reply.height);
    if (width < 1 || height < 1 || static_cast<std::uint64_t>(width * height) * 3 > capacity_ - at) return std::nullopt;
    image.width = reply.width;
    image.height = reply.height;
    image.pixels.assign(shared_ + at, shared_ + at + static_cast<std::size_t>(width * height) * 3);
    return Decoding::kDone;
}

}  // namespace facespace
