#pragma once
#include <vector>

#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// A head's surface on the head grid, for one identity or one expression of it.
struct HeadShape {
    std::vector<Vec3> positions;  ///< Millimetres, head frame.
    Vec3 rightEye, leftEye;       ///< Eyeball centres; "right" is at positive x (the image's right in a frontal view).
    float eyeRadius = 0;
};

/// The identity's head with a neutral expression.
HeadShape neutralShape(const IdentityParameters& identity);

/// Moves the face to the expression, in place.
void applyExpression(HeadShape& shape, const IdentityParameters& identity, const Expression& expression);

/// What applyExpression needs: displacement of one expression movement at full strength, in millimetres, at a canonical
/// point.
Vec3 smileDisplacement(Vec3 canonical);

}  // namespace facespace::synthesis
