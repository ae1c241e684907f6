#pragma once
#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

constexpr float kFaceHeight = 135.0F;  ///< Brow to chin of an average head, millimetres.

/// Takes head-frame points to the camera frame: the head turns about the neck, the body follows half-way.
class SceneTransform {
  public:
    explicit SceneTransform(const ImageParameters& image);
    const Mat3& headRotation() const { return headRotation_; }
    Vec3 head(Vec3 p) const { return headRotation_ * (p - faceCentre()); }
    Vec3 body(Vec3 p) const { return bodyRotation_ * (p - neckPivot()) + head(neckPivot()); }
    /// Head above the throat, body below the neck, a smooth mixture between (by canonical height).
    Vec3 blended(Vec3 p, float canonicalY) const {
        const float w = smoothStep(-168.0F, -110.0F, canonicalY);
        return w >= 1.0F ? head(p) : mix(body(p), head(p), w);
    }

  private:
    static Vec3 faceCentre() { return {0, -36, 20}; }
    static Vec3 neckPivot() { return {0, -125, -25}; }
    Mat3 headRotation_, bodyRotation_;
};

/// yaw > 0: nose to the image's left; pitch > 0: up; roll > 0: clockwise on the image. Degrees.
Mat3 rotation(float yawDeg, float pitchDeg, float rollDeg);

}  // namespace facespace::synthesis
