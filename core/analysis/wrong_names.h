#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"

/// Names that are wrong as a whole: two people under one name, and one person under two. An image under a wrong name whose
/// right one is there is a matter of suspects.h; where it is not there, only the images of the name itself can tell.
namespace facespace {

/// What the limits rest on: the set itself, in which mixtures of two names are planted and single names are cut in two.
/// Cosines are of the means of unit features of two halves, or of two names.
struct NameLimits {
    double mixedBelow = 0;     ///< Halves of a name that are less alike than this are two people; NaN: cannot be told here.
    double sameAbove = 0;      ///< Two names that are more alike than this are one person; NaN: cannot be told here.
    std::int64_t names = 0;    ///< Names that could be cut in two halves of two images or more.
    std::int64_t planted = 0;  ///< Mixtures of two names that were made, and cut in two.
    double plantedFound = 0;   ///< Share of them below `mixedBelow`.
    double halvesFound = 0;    ///< Share of names whose random halves are above `sameAbove`.
    double mixtureHigh = 0, nameMedian = 0;    ///< 95th percentile of mixtures and median of names, of halves.
    double differentHigh = 0, sameMedian = 0;  ///< 99th percentile of pairs of names and median of random halves.
};

/// A name that seems to be two people.
struct MixedName {
    std::string identity;
    double cosine = 0;                        ///< Of its two halves.
    std::vector<std::int64_t> first, second;  ///< Rows of the halves, the larger one first; the most typical rows first.
};
/// Two names that seem to be one person.
struct SameNames {
    std::string first, second;
    double cosine = 0;  ///< Of their means.
    std::int64_t firstImages = 0, secondImages = 0;
    std::int64_t firstExample = -1, secondExample = -1;  ///< The most typical row of each.
};
struct WrongNames {
    std::vector<MixedName> mixed;  ///< Least alike halves first.
    std::vector<SameNames> same;   ///< Most alike first.
    NameLimits limits;
    std::vector<Text> notes;
};

struct WrongNameOptions {
    double mixedBelow = 0, sameAbove = 0;  ///< Limits to use; 0: found in the set.
    std::uint64_t seed = 1;                ///< Of the mixtures and halves that are planted.
};

/// Each name's images are cut in two by 2-means on unit features. The limit for a mixed name lies a third of the way from
/// the 95th percentile of 200 planted mixtures of two names to the median of the names themselves, so that a third of all
/// names may be mixed and the limit still stands; without ten names that can be cut, or where the two are less than 0.25
/// apart (as with few people in all poses), no name is called mixed, and a note says so. Halves of one image are not judged:
/// one poor photograph looks like another person. Two names are one person if each is the other's nearest and they are above
/// the limit, halfway between the 99th percentile of pairs of names and the median of random halves of a name. Deterministic
/// for any number of threads. Errors: kCancelled.
Result<WrongNames> findWrongNames(const FeatureMatrix& x, const std::vector<std::string>& identity,
                                  const WrongNameOptions& options, const JobContext& job);

}  // namespace facespace
