#include "core/synthesis/manifest_row.h"

#include <fmt/format.h>

#include "core/synthesis/random.h"
#include "core/synthesis/synthesis.h"

namespace facespace {

const std::vector<std::string>& synthManifestColumns() {
    static const std::vector<std::string> columns{
        "path",        "identity",    "media",       "video",        "frame",         "yaw",
        "pitch",       "roll",        "box_x",       "box_y",        "box_w",         "box_h",
        "lm_x1",       "lm_y1",       "lm_x2",       "lm_y2",        "lm_x3",         "lm_y3",
        "lm_x4",       "lm_y4",       "lm_x5",       "lm_y5",        "lm_visible1",   "lm_visible2",
        "lm_visible3", "lm_visible4", "lm_visible5", "inter_eye_px", "blur",          "motion_blur",
        "noise",       "occluded",    "occluder",    "illumination", "light_azimuth", "light_elevation",
        "light_share", "contrast",    "exposure",    "jpeg_quality", "expression",    "smile",
        "mouth_open",  "eyes_closed", "hair_style",  "beard_style",  "skin_tone",     "masculinity",
        "age"};
    return columns;
}

namespace synthesis {
namespace {

double degrees(double sine, double cosine) {
    // atan2 by bisection on the exact sine and cosine, to a thousandth of a degree.
    double low = -180.0, high = 180.0;
    const double target = std::sqrt(sine * sine + cosine * cosine);
    if (target < 1e-9) return 0.0;
    low = sine >= 0.0 ? 0.0 : -180.0;
    high = low + 180.0;
    const double c = cosine / target;
    for (int i = 0; i < 24; ++i) {
        const double middle = 0.5 * (low + high);
        const bool tooSmall = sine >= 0.0 ? exactCos(middle * kPi / 180.0) > c : exactCos(middle * kPi / 180.0) < c;
        (tooSmall ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

float luminance(Vec3 c) { return 0.2126F * c.x + 0.7152F * c.y + 0.0722F * c.z; }

struct Detected {
    Landmarks landmarks;
    FaceBox box;
};

Detected detect(const ImageParameters& image, const FaceTruth& truth) {
    Random random(image.jitterSeed, 3);
    const float unit = truth.interEyePixels * 0.018F;
    Detected d{truth.landmarks, truth.box};
    for (std::size_t k = 0; k < 5; ++k) {
        const float sigma = truth.visible[k] ? unit : 2.5F * unit;
        d.landmarks[k].x += sigma * random.normal();
        d.landmarks[k].y += sigma * random.normal();
    }
    const float w = truth.box.width, h = truth.box.height;
    d.box.x += 0.025F * w * random.normal();
    d.box.y += 0.025F * h * random.normal();
    d.box.width *= 1.0F + 0.03F * random.normal();
    d.box.height *= 1.0F + 0.03F * random.normal();
    return d;
}

}  // namespace

std::string identityName(int index) { return fmt::format("p{:05d}", index); }

std::string imagePath(const IdentityParameters& identity, const ImageParameters& image, std::optional<double> strength) {
    const std::string folder = "images/" + identityName(identity.index);
    const std::string end = strength ? fmt::format("_x{:.2f}.jpg", *strength) : ".jpg";
    if (image.still) return fmt::format("{}/still_{:03d}{}", folder, image.image, end);
    return fmt::format("{}/video{:02d}_f{:03d}{}", folder, image.video, image.frame, end);
}

std::string manifestRow(const IdentityParameters& id, const ImageParameters& p, const FaceTruth& truth,
                        std::optional<double> strength) {
    const Detected d = detect(p, truth);
    std::string row = fmt::format("{},{},{},{},{},{:.2f},{:.2f},{:.2f},{:.2f},{:.2f},{:.2f},{:.2f}",
                                  imagePath(id, p, strength), identityName(id.index), p.still ? "still" : "video",
                                  p.still ? "" : fmt::format("{}_v{:02d}", identityName(id.index), p.video),
                                  p.still ? "" : fmt::format("{}", p.frame), p.yawDeg, p.pitchDeg, p.rollDeg, d.box.x,
                                  d.box.y, d.box.width, d.box.height);
    for (const Point2& l : d.landmarks) row += fmt::format(",{:.2f},{:.2f}", l.x, l.y);
    for (const bool v : truth.visible) row += v ? ",1" : ",0";
    const Lighting& light = p.lighting;
    const float key = luminance(light.colour), around = 0.5F * (luminance(light.sky) + luminance(light.ground));
    const float flat = std::sqrt(square(light.direction.x) + square(light.direction.z));
    const double azimuth = degrees(static_cast<double>(light.direction.x), static_cast<double>(light.direction.z));
    const double elevation = degrees(static_cast<double>(light.direction.y), static_cast<double>(flat));
    const float onFace = (key * std::max(0.0F, 0.3F + 0.7F * light.direction.z) + around) * p.camera.exposure;
    row += fmt::format(",{:.2f},{:.3f},{:.3f},{:.2f},{:.4f},{},{:.3f},{:.1f},{:.1f},{:.3f},{:.3f},{:.3f},{}",
                       truth.interEyePixels * p.camera.resolution, p.camera.focusBlur, p.camera.motionLength, p.camera.noise,
                       truth.occluded, toString(p.occluder), onFace, azimuth, elevation, key / (key + around),
                       p.camera.contrast, p.camera.exposure, p.camera.jpegQuality);
    row +=
        fmt::format(",{},{:.3f},{:.3f},{:.3f},{},{},{:.4f},{:.4f},{:.4f}", toString(p.expression.name), p.expression.smile,
                    std::max(p.expression.jawOpen, 0.3F * p.expression.lipsApart), p.expression.eyeClosing,
                    toString(p.hairStyle), toString(p.beard), id.melanin, id.masculinity, id.age);
    if (strength)
        row += fmt::format(",{:.2f},{}_{}{:02d}", *strength, identityName(id.index), p.still ? "s" : "v",
                           p.still ? p.image : p.video);
    return row + '\n';
}

}  // namespace synthesis
}  // namespace facespace
