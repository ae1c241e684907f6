// How far a map may be trusted, measured and kept in the project.
#pragma once
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/compute/trust_report.h"
#include "core/project/project.h"

namespace facespace {

struct TrustOptions {
    std::string map;                ///< Name; empty: the only one (error if there are several).
    std::vector<int> neighbours{};  ///< The k of T(k), C(k) and preservation; empty: 5, 10, 20, 30, 50 and, up to 25,000
                                    ///< images, 100, as far as there are images.
    int columnNeighbours = 30;      ///< The k of each image's own preservation; lowered for few images.
    int seeds = 0;                  ///< So many further maps are made with the next seeds and compared.
};

/// Measures a map against the features it was made from, over all pairs of images, and keeps the report and each image's
/// own preservation in the project. Errors: kNotFound (no such map), kInvalid (fewer than 4 images), kCancelled.
Result<TrustReport> storeTrust(Project& project, const TrustOptions& options, const JobContext& job);

}  // namespace facespace
