#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;
namespace fs = std::filesystem;

TEST(BadManifest, MissingFileOrFolder) {
    const TempSet set;
    ImportOptions options;
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"nothing to import"}));
    options.manifest = set.path() / "none.csv";
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kIo, {"manifest", "none.csv”"}));
    options.manifest = set.path();
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"is a folder, not a manifest"}));
    options.manifest = set.write("m.csv", "path,identity\na,A\n");
    options.folder = set.path() / "nowhere";
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kNotFound, {"nowhere”", "does not exist"}));
}

TEST(BadManifest, EmptyOrHeaderAlone) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels(""), ErrorCode::kFormat, {"labels.csv” is empty", "path,identity"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity\n\n"), ErrorCode::kFormat, {"lists no images"}));
}

TEST(BadManifest, MissingColumnNamesThoseThereAndSuggestsAMapping) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels("path,name,pan\na,A,1\n"), ErrorCode::kFormat,
                          {"labels.csv”", "no column “identity”", "“path”, “name”, “pan”", "--map identity=COLUMN"}));
    EXPECT_TRUE(
        failsWith(set.importLabels("img,identity\na,A\n"), ErrorCode::kFormat, {"no column “path”", "“img”, “identity”"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity\na,A\n", "yaw=-pan"), ErrorCode::kInvalid,
                          {"yaw", "“pan”", "“path”, “identity”"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,lm_x1,lm_y1\na,A,1,2\n"), ErrorCode::kFormat,
                          {"lm_x1", "none for lm_x2"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,box_x,box_y\na,A,1,2\n"), ErrorCode::kFormat,
                          {"box_x", "none for box_w"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,mood,mood\na,A,1,2\n"), ErrorCode::kFormat, {"“mood” twice"}));
}

TEST(BadManifest, WrongNumbersAreNamedWithFileLineColumnAndValue) {
    const TempSet set;
    for (const char* value : {"abc", "1.5x", "nano", "inf", "-inf", "1e999", "0x10", "\"1,5\"", "+-3", "1 2"}) {
        const auto imported = set.importLabels(std::string("path,identity,yaw\na,A,1\nb,B,") + value + "\n");
        EXPECT_TRUE(
            failsWith(imported, ErrorCode::kFormat, {"labels.csv”", "line 3", "column “yaw”", "not a finite number"}))
            << value;
    }
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,yaw\na,A,abc\n"), ErrorCode::kFormat, {"“abc”"}));
    EXPECT_TRUE(
        failsWith(set.importLabels("path,identity,pan\na,A,abc\n", "yaw=pan"), ErrorCode::kFormat, {"column “pan”"}));
    EXPECT_TRUE(
        failsWith(set.importLabels("path,identity,yaw\na,A,9000\n"), ErrorCode::kFormat, {"“9000”", "not an angle"}));
}

TEST(BadManifest, BlankNumbersAreMissing) {
    const TempSet set;
    const auto imported = set.importLabels("path,identity,yaw,x,y,w,h\na,A,, , ,,\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_FALSE(imported->set.images[0].yawDeg);
    EXPECT_FALSE(imported->set.images[0].box);
}

TEST(BadManifest, HalfABoxOrHalfTheLandmarks) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,x,y,w,h\na,A,1,2,,4\n"), ErrorCode::kFormat,
                          {"Line 2", "no box_w", "face box"}));
    EXPECT_TRUE(
        failsWith(set.importLabels("path,identity,x,y,w,h\na,A,1,2,0,4\n"), ErrorCode::kFormat, {"line 2", "0 × 4"}));
    EXPECT_TRUE(
        failsWith(set.importLabels(
                      "path,identity,lm_x1,lm_y1,lm_x2,lm_y2,lm_x3,lm_y3,lm_x4,lm_y4,lm_x5,lm_y5\na,A,1,2,3,4,5,6,7,8,9,\n"),
                  ErrorCode::kFormat, {"Line 2", "no lm_y5", "five landmarks"}));
}

TEST(BadManifest, DuplicatePathsNameBothLines) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels("path,identity\na.jpg,A\nb.jpg,B\n./a.jpg,A\n"), ErrorCode::kFormat,
                          {"“a.jpg” is listed twice", "lines 2 and 4"}));
}

TEST(BadManifest, PathsThatClimbOutOfTheFolder) {
    const TempSet set, outside;
    set.images({"in.jpg"});
    outside.images({"out.jpg", "folder/out.jpg"});
    for (const std::string path : {"../out.jpg", "a/../../out.jpg", "..", "/etc/passwd", ".", "a/.."}) {
        EXPECT_TRUE(failsWith(set.importManifest("path,identity\nin.jpg,A\n" + path + ",B\n"), ErrorCode::kFormat,
                              {path.c_str(), "line 3", "out of the images' folder"}));
        EXPECT_TRUE(failsWith(set.importLabels("path,identity\n" + path + ",B\n"), ErrorCode::kFormat,
                              {"line 2", "out of the images' folder"}));
    }
    EXPECT_TRUE(failsWith(set.importManifest("path,identity\nin.jpg,A\n" + (outside.path() / "out.jpg").string() + ",B\n"),
                          ErrorCode::kFormat, {"out of the images' folder"}));
    fs::create_symlink(outside.path() / "out.jpg", set.path() / "file_link.jpg");
    fs::create_symlink(outside.path() / "folder", set.path() / "folder_link");
    fs::create_symlink("in.jpg", set.path() / "inner_link.jpg");
    for (const char* path : {"file_link.jpg", "folder_link/out.jpg"})
        EXPECT_TRUE(failsWith(set.importManifest(std::string("path,identity\n") + path + ",B\n"), ErrorCode::kFormat,
                              {path, "through a link"}));
    EXPECT_TRUE(set.importManifest("path,identity\ninner_link.jpg,B\n"));
}

TEST(BadManifest, EmptyCellsThatMustNotBe) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels("path,identity\na,A\nb, \n"), ErrorCode::kFormat, {"Line 3", "no identity"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity\n,A\n"), ErrorCode::kFormat, {"no path on line 2"}));
}

TEST(BadManifest, WrongNumberOfCells) {
    const TempSet set;
    EXPECT_TRUE(
        failsWith(set.importLabels("path,identity,yaw\na,A\n"), ErrorCode::kFormat, {"Line 2", "2 values", "3 columns"}));
    EXPECT_TRUE(
        failsWith(set.importLabels("path,identity\na,A,B\n"), ErrorCode::kFormat, {"Line 2", "3 values", "2 columns"}));
    EXPECT_TRUE(set.importLabels("path,identity\na,A,,\n"));
}

TEST(BadManifest, UnknownMedia) {
    const TempSet set;
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,media\na,A,film\n"), ErrorCode::kFormat,
                          {"“film”", "column “media”", "line 2", "neither still nor video"}));
}

TEST(BadManifest, BytesThatAreNotUtf8) {
    const TempSet set;
    EXPECT_TRUE(
        failsWith(set.importLabels("path,identity\na,Zo\xEB\n"), ErrorCode::kFormat, {"Zo\\xEB", "line 2", "UTF-8"}));
    EXPECT_TRUE(failsWith(set.importLabels("path,identity,\xEB\na,A,1\n"), ErrorCode::kFormat, {"\\xEB", "UTF-8"}));
    // A file's name is whatever bytes the file system has.
    set.write("Zo\xEB.jpg", "x");
    const auto imported = set.importManifest("path,identity\nZo\xEB.jpg,A\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images[0].path, "Zo\xEB.jpg");
}

TEST(BadManifest, AFileThatIsOneLongLineIsRefusedAtOnce) {
    const TempSet set;
    const auto file = set.write("labels.csv", "path,identity\n");
    {
        std::ofstream out(file, std::ios::binary | std::ios::app);
        out << std::string(2 << 20, 'x');
    }
    fs::resize_file(file, std::uintmax_t{1} << 30);  // Sparse.
    ImportOptions options;
    options.manifest = file;
    options.noImages = true;
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kFormat, {"Line 2", "labels.csv”", "longer than 1024 KiB"}));
    EXPECT_TRUE(failsWith(previewManifest(file), ErrorCode::kFormat, {"Line 2"}));
}
