#include <sys/stat.h>
#include <zip.h>

#include <fmt/format.h>
#include <mutex>

#include "core/container/archive_file.h"
#include "core/container/positioned_file.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

// No deflated stream is larger than about 1,032 times its compressed size; a directory that claims more is not true.
constexpr std::uint64_t kMaxRatio = 1100;
constexpr zip_int64_t kFilesPerReport = 4096;

struct CloseZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, CloseZip>;

/// Archives made on Unix have the kind of file in the upper half of the attributes.
bool isLink(zip_t* archive, zip_uint64_t entry) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, entry, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX &&
           S_ISLNK(attributes >> 16U);
}

/// The very file that is open, whatever lies under its name by now.
Archive openArchive(const PositionedFile& file) {
    int code = 0;
    return Archive(zip_open(fmt::format("/proc/self/fd/{}", file.descriptor()).c_str(), ZIP_RDONLY, &code));
}

class ZipFile final : public ArchiveFile {
  public:
    ZipFile(PositionedFile file, Archive archive, ArchiveIndex index)
        : ArchiveFile(file.name(), std::move(index)), file_(std::move(file)) {
        idle_.push_back(std::move(archive));
    }

  private:
    /// An archive of libzip serves one thread at a time: there are as many as threads read at once.
    Archive take() const {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                Archive archive = std::move(idle_.back());
                idle_.pop_back();
                return archive;
            }
        }
        return openArchive(file_);
    }
    bool fill(const ArchiveEntry& entry, std::vector<std::uint8_t>& to) const override {
        Archive archive = take();
        if (archive == nullptr) return false;
        const bool done = fillFrom(archive.get(), entry, to);
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(archive));
        return done;
    }
    static bool fillFrom(zip_t* archive, const ArchiveEntry& entry, std::vector<std::uint8_t>& to) {
        const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive, entry.place, 0));
        if (file == nullptr) return false;
        for (std::size_t done = 0; done < to.size();) {
            const zip_int64_t got = zip_fread(file.get(), to.data() + done, to.size() - done);
            if (got <= 0) return false;
            done += static_cast<std::size_t>(got);
        }
        // The checksum is compared when the end of the entry is read.
        char beyond = 0;
        return zip_fread(file.get(), &beyond, 1) == 0;
    }

    PositionedFile file_;
    mutable std::mutex mutex_;
    mutable std::vector<Archive> idle_;
};

}  // namespace

Result<std::shared_ptr<const ArchiveFile>> openZip(const fs::path& file, const JobContext& job) {
    auto opened = PositionedFile::open(file);
    if (!opened) return forward(opened);
    Archive archive = openArchive(*opened);
    if (archive == nullptr) return fail(ErrorCode::kFormat, say("“{}” is not a zip archive, or is damaged.", file.string()));
    ArchiveIndex index;
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        if (i % kFilesPerReport == 0) {
            if (job.cancelled()) return cancelled();
            job.progress(say("listing the archive"), i, entries);
        }
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0) continue;
        const std::string name = stat.name == nullptr ? "" : stat.name;
        if (name.ends_with('/') || isLink(archive.get(), static_cast<zip_uint64_t>(i))) continue;
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return fail(ErrorCode::kFormat, say("“{}” is encrypted; decrypt it first.", file.string()));
        if (stat.comp_size > opened->size() || stat.size / kMaxRatio > stat.comp_size)
            return fail(ErrorCode::kFormat, say("“{}” is not a zip archive, or is damaged.", file.string()));
        index.entries.push_back({name, stat.index, stat.size});
    }
    putInOrder(index);
    return std::shared_ptr<const ArchiveFile>(
        std::make_shared<ZipFile>(std::move(*opened), std::move(archive), std::move(index)));
}

}  // namespace facespace
