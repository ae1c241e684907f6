#include <fmt/format.h>
#include <cmath>
#include <ctime>
#include <iostream>

#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

TEST(Manifest, ReadsEveryKnownFieldAndKeepsTheRest) {
    const TempSet set;
    const auto imported = set.importLabels(
        "path,identity,yaw,pitch,roll,media,video,x,y,w,h,lm_x1,lm_y1,lm_x2,lm_y2,lm_x3,lm_y3,lm_x4,lm_y4,lm_x5,lm_y5,mood,"
        "age\n"
        "a.jpg, Zoë ,-12.5,+3,0,still,,1,2,30.5,40,1,2,3,4,5,6,7,8,9,10,calm,31\n"
        "v/1.png,Bob,,,,Video,clip 7,,,,,,,,,,,,,,,,\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->layout, "manifest");
    EXPECT_TRUE(imported->set.root.empty());
    EXPECT_EQ(imported->set.metadataColumns, (std::vector<std::string>{"mood", "age"}));
    ImageRecord first;
    first.path = "a.jpg";
    first.identity = "Zoë";
    first.yawDeg = -12.5;
    first.pitchDeg = 3;
    first.rollDeg = 0;
    first.media = Media::kStill;
    first.box = FaceBox{1, 2, 30.5F, 40};
    first.landmarks = Landmarks{{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}}};
    first.metadata = {"calm", "31"};
    ImageRecord second;
    second.path = "v/1.png";
    second.identity = "Bob";
    second.media = Media::kVideo;
    second.video = "clip 7";
    second.metadata = {"", ""};
    EXPECT_EQ(imported->set.images, (std::vector<ImageRecord>{first, second}));
}

TEST(Manifest, MappedColumnsChangeSignAndUnitAndStayMetadata) {
    const TempSet set;
    const auto imported =
        set.importLabels("path,who,pan,tilt,yaw\na,A,30,0.5,7\nb,B,0,,\n", "identity=who,yaw=-pan,pitch=tilt:rad");
    ASSERT_TRUE(imported) << imported.error().message;
    const auto& images = imported->set.images;
    EXPECT_EQ(images[0].yawDeg, -30.0);
    EXPECT_NEAR(*images[0].pitchDeg, 28.6479, 1e-4);
    EXPECT_FALSE(std::signbit(*images[1].yawDeg));
    EXPECT_EQ(images[1].pitchDeg, std::nullopt);
    EXPECT_EQ(imported->set.metadataColumns, (std::vector<std::string>{"pan", "tilt", "yaw"}));
    EXPECT_EQ(images[0].metadata, (std::vector<std::string>{"30", "0.5", "7"}));
}

TEST(Manifest, FindsFilesBesideItWithAnyName) {
    const TempSet set;
    set.images({"Zoë's set/a \"b\", c.jpg", "顔/1.png", "plain.jpg"});
    const auto imported =
        set.importManifest("path\tidentity\r\nZoë's set/a \"b\", c.jpg\tZoë\r\n./顔/../顔/1.png\t顔\r\nplain.jpg\tP\r\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.root, set.path());
    EXPECT_TRUE(imported->warnings.empty());
    EXPECT_EQ(imported->set.images[0].path, "Zoë's set/a \"b\", c.jpg");
    EXPECT_EQ(imported->set.images[1].path, "顔/1.png");
}

TEST(Manifest, PathsMayStartFromAnotherFolderBeAbsoluteInsideItOrHaveBackslashes) {
    const TempSet set, images;
    images.images({"A/1.jpg", "A/2.jpg", "A/3.jpg"});
    ImportOptions options;
    options.folder = images.path();
    options.manifest =
        set.write("m.csv", "path,identity\nA\\1.jpg,A\n" + (images.path() / "A/2.jpg").string() + ",A\nA/3.jpg,A\n");
    const auto imported = importImageSet(options);
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.root, images.path());
    EXPECT_TRUE(imported->warnings.empty());
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(imported->set.images[static_cast<std::size_t>(i)].path, fmt::format("A/{}.jpg", i + 1));
}

TEST(Manifest, TheFoldersOwnManifestIsTaken) {
    const TempSet set;
    set.images({"A/1.jpg", "A/2.jpg"});
    ImportOptions options;
    options.folder = set.path();
    EXPECT_EQ(importImageSet(options)->layout, "folders");
    const auto manifest = set.write("manifest.csv", "path,identity\nA/1.jpg,One\n");
    EXPECT_EQ(importImageSet(options)->set.images.at(0).identity, "One");
    options.folder = manifest;  // A table dropped on the window.
    const auto imported = importImageSet(options);
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.root, set.path());
}

TEST(Manifest, MissingFilesAreToldOfAndKeepTheirRow) {
    const TempSet set;
    set.images({"b.jpg"});
    const auto imported = set.importManifest("path,identity\na.jpg,A\nb.jpg,B\nc.jpg,C\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images.size(), 3U);
    ASSERT_EQ(imported->warnings.size(), 1U);
    EXPECT_NE(imported->warnings[0].find("2 of the 3 listed files are not in"), std::string::npos);
    EXPECT_NE(imported->warnings[0].find("the first is “a.jpg”"), std::string::npos);
    EXPECT_TRUE(failsWith(set.importManifest("path,identity\na.jpg,A\nc.jpg,C\n"), ErrorCode::kNotFound,
                          {"None of the 2 files", "“a.jpg”"}));
}

TEST(Manifest, ImportOf24000RowsInTime) {
    const TempSet set;
    std::string text = "path,identity,yaw,pitch,lm_x1,lm_y1,lm_x2,lm_y2,lm_x3,lm_y3,lm_x4,lm_y4,lm_x5,lm_y5,mood\n";
    for (int i = 0; i < 24000; ++i) {
        text += fmt::format("p{:03}/{:05}.jpg,person {},{},{},1.5,2.5,3.5,4.5,5.5,6.5,7.5,8.5,9.5,10.5,\"calm, {}\"\n",
                            i / 48, i, i / 48, i % 90, i % 45, i);
        set.write(fmt::format("p{:03}/{:05}.jpg", i / 48, i), "");
    }
    const std::clock_t start = std::clock();  // Processor time: other programs do not count.
    const auto imported = set.importManifest(text);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images.size(), 24000U);
    EXPECT_LT(seconds, 1.0);
    RecordProperty("seconds", std::to_string(seconds));
    std::cout << "24,000 rows in " << seconds << " s\n";
}

TEST(Manifest, CanBeCancelled) {
    const TempSet set;
    ImportOptions options;
    options.manifest = set.write("m.csv", "path,identity\na,A\n");
    options.noImages = true;
    const JobContext job;
    job.cancel.cancel();
    const auto imported = importImageSet(options, job);
    ASSERT_FALSE(imported);
    EXPECT_EQ(imported.error().code, ErrorCode::kCancelled);
}
