#include "app/history.h"

#include <gtest/gtest.h>
#include <QTest>

#include "tests/gui/models/workspace_fixture.h"
#include "widgets/map/map_view.h"

namespace facespace {
namespace {

using Rows = std::vector<int>;

class HistoryTest : public ::testing::Test {
  protected:
    HistoryTest() {
        const auto snapshot = testing::makeSnapshot(20, 4);
        workspace.setSnapshot(snapshot, testing::makeTable(*snapshot));
        history.clear();
    }
    SelectionModel& selection() { return workspace.selection(); }
    void undo() { history.stack()->undo(); }
    void redo() { history.stack()->redo(); }
    Workspace workspace;
    History history{&workspace};
};

TEST_F(HistoryTest, UndoAndRedoWalkThroughSelections) {
    selection().select({1, 2});
    QTest::qWait(450);
    selection().select({3});
    undo();
    EXPECT_EQ(selection().selected(), (Rows{1, 2}));
    undo();
    EXPECT_TRUE(selection().selected().empty());
    redo();
    EXPECT_EQ(selection().selected(), (Rows{1, 2}));
    redo();
    EXPECT_EQ(selection().selected(), Rows{3});
}

TEST_F(HistoryTest, ADragIsOneStep) {
    for (int r = 0; r < 9; ++r) selection().select({r});
    EXPECT_EQ(history.stack()->count(), 1);
    undo();
    EXPECT_TRUE(selection().selected().empty());
}

TEST_F(HistoryTest, ANewSelectionAfterUndoStartsANewBranch) {
    selection().select({1});
    undo();
    selection().select({2});
    EXPECT_FALSE(history.stack()->canRedo());
    history.clear();
    EXPECT_FALSE(history.stack()->canUndo());
    EXPECT_EQ(selection().selected(), Rows{2});
}

TEST_F(HistoryTest, WhatFollowsAnUndoIsNotMergedWithWhatWasBefore) {
    selection().select({1});
    QTest::qWait(450);
    selection().select({2});
    undo();
    selection().select({3});
    undo();
    EXPECT_EQ(selection().selected(), Rows{1});
}

TEST_F(HistoryTest, FilterColouringAndTagsAreSteps) {
    workspace.filter().setExpression("distance < 12");
    workspace.colours().setKey("yaw");
    workspace.marks().setTag({1, 2}, "odd", true);
    workspace.marks().setTag({2, 3}, "odd", true);
    workspace.marks().setNote(4, "twin");
    ASSERT_EQ(history.stack()->count(), 5);
    undo();
    EXPECT_TRUE(workspace.marks().note(4).isEmpty());
    undo();
    EXPECT_TRUE(workspace.marks().hasTag(2, "odd"));  // had it before the second step
    EXPECT_FALSE(workspace.marks().hasTag(3, "odd"));
    undo();
    EXPECT_FALSE(workspace.marks().hasTag(1, "odd"));
    undo();
    EXPECT_EQ(workspace.colours().key(), "distance[A]");
    undo();
    EXPECT_FALSE(workspace.filter().active());
    for (int i = 0; i < 5; ++i) redo();
    EXPECT_EQ(workspace.filter().state().expression, "distance < 12");
    EXPECT_EQ(workspace.colours().key(), "yaw");
    EXPECT_TRUE(workspace.marks().hasTag(3, "odd"));
    EXPECT_EQ(workspace.marks().note(4), "twin");
}

TEST_F(HistoryTest, TheViewOfTheMapIsAStep) {
    MapView map(&workspace);
    map.resize(400, 300);
    history.follow(&map);
    const double whole = map.camera().halfHeight;
    map.zoomBy(2);
    map.zoomBy(2);
    EXPECT_EQ(history.stack()->count(), 1);
    EXPECT_NEAR(map.camera().halfHeight, whole / 4, 1e-9);
    QTest::qWait(450);
    workspace.setMap(MapId{2});
    undo();
    EXPECT_EQ(workspace.map(), MapId{1});
    undo();
    EXPECT_NEAR(map.camera().halfHeight, whole, 1e-9);
    redo();
    EXPECT_NEAR(map.camera().halfHeight, whole / 4, 1e-9);
}

}  // namespace
}  // namespace facespace
