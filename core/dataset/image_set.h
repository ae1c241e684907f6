#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/image/landmarks.h"

namespace facespace {

enum class Media { kUnknown, kStill, kVideo };

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
    bool detected = false;                 ///< Box or landmarks are a detector's, not the manifest's.
    std::optional<float> detectorScore{};  ///< 0 … 1, where they are.
    /// Degrees, as the five landmarks tell (core/face/head_pose.h); they hardly tell pitch. None: not computed yet, or no
    /// pose fits.
    std::optional<float> landmarkYawDeg{}, landmarkRollDeg{};
    std::vector<std::string> metadata;  ///< One value per ImageSet::metadataColumns; "" is missing.
    friend bool operator==(const ImageRecord&, const ImageRecord&) = default;
};

/// An identity-labelled image set in import order.
struct ImageSet {
    std::filesystem::path root;  ///< Absolute. Empty for labels without images.
    /// Absolute; where links in `root` lead that were followed by choice, and root itself. Empty: no link leads out of it.
    std::filesystem::path linked{};
    std::vector<std::string> metadataColumns;
    std::vector<ImageRecord> images;
    bool facesElsewhere = false;  ///< A part of a set in which images, perhaps others, carry boxes or landmarks.

    /// The folder in which an image must lie, links followed, to be read.
    const std::filesystem::path& readable() const { return linked.empty() ? root : linked; }
};

}  // namespace facespace
