#pragma once
#include <array>
#include <string>

#include "core/common/result.h"

namespace facespace {

/// The side of the face from which a cover slides in.
enum class CoverSide { kBottom, kTop, kLeft, kRight };
/// "bottom", "top", "left" (of the picture), "right".
const char* toString(CoverSide side);
/// Errors: kInvalid.
Result<CoverSide> coverSideFromString(const std::string& text);

/// How a face is made worse before the network sees it.
///
/// Everything is measured on the network's input, the face after alignment, not on the photograph: a blur of 2 is the same
/// for a portrait of 40 megapixels and for a frame of a video, and images can be compared. The default of every field does
/// nothing at all.
struct Degradation {
    double rotation = 0;  ///< Degrees, −180 … 180, counter-clockwise, about the middle of the aligned face: the landmarks
                          ///< are off by so much, for an alignment by the right ones would turn the face back.
    double occlusion = 0;  ///< 0 … 1, the share of the face under a plain grey cover.
    CoverSide side = CoverSide::kBottom;
    double exposure = 0;     ///< Stops, −6 … 3: the light is multiplied by 2^exposure (linear light, sRGB).
    double blur = 0;         ///< σ of a Gaussian, 0 … 20 pixels of the network's input.
    double scale = 1;        ///< 0.03 … 1: as if the face had been so small, and was enlarged.
    double compression = 0;  ///< 0 … 99, 100 − the quality of a JPEG; 0 is no JPEG at all.
    friend bool operator==(const Degradation&, const Degradation&) = default;
};

/// One of the numbers of a degradation, for options and sliders.
struct DegradationField {
    const char* key;  ///< "blur".
    Phrase title;     ///< "Blur".
    Phrase unit;      ///< "px", "°", "" …
    double Degradation::*value;
    double low, high, neutral;
};
/// In the order in which they are applied: rotation, occlusion, exposure, blur, scale, compression.
const std::array<DegradationField, 6>& degradationFields();
/// Errors: kInvalid (lists the keys there are).
Result<const DegradationField*> degradationField(const std::string& key);

/// Errors: kInvalid: a value that is out of its range or no number; says which.
Result<void> checkDegradation(const Degradation& degradation);

/// "blur 2 px, occlusion 0.3 from the top"; "none" if nothing is changed.
std::string describe(const Degradation& degradation);

}  // namespace facespace
