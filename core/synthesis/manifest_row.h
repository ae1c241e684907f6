#pragma once
#include <string>

#include "core/synthesis/renderer.h"

namespace facespace::synthesis {

/// "p00042"
std::string identityName(int index);
/// Path of an image relative to the set: "images/p00042/video02_f003.jpg".
std::string imagePath(const IdentityParameters& identity, const ImageParameters& image);
/// One line of the manifest, with its line end. Box and landmarks are jittered as a detector's would be.
std::string manifestRow(const IdentityParameters& identity, const ImageParameters& image, const FaceTruth& truth);

}  // namespace facespace::synthesis
