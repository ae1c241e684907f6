#include "core/dataset/import.h"

#include <fmt/format.h>
#include <fstream>

#include "core/common/regular_file.h"
#include "core/dataset/csv.h"
#include "core/dataset/fields.h"
#include "core/dataset/folders.h"
#include "core/dataset/manifest.h"

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

}  // namespace

Result<ImportedSet> importImageSet(const ImportOptions& options, const JobContext& job) try {
    if (options.folder.empty() && options.manifest.empty())
        return fail(ErrorCode::kInvalid, say("There is nothing to import: give a folder of images or a manifest."));
    const fs::path manifest = chosenManifest(options);
    std::error_code error;
    if (!manifest.empty()) {
        if (fs::is_directory(manifest, error))
            return fail(ErrorCode::kInvalid, say("“{}” is a folder, not a manifest.", manifest.string()));
        if (options.noImages) return importManifest(manifest, {}, options, job);
        const bool ownFolder = options.folder.empty() || fs::is_regular_file(options.folder, error);
        const fs::path root = ownFolder ? absoluteFolder(manifest).parent_path() : absoluteFolder(options.folder);
        // A manifest that is not there is the clearer complaint.
        if (fs::exists(manifest, error))
            if (const auto fine = checkFolder(root); !fine) return forward(fine);
        return importManifest(manifest, root, options, job);
    }
    const fs::path root = absoluteFolder(options.folder);
    if (const auto fine = checkFolder(root); !fine) return forward(fine);
    if (options.noImages)
        return fail(ErrorCode::kInvalid,
                    say("Labels without images need a manifest, and “{}” has no manifest.csv.", root.string()));
    if (!options.mapping.empty())
        return fail(ErrorCode::kInvalid,
                    say("A column mapping needs a manifest, and “{}” has no manifest.csv.", root.string()));
    return importFolders(root, job);
} catch (const fs::filesystem_error& e) {
    return fail(ErrorCode::kIo, say("Cannot read “{}”: {}.", e.path1().string(), e.code().message()));
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory to import this image set."));
}

Result<ManifestPreview> previewManifest(const std::filesystem::path& manifest) {
    if (const auto fine = refuseSpecialFile(manifest); !fine) return forward(fine);
    std::ifstream in(manifest, std::ios::binary);
    std::error_code error;
    if (!in || fs::is_directory(manifest, error))
        return fail(ErrorCode::kIo,
                    say("Cannot read the manifest “{}”; check that the file exists and may be read.", manifest.string()));
    CsvReader csv(in, manifest.string());
    const auto columns = readHeader(csv);
    if (!columns) return forward(columns);
    ManifestPreview preview;
    preview.columns = *columns;
    preview.automatic = automaticMapping(*columns);
    preview.ijbProtocol = isIjbProtocol(*columns);
    std::vector<std::string> cells;
    while (preview.rows.size() < kPreviewRows) {
        const auto more = csv.next(cells);
        if (!more) return forward(more);
        if (!*more) break;
        preview.rows.push_back(cells);
    }
    return preview;
}

}  // namespace facespace
