#pragma once
#include "core/synthesis/albedo.h"
#include "core/synthesis/raster.h"
#include "core/synthesis/skin_features.h"

namespace facespace::synthesis {

/// A point of a surface as the shading sees it; camera frame.
struct Fragment {
    const Surface* surface = nullptr;
    std::uint32_t triangle = 0;
    Weights weights{};
    Vec3 position, normal, tangent, local, view;
    float occlusion = 1;
};

/// Everything that shading needs to know about the picture.
struct ShadeContext {
    const IdentityParameters* identity = nullptr;
    const ImageParameters* image = nullptr;
    const SkinTexture* skin = nullptr;
    const ShadowMap* shadow = nullptr;
    EyeOpening eye{};
    Mat3 head;                 ///< Head frame to camera frame.
    Vec3 rightEye, leftEye;    ///< Camera frame.
    Vec3 rightGaze, leftGaze;  ///< Unit vectors, camera frame.
    float eyeRadius = kEyeRadiusDefault;
    float cameraDistance = 1000;
    float hairWave = 0;
    static constexpr float kEyeRadiusDefault = 14.5F;
};

/// Light leaving the fragment towards the camera, linear RGB.
Vec3 shade(const ShadeContext& context, const Fragment& fragment);

/// Parts of `shade`, in files of their own.
Vec3 shadeSkin(const ShadeContext& context, const Fragment& f, Vec3 albedo, float gloss);
Vec3 shadeMatte(const ShadeContext& context, const Fragment& f, Vec3 albedo, float gloss);
Vec3 shadeEye(const ShadeContext& context, const Fragment& f, float x, float y, bool right);
Vec3 shadeMouth(const ShadeContext& context, const Fragment& f);

}  // namespace facespace::synthesis
