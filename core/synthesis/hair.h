#pragma once
#include <vector>

#include "core/synthesis/head_shape.h"
#include "core/synthesis/raster.h"

namespace facespace::synthesis {

/// Hair of a person in one image, in the head frame: layers of shells from the scalp outwards (none for bald heads).
/// `local` is (strand number, length along the strand 0 … 1, layer).
std::vector<Surface> makeHair(const IdentityParameters& identity, const ImageParameters& image, const HeadShape& shape);

/// True for styles that fall over the ears.
bool hidesEars(HairStyle style);
/// True for styles that hide the scalp.
bool coversScalp(HairStyle style);

}  // namespace facespace::synthesis
