// Someone works without the mouse: sees where the keyboard is, walks over the points, and finds every key in the help.
#include <algorithm>
#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>

#include "app/focus_ring.h"
#include "app/language.h"
#include "app/view_keeper.h"
#include "tests/gui/window/story.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/pages/analysis_page.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/import_dialog.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

class KeyboardStory : public testing::Story {
  protected:
    void SetUp() override {
        applyTheme(Theme::kLight);  // as the program does: its style keeps Tab from walking over cells
        Story::SetUp();
    }
    void tab() {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &window, Qt::Key_Tab);
        QTest::qWait(5);
    }
    QString page() {
        const auto* pages = window.findChild<QTabWidget*>();
        return pages->tabText(pages->currentIndex());
    }
};

TEST_F(KeyboardStory, TheFocusIsVisibleAtEveryStop) {
    map()->setFocus();
    QSet<QWidget*> stops;
    QStringList walked;
    for (int i = 0; i < 120; ++i) {
        tab();
        QWidget* at = QApplication::focusWidget();
        ASSERT_NE(at, nullptr);
        walked << at->metaObject()->className() + (" " + at->accessibleName());
        if (i > 3 && stops.contains(at)) break;
        stops.insert(at);
        (void)QTest::qWaitFor([] { return FocusRing::shownAround() != nullptr; }, 1000);
        const QWidget* around = FocusRing::shownAround();
        ASSERT_NE(around, nullptr) << at->metaObject()->className() << " " << at->accessibleName().toStdString();
        EXPECT_TRUE(around == at || around->isAncestorOf(at));
        const auto* ring = window.findChild<QWidget*>("focus-ring", Qt::FindDirectChildrenOnly);
        ASSERT_NE(ring, nullptr);
        EXPECT_TRUE(ring->geometry().intersects(QRect(around->mapTo(&window, QPoint()), around->size())));
        if (i == 5) shot("focus-ring");
    }
    EXPECT_GT(stops.size(), 8) << walked.join("; ").toStdString();
    clickMap(3);
    EXPECT_EQ(FocusRing::shownAround(), nullptr) << "the mouse needs none";
}

TEST_F(KeyboardStory, WhatHasTheFocusIsScrolledIntoView) {
    map()->setFocus();
    window.resize(1280, 720);
    auto* filter = window.findChild<QDockWidget*>("filter");
    filter->show();
    filter->raise();
    auto* scroll = named<QScrollArea>("Controls by column", &window);
    const auto buttons = scroll->widget()->findChildren<QAbstractButton*>();
    ASSERT_FALSE(buttons.empty());
    QAbstractButton* last = *std::ranges::max_element(
        buttons, {}, [&](const QAbstractButton* button) { return button->mapTo(scroll->widget(), QPoint()).y(); });
    tab();
    scroll->verticalScrollBar()->setValue(0);
    ASSERT_TRUE(last->visibleRegion().isEmpty()) << "the window is too high for this test";
    last->setFocus(Qt::BacktabFocusReason);  // from what lies beyond
    EXPECT_FALSE(last->visibleRegion().isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return FocusRing::shownAround() == last; }, 1000));
}

TEST_F(KeyboardStory, TabComesOutOfEveryPageAgain) {
    workspace().selection().setCurrent(12);
    auto* pages = window.findChild<QTabWidget*>();
    for (int p = 0; p < pages->count(); ++p) {
        pages->setCurrentIndex(p);
        SCOPED_TRACE(pages->tabText(p).toStdString());
        const auto* analysis = qobject_cast<AnalysisPage*>(pages->currentWidget());
        QTest::qWait(20);
        if (analysis != nullptr) (void)QTest::qWaitFor([&] { return !analysis->computing(); }, 20'000);
        map()->setFocus();
        int stops = 0;
        do {
            tab();
            ++stops;
        } while (QApplication::focusWidget() != map() && stops < 90);
        EXPECT_EQ(QApplication::focusWidget(), map()) << QApplication::focusWidget()->metaObject()->className() << " "
                                                      << QApplication::focusWidget()->accessibleName().toStdString();
    }
}

TEST_F(KeyboardStory, MenusAreWalkedByKeysAndLeftAgain) {
    map()->setFocus();
    tab();
    QMenu* view = nullptr;
    for (const QAction* action : window.menuBar()->actions())
        if (action->text() == QStringLiteral("&View")) view = action->menu();
    ASSERT_NE(view, nullptr);
    const auto press = [](Qt::Key key) {
        QTest::keyClick(QApplication::activePopupWidget(), key);
        QTest::qWait(30);
    };
    window.menuBar()->setActiveAction(view->menuAction());
    ASSERT_TRUE(QTest::qWaitFor([&] { return view->isVisible(); }));
    // What Qt does on some ways through menus: the menu itself has the focus.
    view->setFocus(Qt::MenuBarFocusReason);
    view->setActiveAction(view->actions().front());
    press(Qt::Key_Right);
    ASSERT_NE(QApplication::activePopupWidget(), view) << "a menu within the menu";
    view->setFocus(Qt::MenuBarFocusReason);
    EXPECT_NE(FocusRing::shownAround(), view) << "a menu shows by itself where it is";
    while (QApplication::activePopupWidget() != nullptr) press(Qt::Key_Escape);
    EXPECT_TRUE(window.isVisible());
}

TEST_F(KeyboardStory, ReturnImportsAFolderThatIsOpened) {
    window.openPath(QString::fromStdString(path("faces").string()));
    auto* import = dialog<ImportDialog>();
    ASSERT_NE(import, nullptr);
    QStringList defaults;
    for (const auto* button : import->findChildren<QPushButton*>())
        if (button->isDefault()) defaults << button->text();
    EXPECT_EQ(defaults, QStringList{"Import"});
    import->reject();
}

TEST_F(KeyboardStory, FacesInARowAreOneStopAndWalkedByArrows) {
    workspace().selection().setCurrent(12);
    QTest::qWait(300);
    auto* strip = window.findChild<ThumbnailStrip*>();
    ASSERT_NE(strip, nullptr);
    QList<QToolButton*> faces;
    for (auto* face : strip->findChildren<QToolButton*>())
        if (face->isVisible()) faces << face;
    ASSERT_GE(faces.size(), 2);
    int stops = 0;
    for (const auto* face : faces) stops += (face->focusPolicy() & Qt::TabFocus) != 0 ? 1 : 0;
    EXPECT_EQ(stops, 1);
    faces[0]->setFocus(Qt::TabFocusReason);
    QTest::keyClick(faces[0], Qt::Key_Right);
    EXPECT_EQ(QApplication::focusWidget(), faces[1]);
    EXPECT_EQ(faces[1]->focusPolicy(), Qt::StrongFocus);
    EXPECT_EQ(faces[0]->focusPolicy(), Qt::ClickFocus);
    QTest::keyClick(faces[1], Qt::Key_Left);
    EXPECT_EQ(QApplication::focusWidget(), faces[0]);
    tab();
    EXPECT_FALSE(faces.contains(QApplication::focusWidget()));
}

TEST_F(KeyboardStory, PointsAreReachedAndSelectedOnTheMap) {
    map()->setFocus();
    // Ten people's rows lie above each other, ten images beside each other.
    workspace().selection().setCurrent(12);
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(map(), key, with); };
    press(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(workspace().selection().current(), 13);
    press(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(workspace().selection().current(), 23);
    press(Qt::Key_Left, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(workspace().selection().current(), 12);
    EXPECT_TRUE(selected().empty()) << "looking is not selecting";
    press(Qt::Key_Return);
    EXPECT_EQ(selected(), std::vector<int>{12});
    press(Qt::Key_Right, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(selected(), (std::vector<int>{12, 13}));
    shot("map-by-keys");
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(selected(), std::vector<int>{12});
    // What is filtered out is passed over; without a point to start from the middle of the view is taken.
    workspace().filter().setExpression("identity != \"Person 2\"");
    press(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(workspace().selection().current(), 33);
    workspace().selection().setCurrent(-1);
    press(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_GE(workspace().selection().current(), 0);
}

TEST_F(KeyboardStory, ShortcutsWorkFromATextFieldWhereTheyDoNotEdit) {
    auto* edit = window.findChildren<FilterEdit*>().front();
    edit->setFocus();
    QTest::keyClicks(edit, "yaw");
    if (auto* popup = QApplication::activePopupWidget()) popup->close();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(edit->selectedText(), "yaw");
    EXPECT_TRUE(selected().empty());
    const QString before = page();
    QTest::keyClick(edit, Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_NE(page(), before);
    QTest::keyClick(edit, Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(page(), before);
    QTest::keyClick(edit, Qt::Key_E, Qt::ControlModifier);
    auto* figure = dialog<ExportDialog>();
    ASSERT_NE(figure, nullptr);
    figure->reject();
}

TEST_F(KeyboardStory, EveryShortcutIsInTheHelp) {
    QStringList told;
    for (const QString& part : shortcutsText().split(QStringLiteral("<b>")).mid(1))
        for (const QString& key : part.section(QStringLiteral("</b>"), 0, 0).split(QStringLiteral(", ")))
            told << key.section(u' ', 0, 0);
    int shortcuts = 0;
    for (const QAction* action : window.findChildren<QAction*>()) {
        // Those of text fields are the desktop's own.
        const QKeySequence keys = action->shortcut();
        if (keys.isEmpty() || qobject_cast<QLineEdit*>(action->parent()) != nullptr) continue;
        ++shortcuts;
        EXPECT_TRUE(told.contains(keys.toString(QKeySequence::PortableText)))
            << action->text().toStdString() << ": " << keys.toString().toStdString();
    }
    EXPECT_GT(shortcuts, 25);
}

TEST_F(KeyboardStory, TheSameProjectOpenedAgainIsSaid) {
    workspace().selection().select({4});
    window.openPath(QString::fromStdString(path("p.facespace").string()));
    EXPECT_TRUE(window.messages().text().contains("is open in this window already"));
    EXPECT_EQ(selected(), std::vector<int>{4});
}

TEST_F(KeyboardStory, TheLanguageChangesWithoutARestart) {
    workspace().selection().select({7, 8});
    workspace().filter().setExpression("yaw < 0");
    showPage("Gallery");
    for (auto* action : window.findChildren<QAction*>())
        if (action->text() == QStringLiteral("E&spañol")) action->trigger();
    MainWindow* spanish = nullptr;
    const auto arrived = [&] {
        for (QWidget* top : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<MainWindow*>(top); found != nullptr && found != &window && found->isVisible())
                spanish = found;
        return spanish != nullptr && spanish->windowTitle().startsWith("p");
    };
    ASSERT_TRUE(QTest::qWaitFor(arrived));
    EXPECT_FALSE(window.isVisible());
    EXPECT_EQ(spanish->menuBar()->actions().front()->text().remove(u'&'), "Archivo");
    EXPECT_EQ(spanish->workspace().selection().selected(), (std::vector<int>{7, 8}));
    EXPECT_EQ(spanish->workspace().filter().state().expression, "yaw < 0");
    auto* pages = spanish->findChild<QTabWidget*>();
    EXPECT_EQ(pages->currentWidget()->objectName(), "gallery");
    EXPECT_EQ(spanish->geometry(), window.geometry());
    shot("spanish", spanish);
    Settings().setLanguage({});
    installLanguage("en");
    spanish->close();
    QTest::qWait(20);
}

TEST_F(KeyboardStory, NumbersAreAsTheDesktopHasThemOnlyWhereAskedFor) {
    EXPECT_FALSE(Settings().numbersAsDesktop());
    auto* numbers = window.findChild<QAction*>("numbers-as-desktop");
    ASSERT_NE(numbers, nullptr);
    EXPECT_FALSE(numbers->isChecked());
    EXPECT_TRUE(numbers->text().contains(QLocale::system().toString(1234.5, 'f', 1)));
    numbers->trigger();
    EXPECT_TRUE(Settings().numbersAsDesktop());
    MainWindow* next = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        for (QWidget* top : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<MainWindow*>(top); found != nullptr && found != &window && found->isVisible())
                next = found;
        return next != nullptr && next->windowTitle().startsWith("p");
    }));
    EXPECT_TRUE(next->findChild<QAction*>("numbers-as-desktop")->isChecked());
    EXPECT_EQ(QLocale(), QLocale::system());
    Settings().setNumbersAsDesktop(false);
    installNumbers(false);
    next->close();
    QTest::qWait(20);
}

TEST_F(KeyboardStory, WindowsAndDialogsOpenInsideTheScreen) {
    const QRect room = window.screen()->availableGeometry();
    window.move(room.right() - 60, room.bottom() - 60);
    window.actions().newWindow->trigger();
    MainWindow* other = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        for (QWidget* top : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<MainWindow*>(top); found != nullptr && found != &window) other = found;
        return other != nullptr && room.contains(other->geometry());
    })) << (other == nullptr ? -1 : other->x());
    other->close();
    window.actions().manual->trigger();
    auto* manual = dialog<QDialog>();
    ASSERT_NE(manual, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return room.contains(manual->geometry()); }));
    manual->close();
}

TEST_F(KeyboardStory, ANoticeLiesOverTheContentAndLongPathsDoNotWidenTheWindow) {
    const QRect before = map()->geometry();
    const QString path = QStringLiteral("/") + QStringList(40, QStringLiteral("folder-with-a-long-name")).join(u'/');
    window.messages().showMessage(MessageBar::Kind::kProblem, QStringLiteral("“%1” is not there.").arg(path));
    QTest::qWait(50);
    EXPECT_EQ(map()->geometry(), before);
    EXPECT_LE(window.minimumSizeHint().width(), 1280);
    EXPECT_TRUE(window.messages().text().contains(path));
    EXPECT_TRUE(window.messages().geometry().bottom() < map()->height());
    shot("notice");
}

}  // namespace
}  // namespace facespace
