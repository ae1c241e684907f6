#include "core/projection/quantised_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include "core/common/parallel.h"

namespace facespace {

QuantisedRows::QuantisedRows(const FeatureMatrix& rows, Kind kind)
    : depth_((static_cast<std::size_t>(rows.cols()) + 3) / 4 * 4),
      off_(static_cast<float>(rows.cols()) / 12 + (kind == Kind::kBound ? 3 / kSlack : 0.0F)) {
    const auto n = static_cast<std::size_t>(rows.rows()), columns = static_cast<std::size_t>(rows.cols());
    const std::size_t padded = (chunkCount(n, kTile) + 1) * kTile;
    values_.resize(padded * depth_, 0);
    norm_.resize(padded, std::numeric_limits<float>::infinity());
    step_.resize(padded, 0);
    shift_.resize(padded, 0);
    parallelChunks(n, 512, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) quantise(rows.data() + i * columns, columns, i);
    });
}

void QuantisedRows::quantise(const float* row, std::size_t columns, std::size_t to) {
    float largest = 0;
    for (std::size_t d = 0; d < columns; ++d) largest = std::max(largest, std::abs(row[d]));
    const float step = largest / 127;
    const float perStep = step > 0 ? 1 / step : 0;
    std::int32_t sum = 0, square = 0;
    for (std::size_t d = 0; d < columns; ++d) {
        const auto q = static_cast<std::int32_t>(std::lrint(row[d] * perStep));
        values_[to * depth_ + d] = static_cast<std::int8_t>(std::clamp(q, -127, 127));
        sum += q;
        square += q * q;
    }
    step_[to] = step;
    shift_[to] = -128 * sum;
    norm_[to] = step * step * (static_cast<float>(square) - off_);
}

}  // namespace facespace
