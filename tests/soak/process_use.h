#pragma once
#include <map>
#include <string>

namespace facespace::soak {

/// What this process has of the system, by /proc/self. Sizes in MB (10⁶ bytes).
struct ProcessUse {
    double resident = 0;                  ///< All pages in memory, those that it shares with others too.
    double most = 0;                      ///< The most that was resident so far.
    double anonymous = 0;                 ///< Of these its own: heap, stacks, what was written of files.
    std::map<std::string, double> kinds;  ///< Resident, by what it is: "heap", "large blocks", "libraries" …
    double allocated = 0;  ///< What the allocator has given out and not got back; 0 where the C library is not GNU's.
    int files = 0, threads = 0;
    /// One line.
    std::string text() const;
};
ProcessUse processUse();

}  // namespace facespace::soak
