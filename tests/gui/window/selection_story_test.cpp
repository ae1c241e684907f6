// Selections that go beyond a click: the brush, an identity, neighbours, and what is kept under a name.
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/inspector_panel.h"

namespace facespace {
namespace {

class SelectionStory : public testing::Story {
  protected:
    QMenu* kept() {
        for (auto* menu : window.actions().select->findChildren<QMenu*>()) {
            if (menu->title() == "Kept &selections") return menu;
        }
        return nullptr;
    }
};

TEST_F(SelectionStory, TheBrushPaintsAddsAndRemoves) {
    QTest::keyClick(&window, Qt::Key_B);
    const QPoint from = map()->positionOf(20)->toPoint(), to = map()->positionOf(29)->toPoint();
    const auto stroke = [&](QPoint a, QPoint b, Qt::KeyboardModifiers modifiers) {
        QTest::mousePress(map(), Qt::LeftButton, modifiers, a);
        for (int i = 1; i <= 8; ++i) QTest::mouseMove(map(), a + (b - a) * i / 8);
        QTest::mouseRelease(map(), Qt::LeftButton, modifiers, b);
    };
    stroke(from, to, {});
    const auto painted = selected();
    for (int row = 20; row < 30; ++row) EXPECT_TRUE(workspace().selection().isSelected(row)) << row;
    EXPECT_LT(painted.size(), 31U);
    stroke(map()->positionOf(50)->toPoint(), map()->positionOf(54)->toPoint(), Qt::ShiftModifier);
    EXPECT_TRUE(workspace().selection().isSelected(52));
    EXPECT_TRUE(workspace().selection().isSelected(25));
    stroke(from, to, Qt::ControlModifier);
    EXPECT_FALSE(workspace().selection().isSelected(25));
    EXPECT_TRUE(workspace().selection().isSelected(52));
}

TEST_F(SelectionStory, GrowsToTheIdentityAndToNeighbours) {
    clickMap(25);
    QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(selected().size(), 10U);
    EXPECT_EQ(selected().front(), 20);
    QTest::keyClick(&window, Qt::Key_Escape);
    clickMap(25);
    auto* k = named<QSpinBox>("Number of neighbours");
    ASSERT_NE(k, nullptr);
    k->setValue(4);
    QTest::qWait(450);  // What follows at once belongs to the same step of undo.
    QTest::keyClick(&window, Qt::Key_G, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return selected().size() == 5; }));
    for (const int row : selected()) EXPECT_EQ(row / kEach, 2) << row;  // this person's features are each other's neighbours
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(selected(), std::vector<int>{25});
}

TEST_F(SelectionStory, AKeptSelectionComesBackWithTheProject) {
    workspace().selection().select({3, 4, 5});
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QInputDialog* dialog = nullptr;
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return (dialog = window.findChild<QInputDialog*>()) != nullptr && dialog->isVisible(); }));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), "odd ones");
    QTest::keyClick(dialog, Qt::Key_Return);
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_TRUE(selected().empty());
    workspace().marks().writer().wait();
    auto project = Project::open(path("p.facespace"), Project::Mode::kReadOnly);
    ASSERT_TRUE(project);
    ASSERT_EQ(project->selections()->size(), 1U);
    EXPECT_EQ(project->selections()->front().images.size(), 3U);

    window.hide();  // One project is shown once.
    MainWindow again;
    again.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.workspace().snapshot() != nullptr; }));
    EXPECT_EQ(again.workspace().marks().selection("odd ones"), (std::vector<int>{3, 4, 5}));

    Q_EMIT kept()->aboutToShow();
    ASSERT_TRUE(kept()->actions().front()->text().startsWith("odd ones"));
    kept()->actions().front()->trigger();
    EXPECT_EQ(selected(), (std::vector<int>{3, 4, 5}));
}

TEST_F(SelectionStory, NeighboursAreLinkedOnTheMapAndCountedByIdentity) {
    clickMap(34);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().neighbours().row() == 34; }));
    EXPECT_EQ(workspace().neighbours().found().size(), 12U);
    auto* onMap = labelled<QToolButton>("On the map");
    ASSERT_NE(onMap, nullptr);
    const QImage before = map()->grab().toImage();
    QTest::mouseClick(onMap, Qt::LeftButton);
    EXPECT_TRUE(workspace().neighbours().options().links);
    QTest::qWait(50);
    EXPECT_NE(map()->grab().toImage(), before);
    shot("neighbours");
    // Nine others of this person, then strangers.
    int same = 0;
    for (const auto& found : workspace().neighbours().found()) same += found.sameIdentity ? 1 : 0;
    EXPECT_EQ(same, 9);
    auto* metric = named<QComboBox>("How neighbours are compared");
    metric->setFocus();
    QTest::keyClick(metric, Qt::Key_Down);
    EXPECT_EQ(workspace().neighbours().options().metric, Metric::kEuclidean);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().neighbours().row() == 34; }));
    EXPECT_GT(workspace().neighbours().found().back().value, workspace().neighbours().found().front().value);
}

}  // namespace
}  // namespace facespace
