#pragma once
#include "core/common/result.h"
#include "core/face/align.h"
#include "core/image/image.h"
#include "core/probe/degradation.h"

namespace facespace {

/// A face cut out of an image and made worse, of the network's input size.
///
/// In this order, that of a camera: the face is turned while it is cut out (so that what was beyond the crop comes into
/// it), covered, lit, blurred, shrunk, compressed at that size, and enlarged again. A neutral degradation gives the very
/// crop of warpCrop(). Deterministic.
/// @param transform  How the undegraded face is cut out: FaceCrop::transform.
/// Errors: kInvalid (a value out of its range, an empty image), kResource.
Result<Image> degradedCrop(const Image& image, const CropFromImage& transform, int width, int height,
                           const Degradation& degradation);

}  // namespace facespace
