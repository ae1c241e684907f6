#pragma once
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/text.h"
#include "core/dataset/image_set.h"

namespace facespace {

/// One sentence for each way in which landmarks of the set cannot be right, with the number of rows: in 0 to 1 in place of
/// pixels, outside their image, left and right exchanged. Of very large sets so many images, evenly spread, are opened for
/// their size; the rest is looked at in all rows.
std::vector<Text> landmarkWarnings(const ImageSet& set, const JobContext& job = {});

}  // namespace facespace
