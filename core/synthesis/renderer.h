#pragma once
#include <array>

#include "core/dataset/image_set.h"
#include "core/image/image.h"
#include "core/synthesis/albedo.h"
#include "core/synthesis/head_shape.h"
#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// What is known about a rendered image besides its parameters. Pixels of the image.
struct FaceTruth {
    Landmarks landmarks{};          ///< Exact projections: the iris, nose tip and mouth corners.
    std::array<bool, 5> visible{};  ///< Nothing, nor the head itself, hides the point, and it is in the picture.
    FaceBox box;                    ///< Around the projected face (brow to chin), hidden parts included.
    float interEyePixels = 0;       ///< Distance of the pupils on the image if the face were frontal.
    float occluded = 0;             ///< Part of the face's visible surface that an occluder hides, 0 … 1.
};

struct RenderedFace {
    Image image;
    FaceTruth truth;
};

/// One identity, ready to be rendered many times. Not thread-safe: one per thread.
class FaceModel {
  public:
    explicit FaceModel(IdentityParameters identity);
    ~FaceModel();
    const IdentityParameters& identity() const { return identity_; }
    const HeadShape& neutral() const { return neutral_; }

    /// Renders size × size pixels (64 … 512).
    RenderedFace render(const ImageParameters& image, int size);

  private:
    struct Scene;
    const SkinTexture& skin(BeardStyle beard);
    void buildScene(Scene& scene, const ImageParameters& image, int size);

    IdentityParameters identity_;
    HeadShape neutral_;
    std::vector<float> occlusion_;
    SkinTexture skin_;
    BeardStyle painted_ = BeardStyle::kNone;  ///< Beard in skin_.
};

/// Convenience for one image.
Image render(const IdentityParameters& identity, const ImageParameters& image, int size = 128);

}  // namespace facespace::synthesis
