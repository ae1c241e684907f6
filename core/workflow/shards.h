#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/shard.h"
#include "core/project/project.h"

/// Many machines on one project: each works on a shard of its images, in a project of its own; mergeShards()
/// (merge_shards.h) puts what they found into the whole.
namespace facespace {

/// Which part of which set a project is.
struct ShardInfo {
    Shard shard;
    std::string set;          ///< Project::imagesSha256() of the whole.
    std::int64_t images = 0;  ///< Of the whole.
    friend bool operator==(const ShardInfo&, const ShardInfo&) = default;
};

/// Beside the whole: "NAME.shard-2-of-8.facespace".
std::filesystem::path shardFile(const std::filesystem::path& whole, const Shard& shard);

/// Opens this shard of a project, or makes it: its images' names, boxes, landmarks and faces found so far, without what else
/// the project holds. The whole is only read. Faces are cut out as in the whole.
/// Errors: kInvalid (finer than there are images; another shard or a shard of another set is in that file, or no shard), and
/// the projects'.
Result<Project> openShard(const Project& whole, const Shard& shard, const std::filesystem::path& file,
                          const JobContext& job = {});

/// Nothing: the project is no shard. Errors: kFormat, and the project's.
Result<std::optional<ShardInfo>> shardInfo(const Project& project);

/// How the features of that name were extracted last, as the job log has it (JSON); empty: it has nothing of it.
Result<std::string> extractionOf(const Project& project, const std::string& network);
/// Images per forward pass of the last extraction of these features, as the job log has it; 0: none is known.
/// @param network  its name
Result<int> batchOf(const Project& project, const std::string& network);
/// Errors: kInvalid, if the shard has features of this network that were made with other batches: processors round
/// differently for them.
Result<void> checkBatch(const Project& shard, const std::string& network, int batchSize);

}  // namespace facespace
