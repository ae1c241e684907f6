#pragma once
#include <cmath>
#include <string>

#include "core/common/number_text.h"

namespace facespace {

/// "0.912 (0.874 to 0.941)"; without interval the value alone; "–" for NaN.
inline Text estimateText(double value, double low, double high, int digits = 3) {
    if (std::isnan(value)) return "–";
    if (std::isnan(low) || std::isnan(high)) return fixedText(value, digits);
    return say("{} ({} to {})", fixedText(value, digits), fixedText(low, digits), fixedText(high, digits));
}

}  // namespace facespace
