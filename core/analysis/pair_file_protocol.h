#pragma once
#include "core/analysis/pair_protocols.h"

namespace facespace {

/// The pairs of a verification set (.bin): images 2 i and 2 i + 1, called FILE/000017 in `paths`. Ten folds of pairs that
/// follow one another, the first ones longer by one where they cannot be equal (scikit-learn's KFold without shuffling, as
/// InsightFace's evaluation has it). Errors: those of PairFile::open(), kNotFound (none of the images is in the set).
Result<PairList> readPairFile(const std::filesystem::path& file, const std::vector<std::string>& paths);

/// The verification set that all of these images lie in, relative to their root; empty if they lie elsewhere or in several.
/// Whoever verifies them means its pairs: of other pairs it says nothing.
std::filesystem::path commonPairFile(const std::vector<std::string>& paths);

}  // namespace facespace
