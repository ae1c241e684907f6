#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/projection/neighbours.h"
#include "core/projection/planar_distances.h"

namespace facespace {

/// Ranks, in the distances of one space, of each row's given rows: how many rows are nearer, plus one. Fed with every
/// distance of every row; rows may be fed in any order, and one row by one thread at a time.
class RankCounter {
  public:
    /// @param asked     N × k row indices.
    /// @param distance  their squared distances.
    /// @param slack     what distances of a row may be off by; a rival must be nearer by more.
    RankCounter(const NeighbourGraph& asked, std::vector<float> distance, const std::vector<float>& slack);

    /// Distances above this do not matter to a row; one value for each row, readable 256 past the end.
    const float* limits() const { return limits_.data(); }
    void see(std::size_t row, float squaredDistance) {
        const float* thresholds = sorted_.data() + row * padded_;
        std::size_t place = 0;
        if (slots_.empty()) {
            // Half by half without branches: nothing about these comparisons can be predicted.
            const float* at = thresholds;
            for (std::size_t half = padded_ / 2; half > 0; half /= 2) at += at[half - 1] <= squaredDistance ? half : 0;
            place = static_cast<std::size_t>(at - thresholds);
        } else {
            const std::uint8_t slot = slots_[row * kSteps + stepOf(row, squaredDistance)];
            place = slot & ~kHasThreshold;
            if ((slot & kHasThreshold) != 0)
                while (thresholds[place] <= squaredDistance) ++place;  // infinity follows the last
        }
        ++nearer_[row * padded_ + place];
    }
    /// N × k ranks, in the order of `asked`.
    std::vector<std::int32_t> ranks() const;

  private:
    /// Equal steps between a row's middle threshold and its limit, which most distances lie between where many matter: where
    /// no threshold lies in a step, all its distances have the same place; else a few comparisons tell.
    static constexpr std::size_t kSteps = 1024;
    static constexpr std::uint8_t kHasThreshold = 128;
    std::size_t stepOf(std::size_t row, float squaredDistance) const {
        return static_cast<std::size_t>(
            std::clamp(static_cast<std::int32_t>((squaredDistance - start_[row]) * perStep_[row]), 0,
                       static_cast<std::int32_t>(kSteps) - 1));
    }
    void fillSlots(std::size_t row);

    std::size_t k_;
    std::vector<std::uint8_t> slots_;     // N × kSteps; empty for k too large for a byte
    std::vector<float> start_, perStep_;  // the first step, and steps per squared distance
    std::size_t padded_;                  // a power of two above k
    std::vector<float> sorted_;           // N × padded thresholds, ascending, then infinity
    std::vector<std::int32_t> position_;  // where each asked row's threshold lies in `sorted_`
    std::vector<std::uint32_t> nearer_;   // N × padded: distances seen between a threshold and the one before it
    std::vector<float> limits_;
};

/// What one pass over all pairs of images gives.
struct PairScan {
    std::vector<std::int32_t> dataRanks;  ///< N × k: rank in the features of each neighbour on the map.
    double distanceCorrelation = 0.0;     ///< Spearman's ρ over pairs.
};

/// @param rows  features as the metric sees them.
Result<PairScan> scanPairs(const FeatureMatrix& rows, const PlanarPoints& points, const NeighbourGraph& onMap,
                           const JobContext& job);

}  // namespace facespace
