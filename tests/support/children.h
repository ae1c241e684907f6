#pragma once
#include <sys/types.h>
#include <filesystem>
#include <fstream>
#include <vector>

namespace facespace::test {

/// The processes that this one has started and that have not been waited for.
inline std::vector<pid_t> children() {
    std::vector<pid_t> result;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t pid = 0; list >> pid;) result.push_back(pid);
    }
    return result;
}

}  // namespace facespace::test
