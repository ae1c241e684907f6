#include "core/features/npz.h"

#include <zip.h>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "core/dataset/text.h"
#include "core/features/npy.h"

namespace facespace::npy {
namespace {

constexpr std::string_view kSuffix = ".npy";
/// Of an archive with very many arrays, those that may be opened to see what they are.
constexpr std::size_t kLookedAt = 64;
// No deflated stream is larger than about 1,032 times its compressed size; a directory that claims more is not true.
constexpr std::uint64_t kMaxRatio = 1100;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

struct Array {
    std::string name;
    zip_uint64_t index = 0, size = 0, compressedSize = 0;
};

class EntrySource : public ByteSource {
  public:
    EntrySource(zip_file_t* entry, std::uint64_t size) : entry_(entry), size_(size) {}
    std::size_t read(char* to, std::size_t size) override {
        std::size_t done = 0;
        while (done < size) {
            const zip_int64_t got = zip_fread(entry_, to + done, size - done);
            if (got <= 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }
    std::uint64_t size() const override { return size_; }

  private:
    zip_file_t* entry_;
    std::uint64_t size_;
};

std::vector<Array> arraysOf(zip_t* archive) {
    std::vector<Array> arrays;
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0) continue;
        const std::string_view name = stat.name;
        if (!name.ends_with(kSuffix)) continue;
        arrays.push_back({std::string(name.substr(0, name.size() - kSuffix.size())), stat.index, stat.size, stat.comp_size});
    }
    return arrays;
}

std::string namesOf(const std::vector<Array>& arrays) {
    constexpr std::size_t kShown = 10;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(arrays.size(), kShown); ++i) names.push_back("“" + arrays[i].name + "”");
    if (arrays.size() > kShown) names.emplace_back("…");
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Of arrays that can be features: two dimensions of real numbers.
bool canBeFeatures(const ArrayKind& kind) { return kind.shape.size() == 2 && kind.type.size() == 3 && kind.type[1] == 'f'; }

class Archive {
  public:
    explicit Archive(const std::filesystem::path& file) : file_(file) {
        int code = 0;
        zip_.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
        if (zip_ != nullptr) arrays_ = arraysOf(zip_.get());
    }
    bool open() const { return zip_ != nullptr; }
    Result<Array> choose(const std::string& name);
    Result<FeatureMatrix> features(const Array& array);
    /// Empty if no array names so many rows.
    std::vector<std::string> names(const Array& but, std::int64_t rows);

  private:
    using Entry = std::unique_ptr<zip_file_t, CloseEntry>;
    Result<Entry> entryOf(const Array& array, const Text& title);
    Text titleOf(const Array& array) const { return say("The array “{}” of “{}”", array.name, file_.string()); }
    std::optional<ArrayKind> kindOf(const Array& array);

    std::filesystem::path file_;
    std::unique_ptr<zip_t, CloseArchive> zip_;
    std::vector<Array> arrays_;
};

Result<Archive::Entry> Archive::entryOf(const Array& array, const Text& title) {
    if (array.size / kMaxRatio > array.compressedSize) return fail(ErrorCode::kFormat, say("{} is damaged.", title));
    Entry entry(zip_fopen_index(zip_.get(), array.index, 0));
    if (entry == nullptr) return fail(ErrorCode::kFormat, say("{} cannot be read: {}.", title, zip_strerror(zip_.get())));
    return entry;
}

std::optional<ArrayKind> Archive::kindOf(const Array& array) {
    const auto entry = entryOf(array, titleOf(array));
    if (!entry) return {};
    EntrySource source(entry->get(), array.size);
    auto kind = arrayKind(source, titleOf(array));
    return kind ? std::optional(std::move(*kind)) : std::nullopt;
}

Result<Array> Archive::choose(const std::string& name) {
    if (arrays_.empty()) return fail(ErrorCode::kFormat, say("“{}” holds no NumPy array.", file_.string()));
    if (name.empty()) {
        if (arrays_.size() == 1) return arrays_[0];
        std::vector<Array> possible;
        for (std::size_t i = 0; i < std::min(arrays_.size(), kLookedAt); ++i)
            if (const auto kind = kindOf(arrays_[i]); kind && canBeFeatures(*kind)) possible.push_back(arrays_[i]);
        if (possible.size() == 1 && arrays_.size() <= kLookedAt) return possible[0];
        const auto& shown = possible.empty() ? arrays_ : possible;
        return fail(ErrorCode::kInvalid,
                    say("“{}” holds {} arrays: {}; choose one by writing its name behind a colon, as in “{}:{}”.",
                        file_.string(), arrays_.size(), namesOf(arrays_), file_.filename().string(), shown[0].name));
    }
    for (const Array& array : arrays_)
        if (array.name == name) return array;
    return fail(ErrorCode::kNotFound, say("“{}” holds no array “{}”, but {}.", file_.string(), name, namesOf(arrays_)));
}

Result<FeatureMatrix> Archive::features(const Array& array) {
    const Text title = titleOf(array);
    const auto entry = entryOf(array, title);
    if (!entry) return forward(entry);
    EntrySource source(entry->get(), array.size);
    auto matrix = readArray(source, title);
    // The checksum is compared when the end of the entry is read.
    char beyond = 0;
    if (matrix && zip_fread(entry->get(), &beyond, 1) != 0) return fail(ErrorCode::kFormat, say("{} is damaged.", title));
    return matrix;
}

std::vector<std::string> Archive::names(const Array& but, std::int64_t rows) {
    std::vector<std::string> best;
    std::ptrdiff_t bestImages = -1;
    for (std::size_t i = 0; i < std::min(arrays_.size(), kLookedAt); ++i) {
        if (arrays_[i].index == but.index) continue;
        const auto entry = entryOf(arrays_[i], titleOf(arrays_[i]));
        if (!entry) continue;
        EntrySource source(entry->get(), arrays_[i].size);
        auto texts = readTexts(source, rows, titleOf(arrays_[i]));
        if (!texts || static_cast<std::int64_t>(texts->size()) != rows) continue;
        const auto images = std::ranges::count_if(*texts, [](const std::string& text) { return endsAsImages(text); });
        if (images <= bestImages) continue;
        bestImages = images;
        best = std::move(*texts);
    }
    return best;
}

}  // namespace

Result<FeatureFile> readNpz(const std::filesystem::path& file, const std::string& name) {
    Archive archive(file);
    if (!archive.open()) return fail(ErrorCode::kFormat, say("“{}” is not an .npz archive, or is damaged.", file.string()));
    const auto array = archive.choose(name);
    if (!array) return forward(array);
    auto matrix = archive.features(*array);
    if (!matrix) return forward(matrix);
    auto names = archive.names(*array, matrix->rows());
    return FeatureFile{std::move(*matrix), std::move(names), {}};
}

}  // namespace facespace::npy
