#pragma once
#include "core/image/image.h"
#include "core/synthesis/renderer.h"

namespace facespace::synthesis {

/// Sheets for looking at the faces: rows of identities from `first`, columns of yaw from −90° to 90°, plain light.
Image identityByYawSheet(std::uint64_t seed, int first, int identities, int columns, int size);
/// Rows of identities from `first`, columns of identity strengths from 0 to 1.5, turned a little, plain light.
Image identityByStrengthSheet(std::uint64_t seed, int first, int identities, int columns, int size);
/// One identity plain, under expressions, lights, occluders and camera degradations.
Image variationSheet(std::uint64_t seed, int identity, int size);
/// Images as the generator draws them: a row per identity.
Image sampleSheet(std::uint64_t seed, int first, int identities, int columns, int size);

}  // namespace facespace::synthesis
