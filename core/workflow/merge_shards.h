#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

struct MergeOptions {
    std::vector<std::filesystem::path> shards;  ///< In any order; one that was merged before changes nothing.
    bool partial = false;                       ///< Merge what there is, though shards are missing or not finished.
};

/// What became of the features of one network, or of the measures.
struct MergedPart {
    std::string name;  ///< The network's; empty: the image quality.
    std::int64_t merged = 0, alreadyThere = 0, skipped = 0;
};

struct MergeReport {
    int shards = 0, of = 0;
    std::vector<MergedPart> parts;
    std::vector<int> lacking;  ///< Numbers of the shards that are missing or not finished; empty unless `partial`.
};

/// Puts what was found in the shards of a project (shards.h) into it: features, reasons for skipped images, detected faces
/// and image quality, bit for bit as if this machine had done it all. What is there already stays; where both have a feature
/// of an image they must be the same. After a cancel or a kill the next call goes on. In the job log the features stand as
/// extracted and the images as measured. All shards are looked at before the project is changed.
/// Errors: kInvalid (no shard; of another set; cut otherwise; features of other networks, made with other settings or other
/// batches; a shard is missing or not finished, unless `partial`; a feature or face differs), kFormat, kCancelled and the
/// projects'.
Result<MergeReport> mergeShards(Project& project, const MergeOptions& options, const JobContext& job);

/// "3, 5–8" of numbers that rise.
std::string numberRanges(const std::vector<int>& numbers);

}  // namespace facespace
