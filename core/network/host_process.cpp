#include "core/network/host_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "core/network/open_file.h"
#include "core/network/protocol.h"

extern char** environ;

namespace facespace {
namespace {

using namespace std::chrono_literals;
constexpr auto kLookForCancel = 50ms;
constexpr std::size_t kLastWords = 2048;

/// The child starts with no blocked and no ignored signals, whatever this program does with them.
void resetSignals(posix_spawnattr_t& attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    // A group of its own: what the terminal sends to ours does not reach it, and it is ended with all it has started.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

/// True for the variables that say where libraries are and how they compute; all others are none of a network's business.
bool isForTheHost(std::string_view variable) {
    constexpr std::string_view kPrefixes[] = {"LD_LIBRARY_PATH=", "OMP_",           "GOMP_",        "KMP_",
                                              "OPENBLAS_",        "MKL_",           "DNNL_",        "ONEDNN_",
                                              "ATEN_CPU_",        "CUDA_",          "NVIDIA_",      "ASAN_OPTIONS=",
                                              "TSAN_OPTIONS=",    "UBSAN_OPTIONS=", "LSAN_OPTIONS="};
    return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) { return variable.starts_with(prefix); });
}

/// Of this program's environment what a host needs, and for the child a short wait of OpenMP's threads for each other: with
/// other work on the cores (decoding, the user's own) the default busy wait was measured to make a forward pass four times
/// as long.
std::vector<std::string> childEnvironment() {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable)
        if (isForTheHost(*variable)) variables.emplace_back(*variable);
    variables.emplace_back("OPENCV_OPENCL_RUNTIME=disabled");  // Networks run on the processor; drivers open files.
    if (std::getenv("OMP_WAIT_POLICY") == nullptr && std::getenv("GOMP_SPINCOUNT") == nullptr)
        variables.emplace_back("GOMP_SPINCOUNT=1000");
    return variables;
}

int spawn(const std::filesystem::path& program, int pipe, int errors, int weights, pid_t& pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, pipe, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipe, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, weights, protocol::kWeightsDescriptor);  // The others are in place.
    resetSignals(attributes);
    std::string name = program.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    std::vector<std::string> variables = childEnvironment();
    std::vector<char*> environment;
    for (std::string& variable : variables) environment.push_back(variable.data());
    environment.push_back(nullptr);
    const int failed = ::posix_spawn(&pid, name.c_str(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

Text statusText(int status) {
    if (WIFSIGNALED(status)) return say("stopped (signal {})", WTERMSIG(status));
    return say("stopped (exit code {})", WEXITSTATUS(status));
}

}  // namespace

Result<std::unique_ptr<HostProcess>> HostProcess::start(const std::filesystem::path& program, int weights) {
    const auto refused = [&](int error) {
        return fail(ErrorCode::kModel,
                    say("The network host “{}” cannot be started: {}.", program.string(), std::strerror(error)));
    };
    int pair[2] = {-1, -1}, errorPipe[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return refused(errno);
    OpenFile ours{pair[0]}, theirs{pair[1]};
    if (::pipe2(errorPipe, O_CLOEXEC | O_NONBLOCK) != 0) return refused(errno);
    OpenFile errorsRead{errorPipe[0]}, errorsWrite{errorPipe[1]};
    pid_t pid = -1;
    if (const int error = spawn(program, theirs.fd, errorsWrite.fd, weights, pid); error != 0) return refused(error);
    return std::unique_ptr<HostProcess>(new HostProcess(pid, ours.release(), errorsRead.release()));
}

HostProcess::~HostProcess() {
    ::close(pipe_);  // The host ends when its pipe does.
    ::close(errors_);
    if (!reap(300ms)) {
        kill();
        reap(10s);
    }
}

void HostProcess::kill() {
    if (!reaped_) ::kill(-pid_, SIGKILL);  // Its whole group.
}

bool HostProcess::reap(std::chrono::milliseconds patience) {
    const auto deadline = Clock::now() + patience;
    while (!reaped_) {
        const pid_t got = ::waitpid(pid_, &status_, WNOHANG);
        if (got == pid_ || (got < 0 && errno != EINTR))
            reaped_ = true;
        else if (Clock::now() >= deadline)
            return false;
        else
            std::this_thread::sleep_for(2ms);
    }
    return true;
}

void HostProcess::drainErrors() {
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t got = ::read(errors_, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return;
        lastWords_.append(buffer.data(), static_cast<std::size_t>(got));
        if (lastWords_.size() > kLastWords) lastWords_.erase(0, lastWords_.size() - kLastWords);
    }
}

tl::unexpected<Error> HostProcess::stopped() {
    // A host that closed its pipe but lives on is of no use either.
    if (!reap(2s)) {
        kill();
        reap(2s);
    }
    drainErrors();
    return fail(ErrorCode::kModel, statusText(status_));
}

Result<void> HostProcess::waitFor(short events, const CancelToken& cancel, std::optional<Clock::time_point> deadline) {
    for (;;) {
        if (cancel.cancelled()) {
            kill();
            return cancelled();
        }
        if (deadline && Clock::now() >= *deadline) {
            kill();
            reap(2s);
            drainErrors();
            return fail(ErrorCode::kModel, say("did not answer in time"));
        }
        std::array<pollfd, 2> watched{pollfd{pipe_, events, 0}, pollfd{errors_, POLLIN, 0}};
        const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(kLookForCancel.count()));
        if (ready > 0 && (watched[1].revents & POLLIN) != 0) drainErrors();
        if (ready > 0 && watched[0].revents != 0) return {};
        // Standard error was closed while the pipe is silent: poll would return at once, again and again.
        if (ready > 0 && (watched[1].revents & POLLHUP) != 0) std::this_thread::sleep_for(1ms);
    }
}

Result<void> HostProcess::write(std::span<const std::byte> bytes, const CancelToken& cancel,
                                std::optional<Clock::time_point> deadline) {
    while (!bytes.empty()) {
        if (auto ready = waitFor(POLLOUT, cancel, deadline); !ready) return ready;
        const ssize_t put = ::send(pipe_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        else if (errno != EINTR && errno != EAGAIN)
            return stopped();
    }
    return {};
}

Result<void> HostProcess::read(std::span<std::byte> bytes, const CancelToken& cancel,
                               std::optional<Clock::time_point> deadline) {
    while (!bytes.empty()) {
        if (auto ready = waitFor(POLLIN, cancel, deadline); !ready) return ready;
        const ssize_t got = ::recv(pipe_, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(got));
        else if (got == 0 || (errno != EINTR && errno != EAGAIN))
            return stopped();
    }
    return {};
}

}  // namespace facespace
