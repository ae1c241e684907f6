// What the kernel refuses, each wall by itself: in a child process that closes one and tries.
#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>
#include <vector>

#include "core/network/host/cage.h"
#include "core/network/host/syscall_filter.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// The number of the first check that failed in a child process, from 1; 0: all held.
int firstFailure(const std::function<int()>& checks) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(checks());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

bool refused(long result, int with) { return result < 0 && errno == with; }

/// A TCP socket that listens on this machine, and its address.
struct Listener {
    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    Listener() {
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(fd, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(fd, 1) != 0 ||
            ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            ADD_FAILURE() << "no socket";
    }
    ~Listener() { ::close(fd); }
    int connect(int from) const { return ::connect(from, reinterpret_cast<const sockaddr*>(&address), sizeof address); }
};

}  // namespace

TEST(CageCalls, LandlockAloneShutsFilesAndConnections) {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) GTEST_SKIP() << "this kernel has no Landlock";
    const TemporaryFolder folder;
    writeText(folder / "mine.txt", "mine");
    const Listener listener;
    EXPECT_EQ(firstFailure([&] {
                  const int from = ::socket(AF_INET, SOCK_STREAM, 0);
                  if (!host::lockFiles({})) return 1;
                  if (!refused(::open((folder / "mine.txt").c_str(), O_RDONLY), EACCES)) return 2;
                  if (!refused(::open((folder / "mine.txt").c_str(), O_WRONLY | O_TRUNC), EACCES)) return 3;
                  if (!refused(::open((folder / "new.txt").c_str(), O_WRONLY | O_CREAT, 0600), EACCES)) return 4;
                  if (!refused(::unlink((folder / "mine.txt").c_str()), EACCES)) return 5;
                  if (!refused(::open("/etc/passwd", O_RDONLY), EACCES)) return 6;
                  if (version >= 4 && !refused(listener.connect(from), EACCES)) return 7;
                  if (version >= 6 && !refused(::kill(::getppid(), 0), EPERM)) return 8;
                  // What it starts is shut off as well.
                  int inThread = 0;
                  std::thread([&] { inThread = ::open("/etc/passwd", O_RDONLY); }).join();
                  return inThread < 0 ? 0 : 9;
              }),
              0);
    EXPECT_TRUE(fs::exists(folder / "mine.txt"));
}

TEST(CageCalls, SeccompAloneLeavesNothingButComputing) {
    const Listener listener;
    EXPECT_EQ(firstFailure([&] {
                  const int from = ::socket(AF_INET, SOCK_STREAM, 0);
                  char byte = 0;
                  iovec here{&byte, 1};
                  char* const arguments[] = {nullptr};
                  if (!host::filterSystemCalls(false)) return 1;
                  if (!refused(::open("/etc/passwd", O_RDONLY), EPERM)) return 2;
                  if (!refused(::open("/dev/null", O_WRONLY), EPERM)) return 3;
                  if (!refused(::socket(AF_INET, SOCK_STREAM, 0), EPERM)) return 4;
                  if (!refused(::socket(AF_UNIX, SOCK_STREAM, 0), EPERM)) return 5;
                  if (!refused(listener.connect(from), EPERM)) return 6;
                  if (!refused(::execve("/bin/true", arguments, arguments), EPERM)) return 7;
                  if (!refused(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0), EPERM)) return 8;
                  if (!refused(::ptrace(PTRACE_TRACEME, 0, 0, 0), EPERM)) return 9;
                  if (!refused(::process_vm_readv(::getpid(), &here, 1, &here, 1, 0), EPERM)) return 10;
                  if (!refused(::kill(::getpid(), 0), EPERM)) return 11;
                  if (!refused(::syscall(SYS_tgkill, 1, 1, 0), EPERM)) return 12;
                  if (!refused(::unlink("/nowhere/at/all"), EPERM)) return 13;
                  if (!refused(::syscall(SYS_memfd_create, "x", 0), EPERM)) return 14;
                  if (!refused(::access("/etc/passwd", F_OK), EPERM)) return 15;  // Not even whether a file is there.
                  rlimit limit{};
                  if (::getrlimit(RLIMIT_STACK, &limit) != 0) return 16;
                  if (!refused(::setrlimit(RLIMIT_STACK, &limit), EPERM)) return 17;
                  // Memory and threads are left.
                  std::vector<char> memory(std::size_t{64} << 20U, 1);
                  bool shut = false;
                  std::thread([&] { shut = ::open("/dev/null", O_RDONLY) < 0; }).join();
                  return shut && memory.back() == 1 ? 0 : 18;
              }),
              0);
}

TEST(CageCalls, AllThreadsAreShutOffAndMemoryIsLimited) {
    EXPECT_EQ(firstFailure([] {
                  std::atomic<bool> closed = false;
                  std::atomic<int> result = 0;
                  std::thread earlier([&] {
                      while (!closed) std::this_thread::yield();
                      result = ::open("/dev/null", O_RDONLY);
                  });
                  host::CageOptions options;
                  options.memory = std::uint64_t{256} << 20U;
                  const bool locked = host::lockFiles(options) && host::lockSystem(options);
                  closed = true;
                  earlier.join();
                  if (!locked) return 1;
                  if (result >= 0) return 2;
                  if (std::malloc(std::size_t{1} << 30U) != nullptr) return 3;
                  return std::malloc(std::size_t{100} << 20U) != nullptr ? 0 : 4;
              }),
              0);
}
