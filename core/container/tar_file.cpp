#include <archive.h>
#include <archive_entry.h>
#include <algorithm>

#include "core/container/archive_file.h"
#include "core/container/positioned_file.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

/// Small, as going from header to header skips all between.
constexpr std::size_t kListBlock = 4096, kReadBlock = std::size_t{1} << 16;
constexpr std::size_t kEntriesPerReport = 4096;

struct CloseTar {
    void operator()(archive* a) const { archive_read_free(a); }
};

/// libarchive on a file from some place on.
class TarReader {
  public:
    TarReader(const PositionedFile& file, std::uint64_t from, std::size_t block)
        : file_(file), at_(from), block_(block), archive_(archive_read_new()) {
        if (archive_ == nullptr) throw std::bad_alloc();
        archive_read_support_format_tar(archive_.get());
        archive_read_set_callback_data(archive_.get(), this);
        archive_read_set_read_callback(archive_.get(), [](archive*, void* self, const void** bytes) {
            return static_cast<TarReader*>(self)->next(bytes);
        });
        archive_read_set_skip_callback(archive_.get(), [](archive*, void* self, la_int64_t bytes) {
            return static_cast<TarReader*>(self)->skip(bytes);
        });
        opened_ = archive_read_open1(archive_.get()) == ARCHIVE_OK;
    }
    TarReader(const TarReader&) = delete;
    TarReader& operator=(const TarReader&) = delete;

    /// The next file, or nothing at the end. @param whole  set to false if what follows is no tar.
    archive_entry* nextFile(bool& whole) {
        for (whole = opened_; whole;) {
            archive_entry* entry = nullptr;
            const int got = archive_read_next_header(archive_.get(), &entry);
            if (got == ARCHIVE_EOF) return nullptr;
            whole = got == ARCHIVE_OK || got == ARCHIVE_WARN || got == ARCHIVE_RETRY;
            const bool file = whole && got != ARCHIVE_RETRY && archive_entry_filetype(entry) == AE_IFREG &&
                              archive_entry_hardlink(entry) == nullptr;
            if (file) return entry;
        }
        return nullptr;
    }
    /// Where the header of what nextFile() gave begins, with what goes before it.
    std::uint64_t place(std::uint64_t from) const {
        return from + static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_read_header_position(archive_.get())));
    }
    bool fill(std::span<std::uint8_t> to) {
        for (std::size_t done = 0; done < to.size();) {
            const la_ssize_t got = archive_read_data(archive_.get(), to.data() + done, to.size() - done);
            if (got <= 0) return false;
            done += static_cast<std::size_t>(got);
        }
        return true;
    }

  private:
    la_ssize_t next(const void** bytes) {
        *bytes = block_.data();
        const std::size_t got = file_.read(at_, block_);
        at_ += got;
        return static_cast<la_ssize_t>(got);
    }
    la_int64_t skip(la_int64_t bytes) {
        const std::uint64_t left = file_.size() - std::min(file_.size(), at_);
        const std::uint64_t skipped = std::min(left, static_cast<std::uint64_t>(std::max<la_int64_t>(0, bytes)));
        at_ += skipped;
        return static_cast<la_int64_t>(skipped);
    }

    const PositionedFile& file_;
    std::uint64_t at_;
    std::vector<std::uint8_t> block_;
    std::unique_ptr<archive, CloseTar> archive_;
    bool opened_ = false;
};

/// As UTF-8 where the archive says that it is, else the bytes that it has.
std::string nameOf(archive_entry* entry) {
    if (const char* name = archive_entry_pathname_utf8(entry)) return name;
    const char* name = archive_entry_pathname(entry);
    return name == nullptr ? "" : name;
}

class TarFile final : public ArchiveFile {
  public:
    TarFile(PositionedFile file, ArchiveIndex index) : ArchiveFile(file.name(), std::move(index)), file_(std::move(file)) {}

  private:
    bool fill(const ArchiveEntry& entry, std::vector<std::uint8_t>& to) const override {
        TarReader reader(file_, entry.place, kReadBlock);
        bool whole = false;
        archive_entry* found = reader.nextFile(whole);
        return found != nullptr && archive_entry_size(found) == static_cast<la_int64_t>(to.size()) && reader.fill(to);
    }
    PositionedFile file_;
};

bool isWhole(const PositionedFile& file, const ArchiveEntry& entry) {
    TarReader reader(file, entry.place, kReadBlock);
    bool good = false;
    if (reader.nextFile(good) == nullptr) return false;
    std::vector<std::uint8_t> block(kReadBlock);
    for (std::uint64_t left = entry.bytes; left > 0;) {
        const auto some = std::span(block).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, block.size())));
        if (!reader.fill(some)) return false;
        left -= some.size();
    }
    return true;
}

Result<ArchiveIndex> indexOf(const PositionedFile& file, const JobContext& job) {
    ArchiveIndex index;
    TarReader reader(file, 0, kListBlock);
    bool whole = false;
    while (archive_entry* entry = reader.nextFile(whole)) {
        const la_int64_t bytes = archive_entry_size(entry);
        const std::uint64_t place = reader.place(0);
        index.cutShort = bytes < 0 || (archive_entry_sparse_count(entry) == 0 &&
                                       static_cast<std::uint64_t>(bytes) > file.size() - std::min(file.size(), place));
        if (index.cutShort) break;
        index.entries.push_back({nameOf(entry), place, static_cast<std::uint64_t>(bytes)});
        if (index.entries.size() % kEntriesPerReport != 0) continue;
        if (job.cancelled()) return cancelled();
        job.progress(say("listing the archive"), static_cast<std::int64_t>(index.entries.size()), 0);
    }
    index.cutShort = index.cutShort || !whole;
    // Of what is cut short the last file may be the one that is not whole.
    if (index.cutShort && !index.entries.empty() && !isWhole(file, index.entries.back())) index.entries.pop_back();
    return index;
}

}  // namespace

Result<std::shared_ptr<const ArchiveFile>> openTar(const fs::path& file, const JobContext& job) {
    auto opened = PositionedFile::open(file);
    if (!opened) return forward(opened);
    auto index = indexOf(*opened, job);
    if (!index) return forward(index);
    if (index->entries.empty() && index->cutShort)
        return fail(ErrorCode::kFormat,
                    say("“{}” is not a tar archive, or is damaged; one that is compressed as a whole has to be decompressed "
                        "first, as images are read in place.",
                        file.string()));
    putInOrder(*index);
    return std::shared_ptr<const ArchiveFile>(std::make_shared<TarFile>(std::move(*opened), std::move(*index)));
}

}  // namespace facespace
