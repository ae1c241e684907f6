#pragma once
#include <array>
#include <optional>

#include "core/image/image.h"
#include "core/image/landmarks.h"

namespace facespace {

/// Row-major 2 × 3: maps homogeneous image pixels (x, y, 1) to crop pixels.
using CropFromImage = std::array<double, 6>;

/// The least-squares similarity (rotation, uniform scale, shift; no mirror) that takes `from` onto `to` (Umeyama 1991,
/// eqs. 40–42). Nothing if the points coincide.
std::optional<CropFromImage> similarityTransform(const Landmarks& from, const Landmarks& to);
/// A square of the box's larger side × (1 + 2 margin), centred on the box, scaled to the crop.
CropFromImage boxTransform(const FaceBox& box, double margin, int width, int height);
/// The largest centred part of the image with the crop's aspect.
CropFromImage centreTransform(int imageWidth, int imageHeight, int width, int height);
/// The whole image, stretched to the crop if the aspect differs.
CropFromImage stretchTransform(int imageWidth, int imageHeight, int width, int height);

/// Resamples the image into a width × height crop; outside the image is black. Shrinking by more than two averages
/// first so that nothing aliases. Deterministic.
Image warpCrop(const Image& image, const CropFromImage& transform, int width, int height);

}  // namespace facespace
