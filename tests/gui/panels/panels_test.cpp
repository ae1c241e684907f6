// The lists and the gallery, driven by mouse and keyboard.
#include <gtest/gtest.h>
#include <algorithm>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/gui/panels/panel_fixture.h"
#include "widgets/look/theme.h"
#include "widgets/look/themed_icon.h"
#include "widgets/panels/gallery_panel.h"
#include "widgets/panels/identity_panel.h"
#include "widgets/panels/image_table_panel.h"
#include "widgets/panels/jobs_panel.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/welcome_page.h"

namespace facespace {
namespace {

class Panels : public ::testing::Test {
  protected:
    Panels() : made(testing::makeProject(40, 4)) { workspace.setSnapshot(made.snapshot, made.table); }
    void show(QWidget& widget) {
        widget.resize(900, 400);
        widget.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
    }
    template <class View>
    void click(View* view, int row, Qt::KeyboardModifiers modifiers = {}) {
        const QRect rect = view->visualRect(view->model()->index(row, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, rect.center());
    }
    testing::MadeProject made;
    Workspace workspace;
};

TEST_F(Panels, ATableClickSelectsAndMakesCurrent) {
    ImageTablePanel panel(&workspace);
    show(panel);
    auto* view = panel.findChild<QTableView*>();
    click(view, 2);
    EXPECT_EQ(workspace.selection().selected(), std::vector<int>{2});
    EXPECT_EQ(workspace.selection().current(), 2);
    click(view, 5, Qt::ShiftModifier);
    EXPECT_EQ(workspace.selection().selected(), (std::vector<int>{2, 3, 4, 5}));
    click(view, 3, Qt::ControlModifier);
    EXPECT_EQ(workspace.selection().selected(), (std::vector<int>{2, 4, 5}));
    QTest::keyClick(view, Qt::Key_Down);
    EXPECT_TRUE(QTest::qWaitFor([&] { return workspace.selection().current() == 4; }));
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(workspace.selection().selected().size(), 40U);
    QTest::keyClick(view, Qt::Key_Escape);
    EXPECT_TRUE(workspace.selection().selected().empty());
}

TEST_F(Panels, TheTableScrollsToTheCurrentImageAndCopiesTheSelection) {
    ImageTablePanel panel(&workspace);
    show(panel);
    auto* view = panel.findChild<QTableView*>();
    workspace.selection().setCurrent(38);
    EXPECT_EQ(view->currentIndex().row(), 38);
    EXPECT_TRUE(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
    workspace.selection().select({1, 38});
    for (int c = 2; c < view->model()->columnCount(); ++c) view->hideColumn(c);
    const QStringList lines = panel.selectedAsCsv().split('\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0], "path,identity");
    EXPECT_EQ(lines[2], "Person 2/image 38.png,Person 2");
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), panel.selectedAsCsv());
}

TEST_F(Panels, SelectionOfTwentyFourThousandRowsShowsInTime) {
    const auto large = testing::makeProject(24000, 500);
    workspace.setSnapshot(large.snapshot, large.table);
    ImageTablePanel table(&workspace);
    GalleryPanel gallery(&workspace);
    IdentityPanel identities(&workspace);
    show(table);
    show(gallery);
    show(identities);
    QTest::qWait(50);
    std::vector<int> scattered;
    for (int r = 0; r < 24000; r += 2) scattered.push_back(r);
    QElapsedTimer timer;
    timer.start();
    workspace.selection().select(scattered);
    for (QWidget* panel :
         {static_cast<QWidget*>(&table), static_cast<QWidget*>(&gallery), static_cast<QWidget*>(&identities)})
        panel->repaint();
    EXPECT_LT(timer.elapsed(), 100);
}

TEST_F(Panels, AnIdentityClickSelectsAndHighlightsIt) {
    IdentityPanel panel(&workspace);
    show(panel);
    auto* view = panel.findChild<QTableView*>();
    click(view, 1);
    const auto& selected = workspace.selection().selected();
    ASSERT_EQ(selected.size(), 10U);
    for (const int row : selected) EXPECT_EQ(row % 4, 1);
    EXPECT_EQ(workspace.colours().highlighted(), std::vector<QString>{"Person 1"});
    click(view, 3, Qt::ControlModifier);
    EXPECT_EQ(selected.size(), 20U);
    EXPECT_EQ(workspace.colours().highlighted(), (std::vector<QString>{"Person 1", "Person 3"}));
    panel.findChild<QLineEdit*>()->setText("2");
    ASSERT_EQ(view->model()->rowCount(), 1);
    click(view, 0);
    EXPECT_EQ(selected[0], 2);
}

TEST_F(Panels, TheGalleryStartsAtTheOriginAndSelects) {
    GalleryPanel panel(&workspace);
    show(panel);
    auto* view = panel.findChild<QListView*>();
    ASSERT_EQ(view->model()->rowCount(), 40);
    click(view, 0);
    EXPECT_EQ(workspace.selection().current(), 0) << "the image nearest to the origin";
    click(view, 2, Qt::ShiftModifier);
    EXPECT_EQ(workspace.selection().selected(), (std::vector<int>{0, 1, 2}));
}

TEST_F(Panels, TheJobsPageListsSkippedImages) {
    JobsPanel panel(&workspace);
    const QSignalSpy wanted(&panel, &JobsPanel::exportSkippedRequested);
    JobRecord job;
    job.kind = "extract";
    job.status = "done";
    panel.setRecords({job}, {{"A", "x.png", "P", "The file is empty.", 7}});
    show(panel);
    QTableView* view = nullptr;
    for (auto* table : panel.findChildren<QTableView*>()) {
        if (table->accessibleName() == "Skipped images") view = table;
    }
    click(view, 0);
    EXPECT_EQ(workspace.selection().current(), 7);
    EXPECT_EQ(panel.skipped().size(), 1U);
}

TEST_F(Panels, TheMessageBarOffersAndRunsItsAction) {
    MessageBar bar;
    show(bar);
    bool ran = false;
    bar.showMessage(MessageBar::Kind::kProblem, "The network stopped.", "Continue", [&] { ran = true; });
    EXPECT_EQ(bar.text(), "The network stopped.");
    for (auto* button : bar.findChildren<QPushButton*>()) QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(ran);
    EXPECT_TRUE(bar.text().isEmpty());
}

TEST_F(Panels, PanelsWithoutAProjectSayWhatToDo) {
    workspace.close();
    ImageTablePanel table(&workspace);
    IdentityPanel identities(&workspace);
    GalleryPanel gallery(&workspace);
    for (QWidget* panel :
         {static_cast<QWidget*>(&table), static_cast<QWidget*>(&identities), static_cast<QWidget*>(&gallery)}) {
        show(*panel);
        bool hint = false;
        for (const auto* label : panel->findChildren<QLabel*>())
            hint = hint || (label->isVisible() && label->text().contains("pen images"));
        EXPECT_TRUE(hint) << panel->metaObject()->className();
    }
}

TEST(ThemeLooks, CheckBoxesHaveAFrameOnDarkWindows) {
    for (const Theme theme : {Theme::kDark, Theme::kLight}) {
        applyTheme(theme);
        QCheckBox box(QStringLiteral("x"));
        box.resize(80, 24);
        box.ensurePolished();
        const QImage image = box.grab().toImage();
        // Down the middle of the box: its frame, its inside, its frame.
        const int background = qGray(image.pixel(60, 12));
        int most = 0;
        for (int y = 0; y < image.height(); ++y) most = std::max(most, std::abs(qGray(image.pixel(8, y)) - background));
        EXPECT_GT(most, 40) << (theme == Theme::kDark ? "dark" : "light");
    }
}

TEST(Icons, AllNamesThatAreUsedExistAndDraw) {
    for (const char* name :
         {"open",      "images",     "import",     "export",  "figure",  "network",   "map",    "pose",       "pick",
          "rectangle", "lasso",      "brush",      "cancel",  "warning", "info",      "search", "select-all", "invert",
          "undo",      "redo",       "reset-view", "gallery", "table",   "histogram", "jobs",   "crop",       "face-box",
          "ascending", "descending", "done",       "running", "columns", "copy"}) {
        const QIcon icon = themedIcon(QLatin1String(name));
        ASSERT_FALSE(icon.isNull()) << name;
        const QImage image = icon.pixmap(24, 24).toImage();
        bool drawn = false;
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 24; ++x) drawn = drawn || qAlpha(image.pixel(x, y)) > 0;
        }
        EXPECT_TRUE(drawn) << name;
    }
}

}  // namespace
}  // namespace facespace
