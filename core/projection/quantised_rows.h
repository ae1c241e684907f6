#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>
#include "core/features/feature_matrix.h"
#include "core/projection/aligned_vector.h"
#include "core/projection/kernels.h"

namespace facespace {

/// Rows in eight bits a value, each with a step of its own: x ≈ step · q, q from −127 to 127. Products of such rows take a
/// third to a quarter of the time, and say which rows can be among the nearest.
///
/// Rounding moves a value by up to half a step, evenly, so that d², the squared distance of two rows, is off by
/// D·(s² + t²)/12 on average, D the number of values and s, t the steps, with a standard deviation of 2d·√((s² + t²)/12).
/// Six of those are at most kSlack·d² + 3s²/kSlack + 3t²/kSlack (inequality of the means). The norms kept here have the
/// average and the last two taken off, so that what comes of them, times 1/(1 + kSlack), is a lower bound of d² but for one
/// pair in a thousand million.
class QuantisedRows {
  public:
    static constexpr float kSlack = 0.005F;

    /// Whether what is made of the norms is a lower bound of d², as above, or d² but for the rounding.
    enum class Kind { kBound, kEstimate };

    /// @param rows  n × D, finite.
    explicit QuantisedRows(const FeatureMatrix& rows, Kind kind = Kind::kBound);

    /// Values of a row, a multiple of 4; those beyond D are 0.
    std::size_t depth() const { return depth_; }
    const std::int8_t* values(std::size_t row) const { return values_.data() + row * depth_; }
    /// From that row on; rows beyond the last, up to a multiple of kTile and one tile more, are near to none.
    ByteRows from(std::size_t row, const float* limit) const {
        return {norm_.data() + row, step_.data() + row, shift_.data() + row, limit};
    }

  private:
    void quantise(const float* row, std::size_t columns, std::size_t to);

    std::size_t depth_;
    float off_;
    AlignedVector<std::int8_t> values_;
    std::vector<float> norm_, step_;
    std::vector<std::int32_t> shift_;
};

}  // namespace facespace
