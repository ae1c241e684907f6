#include "core/figure/colour_scale.h"

#include <cmath>

namespace facespace::figure {

Rgb ColourScale::at(double value) const {
    if (std::isnan(value)) return missing;
    const double t = high > low ? (value - low) / (high - low) : 0.5;
    switch (map) {
        case ColourMap::kViridis:
            return viridisAt(t);
        case ColourMap::kCividis:
            return cividisAt(t);
        case ColourMap::kDiverging:
            return divergingAt(t);
    }
    return missing;
}

}  // namespace facespace::figure
