#include "core/synthesis/scene_transform.h"

namespace facespace::synthesis {

Mat3 rotation(float yawDeg, float pitchDeg, float rollDeg) {
    const float cy = cosF(yawDeg * kDegree), sy = sinF(yawDeg * kDegree);
    const float cp = cosF(pitchDeg * kDegree), sp = sinF(pitchDeg * kDegree);
    const float cr = cosF(rollDeg * kDegree), sr = sinF(rollDeg * kDegree);
    // Roll · yaw · pitch: the head first nods, then turns about the vertical, then tilts in the picture.
    const Vec3 p1{0, cp, sp}, p2{0, -sp, cp};
    const Vec3 y0 = Vec3{cy, 0, 0} - p2 * sy, y2 = Vec3{sy, 0, 0} + p2 * cy;
    return {y0 * cr + p1 * sr, p1 * cr - y0 * sr, y2};
}

SceneTransform::SceneTransform(const ImageParameters& image)
    : headRotation_(rotation(image.yawDeg, image.pitchDeg, image.rollDeg)),
      bodyRotation_(rotation(image.yawDeg * 0.55F, image.pitchDeg * 0.12F, image.rollDeg * 0.15F)) {}

}  // namespace facespace::synthesis
