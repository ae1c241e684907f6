#include <fmt/format.h>
#include <random>

#include "core/dataset/csv.h"
#include "core/dataset/text.h"
#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

std::string randomText(std::mt19937& random, const std::vector<std::string>& pieces, std::uint32_t most) {
    std::string text;
    for (auto n = random() % (most + 1); n > 0; --n) text += pieces[random() % pieces.size()];
    return text;
}

/// A record as a manifest can say it, with a path of its own.
ImageRecord randomRecord(std::mt19937& random, std::size_t index) {
    const std::vector<std::string> pieces{"a", "B", "ë", "顔", " ", ",", "\"", ";", "'", "\t", "\n", "="};
    std::uniform_real_distribution<float> coordinate(-20, 500);
    ImageRecord record;
    record.path = fmt::format("d{}/{}_{}.jpg", random() % 4, randomText(random, pieces, 6), index);
    record.identity = fmt::format("i{}d", randomText(random, pieces, 4));
    if (random() % 2 != 0) record.yawDeg = coordinate(random) / 3;
    if (random() % 2 != 0) record.pitchDeg = coordinate(random) / 3;
    if (random() % 2 != 0) record.rollDeg = 0;
    record.media = static_cast<Media>(random() % 3);
    if (record.media == Media::kVideo) record.video = fmt::format("v{}", random() % 5);
    if (random() % 2 != 0) record.box = FaceBox{coordinate(random), coordinate(random), 1 + std::abs(coordinate(random)), 7};
    if (random() % 2 != 0) {
        record.landmarks.emplace();
        for (auto& point : *record.landmarks) point = {coordinate(random), coordinate(random)};
    }
    record.metadata = {randomText(random, pieces, 5), randomText(random, pieces, 5)};
    for (std::string& value : record.metadata)
        if (trimmed(value).empty()) value.clear();  // Blanks alone say that nothing is known.
    return record;
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : ""; }

std::string manifestOf(const ImageSet& set, char delimiter) {
    std::vector<std::string> header{"path", "identity", "yaw", "pitch", "roll", "media", "video", "x", "y", "w", "h"};
    for (int i = 1; i <= 5; ++i) header.insert(header.end(), {fmt::format("lm_x{}", i), fmt::format("lm_y{}", i)});
    header.insert(header.end(), set.metadataColumns.begin(), set.metadataColumns.end());
    std::string text = csvRecord(header, delimiter);
    for (const auto& r : set.images) {
        const char* media = r.media == Media::kStill ? "still" : r.media == Media::kVideo ? "video" : "";
        std::vector<std::string> cells{r.path, r.identity, number(r.yawDeg), number(r.pitchDeg), number(r.rollDeg),
                                       media,  r.video};
        const FaceBox box = r.box.value_or(FaceBox{});
        for (const float v : {box.x, box.y, box.width, box.height}) cells.push_back(r.box ? fmt::format("{}", v) : "");
        for (const auto& point : r.landmarks.value_or(Landmarks{}))
            for (const float v : {point.x, point.y}) cells.push_back(r.landmarks ? fmt::format("{}", v) : "");
        cells.insert(cells.end(), r.metadata.begin(), r.metadata.end());
        text += csvRecord(cells, delimiter);
    }
    return text;
}

}  // namespace

TEST(ManifestProperty, RandomSetsSurviveWritingAndImporting) {
    const TempSet folder;
    std::mt19937 random(5);
    for (int trial = 0; trial < 100; ++trial) {
        ImageSet set;
        set.metadataColumns = {"mood", "note"};
        for (std::size_t i = 0; i <= random() % 20; ++i) set.images.push_back(randomRecord(random, i));
        const auto imported = folder.importLabels(manifestOf(set, ",\t;"[trial % 3]));
        ASSERT_TRUE(imported) << imported.error().message;
        ASSERT_EQ(imported->set.metadataColumns, set.metadataColumns);
        ASSERT_EQ(imported->set.images.size(), set.images.size());
        for (std::size_t i = 0; i < set.images.size(); ++i) {
            const ImageRecord &read = imported->set.images[i], &written = set.images[i];
            ASSERT_EQ(read.path, written.path);
            ASSERT_EQ(read.identity, written.identity);
            ASSERT_EQ(read.metadata, written.metadata);
            ASSERT_EQ(read.yawDeg, written.yawDeg);
            ASSERT_TRUE(read == written) << written.path;
        }
    }
}

TEST(ManifestProperty, RandomBytesNeverCrash) {
    const TempSet folder;
    std::mt19937 random(6);
    const std::vector<std::string> pieces{"path,identity",
                                          ",",
                                          "\n",
                                          "\"",
                                          "\r",
                                          "yaw",
                                          "1.5",
                                          "nan",
                                          "../",
                                          "/",
                                          std::string(1, '\0'),
                                          "\xFF",
                                          "\t",
                                          "lm_x1",
                                          "a.jpg",
                                          "x,y,w,h",
                                          ";",
                                          "TEMPLATE_ID,SUBJECT_ID,FILE",
                                          "\\"};
    for (int trial = 0; trial < 1000; ++trial) {
        std::string text = trial % 2 != 0 ? "path,identity\n" : "";
        text += randomText(random, pieces, 30);
        if (trial % 5 == 0)
            for (auto n = random() % 200; n > 0; --n) text += static_cast<char>(random());
        const auto imported = trial % 2 != 0 ? folder.importManifest(text) : folder.importLabels(text);
        if (imported) {
            EXPECT_FALSE(imported->set.images.empty());
            for (const auto& image : imported->set.images) {
                EXPECT_FALSE(image.identity.empty());
                EXPECT_FALSE(image.path.empty() || image.path.starts_with("/") || image.path.starts_with("../"))
                    << image.path;
                EXPECT_EQ(image.metadata.size(), imported->set.metadataColumns.size());
            }
        } else {
            EXPECT_EQ(imported.error().message.english().back(), '.') << imported.error().message;
            EXPECT_TRUE(isUtf8(imported.error().message.english()));
        }
    }
}

TEST(TextProperty, ReadableTextIsUtf8AndLeavesUtf8Alone) {
    std::mt19937 random(8);
    for (int trial = 0; trial < 2000; ++trial) {
        std::string bytes;
        for (auto n = random() % 12; n > 0; --n)
            bytes += static_cast<char>(random() % 3 != 0 ? 0x80 + random() % 0x80 : random());
        EXPECT_TRUE(isUtf8(readableText(bytes)));
        if (isUtf8(bytes)) {
            EXPECT_EQ(readableText(bytes), bytes);
        }
    }
    for (const char* wrong : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\xC3", "\x80"})
        EXPECT_FALSE(isUtf8(wrong));
    for (const char* right : {"", "a", "ë", "顔", "😀", "\xF4\x8F\xBF\xBF"}) EXPECT_TRUE(isUtf8(right));
}
