#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "widgets/panels/job_list.h"

namespace facespace {

/// What the window needs of a project, read on a worker thread.
struct LoadedProject {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const DataTable> table;
    std::vector<JobRecord> jobs;
    std::vector<SkippedImage> skipped;
    bool imagesPresent = true;
    bool readOnly = false;
};

/// @param previous  Shares what did not change; may be null.
Result<LoadedProject> loadProject(const std::filesystem::path& file, const Snapshot* previous);

/// The first principal plane of the features that a network has so far, for all rows (NaN where there is none): something to
/// look at while the extraction goes on. Null if there are too few.
std::shared_ptr<const Embedding> previewMap(const FeatureSet& features, const JobContext& job);

}  // namespace facespace
