#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"

/// People who are in two sets, whatever they are called there.
namespace facespace {

struct SharedIdentityOptions {
    double above = 0;  ///< Identities more alike than this are one person; 0: found in the sets.
    /// Chance that anybody is named between two sets that have nobody in common, for the limit that is found; above 0.
    double chance = 0.05;
    std::uint64_t seed = 1;  ///< Of the halves of names.
};

/// An identity of each set. Cosines are of the unit means of their unit features.
struct SharedIdentity {
    std::string first, second;
    double cosine = 0;
    double next = 0;      ///< Of the first to the second set's next nearest identity; NaN: there is none.
    bool mutual = false;  ///< Each is the other's nearest; else it is the nearest of one of them only.
    std::int64_t firstImages = 0, secondImages = 0;
    std::int64_t firstExample = -1, secondExample = -1;  ///< The most typical row of each.
};

/// What the limit rests on.
struct SharedIdentityLimits {
    double above = 0;                          ///< More alike is one person; NaN: cannot be told.
    double firstLimit = 0, secondLimit = 0;    ///< As each set gives it; NaN: it has too few identities.
    std::int64_t halved = 0;                   ///< Names of either set of which random halves were compared.
    double halvesMedian = 0, halvesFound = 0;  ///< Median of their cosines, and the share of them above the limit.
};

/// How near each identity of the first set is to others.
struct NearestIdentity {
    std::string identity;
    double there = 0, here = 0;  ///< To the nearest of the second set; to the nearest other one of its own set, or NaN.
};

struct SharedIdentities {
    std::vector<SharedIdentity> list;  ///< Mutual ones first, then the most alike first.
    std::vector<NearestIdentity> nearest;
    std::int64_t firstCount = 0, secondCount = 0;  ///< Identities that have a feature.
    SharedIdentityLimits limits;
    std::vector<Text> notes;

    std::int64_t mutual() const;
};

/// Two identities are one person if one is the other's nearest in its set, and their cosine is above a limit that the sets
/// give: pairs of different identities of one set are impostors, and the upper tail of their cosines is carried on as an
/// exponential one (from its 99.6th to its 99.9th percentile, or to that which 25 pairs exceed) to where a share of chance /
/// (identities × identities) of impostors is left. So by chance the two sets have nobody in common with probability
/// 1 − chance or more, however many pairs are compared. The lower limit of the two sets counts: one person under several
/// names within a set only raises it. An exponential tail is heavier than that of cosines as a rule; the limit errs upwards.
/// Precondition: an identity per row, the same number of columns. Errors: kCancelled.
Result<SharedIdentities> findSharedIdentities(const FeatureMatrix& first, const std::vector<std::string>& firstIdentity,
                                              const FeatureMatrix& second, const std::vector<std::string>& secondIdentity,
                                              const SharedIdentityOptions& options, const JobContext& job);

}  // namespace facespace
