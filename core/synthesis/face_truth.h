#pragma once
#include <vector>

#include "core/synthesis/raster.h"
#include "core/synthesis/renderer.h"

/// What the renderer reads off the head: light in hollows, landmarks, box, visible part of the face.
namespace facespace::synthesis {

constexpr int kSupersampling = 2;  ///< Samples a pixel, each way.

/// How much ambient light reaches each vertex of the head grid, 0 … 1.
std::vector<float> ambientOcclusion(const std::vector<Vec3>& positions);
/// Every other row and column of the head, for the shadow map.
const std::vector<Triangle>& coarseHead();
/// Number of samples on which the face is seen. The head is surface 0.
int visibleFace(const FrameBuffer& buffer);
/// Landmarks and their visibility, from the head's projected vertices (samples) and the finished buffer.
void findLandmarks(FaceTruth& truth, const FrameBuffer& buffer, const std::vector<Vec3>& projected);
/// Box around the face's projected vertices, pixels of the image.
FaceBox faceBox(const std::vector<Vec3>& projected);

}  // namespace facespace::synthesis
