#pragma once
#include "core/common/result.h"
#include "core/network/descriptor.h"

namespace facespace {

/// Whether the numbers of a descriptor are on the scales that FaceSpace reads them on. Wrong ones would give features, only
/// worse: mean and std for pixels of 0 to 1, template points in 0 to 1, outside the input, made for an input of another
/// size, or with the eyes exchanged. A descriptor with "as_trained": true is believed. Errors: kInvalid, one sentence with
/// the numbers that would be right where they follow.
Result<void> checkScales(const NetworkDescriptor& descriptor);

}  // namespace facespace
