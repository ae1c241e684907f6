#pragma once

namespace facespace::host {

/// Lets all threads of this process, from now on, make only such system calls as computing needs: memory, threads, time, and
/// reading and writing what is open. All others fail with EPERM: no file is opened, no program started, no connection made,
/// no process looked into or signalled. With `gpu` also what drivers need. False if the system lacks seccomp.
bool filterSystemCalls(bool gpu);

}  // namespace facespace::host
