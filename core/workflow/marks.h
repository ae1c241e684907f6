#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

/// What other programs write back into a project: columns of metadata, tags and kept selections.
namespace facespace {

struct ImportedColumns {
    std::vector<std::string> columns;
    std::size_t images = 0;
};
/// Sets columns of metadata from a CSV ("-" is standard input) whose column `row` or `path` names the image of each line;
/// all its other columns are taken, an empty field takes the image's value away. Images that are not in it stay as they are.
/// All of it is kept, or nothing. Errors: kIo, kFormat (not such a file; a column of a name that FaceSpace reads itself at
/// import), and those of readImageList().
Result<ImportedColumns> importColumns(Project& project, const std::filesystem::path& file, const JobContext& job);

/// Gives images a tag, or takes it from them. Rows are positions in import order. Errors: kInvalid (no name, no such row).
Result<void> tagImages(Project& project, const std::string& tag, const std::vector<std::size_t>& rows, bool present);

/// Keeps a selection under a name, in place of one of that name. Errors: as tagImages().
Result<void> keepSelection(Project& project, const std::string& name, const std::vector<std::size_t>& rows);

/// CSV (RFC 4180) that readImageList() reads, of all kept selections (columns selection, row, path), of all tags (tag, row,
/// path), or of some rows (row, path). Errors: kIo, kResource, and the project's.
Result<void> writeSelectionsCsv(const Project& project, const std::filesystem::path& file);
Result<void> writeTagsCsv(const Project& project, const std::filesystem::path& file);
Result<void> writeRowsCsv(const ImageSet& set, const std::vector<std::int64_t>& rows, const std::filesystem::path& file);

}  // namespace facespace
