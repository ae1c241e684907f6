#pragma once
#include <array>
#include <cstddef>
#include <optional>

#include "core/common/result.h"
#include "core/image/image.h"
#include "core/image/landmarks.h"

/// Image-quality measures from the pixels of a face. Where ISO/IEC 29794-5 defines a component of that name, its 0–100 value
/// is given too, by the mapping published with the standard's reference implementation (OFIQ 1.0). They were not checked
/// against the text of the standard, and the regions differ: the standard measures inside the outline of the landmarked
/// face, this program inside an ellipse in the aligned crop.
namespace facespace {

enum class QualityMeasure : std::size_t {
    kInterEyeDistance,  ///< Between the eyes' landmarks, pixels of the stored image; not corrected for yaw.
    kFaceSize,          ///< √(width × height) of the face box, pixels of the stored image.
    kSharpness,         ///< Variance of the Laplacian (4 neighbours) of the luminance (Pech-Pacheco et al. 2000).
    kBlur,              ///< 0 sharp … 1 blurred: how little a further blur changes (Crété-Roffet et al. 2007).
    kBrightness,        ///< Mean luminance, 0 … 1.
    kContrast,          ///< Standard deviation of the luminance, 0 … 1 (RMS contrast).
    kDynamicRange,      ///< Entropy of the luminance's histogram, 0 … 8 bit.
    kUnderExposure,     ///< Share of pixels with luminance ≤ 25 of 255.
    kOverExposure,      ///< Share of pixels with luminance ≥ 247 of 255.
    kBlockiness,        ///< Steps across the 8 × 8 grid of JPEG over steps elsewhere; 1: none (after Wang et al. 2002).
    kCount
};
constexpr std::size_t kQualityMeasureCount = static_cast<std::size_t>(QualityMeasure::kCount);

struct QualityMeasureInfo {
    const char* key;  ///< For columns and CSV: "inter_eye_distance".
    Phrase title;
    const char* unit;                 ///< "px", "bit" or "".
    int better;                       ///< 1: more is better, -1: less is better, 0: a middle is.
    std::optional<Phrase> component;  ///< Name of the component in ISO/IEC 29794-5, if one is computed here.
};
const std::array<QualityMeasureInfo, kQualityMeasureCount>& qualityMeasures();

struct ImageQuality {
    std::array<double, kQualityMeasureCount> raw;        ///< NaN where it cannot be measured (no landmarks, no box).
    std::array<double, kQualityMeasureCount> component;  ///< 0 … 100, larger is better; NaN where none is defined.
    double operator[](QualityMeasure m) const { return raw[static_cast<std::size_t>(m)]; }
};

/// Measures one face. Blockiness is of the stored image (alignment would smear the grid), inside the face box if there is
/// one.
/// @param crop    the aligned face, as the network gets it
/// @param stored  the image as stored, not resized; null: no blockiness
/// Errors: kInvalid if the crop has fewer than 16 × 16 pixels. Thread-safe.
Result<ImageQuality> measureImageQuality(const Image& crop, const Image* stored, const std::optional<Landmarks>& landmarks,
                                         const std::optional<FaceBox>& box);

/// Steps across the grid over steps elsewhere in a region of the stored image; NaN if it is smaller than 24 × 24 or flat.
double blockiness(const Image& stored, int x, int y, int width, int height);

}  // namespace facespace
