#pragma once
#include <vector>

#include "core/image/image.h"
#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// Turns linear light into the picture a camera stores: blur, motion, resolution, exposure, contrast, noise, sRGB.
Image develop(std::vector<Vec3> light, int size, const CameraEffects& effects, std::uint32_t noiseSeed);

}  // namespace facespace::synthesis
