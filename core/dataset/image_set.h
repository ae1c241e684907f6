#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace facespace {

enum class Media { kUnknown, kStill, kVideo };

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

/// One image of an identity-labelled set, as its manifest or folder tells it.
struct ImageRecord {
    std::string path;                ///< Relative to the set's root, '/' between folders, bytes as the file system has them.
    std::string identity;            ///< Never empty.
    std::optional<double> yawDeg;    ///< Label, degrees.
    std::optional<double> pitchDeg;  ///< Label, degrees; positive looks up.
    std::optional<double> rollDeg;
    Media media = Media::kUnknown;
    std::string video;  ///< Which video a frame is from; empty if none.
    std::optional<FaceBox> box;
    std::optional<Landmarks> landmarks;
    bool detected = false;              ///< Box or landmarks are a detector's, not the manifest's.
    std::vector<std::string> metadata;  ///< One value per ImageSet::metadataColumns; "" is missing.
    friend bool operator==(const ImageRecord&, const ImageRecord&) = default;
};

/// An identity-labelled image set in import order.
struct ImageSet {
    std::filesystem::path root;  ///< Absolute. Empty for labels without images.
    std::vector<std::string> metadataColumns;
    std::vector<ImageRecord> images;
};

}  // namespace facespace
