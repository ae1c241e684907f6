// The analyst types a filter, sees the rest dim, hides it, and selects what is left.
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QToolButton>

#include "tests/gui/window/story.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/filter_panel.h"

namespace facespace {
namespace {

class FilterStory : public testing::Story {
  protected:
    FilterEdit* edit() { return window.findChildren<FilterEdit*>().front(); }
    void type(const QString& text) {
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        ASSERT_TRUE(edit()->hasFocus());
        QTest::keyClicks(edit(), text);
        if (auto* popup = QApplication::activePopupWidget()) popup->close();
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    QString error() { return window.findChild<QLabel*>("filter-error")->text(); }
};

TEST_F(FilterStory, ATypedFilterReachesEveryViewAndCanBeSelected) {
    type("yaw < -20 and identity in (\"Person 0\", \"Person 2\")");
    EXPECT_EQ(workspace().filter().passingRows(), (std::vector<int>{0, 1, 2, 3, 20, 21, 22, 23}));
    EXPECT_TRUE(map()->statusText().contains("60 of 60 images"));
    EXPECT_TRUE(map()->statusText().contains("8 pass the filter"));
    showPage("Table");
    EXPECT_EQ(named<QTableView>("Image table")->model()->rowCount(), 8);
    showPage("Gallery");
    EXPECT_EQ(named<QListView>("Gallery")->model()->rowCount(), 8);
    shot("filter");
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(selected(), (std::vector<int>{0, 1, 2, 3, 20, 21, 22, 23}));
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(workspace().filter().active());
    EXPECT_EQ(named<QListView>("Gallery")->model()->rowCount(), 60);
}

TEST_F(FilterStory, WhatIsFilteredOutIsNotPickedAndMayBeHidden) {
    type("identity != \"Person 1\"");
    clickMap(12);
    EXPECT_TRUE(selected().empty());
    clickMap(25);
    EXPECT_EQ(selected(), std::vector<int>{25});
    auto* hide = labelled<QCheckBox>("Hide the others on the map");
    QTest::mouseClick(hide, Qt::LeftButton, {}, QPoint(8, hide->height() / 2));
    EXPECT_TRUE(workspace().filter().hides());
    shot("filter-hidden");
}

TEST_F(FilterStory, AMistakeIsToldInOneSentence) {
    type("yav > 10");
    EXPECT_EQ(error(), QString::fromUtf8("There is no column “yav”. Did you mean “yaw”?"));
    auto* note = window.findChild<QLabel*>("filter-note");
    ASSERT_NE(note, nullptr) << "it is said where one types, whatever panels are open";
    EXPECT_TRUE(note->isVisible());
    EXPECT_EQ(note->text(), error());
    EXPECT_LT(std::abs(note->mapToGlobal(QPoint()).y() - edit()->mapToGlobal(QPoint(0, edit()->height())).y()), 12);
    shot("filter-error");
    QTest::keyClick(edit(), Qt::Key_Escape);
    EXPECT_TRUE(error().isEmpty());
    EXPECT_FALSE(note->isVisible());
    EXPECT_TRUE(edit()->text().isEmpty());
    type("identity == \"Preson 3\"");
    EXPECT_EQ(note->text(), QString::fromUtf8("“identity” has no value “Preson 3”. Did you mean “Person 3”?"));
    EXPECT_TRUE(note->isVisible());
    shot("filter-near-miss");
    map()->setFocus();
    EXPECT_FALSE(note->isVisible()) << "it is not in the way of anything else";
}

TEST_F(FilterStory, WhatIsWrongMovesNothingAboutWhileOneTypes) {
    window.resize(1280, 690);
    QTest::qWait(50);
    const auto* pages = window.findChild<QTabWidget*>();
    const QPoint before = pages->mapTo(&window, QPoint());
    type("yaw > 20 and bri");
    QTest::qWait(50);
    ASSERT_FALSE(error().isEmpty());
    EXPECT_EQ(pages->mapTo(&window, QPoint()), before);
    shot("filter-wrong-in-a-low-window");
    QTest::keyClick(edit(), Qt::Key_Escape);
    QTest::qWait(50);
    EXPECT_EQ(pages->mapTo(&window, QPoint()), before);
}

TEST_F(FilterStory, TabCompletesNamesAndValues) {
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(edit(), "ident");
    ASSERT_NE(QApplication::activePopupWidget(), nullptr);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Tab);
    EXPECT_EQ(edit()->text(), "identity");
    QTest::keyClicks(edit(), " == \"Person 3");
    ASSERT_NE(QApplication::activePopupWidget(), nullptr);
    shot("filter-completion");
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Tab);
    EXPECT_EQ(edit()->text(), "identity == \"Person 3\"");
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(workspace().filter().passingCount(), 10U);
}

TEST_F(FilterStory, ARangeDraggedOverAHistogramIsPartOfTheFilter) {
    auto* strip = named<QWidget>("Range of Yaw");
    ASSERT_NE(strip, nullptr);
    const int y = strip->height() / 2;
    QTest::mousePress(strip, Qt::LeftButton, {}, QPoint(strip->width() / 2, y));
    QTest::mouseMove(strip, QPoint(strip->width() * 3 / 4, y));
    QTest::mouseMove(strip, QPoint(strip->width() - 1, y));
    QTest::mouseRelease(strip, Qt::LeftButton, {}, QPoint(strip->width() - 1, y));
    EXPECT_TRUE(workspace().filter().combined().startsWith("yaw >= "));
    const auto passing = workspace().filter().passingRows();
    EXPECT_GT(passing.size(), 20U);
    EXPECT_LT(passing.size(), 40U);
    shot("filter-range");
    auto* clear = labelled<QToolButton>("Clear");
    QTest::mouseClick(clear, Qt::LeftButton);
    EXPECT_FALSE(workspace().filter().active());
}

}  // namespace
}  // namespace facespace
