#pragma once
#include <cstdint>
#include <vector>

#include "core/analysis/verification.h"

namespace facespace::edc {

/// Genuine pairs by rising score, and of equal score by turn: once for all qualities.
struct ScoredPairs {
    struct Pair {
        std::int32_t a = 0, b = 0;  ///< Rows.
        float score = 0;
        std::int32_t turn = -1;  ///< In which its identity is left out; −1 without intervals.
    };
    std::vector<Pair> pairs;
    bool turns = false;  ///< Whether there are any.
};
ScoredPairs scoredPairs(const Verification& verification);

/// Genuine pairs by rising quality, those of equal quality by score.
struct SortedPairs {
    std::vector<double> quality;
    std::vector<float> score;
    std::vector<std::int32_t> turn;      ///< In which its identity is left out; empty without intervals.
    std::vector<std::uint32_t> byScore;  ///< The places of all pairs here, by rising score.
    std::int64_t without = 0;            ///< Left out: an image of the pair has no quality.
};

/// Genuine pairs that have a quality, the lower one of their images', sorted by it once for all thresholds. They are not
/// compared: each goes to the place of its poorer image among the images. @param quality  by row
SortedPairs sortedPairs(const ScoredPairs& pairs, const std::vector<double>& quality);

}  // namespace facespace::edc
