#include "widgets/pages/prediction_page.h"

#include <QComboBox>
#include <QPushButton>
#include <QToolButton>

#include "tests/gui/pages/pages_fixture.h"
#include "tests/gui/pages/same_in_print.h"
#include "widgets/pages/confusion_table.h"
#include "widgets/pages/figures_table.h"

namespace facespace {
namespace {

class Prediction : public testing::PageTest<PredictionPage> {
  protected:
    const TargetReport& report(const std::string& target, const std::string& network = "A") const {
        for (const TargetReport& r : page->reports())
            if (r.target == target && r.network == network) return r;
        throw std::runtime_error("no report");
    }
    /// The first visible scatter: yaw.
    PlotView* yawChart() const {
        for (auto* chart : page->findChildren<PlotView*>())
            if (chart->isVisible() && chart->accessibleName() == "Yaw") return chart;
        return nullptr;
    }
};

TEST_F(Prediction, ReadsThePlantedPoseAndPutsBothNetworksInOneTable) {
    open();
    wait();
    EXPECT_GT(report("yaw").regression->r2.value, 0.8);
    EXPECT_GT(report("yaw").regression->r2.value, report("yaw", "B").regression->r2.value);
    EXPECT_LT(report("yaw").regression->baseline->pValue, 0.02);
    EXPECT_GT(report("media").classification->auc.value, 0.8);
    const QString table = page->findChild<FiguresTable*>()->text();
    EXPECT_TRUE(table.contains("Yaw\tA\tnew identities"));
    EXPECT_TRUE(table.contains("Yaw\tB\trandom images"));
    EXPECT_EQ(page->charts().size(), 5U);  // yaw, pitch, |yaw|; number of features for numbers and for classes
    std::vector<figure::Chart> printed = page->charts();
    std::erase_if(printed, [](const figure::Chart& c) { return c.title == "Absolute yaw"; });  // it repeats the yaw
    holdsPrintAgainst(*page, printed);
}

TEST_F(Prediction, ARectangleSelectsItsImagesAndTheSelectionIsMarked) {
    open();
    wait();
    auto* chart = yawChart();
    ASSERT_NE(chart, nullptr);
    const figure::AxisRange x = chart->ranges().x, y = chart->ranges().y;
    drag(chart, {-40, y.rawLow + 0.01}, {x.rawLow + 0.01, y.rawHigh - 0.01});
    ASSERT_FALSE(selected().empty());
    std::vector<int> expected;
    for (int r = 0; r < 360; ++r)
        if (*workspace.snapshot()->images.images[static_cast<std::size_t>(r)].yawDeg < -40) expected.push_back(r);
    EXPECT_EQ(selected(), expected);
    EXPECT_EQ(chart->markedCount(), static_cast<int>(expected.size()));
    drag(chart, {40, y.rawLow + 0.01}, {x.rawHigh - 0.01, y.rawHigh - 0.01}, Qt::ShiftModifier);
    EXPECT_GT(selected().size(), expected.size());
    workspace.selection().clear();
    EXPECT_EQ(chart->markedCount(), 0);
}

TEST_F(Prediction, WhatWasSelectedElsewhereIsMarkedWhenThePageIsLookedAt) {
    open();
    wait();
    const auto* chart = yawChart();
    ASSERT_NE(chart, nullptr);
    page->hide();
    workspace.selection().select({3, 4, 5});
    EXPECT_EQ(chart->markedCount(), 0) << "not in view";
    page->show();
    EXPECT_EQ(chart->markedCount(), 3);
}

TEST_F(Prediction, AConfusionCellSelectsItsImages) {
    open();
    page->targets()->setCurrentIndex(page->targets()->findData("media"));
    Q_EMIT page->targets()->activated(page->targets()->currentIndex());
    wait();
    ConfusionTable* table = nullptr;
    for (auto* t : page->findChildren<ConfusionTable*>())
        if (t->isVisible()) table = t;
    ASSERT_NE(table, nullptr);
    QTest::mouseClick(table->cell(0, 1), Qt::LeftButton);
    EXPECT_EQ(selected().size(), static_cast<std::size_t>(report("media").classification->confusion[0][1]));
    EXPECT_TRUE(table->cell(0, 1)->text().contains("selected"));
    for (const int row : selected())
        EXPECT_EQ(workspace.snapshot()->images.images[static_cast<std::size_t>(row)].media, Media::kStill);
}

TEST_F(Prediction, TheScopeLeavesOutTheSelectedAndFollowsTheSelection) {
    open();
    wait();
    EXPECT_EQ(report("yaw").regression->identityFolds.labelled, 360);
    std::vector<int> some;
    for (int r = 0; r < 60; ++r) some.push_back(r);
    workspace.selection().select(some);
    page->setScope(PageScope::kWithoutSelected);
    wait();
    EXPECT_EQ(report("yaw").regression->identityFolds.labelled, 300);
    some.resize(30);
    workspace.selection().select(some);
    wait();
    EXPECT_EQ(report("yaw").regression->identityFolds.labelled, 330);
    page->setScope(PageScope::kOnlySelected);
    workspace.selection().clear();
    EXPECT_TRUE(page->hint().contains("No image is selected"));
}

TEST_F(Prediction, SaysWhatToImportWithoutLabels) {
    testing::Truth truth;
    truth.labels = false;
    open(truth);
    wait();
    EXPECT_TRUE(page->hint().contains("yaw")) << page->hint().toStdString();
    EXPECT_TRUE(page->hint().contains("mport")) << page->hint().toStdString();
    // What can be read is: the blur.
    page->targets()->setCurrentIndex(page->targets()->findData("blur"));
    Q_EMIT page->targets()->activated(page->targets()->currentIndex());
    wait();
    EXPECT_TRUE(page->hint().isEmpty());
    EXPECT_TRUE(report("blur").regression.has_value());
}

TEST_F(Prediction, CancelsAtOnceAndStartsAgain) {
    testing::Truth truth;
    truth.each = 80;
    truth.identities = 40;
    truth.dimension = 128;
    open(truth);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->computing(); }));
    QTest::qWait(400);
    QToolButton *cancel = nullptr, *compute = nullptr;
    for (auto* b : page->findChildren<QToolButton*>()) {
        if (b->accessibleName() == "Stop computing this page") cancel = b;
        if (b->accessibleName() == "Compute this page") compute = b;
    }
    ASSERT_TRUE(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing(); }, 2000));
    EXPECT_TRUE(page->hint().contains("Stopped"));
    ASSERT_TRUE(compute->isVisible());
    QTest::mouseClick(compute, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->computing(); }, 2000));
    QTest::qWait(300);
    page.reset();  // midway
}

TEST_F(Prediction, WithoutAProjectItSaysWhatToDo) {
    PredictionPage empty(&workspace);
    EXPECT_TRUE(empty.hint().contains("once images or a project are open"));
}

}  // namespace
}  // namespace facespace
