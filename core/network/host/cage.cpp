#include "core/network/host/cage.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>

#include "core/network/host/syscall_filter.h"

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr rlim_t kOpenFiles = 16;

// The system's header may be older than the kernel.
struct Ruleset {
    std::uint64_t files = 0, connections = 0, scopes = 0;
};
constexpr std::uint64_t bit(unsigned n) { return std::uint64_t{1} << n; }
constexpr std::uint64_t kReading = bit(0) | bit(2) | bit(3);            // execute (map a library), read file, read folder
constexpr std::uint64_t kDevices = bit(1) | bit(2) | bit(3) | bit(15);  // write, read, read folder, ioctl

/// Everything that this version of Landlock can forbid.
Ruleset everything(long version) {
    Ruleset rules;
    rules.files = bit(13) - 1;
    if (version >= 2) rules.files |= bit(13);               // move between folders
    if (version >= 3) rules.files |= bit(14);               // truncate
    if (version >= 5) rules.files |= bit(15);               // ioctl on devices
    if (version >= 4) rules.connections = bit(0) | bit(1);  // TCP: bind, connect
    if (version >= 6) rules.scopes = bit(0) | bit(1);       // abstract sockets, signals
    return rules;
}

void allow(int ruleset, const char* folder, std::uint64_t rights) {
    const int fd = ::open(folder, O_PATH | O_CLOEXEC);
    if (fd < 0) return;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = rights;
    rule.parent_fd = fd;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(fd);
}

/// OpenBLAS starts threads when it is loaded, and again when it needs them: started later, they are shut off like the rest.
void endLibraryThreads() {
    using Shutdown = int (*)();
    if (const auto end = reinterpret_cast<Shutdown>(::dlsym(RTLD_DEFAULT, "blas_thread_shutdown_"))) end();
}

/// Does nothing where the kernel has no Landlock: the system calls that it would refuse are not let through either.
void applyLandlock(bool gpu) {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return;
    const Ruleset rules = everything(version);
    const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    const int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0));
    if (ruleset < 0) return;
    if (gpu) {
        for (const char* folder : {"/usr", "/lib", "/lib64", "/etc", "/opt", "/proc", "/sys"})
            allow(ruleset, folder, kReading);
        allow(ruleset, "/dev", kDevices & rules.files);
    }
    ::syscall(SYS_landlock_restrict_self, ruleset, 0);
    ::close(ruleset);
}

bool limit(decltype(RLIMIT_AS) what, rlim_t most) {
    rlimit now{};
    if (::getrlimit(what, &now) != 0) return false;
    if (now.rlim_max < most) most = now.rlim_max;
    const rlimit wanted{most, most};
    return ::setrlimit(what, &wanted) == 0;
}

std::uint64_t addressSpaceInUse() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t pages = 0;
    file >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

tl::unexpected<Error> noCage(Complaint what) {
    return fail(ErrorCode::kModel, complaint(Complaint::kNoCage, complaint(what)));
}

}  // namespace

std::uint64_t addressSpaceFor(const protocol::LoadRequest& request, std::size_t weightBytes) {
    // A thread has a stack and a part of the heap of its own; they are set apart, not used.
    constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U, kGiB = kMiB << 10U, kThread = 160 * kMiB, kCopies = 4;
    const auto machine =
        static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const std::uint64_t room = request.memory > 0 ? request.memory : std::clamp(machine / 2, 4 * kGiB, 64 * kGiB);
    return room + kCopies * weightBytes + static_cast<std::uint64_t>(request.threads + 2) * kThread;
}

Result<void> lockFiles(const CageOptions& options) {
    // Before /proc is out of reach.
    if (options.memory > 0 && !options.gpu) {
        const std::uint64_t used = addressSpaceInUse();
        if (used == 0 || !limit(RLIMIT_AS, used + options.memory)) return noCage(Complaint::kMemoryLimit);
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return noCage(Complaint::kPrivileges);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    endLibraryThreads();
    applyLandlock(options.gpu);
    return {};
}

Result<void> lockSystem(const CageOptions& options) {
    std::signal(SIGXFSZ, SIG_IGN);  // A write that is not allowed fails; it does not end the process.
    if (!limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_CORE, 0)) return noCage(Complaint::kFileLimits);
    if (!options.gpu && !limit(RLIMIT_NOFILE, kOpenFiles)) return noCage(Complaint::kFileLimits);
    if (!filterSystemCalls(options.gpu)) return noCage(Complaint::kSeccomp);
    if (options.gpu) return {};
    // Seen, not believed.
    const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (fd < 0) return {};
    ::close(fd);
    return noCage(Complaint::kFilesOpen);
}

}  // namespace facespace::host
