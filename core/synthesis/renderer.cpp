#include "core/synthesis/renderer.h"

#include "core/synthesis/accessories.h"
#include "core/synthesis/background.h"
#include "core/synthesis/camera.h"
#include "core/synthesis/ears.h"
#include "core/synthesis/face_truth.h"
#include "core/synthesis/hair.h"
#include "core/synthesis/head_grid.h"
#include "core/synthesis/lighting.h"
#include "core/synthesis/scene_transform.h"
#include "core/synthesis/strand_noise.h"

namespace facespace::synthesis {
namespace {

Vec3 clampedGaze(const Mat3& head, const ImageParameters& image, Vec3 eye, float cameraDistance) {
    // Between the camera and straight ahead: eyes turn with the head, but not all the way.
    Vec3 want = normalised(mix(normalised(Vec3{0, 0, cameraDistance} - eye), Vec3{head.r0.z, head.r1.z, head.r2.z}, 0.6F));
    want = normalised(want + Vec3{sinF(image.gazeX * kDegree), sinF(image.gazeY * kDegree), 0});
    Vec3 g = transposeTimes(head, want);  // head frame
    g.z = std::max(g.z, 0.3F);
    g = normalised(g);
    g.x = std::clamp(g.x, -0.38F, 0.38F);
    g.y = std::clamp(g.y, -0.26F, 0.22F);
    g.z = std::sqrt(1.0F - g.x * g.x - g.y * g.y);
    return head * g;
}

}  // namespace

struct FaceModel::Scene {
    std::vector<Surface> surfaces;  ///< The head first.
    std::vector<std::vector<Vec3>> projected;
    std::size_t firstOccluder = 0;
    std::vector<bool> seeThrough;
    Pinhole camera;
    ShadeContext context;
};

FaceModel::FaceModel(IdentityParameters identity)
    : identity_(std::move(identity)),
      neutral_(neutralShape(identity_)),
      occlusion_(ambientOcclusion(neutral_.positions)),
      skin_(paintSkin(identity_)) {}
FaceModel::~FaceModel() = default;

const SkinTexture& FaceModel::skin(BeardStyle beard) {
    if (beard != painted_) paintBeard(skin_, identity_, beard);
    painted_ = beard;
    return skin_;
}

void FaceModel::buildScene(Scene& scene, const ImageParameters& image, int size) {
    const HeadGrid& grid = headGrid();
    HeadShape shape = neutral_;
    applyExpression(shape, identity_, image.expression);
    const SceneTransform transform(image);

    Surface head;
    head.material = Material::kHead;
    head.triangles = &grid.triangles;
    head.sharedLocal = &grid.canonical;
    head.occlusion = occlusion_;
    if (coversScalp(image.hairStyle) && image.hairStyle != HairStyle::kBuzz) head.skip = &grid.scalpTriangle;
    head.positions.resize(shape.positions.size());
    for (std::size_t v = 0; v < shape.positions.size(); ++v)
        head.positions[v] = transform.blended(shape.positions[v], grid.canonical[v].y);
    gridNormals(head.positions, grid.rows, kColumns, true, head.normals);
    scene.surfaces.push_back(std::move(head));

    const auto place = [&](Surface&& s, bool blend) {
        for (std::size_t v = 0; v < s.positions.size(); ++v) {
            const float y = s.positions[v].y;
            s.positions[v] = blend ? transform.blended(s.positions[v], y) : transform.head(s.positions[v]);
            s.normals[v] = transform.headRotation() * s.normals[v];
            if (!s.tangents.empty()) s.tangents[v] = transform.headRotation() * s.tangents[v];
        }
        scene.surfaces.push_back(std::move(s));
    };
    if (!hidesEars(image.hairStyle))
        for (const float side : {1.0F, -1.0F}) place(makeEar(identity_, shape, side), false);
    for (Surface& s : makeHair(identity_, image, shape)) place(std::move(s), false);
    scene.firstOccluder = scene.surfaces.size();
    scene.seeThrough.assign(scene.surfaces.size(), false);
    for (Accessory& a : makeAccessories(identity_, image, shape)) {
        scene.seeThrough.push_back(a.seeThrough);
        if (a.cameraFrame)
            scene.surfaces.push_back(std::move(a.surface));
        else
            place(std::move(a.surface), true);
    }

    const auto samples = static_cast<float>(size * kSupersampling);
    scene.camera.distance = image.distance;
    scene.camera.focal = image.scale * samples * image.distance / kFaceHeight;
    scene.camera.centreX = samples * (0.5F + image.offsetX);
    scene.camera.centreY = samples * (0.5F + image.offsetY);
    for (const Surface& s : scene.surfaces) {
        auto& projected = scene.projected.emplace_back();
        projected.reserve(s.positions.size());
        for (const Vec3& p : s.positions) projected.push_back(scene.camera.project(p));
    }

    ShadeContext& c = scene.context;
    c.identity = &identity_;
    c.image = &image;
    c.skin = &skin(image.beard);
    c.eye = eyeOpening(identity_, image.expression, image.pitchDeg < 0 ? 4.0F : -image.pitchDeg * 0.3F);
    c.head = transform.headRotation();
    c.rightEye = transform.head(shape.rightEye);
    c.leftEye = transform.head(shape.leftEye);
    c.rightGaze = clampedGaze(c.head, image, c.rightEye, image.distance);
    c.leftGaze = clampedGaze(c.head, image, c.leftEye, image.distance);
    c.eyeRadius = shape.eyeRadius;
    c.cameraDistance = image.distance;
}

namespace {

/// Draws surfaces first … last into the buffer.
void drawSurfaces(FrameBuffer& buffer, const std::vector<Surface>& surfaces, const std::vector<std::vector<Vec3>>& projected,
                  std::size_t first, std::size_t last) {
    for (std::size_t s = first; s < last; ++s) {
        const Surface& surface = surfaces[s];
        const auto number = static_cast<std::uint32_t>(s);
        if (surface.material == Material::kHair) {
            const auto& list = surface.list();
            const StrandNoise& noise = StrandNoise::instance();
            const float wave = surface.colour2.x, ragged = surface.colour2.y;
            std::size_t known = list.size();
            Vec3 a, b, c;
            buffer.draw(surface, number, projected[s], [&](std::size_t t, float b0, float b1, float b2) {
                if (t != known) {  // a new triangle
                    known = t;
                    a = surface.local[list[t][0]], b = surface.local[list[t][1]], c = surface.local[list[t][2]];
                    if (std::max(a.x, std::max(b.x, c.x)) > 90.0F)  // strand numbers wrap around
                        for (Vec3* v : {&a, &b, &c})
                            if (v->x < 10.0F) v->x += 100.0F;
                }
                return noise.filled(a.x * b0 + b.x * b1 + c.x * b2, a.y * b0 + b.y * b1 + c.y * b2, surface.coverage, wave,
                                    ragged);
            });
        } else if (surface.inside != nullptr) {
            const auto& list = surface.list();
            const auto& local = surface.locals();
            buffer.draw(surface, number, projected[s], [&](std::size_t t, float b0, float b1, float b2) {
                return surface.inside(local[list[t][0]] * b0 + local[list[t][1]] * b1 + local[list[t][2]] * b2);
            });
        } else {
            buffer.draw(surface, number, projected[s], [](std::size_t, float, float, float) { return true; });
        }
    }
}

class Shader {
  public:
    Shader(const std::vector<Surface>& surfaces, const std::vector<std::vector<Vec3>>& projected,
           const ShadeContext& context)
        : surfaces_(surfaces), projected_(projected), context_(context) {}

    Vec3 sample(std::uint32_t owner, float x, float y) const {
        const std::uint32_t s = FrameBuffer::surfaceOf(owner), t = FrameBuffer::triangleOf(owner);
        const Surface& surface = surfaces_[s];
        const Triangle& tri = surface.list()[t];
        Fragment f;
        f.surface = &surface;
        f.triangle = t;
        f.weights = weightsAt(projected_[s][tri[0]], projected_[s][tri[1]], projected_[s][tri[2]], x, y);
        const auto [b0, b1, b2] = f.weights;
        const auto lerp = [&](const std::vector<Vec3>& v) { return v[tri[0]] * b0 + v[tri[1]] * b1 + v[tri[2]] * b2; };
        f.position = lerp(surface.positions);
        f.view = normalised(Vec3{-f.position.x, -f.position.y, context_.cameraDistance - f.position.z});
        f.normal = normalised(lerp(surface.normals));
        if (surface.twoSided && dot(f.normal, f.view) < 0.0F) f.normal = f.normal * -1.0F;
        if (!surface.tangents.empty()) f.tangent = normalised(lerp(surface.tangents));
        const auto& local = surface.locals();
        if (!local.empty()) {
            f.local = lerp(local);
            if (surface.material == Material::kHair &&
                std::max(local[tri[0]].x, std::max(local[tri[1]].x, local[tri[2]].x)) > 90.0F) {
                f.local.x = 0;
                for (const auto& [i, b] : {std::pair{tri[0], b0}, {tri[1], b1}, {tri[2], b2}})
                    f.local.x += (local[i].x < 10.0F ? local[i].x + 100.0F : local[i].x) * b;
            }
        }
        if (!surface.occlusion.empty())
            f.occlusion =
                clamp01(surface.occlusion[tri[0]] * b0 + surface.occlusion[tri[1]] * b1 + surface.occlusion[tri[2]] * b2);
        return shade(context_, f);
    }

    bool hair(std::uint32_t owner) const { return surfaces_[FrameBuffer::surfaceOf(owner)].material == Material::kHair; }

    /// True where one shading per pixel is not enough: thin detail and hard edges inside a surface.
    bool detailed(std::uint32_t owner) const {
        const std::uint32_t s = FrameBuffer::surfaceOf(owner);
        if (surfaces_[s].material != Material::kHead) return false;
        const Vec3 c = surfaces_[s].locals()[surfaces_[s].list()[FrameBuffer::triangleOf(owner)][0]];
        const float a = std::abs(c.x);
        return c.z > 40.0F &&
               ((std::abs(c.y) < 12.0F && std::abs(a - kEyeX) < 18.0F) || (std::abs(c.y + 60.0F) < 7.0F && a < 28.0F));
    }

  private:
    const std::vector<Surface>& surfaces_;
    const std::vector<std::vector<Vec3>>& projected_;
    const ShadeContext& context_;
};

void shadePixels(std::vector<Vec3>& light, int size, const FrameBuffer& buffer, const Shader& shader) {
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            std::array<std::uint32_t, 4> owner{};
            int covered = 0, hair = 0;
            bool same = true, detailed = false;
            for (int k = 0; k < 4; ++k) {
                const auto i = static_cast<std::size_t>(k);
                owner[i] = buffer.owner(2 * x + (k & 1), 2 * y + (k >> 1));
                if (owner[i] == FrameBuffer::kNothing) continue;
                ++covered;
                hair += shader.hair(owner[i]) ? 1 : 0;
                same = same && owner[0] != FrameBuffer::kNothing &&
                       FrameBuffer::surfaceOf(owner[i]) == FrameBuffer::surfaceOf(owner[0]);
                detailed = detailed || shader.detailed(owner[i]);
            }
            if (covered == 0) continue;
            Vec3& out = light[static_cast<std::size_t>(y * size + x)];
            const auto at = [&](int k) {
                return shader.sample(owner[static_cast<std::size_t>(k)], static_cast<float>(2 * x + (k & 1)) + 0.5F,
                                     static_cast<float>(2 * y + (k >> 1)) + 0.5F);
            };
            if (hair == 4) {  // strands: two of the four samples tell enough
                out = (at(0) + at(3)) * 0.5F;
            } else if (covered == 4 && same && !detailed) {
                out = shader.sample(owner[0], static_cast<float>(2 * x) + 0.5F, static_cast<float>(2 * y) + 0.5F);
            } else {
                Vec3 sum = out * static_cast<float>(4 - covered);
                for (int k = 0; k < 4; ++k)
                    if (owner[static_cast<std::size_t>(k)] != FrameBuffer::kNothing) sum += at(k);
                out = sum * 0.25F;
            }
        }
}

}  // namespace

RenderedFace FaceModel::render(const ImageParameters& image, int size) {
    Scene scene;
    buildScene(scene, image, size);
    ShadowMap shadow(image.lighting.direction);
    Surface coarse;
    coarse.triangles = &coarseHead();
    coarse.positions = scene.surfaces[0].positions;
    shadow.draw(coarse);
    for (std::size_t s = 1; s < scene.surfaces.size(); ++s)
        if (scene.surfaces[s].castsShadow) shadow.draw(scene.surfaces[s]);
    scene.context.shadow = &shadow;

    RenderedFace face;
    FrameBuffer buffer(size * kSupersampling, size * kSupersampling);
    // The head first: it is quick to draw, and hides the far side of the hair, which is not.
    drawSurfaces(buffer, scene.surfaces, scene.projected, 0, scene.firstOccluder);
    const int before = visibleFace(buffer);
    drawSurfaces(buffer, scene.surfaces, scene.projected, scene.firstOccluder, scene.surfaces.size());
    const int after = visibleFace(buffer);
    face.truth.occluded = before > 0 ? 1.0F - static_cast<float>(after) / static_cast<float>(before) : 0.0F;
    face.truth.box = faceBox(scene.projected[0]);
    face.truth.interEyePixels =
        length(neutral_.rightEye - neutral_.leftEye) * scene.camera.focal / image.distance / kSupersampling;
    findLandmarks(face.truth, buffer, scene.projected[0]);

    std::vector<Vec3> light = paintBackground(image, size);
    shadePixels(light, size, buffer, Shader(scene.surfaces, scene.projected, scene.context));
    face.image = develop(std::move(light), size, image.camera, image.noiseSeed);
    return face;
}

Image render(const IdentityParameters& identity, const ImageParameters& image, int size) {
    return FaceModel(identity).render(image, size).image;
}

}  // namespace facespace::synthesis
