#include "app/selection_history.h"

#include <gtest/gtest.h>
#include <QTest>

namespace facespace {
namespace {

using Rows = std::vector<int>;

class History : public ::testing::Test {
  protected:
    History() {
        selection.reset(10);
        history.clear();
    }
    SelectionModel selection;
    SelectionHistory history{&selection};
};

TEST_F(History, UndoAndRedoWalkThroughSelections) {
    selection.select({1, 2});
    QTest::qWait(450);
    selection.select({3});
    history.stack()->undo();
    EXPECT_EQ(selection.selected(), (Rows{1, 2}));
    history.stack()->undo();
    EXPECT_TRUE(selection.selected().empty());
    history.stack()->redo();
    EXPECT_EQ(selection.selected(), (Rows{1, 2}));
    history.stack()->redo();
    EXPECT_EQ(selection.selected(), Rows{3});
}

TEST_F(History, ADragIsOneStep) {
    for (int r = 0; r < 9; ++r) selection.select({r});
    EXPECT_EQ(history.stack()->count(), 1);
    history.stack()->undo();
    EXPECT_TRUE(selection.selected().empty());
}

TEST_F(History, ANewSelectionAfterUndoStartsANewBranch) {
    selection.select({1});
    history.stack()->undo();
    selection.select({2});
    EXPECT_FALSE(history.stack()->canRedo());
    history.clear();
    EXPECT_FALSE(history.stack()->canUndo());
    EXPECT_EQ(selection.selected(), Rows{2});
}

}  // namespace
}  // namespace facespace
