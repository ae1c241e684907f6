#pragma once
#include "core/synthesis/parameters.h"

/// Where painted features lie on the canonical face.
namespace facespace::synthesis {

/// Signed "inside" of the lips in millimetres (positive inside), at a canonical point of the face's front.
float insideLips(const IdentityParameters& identity, Vec3 c);
/// Density of eyebrow hair, 0 … 1.
float browCover(const IdentityParameters& identity, Vec3 c);
/// Darkness of the nostrils, 0 … 1.
float nostril(Vec3 c);

/// The almond of the eye's opening in millimetres relative to the eye's centre, x outwards.
struct EyeOpening {
    float innerX, outerX, innerY, outerY, upper, lower, upperPeak;
    /// Height of the upper and lower lid's edge at x. Both meet at the corners.
    float upperEdge(float x) const;
    float lowerEdge(float x) const;
};
EyeOpening eyeOpening(const IdentityParameters& identity, const Expression& expression, float pitchOfGazeDeg);

}  // namespace facespace::synthesis
