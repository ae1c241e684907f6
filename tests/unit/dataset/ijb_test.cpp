#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

TEST(IjbProtocol, ReadsByHeaderWhateverTheCaseAndColumns) {
    const TempSet set;
    const auto imported = set.importLabels(
        "TEMPLATE_ID,SUBJECT_ID,FILE,MEDIA_ID,SIGHTING_ID,FRAME,FACE_X,FACE_Y,FACE_WIDTH,FACE_HEIGHT,FACE_YAW,FOREHEAD_"
        "VISIBLE\n"
        "1,10,img/1.jpg,70,5,,10,20,30,40,-31.5,1\n"
        "1,10,frame/2_00045.jpg,71,6,45,1,2,3,4,,0\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->layout, "IJB protocol");
    ASSERT_EQ(imported->set.images.size(), 2U);
    const auto& still = imported->set.images[0];
    EXPECT_EQ(still.path, "img/1.jpg");
    EXPECT_EQ(still.identity, "10");
    EXPECT_EQ(still.yawDeg, -31.5);
    EXPECT_EQ(still.media, Media::kStill);
    EXPECT_EQ(still.video, "");
    EXPECT_EQ(still.box, (FaceBox{10, 20, 30, 40}));
    const auto& frame = imported->set.images[1];
    EXPECT_EQ(frame.media, Media::kVideo);
    EXPECT_EQ(frame.video, "71");
    EXPECT_FALSE(frame.yawDeg);
    EXPECT_EQ(imported->set.metadataColumns,
              (std::vector<std::string>{"TEMPLATE_ID", "SIGHTING_ID", "FRAME", "FOREHEAD_VISIBLE"}));

    const auto lower = set.importLabels("filename,template_id,subject_id,yaw\nimg/1.jpg,1,10,5\n");
    ASSERT_TRUE(lower) << lower.error().message;
    EXPECT_EQ(lower->layout, "IJB protocol");
    EXPECT_EQ(lower->set.images[0].yawDeg, 5.0);
    EXPECT_FALSE(lower->set.images[0].box);
}

TEST(IjbProtocol, AFaceInSeveralTemplatesIsOneRecord) {
    const TempSet set;
    const auto imported = set.importLabels(
        "TEMPLATE_ID,SUBJECT_ID,FILENAME,FACE_X,FACE_Y,FACE_WIDTH,FACE_HEIGHT\n"
        "1,10,img/1.jpg,10,20,30,40\n"
        "12,10,img/1.jpg,10,20,30,40\n"
        "1,10,img/1.jpg,10,20,30,40\n"
        "3,11,img/1.jpg,99,20,30,40\n");
    ASSERT_TRUE(imported) << imported.error().message;
    ASSERT_EQ(imported->set.images.size(), 2U);
    EXPECT_EQ(imported->set.images[0].metadata[0], "1;12");
    EXPECT_EQ(imported->set.images[1].path, "img/1.jpg");
    EXPECT_EQ(imported->set.images[1].identity, "11");
    ASSERT_EQ(imported->warnings.size(), 1U);
    EXPECT_NE(imported->warnings[0].find("2 rows"), std::string::npos);
}

TEST(IjbProtocol, OneFaceCannotBeTwoSubjects) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels("TEMPLATE_ID,SUBJECT_ID,FILENAME\n1,10,img/1.jpg\n2,11,img/1.jpg\n"),
                          ErrorCode::kFormat, {"img/1.jpg", "10 on line 2", "11 on line 3"}));
}

TEST(IjbProtocol, FrameNumbersTellWhereThePathDoesNotAndEmptyBoxesAreNone) {
    const TempSet set;
    const auto imported = set.importLabels(
        "TEMPLATE_ID,SUBJECT_ID,FILENAME,MEDIA_ID,FRAME,FACE_X,FACE_Y,FACE_WIDTH,FACE_HEIGHT\n"
        "1,10,a.jpg,7,12,-1,-1,-1,-1\n1,10,b.jpg,8,-1,0,0,0,0\n1,10,Frames/c.jpg,9,,,,,\n");
    ASSERT_TRUE(imported) << imported.error().message;
    const auto& images = imported->set.images;
    EXPECT_EQ(images[0].media, Media::kVideo);
    EXPECT_EQ(images[0].video, "7");
    EXPECT_EQ(images[1].media, Media::kStill);
    EXPECT_EQ(images[2].media, Media::kVideo);
    for (const auto& image : images) EXPECT_FALSE(image.box);
}

TEST(IjbProtocol, TheSignOfYawCanBeMapped) {
    const TempSet set;
    const auto imported = set.importLabels("TEMPLATE_ID,SUBJECT_ID,FILENAME,FACE_YAW\n1,10,img/1.jpg,20\n", "yaw=-FACE_YAW");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images[0].yawDeg, -20.0);
}
