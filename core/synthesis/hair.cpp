#include "core/synthesis/hair.h"

#include "core/synthesis/albedo.h"
#include "core/synthesis/head_grid.h"

namespace facespace::synthesis {
namespace {

constexpr int kStrandColumns = 84;
constexpr int kStrandRows = 26;

/// How a style looks: thicknesses in millimetres, lengths as heights (canonical y) where the hair ends.
struct StyleForm {
    float top, side, back;   ///< Thickness.
    float fringeEnd;         ///< Hair over the forehead ends here; ≥ 60 means no fringe.
    float sideEnd, backEnd;  ///< Below the hair line: falls to this height; > 0 means the natural hair line.
    float fall;              ///< Angle from the front beyond which hair falls freely.
    float lift;              ///< Hair rises at the front hair line.
    float curl;              ///< Added waviness 0 … 1.
    bool tucked;             ///< Hair passes behind the ear.
};

StyleForm formOf(HairStyle style) {
    switch (style) {
        case HairStyle::kBuzz:
            return {3.5F, 2.5F, 2.5F, 90, 10, 10, 180, 0, 0, true};
        case HairStyle::kShortSide:
            return {17, 4.5F, 6, 90, 10, 10, 180, 5, 0, true};
        case HairStyle::kCrop:
            return {13, 4.5F, 6, 46, 10, 10, 180, 0, 0.15F, true};
        case HairStyle::kSweptBack:
            return {14, 6, 9, 90, 10, 10, 180, 6, 0, true};
        case HairStyle::kCurlyShort:
            return {22, 10, 12, 56, 10, 10, 180, 3, 0.9F, true};
        case HairStyle::kAfro:
            return {44, 38, 40, 90, 10, 10, 180, 10, 1, true};
        case HairStyle::kPixie:
            return {14, 9, 9, 36, -24, -60, 62, 0, 0.1F, true};
        case HairStyle::kBob:
            return {15, 13, 14, 90, -92, -98, 60, 4, 0.1F, false};
        case HairStyle::kLong:
            return {13, 11, 12, 90, -205, -240, 60, 3, 0.1F, false};
        case HairStyle::kLongWavy:
            return {17, 16, 16, 90, -190, -220, 58, 5, 0.6F, false};
        case HairStyle::kBun:
            return {8, 5, 7, 90, 10, 10, 180, 1, 0, true};
        case HairStyle::kFringeLong:
            return {13, 12, 12, 30, -195, -230, 58, 0, 0.15F, false};
        case HairStyle::kBald:
        case HairStyle::kShaved:
        case HairStyle::kCount:
            break;
    }
    return {0, 0, 0, 90, 10, 10, 180, 0, 0, true};
}

/// Position and normal on the head at a fractional row and column.
struct HeadSampler {
    const std::vector<Vec3>& positions;
    std::vector<Vec3> normals;
    explicit HeadSampler(const HeadShape& shape) : positions(shape.positions) {
        gridNormals(positions, headGrid().rows, kColumns, true, normals);
    }
    Vec3 at(const std::vector<Vec3>& values, float row, float column) const {
        const HeadGrid& grid = headGrid();
        row = std::clamp(row, 0.0F, static_cast<float>(grid.rows) - 1.001F);
        const int r = static_cast<int>(row), c = static_cast<int>(column);
        const float fr = row - static_cast<float>(r), fc = column - static_cast<float>(c);
        const int c0 = c % kColumns, c1 = (c + 1) % kColumns;
        return mix(mix(values[grid.index(r, c0)], values[grid.index(r, c1)], fc),
                   mix(values[grid.index(r + 1, c0)], values[grid.index(r + 1, c1)], fc), fr);
    }
};

/// Degrees from the front, −180 … 180.
float strandAngle(int k) {
    const float angle = 360.0F * static_cast<float>(k) / kStrandColumns;
    return angle > 180.0F ? angle - 360.0F : angle;
}

/// Fractional column of the head grid at an angle from the front (sign: side).
float columnAt(float angleDeg) {
    const float a = std::abs(angleDeg);
    float low = 0, high = kHalfFrontColumns + kHalfBackColumns;
    for (int i = 0; i < 20; ++i) {
        const float mid = 0.5F * (low + high);
        (columnAngleDeg(mid) < a ? low : high) = mid;
    }
    return angleDeg >= 0 ? low : static_cast<float>(kColumns) - std::max(low, 1e-3F);
}

/// columnAt() of every strand.
float strandColumn(int k) {
    static const std::vector<float> columns = [] {
        std::vector<float> all;
        for (int i = 0; i < kStrandColumns; ++i) all.push_back(columnAt(strandAngle(i)));
        return all;
    }();
    return columns[static_cast<std::size_t>(k)];
}

/// How far down the head the points of a strand lie, 0 … 1, if `rows` of them lie on it.
std::vector<float> downTheHead(int rows) {
    std::vector<float> down;
    for (int r = 0; r < rows; ++r) down.push_back(powF(static_cast<float>(r) / static_cast<float>(rows - 1), 0.85F));
    return down;
}

/// Fractional row where a column comes down to canonical height y.
float rowAt(float y, float column) {
    const HeadGrid& grid = headGrid();
    const int c = static_cast<int>(column) % kColumns;
    for (int r = 1; r < grid.rows; ++r) {
        const float above = grid.base[grid.index(r - 1, c)].y, below = grid.base[grid.index(r, c)].y;
        if (below <= y) return static_cast<float>(r - 1) + clamp01((above - y) / std::max(1e-3F, above - below));
    }
    return static_cast<float>(grid.rows - 1);
}

class HairBuilder {
  public:
    HairBuilder(const IdentityParameters& identity, const ImageParameters& image, const HeadShape& shape)
        : id_(identity), image_(image), form_(formOf(image.hairStyle)), head_(shape) {
        const float volume = 1.0F + 0.22F * id_.hairVolume + 0.14F * image.hairVariation;
        form_.top *= volume;
        form_.side *= volume;
        form_.back *= volume;
        if (image.occluder == Occluder::kHat) {  // pressed down by the hat
            form_.top = std::min(form_.top, 4.0F);
            form_.side = std::min(form_.side, 8.0F);
            form_.lift = 0;
        }
        if (form_.fringeEnd < 60.0F) form_.fringeEnd += 5.0F * image.hairVariation;
        wave_ = std::max(form_.curl, id_.hairWave * 0.7F);
    }

    /// Strand positions are linear in the layer's depth: two depths make all.
    void prepare() {
        const std::size_t count = static_cast<std::size_t>(kStrandRows * kStrandColumns);
        for (auto* points : {&scalp_, &surface_}) points->resize(count);
        local_.resize(count);
        for (int k = 0; k < kStrandColumns; ++k) {
            strand(scalp_, k, 0.0F);
            strand(surface_, k, 1.0F);
        }
        if (form_.sideEnd < 0.0F)
            for (auto* points : {&scalp_, &surface_}) easeFall(*points);
    }
    Surface layer(float depth, float coverage) const {
        Surface s;
        static const std::vector<Triangle> triangles = gridTriangles(kStrandRows, kStrandColumns, true);
        s.material = Material::kHair;
        s.triangles = &triangles;
        s.twoSided = form_.sideEnd < 0.0F || coverage >= 1.0F;  // falling hair and the innermost layer are seen from inside
        s.coverage = coverage;
        s.local = local_;
        s.positions.resize(scalp_.size());
        for (std::size_t i = 0; i < scalp_.size(); ++i) {
            s.positions[i] = mix(scalp_[i], surface_[i], depth);
            s.local[i].z = depth;
        }
        s.occlusion.assign(scalp_.size(), 0.55F + 0.45F * smoothStep(0.5F, 1.0F, depth));
        gridNormals(s.positions, kStrandRows, kStrandColumns, true, s.normals);
        tangents(s);
        return s;
    }
    float ragged() const { return form_.sideEnd < 0.0F ? 0.55F : (form_.fringeEnd < 60.0F ? 1.3F : 0.8F); }
    float wave() const { return wave_; }

  private:
    /// End height of the hair at an angle, and whether it goes beyond the natural hair line.
    float endHeight(float angle, float natural) const {
        float end = natural;
        const float front = smoothStep(58.0F, 44.0F, angle);
        if (form_.fringeEnd < 60.0F) end = mix(end, form_.fringeEnd - 5.0F * square(angle / 45.0F), front);
        return end;
    }
    float freeEnd(float angle) const {
        const float b = smoothStep(85.0F, 150.0F, angle);
        return mix(form_.sideEnd, form_.backEnd, b) + 12.0F * image_.hairVariation;
    }
    float thickness(float angle, float t) const {
        const float back = smoothStep(95.0F, 150.0F, angle), side = bump(square((angle - 86.0F) / 92.0F));
        float thick = mix(mix(form_.top, form_.side, smoothStep(0.40F, 0.75F, t) * side), form_.back,
                          back * smoothStep(0.3F, 0.8F, t));
        thick = std::max(thick, 0.0F);
        const float fringe = form_.fringeEnd < 60.0F ? smoothStep(58.0F, 40.0F, angle) : 0.0F;
        const float falls = angle > form_.fall ? 1.0F : 0.0F;
        const float edge = std::max(0.06F, std::max(fringe * 0.42F, falls * 0.8F));
        const float flat = smoothStep(78.0F, 48.0F, angle) * (1.0F - fringe);  // combed away from the forehead: no overhang
        const float taper =
            mix(smoothStep(1.04F, mix(0.50F, 0.78F, std::max(fringe, falls)), t), 1.0F - t * t * (0.45F + 0.55F * t), flat);
        const float lift = form_.lift * bump(square((t - 0.76F) / 0.45F)) * smoothStep(64.0F, 30.0F, angle);
        return 1.0F + thick * mix(edge, 1.0F, taper) + lift;
    }
    /// The parting is a furrow along the top of the head.
    float furrow(Vec3 onHead) const {
        if (wave_ > 0.75F || onHead.y < 50.0F || onHead.z < -40.0F) return 1.0F;
        return 1.0F - 0.55F * bump(square((onHead.x - 34.0F * id_.parting) / 9.0F)) * smoothStep(-40.0F, 0.0F, onHead.z);
    }
    void strand(std::vector<Vec3>& points, int k, float depth);
    void easeFall(std::vector<Vec3>& points) const;
    void tangents(Surface& s) const;

    const IdentityParameters& id_;
    const ImageParameters& image_;
    StyleForm form_;
    HeadSampler head_;
    float wave_ = 0;
    std::vector<Vec3> scalp_, surface_, local_;
};

void HairBuilder::strand(std::vector<Vec3>& points, int k, float depth) {
    const float angle = strandAngle(k), a = std::abs(angle), column = strandColumn(k);
    const float natural = hairlineHeight(id_, a);
    const float end = endHeight(a, natural);
    const bool falls = a > form_.fall && form_.sideEnd < 0.0F;
    // Falling hair leaves the head a little above the ear.
    const float leave = falls ? std::max(natural, mix(24.0F, -10.0F, smoothStep(105.0F, 150.0F, a))) : end;
    const float lastRow = rowAt(leave, column);
    constexpr int kFallingRows = kStrandRows * 5 / 9;
    const int headRows = falls ? kFallingRows : kStrandRows;
    static const std::vector<float> kWhole = downTheHead(kStrandRows), kFalling = downTheHead(kFallingRows);
    const std::vector<float>& down = falls ? kFalling : kWhole;
    const std::uint32_t seed = id_.textureSeed + 77U;
    Vec3 direction{};
    for (int r = 0; r < kStrandRows; ++r) {
        const auto i = static_cast<std::size_t>(r * kStrandColumns + k);
        const float u =
            static_cast<float>((k + kStrandColumns / 2) % kStrandColumns) / kStrandColumns;  // the seam is at the back
        Vec3 p;
        float t = 0;
        if (r < headRows) {
            t = static_cast<float>(r) / static_cast<float>(headRows - 1);
            const float row = lastRow * down[static_cast<std::size_t>(r)];
            const Vec3 n = head_.at(head_.normals, row, column);
            const float lump = 1.0F + (0.10F + 0.35F * wave_) * (valueNoise(u * 21.0F, t * 6.0F, seed) - 0.5F) +
                               0.25F * wave_ * (valueNoise(u * 45.0F, t * 14.0F, seed + 1) - 0.5F);
            const Vec3 onHead = head_.at(head_.positions, row, column);
            p = onHead + n * (thickness(a, t) * lump * furrow(onHead) * depth);
            if (falls) t *= 0.55F;
        } else {
            const float f = static_cast<float>(r - headRows + 1) / static_cast<float>(kStrandRows - headRows);
            const float bottom = freeEnd(a);
            t = 0.55F + 0.45F * f;
            const float drop = (direction.y - bottom) * f;
            const float swing = wave_ * 6.0F * (valueNoise(u * 14.0F, f * 5.0F, seed + 2) - 0.5F);
            // Outwards over the ears, then in towards the neck, and out again over the shoulders.
            const float y = direction.y - drop;
            const float width = 86.0F + 5.0F * wave_ + 8.0F * smoothStep(-120.0F, -200.0F, y) + 9.0F * (depth - 0.9F) * 4.0F;
            const float angleRad = a * kDegree;
            Vec3 goal{sinF(angleRad) * width, y, -12.0F + cosF(angleRad) * (a < 90.0F ? 76.0F : 96.0F)};
            if (angle < 0) goal.x = -goal.x;
            const float blend = smoothStep(0.0F, 0.45F, f);
            p = mix(Vec3{direction.x, y, direction.z}, goal, blend);
            p.x += swing;
            p.z += swing * 0.6F;
        }
        if (r == headRows - 1) direction = p;
        points[i] = p;
        local_[i] = {u * 100.0F, t, depth};
    }
}

/// Takes the kink out of strands where they leave the head.
void HairBuilder::easeFall(std::vector<Vec3>& points) const {
    constexpr int kFirst = 6, kLast = kStrandRows - 3;
    for (int pass = 0; pass < 8; ++pass)
        for (int k = 0; k < kStrandColumns; ++k) {
            const int fromFront = std::min(k, kStrandColumns - k);
            if (360.0F * static_cast<float>(fromFront) / kStrandColumns <= form_.fall) continue;
            for (int r = kFirst; r <= kLast; ++r) {
                const auto at = [&](int row) -> Vec3& { return points[static_cast<std::size_t>(row * kStrandColumns + k)]; };
                at(r) = mix(at(r), (at(r - 1) + at(r + 1)) * 0.5F, 0.6F);
            }
        }
}

void HairBuilder::tangents(Surface& s) const {
    s.tangents.resize(s.positions.size());
    for (int r = 0; r < kStrandRows; ++r)
        for (int k = 0; k < kStrandColumns; ++k) {
            const auto at = [&](int row) { return s.positions[static_cast<std::size_t>(row * kStrandColumns + k)]; };
            const auto i = static_cast<std::size_t>(r * kStrandColumns + k);
            s.tangents[i] = normalised(at(std::min(r + 1, kStrandRows - 1)) - at(std::max(r - 1, 0)));
        }
}

}  // namespace

bool hidesEars(HairStyle style) {
    return style == HairStyle::kBob || style == HairStyle::kLong || style == HairStyle::kLongWavy ||
           style == HairStyle::kFringeLong;
}

bool coversScalp(HairStyle style) { return style != HairStyle::kBald && style != HairStyle::kShaved; }

std::vector<Surface> makeHair(const IdentityParameters& identity, const ImageParameters& image, const HeadShape& shape) {
    std::vector<Surface> layers;
    if (!coversScalp(image.hairStyle)) return layers;
    HairBuilder builder(identity, image, shape);
    builder.prepare();
    const bool thin = image.hairStyle == HairStyle::kBuzz;
    // Outermost first: what it hides need not be looked at in the others.
    constexpr std::array<Vec2, 3> kLayers{{{1.03F, 0.36F}, {0.86F, 0.62F}, {0.62F, 1.0F}}};
    for (const Vec2& l : kLayers) {
        Surface s = builder.layer(l.x, thin ? 0.55F * l.y : l.y);
        s.colour = mix(identity.hair, Vec3{0.42F, 0.41F, 0.40F}, identity.grey);
        s.gloss = 1.0F - builder.wave() * 0.6F;
        s.colour2 = {builder.wave(), builder.ragged(), 0};
        s.castsShadow = l.x > 0.8F && l.x < 1.0F;
        layers.push_back(std::move(s));
    }
    return layers;
}

}  // namespace facespace::synthesis
