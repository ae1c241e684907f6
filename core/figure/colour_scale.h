#pragma once
#include <string>

#include "core/common/text.h"
#include "core/figure/colour_maps.h"

namespace facespace::figure {

enum class ColourMap { kViridis, kCividis, kDiverging };

/// From numbers to colours, and what a colour bar says of it.
struct ColourScale {
    ColourMap map = ColourMap::kViridis;
    double low = 0, high = 1;
    double from = 0;  ///< Where in a sequential map `low` lies: what is darker is left out, for dark grounds.
    bool clipsLow = false, clipsHigh = false;  ///< The bar ends in an arrow: values beyond share the end's colour.
    bool degrees = false;                      ///< Ticks at 15, 30, 45, 90.
    facespace::Text title;
    Rgb missing{205, 205, 206};

    Rgb at(double value) const;  ///< Clamped; NaN is `missing`.
};

}  // namespace facespace::figure
