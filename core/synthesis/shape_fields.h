#pragma once
#include <vector>

#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// How one shape parameter moves the surface: displacement of every vertex of the head grid for +1 standard deviation.
/// A field is a sum of smooth bumps, each of which pushes and stretches its surroundings; bumps off the midline are
/// mirrored. The population's standard deviations follow facial anthropometry (Farkas 1994; ISO 15535-style surveys),
/// times about 1.3 to make up for what smooth fields lose.
struct ShapeField {
    std::vector<std::uint32_t> vertices;  ///< Where the field is not zero.
    std::vector<Vec3> displacement;
};

/// One field per `Shape`; built once, thread-safe.
const std::vector<ShapeField>& shapeFields();

}  // namespace facespace::synthesis
