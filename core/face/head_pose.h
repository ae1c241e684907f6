#pragma once
#include <optional>

#include "core/image/landmarks.h"

namespace facespace {

/// Degrees. yaw > 0: the nose points to the image's left; pitch > 0: looking up; roll > 0: the head leans to the image's
/// right (clockwise as seen in the image).
struct HeadPose {
    double yawDeg = 0, pitchDeg = 0, rollDeg = 0;
};

/// The head pose at which a mean face (five 3-D points) projects closest to the landmarks, for a camera whose focal length
/// is the image's longer side and which looks at the face; rotation order roll · pitch · yaw. Found by Levenberg-Marquardt
/// from several starts. A rough label: on Pointing'04 yaw correlates 0.97 with the label (mean absolute error 9 degrees),
/// pitch only weakly, for detected landmarks hardly move with it. Nothing if landmarks are missing, coincide or fit no pose.
std::optional<HeadPose> headPoseFromLandmarks(const Landmarks& landmarks, int imageWidth, int imageHeight);

}  // namespace facespace
