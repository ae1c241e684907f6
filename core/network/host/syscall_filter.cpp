#include "core/network/host/syscall_filter.h"

#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <cerrno>
#include <initializer_list>
#include <memory>
#include <type_traits>

namespace facespace::host {
namespace {

using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, decltype(&seccomp_release)>;

// By name: some of these are not there on every processor, and are then left out.
constexpr std::initializer_list<const char*> kComputing{
    // memory
    "brk", "mmap", "mmap2", "munmap", "mremap", "mprotect", "madvise", "mincore", "mbind", "get_mempolicy",
    // threads; clone has rules of its own
    "futex", "futex_time64", "futex_waitv", "set_robust_list", "rseq", "set_tid_address", "sched_yield", "sched_getaffinity",
    "getpid", "gettid", "getcpu", "membarrier", "exit", "exit_group", "restart_syscall",
    // signals that a thread gets, not such that it sends
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack",
    // time and chance
    "clock_gettime", "clock_gettime64", "clock_getres", "clock_nanosleep", "clock_nanosleep_time64", "nanosleep",
    "gettimeofday", "time", "times", "getrandom", "getrusage", "sysinfo", "uname",
    // what is open already
    "read", "readv", "write", "writev", "lseek", "close", "poll", "ppoll", "ppoll_time64"};

constexpr std::initializer_list<const char*> kDriver{"open",
                                                     "openat",
                                                     "stat",
                                                     "fstat",
                                                     "lstat",
                                                     "newfstatat",
                                                     "statx",
                                                     "access",
                                                     "faccessat",
                                                     "faccessat2",
                                                     "readlink",
                                                     "readlinkat",
                                                     "getdents64",
                                                     "getcwd",
                                                     "ioctl",
                                                     "fcntl",
                                                     "dup",
                                                     "dup2",
                                                     "dup3",
                                                     "pipe2",
                                                     "eventfd2",
                                                     "epoll_create1",
                                                     "epoll_ctl",
                                                     "epoll_wait",
                                                     "epoll_pwait",
                                                     "memfd_create",
                                                     "ftruncate",
                                                     "fallocate",
                                                     "pread64",
                                                     "mlock",
                                                     "munlock",
                                                     "getuid",
                                                     "geteuid",
                                                     "getgid",
                                                     "getegid",
                                                     "getppid",
                                                     "sched_setaffinity",
                                                     "sched_getparam",
                                                     "sched_getscheduler",
                                                     "set_mempolicy",
                                                     "prlimit64",
                                                     "getrlimit"};

bool allow(scmp_filter_ctx filter, const char* name) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) return true;  // This libseccomp does not know it.
    const int added = seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0);
    return added == 0 || added == -EDOM;  // -EDOM: not a call of this processor
}

bool allowIf(scmp_filter_ctx filter, int number, const scmp_arg_cmp& condition) {
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &condition) == 0;
}

bool addRules(scmp_filter_ctx filter, bool gpu) {
    bool done = true;
    for (const char* name : kComputing) done = done && allow(filter, name);
    if (gpu)
        for (const char* name : kDriver) done = done && allow(filter, name);
    // Threads, not processes. clone3 hides its flags behind a pointer; without it the library takes clone.
    done = done && allowIf(filter, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    // abort() signals this process; no other can be signalled.
    done = done && allowIf(filter, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
    done = done && allowIf(filter, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    // Limits are read (for the size of stacks), not set.
    if (!gpu) done = done && allowIf(filter, SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0));
    return done;
}

}  // namespace

bool filterSystemCalls(bool gpu) {
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    if (!filter) return false;
    if (seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0) return false;
    // Older libraries and kernels lack these two; they make calls quicker, not safer.
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_SSB, 1);
    return addRules(filter.get(), gpu) && seccomp_load(filter.get()) == 0;
}

}  // namespace facespace::host
