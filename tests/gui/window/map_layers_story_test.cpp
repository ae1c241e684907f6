// What lies on the points: faces, names, density, the radius as distance from the origin; and the way from map to map.
#include "core/project/project.h"
#include "tests/gui/window/story.h"

namespace facespace {
namespace {

class MapLayersStory : public testing::Story {
  protected:
    void press(Qt::Key key) {
        map()->setFocus();
        QTest::keyClick(map(), key);
        QTest::qWait(20);
    }
};

TEST_F(MapLayersStory, FacesLieOnTheirPointsAndDoNotCoverEachOther) {
    press(Qt::Key_F);
    const auto placed = map()->faces().placed();
    ASSERT_GT(placed.size(), 20U);
    const double side = map()->faces().side();
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const QPointF off = placed[i].centre - *map()->positionOf(placed[i].row);
        EXPECT_LT(std::hypot(off.x(), off.y()), 0.1) << placed[i].row;
        for (std::size_t j = i + 1; j < placed.size(); ++j) {
            const QPointF way = placed[i].centre - placed[j].centre;
            EXPECT_TRUE(std::abs(way.x()) >= side || std::abs(way.y()) >= side);
        }
    }
    QTest::qWait(200);
    shot("faces");
    // After a filter only faces that pass are there, still on their own points.
    workspace().filter().setExpression("identity == \"Person 4\"");
    ASSERT_FALSE(map()->faces().placed().empty());
    for (const auto& face : map()->faces().placed()) {
        EXPECT_EQ(face.row / kEach, 4);
        const QPointF off = face.centre - *map()->positionOf(face.row);
        EXPECT_LT(std::hypot(off.x(), off.y()), 0.1) << face.row;
    }
    press(Qt::Key_F);
    EXPECT_TRUE(map()->faces().placed().empty());
}

TEST_F(MapLayersStory, NearerMeansMoreOfTheFacesInViewAreShown) {
    press(Qt::Key_F);
    const double small = map()->faces().side();
    map()->zoomBy(3);
    EXPECT_GT(map()->faces().side(), small);
    int inView = 0;
    for (int row = 0; row < 60; ++row) {
        const auto at = map()->positionOf(row);
        inView += at && QRectF(map()->rect()).contains(*at) ? 1 : 0;
    }
    EXPECT_GE(static_cast<int>(map()->faces().placed().size()), inView);
}

TEST_F(MapLayersStory, NamesDoNotOverlap) {
    press(Qt::Key_I);
    const auto& names = map()->labels().placed();
    ASSERT_GE(names.size(), 4U);
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_TRUE(names[i].text.startsWith("Person "));
        for (std::size_t j = i + 1; j < names.size(); ++j) EXPECT_FALSE(names[i].place.intersects(names[j].place));
    }
    press(Qt::Key_D);
    shot("names-density");
}

TEST_F(MapLayersStory, TheRadialMapMeasuresTheDistance) {
    press(Qt::Key_O);
    EXPECT_TRUE(workspace().mapTitle().contains("radial"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !map()->travelling(); }, 3000));
    const auto origin = map()->camera().project(Eigen::Vector3d::Zero(), map()->viewport());
    const double perPixel = map()->camera().unitsPerPixel(map()->viewport());
    for (const int row : {0, 17, 42}) {
        const QPointF at = *map()->positionOf(row);
        const double radius = std::hypot(at.x() - origin.x(), at.y() - origin.y()) * perPixel;
        EXPECT_NEAR(radius, static_cast<double>(workspace().featureSet()->distance[static_cast<std::size_t>(row)]), 0.01);
    }
    shot("radial");
    press(Qt::Key_O);
    EXPECT_FALSE(workspace().radialShown());
}

TEST_F(MapLayersStory, PointsTravelToTheNextMapAndArrive) {
    map()->setAnimated(true);
    press(Qt::Key_O);
    EXPECT_TRUE(map()->travelling());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !map()->travelling(); }, 3000));
    // Where they say they are, they can be picked.
    clickMap(31);
    EXPECT_EQ(selected(), std::vector<int>{31});
}

}  // namespace
}  // namespace facespace
