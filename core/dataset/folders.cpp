#include "core/dataset/folders.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "core/common/number_text.h"
#include "core/dataset/name_pattern.h"
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
    Sighting outside;  ///< Links that lead out of the folder, followed or not.
    fs::path linked;   ///< The folder that holds the root and all that was followed to.
};

fs::path commonFolder(const fs::path& a, const fs::path& b) {
    fs::path common;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end() && *i == *j; ++i, ++j) common /= *i;
    return common;
}

class Lister {
  public:
    /// @param direct  Images that lie in no sub-folder are taken, too.
    Lister(fs::path root, bool followLinks, bool direct, const JobContext& job)
        : root_(std::move(root)),
          realRoot_(fs::weakly_canonical(root_)),
          followLinks_(followLinks),
          direct_(direct),
          job_(job) {}

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
        if (entry.is_symlink(error) && !isFollowed(relative, entry)) return;
        if (entry.is_directory(error)) return folders.push_back(relative);
        if (!entry.is_regular_file(error)) return listing_.others.add(relative.generic_string());
        if (!hasImageSuffix(relative)) {
            const std::string suffix = lowerCase(relative.extension().string());
            const bool table = !relative.has_parent_path() && (suffix == ".csv" || suffix == ".tsv");
            return (table ? listing_.tables : listing_.others).add(relative.generic_string());
        }
        if (!relative.has_parent_path() && !direct_) return listing_.direct.add(name);
        listing_.images.push_back(relative.generic_string());
    }

    bool lies(const fs::path& inner, const fs::path& outer) const {
        return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
    }

    /// Notes a link that is not followed. A link to a folder inside lists images twice, one to a folder that is above it or
    /// was seen leads in a circle.
    bool isFollowed(const fs::path& relative, const fs::directory_entry& entry) {
        std::error_code error;
        const fs::path real = fs::canonical(entry.path(), error);
        const bool inside = !error && lies(real, realRoot_), folder = entry.is_directory(error);
        if (inside && entry.is_regular_file(error)) return true;
        const bool circle = folder && (inside || lies(realRoot_, real));
        if (!real.empty() && !inside && !circle && (folder || endsAsImages(relative.filename().string()))) {
            listing_.outside.add(relative.generic_string());
            if (!followLinks_) return false;
            listing_.linked = commonFolder(listing_.linked.empty() ? realRoot_ : listing_.linked, real.parent_path());
            return !folder || followed_.insert(real.native()).second;
        }
        const bool image = folder || real.empty() || endsAsImages(relative.filename().string());
        (image ? listing_.links : listing_.others).add(relative.generic_string());
        return false;
    }

    fs::path root_, realRoot_;
    bool followLinks_, direct_;
    const JobContext& job_;
    Listing listing_;
    std::set<std::string> followed_;  ///< Real paths of folders outside.
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

bool holdersHaveNumbers(const std::vector<std::string>& images) {
    return std::ranges::all_of(images, [](const std::string& image) {
        return fs::path(image).parent_path().filename().string().find_first_of("0123456789") != std::string::npos;
    });
}

/// Folders of images that lie in folders of images.
Sighting insideOthers(const std::vector<std::string>& images) {
    std::set<std::string> holders;
    for (const auto& image : images) holders.insert(fs::path(image).parent_path().generic_string());
    Sighting inside;
    for (const std::string& holder : holders)
        for (fs::path above = fs::path(holder).parent_path(); !above.empty(); above = above.parent_path())
            if (holders.contains(above.generic_string())) {
                inside.add(holder);
                break;
            }
    return inside;
}

/// The same few names, words all of them, under each of several folders: kinds of images rather than people.
bool holdersLookLikeKinds(const std::vector<std::string>& images) {
    constexpr std::size_t kMostKinds = 20;
    std::map<std::string, std::set<std::string>> parentsOfHolder;
    std::set<std::string> parents;
    for (const auto& image : images) {
        const fs::path holder = fs::path(image).parent_path();
        const std::string name = holder.filename().string();
        if (!holder.has_parent_path() || name.find_first_of("0123456789") != std::string::npos) return false;
        parentsOfHolder[name].insert(holder.parent_path().generic_string());
        parents.insert(holder.parent_path().generic_string());
    }
    return parents.size() > 1 && parentsOfHolder.size() > 1 && parentsOfHolder.size() <= kMostKinds &&
           std::ranges::all_of(parentsOfHolder, [&](const auto& entry) { return entry.second.size() == parents.size(); });
}

/// As AgeDB names images: a number, who it is, how old, and a letter for the gender.
constexpr const char* kAgeDbPattern = "*_{identity}_{age}_{gender}";

/// "0_MariaCallas_35_f.jpg".
bool isAgeDbName(const std::string& path) {
    const std::string name = fs::path(path).stem().string();
    std::array<std::string_view, 4> parts;
    std::string_view rest = name;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = rest.find('_');
        if ((end == std::string_view::npos) != (i + 1 == parts.size())) return false;
        parts[i] = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    const auto isNumber = [](std::string_view text, std::size_t longest) {
        return !text.empty() && text.size() <= longest && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return isNumber(parts[0], 9) && !parts[1].empty() && isNumber(parts[2], 3) && (parts[3] == "m" || parts[3] == "f");
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
                    say("“{}” holds only links that lead nowhere or in a circle (the first is “{}”); give the folder "
                        "that holds the images themselves.",
                        root, readableText(listing.links.first)));
    return fail(ErrorCode::kInvalid, say("“{}” holds no images (JPEG, PNG, BMP, PGM/PPM, TIFF or WebP).", root));
}

std::vector<Text> warningsOf(const Listing& listing, bool followed) {
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
        warnings.push_back(
            sayCount("1 link leads nowhere, or to a folder that is listed anyway, and was left out: “{1}”.",
                     "{0} links lead nowhere, or to folders that are listed anyway, and were left out, the first is “{1}”.",
                     s.count, groupedNumber(s.count), readableText(s.first)));
    if (const Sighting& s = listing.outside; s.count > 0 && followed)
        warnings.push_back(sayCount("1 link leads out of the folder and was followed: “{1}”.",
                                    "{0} links lead out of the folder and were followed, the first is “{1}”.", s.count,
                                    groupedNumber(s.count), readableText(s.first)));
    else if (s.count > 0)
        warnings.push_back(sayCount(
            "1 link leads out of the folder and was left out: “{1}”; --follow-links or the import dialog follow it.",
            "{0} links lead out of the folder and were left out, the first is “{1}”; --follow-links or the import "
            "dialog follow them.",
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

namespace {

/// False, and nothing done, if the names are others.
bool readAgeDbNames(const std::vector<std::string>& images, ImportedSet& imported) {
    const auto pattern = NamePattern::parse(kAgeDbPattern);
    if (!pattern || images.empty() || !std::ranges::all_of(images, isAgeDbName)) return false;
    imported.set.metadataColumns = pattern->columns();
    for (const std::string& image : images) {
        ImageRecord& record = imported.set.images.emplace_back();
        record.path = image;
        pattern->apply(record);
    }
    imported.warnings.push_back(
        say("The names of the images are as AgeDB's (the first is “{}”): identity, age and gender were read from them.",
            readableText(images.front())));
    return true;
}

}  // namespace

void readFolders(std::vector<std::string> images, ImportedSet& imported) {
    if (readAgeDbNames(images, imported)) return;
    const bool repeat = holdersAreVideos(images), videos = repeat && holdersHaveNumbers(images), kinds = repeat && !videos;
    const bool lookLikeKinds = !repeat && holdersLookLikeKinds(images);
    const Sighting inside = insideOthers(images);
    std::set<std::string> above;
    for (auto& image : images) {
        const fs::path holder = fs::path(image).parent_path(), person = repeat ? holder.parent_path() : holder;
        ImageRecord record;
        record.identity = composed(readableText(person.filename().string()));
        if (videos) {
            record.video = readableText(holder.generic_string());
            record.media = Media::kVideo;
        }
        record.metadata.push_back(readableText((kinds ? holder.filename() : person.parent_path()).generic_string()));
        above.insert(record.metadata[0]);
        record.path = std::move(image);
        imported.set.images.push_back(std::move(record));
    }
    if (above.size() > 1)
        imported.set.metadataColumns = {"folder"};
    else
        for (ImageRecord& record : imported.set.images) record.metadata.clear();
    if (videos)
        imported.warnings.push_back(
            say("Folders of the same few names lie under each person and were taken for videos of that person."));
    if (kinds)
        imported.warnings.push_back(
            say("Folders of the same few names lie under each person; they became the column “folder”, "
                "and the identity is the folder above."));
    if (lookLikeKinds)
        imported.warnings.push_back(
            say("The same few folders lie under each of several folders, and were taken for identities; if those above are "
                "the people, use --pattern {{identity}}/{{kind}}/* or the import dialog."));
    if (inside.count > 0)
        imported.warnings.push_back(sayCount(
            "1 folder lies in a folder of images and became an identity of its own: “{1}”; if it holds images of another "
            "kind, name the identity by a pattern (--pattern) or a manifest.",
            "{0} folders lie in folders of images and became identities of their own, the first is “{1}”; if they "
            "hold images of another kind, name the identity by a pattern (--pattern) or a manifest.",
            inside.count, groupedNumber(inside.count), readableText(inside.first)));
}

namespace {

/// What the pattern reads from the names. Images that do not fit are left out and told of.
Result<void> readNames(std::vector<std::string> images, const NamePattern& pattern, ImportedSet& imported) {
    Sighting unfit;
    for (auto& image : images) {
        ImageRecord record;
        record.path = std::move(image);
        if (!pattern.namesIdentity())
            record.identity = composed(readableText(fs::path(record.path).parent_path().filename().string()));
        if (pattern.apply(record) && !record.identity.empty())
            imported.set.images.push_back(std::move(record));
        else
            unfit.add(record.path);
    }
    imported.set.metadataColumns = pattern.columns();
    if (imported.set.images.empty())
        return fail(ErrorCode::kInvalid, say("The pattern “{}” fits none of the {} images; the first is “{}”.",
                                             pattern.text(), groupedNumber(unfit.count), readableText(unfit.first)));
    if (unfit.count > 0)
        imported.warnings.push_back(sayCount("The pattern does not fit 1 image, which was left out: “{1}”.",
                                             "The pattern does not fit {0} images, which were left out; the first is “{1}”.",
                                             unfit.count, groupedNumber(unfit.count), readableText(unfit.first)));
    return {};
}

}  // namespace

bool hasImageSuffix(const fs::path& file) { return endsAsImages(file.filename().string()); }

Result<ImportedSet> importFolders(const fs::path& root, const FolderOptions& options, const JobContext& job) {
    const bool patterned = !options.pattern.empty();
    std::optional<NamePattern> pattern;
    if (patterned) {
        auto parsed = NamePattern::parse(options.pattern);
        if (!parsed) return forward(parsed);
        pattern = std::move(*parsed);
    }
    bool followed = options.followLinks;
    auto listing = Lister(root, followed, patterned, job).list();
    if (!listing) return forward(listing);
    // What holds nothing but links out of it, as curated subsets and the caches of model hubs do, is meant by its name.
    if (listing->images.empty() && listing->direct.count == 0 && listing->outside.count > 0 && !followed) {
        followed = true;
        listing = Lister(root, followed, patterned, job).list();
        if (!listing) return forward(listing);
    }
    if (listing->images.empty() && listing->direct.count > 0 && isAgeDbName(listing->direct.first)) {
        auto flat = Lister(root, followed, true, job).list();
        if (!flat) return forward(flat);
        if (std::ranges::all_of(flat->images, isAgeDbName)) listing = std::move(flat);
    }
    if (const auto fine = checkAny(*listing, root.string()); !fine) return forward(fine);
    ImportedSet imported;
    imported.layout = patterned ? "names by a pattern" : "folders";
    imported.set.root = root;
    imported.set.linked = listing->linked;
    if (pattern) {
        if (const auto read = readNames(std::move(listing->images), *pattern, imported); !read) return forward(read);
    } else {
        readFolders(std::move(listing->images), imported);
    }
    for (Text& warning : warningsOf(*listing, followed)) imported.warnings.push_back(std::move(warning));
    return imported;
}

std::vector<std::string> someImages(const fs::path& root, std::size_t most) {
    constexpr int kLookedAt = 2000;
    std::vector<std::string> images;
    std::error_code error;
    fs::recursive_directory_iterator entries(root, fs::directory_options::skip_permission_denied, error);
    for (int seen = 0; !error && entries != fs::recursive_directory_iterator() && seen < kLookedAt && images.size() < most;
         entries.increment(error), ++seen)
        if (hasImageSuffix(entries->path()) && entries->is_regular_file(error))
            images.push_back(entries->path().lexically_relative(root).generic_string());
    std::ranges::sort(images);
    return images;
}

}  // namespace facespace
