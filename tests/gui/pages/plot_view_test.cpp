#include "widgets/pages/plot_view.h"

#include <gtest/gtest.h>
#include <vtkAxis.h>
#include <vtkNew.h>
#include <vtkStringArray.h>
#include <cmath>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

#include "widgets/pages/card.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/heat_map.h"

namespace facespace {
namespace {

Plot scatter(bool logarithmic) {
    Plot plot;
    plot.x = {"rate", logarithmic, false, logarithmic ? 1e-4 : 0.0, 1, false};
    plot.y = {"value", false, false, -1, 1, true};
    PlotSeries points;
    points.kind = PlotSeries::Kind::kPoints;
    points.picks = points.byDensity = true;
    points.x = {0.001, 0.01, 0.1, 0.9};
    points.y = {-0.5, 0, 0.5, 0.9};
    points.rows = {10, 11, 12, 13};
    plot.series.push_back(points);
    return plot;
}

class Chart : public ::testing::TestWithParam<bool> {
  protected:
    void SetUp() override {
        view.resize(500, 300);
        view.setPlot(scatter(GetParam()));
        view.setBrush(PlotView::Brush::kRectangle);
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
        ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
    }
    PlotView view;
};

TEST_P(Chart, ValuesAndPixelsGoBothWays) {
    for (const double x : {0.002, 0.03, 0.4}) {
        const QPointF there = view.positionOf(x, 0.25);
        EXPECT_TRUE(QRectF(view.rect()).contains(there));
        const QPointF back = view.valueAt(there);
        EXPECT_NEAR(back.x(), x, 1e-6 * std::max(1.0, x));
        EXPECT_NEAR(back.y(), 0.25, 1e-6);
    }
    EXPECT_LT(view.positionOf(0.01, 0).x(), view.positionOf(0.1, 0).x());
    EXPECT_GT(view.positionOf(0.01, 0).y(), view.positionOf(0.01, 0.5).y());
}

TEST_P(Chart, DraggingTellsTheArea) {
    const QSignalSpy ended(&view, &PlotView::brushEnded);
    const QPoint a = view.positionOf(0.05, 0.2).toPoint(), b = view.positionOf(0.95, 0.95).toPoint();
    QTest::mousePress(&view, Qt::LeftButton, {}, a);
    QTest::mouseMove(&view, b);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, b);
    ASSERT_EQ(ended.size(), 1);
    const auto area = ended[0][0].toRectF();
    EXPECT_TRUE(area.contains(0.1, 0.5));
    EXPECT_TRUE(area.contains(0.9, 0.9));
    EXPECT_FALSE(area.contains(0.01, 0));
    EXPECT_EQ(view.brushed(), area);
}

TEST_P(Chart, AClickHitsThePointAndMarkingDrawsIt) {
    const QSignalSpy clicked(&view, &PlotView::pointClicked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.positionOf(0.1, 0.5).toPoint());
    ASSERT_EQ(clicked.size(), 1);
    EXPECT_EQ(clicked[0][1].toInt(), 2);
    QTest::qWait(30);
    const QImage before = view.grab().toImage();
    view.setMarked([](int row) { return row == 12; });
    EXPECT_EQ(view.markedCount(), 1);
    const QImage after = view.grab().toImage();
    // A ring around that point and nothing else.
    const QPoint at = view.positionOf(0.1, 0.5).toPoint();
    QRect changed;
    for (int y = 0; y < after.height(); ++y)
        for (int x = 0; x < after.width(); ++x)
            if (after.pixel(x, y) != before.pixel(x, y)) changed |= QRect(x, y, 1, 1);
    EXPECT_TRUE(QRect(at - QPoint(8, 8), at + QPoint(8, 8)).contains(changed)) << changed.width() << " " << changed.height();
    EXPECT_GE(changed.width(), 5);
    view.setMarked({});
    EXPECT_EQ(view.grab().toImage(), before);
}

INSTANTIATE_TEST_SUITE_P(Axes, Chart, ::testing::Bool());

TEST(Ticks, AreRoundAndNoMoreThanFindRoom) {
    const vtkNew<vtkAxis> axis;
    PlotAxis spec{QStringLiteral("images"), false, false, -400, 6300, false};
    for (const int most : {3, 7, 15}) {
        setTicks(axis, spec, QFont(), most);
        EXPECT_LE(axis->GetTickLabels()->GetNumberOfValues(), most + 1);
        EXPECT_GE(axis->GetTickLabels()->GetNumberOfValues(), most / 3);
    }
    setTicks(axis, spec, QFont(), 4);
    QStringList words;
    for (vtkIdType i = 0; i < axis->GetTickLabels()->GetNumberOfValues(); ++i)
        words << QString::fromStdString(axis->GetTickLabels()->GetValue(i));
    EXPECT_EQ(words, (QStringList{"0", "2,000", "4,000", "6,000"}));
    // Pitch in a low chart: one tick at 0 would tell nothing.
    spec.low = -46;
    spec.high = 44;
    setTicks(axis, spec, QFont(), 1);
    words.clear();
    for (vtkIdType i = 0; i < axis->GetTickLabels()->GetNumberOfValues(); ++i)
        words << QString::fromStdString(axis->GetTickLabels()->GetValue(i));
    EXPECT_EQ(words, (QStringList{QStringLiteral("\u221225"), "0", "25"}));
    spec.low = spec.high = 1;
    setTicks(axis, spec, QFont(), 4);  // nothing to step through
    EXPECT_EQ(axis->GetTickLabels()->GetNumberOfValues(), 0);
}

TEST(Density, IsHighestWherePointsCrowd) {
    Plot plot = scatter(false);
    PlotSeries& s = plot.series[0];
    s.x.assign(50, 0.5);
    s.y.assign(50, 0.0);
    s.x.push_back(0.05);
    s.y.push_back(-0.9);
    const auto density = pointDensity(plot, s);
    EXPECT_EQ(density.back(), 0.0);
    EXPECT_GT(density[10], 0.1);
}

TEST(HeatMap, MoreRowsThanPixelsFillTheWholeHeight) {
    HeatMap map;
    HeatMapData data;
    data.values = Eigen::MatrixXf::Constant(900, 40, 1.0F);
    data.low = 0;
    data.high = 1;
    data.rowMarginal.assign(900, 0.5);
    data.columnMarginal.assign(40, 0.5);
    map.setData(std::move(data));
    map.resize(400, 260);
    map.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&map));
    const QImage picture = map.frame();
    const auto at = [&](int row) {
        return picture.pixelColor(map.positionOf(row, 20).toPoint() * picture.devicePixelRatio());
    };
    EXPECT_EQ(at(30), at(870));
    EXPECT_EQ(at(450), at(870));
    EXPECT_NE(at(30), picture.pixelColor(2, 2)) << "the cells stand out from the ground";
}

TEST(HeatMap, RowsAreChosenByMouseAndKeysAndCellsAreTold) {
    HeatMap map;
    HeatMapData data;
    data.values = Eigen::MatrixXf::Random(20, 600);
    data.low = -1;
    data.diverging = true;
    data.rowMarginal.assign(20, 0.3);
    data.columnMarginal.assign(600, 0.2);
    for (int r = 0; r < 20; ++r) data.rowNames << QString::number(r);
    map.setData(data);
    map.resize(420, 260);
    map.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&map));
    ASSERT_TRUE(QTest::qWaitFor([&] { return map.lastFrameMs() > 0; }));
    const QSignalSpy chosen(&map, &HeatMap::rowsChosen), hovered(&map, &HeatMap::cellHovered);
    QTest::mouseMove(&map, map.positionOf(3, 300).toPoint());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !hovered.isEmpty(); }));
    EXPECT_EQ(hovered.back()[0].toInt(), 3);
    EXPECT_NEAR(hovered.back()[1].toInt(), 300, 2);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.positionOf(7, 100).toPoint());
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 7);
    QTest::keyClick(&map, Qt::Key_Down);
    EXPECT_EQ(chosen.back()[0].toInt(), 8);
    const QImage before = map.grab().toImage();
    std::vector<bool> marked(20, false);
    marked[7] = true;
    map.setMarkedRows(marked);
    EXPECT_NE(map.grab().toImage(), before);
}

}  // namespace
}  // namespace facespace
