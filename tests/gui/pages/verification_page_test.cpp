#include "widgets/pages/verification_page.h"

#include <algorithm>
#include <QComboBox>

#include "tests/gui/pages/pages_fixture.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/suspects_page.h"

namespace facespace {
namespace {

class VerificationWidget : public testing::PageTest<VerificationPage> {};

TEST_F(VerificationWidget, TellsIdentitiesApartAndShowsTheWorstPairs) {
    open();
    wait();
    const Verification& v = page->report()->result;
    EXPECT_GT(v.auc.value, 0.95);
    EXPECT_TRUE(page->findChild<FiguresTable*>()->text().contains("Equal error rate"));
    auto* worst = page->worstGenuine();
    ASSERT_GT(worst->pairs()->rowCount(), 10);
    const ScoredPair first = worst->pairs()->pair(0);
    EXPECT_EQ(first.a, v.worstGenuine[0].a);
    // The planted wrong labels are what fails first.
    const auto& wrong = truth_.mislabelled;
    const auto planted = [&](std::int64_t row) { return std::find(wrong.begin(), wrong.end(), row) != wrong.end(); };
    EXPECT_TRUE(planted(first.a) || planted(first.b));
    QTest::mouseClick(worst->viewport(), Qt::LeftButton, {}, worst->visualRect(worst->pairs()->index(0)).center());
    EXPECT_EQ(selected(), (std::vector<int>{static_cast<int>(first.a), static_cast<int>(first.b)}));
    EXPECT_EQ(workspace.selection().current(), static_cast<int>(first.a));
    QTest::keyClick(worst, Qt::Key_Right);
    const ScoredPair second = worst->pairs()->pair(1);
    EXPECT_EQ(workspace.selection().current(), static_cast<int>(second.a));
    // The histogram shows the genuine pairs of the selected images.
    EXPECT_EQ(page->histogram()->plot().series.size(), 3U);
}

TEST_F(VerificationWidget, DraggingOverScoresSelectsTheImagesOfThosePairs) {
    open();
    wait();
    const Verification& v = page->report()->result;
    const double low = page->histogram()->plot().x.low, to = static_cast<double>(v.worstGenuine[20].score) + 1e-5;
    drag(page->histogram(), {low, 0}, {to, 0});
    std::vector<int> expected;
    const QRectF area = page->histogram()->brushed();
    for (const ScoredPair& p : v.genuine) {
        if (static_cast<double>(p.score) > area.right() || static_cast<double>(p.score) < area.left()) continue;
        expected.push_back(static_cast<int>(p.a));
        expected.push_back(static_cast<int>(p.b));
    }
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(selected(), expected);
    // Impostor pairs of a region of the ROC are looked for on a worker thread.
    for (auto* box : page->findChildren<QComboBox*>())
        if (box->accessibleName() == "Dragging selects") box->setCurrentIndex(1);
    workspace.selection().clear();
    drag(page->curve(), {1e-4, 0.9}, {1e-2, 0.9});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !selected().empty(); }, 5000));
    EXPECT_EQ(page->plots().size(), 2U);
}

TEST_F(VerificationWidget, OneIdentityIsNotEnough) {
    testing::Truth truth;
    truth.identities = 1;
    truth.mislabelled.clear();
    open(truth);
    wait();
    EXPECT_TRUE(page->hint().contains("mport")) << page->hint().toStdString();
}

class SuspectsWidget : public testing::PageTest<SuspectsPage> {};

TEST_F(SuspectsWidget, ListsThePlantedWrongLabelsAndAClickShowsOne) {
    open();
    wait();
    ASSERT_GE(page->suspects().list.size(), 3U);
    std::vector<int> first;
    for (std::size_t i = 0; i < 3; ++i) first.push_back(static_cast<int>(page->suspects().list[i].row));
    std::sort(first.begin(), first.end());
    EXPECT_EQ(first, truth_.mislabelled);
    auto* faces = page->faces();
    QTest::mouseClick(faces->viewport(), Qt::LeftButton, {}, faces->visualRect(faces->pairs()->index(0)).center());
    EXPECT_EQ(selected(), std::vector<int>{static_cast<int>(page->suspects().list[0].row)});
    // By key in the table.
    page->table()->setFocus();
    page->table()->setCurrentCell(0, 0);
    QTest::keyClick(page->table(), Qt::Key_Down);
    EXPECT_EQ(workspace.selection().current(), static_cast<int>(page->suspects().list[1].row));
    // All margins above 0, from the histogram.
    const Plot& plot = page->histogram()->plot();
    drag(page->histogram(), {0.001, 1}, {plot.x.high, 1});
    EXPECT_EQ(selected().size(), page->suspects().list.size());
}

}  // namespace
}  // namespace facespace
