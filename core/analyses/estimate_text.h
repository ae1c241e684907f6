#pragma once
#include <fmt/format.h>
#include <cmath>
#include <string>

namespace facespace {

/// "0.912 (0.874 to 0.941)"; without interval the value alone; "–" for NaN.
inline std::string estimateText(double value, double low, double high, int digits = 3) {
    if (std::isnan(value)) return "–";
    if (std::isnan(low) || std::isnan(high)) return fmt::format("{:.{}f}", value, digits);
    return fmt::format("{:.{}f} ({:.{}f} to {:.{}f})", value, digits, low, digits, high, digits);
}

}  // namespace facespace
