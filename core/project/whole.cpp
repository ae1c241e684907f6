#include <sys/stat.h>

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/project/hold.h"
#include "core/project/untrusted.h"

namespace facespace::sqlite {
namespace {

constexpr std::int64_t kLooksAtAll = std::int64_t{1} << 30;

struct FileId {
    dev_t device;
    ino_t inode;
    auto operator<=>(const FileId&) const = default;
};
struct State {
    off_t size;
    std::int64_t changed;  // nanoseconds
    auto operator<=>(const State&) const = default;
};

std::optional<std::pair<FileId, State>> asItIs(const std::filesystem::path& file) {
    struct stat s {};
    if (::stat(file.c_str(), &s) != 0) return std::nullopt;
    return std::pair{FileId{s.st_dev, s.st_ino},
                     State{s.st_size, std::int64_t{s.st_mtim.tv_sec} * 1'000'000'000 + s.st_mtim.tv_nsec}};
}

/// Changes of others, by file: as it was when last looked at, or after this process's own last change.
class ChangesByOthers {
  public:
    std::uint64_t look(const std::filesystem::path& file) {
        const auto now = asItIs(file);
        if (!now) return 0;
        const std::scoped_lock lock(mutex_);
        Seen& seen = files_.try_emplace(now->first, Seen{now->second, 0}).first->second;
        if (seen.state != now->second) ++seen.changes;
        seen.state = now->second;
        return seen.changes;
    }
    void ownChange(const std::filesystem::path& file) {
        const auto now = asItIs(file);
        const std::scoped_lock lock(mutex_);
        if (const auto seen = now ? files_.find(now->first) : files_.end(); seen != files_.end())
            seen->second.state = now->second;
    }

  private:
    struct Seen {
        State state;
        std::uint64_t changes;
    };
    std::mutex mutex_;
    std::map<FileId, Seen> files_;
};

ChangesByOthers& changes() {
    static ChangesByOthers all;
    return all;
}

/// The files that this process found whole, as they were then or after its own last change.
class WholeFiles {
  public:
    bool has(const std::filesystem::path& file) {
        const auto now = asItIs(file);
        const std::scoped_lock lock(mutex_);
        const auto known = now ? files_.find(now->first) : files_.end();
        return known != files_.end() && known->second == now->second;
    }
    void put(const std::filesystem::path& file) {
        const auto now = asItIs(file);
        const std::scoped_lock lock(mutex_);
        if (now) files_[now->first] = now->second;
    }
    void changed(const std::filesystem::path& file) {
        const auto now = asItIs(file);
        const std::scoped_lock lock(mutex_);
        if (const auto known = now ? files_.find(now->first) : files_.end(); known != files_.end())
            known->second = now->second;
    }

  private:
    std::mutex mutex_;
    std::map<FileId, State> files_;
};

WholeFiles& wholeFiles() {
    static WholeFiles files;
    return files;
}

std::vector<std::string> whatToCheck(Database& db) {
    if (db.pragma("page_count") * db.pragma("page_size") <= kLooksAtAll) return {"1"};
    std::vector<std::string> tables;
    Statement select(db,
                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('feature', 'sqlite_sequence')");
    while (select.step()) tables.push_back(select.text(0));
    return tables;
}

}  // namespace

void requireWhole(Database& db) {
    if (wholeFiles().has(db.file())) return;
    for (const std::string& part : whatToCheck(db)) {
        Statement check(db, "PRAGMA quick_check(" + part + ")");
        if (!check.step() || check.text(0) != "ok") db.raise(SQLITE_CORRUPT);
    }
    wholeFiles().put(db.file());
}

void beforeChange(const std::filesystem::path& file) { changes().look(file); }

void stillWhole(const std::filesystem::path& file) {
    wholeFiles().changed(file);
    changes().ownChange(file);
}

}  // namespace facespace::sqlite

namespace facespace {

std::uint64_t changesByOthers(const std::filesystem::path& project) { return sqlite::changes().look(project); }

}  // namespace facespace
