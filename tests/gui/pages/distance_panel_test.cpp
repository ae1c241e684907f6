#include "widgets/pages/distance_panel.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>

#include "core/view/distance_figure.h"
#include "tests/gui/pages/same_in_print.h"
#include "tests/gui/panels/panel_fixture.h"
#include "widgets/look/empty_state.h"
#include "widgets/pages/plot_view.h"

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
        EXPECT_TRUE(QTest::qWaitFor([&] { return chart->lastFrameMs() > 0; }));
        QTest::qWait(20);
        const QPoint a = chart->positionOf(from, 1).toPoint(), b = chart->positionOf(to, 1).toPoint();
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

TEST_F(Distance, AClickOnABarSelectsItsImagesAndOneBesideItClears) {
    PlotView* chart = panel.chart();
    ASSERT_TRUE(QTest::qWaitFor([&] { return chart->lastFrameMs() > 0; }));
    QTest::qWait(20);
    const auto bars = std::get<figure::Histogram>(chart->chart().layers[0]);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->positionOf((bars.edges[2] + bars.edges[3]) / 2, 0.5).toPoint());
    EXPECT_EQ(workspace.selection().selected(), std::vector<int>(bars.rows.of(2).begin(), bars.rows.of(2).end()));
    QTest::mouseClick(
        chart, Qt::LeftButton, {},
        chart->positionOf((bars.edges[2] + bars.edges[3]) / 2, chart->ranges().y.rawHigh).toPoint() + QPoint(0, 2));
    EXPECT_TRUE(workspace.selection().selected().empty());
}

TEST_F(Distance, IsTheChartOfPrint) {
    const auto figure =
        distanceFigure(*made.snapshot, *made.table, {.network = made.snapshot->featureSets[0]->network.name});
    ASSERT_TRUE(figure);
    EXPECT_EQ(axesOf(panel.chart()->chart()), axesOf(figure->charts.front()));
    const auto &screen = std::get<figure::Histogram>(panel.chart()->chart().layers[0]),
               &print = std::get<figure::Histogram>(figure->charts.front().layers[0]);
    EXPECT_EQ(screen.edges, print.edges);
    EXPECT_EQ(screen.counts, print.counts);
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
