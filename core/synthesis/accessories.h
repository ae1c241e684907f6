#pragma once
#include <vector>

#include "core/synthesis/head_shape.h"
#include "core/synthesis/raster.h"

namespace facespace::synthesis {

/// What stands between the camera and the face in this image. Head frame, except objects and hands with
/// `cameraFrame`, which do not turn with the head.
struct Accessory {
    Surface surface;
    bool cameraFrame = false;
    bool seeThrough = false;  ///< Clear lenses: drawn, but not counted as occluding.
};
std::vector<Accessory> makeAccessories(const IdentityParameters& identity, const ImageParameters& image,
                                       const HeadShape& shape);

}  // namespace facespace::synthesis
