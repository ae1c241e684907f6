#include "widgets/panels/distance_panel.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>

#include "tests/gui/panels/panel_fixture.h"
#include "widgets/look/empty_state.h"
#include "widgets/panels/distance_chart.h"

namespace facespace {
namespace {

class Distance : public ::testing::Test {
  protected:
    Distance() : made(testing::makeProject(44, 4)) {
        workspace.setSnapshot(made.snapshot, made.table);
        panel.resize(800, 320);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }
    void drag(double from, double to, Qt::KeyboardModifiers modifiers = {}) {
        auto* chart = panel.chart();
        const QPoint a(static_cast<int>(std::lround(chart->positionOf(from))), 100);
        const QPoint b(static_cast<int>(std::lround(chart->positionOf(to))), 100);
        QTest::mousePress(chart, Qt::LeftButton, modifiers, a);
        QTest::mouseMove(chart, (a + b) / 2);
        QTest::mouseMove(chart, b);
        QTest::mouseRelease(chart, Qt::LeftButton, modifiers, b);
    }
    testing::MadeProject made;
    Workspace workspace;
    DistancePanel panel{&workspace};
};

TEST_F(Distance, BrushingARangeSelectsItsImages) {
    drag(20.4, 30.4);
    std::vector<int> expected;
    for (int i = 11; i <= 20; ++i) {
        if (i % 11 != 10) expected.push_back(i);
    }
    EXPECT_EQ(workspace.selection().selected(), expected);
    drag(40.4, 42.4, Qt::ShiftModifier);
    EXPECT_EQ(workspace.selection().selected().size(), expected.size() + 1);  // rows 31 and, without feature, 32
    drag(10.0, 60.0, Qt::ControlModifier);
    EXPECT_TRUE(workspace.selection().selected().empty());
}

TEST_F(Distance, AClickClears) {
    workspace.selection().select({1, 2, 3});
    QTest::mouseClick(panel.chart(), Qt::LeftButton, {}, QPoint(static_cast<int>(panel.chart()->positionOf(30)), 80));
    EXPECT_TRUE(workspace.selection().selected().empty());
}

TEST_F(Distance, TheSelectionShowsInTheBars) {
    const QImage before = panel.chart()->grab().toImage();
    std::vector<int> all(44);
    for (int i = 0; i < 44; ++i) all[static_cast<std::size_t>(i)] = i;
    workspace.selection().select(all);
    const QImage after = panel.chart()->grab().toImage();
    EXPECT_NE(before, after);
}

TEST_F(Distance, TheRangeCanBeTyped) {
    const auto boxes = panel.findChildren<QDoubleSpinBox*>();
    ASSERT_EQ(boxes.size(), 2);
    boxes[0]->setValue(12);
    boxes[1]->setValue(14.5);
    EXPECT_EQ(workspace.selection().selected(), (std::vector<int>{2, 3, 4}));
}

TEST_F(Distance, TheSentenceTakesTwoLinesWhereThereIsLittleRoom) {
    const auto labels = panel.findChildren<QLabel*>();
    const auto found = std::find_if(labels.begin(), labels.end(), [](const QLabel* l) { return l->text().contains(u"‖"); });
    ASSERT_NE(found, labels.end());
    const QLabel* sentence = *found;
    const int wide = sentence->fontMetrics().horizontalAdvance(sentence->text()), line = sentence->fontMetrics().height();
    panel.resize(panel.minimumSizeHint().width(), 320);
    QTest::qWait(20);
    EXPECT_LT(sentence->width(), wide);
    EXPECT_GE(sentence->height(), 2 * line);
}

TEST_F(Distance, UnitLengthFeaturesAreSaidToBeSo) {
    auto snapshot = std::make_shared<Snapshot>(*made.snapshot);
    auto set = std::make_shared<FeatureSet>(*snapshot->featureSets[0]);
    std::fill(set->distance.begin(), set->distance.end(), 1.0F);
    snapshot->featureSets[0] = set;
    workspace.setSnapshot(snapshot, made.table);
    EXPECT_TRUE(panel.findChild<EmptyState*>()->hint().contains("unit length"));
}

}  // namespace
}  // namespace facespace
