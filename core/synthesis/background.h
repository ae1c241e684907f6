#pragma once
#include <vector>

#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// An out-of-focus scene behind the head, linear RGB, size × size.
std::vector<Vec3> paintBackground(const ImageParameters& image, int size);

}  // namespace facespace::synthesis
