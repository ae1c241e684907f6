#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

struct SuspectOptions {
    int minimum = 2;        ///< Images (with features) that an identity must have to be a candidate; at least 1.
    std::size_t limit = 0;  ///< At most so many suspects; 0: all.
};

/// An image that is nearer to another identity's centroid than to its own.
struct Suspect {
    std::int64_t row = 0;
    std::string identity, nearest;  ///< As labelled; the identity whose centroid is nearest.
    double own = 0, other = 0;      ///< Cosines to both centroids; own is leave-one-out.
    /// An image that stands for each of the two identities: the one nearest to the centroid of its identity's others, of
    /// those whose own label does not look wrong if there are any; −1: the identity has no other image.
    std::int64_t ownExample = -1, nearestExample = -1;
    double margin() const { return other - own; }
};

struct Suspects {
    std::vector<Suspect> list;           ///< Largest margin first; above 1e-6, less is a tie.
    std::vector<float> margins;          ///< N; other − own of every image that could be judged, NaN else.
    std::int64_t judged = 0, alone = 0;  ///< Images judged; images whose identity has no other image.
    std::vector<Text> notes;
};

/// Labels that look wrong. The centroid of an identity is the mean of its unit-length features; of an image's own identity
/// it is taken without that image, so that a wrong label cannot pull its own centroid towards itself. Errors: kInvalid
/// (fewer than two identities, or none with two images; says what to import), kCancelled.
Result<Suspects> findSuspects(const FeatureMatrix& x, const std::vector<std::string>& identity,
                              const SuspectOptions& options, const JobContext& job);

}  // namespace facespace
