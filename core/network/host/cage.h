#pragma once
#include <cstddef>
#include <cstdint>

#include "core/common/result.h"
#include "core/network/protocol.h"

/// What this process gives up for good before it looks at a network's bytes. The kernel holds it to that, whatever the
/// network's code does and whatever faults LibTorch or OpenCV have. Libraries read files of the system when they start:
/// use them once, with one thread, before the cage is closed.
namespace facespace::host {

struct CageOptions {
    std::uint64_t memory = 0;  ///< Bytes of address space on top of what is in use now; 0: as much as there is.
    /// A driver needs its device files, its libraries and far more address space than memory: the cage is wider then.
    bool gpu = false;
};

/// What a network of that many bytes may take: request.memory, or half of this machine's memory (4 to 64 GiB), and with it
/// what copies of the weights and the threads' stacks take.
std::uint64_t addressSpaceFor(const protocol::LoadRequest& request, std::size_t weightBytes);

/// Step one: no privileges are gained, no memory is dumped, and no file is opened and no connection made, by this thread and
/// all that it starts; Landlock does that, where the kernel has it. Only while there are no other threads.
/// Errors: kModel, as part of a sentence.
Result<void> lockFiles(const CageOptions& options);

/// Step two, for all threads: limits on memory and files, and only such system calls as computing needs.
/// Errors: kModel, as part of a sentence (the system lacks seccomp).
Result<void> lockSystem(const CageOptions& options);

}  // namespace facespace::host
