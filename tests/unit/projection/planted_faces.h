#pragma once
#include <cstdint>
#include <vector>
#include "core/features/feature_matrix.h"

namespace facespace::testing {

struct PlantedFaces {
    FeatureMatrix features;
    std::vector<int> identity;
};

/// Features like those of faces: a Gaussian centre for each identity, a curve of views through it, and noise. Portable
/// numbers: the same on every machine.
PlantedFaces plantedFaces(int identities, int views, int columns, std::uint64_t seed = 7);

}  // namespace facespace::testing
