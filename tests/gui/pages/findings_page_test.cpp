// The page of an analysis that has none of its own: a new one, of which nothing but itself and the list knows.
#include "widgets/pages/findings_page.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>

#include "tests/gui/pages/pages_fixture.h"
#include "tests/gui/pages/same_in_print.h"
#include "tests/unit/analyses/counts_analysis.h"
#include "widgets/pages/analysis_pages.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/result_table.h"

namespace facespace {
namespace {

struct Drag : testing::PageTest<FindingsPage> {
    using testing::PageTest<FindingsPage>::drag;
};

class NewPage : public ::testing::Test {
  protected:
    void open(const std::string& key, const testing::Truth& truth = {}) {
        const auto snapshot = testing::plantedSnapshot(truth);
        workspace.setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
        tabs = std::make_unique<QTabWidget>();
        addAnalysisPages(tabs.get(), &workspace, test::withCounts());
        for (int i = 0; i < tabs->count(); ++i) {
            page = qobject_cast<FindingsPage*>(tabs->widget(i));
            if (page == nullptr || page->analysis().key != key) continue;
            tabs->setCurrentIndex(i);
            break;
        }
        tabs->resize(1500, 640);
        tabs->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(tabs.get()));
        wait();
    }
    void wait() {
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return !page->computing() && (page->hasResult() || !page->hint().isEmpty()); }, 40000));
        ASSERT_TRUE(page->hasResult()) << page->hint().toStdString();
        QTest::qWait(30);
    }
    const std::vector<int>& selected() const { return workspace.selection().selected(); }

    Workspace workspace;
    std::unique_ptr<QTabWidget> tabs;
    FindingsPage* page = nullptr;
};

TEST_F(NewPage, HasControlsChartsAndTablesFromTheAnalysisAlone) {
    open("counts");
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), "Images of each identity");
    EXPECT_EQ(page->words(), "12 identities counted");
    ASSERT_EQ(page->charts().size(), 1U);
    EXPECT_EQ(std::get<figure::Bars>(page->charts()[0].layers[0]).heights.size(), 12U);
    holdsPrintAgainst(*page, page->charts());
    ASSERT_EQ(page->tables().size(), 1U);
    EXPECT_EQ(page->tables()[0]->model()->rowCount(), 12);
    EXPECT_EQ(page->tables()[0]->model()->headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), "Its images");

    // The control is the field's: range, and computing anew.
    auto* atLeast = qobject_cast<QSpinBox*>(page->controls()->control("at-least"));
    ASSERT_NE(atLeast, nullptr);
    EXPECT_EQ(atLeast->minimum(), 1);
    atLeast->setValue(31);  // of three wrong labels two make an identity larger, the third takes the place of the first
    wait();
    EXPECT_EQ(page->words(), "2 identities counted");
    EXPECT_EQ(page->tables()[0]->model()->rowCount(), 2);
}

TEST_F(NewPage, IsLinkedWithTheSelection) {
    open("counts");
    PlotView* plot = page->plots()[0];
    ASSERT_TRUE(QTest::qWaitFor([&] { return plot->lastFrameMs() > 0; }));
    QTest::qWait(30);
    // A bar selects its images,
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->positionOf(2, 10).toPoint());
    const auto& bars = std::get<figure::Bars>(plot->chart().layers[0]);
    EXPECT_EQ(selected(), std::vector<int>(bars.rows.of(2).begin(), bars.rows.of(2).end()));
    // whose line in the table is tinted;
    EXPECT_EQ(page->tables()[0]->markedCount(), 1);
    // a line selects the images that it names, also once the table is sorted,
    ResultTable* table = page->tables()[0];
    table->sortByColumn(0, Qt::DescendingOrder);
    const QString last = table->model()->index(0, 0).data().toString();
    table->selectRow(0);
    ASSERT_FALSE(selected().empty());
    for (const int row : selected())
        EXPECT_EQ(QString::fromStdString(workspace.snapshot()->images.images[static_cast<std::size_t>(row)].identity), last);
    // and a drag over bars those of all of them.
    Drag::drag(plot, {0.5, 1}, {2.4, 1});
    EXPECT_EQ(selected().size(), bars.rows.of(1).size() + bars.rows.of(2).size());
}

TEST_F(NewPage, ExportsItsFiguresAndTables) {
    open("counts");
    ASSERT_TRUE(page->figureButton()->available());
    EXPECT_EQ(page->exportSource().figures, QStringList{"Images of each identity"});
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "tables";
    QSignalSpy written(page, &AnalysisPage::tablesWritten);
    page->exportTables(path);
    ASSERT_TRUE(written.wait(10000));
    EXPECT_EQ(written[0][0].toString(), "");
    for (const char* file : {"counts.csv", "counts.json", "columns.csv", "parameters.json"})
        EXPECT_TRUE(std::filesystem::exists(path / file)) << file;
}

TEST_F(NewPage, OfErrorVersusDiscardShowsEveryRateAndKeepsWhatItFoundWhenOnlyTheDrawingChanges) {
    testing::Truth truth;
    truth.identities = 8;
    open("discard", truth);
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), "Error versus discard");
    ASSERT_GE(page->charts().size(), 2U);
    holdsPrintAgainst(*page, page->charts());
    EXPECT_TRUE(page->words().contains("At FMR")) << page->words().toStdString();
    EXPECT_GE(page->tables().size(), 1U);
    const FindingsPtr found = page->drawings()[0].findings;
    EXPECT_EQ(page->charts()[0].y.scale, figure::Scale::kLinear);
    qobject_cast<QCheckBox*>(page->controls()->control("log"))->setChecked(true);
    wait();
    EXPECT_EQ(page->charts()[0].y.scale, figure::Scale::kLog);
    EXPECT_EQ(page->drawings()[0].findings, found) << "found once";
}

TEST_F(NewPage, OfOverlapAsksForTheOtherProjectAndShowsWhatBothHave) {
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "other.facespace";
    testing::Truth truth;
    truth.identities = 40;
    const auto snapshot = testing::plantedSnapshot(truth);
    {
        auto other = Project::create(file);
        ASSERT_TRUE(other && other->addImages(snapshot->images));
        const FeatureSet& set = *snapshot->featureSets.front();
        const auto network = other->addNetwork(set.network);
        const auto ids = other->imageIds();
        std::vector<Project::FeatureRow> rows;
        for (std::size_t i = 0; i < ids->size(); ++i)
            rows.push_back(
                {(*ids)[i],
                 {set.features.row(static_cast<Eigen::Index>(i)).data(), static_cast<std::size_t>(set.features.cols())}});
        ASSERT_TRUE(other->putFeatures(*network, rows, {}));
    }
    workspace.setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
    tabs = std::make_unique<QTabWidget>();
    addAnalysisPages(tabs.get(), &workspace);
    page = tabs->findChild<FindingsPage*>(QStringLiteral("overlap"));
    ASSERT_NE(page, nullptr);
    tabs->setCurrentWidget(page);
    tabs->resize(1500, 900);
    tabs->show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->hint().contains("--against"); }, 20000)) << page->hint().toStdString();
    auto* box = page->findChild<QLineEdit*>();
    ASSERT_NE(box, nullptr) << "in the bar";
    EXPECT_EQ(box->actions().size(), 1) << "to choose a file";
    box->setText(QString::fromStdString(file.string()));
    Q_EMIT box->editingFinished();
    wait();
    EXPECT_TRUE(page->words().contains("40 of 40 identities")) << page->words().toStdString();
    ASSERT_GE(page->tables().size(), 3U);
    EXPECT_EQ(page->tables()[1]->model()->rowCount(), 40);
    page->tables()[1]->selectRow(0);
    EXPECT_FALSE(selected().empty()) << "lines of tables select their images";
    if (const char* shot = std::getenv("FACESPACE_SHOT")) tabs->grab().save(QString::fromUtf8(shot));
}

}  // namespace
}  // namespace facespace
