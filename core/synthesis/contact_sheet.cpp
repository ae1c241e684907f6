#include "core/synthesis/contact_sheet.h"

#include <functional>

#include "core/common/parallel.h"
#include "core/synthesis/sampler.h"

namespace facespace::synthesis {
namespace {

Image blank(int width, int height) {
    Image sheet;
    sheet.width = width;
    sheet.height = height;
    sheet.pixels.assign(sheet.rowBytes() * static_cast<std::size_t>(height), 255);
    return sheet;
}

void paste(Image& sheet, const Image& tile, int x, int y) {
    for (int r = 0; r < tile.height; ++r)
        std::copy_n(tile.row(r), tile.rowBytes(), sheet.row(y + r) + static_cast<std::size_t>(x) * 3);
}

using Change = std::function<void(ImageParameters&)>;

Change occluder(Occluder o, float style, float position, Vec3 colour) {
    return [=](ImageParameters& p) {
        p.occluder = o;
        p.occluderStyle = style;
        p.occluderPosition = position;
        p.occluderColour = colour;
        p.occluderSeed = 7;
    };
}

Change expression(const Expression& e) {
    return [=](ImageParameters& p) { p.expression = e; };
}

Change light(Vec3 direction, float key, float around, float softness) {
    return [=](ImageParameters& p) {
        p.lighting.direction = normalised(direction);
        p.lighting.colour = Vec3{1, 0.97F, 0.92F} * key;
        p.lighting.sky = Vec3{1, 1, 1.05F} * around;
        p.lighting.ground = Vec3{1, 0.95F, 0.9F} * (around * 0.5F);
        p.lighting.softness = softness;
    };
}

std::vector<Change> expressionsAndLights() {
    Expression smile, laugh, open, raise, frown, closed, pout, teeth;
    smile.smile = 0.9F, smile.squint = 0.2F;
    teeth.smile = 0.8F, teeth.lipsApart = 0.8F, teeth.squint = 0.3F;
    laugh.smile = 1, laugh.lipsApart = 1, laugh.jawOpen = 0.35F, laugh.squint = 0.5F;
    open.jawOpen = 0.7F, open.lipsApart = 0.5F;
    raise.browRaise = 1;
    frown.browFrown = 1, frown.squint = 0.3F;
    closed.eyeClosing = 1;
    pout.pout = 1;
    return {expression(smile),
            expression(teeth),
            expression(laugh),
            expression(open),
            expression(raise),
            expression(frown),
            expression(closed),
            expression(pout),
            light({-1, 0.25F, 0.35F}, 1.3F, 0.15F, 0.3F),
            light({1, 0.4F, 0.2F}, 1.3F, 0.25F, 0.3F),
            light({0, 1, 0.35F}, 1.3F, 0.3F, 0.2F),
            light({0.2F, -0.5F, 0.8F}, 1.0F, 0.2F, 0.5F),
            light({0, 0.3F, 1}, 0.3F, 0.75F, 1),
            light({0.7F, 0.7F, -0.3F}, 1.6F, 0.3F, 0.3F),
            [](ImageParameters& p) {
                p.lighting.colour = {1.2F, 0.85F, 0.55F};
            },
            [](ImageParameters& p) {
                p.lighting.colour = {0.7F, 0.85F, 1.15F};
            }};
}

std::vector<Change> occludersAndCamera() {
    return {occluder(Occluder::kGlasses, 0.2F, 0.5F, {0.02F, 0.02F, 0.02F}),
            occluder(Occluder::kSunglasses, 0.6F, 0.5F, {0.02F, 0.02F, 0.02F}),
            occluder(Occluder::kHand, 0.3F, 0.3F, {0.4F, 0.3F, 0.2F}),
            occluder(Occluder::kScarf, 0.4F, 0.6F, {0.5F, 0.08F, 0.06F}),
            occluder(Occluder::kMask, 0.3F, 0.5F, {0.5F, 0.62F, 0.7F}),
            occluder(Occluder::kHat, 0.2F, 0.5F, {0.08F, 0.1F, 0.25F}),
            occluder(Occluder::kHairStrand, 0.4F, 0.4F, {0.1F, 0.1F, 0.1F}),
            occluder(Occluder::kObject, 0.3F, 0.6F, {0.05F, 0.05F, 0.05F}),
            [](ImageParameters& p) { p.camera.focusBlur = 2; },
            [](ImageParameters& p) { p.camera.motionLength = 7; },
            [](ImageParameters& p) { p.camera.resolution = 0.22F; },
            [](ImageParameters& p) { p.camera.noise = 16; },
            [](ImageParameters& p) { p.camera.contrast = 0.5F; },
            [](ImageParameters& p) { p.camera.exposure = 0.35F; },
            [](ImageParameters& p) { p.camera.exposure = 1.9F; },
            [](ImageParameters& p) { p.pitchDeg = 35; }};
}

}  // namespace

Image identityByYawSheet(std::uint64_t seed, int first, int identities, int columns, int size) {
    Image sheet = blank(columns * size, identities * size);
    parallelChunks(static_cast<std::size_t>(identities), 1, [&](std::size_t row, std::size_t, std::size_t) {
        FaceModel model(drawIdentity(seed, first + static_cast<int>(row)));
        for (int c = 0; c < columns; ++c) {
            ImageParameters p = plainImage(model.identity());
            p.yawDeg = columns > 1 ? -90.0F + 180.0F * static_cast<float>(c) / static_cast<float>(columns - 1) : 0.0F;
            paste(sheet, model.render(p, size).image, c * size, static_cast<int>(row) * size);
        }
    });
    return sheet;
}

Image identityByStrengthSheet(std::uint64_t seed, int first, int identities, int columns, int size) {
    Image sheet = blank(columns * size, identities * size);
    parallelChunks(static_cast<std::size_t>(identities), 1, [&](std::size_t row, std::size_t, std::size_t) {
        const IdentityParameters identity = drawIdentity(seed, first + static_cast<int>(row));
        for (int c = 0; c < columns; ++c) {
            FaceModel model(
                atStrength(identity, 1.5F * static_cast<float>(c) / static_cast<float>(std::max(1, columns - 1))));
            ImageParameters p = plainImage(model.identity());
            p.yawDeg = 15;
            paste(sheet, model.render(p, size).image, c * size, static_cast<int>(row) * size);
        }
    });
    return sheet;
}

Image variationSheet(std::uint64_t seed, int identity, int size) {
    std::vector<Change> changes = expressionsAndLights();
    for (Change& c : occludersAndCamera()) changes.push_back(std::move(c));
    constexpr int kColumnsOfSheet = 8;
    Image sheet = blank(kColumnsOfSheet * size, static_cast<int>(changes.size()) / kColumnsOfSheet * size);
    FaceModel model(drawIdentity(seed, identity));
    for (std::size_t i = 0; i < changes.size(); ++i) {
        ImageParameters p = plainImage(model.identity());
        p.yawDeg = 12;
        changes[i](p);
        paste(sheet, model.render(p, size).image, static_cast<int>(i) % kColumnsOfSheet * size,
              static_cast<int>(i) / kColumnsOfSheet * size);
    }
    return sheet;
}

Image sampleSheet(std::uint64_t seed, int first, int identities, int columns, int size) {
    Image sheet = blank(columns * size, identities * size);
    parallelChunks(static_cast<std::size_t>(identities), 1, [&](std::size_t row, std::size_t, std::size_t) {
        FaceModel model(drawIdentity(seed, first + static_cast<int>(row)));
        const auto images = drawImages(model.identity(), seed, 48);
        for (int c = 0; c < columns; ++c)
            paste(sheet, model.render(images[static_cast<std::size_t>(c * 47 / std::max(1, columns - 1))], size).image,
                  c * size, static_cast<int>(row) * size);
    });
    return sheet;
}

}  // namespace facespace::synthesis
