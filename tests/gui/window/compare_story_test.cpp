// Two networks side by side: the second map, one selection, what changed.
#include <fmt/format.h>
#include <algorithm>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>

#include "core/analyses/verify/verify_difference.h"
#include "core/common/number_text.h"
#include "tests/gui/window/story.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/pages/compare_page.h"
#include "widgets/pages/figures_table.h"

namespace facespace {
namespace {

class CompareStory : public testing::Story {
  protected:
    /// A network that codes the images the other way round: the last is nearest to the origin.
    void addNetwork() {
        auto project = Project::open(path("p.facespace"), Project::Mode::kReadWrite);
        ASSERT_TRUE(project);
        const auto& first = *workspace().snapshot()->featureSets.front();
        NetworkRecord network;
        network.name = "B";
        network.dimension = first.network.dimension;
        const auto id = project->addNetwork(network);
        ASSERT_TRUE(id);
        const auto& images = workspace().snapshot()->imageIds;
        const auto count = static_cast<Eigen::Index>(images.size());
        std::vector<std::vector<float>> values;
        std::vector<Project::FeatureRow> rows;
        for (Eigen::Index r = 0; r < count; ++r) {
            const auto x = first.features.row(count - 1 - r);
            values.emplace_back(x.data(), x.data() + x.size());
        }
        for (std::size_t r = 0; r < images.size(); ++r) rows.push_back({images[r], values[r]});
        ASSERT_TRUE(project->putFeatures(*id, rows, {}));
        MapRecord map;
        map.network = *id;
        map.name = "pca 2-D B";
        map.method = "pca";
        map.coordinates = workspace().snapshot()->maps.front().coordinates.colwise().reverse();
        ASSERT_TRUE(project->putMap(map));
        window.jobs().refresh();
        ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().snapshot()->maps.size() == 2; }));
    }
    MapView* second() {
        for (auto* view : window.findChildren<MapView*>()) {
            if (view != map()) return view;
        }
        return nullptr;
    }
};

TEST_F(CompareStory, OneMapIsNotEnough) {
    showPage("Compare");
    EXPECT_TRUE(window.findChild<ComparePage*>()->hint().contains("one map only"));
}

TEST_F(CompareStory, StartsWithTheSameKindOfMapOfTheOtherNetworkAndShowsFaces) {
    addNetwork();
    {
        auto project = Project::open(path("p.facespace"), Project::Mode::kReadWrite);
        ASSERT_TRUE(project);
        const auto maps = project->maps();
        ASSERT_TRUE(maps);
        MapRecord map = maps->back();  // of B
        map.name = "tsne 2-D B";
        map.method = "tsne";
        ASSERT_TRUE(project->putMap(map));
        map = maps->front();
        map.name = "tsne 2-D A";
        map.method = "tsne";
        ASSERT_TRUE(project->putMap(map));
    }
    window.jobs().refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().snapshot()->maps.size() == 4; }));
    const auto mapNamed = [&](const char* name) {
        for (const MapRecord& map : workspace().snapshot()->maps)
            if (map.name == name) return map.id;
        return MapId{};
    };
    workspace().setMap(mapNamed("pca 2-D A"));
    showPage("Compare");
    auto* page = window.findChild<ComparePage*>();
    auto* maps = named<QComboBox>("The map to compare with");
    EXPECT_EQ(maps->currentText(), "pca 2-D B");
    workspace().setMap(mapNamed("tsne 2-D A"));
    EXPECT_EQ(maps->currentText(), "tsne 2-D B");
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->hasResult(); }, 20'000));
    ASSERT_FALSE(page->changed()->rows().empty());
    EXPECT_EQ(page->changed()->rows().front(), mostChanged(page->comparison()).front());
    EXPECT_EQ(page->table()->horizontalHeaderItem(2)->text(), "Percentile in A");
    EXPECT_EQ(page->table()->horizontalHeaderItem(4)->text(), "Shift of the percentile");
    shot("compare-faces");
    // What the analyst chose stays.
    maps->setCurrentIndex(maps->findText("pca 2-D B"));
    Q_EMIT maps->activated(maps->currentIndex());
    workspace().setMap(mapNamed("pca 2-D A"));
    EXPECT_EQ(maps->currentText(), "pca 2-D B");
}

TEST_F(CompareStory, TwoNetworksUnderOneSelection) {
    addNetwork();
    showPage("Compare");
    auto* page = window.findChild<ComparePage*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->hasResult(); }, 20'000));
    ASSERT_NE(second(), nullptr);
    EXPECT_TRUE(second()->isVisible());
    EXPECT_LT(page->comparison().rho, -0.99);
    EXPECT_EQ(page->second()->colours().key(), "distance[B]");
    EXPECT_GT(page->table()->rowCount(), 0);
    // Paired differences, as the command gives them.
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->differences()->rowCount() > 0; }, 20'000));
    const auto& verified = page->comparison().verified;
    ASSERT_EQ(verified.size(), 2U);
    EXPECT_EQ(page->differences()->item(0, 0)->text(), "AUC");
    EXPECT_EQ(page->differences()->item(0, 1)->text(), QString::number(verified[0].figures.auc.value, 'f', 4));
    const auto auc = differencesOf(verified[0], verified[1]).front();
    EXPECT_TRUE(page->differences()->item(0, 3)->text().contains('('));
    const auto said = page->findChildren<QLabel*>();
    const auto says = [&](const QString& words) {
        return std::ranges::any_of(said, [&](const QLabel* label) { return label->text().contains(words); });
    };
    EXPECT_EQ(says("cannot tell by AUC"), auc.better.empty());
    EXPECT_EQ(says("is better by AUC"), !auc.better.empty());
    for (QWidget* up = page->differences()->parentWidget(); up != nullptr; up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up)) area->ensureWidgetVisible(page->differences());
    shot("compare-differences");
    // A click on either map is one in both.
    QTest::qWait(50);
    QTest::mouseClick(second(), Qt::LeftButton, {}, second()->positionOf(23)->toPoint());
    EXPECT_EQ(selected(), std::vector<int>{23});
    EXPECT_EQ(workspace().selection().current(), 23);
    clickMap(41);
    EXPECT_EQ(page->second()->selection().selected(), std::vector<int>{41});
    // The filter is one, too.
    workspace().filter().setExpression("identity == \"Person 1\"");
    EXPECT_EQ(page->second()->filter().passingCount(), 10U);
    shot("compare");
    // The page as a figure, with the numbers that the page says.
    ASSERT_TRUE(window.actions().exportPage->isEnabled());
    window.actions().exportPage->trigger();
    auto* dialog = window.findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    for (const char* ending : {"svg", "pdf", "png"}) {
        QSignalSpy saved(dialog, &ExportDialog::saved);
        ASSERT_TRUE(dialog->saveTo(folder.filePath(QStringLiteral("compare.") + ending)));
        EXPECT_TRUE(saved.wait(10'000)) << ending;
    }
    dialog->close();
    QFile file(folder.filePath("compare.svg"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll().replace("&apos;", "'").replace("&#39;", "'");
    for (const std::string& words :
         {withTrueMinus(fmt::format("Spearman's ρ {:.3f}", page->comparison().rho)),
          fmt::format("{:.1f} % in common", 100 * page->comparison().meanShared), std::string(">B<")})
        EXPECT_TRUE(svg.contains(QByteArray::fromStdString(words))) << words;
    EXPECT_TRUE(svg.contains("<text"));
    showPage("Distance");
    EXPECT_FALSE(second()->isVisible());
}

}  // namespace
}  // namespace facespace
