#pragma once
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

/// Computes yaw and roll of every image whose landmarks were not asked yet, and keeps them in the project: columns
/// “landmark_yaw” and “landmark_roll”, and the labels of predictions where nothing else tells. After a cancel or a kill the
/// next call continues. Errors: kCancelled, and the project's.
Result<void> storeLandmarkPoses(Project& project, const JobContext& job);

}  // namespace facespace
