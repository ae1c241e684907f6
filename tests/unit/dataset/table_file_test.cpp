#include "core/dataset/table_file.h"

#include <algorithm>
#include <cstdlib>
#include <random>

#include "core/dataset/text.h"
#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

using PathRows = std::vector<std::pair<std::string, std::string>>;

PathRows pathAndIdentity(const ImportedSet& imported) {
    PathRows pairs;
    for (const auto& image : imported.set.images) pairs.emplace_back(image.path, image.identity);
    return pairs;
}

bool anySays(const std::vector<Text>& notes, const std::string& part) {
    return std::ranges::any_of(notes, [&](const Text& note) { return note.find(part) != std::string::npos; });
}

std::vector<std::string> fieldsOf(const char* line) {
    std::vector<std::string> fields;
    splitAtBlanks(line, fields);
    return fields;
}

}  // namespace

TEST(TableFile, BlanksSeparateWhereNothingElseDoes) {
    using Fields = std::vector<std::string>;
    EXPECT_EQ(fieldsOf("  s1/1.pgm \t 1 "), (Fields{"s1/1.pgm", "1"}));
    EXPECT_EQ(fieldsOf("Anna Maria/1.jpg 7"), (Fields{"Anna Maria/1.jpg", "7"}));
    EXPECT_EQ(fieldsOf("7 Anna Maria/1.jpg"), (Fields{"7", "Anna Maria/1.jpg"}));
    EXPECT_EQ(fieldsOf("a b/1.jpg c d/2.PNG 0"), (Fields{"a b/1.jpg", "c d/2.PNG", "0"}));
    EXPECT_EQ(fieldsOf("name 1 other 2"), (Fields{"name", "1", "other", "2"}));
    EXPECT_EQ(fieldsOf("1 a/b.jpg 5"), (Fields{"1", "a/b.jpg", "5"}));
    EXPECT_TRUE(fieldsOf("").empty());
}

TEST(TableFile, ListsWithoutHeader) {
    const TempSet set;
    // CelebA's identity_CelebA.txt.
    auto imported = set.importLabels("000001.jpg 2880\n000002.jpg 2937\n000003.jpg 2880\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->layout, "list without header");
    EXPECT_EQ(pathAndIdentity(*imported),
              (PathRows{{"000001.jpg", "2880"}, {"000002.jpg", "2937"}, {"000003.jpg", "2880"}}));
    EXPECT_TRUE(anySays(imported->warnings, "“column 1” was taken for the path and “column 2” for the identity"));
    // MXNet's .lst: number, label, path.
    imported = set.importLabels("0\t5.000000\tA/1.jpg\n1\t5.000000\tA/2.jpg\n2\t7.000000\tB/1.jpg\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"A/1.jpg", "5"}, {"A/2.jpg", "5"}, {"B/1.jpg", "7"}}));
    EXPECT_TRUE(imported->set.metadataColumns.empty());
    // InsightFace's: aligned or not, path, label.
    imported = set.importLabels("1\tA/1.jpg\t0\n1\tA/2.jpg\t0\n1\tB/1.jpg\t1\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"A/1.jpg", "0"}, {"A/2.jpg", "0"}, {"B/1.jpg", "1"}}));
    // Paths with blanks, and paths alone.
    imported = set.importLabels("Anna Maria/1 a.jpg 1\nBo/1.jpg 2\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"Anna Maria/1 a.jpg", "1"}, {"Bo/1.jpg", "2"}}));
    imported = set.importLabels("s1/1.pgm\ns2/1.pgm\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"s1/1.pgm", "s1"}, {"s2/1.pgm", "s2"}}));
}

TEST(TableFile, ListsThatCouldMeanSeveralThingsAreAskedAbout) {
    const TempSet set;
    const std::string text = "a.jpg,A,red\nb.jpg,B,blue\n";
    EXPECT_TRUE(failsWith(set.importLabels(text), ErrorCode::kFormat,
                          {"no column “identity”", "“column 1”, “column 2”, “column 3”", "--map identity=COLUMN"}));
    const auto imported = set.importLabels(text, "identity=column 2");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"a.jpg", "A"}, {"b.jpg", "B"}}));
    EXPECT_EQ(imported->set.metadataColumns, std::vector<std::string>{"column 3"});
    EXPECT_EQ(imported->set.images[1].metadata, std::vector<std::string>{"blue"});
}

TEST(TableFile, CelebATablesHaveACountAboveAndNoNameForTheImages) {
    const TempSet set;
    const auto imported = set.importLabels("2\nSmiling Young\n000001.jpg -1  1\n000002.jpg  1  1\n", "identity=Smiling");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"000001.jpg", "-1"}, {"000002.jpg", "1"}}));
    EXPECT_EQ(imported->set.metadataColumns, std::vector<std::string>{"Young"});
    EXPECT_TRUE(failsWith(set.importLabels("2\nSmiling Young\n000001.jpg -1 1\n000002.jpg 1\n", "identity=Smiling"),
                          ErrorCode::kFormat, {"Line 4"}));
}

TEST(TableFile, RowNumbersOfPandasAndRArePassedOver) {
    const TempSet set;
    for (const char* text :
         {",path,identity,mood\n0,a.jpg,A,x\n1,b.jpg,B,y\n", "path\tidentity\tmood\n1\ta.jpg\tA\tx\n2\tb.jpg\tB\ty\n",
          "Unnamed: 0,path,identity,mood\n0,a.jpg,A,x\n1,b.jpg,B,y\n"}) {
        const auto imported = set.importLabels(text);
        ASSERT_TRUE(imported) << imported.error().message;
        EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"a.jpg", "A"}, {"b.jpg", "B"}}));
        EXPECT_EQ(imported->set.metadataColumns, std::vector<std::string>{"mood"});
        EXPECT_TRUE(anySays(imported->warnings, "numbers the rows"));
    }
    // An unnamed column that does not count up says something.
    const auto imported = set.importLabels(",path,identity\n7,a.jpg,A\n9,b.jpg,B\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->set.metadataColumns, std::vector<std::string>{"column 1"});
}

TEST(TableFile, WordsForMissingValues) {
    for (const char* word : {"", " ", "NA", "n/a", "#N/A", "<NA>", "nan", "NaN", "None", "null", "NULL", "-", "–", "—"})
        EXPECT_TRUE(isMissing(word)) << word;
    for (const char* word : {"0", "nano", "Nan Goldin", "--", "-1", "no", "x"}) EXPECT_FALSE(isMissing(word)) << word;
    const TempSet set;
    const auto imported =
        set.importLabels("path,identity,yaw,age,hat\na.jpg,A,NA,30,none\nb.jpg,B,12,nan,red\nc.jpg,C,-,31,\n");
    ASSERT_TRUE(imported) << imported.error().message;
    const auto& images = imported->set.images;
    EXPECT_EQ(images[0].yawDeg, std::nullopt);
    EXPECT_EQ(images[1].yawDeg, 12.0);
    EXPECT_EQ(images[2].yawDeg, std::nullopt);
    EXPECT_EQ(images[1].metadata, (std::vector<std::string>{"", "red"}));
    EXPECT_EQ(images[0].metadata, (std::vector<std::string>{"30", ""}));
    EXPECT_TRUE(anySays(imported->warnings, "“none” in column “hat” was taken for no value, in 1 row."));
    EXPECT_FALSE(anySays(imported->warnings, "“nan”"));
    // As an identity, unless a folder has that name, too.
    EXPECT_TRUE(failsWith(set.importLabels("path,identity\na.jpg,NA\n"), ErrorCode::kFormat, {"Line 2", "says “NA”"}));
    EXPECT_EQ(set.importLabels("path,identity\nNull/a.jpg,Null\n")->set.images[0].identity, "Null");
}

TEST(TableFile, BadRowsAreListedAndLeftOutByChoice) {
    const TempSet set;
    ImportOptions options;
    options.noImages = true;
    options.manifest =
        set.write("m.csv", "path,identity,yaw\na.jpg,A,1\nb.jpg,,2\n../c.jpg,C,3\nd.jpg,D,abc\na.jpg,A,1\ne.jpg,E,5\n");
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kFormat, {"Line 3", "--skip-bad-rows"}));
    options.skipBadRows = true;
    const auto imported = importImageSet(options);
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"a.jpg", "A"}, {"e.jpg", "E"}}));
    ASSERT_EQ(imported->warnings.size(), 5U);
    EXPECT_EQ(imported->warnings[0], "4 rows cannot be used and were left out:");
    EXPECT_NE(imported->warnings[1].find("Line 3"), std::string::npos);
    EXPECT_NE(imported->warnings[2].find("out of the images' folder"), std::string::npos);
    EXPECT_NE(imported->warnings[3].find("“abc”"), std::string::npos);
    EXPECT_NE(imported->warnings[4].find("listed twice"), std::string::npos);
    options.manifest = set.write("m.csv", "path,identity\na.jpg,\n");
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kFormat, {"No row of"}));
}

TEST(TableFile, NamesInBothFormsOfUnicodeAreOne) {
    const std::string nfc = "Jos\xC3\xA9", nfd = "Jose\xCC\x81";
    EXPECT_EQ(composed(nfd), nfc);
    const TempSet set;
    set.write(nfd + "/1.jpg", "x");
    set.write("B/2.jpg", "x");
    const auto imported = set.importManifest("path,identity\n" + nfc + "/1.jpg," + nfc + "\nB/2.jpg," + nfd + "\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_TRUE(imported->warnings.empty()) << imported->warnings[0];
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{nfd + "/1.jpg", nfc}, {"B/2.jpg", nfc}}));
    ImportOptions folder;
    folder.folder = set.path();
    EXPECT_EQ(importImageSet(folder)->set.images[1].identity, nfc);
}

TEST(TableFile, PathsWithoutTheEndOfAnImageAreFound) {
    const TempSet set;
    set.images({"n1/1.jpg", "n1/2.png"});
    const auto imported = set.importManifest("path,identity\nn1/1,A\nn1/2,A\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_TRUE(imported->warnings.empty());
    EXPECT_EQ(pathAndIdentity(*imported), (PathRows{{"n1/1.jpg", "A"}, {"n1/2.png", "A"}}));
}

TEST(TableFile, ColumnsThatLookLikeSomethingAreOffered) {
    const TempSet set;
    auto imported = set.importLabels("path,identity,pan,tilt\na.jpg,A,1,2\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_TRUE(anySays(imported->warnings, "--map pitch=tilt,yaw=pan"));
    EXPECT_TRUE(set.importLabels("path,identity,pan,tilt\na.jpg,A,1,2\n", "yaw=pan,pitch=tilt")->warnings.empty());
    const auto file = set.write(
        "m.csv",
        "path,identity,lefteye_x,lefteye_y,righteye_x,righteye_y,nose_x,nose_y,leftmouth_x,"
        "leftmouth_y,rightmouth_x,rightmouth_y,x_1,y_1,width,height,pose_Ry\na,A,1,2,3,4,5,6,7,8,9,10,1,2,3,4,0.1\n");
    const auto preview = previewManifest(file);
    ASSERT_TRUE(preview) << preview.error().message;
    EXPECT_EQ(preview->offered.at("lm_x1").column, "lefteye_x");
    EXPECT_EQ(preview->offered.at("lm_y5").column, "rightmouth_y");
    EXPECT_EQ(preview->offered.at("box_w").column, "width");
    EXPECT_EQ(preview->offered.at("yaw"), (ColumnSource{"pose_Ry", false, true}));
    EXPECT_FALSE(preview->automatic.contains("lm_x1"));
}

/// FACESPACE_MUTATIONS=10000 for the long form.
TEST(TableFile, MutatedListsNeverCrash) {
    const char* asked = std::getenv("FACESPACE_MUTATIONS");
    const int trials = asked != nullptr ? std::atoi(asked) : 500;
    const std::vector<std::string> seeds{"000001.jpg 2880\n000002.jpg 2937\n",
                                         "0\t5.000000\tA/1.jpg\n1\t5.000000\tA/2.jpg\n",
                                         "2\nSmiling Young\n000001.jpg -1  1\n000002.jpg  1  1\n",
                                         ",path,identity,yaw\n0,a.jpg,A,NA\n1,b.jpg,B,2\n", "A b/1.jpg\nC/2.jpg\n"};
    const std::vector<std::string> pieces{",",   "\n", " ",    "\t", "\"",        "NA", "#", ".jpg", "9999999999999999999",
                                          "../", "/",  "\xFF", "é",  "e\xCC\x81", "\r", ";", "|",    std::string(1, '\0')};
    const TempSet set;
    std::mt19937 random(6);
    for (int trial = 0; trial < trials; ++trial) {
        std::string text = seeds[random() % seeds.size()];
        for (auto n = 1 + random() % 5; n > 0; --n) {
            const std::size_t at = random() % (text.size() + 1);
            if (random() % 3 == 0)
                text.erase(at, random() % 6);
            else
                text.insert(at, pieces[random() % pieces.size()]);
        }
        ImportOptions options;
        // IJB's lists, too.
        options.manifest = set.write(trial % 4 == 0 ? "x_face_tid_mid.txt" : "m.csv", text);
        set.write("x_name_5pts_score.txt", trial % 8 == 0 ? text : "1.jpg 1 2 3 4 5 6 7 8 9 10 0.5\n");
        options.noImages = true;
        options.skipBadRows = trial % 2 == 0;
        const auto imported = importImageSet(options);
        if (imported) {
            EXPECT_FALSE(imported->set.images.empty()) << text;
            for (const auto& image : imported->set.images) {
                EXPECT_FALSE(image.identity.empty() || image.path.empty()) << text;
                EXPECT_EQ(image.metadata.size(), imported->set.metadataColumns.size()) << text;
                EXPECT_TRUE(isUtf8(image.identity)) << text;
            }
        } else {
            EXPECT_EQ(imported.error().message.english().back(), '.') << imported.error().message;
            EXPECT_TRUE(isUtf8(imported.error().message.english())) << text;
        }
        (void)previewManifest(options.manifest);
    }
}
