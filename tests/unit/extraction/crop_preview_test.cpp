#include "core/extraction/crop_preview.h"

#include <gtest/gtest.h>

#include "core/extraction/detectors.h"
#include "core/face/detector_edition.h"
#include "tests/unit/extraction/extraction_fixture.h"

using namespace facespace;
using namespace facespace::test;

namespace {

NetworkDescriptor wantsLandmarks() {
    NetworkDescriptor d = descriptorOf("blocks", 48);
    d.alignmentTemplate = Landmarks{{{38, 52}, {74, 52}, {56, 72}, {41, 92}, {71, 92}}};
    return d;
}

ImageSet imagesIn(const fs::path& folder, int count) {
    ImageSet set;
    set.root = folder;
    for (int i = 0; i < count; ++i) {
        ImageRecord record;
        record.path = "image" + std::to_string(i) + ".png";
        record.identity = "someone";
        EXPECT_TRUE(writePng(noise(160, 120, static_cast<unsigned>(i)), folder / record.path));
        set.images.push_back(record);
    }
    return set;
}

}  // namespace

TEST(CropPreviews, AreWhatAnExtractionWouldCutSpreadOverTheSet) {
    const TemporaryFolder folder;
    ImageSet set = imagesIn(folder.path(), 11);
    set.images[4].landmarks = Landmarks{{{60, 40}, {100, 40}, {80, 60}, {65, 85}, {95, 85}}};
    writeText(folder / "image8.png", "no picture");
    const auto previews = previewCrops(set, wantsLandmarks(), {}, 6, {});
    ASSERT_TRUE(previews) << previews.error().message;
    ASSERT_EQ(previews->size(), 6U);
    for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ((*previews)[i].row, 2 * i);
    const auto crop = cropFor(noise(160, 120, 4), set.images[4], wantsLandmarks(), {}, true, nullptr);
    ASSERT_TRUE(crop);
    EXPECT_EQ((*previews)[2].used, Alignment::kLandmarks);
    EXPECT_EQ((*previews)[2].crop.pixels, crop->image.pixels);
    // Others of the set carry landmarks: one without them shows no face.
    EXPECT_TRUE((*previews)[0].crop.empty());
    EXPECT_NE((*previews)[0].skipReason.find("neither landmarks nor a face box"), std::string::npos);
    EXPECT_NE((*previews)[4].skipReason.find("image8.png"), std::string::npos) << (*previews)[4].skipReason;
    ExtractOptions centre;
    centre.alignment = Alignment::kCentre;
    const auto cut = previewCrops(set, wantsLandmarks(), centre, 20, {});
    ASSERT_TRUE(cut);
    ASSERT_EQ(cut->size(), 11U);
    EXPECT_EQ((*cut)[0].used, Alignment::kCentre);
    JobContext stopped;
    stopped.cancel.cancel();
    EXPECT_EQ(previewCrops(set, wantsLandmarks(), {}, 6, stopped).error().code, ErrorCode::kCancelled);
    ExtractOptions wrong;
    wrong.detector = folder / "image8.png";
    EXPECT_EQ(previewCrops(set, wantsLandmarks(), wrong, 6, {}).error().code, ErrorCode::kModel);
}

TEST(CropPreviews, ImagesThatLackWhatTheNetworkWantsAreCounted) {
    const TemporaryFolder folder;
    ImageSet set = imagesIn(folder.path(), 3);
    EXPECT_EQ(imagesLackingLandmarks(set, wantsLandmarks(), {}), 3U);
    set.images[1].landmarks = Landmarks{};
    EXPECT_EQ(imagesLackingLandmarks(set, wantsLandmarks(), {}), 2U);
    ExtractOptions detector;
    detector.detector = "yunet.onnx";
    EXPECT_EQ(imagesLackingLandmarks(set, wantsLandmarks(), detector), 0U);
    EXPECT_EQ(imagesLackingLandmarks(set, descriptorOf("blocks", 48), {}), 0U) << "it wants none";
}

TEST(KnownDetectors, LieBesideTheNetworkOrInAFolderOfTheirOwn) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "models");
    const fs::path network = folder / "models/net.json";
    EXPECT_FALSE(detectorNear(network));
    EXPECT_FALSE(detectorNear({}));
    fs::create_directories(folder / "detect/face_detection_yunet.onnx");
    EXPECT_FALSE(detectorNear(network)) << "a folder";
    writeText(folder / "detect/face_detection_yunet_2022mar.onnx", "");
    writeText(folder / "detect/face_detection_yunet_2023mar.onnx", "");
    writeText(folder / "detect/other.onnx", "");
    const auto found = detectorNear(network);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->filename(), std::string("face_detection_yunet_") + detectorEdition() + ".onnx");
    writeText(folder / "models/face_detection_yunet_next.onnx", "");
    EXPECT_EQ(*detectorNear(network), folder / "models/face_detection_yunet_next.onnx");
}

TEST(KnownDetectors, InsightFacesLieBesideTheNetworksOfTheirPack) {
    const TemporaryFolder folder;
    const fs::path network = folder / "w600k_r50.json";
    for (const char* other : {"2d106det.onnx", "genderage.onnx", "det_model.onnx", "det_10g.onnx.part"})
        writeText(folder / other, "");
    EXPECT_FALSE(detectorNear(network));
    writeText(folder / "det_10g.onnx", "");
    EXPECT_EQ(*detectorNear(network), folder / "det_10g.onnx");
    writeText(folder / "face_detection_yunet_2022mar.onnx", "");
    EXPECT_EQ(detectorNear(network)->filename(), "face_detection_yunet_2022mar.onnx") << "it needs no yes";
}
