#include "core/dataset/folders.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/common/number_text.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

/// How many of something there were, and one of them to name.
struct Sighting {
    std::int64_t count = 0;
    std::string first;
    void add(const std::string& example) {
        // The bytewise first, as folders are listed in any order.
        if (count++ == 0 || example < first) first = example;
    }
};

struct Listing {
    std::vector<std::string> images;  ///< Relative to the root, at least one folder deep.
    Sighting direct, others, links, tables, unreadable;
};

class Lister {
  public:
    Lister(fs::path root, const JobContext& job)
        : root_(std::move(root)), realRoot_(fs::weakly_canonical(root_)), job_(job) {}

    Result<Listing> list() {
        std::vector<fs::path> folders{fs::path()};
        while (!folders.empty()) {
            const fs::path folder = folders.back();
            folders.pop_back();
            std::error_code error;
            fs::directory_iterator entries(root_ / folder, error);
            if (error) {
                if (folder.empty())
                    return fail(ErrorCode::kIo,
                                say("Cannot list the folder “{}”; check that it may be read.", root_.string()));
                listing_.unreadable.add(folder.generic_string());
                continue;
            }
            for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
                if (job_.cancelled()) return cancelled();
                visit(folder / entries->path().filename(), *entries, folders);
            }
            if (error) listing_.unreadable.add(folder.generic_string());
            job_.progress(say("listing images"), static_cast<std::int64_t>(listing_.images.size()), 0);
        }
        std::sort(listing_.images.begin(), listing_.images.end());
        return std::move(listing_);
    }

  private:
    void visit(const fs::path& relative, const fs::directory_entry& entry, std::vector<fs::path>& folders) {
        const std::string name = relative.filename().string();
        if (name.starts_with('.') || name == "__MACOSX") return;
        std::error_code error;
        if (entry.is_symlink(error) && !staysInside(entry)) return listing_.links.add(relative.generic_string());
        if (entry.is_directory(error)) return folders.push_back(relative);
        if (!entry.is_regular_file(error)) return listing_.others.add(relative.generic_string());
        if (!hasImageSuffix(relative)) {
            const std::string suffix = lowerCase(relative.extension().string());
            const bool table = !relative.has_parent_path() && (suffix == ".csv" || suffix == ".tsv");
            return (table ? listing_.tables : listing_.others).add(relative.generic_string());
        }
        if (!relative.has_parent_path()) return listing_.direct.add(name);
        listing_.images.push_back(relative.generic_string());
    }

    /// Only links to files are followed: a link to a folder can lead in a circle or list images twice.
    bool staysInside(const fs::directory_entry& entry) const {
        std::error_code error;
        if (!entry.is_regular_file(error)) return false;
        const fs::path real = fs::canonical(entry.path(), error);
        return !error &&
               std::mismatch(realRoot_.begin(), realRoot_.end(), real.begin(), real.end()).first == realRoot_.end();
    }

    fs::path root_, realRoot_;
    const JobContext& job_;
    Listing listing_;
};

/// Whether the folders that hold images are numbered per folder above, as the videos of a person are.
bool holdersAreVideos(const std::vector<std::string>& images) {
    std::map<std::string, std::set<std::string>> parentsOfHolder;
    std::set<std::string> parents;
    for (const auto& image : images) {
        const fs::path holder = fs::path(image).parent_path();
        if (!holder.has_parent_path()) return false;
        parentsOfHolder[holder.filename().string()].insert(holder.parent_path().generic_string());
        parents.insert(holder.parent_path().generic_string());
    }
    const bool repeats = std::any_of(parentsOfHolder.begin(), parentsOfHolder.end(),
                                     [](const auto& entry) { return entry.second.size() > 1; });
    return repeats && parents.size() > parentsOfHolder.size();
}

Result<void> checkAny(const Listing& listing, const std::string& root) {
    if (!listing.images.empty()) return {};
    if (listing.direct.count > 0)
        return fail(ErrorCode::kInvalid,
                    say("“{}” has images but no sub-folders; put the images of each person into a folder of "
                        "their own, or give a manifest that says who is who.",
                        root));
    if (listing.links.count > 0)
        return fail(ErrorCode::kInvalid,
                    say("“{}” holds only links that lead to folders or out of it (the first is “{}”); give the folder "
                        "that holds the images themselves.",
                        root, readableText(listing.links.first)));
    return fail(ErrorCode::kInvalid, say("“{}” holds no images (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP).", root));
}

std::vector<Text> warningsOf(const Listing& listing) {
    std::vector<Text> warnings;
    if (const Sighting& s = listing.direct; s.count > 0)
        warnings.push_back(
            sayCount("1 image directly in the folder belongs to no identity and was left out: “{1}”.",
                     "{0} images directly in the folder belong to no identity and were left out, the first is “{1}”.",
                     s.count, groupedNumber(s.count), readableText(s.first)));
    if (const Sighting& s = listing.others; s.count > 0)
        warnings.push_back(sayCount("1 file is not an image and was left out: “{1}”.",
                                    "{0} files are not images and were left out, the first is “{1}”.", s.count,
                                    groupedNumber(s.count), readableText(s.first)));
    if (const Sighting& s = listing.links; s.count > 0)
        warnings.push_back(sayCount("1 link leads to a folder or out of the folder and was left out: “{1}”.",
                                    "{0} links lead to folders or out of the folder and were left out, the first is “{1}”.",
                                    s.count, groupedNumber(s.count), readableText(s.first)));
    if (const Sighting& s = listing.unreadable; s.count > 0)
        warnings.push_back(sayCount("1 folder cannot be read and was left out: “{1}”.",
                                    "{0} folders cannot be read and were left out, the first is “{1}”.", s.count,
                                    groupedNumber(s.count), readableText(s.first)));
    if (const Sighting& s = listing.tables; s.count > 0)
        warnings.push_back(
            sayCount("1 table lies in the folder and was not used: “{1}”; import it as the manifest if it holds the labels.",
                     "{0} tables lie in the folder and were not used, the first is “{1}”; import one as the manifest if it "
                     "holds the labels.",
                     s.count, groupedNumber(s.count), readableText(s.first)));
    return warnings;
}

}  // namespace

bool hasImageSuffix(const fs::path& file) {
    static const std::set<std::string> suffixes{".jpg", ".jpeg", ".jpe", ".jfif", ".png",  ".bmp", ".pgm",
                                                ".ppm", ".pbm",  ".pnm", ".tif",  ".tiff", ".webp"};
    return suffixes.count(lowerCase(file.extension().string())) > 0;
}

Result<ImportedSet> importFolders(const fs::path& root, const JobContext& job) {
    auto listing = Lister(root, job).list();
    if (!listing) return forward(listing);
    if (const auto fine = checkAny(*listing, root.string()); !fine) return forward(fine);
    ImportedSet imported;
    imported.layout = "folders";
    imported.set.root = root;
    const bool videos = holdersAreVideos(listing->images);
    for (auto& image : listing->images) {
        const fs::path holder = fs::path(image).parent_path();
        ImageRecord record;
        record.identity = readableText((videos ? holder.parent_path() : holder).filename().string());
        if (videos) {
            record.video = readableText(holder.generic_string());
            record.media = Media::kVideo;
        }
        record.path = std::move(image);
        imported.set.images.push_back(std::move(record));
    }
    if (videos)
        imported.warnings.push_back(
            say("Folders of the same few names lie under each person and were taken for videos of that person."));
    for (Text& warning : warningsOf(*listing)) imported.warnings.push_back(std::move(warning));
    return imported;
}

}  // namespace facespace
