#include <sys/stat.h>

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

void stillWhole(const std::filesystem::path& file) { wholeFiles().changed(file); }

}  // namespace facespace::sqlite
