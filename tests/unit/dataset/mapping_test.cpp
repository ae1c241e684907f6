#include <random>

#include "core/dataset/fields.h"
#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

TEST(ColumnMapping, ReadsSignsAndUnits) {
    const auto mapping = parseColumnMapping("yaw=-pan, pitch = tilt:rad ,identity=\"who, exactly\",x=left").value();
    EXPECT_EQ(mapping.at("yaw"), (ColumnSource{"pan", true, false}));
    EXPECT_EQ(mapping.at("pitch"), (ColumnSource{"tilt", false, true}));
    EXPECT_EQ(mapping.at("identity"), (ColumnSource{"who, exactly", false, false}));
    EXPECT_EQ(mapping.at("box_x"), (ColumnSource{"left", false, false}));
    EXPECT_TRUE(parseColumnMapping("  ").value().empty());
}

TEST(ColumnMapping, RefusesWhatItCannotRead) {
    EXPECT_TRUE(failsWith(parseColumnMapping("yaw"), ErrorCode::kInvalid, {"“yaw”", "field=column"}));
    EXPECT_TRUE(failsWith(parseColumnMapping("yaw=,pitch=tilt"), ErrorCode::kInvalid, {"“yaw=”"}));
    EXPECT_TRUE(failsWith(parseColumnMapping("yaw=pan:grad"), ErrorCode::kInvalid, {"“yaw=pan:grad”"}));
    EXPECT_TRUE(failsWith(parseColumnMapping("yaw=\"pan"), ErrorCode::kInvalid, {"“yaw=\"pan”"}));
    EXPECT_TRUE(failsWith(parseColumnMapping("yawn=pan"), ErrorCode::kInvalid, {"“yawn”", "not a field", "lm_y5"}));
    EXPECT_TRUE(
        failsWith(parseColumnMapping("identity=-name"), ErrorCode::kInvalid, {"identity", "only yaw, pitch and roll"}));
    EXPECT_TRUE(failsWith(parseColumnMapping("yaw=a,YAW=b"), ErrorCode::kInvalid, {"names yaw twice"}));
}

TEST(ColumnMappingProperty, TextGivesTheSameMappingBack) {
    std::mt19937 random(3);
    const std::vector<std::string> pieces{"a", "pan", " ", ",", ":", "=", "\"", "-", "ë", ":rad"};
    for (int trial = 0; trial < 500; ++trial) {
        ColumnMapping mapping;
        for (const auto& field : mappableFields()) {
            if (random() % 3 != 0) continue;
            ColumnSource source;
            source.column = "c";
            for (auto n = random() % 4; n > 0; --n) source.column += pieces[random() % pieces.size()];
            if (random() % 2 != 0) source.column.erase(0, 1);
            if (source.column.empty()) source.column = "c";
            source.negate = isAngle(*fieldOfName(field)) && random() % 2 != 0;
            source.radians = isAngle(*fieldOfName(field)) && random() % 2 != 0;
            mapping[field] = source;
        }
        const auto back = parseColumnMapping(toString(mapping));
        ASSERT_TRUE(back) << toString(mapping) << ": " << back.error().message;
        ASSERT_EQ(*back, mapping) << toString(mapping);
    }
}

TEST(AutomaticMapping, TakesOwnAndCustomaryNamesWhateverTheCase) {
    const auto mapping = automaticMapping({"FileName", "Subject_ID", "Yaw", "extra"});
    EXPECT_EQ(mapping.at("path").column, "FileName");
    EXPECT_EQ(mapping.at("identity").column, "Subject_ID");
    EXPECT_EQ(mapping.at("yaw").column, "Yaw");
    EXPECT_EQ(mapping.size(), 3U);
}

TEST(AutomaticMapping, NeverMixesABoxFromTwoFamilies) {
    auto mapping = automaticMapping({"path", "identity", "face_w", "face_h", "box_x", "box_y", "box_w", "box_h"});
    EXPECT_EQ(mapping.at("box_w").column, "box_w");
    mapping = automaticMapping({"path", "identity", "x", "y"});  // Coordinates of something else: metadata.
    EXPECT_EQ(mapping.count("box_x"), 0U);
    mapping = automaticMapping({"path", "identity", "x", "y", "w", "h"});
    EXPECT_EQ(mapping.at("box_h").column, "h");
}

TEST(PreviewManifest, ShowsTheFirstRowsAndTheAutomaticMapping) {
    const TempSet set;
    std::string text = "path;identity;pan\n";
    for (int i = 0; i < 50; ++i) text += std::to_string(i) + ".jpg;Zoë;" + std::to_string(i) + "\n";
    const auto preview = previewManifest(set.write("m.csv", text));
    ASSERT_TRUE(preview) << preview.error().message;
    EXPECT_EQ(preview->columns, (std::vector<std::string>{"path", "identity", "pan"}));
    EXPECT_EQ(preview->rows.size(), 20U);
    EXPECT_EQ(preview->rows[19], (std::vector<std::string>{"19.jpg", "Zoë", "19"}));
    EXPECT_EQ(preview->automatic.size(), 2U);
    EXPECT_FALSE(preview->ijbProtocol);
    EXPECT_TRUE(failsWith(previewManifest(set.path() / "none.csv"), ErrorCode::kIo, {"none.csv”"}));
    EXPECT_TRUE(failsWith(previewManifest(set.path()), ErrorCode::kIo, {"is a folder"}));
}
