#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/synthesis/exact_math.h"

/// What a rendered face is made of: the numbers that fix an identity, and those that fix one image of it.
namespace facespace::synthesis {

/// Shape parameters of a head, in standard deviations of the drawn population (0 = average head).
enum class Shape : std::size_t {
    kHeadWidth,
    kHeadLength,
    kHeadHeight,
    kForeheadHeight,
    kForeheadSlope,
    kForeheadWidth,
    kForeheadBulge,
    kOcciput,
    kFaceLength,
    kFaceWidth,
    kMidfaceDepth,
    kBrowRidge,
    kBrowHeight,
    kGlabella,
    kEyeSpacing,
    kEyeSize,
    kEyeSlant,
    kEyeOpening,
    kEyeDepth,
    kEyeHeight,
    kLidFold,
    kEyeBag,
    kNoseLength,
    kNoseProtrusion,
    kBridgeHeight,
    kBridgeWidth,
    kBridgeHump,
    kNasionDepth,
    kTipWidth,
    kTipUp,
    kAlarWidth,
    kAlarHeight,
    kNostrilFlare,
    kColumella,
    kNoseBend,
    kCheekboneWidth,
    kCheekboneForward,
    kCheekFullness,
    kCheekHollow,
    kNasolabial,
    kMouthWidth,
    kMouthHeight,
    kUpperLip,
    kLowerLip,
    kLipProtrusion,
    kPhiltrum,
    kMouthCorner,
    kMouthAsymmetry,
    kJawWidth,
    kJawAngle,
    kChinWidth,
    kChinLength,
    kChinProtrusion,
    kChinCleft,
    kDoubleChin,
    kEarSize,
    kEarProtrusion,
    kEarHeight,
    kEarLobe,
    kNeckWidth,
    kShoulderWidth,
    kCount
};
constexpr std::size_t kShapeCount = static_cast<std::size_t>(Shape::kCount);

enum class HairStyle : int {
    kBald,
    kShaved,
    kBuzz,
    kShortSide,
    kCrop,
    kSweptBack,
    kCurlyShort,
    kAfro,
    kPixie,
    kBob,
    kLong,
    kLongWavy,
    kBun,
    kFringeLong,
    kCount
};
enum class BeardStyle : int { kNone, kStubble, kMoustache, kGoatee, kShortFull, kFull, kCount };

/// A spot of pigment; position in canonical face millimetres.
struct Mole {
    float x = 0, y = 0, radius = 0, darkness = 0;
};

/// Everything that stays the same in all images of one person.
struct IdentityParameters {
    int index = 0;
    std::array<float, kShapeCount> shape{};

    float masculinity = 0;                    ///< −1 … 1; drives several shape parameters and makes beards likely.
    float age = 0;                            ///< 0 (about 18) … 1 (about 75).
    float melanin = 0;                        ///< 0 … 1 over the whole human range of skin tones.
    float redness = 0, yellowness = 0;        ///< −1 … 1.
    float cheekRedness = 0, noseRedness = 0;  ///< 0 … 1.
    float freckles = 0;                       ///< 0 … 1.
    float unevenness = 0;                     ///< Blotchy pigment, 0 … 1.
    float oiliness = 0;                       ///< Strength of the skin's shine, 0 … 1.
    float eyeRings = 0;                       ///< Darkness under the eyes, 0 … 1.
    float wrinkles = 0;                       ///< 0 … 1.
    float lipRedness = 0, lipDarkness = 0;    ///< 0 … 1.
    float browThickness = 0, browDensity = 0, browArch = 0, browLength = 0, browGap = 0;
    float lashes = 0;
    Vec3 iris{};  ///< Linear RGB.
    Vec3 hair{};  ///< Linear RGB of scalp hair.
    Vec3 brow{};  ///< Linear RGB of brows and beard.
    float grey = 0;
    float hairline = 0;                     ///< −1 low … 1 high.
    float recession = 0;                    ///< At the temples, 0 … 1.
    float hairVolume = 0;                   ///< −1 … 1.
    float hairWave = 0;                     ///< 0 straight … 1 curly.
    float parting = 0;                      ///< −1 … 1, where the parting lies.
    std::array<HairStyle, 2> hairStyles{};  ///< Usual style and another the person sometimes wears.
    std::array<BeardStyle, 2> beardStyles{};
    float beardDensity = 0;
    std::vector<Mole> moles;
    std::uint32_t textureSeed = 0;
    float pattern = 1;  ///< How strong the blotches and the grain of the skin are that `textureSeed` lays out.

    float get(Shape s) const { return shape[static_cast<std::size_t>(s)]; }
    float& get(Shape s) { return shape[static_cast<std::size_t>(s)]; }
};

enum class Occluder : int { kNone, kGlasses, kSunglasses, kHand, kScarf, kMask, kHat, kHairStrand, kObject, kCount };
enum class ExpressionName : int { kNeutral, kSmile, kLaugh, kOpenMouth, kBrowRaise, kFrown, kEyesClosed, kPout, kCount };

/// Strengths of the expression movements, 0 … 1.
struct Expression {
    ExpressionName name = ExpressionName::kNeutral;
    float smile = 0, jawOpen = 0, lipsApart = 0, browRaise = 0, browFrown = 0, eyeClosing = 0, squint = 0, pout = 0;
};

/// Light: one directional lamp or sun, a sky-and-ground ambient and a weak light from the camera's side.
struct Lighting {
    Vec3 direction{0, 0, 1};  ///< Towards the light, camera frame (x right, y up, z to the viewer).
    Vec3 colour{1, 1, 1};     ///< Strength included.
    Vec3 sky{0.5F, 0.5F, 0.5F}, ground{0.3F, 0.3F, 0.3F};
    float softness = 0.5F;  ///< 0 hard shadow … 1 very soft.
};

/// What the camera does to the picture after rendering.
struct CameraEffects {
    float focusBlur = 0;     ///< Gaussian sigma, pixels.
    float motionLength = 0;  ///< Pixels.
    float motionAngle = 0;   ///< Radians.
    float resolution = 1;    ///< Fraction of the image size that the sensor resolves.
    float noise = 0;         ///< Standard deviation, grey levels of 255.
    float contrast = 1;      ///< 1 unchanged.
    float exposure = 1;      ///< Factor on linear light.
    Vec3 whiteBalance{1, 1, 1};
    int jpegQuality = 90;
};

/// Everything that changes from image to image.
struct ImageParameters {
    int image = 0;  ///< Number within the identity.
    bool still = true;
    int video = -1;  ///< Number within the identity; −1 for stills.
    int frame = 0;
    float yawDeg = 0, pitchDeg = 0, rollDeg = 0;  ///< yaw > 0: nose to the image's left; pitch > 0: up; roll > 0: clockwise.
    float gazeX = 0, gazeY = 0;                   ///< Degrees, relative to the camera.
    Expression expression;
    Lighting lighting;
    CameraEffects camera;
    Occluder occluder = Occluder::kNone;
    float occluderStyle = 0, occluderPosition = 0;  ///< 0 … 1.
    Vec3 occluderColour{};
    std::uint32_t occluderSeed = 0;
    HairStyle hairStyle = HairStyle::kShaved;
    float hairVariation = 0;  ///< −1 … 1, length and volume on the day.
    BeardStyle beard = BeardStyle::kNone;
    float beardAmount = 0;  ///< 0 … 1.
    float tan = 0;          ///< Small change of skin tone on the day.
    Vec3 clothing{}, clothing2{};
    float neckline = 0;  ///< 0 … 1.
    std::uint32_t backgroundSeed = 0;
    Vec3 backgroundColour{}, backgroundColour2{};
    float backgroundDetail = 0;
    float distance = 1200;           ///< Camera to head, millimetres.
    float scale = 0.5F;              ///< Face height (brow to chin) as a fraction of the image.
    float offsetX = 0, offsetY = 0;  ///< Of the face from the image centre, fraction of the image.
    std::uint32_t noiseSeed = 0;
    std::uint32_t jitterSeed = 0;
};

std::string toString(Occluder o);
std::string toString(ExpressionName e);
std::string toString(HairStyle h);
std::string toString(BeardStyle b);
/// "head_width", … in the order of `Shape`.
const std::array<const char*, kShapeCount>& shapeNames();

}  // namespace facespace::synthesis
