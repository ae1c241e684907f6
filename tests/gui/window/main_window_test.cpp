// The real window, driven as a user does.
#include "app/main_window.h"

#include <fstream>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include "app/status_line.h"
#include "tests/gui/window/window_fixture.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/distance_panel.h"
#include "widgets/pages/plot_view.h"
#include "widgets/panels/import_dialog.h"
#include "widgets/panels/inspector_panel.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/welcome_page.h"

namespace facespace {
namespace {

class Window : public ::testing::Test {
  protected:
    void SetUp() override {
        window.resize(1400, 900);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    std::filesystem::path path(const char* name) const { return std::filesystem::path(folder.path().toStdString()) / name; }
    void open() {
        testing::writeProject(path("p.facespace"), path("faces"), 6, 10);
        window.openPath(QString::fromStdString(path("p.facespace").string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }));
    }
    void showPage(const QString& name) {
        auto* pages = window.findChild<QTabWidget*>();
        for (int i = 0; i < pages->count(); ++i) {
            if (pages->tabText(i) == name) pages->setCurrentIndex(i);
        }
        QTest::qWait(20);
    }
    bool says(const QString& text) const {
        for (const auto* label : window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text)) return true;
        }
        return false;
    }
    QTemporaryDir folder;
    MainWindow window;
};

TEST_F(Window, WelcomesUntilSomethingIsOpen) {
    EXPECT_TRUE(window.findChild<WelcomePage*>()->isVisible());
    EXPECT_FALSE(window.findChild<MapView*>()->isVisible());
    open();
    EXPECT_FALSE(window.findChild<WelcomePage*>()->isVisible());
    EXPECT_TRUE(window.findChild<MapView*>()->isVisible());
    EXPECT_TRUE(window.findChild<InspectorPanel*>()->isVisible());
    EXPECT_TRUE(window.windowTitle().startsWith("p "));
    EXPECT_TRUE(window.findChild<StatusLine*>()->countText().contains("60 images"));
}

TEST_F(Window, ATableRowFillsTheInspectorAndTheMapFollows) {
    open();
    showPage("Table");
    QTableView* table = nullptr;
    for (auto* view : window.findChildren<QTableView*>()) {
        if (view->accessibleName() == "Image table") table = view;
    }
    ASSERT_NE(table, nullptr);
    const QModelIndex index = table->model()->index(2, 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    auto* inspector = window.findChild<InspectorPanel*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return inspector->shownRow() == 2; }, 2000));
    EXPECT_TRUE(says("Person 0"));
    EXPECT_TRUE(says("1 selected"));
    EXPECT_TRUE(window.findChild<MapView*>()->positionOf(2).has_value());
}

TEST_F(Window, BrushingTheHistogramSelectsAndUndoTakesItBack) {
    open();
    showPage("Distance");
    auto* chart = window.findChild<DistancePanel*>()->chart();
    ASSERT_TRUE(QTest::qWaitFor([&] { return chart->lastFrameMs() > 0; }));
    const QPoint a = chart->positionOf(12, 1).toPoint(), b = chart->positionOf(14, 1).toPoint();
    QTest::mousePress(chart, Qt::LeftButton, {}, a);
    QTest::mouseMove(chart, b);
    QTest::mouseRelease(chart, Qt::LeftButton, {}, b);
    const auto selected = window.workspace().selection().selected();
    EXPECT_GT(selected.size(), 10U);
    EXPECT_LT(selected.size(), 30U);
    window.actions().undo->trigger();
    EXPECT_TRUE(window.workspace().selection().selected().empty());
    window.actions().redo->trigger();
    EXPECT_EQ(window.workspace().selection().selected(), selected);
}

TEST_F(Window, ShortcutsSelectInvertAndClear) {
    open();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    window.findChild<MapView*>()->setFocus();
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(window.workspace().selection().selected().size(), 60U);
    QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
    EXPECT_TRUE(window.workspace().selection().selected().empty());
    window.workspace().selection().select({3});
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_TRUE(window.workspace().selection().selected().empty());
}

TEST_F(Window, TheStatusBarCountsTheSelectionOnce) {
    open();
    window.workspace().selection().select({3, 4});
    const QString text = window.findChild<StatusLine*>()->countText();
    EXPECT_EQ(text, QStringLiteral("60 of 60 images · 2 selected"));
}

TEST_F(Window, ChoicesAndIdentitiesShowTheirWholeText) {
    open();
    for (auto* box : window.findChild<QToolBar*>()->findChildren<QComboBox*>()) {
        EXPECT_GE(box->width(), box->fontMetrics().horizontalAdvance(box->currentText()))
            << box->accessibleName().toStdString();
    }
    for (auto* view : window.findChildren<QTableView*>()) {
        if (view->accessibleName() != "Identities") continue;
        EXPECT_GE(view->columnWidth(0), view->fontMetrics().horizontalAdvance("Firstname Surname"));
    }
}

TEST_F(Window, ABadProjectFileIsToldInTheMessageBar) {
    std::ofstream(path("bad.facespace")) << "this is not a project";
    window.openPath(QString::fromStdString(path("bad.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.messages().text().isEmpty(); }));
    EXPECT_TRUE(window.messages().text().contains("bad.facespace"));
    EXPECT_TRUE(window.findChild<WelcomePage*>()->isVisible());
    window.openPath("/nowhere/at/all");
    EXPECT_TRUE(window.messages().text().contains("/nowhere/at/all"));
}

TEST_F(Window, ADroppedFolderAsksHowToImportIt) {
    testing::writeFaces(path("faces"), 2, 3);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QString::fromStdString(path("faces").string()))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &drop);
    ImportDialog* dialog = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (dialog = window.findChild<ImportDialog*>()) != nullptr; }));
    EXPECT_EQ(dialog->options().folder, path("faces"));
    EXPECT_EQ(dialog->projectFile(), path("faces.facespace"));
    dialog->accept();
    // The network is asked for once the images are in.
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }, 10000));
    EXPECT_EQ(window.workspace().snapshot()->imageCount(), 6U);
    ASSERT_TRUE(QTest::qWaitFor([&] {
        for (auto* d : window.findChildren<QDialog*>()) {
            if (d->windowTitle() == "Extract features" && d->isVisible()) return true;
        }
        return false;
    }));
    for (auto* d : window.findChildren<QDialog*>()) d->reject();
}

TEST_F(Window, TheCancelButtonStopsTheJob) {
    open();
    MapOptions options;
    options.network = "A";
    options.iterations = 1000000;
    window.jobs().computeMap(options);
    ASSERT_TRUE(window.jobs().busy());
    QToolButton* cancel = nullptr;
    for (auto* button : window.findChildren<QToolButton*>()) {
        if (button->accessibleName() == "Cancel the job") cancel = button;
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return cancel->isVisible() && window.workspace().hasLiveMap(); }, 20000));
    QTest::mouseClick(cancel, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.jobs().busy(); }, 2000));
    EXPECT_FALSE(cancel->isVisible());
    EXPECT_TRUE(window.messages().text().isEmpty());
}

TEST_F(Window, EveryControlHasAName) {
    open();
    for (auto* button : window.findChildren<QToolButton*>()) {
        if (!button->isVisible() || button->objectName().startsWith("qt_")) continue;
        EXPECT_FALSE(button->text().isEmpty() && button->accessibleName().isEmpty() && button->toolTip().isEmpty())
            << button->metaObject()->className() << " in " << button->parent()->metaObject()->className();
    }
    for (auto* view : window.findChildren<QAbstractItemView*>()) {
        if (!view->isVisible() || qobject_cast<QHeaderView*>(view) != nullptr) continue;
        EXPECT_FALSE(view->accessibleName().isEmpty()) << view->metaObject()->className();
    }
}

TEST_F(Window, RemembersTheRecentProject) {
    open();
    MainWindow next;
    EXPECT_EQ(Settings().recentProjects().value(0).toStdString(), path("p.facespace").string());
    next.show();
    bool offered = false;
    for (const auto* button : next.findChildren<QPushButton*>()) offered = offered || button->text().startsWith("p  ");
    EXPECT_TRUE(offered);
}

}  // namespace
}  // namespace facespace
