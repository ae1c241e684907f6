#include "core/synthesis/albedo.h"
#include "core/synthesis/random.h"
#include "core/synthesis/sampler.h"

namespace facespace::synthesis {
namespace {

Vec3 drawColour(Random& random, float value) {
    const Vec3 c{random.uniform(0.2F, 1.0F), random.uniform(0.2F, 1.0F), random.uniform(0.2F, 1.0F)};
    const float grey = (c.x + c.y + c.z) / 3.0F;
    return mix(Vec3{grey, grey, grey}, c, random.uniform(0.1F, 0.9F)) * value;
}

Lighting drawLighting(Random& random) {
    Lighting light;
    const int kind = random.pick({0.42F, 0.30F, 0.13F, 0.15F});  // indoor, overcast, sun, strong side light
    const float azimuth =
        (kind == 3 ? (random.chance(0.5F) ? 1.0F : -1.0F) * random.uniform(50, 95) : random.normal(2.2F) * 32.0F) * kDegree;
    const float elevation = (kind == 2 ? random.uniform(30, 65) : random.uniform(0, 55)) * kDegree;
    light.direction = normalised({sinF(azimuth) * cosF(elevation), sinF(elevation), cosF(azimuth) * cosF(elevation)});
    const float warm = random.uniform(-1, 1);
    const std::array<float, 4> key{0.95F, 0.6F, 1.35F, 1.2F}, fill{0.42F, 0.66F, 0.36F, 0.2F};
    const auto k = static_cast<std::size_t>(kind);
    const float strength = key[k] * random.uniform(0.8F, 1.2F), around = fill[k] * random.uniform(0.75F, 1.25F);
    light.colour = Vec3{1.0F + 0.10F * warm, 1.0F, 1.0F - 0.16F * warm} * strength;
    light.sky = Vec3{1.0F - 0.05F * warm, 1.0F, 1.0F + 0.06F * warm} * (around * 1.15F);
    light.ground = Vec3{1.0F, 0.93F, 0.86F} * (around * random.uniform(0.35F, 0.7F));
    light.softness = kind == 2 ? random.uniform(0.0F, 0.35F) : random.uniform(0.35F, 1.0F);
    return light;
}

Expression drawExpression(Random& random, bool still) {
    Expression e;
    const int kind = random.pick(
        {0.36F, still ? 0.28F : 0.16F, still ? 0.14F : 0.08F, still ? 0.04F : 0.16F, 0.06F, 0.06F, 0.03F, 0.04F});
    e.name = static_cast<ExpressionName>(kind);
    const float s = random.uniform(0.45F, 1.0F);
    switch (e.name) {
        case ExpressionName::kSmile:
            e.smile = s;
            e.squint = 0.35F * s;
            e.lipsApart = random.chance(0.5F) ? random.uniform(0.3F, 1.0F) : 0.0F;
            break;
        case ExpressionName::kLaugh:
            e.smile = 0.6F + 0.4F * s;
            e.squint = 0.6F * s;
            e.lipsApart = 1.0F;
            e.jawOpen = 0.35F * s;
            break;
        case ExpressionName::kOpenMouth:
            e.jawOpen = 0.7F * s;
            e.lipsApart = 0.5F;
            break;
        case ExpressionName::kBrowRaise:
            e.browRaise = s;
            break;
        case ExpressionName::kFrown:
            e.browFrown = s;
            e.squint = 0.3F * s;
            break;
        case ExpressionName::kEyesClosed:
            e.eyeClosing = 1.0F;
            break;
        case ExpressionName::kPout:
            e.pout = s;
            break;
        case ExpressionName::kNeutral:
        case ExpressionName::kCount:
            e.smile = random.uniform(0.0F, 0.15F);
            break;
    }
    if (e.name != ExpressionName::kEyesClosed) e.eyeClosing = std::max(0.0F, 0.12F * random.normal());
    return e;
}

void drawOccluder(ImageParameters& image, Random& random, bool spectacles) {
    if (random.chance(spectacles ? 0.75F : 0.03F))
        image.occluder = Occluder::kGlasses;
    else if (random.chance(0.17F))
        image.occluder = static_cast<Occluder>(1 + random.pick({0.0F, 0.22F, 0.16F, 0.12F, 0.14F, 0.16F, 0.10F, 0.10F}));
    image.occluderStyle = random.uniform();
    image.occluderPosition = random.uniform();
    image.occluderColour = drawColour(random, random.uniform(0.04F, 0.7F));
    image.occluderSeed = random.bits() & 0xFFFFU;
}

void drawPose(ImageParameters& image, Random& random, bool still) {
    const float wide = still ? 0.12F : 0.26F;
    image.yawDeg =
        random.chance(wide) ? random.uniform(-90, 90) : std::clamp(random.normal() * (still ? 22.0F : 30.0F), -90.0F, 90.0F);
    image.pitchDeg =
        random.chance(0.1F) ? random.uniform(-40, 40) : std::clamp(random.normal() * 10.0F - 1.0F, -40.0F, 40.0F);
    image.rollDeg = std::clamp(random.normal() * (still ? 5.0F : 7.0F), -30.0F, 30.0F);
    image.gazeX = random.normal() * 7.0F - 0.25F * image.yawDeg * random.uniform();
    image.gazeY = random.normal() * 3.5F;
}

void drawCamera(ImageParameters& image, Random& random) {
    CameraEffects& c = image.camera;
    const float bad = image.still ? 0.25F : 1.0F;
    if (random.chance(image.still ? 0.15F : 0.35F)) c.focusBlur = random.uniform(0.3F, 0.5F + 1.6F * bad);
    c.resolution = random.chance(image.still ? 0.12F : 0.55F) ? random.uniform(image.still ? 0.45F : 0.22F, 0.95F) : 1.0F;
    c.noise = random.uniform(0.3F, 2.0F) +
              (random.chance(image.still ? 0.15F : 0.4F) ? random.uniform(2.0F, 10.0F) * (0.5F + 0.5F * bad) : 0.0F);
    c.contrast = std::clamp(1.0F + 0.12F * random.normal() - (random.chance(0.08F) ? 0.3F : 0.0F), 0.45F, 1.35F);
    c.exposure = expF(0.22F * random.normal() - 0.03F);
    c.whiteBalance = {1.0F + 0.05F * random.normal(), 1.0F, 1.0F + 0.06F * random.normal()};
    c.jpegQuality = image.still ? random.integer(72, 96) : random.integer(30, 85);
}

void drawSetting(ImageParameters& image, const IdentityParameters& identity, Random& random, bool spectacles) {
    const auto other = static_cast<std::size_t>(random.chance(0.3F) ? 1 : 0);
    image.hairStyle = identity.hairStyles[other];
    image.hairVariation = random.uniform(-1, 1);
    image.beard = identity.beardStyles[static_cast<std::size_t>(random.chance(0.3F) ? 1 : 0)];
    image.beardAmount = image.beard == BeardStyle::kNone
                            ? 0.0F
                            : clamp01(std::max(image.beard == BeardStyle::kMoustache ? 0.7F : 0.0F, identity.beardDensity) *
                                      random.uniform(0.65F, 1.15F));
    image.tan = 0.05F * random.normal(2.0F);
    image.lighting = drawLighting(random);
    image.clothing = drawColour(random, random.uniform(0.03F, 0.75F));
    image.clothing2 = random.chance(0.5F) ? image.clothing * 0.8F : drawColour(random, random.uniform(0.1F, 0.8F));
    image.neckline = random.uniform();
    image.backgroundSeed = random.bits() & 0xFFFFFFU;
    const float bright = random.uniform(0.03F, 0.65F);
    image.backgroundColour = mix(Vec3{0.6F, 0.6F, 0.6F} * bright, drawColour(random, bright), 0.6F);
    image.backgroundColour2 = mix(image.backgroundColour, drawColour(random, bright), 0.7F * random.uniform());
    image.backgroundDetail = random.chance(0.2F) ? 0.0F : random.uniform();
    image.distance = random.uniform(750, 2400);
    image.scale = random.uniform(0.42F, 0.53F);
    image.offsetX = 0.02F * random.normal();
    image.offsetY = 0.02F * random.normal();
    drawPose(image, random, image.still);
    image.expression = drawExpression(random, image.still);
    drawOccluder(image, random, spectacles);
    drawCamera(image, random);
}

/// A wave that makes a video's pose drift smoothly.
struct Drift {
    float amplitude, speed, phase;
    static Drift draw(Random& random, float amplitude) {
        return {amplitude * random.normal(), random.uniform(0.25F, 0.8F), random.uniform(0.0F, 6.28F)};
    }
    float at(int frame) const { return amplitude * sinF(phase + speed * static_cast<float>(frame)); }
};

void drawFrames(std::vector<ImageParameters>& images, const ImageParameters& start, int frames, Random& random) {
    const Drift yaw = Drift::draw(random, 22), pitch = Drift::draw(random, 8), roll = Drift::draw(random, 4),
                smile = Drift::draw(random, 0.25F),
                jaw = Drift::draw(random, start.expression.name == ExpressionName::kOpenMouth ? 0.3F : 0.04F),
                lookX = Drift::draw(random, 5), moveX = Drift::draw(random, 0.015F), moveY = Drift::draw(random, 0.012F);
    for (int f = 0; f < frames; ++f) {
        ImageParameters image = start;
        image.frame = f;
        const float before = yaw.at(f - 1);
        image.yawDeg = std::clamp(start.yawDeg + yaw.at(f), -90.0F, 90.0F);
        image.pitchDeg = std::clamp(start.pitchDeg + pitch.at(f), -40.0F, 40.0F);
        image.rollDeg = std::clamp(start.rollDeg + roll.at(f), -35.0F, 35.0F);
        image.gazeX += lookX.at(f);
        image.offsetX += moveX.at(f);
        image.offsetY += moveY.at(f);
        Expression& e = image.expression;
        e.smile = clamp01(e.smile + smile.at(f) * (e.smile > 0.2F ? 1.0F : 0.3F));
        e.jawOpen = clamp01(e.jawOpen + jaw.at(f));
        if (e.jawOpen > 0.0F) e.lipsApart = std::max(e.lipsApart, std::min(1.0F, e.jawOpen * 3.0F));
        if (random.chance(0.05F)) e.eyeClosing = 1.0F;  // a blink
        const float speed = std::abs(yaw.at(f) - before);
        if (random.chance(0.5F)) image.camera.motionLength = std::min(9.0F, 0.42F * speed * random.uniform(0.3F, 1.2F));
        image.camera.motionAngle = 0.3F * random.normal();
        image.camera.focusBlur = std::max(0.0F, image.camera.focusBlur + 0.1F * random.normal());
        images.push_back(image);
    }
}

}  // namespace

std::vector<ImageParameters> drawImages(const IdentityParameters& identity, std::uint64_t seed, int count,
                                        int longestVideo) {
    Random random(seed, 0x2A000000ULL + static_cast<std::uint64_t>(identity.index), 1);
    const bool spectacles = random.chance(0.22F);
    std::vector<ImageParameters> images;
    const int stills = static_cast<int>(0.2F * static_cast<float>(count) + random.uniform());
    int video = 0;
    while (static_cast<int>(images.size()) < count) {
        ImageParameters image;
        const int left = count - static_cast<int>(images.size());
        if (static_cast<int>(images.size()) < stills) {
            drawSetting(image, identity, random, spectacles);
            images.push_back(image);
            continue;
        }
        image.still = false;
        image.video = video++;
        drawSetting(image, identity, random, spectacles);
        drawFrames(images, image, std::min(left, random.integer(std::min(kShortestVideo, longestVideo), longestVideo)),
                   random);
    }
    for (std::size_t i = 0; i < images.size(); ++i) {
        images[i].image = static_cast<int>(i);
        images[i].noiseSeed = random.bits();
        images[i].jitterSeed = random.bits();
    }
    return images;
}

ImageParameters drawImage(const IdentityParameters& identity, std::uint64_t seed, int count, int image) {
    return drawImages(identity, seed, count).at(static_cast<std::size_t>(image));
}

ImageParameters plainImage(const IdentityParameters& identity) {
    ImageParameters image;
    image.hairStyle = identity.hairStyles[0];
    image.beard = identity.beardStyles[0];
    image.beardAmount = image.beard == BeardStyle::kNone ? 0.0F : identity.beardDensity;
    image.lighting.direction = normalised({-0.45F, 0.55F, 0.75F});
    image.lighting.colour = {0.98F, 0.95F, 0.90F};
    image.lighting.sky = {0.48F, 0.50F, 0.53F};
    image.lighting.ground = {0.24F, 0.22F, 0.20F};
    image.clothing = Vec3{0.09F, 0.12F, 0.17F};
    image.clothing2 = Vec3{0.07F, 0.10F, 0.14F};
    image.expression.smile = 0.1F;
    image.neckline = 0.5F;
    image.backgroundColour = {0.40F, 0.43F, 0.46F};
    image.backgroundColour2 = {0.26F, 0.28F, 0.30F};
    image.distance = 1300;
    image.scale = 0.45F;
    return image;
}

}  // namespace facespace::synthesis
