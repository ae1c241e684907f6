// A page fills the window by one key or one button, the map small beside it, and back; the next window begins as this ended.
#include <QDockWidget>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>

#include "app/page_rail.h"
#include "tests/gui/window/story.h"
#include "widgets/pages/compare_page.h"

namespace facespace {
namespace {

class PageLayoutStory : public testing::Story {
  protected:
    void TearDown() override { QSettings().clear(); }  // other tests begin as a first run
    static Pages* pagesOf(MainWindow& in) { return in.findChild<Pages*>(); }
    static bool mapIsSmall(MainWindow& in) {
        auto* map = in.findChild<MapView*>();
        const QWidget* page = pagesOf(in)->currentWidget();
        return page->height() > in.height() / 2 && page->width() > map->width() && map->width() < in.width() / 3 &&
               map->isVisible() && map->mapTo(&in, QPoint()).x() > page->mapTo(&in, QPoint()).x();
    }
    static bool mapIsLarge(MainWindow& in) {
        auto* map = in.findChild<MapView*>();
        return map->height() > 300 && map->mapTo(&in, QPoint()).y() < pagesOf(in)->mapTo(&in, QPoint()).y();
    }
    QDockWidget* dock(const char* name) { return window.findChild<QDockWidget*>(name); }
    void press(Qt::Key key) {
        QTest::keyClick(&window, key);
        QTest::qWait(60);
    }
};

TEST_F(PageLayoutStory, AKeyFillsTheWindowWithThePageAndGoesBack) {
    showPage("Verification");
    ASSERT_TRUE(mapIsLarge(window));
    EXPECT_FALSE(mapIsSmall(window));
    const QRect map = this->map()->geometry(), page = pagesOf(window)->geometry();
    press(Qt::Key_F9);
    shot("page-fills");
    EXPECT_TRUE(mapIsSmall(window));
    EXPECT_TRUE(window.actions().fillPage->isChecked());
    EXPECT_FALSE(dock("identities")->isVisible());
    EXPECT_TRUE(dock("inspector")->isVisible()) << "what is selected is still told";
    EXPECT_EQ(pagesOf(window)->tabText(pagesOf(window)->currentIndex()), "Verification");
    press(Qt::Key_F9);
    EXPECT_TRUE(mapIsLarge(window));
    EXPECT_TRUE(dock("identities")->isVisible());
    EXPECT_EQ(this->map()->geometry(), map);
    EXPECT_EQ(pagesOf(window)->geometry(), page);
}

TEST_F(PageLayoutStory, TheButtonOfTheBarDoesTheSame) {
    auto* button = qobject_cast<QToolButton*>(window.findChild<QToolBar*>()->widgetForAction(window.actions().fillPage));
    ASSERT_NE(button, nullptr);
    window.resize(1280, 720);
    QTest::qWait(60);
    ASSERT_FALSE(button->visibleRegion().isEmpty()) << "not in view on a small screen";
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::qWait(60);
    EXPECT_TRUE(mapIsSmall(window));
    EXPECT_LE(window.width(), 1280);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::qWait(60);
    EXPECT_FALSE(mapIsSmall(window));
    EXPECT_TRUE(dock("filter")->isVisible());
}

TEST_F(PageLayoutStory, BothLayoutsComeBackAsTheyWereLeft) {
    press(Qt::Key_F9);
    window.resizeDocks({dock("pages")}, {window.width() - 450}, Qt::Horizontal);
    dock("inspector")->hide();
    QTest::qWait(60);
    const int wide = map()->width();
    EXPECT_NEAR(wide, 450, 30);
    press(Qt::Key_F9);
    EXPECT_TRUE(dock("inspector")->isVisible()) << "with the large map it had not been closed";
    press(Qt::Key_F9);
    EXPECT_EQ(map()->width(), wide);
    EXPECT_FALSE(dock("inspector")->isVisible());
    window.close();

    MainWindow next;
    next.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&next));
    next.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return next.workspace().snapshot() != nullptr; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return next.actions().fillPage->isChecked(); }));
    QTest::qWait(60);
    EXPECT_TRUE(mapIsSmall(next));
    EXPECT_NEAR(next.findChild<MapView*>()->width(), wide, 2);
    next.actions().fillPage->trigger();
    QTest::qWait(60);
    EXPECT_TRUE(mapIsLarge(next));
    EXPECT_TRUE(next.findChild<QDockWidget*>("inspector")->isVisible());
    next.close();
    EXPECT_FALSE(Settings().pageFills());
}

TEST_F(PageLayoutStory, TwoSmallMapsStandBelowEachOther) {
    pagesOf(window)->setCurrentWidget(window.findChild<ComparePage*>());
    auto* maps = qobject_cast<QSplitter*>(map()->parentWidget());
    ASSERT_NE(maps, nullptr);
    EXPECT_EQ(maps->count(), 2);
    EXPECT_EQ(maps->orientation(), Qt::Horizontal);
    press(Qt::Key_F9);
    EXPECT_EQ(maps->orientation(), Qt::Vertical);
    EXPECT_TRUE(mapIsSmall(window));
    press(Qt::Key_F9);
    EXPECT_EQ(maps->orientation(), Qt::Horizontal);
}

TEST_F(PageLayoutStory, TheArrowKeysWalkThroughTheRail) {
    Pages* pages = pagesOf(window);
    auto* rail = window.findChild<PageRail*>();
    pages->setCurrentIndex(0);
    QTest::keyClick(rail, Qt::Key_Down);
    QTest::keyClick(rail, Qt::Key_Down);
    EXPECT_EQ(pages->currentIndex(), 2);
    QTest::keyClick(rail, Qt::Key_Up);
    EXPECT_EQ(pages->currentIndex(), 1);
    QTest::keyClick(rail, Qt::Key_Up);
    QTest::keyClick(rail, Qt::Key_Up);
    EXPECT_EQ(pages->currentIndex(), 0) << "above the first there is none";
    // A page that wants the keyboard, as Triage does, leaves it to who walks on.
    rail->setFocus();
    for (int i = 0; i + 1 < pages->count(); ++i) QTest::keyClick(rail, Qt::Key_Down);
    EXPECT_EQ(pages->currentIndex(), pages->count() - 1);
    EXPECT_TRUE(rail->hasFocus());
}

TEST_F(PageLayoutStory, AClickOnANameShowsItsPage) {
    Pages* pages = pagesOf(window);
    auto* rail = window.findChild<PageRail*>();
    for (const int index : {3, pages->count() - 1, 0}) {
        QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->placeOf(index).center());
        EXPECT_EQ(pages->currentIndex(), index);
        EXPECT_EQ(rail->currentRow(), index);
    }
    pages->setCurrentIndex(5);
    EXPECT_EQ(rail->currentRow(), 5) << "it follows";
}

TEST_F(PageLayoutStory, ALowWindowHasTheNamesInTwoColumns) {
    auto* rail = window.findChild<PageRail*>();
    auto* dock = this->dock("pages");
    window.resize(1440, 1000);
    window.resizeDocks({dock}, {600}, Qt::Vertical);
    QTest::qWait(60);
    EXPECT_EQ(rail->columns(), 1);
    window.resizeDocks({dock}, {240}, Qt::Vertical);
    QTest::qWait(60);
    EXPECT_EQ(rail->columns(), 2);
    for (int i = 0; i < rail->count(); ++i)
        EXPECT_TRUE(rail->viewport()->rect().contains(rail->placeOf(i))) << rail->item(i)->text().toStdString();
}

}  // namespace
}  // namespace facespace
