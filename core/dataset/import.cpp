#include "core/dataset/import.h"

#include "core/dataset/container_set.h"
#include "core/dataset/fields.h"
#include "core/dataset/folders.h"
#include "core/dataset/guess_columns.h"
#include "core/dataset/ijb_lists.h"
#include "core/dataset/manifest.h"
#include "core/dataset/name_pattern.h"
#include "core/dataset/table_file.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kPreviewRows = 20;

/// Absolute, without "." or a slash at the end; links in it stay, so that the user recognises it.
fs::path absoluteFolder(const fs::path& folder) {
    std::error_code error;
    fs::path path = fs::absolute(folder, error).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

Result<void> checkFolder(const fs::path& folder) {
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (!fs::exists(status)) return fail(ErrorCode::kNotFound, say("The folder “{}” does not exist.", folder.string()));
    if (!fs::is_directory(status)) return fail(ErrorCode::kInvalid, say("“{}” is not a folder.", folder.string()));
    return {};
}

/// The manifest to read; empty if the folder's sub-folders are to be taken.
fs::path chosenManifest(const ImportOptions& options) {
    std::error_code error;
    if (!options.manifest.empty()) return options.manifest;
    if (fs::is_regular_file(options.folder, error)) return options.folder;
    const fs::path customary = options.folder / "manifest.csv";
    return fs::is_regular_file(customary, error) ? customary : fs::path();
}

/// A manifest whose paths start in a container.
Result<ImportedSet> manifestOfContainer(const fs::path& manifest, const fs::path& container, const ImportOptions& options,
                                        const JobContext& job) {
    auto imported = (isIjbList(manifest) ? importIjbList : importManifest)(manifest, container, options, job);
    if (!imported) return imported;
    imported->set.root = container.parent_path();
    for (ImageRecord& image : imported->set.images) image.path.insert(0, container.filename().string() + '/');
    return imported;
}

}  // namespace

Result<ImportedSet> importImageSet(const ImportOptions& options, const JobContext& job) try {
    if (options.folder.empty() && options.manifest.empty())
        return fail(ErrorCode::kInvalid, say("There is nothing to import: give a folder of images or a manifest."));
    const auto containers = containersOf(options);
    if (!containers) return forward(containers);
    if (!containers->empty()) {
        const auto listing = listContainers(*containers, job);
        if (!listing) return forward(listing);
        return wholeSet(*listing);
    }
    const fs::path manifest = chosenManifest(options);
    std::error_code error;
    if (!manifest.empty()) {
        if (fs::is_directory(manifest, error))
            return fail(ErrorCode::kInvalid, say("“{}” is a folder, not a manifest.", manifest.string()));
        if (!options.pattern.empty())
            return fail(ErrorCode::kInvalid, say("A pattern reads the names of a folder's images; it needs no manifest, and "
                                                 "there is “{}”.",
                                                 manifest.string()));
        const auto read = isIjbList(manifest) ? &importIjbList : &importManifest;
        if (options.noImages) return read(manifest, {}, options, job);
        if (const fs::path container = containerOf(options.folder); !container.empty())
            return manifestOfContainer(manifest, absoluteFolder(container), options, job);
        const bool ownFolder = options.folder.empty() || fs::is_regular_file(options.folder, error);
        const fs::path root = ownFolder ? absoluteFolder(manifest).parent_path() : absoluteFolder(options.folder);
        // A manifest that is not there is the clearer complaint.
        if (fs::exists(manifest, error))
            if (const auto fine = checkFolder(root); !fine) return forward(fine);
        return read(manifest, root, options, job);
    }
    const fs::path root = absoluteFolder(options.folder);
    if (const auto fine = checkFolder(root); !fine) return forward(fine);
    if (options.noImages)
        return fail(ErrorCode::kInvalid,
                    say("Labels without images need a manifest, and “{}” has no manifest.csv.", root.string()));
    if (!options.mapping.empty())
        return fail(ErrorCode::kInvalid,
                    say("A column mapping needs a manifest, and “{}” has no manifest.csv.", root.string()));
    return importFolders(root, {options.pattern, options.followLinks}, job);
} catch (const fs::filesystem_error& e) {
    return fail(ErrorCode::kIo, say("Cannot read “{}”: {}.", e.path1().string(), e.code().message()));
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to import this image set."));
}

Result<ManifestPreview> previewManifest(const std::filesystem::path& manifest) {
    auto table = TableFile::open(manifest, say("manifest"));
    if (!table) return forward(table);
    const GuessedColumns guessed = guessColumns(*table);
    ManifestPreview preview;
    preview.columns = guessed.columns;
    preview.automatic = automaticMapping(guessed.columns);
    preview.automatic.insert(guessed.mapping.begin(), guessed.mapping.end());
    preview.offered = offeredColumns(guessed.columns, preview.automatic);
    preview.ijbProtocol = isIjbProtocol(guessed.columns);
    preview.identityKnown = guessed.identityIsFolder || isIjbList(manifest);
    preview.notes = table->notes();
    std::vector<std::string> cells;
    while (preview.rows.size() < kPreviewRows) {
        const auto more = table->next(cells);
        if (!more) return forward(more);
        if (!*more) break;
        preview.rows.push_back(cells);
    }
    return preview;
}

Result<PatternPreview> previewPattern(const fs::path& folder, const std::string& text) {
    const auto pattern = NamePattern::parse(text);
    if (!pattern) return forward(pattern);
    PatternPreview preview;
    for (std::string& path : someImages(absoluteFolder(folder), kPreviewRows)) {
        auto values = pattern->match(path);
        preview.rows.push_back({std::move(path), std::move(values)});
    }
    return preview;
}

}  // namespace facespace
