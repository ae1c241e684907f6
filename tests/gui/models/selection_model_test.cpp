#include "widgets/models/selection_model.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

namespace facespace {
namespace {

using Rows = std::vector<int>;

TEST(SelectionModel, ReplacesAddsAndRemoves) {
    SelectionModel model;
    model.reset(10);
    model.select({5, 2, 2, 99, -1});
    EXPECT_EQ(model.selected(), (Rows{2, 5}));
    model.select({7}, SelectionMode::kAdd);
    EXPECT_EQ(model.selected(), (Rows{2, 5, 7}));
    model.select({5, 6}, SelectionMode::kRemove);
    EXPECT_EQ(model.selected(), (Rows{2, 7}));
    EXPECT_TRUE(model.isSelected(7));
    EXPECT_FALSE(model.isSelected(5));
    model.invert();
    EXPECT_EQ(model.selected().size(), 8U);
    model.selectAll();
    EXPECT_EQ(model.selected().size(), 10U);
    model.clear();
    EXPECT_TRUE(model.selected().empty());
}

TEST(SelectionModel, EmitsOnlyWhenSomethingChanged) {
    SelectionModel model;
    model.reset(10);
    QSignalSpy selection(&model, &SelectionModel::selectionChanged);
    QSignalSpy current(&model, &SelectionModel::currentChanged);
    QSignalSpy hovered(&model, &SelectionModel::hoveredChanged);
    model.select({1, 2});
    model.select({2, 1});
    model.select({1}, SelectionMode::kAdd);
    model.select({7}, SelectionMode::kRemove);
    EXPECT_EQ(selection.count(), 1);
    model.setCurrent(3);
    model.setCurrent(3);
    EXPECT_EQ(current.count(), 1);
    model.setHovered(4);
    model.setHovered(99);
    model.setHovered(-5);
    EXPECT_EQ(hovered.count(), 2);
    EXPECT_EQ(model.hovered(), -1);
}

TEST(SelectionModel, ListenersSeeTheSelectionOfTheirMoment) {
    SelectionModel model;
    model.reset(4);
    std::size_t seen = 99;
    QObject::connect(&model, &SelectionModel::selectionChanged, [&] { seen = model.selected().size(); });
    model.select({0, 1, 2});
    EXPECT_EQ(seen, 3U);
    model.reset(2);
    EXPECT_EQ(seen, 0U);
    EXPECT_EQ(model.rowCount(), 2U);
}

TEST(SelectionModel, KeepsEverythingWhenRowsAreAdded) {
    SelectionModel model;
    model.reset(4);
    model.select({1, 3});
    model.setCurrent(3);
    model.grow(6);
    EXPECT_EQ(model.selected(), (Rows{1, 3}));
    EXPECT_EQ(model.current(), 3);
    EXPECT_EQ(model.rowCount(), 6U);
}

TEST(SelectionModel, ModifiersChooseTheMode) {
    EXPECT_EQ(selectionModeFor(Qt::NoModifier), SelectionMode::kReplace);
    EXPECT_EQ(selectionModeFor(Qt::ShiftModifier), SelectionMode::kAdd);
    EXPECT_EQ(selectionModeFor(Qt::ControlModifier), SelectionMode::kRemove);
}

}  // namespace
}  // namespace facespace
