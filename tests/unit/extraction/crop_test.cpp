#include "core/extraction/crop.h"

#include <gtest/gtest.h>

#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

NetworkDescriptor aligned() {
    NetworkDescriptor d = descriptorOf("blocks", 48);
    d.alignmentTemplate = Landmarks{
        {{38.2946F, 51.6963F}, {73.5318F, 51.5014F}, {56.0252F, 71.7366F}, {41.5493F, 92.3655F}, {70.7299F, 92.2041F}}};
    return d;
}

ImageRecord record(bool box, bool landmarks) {
    ImageRecord r;
    if (box) r.box = FaceBox{50, 60, 100, 120};
    if (landmarks) r.landmarks = Landmarks{{{80, 100}, {120, 100}, {100, 120}, {85, 145}, {115, 145}}};
    return r;
}

Alignment used(const NetworkDescriptor& network, bool box, bool landmarks, Alignment alignment, bool expectFaces = false,
               NoFacePolicy policy = NoFacePolicy::kCentreCrop) {
    const auto crop =
        cropFor(noise(250, 200, 1), record(box, landmarks), network, {alignment, policy, {}, {}, {}}, expectFaces, nullptr);
    EXPECT_TRUE(crop);
    EXPECT_EQ(crop->image.width, network.inputWidth);
    return crop->used;
}

}  // namespace

TEST(CropFor, AutoTakesLandmarksThenBoxThenCentre) {
    EXPECT_EQ(used(aligned(), true, true, Alignment::kAuto), Alignment::kLandmarks);
    EXPECT_EQ(used(aligned(), true, false, Alignment::kAuto), Alignment::kBox);
    EXPECT_EQ(used(aligned(), false, false, Alignment::kAuto), Alignment::kCentre);
}

TEST(CropFor, ANetworkWithoutTemplateNeverUsesLandmarks) {
    NetworkDescriptor d = descriptorOf("blocks", 48);
    EXPECT_EQ(used(d, true, true, Alignment::kAuto), Alignment::kBox);
    EXPECT_EQ(used(d, true, true, Alignment::kLandmarks), Alignment::kBox);
    d.cropRule = CropRule::kCentre;
    EXPECT_EQ(used(d, true, true, Alignment::kAuto), Alignment::kCentre);
    EXPECT_EQ(used(d, true, true, Alignment::kBox), Alignment::kBox);
}

TEST(CropFor, TheOptionGoesBeforeWhatIsThere) {
    EXPECT_EQ(used(aligned(), true, true, Alignment::kBox), Alignment::kBox);
    EXPECT_EQ(used(aligned(), true, true, Alignment::kCentre), Alignment::kCentre);
    EXPECT_EQ(used(aligned(), true, true, Alignment::kNone), Alignment::kNone);
}

TEST(CropFor, NoFaceIsReportedAndSkippedOrUsedAsTheOptionSays) {
    const Image image = noise(250, 200, 1);
    const auto crop = [&](Alignment alignment, bool expectFaces, NoFacePolicy policy) {
        return cropFor(image, record(false, false), aligned(), {alignment, policy, {}, {}, {}}, expectFaces, nullptr);
    };
    const auto skipped = crop(Alignment::kLandmarks, false, NoFacePolicy::kSkip);
    ASSERT_FALSE(skipped);
    EXPECT_EQ(skipped.error().code, ErrorCode::kNotFound);
    // Nobody looked for one.
    EXPECT_EQ(skipped.error().message.find("No face was found"), std::string::npos) << skipped.error().message;
    EXPECT_NE(skipped.error().message.find("no landmarks"), std::string::npos) << skipped.error().message;
    EXPECT_FALSE(crop(Alignment::kAuto, true, NoFacePolicy::kSkip));
    const auto used = crop(Alignment::kAuto, true, NoFacePolicy::kCentreCrop);
    ASSERT_TRUE(used);
    EXPECT_TRUE(used->noFace);
    const auto croppedAlready = crop(Alignment::kAuto, false, NoFacePolicy::kSkip);
    ASSERT_TRUE(croppedAlready);
    EXPECT_FALSE(croppedAlready->noFace);
}

TEST(CropFor, AReasonIsTheImagesOwn) {
    const auto why = [](const NetworkDescriptor& network, const ImageRecord& r, Alignment alignment) {
        const auto crop = cropFor(noise(250, 200, 1), r, network, {alignment, {}, {}, {}, {}}, true, nullptr);
        return crop ? std::string() : crop.error().message.english();
    };
    EXPECT_NE(why(aligned(), record(true, false), Alignment::kLandmarks).find("no landmarks"), std::string::npos);
    EXPECT_NE(why(aligned(), record(false, true), Alignment::kBox).find("no face box"), std::string::npos);
    ImageRecord onePoint;
    onePoint.landmarks = Landmarks{{{80, 100}, {80, 100}, {80, 100}, {80, 100}, {80, 100}}};
    EXPECT_NE(why(aligned(), onePoint, Alignment::kAuto).find("on one point"), std::string::npos);
    ImageRecord flat;
    flat.box = FaceBox{10, 10, 50, 0};
    EXPECT_NE(why(aligned(), flat, Alignment::kBox).find("no width or no height"), std::string::npos);
}

TEST(CropFor, WhatALibraryThrowsIsTheImagesReason) {
    NetworkDescriptor impossible = aligned();
    impossible.inputWidth = -1;
    const auto crop = cropFor(noise(250, 200, 1), record(true, true), impossible, {}, true, nullptr);
    ASSERT_FALSE(crop);
    EXPECT_NE(crop.error().message.find("could not be cut out"), std::string::npos) << crop.error().message;
}

TEST(CropFor, LandmarksLandOnTheTemplate) {
    Image image = plain(250, 200, 0, 0, 0);
    const ImageRecord r = record(false, true);
    const auto& eye = (*r.landmarks)[0];
    for (int dy = -3; dy <= 3; ++dy)
        for (int dx = -3; dx <= 3; ++dx) image.row(static_cast<int>(eye.y) + dy)[(static_cast<int>(eye.x) + dx) * 3] = 255;
    const auto crop = cropFor(image, r, aligned(), {}, true, nullptr);
    ASSERT_TRUE(crop && crop->landmarks);
    EXPECT_GT(crop->image.row(52)[38 * 3], 200);
    EXPECT_EQ(crop->image.row(52)[73 * 3], 0);
}

TEST(CropSettings, ComeBackFromTheProject) {
    for (const auto alignment :
         {Alignment::kAuto, Alignment::kLandmarks, Alignment::kBox, Alignment::kCentre, Alignment::kNone}) {
        const CropSettings settings{alignment, NoFacePolicy::kCentreCrop, "yunet.onnx", "abc", {0.75F, 0.3F, 1280}};
        const auto back = cropSettingsFromJson(toJson(settings));
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, settings);
        EXPECT_EQ(*alignmentFromString(toString(alignment)), alignment);
    }
    // Projects compare settings as text: what is as it always was is not named.
    EXPECT_EQ(toJson(CropSettings{}).find("detector_s"), toJson(CropSettings{}).find("detector_sha256"));
    EXPECT_FALSE(cropSettingsFromJson("[]"));
    EXPECT_FALSE(cropSettingsFromJson("{\"alignment\": 3}"));
    EXPECT_FALSE(alignmentFromString("face"));
}
