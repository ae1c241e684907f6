#pragma once
#include <vector>

#include "core/synthesis/exact_math.h"

namespace facespace::synthesis {

/// How strands look: noise over strand number (0 … 100, periodic) and length (0 … 1), tabulated because it is looked up
/// for every sample of every hair layer. Thread-safe.
class StrandNoise {
  public:
    static const StrandNoise& instance();

    /// Whether a strand fills the point. `coverage` 0 … 1: how much of the layer is filled; `wave` 0 … 1: how much strands
    /// bend; `ragged`, about 1: how unequal the lengths of the tips are.
    bool filled(float strand, float along, float coverage, float wave, float ragged) const {
        const float tip = 1.0F - along, threshold = coverage + kSlack;
        if (threshold >= 1.0F && tip >= ragged * kLongestTip) return true;  // every value in the table passes
        const Fill& c = fill_[at(bent(strand, along, wave), along)];
        return tip >= ragged * c.tip && c.density < threshold;
    }
    /// Brightness of the strand, about 1.
    float tone(float strand, float along, float wave) const { return tone_[at(bent(strand, along, wave), along)]; }

  private:
    // Few bytes a cell: the tables are read at random, and should stay in the second cache.
    static constexpr int kWidth = 1024, kHeight = 48, kBendStep = 8;
    static constexpr float kSlack = 0.12F, kLongestTip = 0.28F;
    struct Fill {
        float density, tip;
    };
    StrandNoise();
    static int column(float strand) { return static_cast<int>((strand + 100.0F) * (kWidth / 100.0F)) & (kWidth - 1); }
    static int row(float along) { return std::min(std::max(static_cast<int>(along * (kHeight / 1.1F)), 0), kHeight - 1); }
    static std::size_t at(float strand, float along) {
        return static_cast<std::size_t>(row(along) * kWidth + column(strand));
    }
    float bent(float strand, float along, float wave) const {
        return strand + wave * bend_[static_cast<std::size_t>((row(along) * kWidth + column(strand)) / kBendStep)];
    }
    std::vector<Fill> fill_;
    std::vector<float> tone_;
    std::vector<float> bend_;  ///< One for `kBendStep` columns: it varies slowly.
};

}  // namespace facespace::synthesis
