#include "core/features/npz.h"

#include <zip.h>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <vector>

#include "core/features/npy.h"

namespace facespace::npy {
namespace {

constexpr std::string_view kSuffix = ".npy";
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

Result<Array> choose(const std::vector<Array>& arrays, const std::string& name, const std::filesystem::path& file) {
    if (arrays.empty()) return fail(ErrorCode::kFormat, say("“{}” holds no NumPy array.", file.string()));
    if (name.empty()) {
        if (arrays.size() == 1) return arrays[0];
        return fail(ErrorCode::kInvalid,
                    say("“{}” holds {} arrays: {}; choose one by writing its name behind a colon, as in “{}:{}”.",
                        file.string(), arrays.size(), namesOf(arrays), file.filename().string(), arrays[0].name));
    }
    for (const Array& array : arrays)
        if (array.name == name) return array;
    return fail(ErrorCode::kNotFound, say("“{}” holds no array “{}”, but {}.", file.string(), name, namesOf(arrays)));
}

}  // namespace

Result<FeatureMatrix> readNpz(const std::filesystem::path& file, const std::string& name) {
    int code = 0;
    const std::unique_ptr<zip_t, CloseArchive> archive(zip_open(file.c_str(), ZIP_RDONLY, &code));
    if (archive == nullptr)
        return fail(ErrorCode::kFormat, say("“{}” is not an .npz archive, or is damaged.", file.string()));
    const auto array = choose(arraysOf(archive.get()), name, file);
    if (!array) return forward(array);
    const Text title = say("The array “{}” of “{}”", array->name, file.string());
    if (array->size / kMaxRatio > array->compressedSize) return fail(ErrorCode::kFormat, say("{} is damaged.", title));
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive.get(), array->index, 0));
    if (entry == nullptr) return fail(ErrorCode::kFormat, say("{} cannot be read: {}.", title, zip_strerror(archive.get())));
    EntrySource source(entry.get(), array->size);
    auto matrix = readArray(source, title);
    // The checksum is compared when the end of the entry is read.
    char beyond = 0;
    if (matrix && zip_fread(entry.get(), &beyond, 1) != 0) return fail(ErrorCode::kFormat, say("{} is damaged.", title));
    return matrix;
}

}  // namespace facespace::npy
