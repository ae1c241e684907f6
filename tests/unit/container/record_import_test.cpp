#include "core/dataset/import.h"
#include "tests/unit/container/container_imports.h"

namespace facespace::test {
namespace {

TEST(RecordImport, TakesLabelsForIdentities) {
    const TempSet folder;
    const auto file = insightFaceSet(3, 2).write(folder.path(), "train");
    for (const auto& given : {file, folder.path() / "train.idx"}) {
        const auto set = imported(given);
        ASSERT_TRUE(set) << set.error().message;
        EXPECT_EQ(set->layout, "RecordIO");
        EXPECT_EQ(set->set.root, folder.path());
        ASSERT_EQ(set->set.images.size(), 6U);
        EXPECT_EQ(set->set.images[3].path, "train.rec/000004");
        EXPECT_EQ(set->set.images[3].identity, "1");
        EXPECT_TRUE(set->warnings.empty()) << warningsOf(set);
    }
}

TEST(RecordImport, TakesNamesFromTheListOfIm2rec) {
    const TempSet folder;
    const auto file = insightFaceSet(2, 2).write(folder.path(), "train");
    folder.write("train.lst", "1\t0.000000\tann/1.jpg\r\n3\t1.000000\t7\tb\xC3\xB6/1.jpg\n9\t1\tx.jpg\n\n");
    const auto set = imported(file).value();
    EXPECT_EQ(set.set.metadataColumns, std::vector<std::string>{"source"});
    EXPECT_EQ(set.set.images[0].metadata, std::vector<std::string>{"ann/1.jpg"});
    EXPECT_EQ(set.set.images[1].metadata, std::vector<std::string>{""});
    EXPECT_EQ(set.set.images[2].metadata, std::vector<std::string>{"bö/1.jpg"});
    EXPECT_NE(warningsOf(set).find("names 2 of the 4 images, and 1 others"), std::string::npos) << warningsOf(set);
    // Given for a folder of images, the list is that of its files.
    folder.images({"a/1.jpg", "a/2.jpg", "b/1.jpg"});
    const auto list = folder.write("train.lst", "0\t7.000000\ta/1.jpg\n1\t7.000000\ta/2.jpg\n2\t9.000000\tb/1.jpg\n");
    const auto files = imported(folder.path(), list);
    ASSERT_TRUE(files) << files.error().message;
    EXPECT_EQ(files->set.images[1].path, "a/2.jpg");
    folder.write("train.lst", "1\tann/1.jpg\t0\n");
    const auto other = imported(file).value();
    EXPECT_TRUE(other.set.metadataColumns.empty());
    EXPECT_NE(warningsOf(other).find("not the list of these images"), std::string::npos);
}

TEST(RecordImport, HoldsTheSetAgainstItsPropertyFile) {
    const TempSet folder;
    const auto file = insightFaceSet(3, 2).write(folder.path(), "train");
    folder.write("property", "3,112,112\n");
    EXPECT_TRUE(imported(file)->warnings.empty());
    folder.write("property", "5,112,112");
    EXPECT_NE(warningsOf(imported(file)).find("promises 5 identities; the labels of the images are 3"), std::string::npos);
    folder.write("property", "nothing of the kind");
    EXPECT_TRUE(imported(file)->warnings.empty());
}

TEST(RecordImport, SaysWhatContradicts) {
    const TempSet folder;
    auto writer = insightFaceSet(2, 2);
    writer.add(77, labelled({5}, 77, ppm(2, 2, 1)));
    const auto file = writer.write(folder.path(), "train");
    EXPECT_NE(warningsOf(imported(file)).find("1 image belongs to no identity record"), std::string::npos);
    writeText(folder.path() / "train.idx", writer.index() + "99\t99999999\n");
    EXPECT_NE(warningsOf(imported(file)).find("1 record of"), std::string::npos);
    EXPECT_EQ(imported(file)->set.images.size(), 5U);
}

TEST(RecordImport, AManifestMayNameImagesInAContainer) {
    const TempSet folder, elsewhere;
    insightFaceSet(2, 2).write(folder.path() / "sub", "train");
    const auto set = folder.importManifest("path,identity\nsub/train.rec/000001,ann\nsub/train.rec/99,ann\n");
    ASSERT_TRUE(set) << set.error().message;
    EXPECT_EQ(set->set.images[0].path, "sub/train.rec/000001");
    EXPECT_NE(warningsOf(set).find("1 of the 2 listed files is not in"), std::string::npos) << warningsOf(set);
    std::filesystem::create_symlink(insightFaceSet(1, 1).write(elsewhere.path(), "train"), folder.path() / "out.rec");
    EXPECT_TRUE(failsWith(folder.importManifest("path,identity\nout.rec/1,ann\n"), ErrorCode::kFormat, {"leads out"}));
}

TEST(RecordImport, RefusesWhatDoesNotGoWithIt) {
    const TempSet folder;
    ImportOptions options;
    options.folder = insightFaceSet(1, 2).write(folder.path(), "train");
    options.noImages = true;
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"train.rec", "no images"}));
    folder.write("text.rec", "nothing");
    EXPECT_TRUE(failsWith(imported(folder.path() / "text.rec"), ErrorCode::kFormat, {"not a RecordIO file"}));
}

}  // namespace
}  // namespace facespace::test
