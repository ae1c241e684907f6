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
        const Cell& c = at(strand + wave * at(strand, along).bend, along);
        if (along > 1.0F - ragged * (0.16F * c.lock + 0.12F * c.strand)) return false;
        return c.strand * 0.7F + c.lock * 0.3F < coverage + 0.12F;
    }
    /// Brightness of the strand, about 1.
    float tone(float strand, float along, float wave) const {
        const Cell& c = at(strand + wave * at(strand, along).bend, along);
        return 0.55F + 0.42F * c.fine + 0.48F * c.broad;
    }

  private:
    static constexpr int kWidth = 1024, kHeight = 48;
    struct Cell {
        float bend, strand, lock, fine, broad;
    };
    StrandNoise();
    const Cell& at(float strand, float along) const {
        const int x = static_cast<int>((strand + 100.0F) * (kWidth / 100.0F)) & (kWidth - 1);
        const int y = std::min(std::max(static_cast<int>(along * (kHeight / 1.1F)), 0), kHeight - 1);
        return cells_[static_cast<std::size_t>(y * kWidth + x)];
    }
    std::vector<Cell> cells_;
};

}  // namespace facespace::synthesis
