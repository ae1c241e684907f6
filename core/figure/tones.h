#pragma once
#include <variant>

#include "core/figure/colour_maps.h"

namespace facespace::figure {

/// Colours by meaning. Light grounds (print, and the light window) and dark ones each have their own.
enum class Tone {
    kText,
    kMuted,   ///< Beside what matters.
    kAccent,  ///< What the chart is about: the first series.
    kSeries2,
    kSeries3,
    kSeries4,
    kSeries5,
    kAlert,
    kSelected,  ///< Of the one selection.
};

/// The colour of a layer: the next class colour, one by meaning, or a fixed one.
using Colour = std::variant<std::monostate, Tone, Rgb>;

/// Okabe and Ito's colours (2008), the darker ones lightened on a dark ground.
Rgb toneColour(Tone tone, bool dark);
/// Series 0, 1, … of a chart; there are five colours.
Tone seriesTone(std::size_t series);

}  // namespace facespace::figure
