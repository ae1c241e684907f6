#include "widgets/pages/quality_page.h"

#include <algorithm>
#include <numeric>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>

#include "tests/gui/pages/pages_fixture.h"
#include "tests/gui/pages/same_in_print.h"
#include "widgets/pages/card.h"
#include "widgets/pages/face_mosaic.h"
#include "widgets/pages/figures_table.h"

namespace facespace {
namespace {

class Quality : public testing::PageTest<QualityPage> {
  protected:
    const DistanceRelation& blur() const {
        const auto& all = page->report()->relations;
        return *std::find_if(all.begin(), all.end(), [](const DistanceRelation& r) { return r.measure == "blur"; });
    }
    bool says(const QString& text) const {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    QComboBox* choice(const char* name) const {
        for (auto* box : page->findChildren<QComboBox*>())
            if (box->accessibleName() == name) return box;
        return nullptr;
    }
    void openQuality(const testing::Truth& truth = {}) {
        open(truth);
        wait();
        ASSERT_TRUE(QTest::qWaitFor([&] { return page->discard() != nullptr && !page->computing(); }, 40000));
    }
};

TEST_F(Quality, MeasuresThatBlurredImagesAreNearTheOrigin) {
    openQuality();
    EXPECT_LT(blur().rank->spearman.value, -0.9);
    EXPECT_FALSE(blur().trend->increasing);
    page->chooseMeasure("blur");
    EXPECT_TRUE(says("Spearman"));
    EXPECT_TRUE(page->table()->text().contains("falls"));
    EXPECT_EQ(page->charts().size(), 2U);
    holdsPrintAgainst(*page, page->charts());
}

TEST_F(Quality, ARectangleAndAMedianSelectImages) {
    openQuality();
    page->chooseMeasure("blur");
    auto* chart = page->trend();
    const figure::Ranges& axes = chart->ranges();
    drag(chart, {axes.x.rawLow + 0.01, axes.y.rawLow + 0.01}, {10, axes.y.rawHigh - 0.001});
    ASSERT_FALSE(selected().empty());
    const auto& distance = workspace.featureSet()->distance;
    for (int r = 0; r < 360; ++r)
        EXPECT_EQ(workspace.selection().isSelected(r), distance[static_cast<std::size_t>(r)] <= 10.F) << r;
    const auto bin = blur().medians[3];
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->positionOf(bin.xMedian, bin.median.value).toPoint());
    if (selected().size() != 1) {  // an image may lie nearer to the pointer
        EXPECT_EQ(selected(), std::vector<int>(bin.rows.begin(), bin.rows.end()));
    }
}

TEST_F(Quality, TheMosaicGoesOutwardsAndAClickShowsTheFace) {
    openQuality();
    auto* mosaic = page->mosaic();
    const auto& distance = workspace.featureSet()->distance;
    const auto at = [&](std::size_t column) { return distance[static_cast<std::size_t>(mosaic->columns()[column][0])]; };
    for (std::size_t c = 1; c < mosaic->columns().size(); ++c) EXPECT_LE(at(c - 1), at(c));
    const int nearest = static_cast<int>(std::min_element(distance.begin(), distance.end()) - distance.begin());
    EXPECT_EQ(mosaic->columns()[0][0], nearest);
    QTest::mouseClick(mosaic, Qt::LeftButton, {}, mosaic->placeOf(0, 0).center());
    EXPECT_EQ(selected(), std::vector<int>{nearest});
    EXPECT_EQ(workspace.selection().current(), nearest);
    QTest::mouseClick(mosaic, Qt::LeftButton, {}, mosaic->headingOf(2).center());
    EXPECT_EQ(selected().size(), mosaic->columns()[2].size());
}

TEST_F(Quality, ARegionOfTheDiscardCurveSelectsWhatIsDiscardedThere) {
    openQuality();
    ASSERT_TRUE(page->discard()->missing.empty()) << page->discard()->missing;
    drag(page->discardCurves(), {0.1, 0}, {10, 0});
    ASSERT_FALSE(selected().empty());
    // They are the images of least quality (distance): all chosen ones are nearer to the origin than all others.
    const auto& distance = workspace.featureSet()->distance;
    float farthest = 0, nearest = INFINITY;
    for (int r = 0; r < 360; ++r) {
        const float d = distance[static_cast<std::size_t>(r)];
        (workspace.selection().isSelected(r) ? farthest = std::max(farthest, d) : nearest = std::min(nearest, d));
    }
    EXPECT_LT(selected().size(), 60U);
    EXPECT_LT(nearest, INFINITY);
    EXPECT_LE(farthest, 12.F);
}

TEST_F(Quality, AllMeasuresAreInOneChartAndTheirAreasInOneTable) {
    openQuality();
    const auto& qualities = page->discard()->discard.qualities;
    std::size_t curves = 0;
    for (const figure::Layer& layer : page->discardCurves()->chart().layers) {
        const auto* line = std::get_if<figure::Line>(&layer);
        curves += line != nullptr ? 1 : 0;
        if (line == nullptr || line->figure.empty()) continue;
        EXPECT_TRUE(page->areas()->text().contains(QString::fromStdString(line->figure)))
            << line->label << ": the legend has the area beside the name";
    }
    EXPECT_EQ(curves, qualities.size() + 2);
    for (const char* name : {"Distance from the origin", "random", "oracle"})
        EXPECT_TRUE(std::ranges::any_of(page->discardCurves()->chart().layers, [&](const figure::Layer& layer) {
            const auto* line = std::get_if<figure::Line>(&layer);
            return line != nullptr && line->label == name && !line->figure.empty();
        })) << name;
    ASSERT_EQ(page->areas()->rowCount(), static_cast<int>(qualities.size()) + 2);
    EXPECT_EQ(page->areas()->columnCount(), 4);
    const QString table = page->areas()->text();
    for (const EdcCurve& c : page->discard()->discard.curves)
        EXPECT_TRUE(table.contains(QString::number(c.pAucStepwise, 'f', 4))) << c.quality;
    // A row chooses what is discarded by.
    for (int row = 0; row < page->areas()->rowCount(); ++row)
        if (page->areas()->item(row, 0)->text() == "blur") page->areas()->setCurrentCell(row, 0);
    page->areas()->setFocus();
    QTest::keyClick(page->areas(), Qt::Key_Return);
    EXPECT_EQ(choice("Discard by")->currentData().toString(), "blur");
}

TEST_F(Quality, WhereNoPairIsRejectedThereIsNothingToDiscard) {
    testing::Truth truth;
    truth.mislabelled.clear();
    truth.viewDependent = 0;
    openQuality(truth);
    ASSERT_EQ(page->discard()->discard.curves.front().startFnmr, 0) << "people this far apart";
    EXPECT_TRUE(says("No genuine pair is rejected at FMR 0.01"));
    EXPECT_TRUE(page->discardCurves()->chart().layers.empty());
}

TEST_F(Quality, KeysGoThroughTheDiscardCurveAndTheMosaic) {
    openQuality();
    QTest::keyClick(page->discardCurves(), Qt::Key_Right);
    const auto few = selected().size();
    EXPECT_GT(few, 0U);
    for (int i = 0; i < 5; ++i) QTest::keyClick(page->discardCurves(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_GT(selected().size(), few);
    QTest::keyClick(page->mosaic(), Qt::Key_Right);
    EXPECT_EQ(selected(), std::vector<int>{page->mosaic()->columns()[0][0]});
    QTest::keyClick(page->mosaic(), Qt::Key_Right);
    EXPECT_EQ(selected(), std::vector<int>{page->mosaic()->columns()[1][0]});
}

TEST_F(Quality, ThresholdsAreFoundAgainIfAskedAndTheLimitIsAParameter) {
    openQuality();
    const auto curveOf = [&](const char* quality) {
        for (const EdcCurve& c : page->shownCurves())
            if (c.quality == quality && c.fmrTarget == 0.01) return c;
        return EdcCurve{};
    };
    const EdcCurve fixed = curveOf("distance");
    ASSERT_FALSE(fixed.points.empty());
    auto* threshold = choice("Threshold");
    threshold->setFocus();
    QTest::keyClick(threshold, Qt::Key_Down);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing() && !curveOf("distance").points.empty(); }, 20000));
    EXPECT_TRUE(curveOf("oracle").points.empty()) << "only what was computed anew is shown";
    EXPECT_NEAR(curveOf("distance").startFnmr, fixed.startFnmr, 0.01) << "nothing discarded: the same threshold";
    EXPECT_NE(curveOf("distance").pAucStepwise, fixed.pAucStepwise);
    EXPECT_EQ(page->discardCurves()->chart().x.high, 20);
    holdsPrintAgainst(*page, page->charts());
    choice("Discard by")->setCurrentIndex(choice("Discard by")->findData("blur"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing() && !curveOf("blur").points.empty(); }, 20000));
    EXPECT_TRUE(says("area to 20 %"));
    for (auto* box : page->findChildren<QDoubleSpinBox*>())
        if (box->accessibleName() == "Discard at most") box->setValue(40);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing() && says("area to 40 %"); }, 40000));
    EXPECT_GT(curveOf("blur").points.back().discarded, 0.3);
    EXPECT_EQ(page->exportSource().figures.size(), 3);
}

TEST_F(Quality, RedrawsAsTheSelectionExcludesImages) {
    openQuality();
    const auto before = blur().rank->images;
    page->setScope(PageScope::kWithoutSelected);
    std::vector<int> first(100);
    std::iota(first.begin(), first.end(), 0);
    workspace.selection().select(first);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing() && blur().rank->images == before - 100; }, 40000));
    for (const EdcCurve& c : page->shownCurves()) EXPECT_LT(c.pairs, 12 * 30 * 29 / 2);
}

TEST_F(Quality, UnitLengthIsSaidPlainly) {
    testing::Truth truth;
    truth.unitLength = true;
    open(truth);
    wait();
    EXPECT_TRUE(says("unit length"));
    EXPECT_FALSE(page->trend()->isVisible());
}

}  // namespace
}  // namespace facespace
