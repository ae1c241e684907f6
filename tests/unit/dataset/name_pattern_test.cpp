#include "core/dataset/name_pattern.h"

#include <random>

#include "core/dataset/text.h"
#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// "identity=Ann frame=01", by name; "-" where the pattern does not fit.
std::string read(const std::string& pattern, const std::string& path) {
    const auto parsed = NamePattern::parse(pattern);
    if (!parsed) return parsed.error().message;
    const auto values = parsed->match(path);
    if (!values) return "-";
    std::string text;
    for (const auto& [name, value] : *values) text += (text.empty() ? "" : " ") + name + "=" + value;
    return text;
}

}  // namespace

TEST(NamePattern, ReadsNames) {
    EXPECT_EQ(read("{identity}_{frame}.jpg", "Anna_Maria_0001.jpg"), "frame=0001 identity=Anna_Maria");
    EXPECT_EQ(read("{identity}_{frame}.jpg", "x/y/Ann_1.JPG"), "frame=1 identity=Ann");
    EXPECT_EQ(read("{identity}_{frame}.jpg", "Ann_1.png"), "-");
    EXPECT_EQ(read("{identity}_{frame}", "Ann_1.png"), "frame=1 identity=Ann");
    EXPECT_EQ(read("{identity}-*", "Ann-.jpg"), "identity=Ann");
    EXPECT_EQ(read("{identity:3}{view}", "001frontal.jpg"), "identity=001 view=frontal");
    EXPECT_EQ(read("{race}/{identity}/*", "test/data/African/m.01/000_0.jpg"), "identity=m.01 race=African");
    EXPECT_EQ(read("{race}/{identity}/*", "m.01/1.jpg"), "-");
    EXPECT_EQ(read("{race}/{identity}/*", "a/m.01/1.jpg"), "identity=m.01 race=a");
    EXPECT_EQ(read("{identity}_{frame}", "Jose\xCC\x81_1.jpg"), "frame=1 identity=Jos\xC3\xA9");
    // Pointing'04.
    EXPECT_EQ(read("{identity}{series}{n}{pitch}{yaw}", "person01146-30+15.jpg"),
              "identity=person01 n=46 pitch=-30 series=1 yaw=+15");
    EXPECT_EQ(read("{identity}{series}{n}{pitch}{yaw}", "person01146.jpg"), "-");
    EXPECT_EQ(read("{identity}_{yaw}", "a_-12.5.png"), "identity=a yaw=-12.5");
}

TEST(NamePattern, FillsARecord) {
    const auto pattern = NamePattern::parse("{identity}{series}{n}{pitch}{-yaw}");
    ASSERT_TRUE(pattern) << pattern.error().message;
    EXPECT_EQ(pattern->columns(), (std::vector<std::string>{"series", "n"}));
    ImageRecord record;
    record.path = "P/person02203+60-90.jpg";
    ASSERT_TRUE(pattern->apply(record));
    EXPECT_EQ(record.identity, "person02");
    EXPECT_EQ(record.pitchDeg, 60.0);
    EXPECT_EQ(record.yawDeg, 90.0);
    EXPECT_EQ(record.metadata, (std::vector<std::string>{"2", "03"}));
    record = {};
    record.path = "odd.jpg";
    EXPECT_FALSE(pattern->apply(record));
    EXPECT_TRUE(record.metadata.empty());
    const auto video = NamePattern::parse("{identity}/{video}/*");
    record.path = "Ann/clip 1/3.jpg";
    ASSERT_TRUE(video->apply(record));
    EXPECT_EQ(record.video, "clip 1");
    EXPECT_EQ(record.media, Media::kVideo);
}

TEST(NamePattern, BadPatternsAreRefusedWithASentence) {
    for (const auto& [pattern, says] :
         std::vector<std::pair<std::string, std::string>>{{"{identity", "never closed"},
                                                          {"{identity}{frame}", "where “identity” ends"},
                                                          {"{identity}_{identity}", "twice"},
                                                          {"abc", "reads nothing"},
                                                          {"{identity:0}", "width"},
                                                          {"{identity:x}", "width"},
                                                          {"{}", "no name"},
                                                          {"{-identity}", "turned round"},
                                                          {"", "reads nothing"},
                                                          {"*{identity}", "where “*” ends"}}) {
        const auto parsed = NamePattern::parse(pattern);
        ASSERT_FALSE(parsed) << pattern;
        EXPECT_NE(parsed.error().message.find(says), std::string::npos) << parsed.error().message;
    }
}

TEST(NamePattern, FoldersAreImportedByIt) {
    const TempSet set;
    set.images({"Ann_1.jpg", "Ann_2.jpg", "Bo_1.png", "odd.jpg"});
    ImportOptions options;
    options.folder = set.path();
    options.pattern = "{identity}_{frame}";
    auto imported = importImageSet(options);
    ASSERT_TRUE(imported) << imported.error().message;
    ASSERT_EQ(imported->set.images.size(), 3U);
    EXPECT_EQ(imported->set.images[2].identity, "Bo");
    EXPECT_EQ(imported->set.metadataColumns, std::vector<std::string>{"frame"});
    ASSERT_EQ(imported->warnings.size(), 1U);
    EXPECT_NE(imported->warnings[0].find("“odd.jpg”"), std::string::npos);
    const auto preview = previewPattern(set.path(), options.pattern);
    ASSERT_TRUE(preview);
    ASSERT_EQ(preview->rows.size(), 4U);
    EXPECT_EQ(preview->rows[0].values->at("identity"), "Ann");
    EXPECT_FALSE(preview->rows[3].values);
    options.pattern = "{identity}#{frame}";
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"fits none of the 4 images", "“Ann_1.jpg”"}));
    options.manifest = set.write("m.csv", "path,identity\nAnn_1.jpg,A\n");
    EXPECT_TRUE(failsWith(importImageSet(options), ErrorCode::kInvalid, {"needs no manifest"}));
}

/// FACESPACE_MUTATIONS=10000 for the long form.
TEST(NamePattern, RandomPatternsAndNamesNeverCrash) {
    const char* asked = std::getenv("FACESPACE_MUTATIONS");
    const int trials = asked != nullptr ? std::atoi(asked) : 1000;
    const std::vector<std::string> pieces{"{identity}", "{yaw}", "{-pitch}", "{n}", "{series}", "*", "/", "_",    "{a:2}",
                                          "a",          "1",     "-",        "+",   ".jpg",     "{", "}", "\xFF", "é"};
    std::mt19937 random(4);
    const auto some = [&](std::uint32_t most) {
        std::string text;
        for (auto n = random() % most; n > 0; --n) text += pieces[random() % pieces.size()];
        return text;
    };
    for (int trial = 0; trial < trials; ++trial) {
        const auto pattern = NamePattern::parse(some(12));
        if (!pattern) {
            EXPECT_EQ(pattern.error().message.english().back(), '.');
            continue;
        }
        ImageRecord record;
        record.path = some(40);
        record.identity = "x";
        if (pattern->apply(record)) {
            EXPECT_FALSE(record.identity.empty());
            EXPECT_EQ(record.metadata.size(), pattern->columns().size());
            EXPECT_TRUE(isUtf8(record.identity));
        }
    }
    // Many ways to fail do not take long.
    const auto hard = NamePattern::parse("{a}a{b}a{c}a{d}a{e}a{f}a{g}a{h}b");
    ASSERT_TRUE(hard);
    EXPECT_FALSE(hard->match(std::string(250, 'a')));
}
