#include "widgets/pages/plot_view.h"

#include <gtest/gtest.h>
#include <vtkAxis.h>
#include <vtkNew.h>
#include <vtkStringArray.h>
#include <cmath>
#include <QFont>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include "core/figure/bins.h"
#include "tests/gui/pages/explained.h"
#include "widgets/pages/card.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/heat_map.h"
#include "widgets/pages/heat_map_charts.h"
#include "widgets/pages/selected_marks.h"

namespace facespace {
namespace {

figure::Chart scatter(figure::Scale scale, bool reversed = false) {
    figure::Chart chart;
    chart.x.title = "rate";
    chart.x.scale = scale;
    chart.x.reversed = reversed;
    chart.x.low = scale == figure::Scale::kLinear ? 0 : 1e-4;
    chart.x.high = scale == figure::Scale::kProbit ? 0.99 : 1;
    chart.y.title = "value";
    chart.y.low = -1;
    chart.y.high = 1;
    figure::Scatter points;
    points.byDensity = points.pointing.picks = true;
    points.x = {0.001, 0.01, 0.1, 0.9};
    points.y = {-0.5, 0, 0.5, 0.9};
    for (const int row : {10, 11, 12, 13}) points.rows.add(row);
    chart.layers.emplace_back(points);
    return chart;
}

using Axes = std::pair<figure::Scale, bool>;

class ChartView : public ::testing::TestWithParam<Axes> {
  protected:
    void SetUp() override {
        view.resize(500, 300);
        view.setChart(scatter(GetParam().first, GetParam().second));
        view.setBrush(PlotView::Brush::kRectangle);
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
        ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
    }
    PlotView view;
};

TEST_P(ChartView, ValuesAndPixelsGoBothWays) {
    for (const double x : {0.002, 0.03, 0.4}) {
        const QPointF there = view.positionOf(x, 0.25);
        EXPECT_TRUE(QRectF(view.rect()).contains(there));
        const QPointF back = view.valueAt(there);
        EXPECT_NEAR(back.x(), x, 1e-6 * std::max(1.0, x));
        EXPECT_NEAR(back.y(), 0.25, 1e-6);
    }
    EXPECT_EQ(view.positionOf(0.01, 0).x() < view.positionOf(0.1, 0).x(), !GetParam().second) << "reversed";
    EXPECT_GT(view.positionOf(0.01, 0).y(), view.positionOf(0.01, 0.5).y());
}

TEST_P(ChartView, DraggingTellsTheArea) {
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

TEST_P(ChartView, AClickHitsThePointAndMarkingDrawsIt) {
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

INSTANTIATE_TEST_SUITE_P(Axes, ChartView,
                         ::testing::Values(Axes{figure::Scale::kLinear, false}, Axes{figure::Scale::kLog, false},
                                           Axes{figure::Scale::kProbit, false}, Axes{figure::Scale::kLinear, true}),
                         [](const auto& axes) {
                             return "axes" + std::to_string(static_cast<int>(axes.param.first)) +
                                    (axes.param.second ? "reversed" : "");
                         });

/// What an axis says at its ticks, in a chart of a size.
QStringList ticks(const figure::Axis& x, double length) {
    figure::Chart chart;
    chart.x = x;
    const vtkNew<vtkAxis> axis;
    axis->SetPosition(vtkAxis::BOTTOM);
    setTicks(axis, chart.x, figure::rangesOf(chart).x, QFont(), length);
    QStringList words;
    for (vtkIdType i = 0; i < axis->GetTickLabels()->GetNumberOfValues(); ++i)
        if (const auto word = axis->GetTickLabels()->GetValue(i); !word.empty()) words << QString::fromStdString(word);
    return words;
}

/// Runs of pixel columns from the left that hold something dark, up to `until`.
int darkRuns(const QImage& image, int until) {
    int runs = 0;
    bool before = false;
    for (int x = 0; x < until; ++x) {
        bool dark = false;
        for (int y = 0; y < image.height(); ++y) dark = dark || qGray(image.pixel(x, y)) < 100;
        if (dark && !before) ++runs;
        before = dark;
    }
    return runs;
}

TEST(AxisTitle, InTwoLinesDoesNotLieOnItself) {
    PlotView view;
    view.resize(320, 150);
    figure::Chart chart = scatter(figure::Scale::kLinear);
    chart.y.title = "meansnaveraw rawmeanswave";  // letters of one height, so that lines have a gap between them
    view.setChart(chart);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
    ASSERT_FALSE(view.cutsTitles());
    EXPECT_GE(darkRuns(view.grab().toImage().convertToFormat(QImage::Format_RGB32), 30), 2);
}

TEST(AxisTitle, FitsBesideLongNamesOfCategories) {
    PlotView view;
    view.resize(330, 150);
    figure::Chart chart = scatter(figure::Scale::kLinear);
    chart.x.title = "Error left less than by the distance";
    chart.x.brief = "Gain";
    chart.y.title = {};
    chart.y.scale = figure::Scale::kCategory;
    chart.y.names = {"best combination of every measure", "distance from the origin"};
    view.setChart(chart);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
    ASSERT_FALSE(view.cutsTitles());
    // The short form is drawn: nothing dark at the right edge below the axis.
    const auto edge = [&] {
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int dark = 0;
        for (int y = image.height() - 20; y < image.height(); ++y)
            for (int x = image.width() - 3; x < image.width(); ++x) dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        return dark;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return edge() == 0; }));
}

TEST(Ticks, AreThoseOfPrintAndNoMoreThanFindRoom) {
    figure::Axis axis;
    axis.low = -400;
    axis.high = 23000;
    EXPECT_EQ(ticks(axis, 400), (QStringList{"0", "5000", "10,000", "15,000", "20,000"}));
    EXPECT_LE(ticks(axis, 90).size(), 3);
    axis.low = -46;
    axis.high = 44;
    axis.ticks.degrees = true;
    EXPECT_EQ(ticks(axis, 400), (QStringList{QStringLiteral("\u221245"), QStringLiteral("\u221230"),
                                             QStringLiteral("\u221215"), "0", "15", "30"}));
    figure::Axis rates;
    rates.scale = figure::Scale::kLog;
    rates.low = 1e-6;
    rates.high = 1;
    EXPECT_TRUE(ticks(rates, 600).contains(QStringLiteral("10⁻⁶"))) << ticks(rates, 600).join(' ').toStdString();
    rates.scale = figure::Scale::kProbit;
    rates.high = 0.4;
    EXPECT_TRUE(ticks(rates, 600).contains(QStringLiteral("0.001"))) << ticks(rates, 600).join(' ').toStdString();
    rates.low = rates.high = 0.1;  // nothing to step through
    EXPECT_LE(ticks(rates, 600).size(), 3);
}

TEST(Ticks, NamesBelowAnAxisAreInLinesByTurnsWhereTheyDoNotFit) {
    figure::Axis axis;
    axis.scale = figure::Scale::kCategory;
    for (const char* name : {"body.5.first.0", "body.5.second.1", "body.5", "body.again5.first.1", "rendered-a"})
        axis.names.emplace_back(name);
    const QFontMetrics metrics{QFont()};
    const auto expectApart = [&](const QStringList& names, double length, int every) {
        double ends[3] = {-1e9, -1e9, -1e9};
        for (qsizetype i = 0; i < names.size(); ++i) {
            const double middle = (static_cast<double>(i * every) + 0.5) * length / static_cast<double>(axis.names.size());
            const double half = metrics.horizontalAdvance(QString(names[i]).remove(u'\n')) / 2.0;
            double& end = ends[names[i].count(u'\n')];
            EXPECT_GE(middle - half, end) << names[i].toStdString();
            end = middle + half;
        }
    };
    EXPECT_FALSE(ticks(axis, 1500).join(u' ').contains(u'\n')) << "there is room";
    const QStringList some = ticks(axis, 330);
    EXPECT_EQ(some.size(), 5);
    EXPECT_TRUE(some[1].startsWith(u'\n') && some[2].count(u'\n') != 1);
    expectApart(some, 330, 1);
    // Names of layers are long and differ in few letters: a third line keeps them whole.
    axis.names = {"body.0", "body.3.second.1", "body.again5.first.1", "body.5.second.1", "out"};
    const QStringList whole = ticks(axis, 260);
    EXPECT_FALSE(whole.join(u' ').contains(u'…')) << whole.join(u' ').toStdString();
    expectApart(whole, 260, 1);
    // The last may not go beyond the view, nor the first.
    axis.names.front() = axis.names.back() = "a longer name than the others";
    const QStringList ends = ticks(axis, 330);
    for (const bool last : {true, false})
        EXPECT_LE(metrics.horizontalAdvance(QString(last ? ends.back() : ends.front()).remove(u'\n')) / 2.0,
                  330 / 10.0 + kPlotBorder)
            << ends.back().toStdString();
    // Of very many some stay, and can still be read.
    while (axis.names.size() < 60) axis.names.emplace_back("identity " + std::to_string(axis.names.size()));
    const QStringList many = ticks(axis, 330);
    EXPECT_GT(many.size(), 3);
    EXPECT_LT(many.size(), 15);
}

TEST(Ticks, AreNoMoreThanTheAxisHasRoomForBesideLongNames) {
    PlotView view;
    view.resize(300, 160);
    figure::Chart chart;
    chart.x.low = -0.5;
    chart.x.high = 0.6;
    chart.x.ticks.count = 6;
    chart.y.scale = figure::Scale::kCategory;
    chart.y.names = {"Sharpness (Laplacian variance)", "Inter-eye distance in pixels"};
    figure::Scatter dots;
    dots.x = {0.1, 0.3};
    dots.y = {0, 1};
    chart.layers.emplace_back(dots);
    view.setChart(chart);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    // Words of one colour in a line below the axis: none is longer than a number.
    const auto longest = [&] {
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const int top = static_cast<int>(view.positionOf(0, 1.5).y()) + 8;
        int run = 0, gap = 0, most = 0;
        for (int x = 0; x < image.width(); ++x) {
            bool dark = false;
            for (int y = top; y < std::min(top + 8, image.height()); ++y) dark = dark || qGray(image.pixel(x, y)) < 170;
            gap = dark ? 0 : gap + 1;
            run = gap > 4 ? 0 : run + 1;
            most = std::max(most, run);
        }
        return most;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return longest() < 40; })) << longest();
}

TEST(Tooltip, NamesTheCategoryAndNotItsNumber) {
    PlotView view;
    view.resize(400, 200);
    figure::Chart chart;
    chart.x.title = "Gain";
    chart.x.low = 0;
    chart.x.high = 1;
    chart.y.scale = figure::Scale::kCategory;
    chart.y.names = {"Blur", "Brightness"};
    figure::Scatter dots;
    dots.x = {0.25, 0.5};
    dots.y = {0, 1};
    dots.pointing.picks = true;
    chart.layers.emplace_back(dots);
    view.setChart(chart);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
    QTest::qWait(30);
    QTest::mouseMove(&view, view.positionOf(0.5, 1).toPoint());
    EXPECT_TRUE(QTest::qWaitFor([] { return QToolTip::text() == "Gain: 0.500\nBrightness"; }))
        << QToolTip::text().toStdString();
}

// Also run on a screen of double density.
TEST(Tooltips, BesideAndBelowThePlotTellTheAxesAndOnABarItsValues) {
    for (const bool categories : {false, true}) {
        figure::Chart chart;
        chart.x.title = "Quantity";
        chart.y.title = "Images";
        if (categories) {
            figure::Bars bars;
            bars.heights = {4, 4};
            bars.pointing.picks = true;
            chart.x.scale = figure::Scale::kCategory;
            chart.x.names = {"one", "two"};
            chart.layers.emplace_back(std::move(bars));
        } else {
            figure::Histogram bars;
            bars.edges = {0, 1, 2};
            bars.counts = {4, 4};
            bars.pointing.picks = true;
            chart.layers.emplace_back(std::move(bars));
        }
        PlotView view;
        view.resize(400, 260);
        view.setChart(chart);
        view.setMeaning("what the chart shows");
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
        ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
        QTest::qWait(30);
        const QPoint bar = view.positionOf(categories ? 1 : 1.5, 2).toPoint();
        EXPECT_TRUE(testing::toldAt(view, bar).contains("4")) << QToolTip::text().toStdString();
        EXPECT_EQ(testing::toldAt(view, {bar.x(), view.height() - 6}), "what the chart shows") << "the title of x";
        EXPECT_TRUE(testing::toldAt(view, bar).contains("4"));
        const QString onTick = testing::toldAt(view, {bar.x(), static_cast<int>(view.plotArea().bottom()) + 12});
        EXPECT_EQ(onTick, categories ? "<p>two</p>what the chart shows" : "what the chart shows");
        EXPECT_TRUE(testing::toldAt(view, bar).contains("4"));
        EXPECT_EQ(testing::toldAt(view, {6, bar.y()}), "what the chart shows") << "the title of y";
    }
}

TEST(Tooltips, OfAHeatMapTellItsMarginsAndAxes) {
    HeatMap map;
    HeatMapData data;
    data.values = Eigen::MatrixXf::Random(20, 60);
    data.rowMarginal.assign(20, 0.3);
    data.columnMarginal.assign(60, 0.2);
    data.rowMeaning = "of a row";
    data.columnMeaning = "of a column";
    map.setData(data);
    map.setMeaning("of the map");
    map.resize(420, 260);
    map.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&map));
    const QPoint middle = map.cells().center().toPoint();
    EXPECT_EQ(testing::toldAt(map, {middle.x(), 10}), "of a column");
    EXPECT_EQ(testing::toldAt(map, {map.width() - 20, middle.y()}), "of a row");
    EXPECT_EQ(testing::toldAt(map, {middle.x(), map.height() - 6}), "of the map");
    EXPECT_EQ(testing::toldAt(map, {6, middle.y()}), "of the map");
    EXPECT_EQ(map.meaningAt(middle), QString()) << "the cells are told below the map";
}

TEST(Density, TheRoomForTheLastTickIsTheSameAtEveryDensity) {
    PlotView view;
    view.resize(400, 260);
    view.setChart(scatter(figure::Scale::kLinear));
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.lastFrameMs() > 0; }));
    QTest::qWait(30);
    EXPECT_NEAR(view.width() - view.plotArea().right(), kPlotBorder, 1.5);
    EXPECT_NEAR(view.plotArea().top(), kPlotBorder, 1.5);
}

TEST(OwnDrawing, ALayerThatDrawsItselfTakesThePlaceOfTheAxes) {
    PlotView view;
    view.resize(300, 200);
    figure::Chart chart = scatter(figure::Scale::kLinear);
    chart.x.visible = chart.y.visible = false;
    figure::Rect told;
    chart.layers.emplace_back(figure::Custom{[&](figure::Drawing& drawing, const figure::Rect& plot, const figure::Style&) {
        told = plot;
        drawing.rectangle({plot.x, plot.y, 20, 20}, figure::Fill{{255, 0, 0}, 1});
    }});
    view.setChart(chart);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.width > 0; }));
    const auto at = [&](const QPointF& place) {
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        return QColor(image.pixel((place * view.devicePixelRatioF()).toPoint()));
    };
    const QPointF corner = view.positionOf(0, 1);
    EXPECT_NEAR(told.x, corner.x(), 1);
    EXPECT_NEAR(told.y, corner.y(), 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return at(corner + QPointF(10, 10)) == QColor(255, 0, 0); }));
    // No axis of its own: nothing along the left edge of the plot.
    const QColor ground = view.palette().color(QPalette::Base);
    EXPECT_EQ(at({told.x, told.y + told.height * 0.6}).rgb(), ground.rgb());
}

TEST(Selected, BarsShowWhatIsSelectedOfThem) {
    const std::vector<double> values{0, 0, 0, 1, 1, 2};
    figure::Chart chart;
    chart.layers.emplace_back(figure::histogramOf(values, 0, 2, 2, true));
    chart.layers.emplace_back(figure::histogramOf(values, 0, 2, 2));
    const figure::Chart shown = withSelected(chart, [](int row) { return row == 1 || row >= 4; });
    ASSERT_EQ(shown.layers.size(), 3U) << "what stands for no images has nothing selected";
    EXPECT_EQ(std::get<figure::Histogram>(shown.layers[2]).counts, (std::vector<double>{1, 2}));
    EXPECT_TRUE(std::get<figure::Histogram>(shown.layers[2]).emphasised);
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

TEST(FiguresTable, NamesKeepRoomForAWordBesideLongHeads) {
    FiguresTable table("figures");
    table.wrapNames();
    table.resize(260, 120);
    table.setRows({"Figure", "a long head of a network", "a long head of another"}, {{"Equal error rate", "0.01", "0.02"}});
    table.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&table));
    EXPECT_GE(table.columnWidth(0), table.fontMetrics().horizontalAdvance("error rate"));
}

TEST(FiguresTable, RowsTellWhatTheirNamesMean) {
    FiguresTable table("figures");
    table.setRows({"Measure", "Images"}, {{"Spearman ρ", "9"}, {"a column of yours", "9"}});
    EXPECT_TRUE(table.item(0, 0)->toolTip().contains("rank correlation"));
    EXPECT_TRUE(table.item(1, 0)->toolTip().startsWith("<p>a column of yours</p>"));
    EXPECT_TRUE(table.item(1, 0)->toolTip().contains("What is known of each image"));
    table.setListsImages();
    table.setRows({"Labelled", "Images"}, {{"Margin", "9"}});
    EXPECT_EQ(table.item(0, 0)->toolTip(), "Margin") << "a person of that name";
}

TEST(HeatMap, LongNamesOfRowsStayInTheView) {
    HeatMap map;
    HeatMapData data;
    data.values = Eigen::MatrixXf::Random(4, 30);
    data.rowMarginal.assign(4, 0.3);
    data.columnMarginal.assign(30, 0.2);
    for (int r = 0; r < 4; ++r) data.rowNames << QStringLiteral("Mmmmmmmmmmmmmmmmmmmmmmmmmmmm Wwwwwwwwwww %1").arg(r);
    map.setData(data);
    map.resize(420, 260);
    map.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&map));
    ASSERT_TRUE(QTest::qWaitFor([&] { return map.lastFrameMs() > 0; }));
    const QImage image = map.grab().toImage();
    EXPECT_EQ(image.copy(0, 0, 2, image.height()), image.copy(2, 0, 2, image.height())) << "nothing is drawn at the edge";
    EXPECT_GT(map.cells().left(), 100);
}

TEST(HeatMap, AMarginWithoutAnySignificantTestGoesToTheWhole) {
    EXPECT_EQ(shareText(endOfMargin({0, 0, 0})), "100 %");
    EXPECT_EQ(shareText(endOfMargin({})), "100 %");
    EXPECT_EQ(shareText(endOfMargin({0, 0.004})), "0.4 %");
    EXPECT_EQ(shareText(endOfMargin({0, 0.37})), "37 %");
    EXPECT_EQ(shareText(0), "0 %");
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
