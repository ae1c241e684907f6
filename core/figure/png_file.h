#pragma once
#include <cairo.h>
#include <string>
#include <utility>
#include <vector>

namespace facespace::figure {

using TextEntries = std::vector<std::pair<std::string, std::string>>;

/// The pixels of an image surface as a PNG file, with texts (iTXt) and resolution (pHYs; 0: none). Empty if it fails.
std::string pngOf(cairo_surface_t* surface, double dpi, const TextEntries& texts);

}  // namespace facespace::figure
