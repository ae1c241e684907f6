#include "core/workflow/store_poses.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/common/parallel.h"
#include "core/compute/labels.h"

namespace facespace {
namespace {

constexpr std::size_t kPosesAtOnce = 4096;  // About a second's work, which a kill may cost.

}  // namespace

Result<void> storeLandmarkPoses(Project& project, const JobContext& job) {
    const auto pending = project.imagesWithoutPose();
    if (!pending) return forward(pending);
    if (pending->empty()) return {};
    const auto set = project.images();
    if (!set) return forward(set);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    for (std::size_t begin = 0; begin < pending->size(); begin += kPosesAtOnce) {
        job.progress(say("reading poses from landmarks"), static_cast<std::int64_t>(begin),
                     static_cast<std::int64_t>(pending->size()));
        const std::span batch(pending->data() + begin, std::min(kPosesAtOnce, pending->size() - begin));
        std::vector<LandmarkPoseRecord> poses(batch.size());
        parallelChunks(batch.size(), 64, [&](std::size_t, std::size_t from, std::size_t to) {
            if (job.cancelled()) return;
            for (std::size_t i = from; i < to; ++i) {
                const auto row = static_cast<std::size_t>(std::ranges::lower_bound(*ids, batch[i]) - ids->begin());
                const auto pose = landmarkPose(*set, set->images[row]);
                poses[i].image = batch[i];
                if (!pose) continue;
                poses[i].yawDeg = pose->yawDeg;
                poses[i].rollDeg = pose->rollDeg;
            }
        });
        if (job.cancelled()) return cancelled();
        if (const auto stored = project.putLandmarkPoses(poses); !stored) return stored;
    }
    return {};
}

}  // namespace facespace
