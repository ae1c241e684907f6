#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/common/text.h"

/// Several windows and commands on one project: who has it, and whether others have changed it. The file itself is never at
/// stake – every change is one transaction, and they wait for each other –, this is for people to know of each other.
namespace facespace {

struct Holder {
    std::string program;  ///< "the window", "facespace-cli extract".
    std::string user, host;
    std::int64_t process = 0;
    std::string sinceUtc;  ///< "2026-11-29 12:03"
    bool isThisProcess() const;
    /// “ann on host lab3, since 2026-11-29 12:03 UTC (the window, process 4711)”.
    Text text() const;
};

/// Has a project open to change it, until it is destroyed or its process ends, however that ends. It is a locked file beside
/// the project, ".NAME.open"; where none can be made, or an odd thing lies in its place, nobody holds the project.
class ProjectHold {
  public:
    ProjectHold() = default;
    static ProjectHold take(const std::filesystem::path& project, const std::string& program);
    ProjectHold(ProjectHold&& other) noexcept;
    ProjectHold& operator=(ProjectHold&& other) noexcept;
    ~ProjectHold();

    bool held() const { return lock_ >= 0; }
    /// Who has it instead.
    const std::optional<Holder>& other() const { return other_; }

  private:
    void release() noexcept;
    int lock_ = -1;
    std::filesystem::path file_;
    std::optional<Holder> other_;
};

/// From now on this process changes nothing in the project and says because of whom; none: as it is. For a window on a
/// project that another one has.
void openForReadingOnly(const std::filesystem::path& project, const std::optional<Holder>& because);

/// Counts the changes that other processes were seen to make to the file, since this one looked at it first. Looks at the
/// file's time and size alone, so that it may be asked every second.
std::uint64_t changesByOthers(const std::filesystem::path& project);

}  // namespace facespace
