#include <sys/stat.h>

#include <chrono>
#include <list>
#include <mutex>

#include "core/container/archive_file.h"
#include "core/container/container.h"
#include "core/container/pair_file.h"
#include "core/container/positioned_file.h"
#include "core/container/record_file.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

/// Each keeps one file open. A set of WebDataset or RecordIO parts has more, but they are read one after another.
constexpr std::size_t kMostOpen = 64;
using Clock = std::chrono::steady_clock;
/// What cannot be opened is not tried anew for each of its images. Its index may be mended meanwhile.
constexpr auto kFailureHolds = std::chrono::seconds(5);

std::optional<FileIdentity> identityOf(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {};
    return FileIdentity{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
                        status.st_mtim.tv_nsec};
}

template <class Kind>
Result<std::shared_ptr<const Container>> shared(Result<std::shared_ptr<const Kind>> opened) {
    if (!opened) return forward(opened);
    return std::shared_ptr<const Container>(std::move(*opened));
}

Result<std::shared_ptr<const Container>> open(const fs::path& file) {
    const auto kind = containerKind(file);
    if (!kind)
        return fail(ErrorCode::kInvalid,
                    say("“{}” is not a container of images by its name (.rec, .bin, .tar, .zip).", file.string()));
    switch (*kind) {
        case ContainerKind::kRecords:
            return shared(RecordFile::open(file));
        case ContainerKind::kPairs:
            return shared(PairFile::open(file));
        case ContainerKind::kTar:
        case ContainerKind::kZip:
            break;
    }
    return shared(ArchiveFile::open(file));
}

class Cache {
  public:
    Result<std::shared_ptr<const Container>> get(const fs::path& file) {
        const auto identity = identityOf(file);
        // Whoever comes while another thread opens the file waits for it: opening may read a long index.
        const std::lock_guard lock(mutex_);
        for (auto known = open_.begin(); known != open_.end(); ++known) {
            if (known->file != file) continue;
            const bool stale = !known->container && Clock::now() - known->since > kFailureHolds;
            if (identity && known->identity == *identity && !stale) {
                open_.splice(open_.begin(), open_, known);
                return open_.front().container;
            }
            open_.erase(known);
            break;
        }
        auto opened = open(file);
        if (identity) open_.push_front({file, *identity, opened, Clock::now()});
        if (open_.size() > kMostOpen) open_.pop_back();
        return opened;
    }

  private:
    struct Known {
        fs::path file;
        FileIdentity identity;
        Result<std::shared_ptr<const Container>> container;
        Clock::time_point since;
    };
    std::mutex mutex_;
    std::list<Known> open_;  // those used last first
};

}  // namespace

Result<std::shared_ptr<const Container>> openContainer(const fs::path& file) {
    static Cache cache;
    try {
        return cache.get(file);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory to open “{}”.", file.string()));
    }
}

}  // namespace facespace
