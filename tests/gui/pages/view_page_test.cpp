#include "widgets/pages/view_page.h"

#include <algorithm>
#include <QComboBox>

#include "tests/gui/pages/pages_fixture.h"
#include "tests/gui/pages/same_in_print.h"
#include "widgets/pages/heat_map.h"

namespace facespace {
namespace {

class View : public testing::PageTest<ViewPage> {};

TEST_F(View, FindsThePlantedIdentitiesOnTopAndAClickSelectsOne) {
    testing::Truth truth;
    truth.mislabelled.clear();
    open(truth);
    wait();
    ASSERT_NE(page->report(), nullptr);
    const ViewDependence& v = page->report()->result;
    EXPECT_EQ(v.identities.size(), 12U);
    EXPECT_LT(*v.pValue, 0.05);
    // Twelve identities: the interval may hold 0, but it must not tell the wrong owner.
    EXPECT_NE(v.owner, ViewOwner::kFeatures);
    std::vector<std::string> top;
    for (int row = 0; row < 4; ++row) top.push_back(page->identityAt(row).identity);
    std::sort(top.begin(), top.end());
    EXPECT_EQ(top, (std::vector<std::string>{"Person 0", "Person 1", "Person 2", "Person 3"}));
    auto* map = page->heatMap();
    ASSERT_TRUE(QTest::qWaitFor([&] { return map->lastFrameMs() > 0; }));
    QTest::mouseClick(map, Qt::LeftButton, {}, map->positionOf(0, 5).toPoint());
    ASSERT_EQ(selected().size(), 30U);
    for (const int row : selected())
        EXPECT_EQ(workspace.snapshot()->images.images[static_cast<std::size_t>(row)].identity, page->identityAt(0).identity);
    EXPECT_TRUE(map->markedRows()[0]);
    EXPECT_FALSE(map->markedRows()[5]);
    // Down to the next identity by key, and back from the selection to the rows.
    QTest::keyClick(map, Qt::Key_Down);
    EXPECT_TRUE(map->markedRows()[1]);
    EXPECT_FALSE(map->markedRows()[0]);
    const std::vector<figure::Chart> charts = page->charts();
    ASSERT_EQ(charts.size(), 2U);
    holdsPrintAgainst(*page, charts);
    const auto& shuffles = std::get<figure::Histogram>(charts[1].layers[0]);
    EXPECT_EQ(shuffles.counts.size() + 1, shuffles.edges.size());
}

TEST_F(View, ColoursAndOrderOfTheHeatMapAreThoseOfPrint) {
    open();
    wait();
    const auto choose = [this](const QString& name, const QString& key) {
        for (auto* box : page->findChildren<QComboBox*>())
            if (box->accessibleName() == name) box->setCurrentIndex(box->findData(key));
    };
    const auto report = page->report();
    EXPECT_EQ(page->heatMap()->data().low, -2) << "effects always have the same colours";
    choose("Colour", "p");
    choose("Identities", "name");
    choose("Features", "number");
    EXPECT_EQ(page->report(), report) << "nothing is computed again";
    EXPECT_FALSE(page->computing());
    EXPECT_EQ(page->heatMap()->data().low, 0);
    EXPECT_EQ(page->identityAt(0).identity, "Person 0");
    EXPECT_EQ(page->identityAt(1).identity, "Person 1");
    holdsPrintAgainst(*page, page->charts());
    const auto printed = page->drawings().front().findings->figure(
        {.name = "view-dependence", .values = page->drawings().front().values}, {});
    ASSERT_TRUE(printed);
    const std::vector<figure::Chart> charts = page->charts();
    const auto &screen = std::get<figure::HeatMap>(charts.front().layers[0]),
               &print = std::get<figure::HeatMap>(printed->charts.front().layers[0]);
    EXPECT_EQ(screen.scale.high, print.scale.high);
    ASSERT_EQ(screen.values.size(), print.values.size());
    for (std::size_t i = 0; i < print.values.size(); ++i)
        EXPECT_TRUE(screen.values[i] == print.values[i] || (std::isnan(screen.values[i]) && std::isnan(print.values[i])))
            << i;
    EXPECT_EQ(printed->charts.front().legend.bar->title, "−log10 of the adjusted p");
}

TEST_F(View, SaysWhichImagesAreLacking) {
    testing::Truth truth;
    truth.each = 8;  // frontal only
    open(truth);
    wait();
    EXPECT_TRUE(page->hint().contains("profile")) << page->hint().toStdString();
    EXPECT_EQ(page->report(), nullptr);
}

}  // namespace
}  // namespace facespace
