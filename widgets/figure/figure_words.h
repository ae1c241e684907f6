#pragma once
#include "core/figure/chart.h"

namespace facespace {

/// Says what the core has written into a figure (titles, axes, legends, notes) in the window's language; names of people,
/// networks and columns stay, and so does the provenance, which programs read. Thread-safe.
void sayInWindowLanguage(figure::Figure& figure);
void sayInWindowLanguage(figure::Chart& chart);

}  // namespace facespace
