#include "core/view/colouring.h"

#include <gtest/gtest.h>
#include <cmath>

namespace facespace {
namespace {

Column numbers(std::vector<double> values, bool isSigned) {
    Column column;
    column.key = column.title = "yaw";
    column.unit = "deg";
    column.kind = Column::Kind::kNumber;
    column.isSigned = isSigned;
    column.numbers = std::move(values);
    return column;
}

Column identities(int people, int rows) {
    Column column;
    column.key = column.title = "identity";
    column.kind = Column::Kind::kCategory;
    for (int i = 0; i < people; ++i) column.levels.push_back("person " + std::to_string(i));
    for (int i = 0; i < rows; ++i) column.codes.push_back(i % people);
    return column;
}

Colouring colour(Column column, ColouringOptions options = {}) {
    DataTable table;
    table.rows = std::max(column.numbers.size(), column.codes.size());
    options.key = column.key;
    table.columns.push_back(std::move(column));
    return colouringOf(table, options);
}

TEST(Colouring, SignedAnglesAreCentredAndMissingValuesAreGrey) {
    const auto c = colour(numbers({-40, 0, 20, std::nan("")}, true), {.wholeRange = true});
    EXPECT_EQ(c.kind, Colouring::Kind::kNumbers);
    EXPECT_EQ(c.scale.low, -40);
    EXPECT_EQ(c.scale.high, 40);
    EXPECT_EQ(c.colours[0], divergingAt(0));
    EXPECT_EQ(c.colours[1], divergingAt(0.5));
    EXPECT_EQ(c.colours[3], kMissingColour);
    EXPECT_EQ(c.missing, 1);
    EXPECT_EQ(c.title, "yaw (°)");
}

TEST(Colouring, TheBarCoversThe1stTo99thPercentileAndSaysSo) {
    std::vector<double> values;
    for (int i = 0; i <= 1000; ++i) values.push_back(i);
    const auto c = colour(numbers(values, false));
    EXPECT_NEAR(c.scale.low, 10, 1e-9);
    EXPECT_NEAR(c.scale.high, 990, 1e-9);
    EXPECT_TRUE(c.scale.clipsLow && c.scale.clipsHigh);
    EXPECT_EQ(c.colours[500], viridisAt(0.5));
}

TEST(Colouring, OfManyIdentitiesAFewAreColoured) {
    const auto c = colour(identities(20, 100), {.highlighted = {"person 3", "person 7"}});
    ASSERT_EQ(c.levels.size(), 3U);
    EXPECT_EQ(c.levels[1].name, "person 7");
    EXPECT_TRUE(c.levels[2].others);
    EXPECT_EQ(c.levels[2].count, 90);
    EXPECT_EQ(c.colours[3], c.levels[0].colour);
    EXPECT_EQ(c.colours[4], kMissingColour);
    EXPECT_EQ(colour(identities(20, 100)).levels.size(), 9U) << "the 8 most frequent and the others";
}

TEST(Colouring, PrivacyGivesNumbersForNames) {
    const auto few = legendOf(colour(identities(20, 100), {.highlighted = {"person 3"}}), true);
    EXPECT_EQ(few.entries[0].label, "4") << "its number among all, whichever are coloured";
    EXPECT_EQ(few.entries[1].label, "other");
    const auto legend = legendOf(colour(identities(4, 8)), true);
    ASSERT_EQ(legend.entries.size(), 4U);
    EXPECT_EQ(legend.entries[0].label, "1");
    EXPECT_EQ(legend.entries[3].label, "4");
    EXPECT_EQ(legendOf(colour(identities(4, 8))).entries[0].label, "person 0");
}

TEST(Colouring, NoSuchColumnColoursNothing) {
    DataTable table;
    table.rows = 3;
    const auto c = colouringOf(table, {.key = "none such"});
    EXPECT_EQ(c.kind, Colouring::Kind::kPlain);
    EXPECT_EQ(c.colours, std::vector<Rgb>(3, kPlainColour));
}

}  // namespace
}  // namespace facespace
