#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/data_table.h"
#include "core/project/project.h"
#include "core/project/snapshot.h"

namespace facespace {

struct DecisionsWritten {
    std::int64_t images = 0;   ///< In the list.
    std::int64_t decided = 0;  ///< Of these, kept or rejected; a tag or a note is no decision.
};
/// Every image that has a decision, a tag or a note, in import order: CSV (RFC 4180) with the columns path, identity,
/// decision ("keep", "reject" or ""), tags and note, and after them every other column of the project's table (distances,
/// poses, metadata …). Errors: kIo, kResource, and the project's.
Result<DecisionsWritten> writeDecisionsCsv(const Snapshot& snapshot, const DataTable& table,
                                           const std::filesystem::path& file);
/// The same of the project as it is now.
Result<DecisionsWritten> writeDecisionsCsv(const Project& project, const std::filesystem::path& file);

struct ExportImagesOptions {
    std::filesystem::path folder;  ///< Made if it is not there; one folder per identity within.
    bool link = false;             ///< Symbolic links in place of copies.
};
struct ExportImagesReport {
    std::int64_t written = 0, alreadyThere = 0;
    std::vector<Text> problems;  ///< One sentence for each image that could not be copied.
};
/// Puts the images of these rows into FOLDER/IDENTITY/NAME (of an anonymous snapshot: as JPEGs with blurred faces), with
/// names that every file system takes. Each appears when it is complete and on the disk. Nothing is overwritten, nothing is
/// written into the image set's own folder, and only images that lie there are copied. Done once more, it goes on where it
/// stopped. Errors: kInvalid (the folder lies in the image set, or there are no images), kResource (the disk is full), kIo,
/// kCancelled.
Result<ExportImagesReport> exportImages(const Snapshot& snapshot, const std::vector<int>& rows,
                                        const ExportImagesOptions& options, const JobContext& job);

}  // namespace facespace
