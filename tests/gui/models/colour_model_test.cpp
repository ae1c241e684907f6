#include "widgets/models/colour_model.h"

#include <gtest/gtest.h>
#include <cmath>
#include <QSignalSpy>

#include "core/figure/colour_maps.h"
#include "tests/gui/models/workspace_fixture.h"

namespace facespace {
namespace {

double luminance(Rgb c) {
    const auto linear = [](int v) { return std::pow(v / 255.0, 2.2); };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

TEST(ColourMaps, ViridisGrowsLighterFromEndToEnd) {
    EXPECT_EQ(viridisAt(0), (Rgb{0x44, 0x01, 0x54}));
    EXPECT_EQ(viridisAt(1), (Rgb{0xFD, 0xE7, 0x25}));
    EXPECT_EQ(viridisAt(-3), viridisAt(0));
    EXPECT_EQ(viridisAt(7), viridisAt(1));
    for (int i = 1; i <= 50; ++i) EXPECT_GT(luminance(viridisAt(i / 50.0)), luminance(viridisAt((i - 1) / 50.0))) << i;
}

TEST(ColourMaps, DivergingIsPalestInTheMiddleAndBalanced) {
    for (int i = 1; i <= 25; ++i) {
        EXPECT_GT(luminance(divergingAt(i / 50.0)), luminance(divergingAt((i - 1) / 50.0))) << i;
        EXPECT_LT(luminance(divergingAt(0.5 + i / 50.0)), luminance(divergingAt(0.5 + (i - 1) / 50.0))) << i;
        EXPECT_NEAR(luminance(divergingAt(0.5 + i / 50.0)), luminance(divergingAt(0.5 - i / 50.0)), 0.06) << i;
    }
    EXPECT_GT(divergingAt(0).b, divergingAt(0).r);
    EXPECT_GT(divergingAt(1).r, divergingAt(1).b);
}

class ColourModelTest : public ::testing::Test {
  protected:
    void SetUp() override {
        snapshot_ = testing::makeSnapshot(100, 20);
        table_ = testing::makeTable(*snapshot_);
        model_.setTable(table_);
    }
    std::shared_ptr<Snapshot> snapshot_;
    std::shared_ptr<DataTable> table_;
    ColourModel model_;
};

TEST_F(ColourModelTest, OffersEveryColumnButText) {
    const std::vector<QString> expected{"identity", "yaw", "distance[A]", "distance[B]"};
    EXPECT_EQ(model_.availableKeys(), expected);
}

TEST_F(ColourModelTest, NoKeyGivesOneColour) {
    EXPECT_EQ(model_.scale(), ColourModel::Scale::kNone);
    ASSERT_EQ(model_.rgb().size(), 300U);
    EXPECT_EQ(model_.colourOf(0), model_.colourOf(99));
}

TEST_F(ColourModelTest, NumbersRunFromThe1stToThe99thPercentile) {
    model_.setKey("distance[A]");
    EXPECT_EQ(model_.scale(), ColourModel::Scale::kSequential);
    EXPECT_NEAR(model_.minimum(), 10.1, 1e-9);
    EXPECT_NEAR(model_.maximum(), 19.9, 1e-9);
    EXPECT_EQ(model_.colourOf(0), QColor(0x44, 0x01, 0x54));
    EXPECT_EQ(model_.colourOf(99), QColor(0xFD, 0xE7, 0x25));
    model_.setWholeRange(true);
    EXPECT_NEAR(model_.minimum(), 10, 1e-9);
    EXPECT_NEAR(model_.maximum(), 20, 1e-9);
}

TEST_F(ColourModelTest, SignedAnglesAreCentredOnZeroAndMissingOnesGrey) {
    model_.setKey("yaw");
    EXPECT_EQ(model_.scale(), ColourModel::Scale::kDiverging);
    EXPECT_DOUBLE_EQ(model_.minimum(), -model_.maximum());
    EXPECT_EQ(model_.title(), QStringLiteral("Yaw (°)"));
    EXPECT_EQ(model_.missingCount(), 15);
    EXPECT_EQ(model_.colourOf(7), QColor(kMissingColour.r, kMissingColour.g, kMissingColour.b));
    EXPECT_GT(model_.colourOf(1).blue(), model_.colourOf(1).red());
    EXPECT_GT(model_.colourOf(97).red(), model_.colourOf(97).blue());
}

TEST_F(ColourModelTest, ManyLevelsColourTheMostFrequentOrTheHighlighted) {
    model_.setKey("identity");
    ASSERT_EQ(model_.legend().size(), 9U);
    EXPECT_TRUE(model_.canHighlight());
    EXPECT_EQ(model_.legend().back().label, QStringLiteral("other"));
    EXPECT_EQ(model_.legend().back().count, 60);

    QSignalSpy changed(&model_, &ColourModel::coloursChanged);
    model_.setHighlighted({"person 13", "person 2"});
    model_.setHighlighted({"person 13", "person 2"});
    EXPECT_EQ(changed.count(), 1);
    ASSERT_EQ(model_.legend().size(), 3U);
    EXPECT_EQ(model_.legend()[0].label, QStringLiteral("person 13"));
    EXPECT_EQ(model_.colourOf(13), model_.legend()[0].colour);
    EXPECT_EQ(model_.colourOf(33), model_.legend()[0].colour);
    EXPECT_EQ(model_.colourOf(0), model_.legend()[2].colour);
}

TEST_F(ColourModelTest, FewLevelsAreAllColoured) {
    const auto snapshot = testing::makeSnapshot(12, 3);
    model_.setTable(testing::makeTable(*snapshot));
    model_.setKey("identity");
    EXPECT_FALSE(model_.canHighlight());
    ASSERT_EQ(model_.legend().size(), 3U);
    EXPECT_EQ(model_.legend()[1].count, 4);
    EXPECT_NE(model_.colourOf(0), model_.colourOf(1));
}

TEST_F(ColourModelTest, AConstantColumnAndAnEmptyOneStayDefined) {
    auto table = std::make_shared<DataTable>(*table_);
    for (double& v : table->columns[3].numbers) v = 1.0;
    for (double& v : table->columns[2].numbers) v = std::nan("");
    model_.setTable(table);
    model_.setKey("distance[A]");
    EXPECT_LT(model_.minimum(), 1.0);
    EXPECT_GT(model_.maximum(), 1.0);
    model_.setKey("yaw");
    EXPECT_EQ(model_.missingCount(), 100);
    EXPECT_LT(model_.minimum(), model_.maximum());
}

TEST_F(ColourModelTest, AKeyThatVanishesIsForgotten) {
    model_.setKey("yaw");
    auto table = std::make_shared<DataTable>(*table_);
    table->columns.erase(table->columns.begin() + 2);
    model_.setTable(table);
    EXPECT_TRUE(model_.key().isEmpty());
    EXPECT_EQ(model_.scale(), ColourModel::Scale::kNone);
}

}  // namespace
}  // namespace facespace
