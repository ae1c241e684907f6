#pragma once
#include <vector>

#include "core/synthesis/exact_math.h"

namespace facespace::synthesis {

/// Adds the average face's features (sockets, brow, nose, lips, chin, cheekbones) to the smooth head, in place.
void sculptAverageFace(std::vector<Vec3>& positions);

/// Lifts the skin around an eyeball so that lids lie on a ball of `lidRadius` about `centre`.
Vec3 liftLid(Vec3 p, Vec3 centre, float lidRadius);

}  // namespace facespace::synthesis
