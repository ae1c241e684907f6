#pragma once
#include <optional>
#include <string>

#include "core/synthesis/renderer.h"

namespace facespace::synthesis {

/// "p00042"
std::string identityName(int index);
/// Path of an image relative to the set: "images/p00042/video02_f003.jpg"; in a set of several strengths
/// "images/p00042/video02_f003_x0.50.jpg".
std::string imagePath(const IdentityParameters& identity, const ImageParameters& image,
                      std::optional<double> strength = std::nullopt);
/// One line of the manifest, with its line end. Box and landmarks are jittered as a detector's would be.
/// @param identity  as drawn: its truths are the person's, at whatever strength the face was rendered
std::string manifestRow(const IdentityParameters& identity, const ImageParameters& image, const FaceTruth& truth,
                        std::optional<double> strength = std::nullopt);

}  // namespace facespace::synthesis
