#include "core/figure/chart.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

#include "core/figure/bins.h"
#include "core/figure/chart_frame.h"
#include "core/figure/chart_legend.h"
#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

template <class T>
std::vector<T> marksOf(const Drawing& drawing) {
    std::vector<T> found;
    for (const Mark& mark : drawing.marks) {
        if (const auto* m = std::get_if<T>(&mark)) found.push_back(*m);
    }
    return found;
}

const Text* findText(const std::vector<Text>& texts, const std::string& words) {
    const auto at = std::find_if(texts.begin(), texts.end(), [&](const Text& t) { return t.text == words; });
    return at == texts.end() ? nullptr : &*at;
}

/// Words as boxes on the page; only those that are not turned.
std::vector<Rect> boxesOf(const Drawing& drawing) {
    const TextMeasure measure;
    std::vector<Rect> boxes;
    for (const Text& text : marksOf<Text>(drawing)) {
        if (text.angleDeg != 0 || text.text.empty()) continue;
        const double width = measure.width(text.text, text.size);
        const double left = text.align == Align::kLeft     ? text.at.x
                            : text.align == Align::kCentre ? text.at.x - width / 2
                                                           : text.at.x - width;
        boxes.push_back({left, text.at.y - TextMeasure::capHeight(text.size), width, TextMeasure::capHeight(text.size)});
    }
    return boxes;
}

Figure lineFigure() {
    Figure figure;
    Chart& chart = figure.add();
    chart.x.title = "Discarded (%)";
    chart.y.title = "False non-match rate";
    Line line{{0, 1, 2, 3}, {4, 3, 1, 0.5}, {3.5, 2.5, 0.5, 0.1}, {4.5, 3.5, 1.5, 0.9}, "distance", {}, 1, {}, false};
    chart.layers.push_back(line);
    line.y = {4, 3.5, 3, 2.5};
    line.low = line.high = {};
    line.label = "sharpness";
    chart.layers.push_back(line);
    return figure;
}

TEST(ChartLayout, TheWidthIsAsAskedAndNothingLeavesThePage) {
    for (const double millimetres : {85.0, 178.0, 60.0}) {
        Figure figure = lineFigure();
        figure.widthMm = millimetres;
        const Drawing drawing = layOut(figure);
        EXPECT_NEAR(drawing.width, millimetres * kPointsPerMm, 1e-9);
        const auto boxes = boxesOf(drawing);
        ASSERT_GE(boxes.size(), 10U);
        for (const Rect& box : boxes) {
            EXPECT_GE(box.x, 0);
            EXPECT_GE(box.y, 0);
            EXPECT_LE(box.right(), drawing.width);
            EXPECT_LE(box.bottom(), drawing.height);
        }
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) EXPECT_FALSE(boxes[a].overlaps(boxes[b])) << a << " over " << b;
        }
    }
}

TEST(ChartLayout, PointsLieWhereTheirValuesSay) {
    Figure figure;
    Chart& chart = figure.add();
    chart.x.low = 0;
    chart.x.high = 10;
    chart.y.scale = Scale::kLog;
    chart.y.low = 0.01;
    chart.y.high = 100;
    chart.layers.push_back(Scatter{{0, 10, 5, std::nan("")}, {0.01, 100, 1, 1}, {}, "", {}, 0, 0});
    const auto dots = marksOf<Dots>(layOut(figure));
    ASSERT_EQ(dots.size(), 1U);
    ASSERT_EQ(dots[0].centres.size(), 3U) << "without the point that has no value";
    const auto& p = dots[0].centres;
    EXPECT_NEAR(p[2].x, (p[0].x + p[1].x) / 2, 1e-9);
    EXPECT_NEAR(p[2].y, (p[0].y + p[1].y) / 2, 1e-9);
    EXPECT_GT(p[0].y, p[1].y);
}

TEST(ChartLayout, TheLegendAvoidsTheMarks) {
    // Falling lines leave the upper right corner free, rising ones the upper left.
    const auto legendX = [](bool rising) {
        Figure figure;
        Chart& chart = figure.add();
        chart.layers.push_back(Line{{0, 1, 2, 3},
                                    rising ? std::vector<double>{0, 1, 2, 3} : std::vector<double>{3, 2, 1, 0},
                                    {},
                                    {},
                                    "network A",
                                    {},
                                    1,
                                    {},
                                    false});
        const auto texts = marksOf<Text>(layOut(figure));
        const Text* text = findText(texts, "network A");
        return text == nullptr ? -1 : text->at.x;
    };
    const double middle = 85 * kPointsPerMm / 2;
    EXPECT_GT(legendX(false), middle);
    EXPECT_LT(legendX(true), middle);
    EXPECT_GT(legendX(true), 0);
}

TEST(ChartLayout, LabelsThatBeginAlikeStayDifferentWhenTheyAreCut) {
    Figure figure;
    figure.widthMm = 60;
    Chart& chart = figure.add();
    const std::string common = "a long name of a network that both of them have, ";
    for (const char* end : {"128-d", "512-d"})
        chart.layers.push_back(Line{{0, 1, 2, 3}, {3, 2, 1, 0}, {}, {}, common + end, {}, 1, {}, false});
    chart.legend.place = LegendPlace::kRight;
    std::vector<std::string> cut;
    for (const Text& text : marksOf<Text>(layOut(figure)))
        if (text.text.find("…") != std::string::npos) cut.push_back(text.text);
    ASSERT_EQ(cut.size(), 2U);
    EXPECT_NE(cut[0], cut[1]);
    EXPECT_TRUE(cut[0].ends_with("8-d") && cut[1].ends_with("2-d")) << cut[0] << ", " << cut[1];
}

TEST(ChartLayout, CategoriesThatBeginAlikeStayDifferentWhenTheyAreCut) {
    for (const bool below : {true, false}) {
        Figure figure;
        figure.widthMm = 60;
        Chart& chart = figure.add();
        Axis& axis = below ? chart.x : chart.y;
        axis.scale = Scale::kCategory;
        axis.names = {"a long name of a class that both have: left", "a long name of a class that both have: right"};
        chart.layers.push_back(Scatter{.x = {0, 1}, .y = {0, 1}, .colours = {}, .label = {}, .colour = {}});
        std::vector<std::string> cut;
        for (const Text& text : marksOf<Text>(layOut(figure)))
            if (text.text.find("…") != std::string::npos) cut.push_back(text.text);
        ASSERT_EQ(cut.size(), 2U) << below;
        EXPECT_TRUE(cut[0].ends_with(": left") && cut[1].ends_with(": right")) << cut[0] << ", " << cut[1];
    }
}

TEST(ChartLayout, NamesOfRatesOnADetPlotDoNotTouch) {
    for (const double millimetres : {60.0, 85.0, 178.0}) {
        Figure figure;
        figure.widthMm = millimetres;
        Chart& chart = figure.add();
        chart.x.scale = chart.y.scale = Scale::kProbit;
        chart.layers.push_back(Line{{1e-7, 0.01, 0.9}, {0.9, 0.05, 1e-5}, {}, {}, {}, {}, 1, {}, false});
        const auto boxes = boxesOf(layOut(figure));
        EXPECT_GT(boxes.size(), 6U);
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = i + 1; j < boxes.size(); ++j)
                EXPECT_FALSE(boxes[i].overlaps(boxes[j])) << millimetres << ": " << boxes[i].x << ' ' << boxes[j].x;
    }
}

TEST(ChartLayout, AFullPlotSendsTheLegendOutside) {
    Figure figure;
    Chart& chart = figure.add();
    Scatter scatter;
    for (int i = 0; i < 2500; ++i) {
        scatter.x.push_back(i % 50);
        scatter.y.push_back(i / 50);
    }
    scatter.label = "all";
    chart.layers.push_back(scatter);
    const Drawing drawing = layOut(figure);
    const auto texts = marksOf<Text>(drawing);
    double right = 0;
    const auto dots = marksOf<Dots>(drawing);
    for (const Point p : dots.front().centres) right = std::max(right, p.x);
    ASSERT_NE(findText(texts, "all"), nullptr);
    EXPECT_GT(findText(texts, "all")->at.x, right);
}

TEST(ChartLayout, PanelsOfAGridShareTheirEdges) {
    Figure figure = lineFigure();
    figure.charts.push_back(figure.charts.front());
    figure.charts[1].y.title = {};
    figure.charts.push_back(figure.charts.front());
    figure.columns = 2;
    figure.letters = true;
    figure.widthMm = kTwoColumnsMm;
    std::vector<Rect> plots;
    for (Chart& chart : figure.charts) {
        chart.layers.push_back(Custom{[&](Drawing&, const Rect& plot, const Style&) { plots.push_back(plot); }});
    }
    const Drawing drawing = layOut(figure);
    ASSERT_GE(plots.size(), 3U);
    plots.erase(plots.begin(), plots.end() - 3);
    EXPECT_NEAR(plots[0].y, plots[1].y, 1e-9);
    EXPECT_NEAR(plots[0].bottom(), plots[1].bottom(), 1e-9);
    EXPECT_NEAR(plots[0].x, plots[2].x, 1e-9);
    EXPECT_NEAR(plots[0].right(), plots[2].right(), 1e-9);
    const auto texts = marksOf<Text>(drawing);
    for (const char* letter : {"a", "b", "c"}) EXPECT_NE(findText(texts, letter), nullptr);
}

TEST(ChartLayout, ManyHistogramsAreOutlines) {
    for (const std::size_t count : {1U, 3U, 5U}) {
        Figure figure;
        Chart& chart = figure.add();
        for (std::size_t i = 0; i < count; ++i)
            chart.layers.push_back(Histogram{{0, 1, 2}, {1.0 + static_cast<double>(i), 2}, {}, {}});
        std::size_t filled = 0, outlines = 0;
        for (const Path& path : marksOf<Path>(layOut(figure))) {
            filled += path.fill ? 1 : 0;
            outlines += path.stroke && path.parts.front().size() > 2 ? 1 : 0;
        }
        EXPECT_EQ(filled, count > 3 ? 0U : count);
        EXPECT_EQ(outlines, count);
    }
}

TEST(ChartLayout, APanelOfAWholeRowHasOneToItself) {
    Figure figure = lineFigure();
    figure.charts.resize(1);
    figure.charts.push_back(figure.charts.front());
    figure.charts.push_back(figure.charts.front());
    figure.charts[0].wholeRow = true;
    figure.columns = 2;
    figure.widthMm = kTwoColumnsMm;
    for (const double height : {0.0, 120.0}) {
        figure.heightMm = height;
        std::vector<Rect> plots;
        Figure watched = figure;
        for (Chart& chart : watched.charts)
            chart.layers.push_back(Custom{[&](Drawing&, const Rect& plot, const Style&) { plots.push_back(plot); }});
        const Drawing drawing = layOut(watched);
        plots.erase(plots.begin(), plots.end() - 3);
        EXPECT_GT(plots[0].width, 0.85 * drawing.width);
        EXPECT_LT(plots[0].bottom(), plots[1].y);
        EXPECT_NEAR(plots[1].y, plots[2].y, 1e-9);
        EXPECT_LT(plots[1].right(), plots[2].x);
        EXPECT_LE(plots[2].bottom(), drawing.height);
    }
}

TEST(ChartLayout, LongTitlesAreBrokenAndStayInTheirPanel) {
    Figure figure = lineFigure();
    figure.charts.resize(1);
    figure.charts[0].x.title = "Spearman's rank correlation with the distance from the origin of the features of a network";
    figure.charts[0].y.title = "Share of the images that are accepted although they show somebody else, out of all such";
    figure.title = "A figure with a title that is much too long for one line of a single column of a journal's page";
    for (const double width : {40.0, kOneColumnMm}) {
        figure.widthMm = width;
        const Drawing drawing = layOut(figure);
        const TextMeasure measure;
        std::size_t ofX = 0;
        for (const Text& text : marksOf<Text>(drawing)) {
            const double half = measure.width(text.text, text.size, text.bold) / 2;
            const double along = text.angleDeg == 0 ? text.at.x : text.at.y;
            const double low = text.align == Align::kLeft     ? along
                               : text.align == Align::kCentre ? along - half
                                                              : along - 2 * half;
            EXPECT_GE(low, -0.01) << text.text << " at " << width;
            EXPECT_LE(low + 2 * half, (text.angleDeg == 0 ? drawing.width : drawing.height) + 0.01) << text.text;
            EXPECT_LE(text.at.y, drawing.height) << text.text;
            ofX += figure.charts[0].x.title.find(text.text) != std::string::npos && text.text.size() > 5 ? 1 : 0;
        }
        EXPECT_GE(ofX, 2U);
        for (const auto& a : boxesOf(drawing))
            for (const auto& b : boxesOf(drawing))
                EXPECT_TRUE(&a == &b || (a.x == b.x && a.y == b.y) || !a.overlaps(b)) << a.x << ' ' << a.y << ' ' << width;
    }
}

TEST(ChartLayout, SquareUnitsAreSquare) {
    Figure figure;
    Chart& chart = figure.add();
    chart.squareUnits = true;
    chart.x.low = chart.y.low = -90;
    chart.x.high = 90;
    chart.y.high = 45;
    Rect plot;
    chart.layers.push_back(Custom{[&](Drawing&, const Rect& p, const Style&) { plot = p; }});
    layOut(figure);
    EXPECT_NEAR(plot.width / 180, plot.height / 135, 1e-9);
}

TEST(ChartLayout, AHeatMapHasItsCellsTheRightWayUpAndABar) {
    Figure figure;
    Chart& chart = figure.add();
    HeatMap map{2, 3, {0, 0.5, 1, std::nan(""), 1, 0}, {}};
    map.scale.title = "Separation";
    chart.layers.push_back(map);
    chart.y.reversed = true;
    const Drawing drawing = layOut(figure);
    const auto pictures = marksOf<Picture>(drawing);
    ASSERT_EQ(pictures.size(), 2U) << "cells and colour bar";
    const auto& cells = *pictures[0].image;
    EXPECT_EQ(cells.width, 3);
    EXPECT_FALSE(pictures[0].smooth);
    const auto at = [&](int row, int column) {
        const std::uint8_t* p = cells.row(row) + 3 * column;
        return Rgb{p[0], p[1], p[2]};
    };
    EXPECT_EQ(at(0, 0), viridisAt(0));
    EXPECT_EQ(at(0, 2), viridisAt(1));
    EXPECT_EQ(at(1, 0), map.scale.missing);
    EXPECT_NE(findText(marksOf<Text>(drawing), "Separation"), nullptr);
}

TEST(TextMeasure, KnowsWidths) {
    const TextMeasure measure;
    EXPECT_NEAR(measure.width("Distance from origin", 14), 2 * measure.width("Distance from origin", 7), 0.05);
    EXPECT_LE(measure.width(measure.elided("a_very_long_identity_name", 7, 40), 7), 40);
    EXPECT_EQ(measure.elided("short", 7, 400), "short");
}

TEST(Tones, EachGroundHasItsColour) {
    Chart chart;
    chart.layers.emplace_back(
        Line{.x = {0, 1}, .y = {0, 1}, .low = {}, .high = {}, .label = "a", .colour = Tone::kAccent, .dash = {}});
    chart.layers.emplace_back(
        Line{.x = {0, 1}, .y = {1, 0}, .low = {}, .high = {}, .label = "b", .colour = Rgb{1, 2, 3}, .dash = {}});
    chart.layers.emplace_back(Rule{true, 0.5, "c"});
    Style dark;
    dark.dark = true;
    dark.ink = {250, 250, 250};
    const auto light = layerColours(chart, {}), onDark = layerColours(chart, dark);
    EXPECT_EQ(light[0], toneColour(Tone::kAccent, false));
    EXPECT_EQ(onDark[0], toneColour(Tone::kAccent, true));
    EXPECT_NE(light[0], onDark[0]);
    EXPECT_EQ(onDark[1], (Rgb{1, 2, 3})) << "a fixed colour stays";
    EXPECT_EQ(onDark[2], dark.ink);
    EXPECT_EQ(legendSamples(chart, {}).size(), 2U) << "in print a rule has its words beside it";
    EXPECT_EQ(legendSamples(chart, {}, true).size(), 3U);
}

TEST(Bins, CountAndKnowWhatLiesInThem) {
    const std::vector<double> values{0, 0.9, 1, std::nan(""), 2, -7, 40};
    const Histogram histogram = histogramOf(values, 0, 2, 2, true);
    EXPECT_EQ(histogram.edges, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(histogram.counts, (std::vector<double>{3, 3}));
    ASSERT_EQ(histogram.rows.marks(), 2U);
    EXPECT_TRUE(std::ranges::equal(histogram.rows.of(0), std::vector{0, 1, 5}));
    EXPECT_TRUE(std::ranges::equal(histogram.rows.of(1), std::vector{2, 4, 6}));
    EXPECT_TRUE(histogram.rows.of(2).empty());
    EXPECT_TRUE(histogramOf(values, 0, 2, 2).rows.empty());
}

TEST(Density, IsHighestWherePointsCrowd) {
    Chart chart;
    chart.x.low = chart.y.low = -1;
    chart.x.high = chart.y.high = 1;
    Scatter points;
    points.x.assign(50, 0.5);
    points.y.assign(50, 0.0);
    points.x.push_back(0.05);
    points.y.push_back(-0.9);
    const auto density = densityOf(chart, points);
    EXPECT_EQ(density.back(), 0.0);
    EXPECT_GT(density[10], 0.1);
}

}  // namespace
}  // namespace facespace::figure
