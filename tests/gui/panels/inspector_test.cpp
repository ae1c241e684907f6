#include "widgets/panels/inspector_panel.h"

#include <gtest/gtest.h>
#include <QElapsedTimer>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>

#include "tests/gui/panels/panel_fixture.h"
#include "widgets/faces/face_view.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/look/empty_state.h"

namespace facespace {
namespace {

class Inspector : public ::testing::Test {
  protected:
    Inspector() : made(testing::makeProject(44, 4, folder.path().toStdString())) {
        workspace.setSnapshot(made.snapshot, made.table);
        panel.resize(340, 800);
        panel.show();
    }
    bool hasLabel(const QString& text) const {
        for (const auto* label : panel.findChildren<QLabel*>()) {
            if (label->text() == text && !label->isHidden()) return true;
        }
        return false;
    }
    QTemporaryDir folder;
    testing::MadeProject made;
    Workspace workspace;
    InspectorPanel panel{&workspace};
};

TEST_F(Inspector, SaysWhatToDoWhileNothingIsCurrent) {
    EXPECT_FALSE(panel.findChild<EmptyState*>()->hint().isEmpty());
    workspace.selection().setCurrent(3);
    EXPECT_TRUE(panel.findChild<EmptyState*>()->hint().isEmpty());
    workspace.close();
    EXPECT_FALSE(panel.findChild<EmptyState*>()->hint().isEmpty());
}

TEST_F(Inspector, ShowsNumbersAndThePictureInTime) {
    QElapsedTimer timer;
    timer.start();
    workspace.selection().setCurrent(5);
    EXPECT_TRUE(hasLabel("15.00")) << "distance from the origin";
    QCoreApplication::processEvents();
    EXPECT_LT(timer.elapsed(), 50);
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel.shownRow() == 5; }, 2000));
    EXPECT_LT(timer.elapsed(), 100);
}

TEST_F(Inspector, ShowsNumbersAtOnceAndThenThePicture) {
    workspace.selection().setCurrent(5);
    EXPECT_TRUE(hasLabel("Person 1"));
    EXPECT_TRUE(hasLabel("15.00")) << "distance from the origin";
    EXPECT_TRUE(hasLabel("14th percentile"));
    EXPECT_TRUE(hasLabel("\u221242\u00B0")) << "predicted yaw";
    EXPECT_TRUE(hasLabel("\u221246\u00B0")) << "labelled yaw";
    EXPECT_TRUE(hasLabel("+4\u00B0")) << "error of the yaw";
    EXPECT_EQ(panel.findChild<QLineEdit*>()->text(), "Person 1/image 5.png");
    QCoreApplication::processEvents();
    EXPECT_TRUE(hasLabel("second") && !hasLabel("first")) << "metadata";
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel.shownRow() == 5; }, 20000));
    EXPECT_EQ(panel.findChild<FaceView*>()->image().size(), QSize(40, 50));
    EXPECT_TRUE(hasLabel("40 \u00D7 50 pixels"));
}

TEST_F(Inspector, IsLaidOutAtOnceWhereItScrolls) {
    panel.resize(340, 420);
    QCoreApplication::processEvents();
    workspace.selection().setCurrent(5);
    // Before any other event: as a picture taken now would show it.
    const auto* content = panel.findChild<QScrollArea*>()->widget();
    EXPECT_GT(content->height(), 420);
    EXPECT_GE(content->height(), content->layout()->totalMinimumHeightForWidth(content->width()));
}

TEST_F(Inspector, AClickOnANeighbourMakesItCurrent) {
    workspace.selection().setCurrent(5);
    auto* strip = panel.findChild<ThumbnailStrip*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !strip->rows().empty(); }, 2000));
    const int wanted = strip->rows()[1];
    EXPECT_EQ(wanted % 4, 1);
    const auto buttons = strip->findChildren<QToolButton*>();
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    EXPECT_EQ(workspace.selection().current(), wanted);
    EXPECT_EQ(workspace.selection().selected(), std::vector<int>{wanted});
}

TEST_F(Inspector, SaysWhyThereIsNoPicture) {
    std::filesystem::remove(made.snapshot->imageFile(7));
    workspace.selection().setCurrent(7);
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel.shownRow() == 7; }, 2000));
    EXPECT_TRUE(panel.findChild<FaceView*>()->image().isNull());
}

TEST_F(Inspector, OnlyTheLatestRequestIsShown) {
    for (int row = 0; row < 40; ++row) workspace.selection().setCurrent(row);
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel.shownRow() == 39; }, 2000));
    EXPECT_TRUE(hasLabel("Person 3"));
}

TEST_F(Inspector, DestroyedWhileReadingDeliversNothing) {
    auto other = std::make_unique<InspectorPanel>(&workspace);
    workspace.selection().setCurrent(9);
    other.reset();
    QTest::qWait(50);
}

}  // namespace
}  // namespace facespace
