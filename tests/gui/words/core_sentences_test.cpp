// What the core really says when something is wrong is known to the window whole: no part of it stays English.
#include <gtest/gtest.h>
#include <functional>
#include <nlohmann/json.hpp>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QTranslator>

#include "core/dataset/import.h"
#include "core/filter/filter.h"
#include "core/network/descriptor.h"
#include "tests/unit/dataset/set_files.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

using Json = nlohmann::json;

/// A language that leaves of every text of the core only the values in it.
class OnlyValues : public QTranslator {
  public:
    QString translate(const char* context, const char* text, const char* many, int n) const override {
        if (qstrcmp(context, "facespace") != 0) return {};
        QString left = QStringLiteral("·");
        static const QRegularExpression place(QStringLiteral("\\{(\\d?)(:[^}]*)?\\}"));
        const bool several = many != nullptr && *many != '\0' && n != 1;
        for (auto it = place.globalMatch(QString::fromUtf8(several ? many : text)); it.hasNext();)
            left += QStringLiteral("{%1}·").arg(it.next().captured(1));
        return left;
    }
    bool isEmpty() const override { return false; }
};

class CoreSentences : public testing::Test {
  protected:
    void SetUp() override { QCoreApplication::installTranslator(&language_); }
    void TearDown() override { QCoreApplication::removeTranslator(&language_); }

    static void expectKnown(const Text& english) {
        static const QRegularExpression word(
            QStringLiteral("\\b(a|an|and|are|as|be|but|by|for|from|has|have|in|is|it|no|not|of|on|or|the|there|this|to|was|"
                           "were|which|with)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        const QString said = coreText(english);
        EXPECT_TRUE(said.contains(u'·')) << english.english() << "\n" << said.toStdString();
        EXPECT_FALSE(word.match(said).hasMatch()) << english.english() << "\n" << said.toStdString();
    }
    OnlyValues language_;
};

DataTable faces() {
    DataTable table;
    table.rows = 4;
    Column yaw;
    yaw.key = "yaw";
    yaw.title = Phrase("Yaw");
    yaw.kind = Column::Kind::kNumber;
    yaw.numbers = {-10, 0, 10, 20};
    Column media;
    media.key = "media";
    media.title = Phrase("Media");
    media.kind = Column::Kind::kCategory;
    media.levels = {"still", "video"};
    media.codes = {0, 1, 0, 1};
    table.columns = {yaw, media};
    return table;
}

TEST_F(CoreSentences, OfFilters) {
    for (const char* wrong : {"yav > 4",
                              "yaw >",
                              "(yaw > 4",
                              "yaw > 4)",
                              "yaw 4",
                              "yaw > 4 %",
                              "media == \"video",
                              "`yaw",
                              "distance[A",
                              "yaw > 1e999",
                              "media == vdeo",
                              "media",
                              "yaw",
                              "-yaw",
                              "\"video\"",
                              "p10 > 4",
                              "media == 4",
                              "yaw ~ \"4\"",
                              "yaw ~ 4",
                              "(yaw > 4) == (yaw > 5)",
                              "media + 4 > 2",
                              "asb(yaw) > 4",
                              "abs(yaw, 2) > 4",
                              "min(yaw) > 4",
                              "mean(yaw, 2) > 4",
                              "mean(media) > 4",
                              "percentile(yaw, 101) > 4",
                              "tag(yaw)",
                              "missing(yaw > 4)",
                              "media in still",
                              "min(yaw 4) > 2"}) {
        const auto mask = evaluateFilter(wrong, faces());
        ASSERT_FALSE(mask) << wrong;
        expectKnown(mask.error().message);
    }
    EXPECT_EQ(coreText(evaluateFilter("mean(yaw, 2) > 4", faces()).error().message).toStdString(), "·mean·");
    EXPECT_EQ(coreText(evaluateFilter("media == vdeo", faces()).error().message).toStdString(),
              "·media·vdeo·“still”, “video”· ·video·");
    for (const char* begun : {"a", "c", "l", "m", "p", "r", "s", "t"})
        for (const FilterCompletion& offer : completeFilter(begun, 1, faces()).items) expectKnown(offer.help);
}

TEST_F(CoreSentences, OfAnImport) {
    const auto warnings = [](std::initializer_list<const char*> files) {
        const test::TempSet set;
        set.images({"1/1.jpg", "2/1.jpg"});
        set.images(files);
        ImportOptions options;
        options.folder = set.path();
        const auto imported = importImageSet(options);
        EXPECT_TRUE(imported && imported->warnings.size() == 3);
        for (const Text& warning : imported->warnings) expectKnown(warning);
    };
    warnings({"1.jpg", "1/1.md", "1.csv"});
    warnings({"1.jpg", "2.jpg", "1/1.md", "1/2.md", "1.csv", "2.csv"});

    const test::TempSet set;
    set.images({"1.jpg"});
    for (const char* rows : {"1.jpg,1\n2.jpg,2\n", "1.jpg,1\n2.jpg,2\n3.jpg,3\n"}) {
        const auto imported = set.importManifest(std::string("path,identity\n") + rows);
        ASSERT_TRUE(imported && imported->warnings.size() == 1);
        expectKnown(imported->warnings.front());
    }
    for (const char* wrong :
         {"", "path,identity\n", "path\n1.jpg\n", "path,path\n", "path,identity\n,1\n", "path,identity\n../1.jpg,1\n",
          "path,identity\n1.jpg,\n", "path,identity\n1.jpg,1,2\n", "path,identity\n1.jpg,1\n1.jpg,1\n",
          "path,identity,box_x\n1.jpg,1,2\n", "path,identity,lm_x1\n1.jpg,1,2\n",
          "path,identity,box_x,box_y,box_w,box_h\n1.jpg,1,2,,2,2\n",
          "path,identity,box_x,box_y,box_w,box_h\n1.jpg,1,2,2,0,2\n", "path,identity,yaw\n1.jpg,1,left\n",
          "path,identity,yaw\n1.jpg,1,999\n", "path,identity,media\n1.jpg,1,film\n", "path,identity\n1.jpg,\"1\n"}) {
        const auto imported = set.importManifest(wrong);
        ASSERT_FALSE(imported) << wrong;
        expectKnown(imported.error().message);
    }
}

TEST_F(CoreSentences, OfADescriptor) {
    const test::TempSet folder;
    folder.write("1.pt", "1");
    const Json valid = Json::parse(R"({"file": "1.pt", "input": {"width": 8, "height": 8, "channel_order": "RGB",
        "mean": 1, "std": 1}, "alignment": {"type": "none"}, "output": {"dim": 8, "l2_normalised": true}})");
    ASSERT_TRUE(readDescriptor(folder.write("1.json", valid.dump())));
    const std::vector<std::function<void(Json&)>> changes{
        [](Json& j) { j = 1; },
        [](Json& j) { j.erase("input"); },
        [](Json& j) { j["input"] = 1; },
        [](Json& j) { j["input"].erase("mean"); },
        [](Json& j) { j["input"]["width"] = 1; },
        [](Json& j) {
            j["input"]["mean"] = {1, 2};
        },
        [](Json& j) { j["input"]["std"] = 0; },
        [](Json& j) { j["input"]["scale"] = 1; },
        [](Json& j) { j["input"].erase("std"); },
        [](Json& j) { j["input"]["channel_order"] = 1; },
        [](Json& j) { j["input"]["layout"] = 1; },
        [](Json& j) { j["alignment"]["type"] = 1; },
        [](Json& j) { j["alignment"]["type"] = "similarity"; },
        [](Json& j) {
            j["alignment"] = {{"points", {{1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}}}};
        },
        [](Json& j) { j["alignment"]["crop"] = 1; },
        [](Json& j) { j["alignment"]["margin"] = 9; },
        [](Json& j) { j["output"]["dim"] = 0; },
        [](Json& j) { j["output"]["l2_normalised"] = 1; },
        [](Json& j) { j["file"] = "/1.pt"; },
        [](Json& j) { j["file"] = "1.x"; },
        [](Json& j) { j["file"] = "2.pt"; },
        [](Json& j) { j["format"] = "1"; },
        [](Json& j) { j["batch"] = "1"; },
        [](Json& j) { j["name"] = 1; },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Json json = valid;
        changes[i](json);
        const auto read = readDescriptor(folder.write("1.json", json.dump()));
        ASSERT_FALSE(read) << i;
        expectKnown(read.error().message);
    }
}

}  // namespace
}  // namespace facespace
