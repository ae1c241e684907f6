#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// What is unusual about features. Counts are of rows.
struct FeatureReport {
    std::size_t rows = 0;
    std::size_t missing = 0;    ///< Every value NaN: no feature for that image.
    std::size_t partlyNan = 0;  ///< Some values NaN.
    std::size_t infinite = 0;   ///< A value is infinite (and none NaN).
    std::size_t zero = 0;       ///< Every value 0.
    std::size_t usable = 0;     ///< All values finite and not all of them 0.
    bool allEqual = false;      ///< Two usable rows or more, all the same.
    bool unitLength = false;    ///< All usable rows have length 1 within 1e-3: the distance from the origin says nothing.
    std::size_t constantColumns =
        0;  ///< Values that are the same in all usable rows; 0 if there are fewer than two of these.

    /// One sentence for each thing that the user should know; empty if nothing is unusual.
    std::vector<Text> sentences() const;
};

FeatureReport inspectFeatures(const FeatureMatrix& features);

}  // namespace facespace
