// The analysis pages in the real window, in one story: look at a page, click in it, see it in the others.
#include <QComboBox>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include "app/main_window.h"
#include "core/analyses/list.h"
#include "tests/gui/window/window_fixture.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/prediction_page.h"
#include "widgets/pages/suspects_page.h"
#include "widgets/pages/verification_page.h"
#include "widgets/panels/inspector_panel.h"

namespace facespace {
namespace {

TEST(AnalysisPages, AFailingPairOfThePageIsSelectedOnTheMapAndInTheInspector) {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString());
    testing::writeProject(path / "p.facespace", path / "faces", 6, 10);
    MainWindow window;
    window.resize(1400, 900);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    window.openPath(QString::fromStdString((path / "p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }));

    auto* page = window.findChild<VerificationPage*>();
    auto* tabs = window.findChild<QTabWidget*>();
    EXPECT_FALSE(page->computing());  // nothing runs before it is looked at
    tabs->setCurrentWidget(page);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->hasResult() && !page->computing(); }, 20000))
        << page->hint().toStdString();
    QTest::qWait(50);
    auto* pairs = page->worstGenuine();
    const ScoredPair worst = pairs->pairs()->pair(0);
    const QModelIndex first = pairs->pairs()->index(0);
    pairs->scrollTo(first);
    QTest::mouseClick(pairs->viewport(), Qt::LeftButton, {}, pairs->visualRect(first).center());
    EXPECT_EQ(window.workspace().selection().selected(),
              (std::vector<int>{static_cast<int>(worst.a), static_cast<int>(worst.b)}));
    auto* inspector = window.findChild<InspectorPanel*>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return inspector->shownRow() == static_cast<int>(worst.a); }, 3000));
    window.actions().undo->trigger();
    EXPECT_TRUE(window.workspace().selection().selected().empty());

    // The page's figures for print, from the menu.
    ASSERT_TRUE(window.actions().exportPage->isEnabled());
    window.actions().exportPage->trigger();
    auto* dialog = window.findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->findChild<QComboBox*>("figures")->count(), 3);
    QSignalSpy saved(dialog, &ExportDialog::saved);
    ASSERT_TRUE(dialog->saveTo(folder.filePath("roc.pdf")));
    EXPECT_TRUE(saved.wait(10000));
    dialog->close();
    tabs->setCurrentIndex(0);
    EXPECT_FALSE(window.actions().exportPage->isEnabled()) << "no analysis page is in view";

    // The tabs are there in the order of the analyses, before the jobs.
    QStringList names;
    for (int i = 0; i < tabs->count(); ++i) names << tabs->tabText(i);
    QStringList expected;
    for (const Analysis* analysis : analyses()) expected << QString::fromStdString(analysis->name);
    expected << "Jobs";
    EXPECT_EQ(names.mid(names.indexOf("Prediction")), expected);
    // Closing the window while a page computes.
    tabs->setCurrentWidget(window.findChild<PredictionPage*>());
    QTest::qWait(300);
}

}  // namespace
}  // namespace facespace
