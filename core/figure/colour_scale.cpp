#include "core/figure/colour_scale.h"

#include <algorithm>
#include <cmath>

namespace facespace::figure {

Rgb ColourScale::at(double value) const {
    if (std::isnan(value)) return missing;
    const double t = high > low ? (value - low) / (high - low) : 0.5;
    switch (map) {
        case ColourMap::kViridis:
            return viridisAt(from + (1 - from) * std::clamp(t, 0.0, 1.0));
        case ColourMap::kCividis:
            return cividisAt(from + (1 - from) * std::clamp(t, 0.0, 1.0));
        case ColourMap::kDiverging:
            return divergingAt(t);
    }
    return missing;
}

}  // namespace facespace::figure
