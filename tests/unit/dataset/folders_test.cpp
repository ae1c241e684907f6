#include "core/dataset/folders.h"

#include <set>

#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;
namespace fs = std::filesystem;

namespace {

Result<ImportedSet> importFolder(const fs::path& folder) {
    ImportOptions options;
    options.folder = folder;
    return importImageSet(options);
}

std::vector<std::pair<std::string, std::string>> pathsAndIdentities(const ImportedSet& imported) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& image : imported.set.images) pairs.emplace_back(image.path, image.identity);
    return pairs;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST(Folders, OneSubFolderPerIdentityInBytewiseOrder) {
    const TempSet set;
    set.images(
        {"Zoë \"Z\"/2.JPG", "Zoë \"Z\"/10.png", "Ann Lee/a.webp", "Ann Lee/b.tiff", "Bob/x.pgm", "Bob/y.BMP", "Bob/z.ppm"});
    const auto imported = importFolder(set.path() / ".");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->layout, "folders");
    EXPECT_EQ(imported->set.root, set.path());
    EXPECT_TRUE(imported->warnings.empty());
    EXPECT_EQ(pathsAndIdentities(*imported), (Pairs{{"Ann Lee/a.webp", "Ann Lee"},
                                                    {"Ann Lee/b.tiff", "Ann Lee"},
                                                    {"Bob/x.pgm", "Bob"},
                                                    {"Bob/y.BMP", "Bob"},
                                                    {"Bob/z.ppm", "Bob"},
                                                    {"Zoë \"Z\"/10.png", "Zoë \"Z\""},
                                                    {"Zoë \"Z\"/2.JPG", "Zoë \"Z\""}}));
}

TEST(Folders, TheFolderThatHoldsTheImageIsTheIdentityAtAnyDepth) {
    const TempSet set;
    set.images({"test/n000001/1.jpg", "train/n000002/1.jpg", "train/n000001/1.jpg", "train/n000003/1.jpg"});
    const auto imported = importFolder(set.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathsAndIdentities(*imported), (Pairs{{"test/n000001/1.jpg", "n000001"},
                                                    {"train/n000001/1.jpg", "n000001"},
                                                    {"train/n000002/1.jpg", "n000002"},
                                                    {"train/n000003/1.jpg", "n000003"}}));
    EXPECT_EQ(imported->set.images[0].media, Media::kUnknown);
}

TEST(Folders, NumberedFoldersBelowEachPersonAreVideos) {
    const TempSet set;
    set.images({"frames/Ann/0/1.jpg", "frames/Ann/1/1.jpg", "frames/Bob/0/1.jpg", "frames/Cid/0/1.jpg"});
    const auto imported = importFolder(set.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images[1].identity, "Ann");
    EXPECT_EQ(imported->set.images[1].video, "frames/Ann/1");
    EXPECT_EQ(imported->set.images[1].media, Media::kVideo);
    EXPECT_EQ(imported->warnings.size(), 1U);
}

TEST(Folders, WhatIsLeftOutIsTold) {
    const TempSet set, outside;
    outside.images({"A/1.jpg"});
    set.images(
        {"A/1.jpg", "A/notes.txt", "A/Thumbs.db", "top.jpg", "labels.csv", ".hidden/1.jpg", "A/.x.jpg", "__MACOSX/A/1.jpg"});
    fs::create_directory_symlink(outside.path() / "A", set.path() / "B");
    fs::create_directory_symlink("A", set.path() / "C");
    fs::create_symlink(outside.path() / "A/1.jpg", set.path() / "A/2.jpg");
    fs::create_symlink("1.jpg", set.path() / "A/3.jpg");
    const auto imported = importFolder(set.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathsAndIdentities(*imported), (Pairs{{"A/1.jpg", "A"}, {"A/3.jpg", "A"}}));
    ASSERT_EQ(imported->warnings.size(), 5U);
    EXPECT_EQ(imported->warnings[0], "1 image directly in the folder belongs to no identity and was left out: “top.jpg”.");
    EXPECT_EQ(imported->warnings[1], "2 files are not images and were left out, the first is “A/Thumbs.db”.");
    EXPECT_EQ(imported->warnings[2], "1 link leads nowhere, or to a folder that is listed anyway, and was left out: “C”.");
    EXPECT_EQ(imported->warnings[3].english().substr(0, 30), "2 links lead out of the folder");
    EXPECT_NE(imported->warnings[3].find("--follow-links"), std::string::npos);
    EXPECT_EQ(imported->warnings[4].english().substr(0, 8), "1 table ");
    // By choice they are followed.
    ImportOptions options;
    options.folder = set.path();
    options.followLinks = true;
    const auto all = importImageSet(options);
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ(pathsAndIdentities(*all), (Pairs{{"A/1.jpg", "A"}, {"A/2.jpg", "A"}, {"A/3.jpg", "A"}, {"B/1.jpg", "B"}}));
}

TEST(Folders, WhereThereAreOnlyLinksTheyAreFollowed) {
    const TempSet pool, subset, cache;
    pool.images({"A/1.jpg", "B/1.jpg", "blobs/x1.jpg"});
    fs::create_directory_symlink(pool.path() / "A", subset.path() / "A");
    fs::create_directory_symlink(pool.path() / "B", subset.path() / "B");
    fs::create_directory_symlink(pool.path() / "B", subset.path() / "B again");  // Not twice.
    auto imported = importFolder(subset.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images.size(), 2U);
    ASSERT_EQ(imported->warnings.size(), 1U);
    EXPECT_NE(imported->warnings[0].find("3 links lead out of the folder and were followed"), std::string::npos);
    fs::create_directories(cache.path() / "C");
    fs::create_symlink(pool.path() / "blobs/x1.jpg", cache.path() / "C/1.jpg");
    imported = importFolder(cache.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathsAndIdentities(*imported), (Pairs{{"C/1.jpg", "C"}}));
    // Circles end, and a folder above is never followed.
    fs::create_directory_symlink("..", cache.path() / "C/up");
    fs::create_directory_symlink("/", cache.path() / "root");
    ImportOptions options;
    options.folder = cache.path();
    options.followLinks = true;
    imported = importImageSet(options);
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images.size(), 1U);
}

TEST(Folders, WhatLiesAbovePeopleIsAColumn) {
    const TempSet set;
    set.images({"African/m.01/1.jpg", "Asian/m.02/1.jpg"});
    const auto imported = importFolder(set.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathsAndIdentities(*imported), (Pairs{{"African/m.01/1.jpg", "m.01"}, {"Asian/m.02/1.jpg", "m.02"}}));
    EXPECT_EQ(imported->set.metadataColumns, std::vector<std::string>{"folder"});
    EXPECT_EQ(imported->set.images[1].metadata, std::vector<std::string>{"Asian"});
}

TEST(Folders, FoldersOfKindsAreNoPeople) {
    const TempSet cfp;
    cfp.images({"001/frontal/1.jpg", "001/profile/1.jpg", "002/frontal/1.jpg", "002/profile/1.jpg", "003/frontal/1.jpg"});
    auto imported = importFolder(cfp.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images[1].identity, "001");
    EXPECT_EQ(imported->set.images[1].metadata, std::vector<std::string>{"profile"});
    EXPECT_EQ(imported->set.images[1].media, Media::kUnknown);
    EXPECT_NE(imported->warnings.at(0).find("became the column “folder”"), std::string::npos);
    const TempSet inside;
    inside.images({"A/1.jpg", "A/Front/1.jpg", "B/1.jpg"});
    imported = importFolder(inside.path());
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->set.images[1].identity, "Front");
    EXPECT_NE(imported->warnings.at(0).find("an identity of its own: “A/Front”"), std::string::npos);
    const TempSet few;
    few.images({"Ann/Front/1.jpg", "Ann/Left/1.jpg", "Bo/Front/1.jpg", "Bo/Left/1.jpg"});
    imported = importFolder(few.path());
    ASSERT_TRUE(imported);
    EXPECT_NE(imported->warnings.at(0).find("--pattern {identity}/{kind}/*"), std::string::npos);
}

TEST(Folders, NamesAsAgeDbsSayWhoAndHowOld) {
    for (const std::string below : {"", "AgeDB/"}) {
        const TempSet set;
        for (const char* name : {"10_MariaCallas_7_f.jpg", "0_MariaCallas_35_f.jpg", "9_Abel-Étienne_101_m.jpg"})
            set.images({(below + name).c_str()});
        const auto imported = importFolder(set.path());
        ASSERT_TRUE(imported) << imported.error().message;
        EXPECT_EQ(pathsAndIdentities(*imported), (Pairs{{below + "0_MariaCallas_35_f.jpg", "MariaCallas"},
                                                        {below + "10_MariaCallas_7_f.jpg", "MariaCallas"},
                                                        {below + "9_Abel-Étienne_101_m.jpg", "Abel-Étienne"}}));
        EXPECT_EQ(imported->set.metadataColumns, (std::vector<std::string>{"age", "gender"}));
        EXPECT_EQ(imported->set.images[1].metadata, (std::vector<std::string>{"7", "f"}));
        ASSERT_EQ(imported->warnings.size(), 1U);
        EXPECT_NE(imported->warnings[0].find("AgeDB"), std::string::npos);
    }
    // One name that is another: as any folder.
    for (const char* other :
         {"a_b_c_d.jpg", "1_Ann_35_x.jpg", "1_Ann_Lee_35_f.jpg", "1_Ann_1999_f.jpg", "1_Ann_f.jpg", "1__35_f.jpg"}) {
        const TempSet set;
        set.images({"p/0_MariaCallas_35_f.jpg", (std::string("p/") + other).c_str()});
        const auto imported = importFolder(set.path());
        ASSERT_TRUE(imported) << imported.error().message;
        EXPECT_EQ(imported->set.images[0].identity, "p") << other;
        const TempSet flat;
        flat.images({"0_MariaCallas_35_f.jpg", other});
        EXPECT_FALSE(importFolder(flat.path())) << other;
    }
}

TEST(Folders, BadFoldersAreRefusedWithASentence) {
    const TempSet set;
    EXPECT_TRUE(failsWith(importFolder(set.path()), ErrorCode::kInvalid, {"holds no images", set.path().c_str()}));
    set.images({"notes.txt", "Empty/notes.txt"});
    EXPECT_TRUE(failsWith(importFolder(set.path()), ErrorCode::kInvalid, {"holds no images"}));
    set.images({"1.jpg", "2.jpg"});
    EXPECT_TRUE(failsWith(importFolder(set.path()), ErrorCode::kInvalid, {"no sub-folders", "manifest"}));
    EXPECT_TRUE(failsWith(importFolder(set.path() / "none"), ErrorCode::kNotFound, {"none” does not exist"}));
    EXPECT_TRUE(failsWith(importFolder("/dev/null"), ErrorCode::kInvalid, {"is not a folder"}));
    ImportOptions options;
    options.folder = set.path();
    options.noImages = true;
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"need a manifest"}));
    options.noImages = false;
    options.mapping = parseColumnMapping("yaw=pan").value();
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"mapping needs a manifest"}));
}

TEST(Folders, NamesThatAreNotUtf8KeepTheirPathAndGetAReadableIdentity) {
    const TempSet set;
    set.write("Zo\xEB/1.jpg", "x");
    const auto imported = importFolder(set.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.images[0].path, "Zo\xEB/1.jpg");
    EXPECT_EQ(imported->set.images[0].identity, "Zo\\xEB");
}

TEST(Folders, CanBeCancelled) {
    const TempSet set;
    set.images({"A/1.jpg"});
    ImportOptions options;
    options.folder = set.path();
    const JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(importImageSet(options, job).error().code, ErrorCode::kCancelled);
}
