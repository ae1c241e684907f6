#include "core/dataset/archive_set.h"
#include "tests/unit/container/archive_files.h"
#include "tests/unit/container/container_imports.h"
#include "tests/unit/container/pickle_files.h"

namespace facespace::test {
namespace {

std::vector<std::string> described(const Result<ImportedSet>& set) {
    if (!set) return {set.error().message};
    std::vector<std::string> lines;
    for (const auto& image : set->set.images) lines.push_back(image.path + " " + image.identity);
    return lines;
}

using Lines = std::vector<std::string>;

TEST(ArchiveImport, FoldersInItAreIdentities) {
    const TempSet folder;
    const Files files{{"lfw/bob/1.jpg", {1}},  {"lfw/ann/1.jpg", {1}}, {"lfw/ann/2.png", {1}},
                      {"lfw/readme.txt", {1}}, {"x.jpg", {1}},         {"__MACOSX/ann/._1.jpg", {1}}};
    for (const auto& [format, name] : {std::pair{"pax", "lfw.tar"}, std::pair{"zip", "lfw.zip"}}) {
        const auto set = imported(writeArchive(folder.path() / name, format, files));
        const std::string at = std::string(name) + "/lfw/";
        EXPECT_EQ(described(set), (Lines{at + "ann/1.jpg ann", at + "ann/2.png ann", at + "bob/1.jpg bob"}));
        EXPECT_EQ(set->set.root, folder.path());
        EXPECT_NE(warningsOf(set).find("1 image lies in no folder"), std::string::npos) << warningsOf(set);
    }
    EXPECT_TRUE(failsWith(imported(writeArchive(folder.path() / "flat.zip", "zip", {{"a.jpg", {1}}})), ErrorCode::kInvalid,
                          {"flat.zip", "neither folders nor labels"}));
    EXPECT_TRUE(failsWith(imported(writeArchive(folder.path() / "none.zip", "zip", {{"a.txt", {1}}})), ErrorCode::kInvalid,
                          {"holds no images"}));
}

TEST(ArchiveImport, LabelsBesideImagesAreIdentities) {
    const TempSet folder;
    const auto file = writeArchive(folder.path() / "train-000000.tar", "ustar",
                                   {{"000000.jpg", {1}},
                                    {"000000.cls", textBytes(" 17\n")},
                                    {"000001.jpg", {1}},
                                    {"000001.json", textBytes(R"({"label": 3, "identity": "ann"})")},
                                    {"s/000002.face.png", {1}},
                                    {"s/000002.json", textBytes(R"({"class": 5})")},
                                    {"000003.jpg", {1}},
                                    {"000004.jpg", {1}},
                                    {"000004.json", textBytes("{not json")}});
    const auto set = imported(file);
    const std::string at = "train-000000.tar/";
    EXPECT_EQ(described(set), (Lines{at + "000000.jpg 17", at + "000001.jpg ann", at + "s/000002.face.png 5"}));
    EXPECT_NE(warningsOf(set).find("2 images of"), std::string::npos) << warningsOf(set);
    EXPECT_EQ(set->layout, "WebDataset");
    EXPECT_EQ(labelIn("a.json", textBytes(std::string(100'000, '['))), "");
    EXPECT_EQ(labelIn("a.json", textBytes("[1]")), "");
}

TEST(ArchiveImport, ShardsOfAFolderAreOneSet) {
    const TempSet folder;
    for (int shard = 0; shard < 3; ++shard) {
        Files files;
        for (int i = 0; i < 4; ++i) {
            const std::string key = std::to_string(4 * shard + i);
            files.push_back({key + ".jpg", {1}});
            files.push_back({key + ".cls", textBytes(std::to_string(i % 2))});
        }
        writeArchive(folder.path() / ("train-00000" + std::to_string(shard) + ".tar"), "pax", files);
    }
    folder.write("README.md", "x");
    const auto set = imported(folder.path());
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->set.images.size(), 12U);
    EXPECT_EQ(set->set.images[11].path, "train-000002.tar/9.jpg");
    EXPECT_EQ(set->set.images[11].identity, "1");
}

TEST(ArchiveImport, AFolderWithOneSetOfRecordsMeansIt) {
    const TempSet folder;
    insightFaceSet(2, 2).write(folder.path(), "train");
    writeBytes(folder.path() / "lfw.bin", pickled({{1}, {2}}, {true}, 4));
    EXPECT_EQ(imported(folder.path())->set.images.size(), 4U);
    std::filesystem::remove(folder.path() / "train.rec");
    EXPECT_EQ(imported(folder.path())->layout, "verification pairs");
    writeBytes(folder.path() / "cfp.bin", pickled({{1}, {2}}, {true}, 4));
    EXPECT_TRUE(failsWith(imported(folder.path()), ErrorCode::kInvalid, {"cfp.bin, lfw.bin", "give one"}));
    // Images in folders go before.
    folder.images({"ann/1.jpg"});
    EXPECT_EQ(imported(folder.path())->layout, "folders");
}

TEST(ArchiveImport, AManifestSaysWhoIsWhoInAnArchive) {
    const TempSet folder;
    const auto file = writeArchive(folder.path() / "faces.zip", "zip", {{"a/1.jpg", {1}}, {"a/2.jpg", {1}}});
    const auto manifest = folder.write("labels.csv", "path,identity,yaw\na/2.jpg,ann,30\na/1.jpg,bob,0\n");
    const auto set = imported(file, manifest);
    EXPECT_EQ(described(set), (Lines{"faces.zip/a/2.jpg ann", "faces.zip/a/1.jpg bob"}));
    EXPECT_EQ(set->set.images[0].yawDeg, 30);
    EXPECT_EQ(set->set.root, folder.path());
    folder.write("labels.csv", "path,identity\na/9.jpg,ann\n");
    EXPECT_TRUE(failsWith(imported(file, manifest), ErrorCode::kNotFound, {"a/9.jpg"}));
}

}  // namespace
}  // namespace facespace::test
