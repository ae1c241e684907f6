// The main job in the window, on real faces with a real network: open images, extract, map, click a point, read the
// Inspector.
#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include "app/main_window.h"
#include "tests/data_folder.h"
#include "widgets/map/map_view.h"
#include "widgets/panels/inspector_panel.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

/// The row whose point lies farthest from every other point on the screen: a click there can mean no other.
int loneliestRow(const MapView& map, int rows) {
    int best = -1;
    double bestGap = 0;
    for (int row = 0; row < rows; ++row) {
        const auto here = map.positionOf(row);
        if (!here || !QRectF(map.rect()).adjusted(20, 20, -20, -20).contains(*here)) continue;
        double gap = std::numeric_limits<double>::max();
        for (int other = 0; other < rows; ++other)
            if (const auto there = map.positionOf(other); there && other != row)
                gap = std::min(gap, std::hypot(there->x() - here->x(), there->y() - here->y()));
        if (gap > bestGap) {
            bestGap = gap;
            best = row;
        }
    }
    return best;
}

bool shows(const QWidget& panel, const QString& text) {
    for (const auto* label : panel.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text)) return true;
    return false;
}

TEST(RealFacesInTheWindow, AClickOnAPointShowsItsImageDistanceAndPose) {
    const fs::path data = testing_support::realDataFolder();
    if (data.empty()) GTEST_SKIP() << "no real faces on this machine";
    const QTemporaryDir folder;
    MainWindow window;
    window.resize(1500, 950);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));

    ImportOptions images;
    images.manifest = data / "sets" / "london_dev" / "labels.csv";
    window.jobs().importImages(fs::path(folder.path().toStdString()) / "london.facespace", images);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.jobs().busy() && window.workspace().snapshot() != nullptr; }, 20000));
    const auto network = readDescriptor(data / "models" / "mobilefacenet_ms1m_512d.json");
    ASSERT_TRUE(network) << network.error().message;
    ExtractOptions extract;
    extract.host.consent = Consent::kOnce;
    window.jobs().extract(*network, extract);
    // Extraction, then principal components, t-SNE and yaw follow by themselves; five landmarks tell no pitch.
    const auto complete = [&] {
        const auto& snapshot = window.workspace().snapshot();
        return !window.jobs().busy() && snapshot->maps.size() == 2 && snapshot->predictions.size() == 1;
    };
    ASSERT_TRUE(QTest::qWaitFor(complete, 120000));
    const auto snapshot = window.workspace().snapshot();
    ASSERT_EQ(snapshot->featureSets.size(), 1U);
    EXPECT_EQ(snapshot->featureSets[0]->count, 100);

    auto* map = window.findChild<MapView*>();
    ASSERT_NE(map, nullptr);
    QTest::qWait(300);  // The map has been painted once with its last coordinates.
    const int row = loneliestRow(*map, 100);
    ASSERT_GE(row, 0);
    QTest::mouseClick(map, Qt::LeftButton, {}, map->positionOf(row)->toPoint());
    ASSERT_EQ(window.workspace().selection().current(), row);

    auto* inspector = window.findChild<InspectorPanel*>();
    ASSERT_NE(inspector, nullptr);
    const auto r = static_cast<std::size_t>(row);
    EXPECT_TRUE(shows(*inspector, QString::fromStdString(snapshot->images.images[r].identity)));
    const double distance = static_cast<double>(snapshot->featureSets[0]->distance[r]);
    EXPECT_TRUE(shows(*inspector, QString::number(distance, 'f', 2))) << "the distance from the origin";
    const auto* yaw = snapshot->prediction(snapshot->featureSets[0]->network.id, "yaw");
    ASSERT_NE(yaw, nullptr);
    const int degrees = static_cast<int>(std::lround(std::abs(yaw->values[r])));
    EXPECT_TRUE(shows(*inspector, QString::number(degrees) + QStringLiteral("°"))) << "the predicted yaw";
    ASSERT_TRUE(QTest::qWaitFor([&] { return inspector->shownRow() == row; }, 5000)) << "the image itself";
}

}  // namespace
}  // namespace facespace
