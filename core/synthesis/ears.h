#pragma once
#include "core/synthesis/head_shape.h"
#include "core/synthesis/raster.h"

namespace facespace::synthesis {

/// An ear in the head frame; side +1 is at positive x. `local` holds (across, along, cavity) for shading.
Surface makeEar(const IdentityParameters& identity, const HeadShape& shape, float side);

}  // namespace facespace::synthesis
