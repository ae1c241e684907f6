#pragma once
#include <array>

namespace facespace {

/// A face box in pixels of the stored image; x, y is the top-left corner.
struct FaceBox {
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const FaceBox&, const FaceBox&) = default;
};

struct Point2 {
    float x = 0, y = 0;
    friend bool operator==(const Point2&, const Point2&) = default;
};

/// Image-left eye, image-right eye, nose tip, image-left and image-right mouth corner; pixels of the stored image.
using Landmarks = std::array<Point2, 5>;

}  // namespace facespace
