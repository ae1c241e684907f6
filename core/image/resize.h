#pragma once
#include "core/image/image.h"

namespace facespace {

/// The image at width × height pixels (at least 1 × 1), the aspect as asked. Shrinking averages the area that each new pixel
/// covers, so nothing aliases; enlarging is bilinear. Deterministic. Precondition: the image is not empty.
Image resized(const Image& image, int width, int height);

/// A face with fewer pixels than tell people apart, `side` × `side`. Precondition: it is not empty.
Image blurredBeyondRecognition(const Image& face, int side);

/// The image shrunk, aspect kept, so that its longer side is at most `maxSide`; unchanged if it is small enough.
Image fitted(const Image& image, int maxSide);

}  // namespace facespace
