#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "core/face/detect.h"

namespace facespace {

/// How an SCRFD network (Guo et al. 2021) is fed and what it returns: for cells of 8, 16 and 32 pixels, two anchors each,
/// the scores, the distances of a box's sides, and those of five points.
struct ScrfdLayout {
    int width = 640, height = 640;  ///< Of the input; multiples of 32.
    bool landmarks = true;
    /// All numbers of one image.
    std::size_t numbers() const;
};

/// Runs the network on an image of its input's size. Returns its outputs one behind the other: the scores of the cells of 8,
/// 16 and 32 pixels, then the boxes, then the points. Errors: of this image, or kCancelled.
using ScrfdPass = std::function<Result<std::vector<float>>(const Image& canvas)>;

/// Finds faces as InsightFace does (python-package/insightface/model_zoo/scrfd.py): the image is scaled to the input, larger
/// or smaller, at the upper left of a black canvas; of two boxes that share more than 0.4 of their union the one with less
/// score is dropped. An image of any size will do. Other than there, the sides that were rounded to whole pixels have a
/// scale each.
std::unique_ptr<FaceSearch> scrfdSearch(const ScrfdLayout& layout, float minScore, ScrfdPass pass);

}  // namespace facespace
