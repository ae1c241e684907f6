#include "core/dataset/container_set.h"

#include <algorithm>
#include <iterator>

#include "core/container/container.h"
#include "core/dataset/archive_set.h"
#include "core/dataset/folders.h"
#include "core/dataset/pair_set.h"
#include "core/dataset/record_set.h"
#include "core/dataset/text.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {
constexpr std::size_t kMostNamed = 10;
}

fs::path containerOf(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return {};
    if (containerKind(file)) return file;
    const std::string suffix = lowerCase(file.extension().string());
    if (suffix != ".idx" && suffix != ".lst") return {};
    const fs::path records = fs::path(file).replace_extension(".rec");
    return fs::is_regular_file(records, error) ? records : fs::path();
}

namespace {

/// What a folder holds at its top, if that is nothing but containers and other files.
std::vector<fs::path> containersIn(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entries(folder, error); !error && entries != fs::directory_iterator();
         entries.increment(error)) {
        const fs::path& path = entries->path();
        if (path.filename().string().starts_with('.')) continue;
        if (path.filename() == "manifest.csv" || entries->is_directory(error) || hasImageSuffix(path)) return {};
        if (containerKind(path) && entries->is_regular_file(error)) found.push_back(path);
    }
    std::ranges::sort(found);
    return found;
}

Result<std::vector<fs::path>> meantOf(const std::vector<fs::path>& found, const fs::path& folder) {
    if (found.size() <= 1) return found;
    for (const auto kind : {ContainerKind::kRecords, ContainerKind::kTar}) {
        std::vector<fs::path> ofKind;
        std::ranges::copy_if(found, std::back_inserter(ofKind),
                             [&](const auto& file) { return containerKind(file) == kind; });
        if (ofKind.size() == 1 || (kind == ContainerKind::kTar && !ofKind.empty())) return ofKind;
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(found.size(), kMostNamed); ++i)
        names += (i > 0 ? ", " : "") + found[i].filename().string();
    return fail(ErrorCode::kInvalid, say("“{}” holds several files of images ({}{}); give one of them.", folder.string(),
                                         names, found.size() > kMostNamed ? ", …" : ""));
}

Result<ContainerListing> listOne(const fs::path& file, const JobContext& job) {
    switch (containerKind(file).value_or(ContainerKind::kTar)) {
        case ContainerKind::kRecords:
            return listRecords(file, job);
        case ContainerKind::kPairs:
            return listPairs(file, job);
        case ContainerKind::kTar:
        case ContainerKind::kZip:
            break;
    }
    return listArchive(file, job);
}

/// One after another. Columns that not all have are none.
ContainerListing joined(std::vector<ContainerListing> parts) {
    ContainerListing all;
    all.root = parts.front().root;
    all.layout = parts.front().layout;
    all.metadataColumns = parts.front().metadataColumns;
    std::vector<std::size_t> ends;
    for (const ContainerListing& part : parts) {
        if (part.metadataColumns != all.metadataColumns) all.metadataColumns.clear();
        all.warnings.insert(all.warnings.end(), part.warnings.begin(), part.warnings.end());
        ends.push_back(all.count += part.count);
    }
    all.image = [parts = std::move(parts), ends = std::move(ends), columns = all.metadataColumns.size()](std::size_t i) {
        const auto part = static_cast<std::size_t>(std::ranges::upper_bound(ends, i) - ends.begin());
        ImageRecord record = parts[part].image(i - (part > 0 ? ends[part - 1] : 0));
        record.metadata.resize(columns);
        return record;
    };
    return all;
}

}  // namespace

Result<std::vector<fs::path>> containersOf(const ImportOptions& options) {
    // A manifest may name images in containers: then it says who is who.
    const fs::path given = options.manifest.empty() ? options.folder : options.manifest;
    std::vector<fs::path> containers;
    // A list that is given for a folder of images is a manifest, whatever lies beside it.
    std::error_code error;
    const bool list = lowerCase(options.manifest.extension().string()) == ".lst" && fs::is_directory(options.folder, error);
    if (fs::path container = list ? fs::path() : containerOf(given); !container.empty()) {
        containers.push_back(std::move(container));
    } else if (options.manifest.empty()) {
        auto meant = meantOf(containersIn(given), given);
        if (!meant) return forward(meant);
        containers = std::move(*meant);
    }
    if (!containers.empty() && (options.noImages || !options.mapping.empty() || !options.pattern.empty()))
        return fail(ErrorCode::kInvalid,
                    say("“{}” holds images with their labels: leave the column mapping, the pattern and “no images” out.",
                        containers.front().string()));
    return containers;
}

Result<ContainerListing> listContainers(const std::vector<fs::path>& files, const JobContext& job) {
    std::vector<ContainerListing> parts;
    for (const fs::path& file : files) {
        if (job.cancelled()) return cancelled();
        std::error_code error;
        auto listing = listOne(fs::absolute(file, error).lexically_normal(), job);
        if (!listing) return forward(listing);
        parts.push_back(std::move(*listing));
    }
    return parts.size() == 1 ? std::move(parts.front()) : joined(std::move(parts));
}

ImportedSet wholeSet(const ContainerListing& listing) {
    ImportedSet imported{{listing.root, {}, listing.metadataColumns, {}}, listing.layout, listing.warnings};
    imported.set.images.reserve(listing.count);
    for (std::size_t i = 0; i < listing.count; ++i) imported.set.images.push_back(listing.image(i));
    return imported;
}

}  // namespace facespace
