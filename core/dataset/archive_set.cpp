#include "core/dataset/archive_set.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/common/json_depth.h"
#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/container/archive_file.h"
#include "core/dataset/folders.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uint64_t kMostLabelBytes = std::uint64_t{1} << 20;
constexpr std::size_t kMostLabelShown = 200;
constexpr std::size_t kImagesPerChunk = 256;

/// "sub/000123" of "sub/000123.face.jpg": what belongs together in a shard has the same, up to the first point of the name.
std::string keyOf(const std::string& name) {
    const std::size_t folder = name.rfind('/') + 1;  // npos + 1 is 0
    return name.substr(0, name.find('.', folder));
}

bool isHidden(const std::string& name) {
    return name.starts_with('.') || name.find("/.") != std::string::npos || name.starts_with("__MACOSX/") ||
           name.find("/__MACOSX/") != std::string::npos;
}

std::string scalarText(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() ? value.dump() : std::string();
}

/// For each image the name of the file that labels it; empty where there is none.
std::vector<std::string> labelFiles(const ArchiveFile& archive, const std::vector<std::string>& images) {
    std::vector<std::string> files(images.size());
    for (std::size_t i = 0; i < images.size(); ++i)
        for (const char* suffix : {".cls", ".json"}) {
            const std::string file = keyOf(images[i]) + suffix;
            if (!archive.has(file)) continue;
            files[i] = file;
            break;
        }
    return files;
}

Text leftOut(std::int64_t count, const std::string& file, const std::string& first) {
    return sayCount("1 file in “{1}” has a name that leads out of it and was left out: “{2}”.",
                    "{0} files in “{1}” have names that lead out of it and were left out, the first is “{2}”.", count,
                    groupedNumber(count), file, first);
}

void warnOf(const ArchiveIndex& index, const std::string& file, std::vector<Text>& warnings) {
    if (index.unsafe > 0) warnings.push_back(leftOut(index.unsafe, file, readableText(index.firstUnsafe)));
    if (index.cutShort)
        warnings.push_back(say("“{}” is cut short or damaged; what is behind its file “{}” was left out.", file,
                               index.entries.empty() ? "" : readableText(index.entries.back().name)));
}

/// Identities from the labels beside the images.
Result<ImportedSet> labelledSet(const ArchiveFile& archive, const std::vector<std::string>& images,
                                const std::vector<std::string>& files, const std::string& name, const JobContext& job) {
    std::vector<std::string> labels(images.size());
    parallelChunks(images.size(), kImagesPerChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) {
            if (files[i].empty()) continue;
            const auto bytes = archive.read(files[i], kMostLabelBytes);
            if (bytes) labels[i] = labelIn(files[i], *bytes);
        }
    });
    if (job.cancelled()) return cancelled();
    ImportedSet set;
    set.layout = "WebDataset";
    std::int64_t unlabelled = 0;
    std::string first;
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (labels[i].empty()) {
            if (unlabelled++ == 0) first = images[i];
            continue;
        }
        set.set.images.emplace_back();
        set.set.images.back().path = images[i];
        set.set.images.back().identity = labels[i];
    }
    if (unlabelled > 0)
        set.warnings.push_back(
            sayCount("1 image of “{1}” has no label beside it and was left out: “{2}”.",
                     "{0} images of “{1}” have no label beside them and were left out, the first is “{2}”.", unlabelled,
                     groupedNumber(unlabelled), name, readableText(first)));
    if (set.set.images.empty())
        return fail(ErrorCode::kInvalid, say("None of the labels in “{}” can be read (.cls, or a field “identity”, “label”, "
                                             "“class” or “cls” of .json).",
                                             name));
    return set;
}

/// Identities from the folders in the archive.
Result<ImportedSet> folderSet(std::vector<std::string> images, const std::string& name) {
    const auto inFolder = [](const std::string& image) { return image.find('/') != std::string::npos; };
    const auto direct = std::ranges::stable_partition(images, inFolder);
    const auto count = std::ssize(direct);
    const std::string first = count > 0 ? readableText(direct.front()) : "";
    images.erase(direct.begin(), direct.end());
    if (images.empty())
        return fail(ErrorCode::kInvalid, say("“{}” has images but neither folders nor labels beside them (.cls, .json); put "
                                             "the images of each person into a folder of their own, or give a manifest.",
                                             name));
    ImportedSet set;
    set.layout = "folders in an archive";
    readFolders(std::move(images), set);
    if (count > 0)
        set.warnings.push_back(
            sayCount("1 image lies in no folder of “{1}”, belongs to no identity and was left out: “{2}”.",
                     "{0} images lie in no folder of “{1}”, belong to no identity and were left out, the first is “{2}”.",
                     count, groupedNumber(count), name, first));
    return set;
}

}  // namespace

std::string labelIn(const std::string& name, const std::vector<std::uint8_t>& bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::string label;
    if (name.ends_with(".cls")) {
        label = trimmed(text);
    } else if (!nestsDeeper(text)) {
        const Json json = Json::parse(text, nullptr, false);
        if (json.is_object())
            for (const char* field : {"identity", "label", "class", "cls"})
                if (label.empty() && json.contains(field)) label = trimmed(scalarText(json[field]));
    }
    return readableText(std::string_view(label).substr(0, kMostLabelShown));
}

Result<ContainerListing> listArchive(const fs::path& file, const JobContext& job) {
    const auto archive = ArchiveFile::open(file, job);
    if (!archive) return forward(archive);
    std::vector<std::string> images;
    for (const ArchiveEntry& entry : (*archive)->index().entries)
        if (hasImageSuffix(entry.name) && !isHidden(entry.name)) images.push_back(entry.name);
    const std::string name = file.string();
    if (images.empty())
        return fail(ErrorCode::kInvalid, say("“{}” holds no images (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP).", name));
    const auto labels = labelFiles(**archive, images);
    const bool labelled = std::ranges::any_of(labels, [](const std::string& label) { return !label.empty(); });
    auto set = labelled ? labelledSet(**archive, images, labels, name, job) : folderSet(std::move(images), name);
    if (!set) return forward(set);
    ContainerListing listing;
    listing.root = file.parent_path();
    listing.layout = set->layout;
    listing.metadataColumns = set->set.metadataColumns;
    listing.count = set->set.images.size();
    listing.warnings = set->warnings;
    warnOf((*archive)->index(), name, listing.warnings);
    const auto records = std::make_shared<std::vector<ImageRecord>>(std::move(set->set.images));
    listing.image = [prefix = file.filename().string() + '/', records](std::size_t i) {
        ImageRecord record = (*records)[i];
        record.path.insert(0, prefix);
        return record;
    };
    return listing;
}

}  // namespace facespace
