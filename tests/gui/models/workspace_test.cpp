#include "widgets/models/workspace.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

#include "tests/gui/models/workspace_fixture.h"

namespace facespace {
namespace {

class WorkspaceTest : public ::testing::Test {
  protected:
    void SetUp() override {
        snapshot_ = testing::makeSnapshot(50, 5);
        workspace_.setSnapshot(snapshot_, testing::makeTable(*snapshot_));
    }
    std::shared_ptr<Snapshot> snapshot_;
    Workspace workspace_;
};

TEST_F(WorkspaceTest, ShowsTheFirstNetworkAndItsMapAndColoursByDistance) {
    EXPECT_EQ(workspace_.network(), NetworkId{1});
    EXPECT_EQ(workspace_.map(), MapId{1});
    EXPECT_EQ(workspace_.colours().key(), QStringLiteral("distance[A]"));
    EXPECT_EQ(workspace_.mapTitle(), QStringLiteral("pca 2-D A"));
    ASSERT_NE(workspace_.coordinates(), nullptr);
    EXPECT_EQ(workspace_.coordinates()->rows(), 50);
    EXPECT_EQ(workspace_.selection().rowCount(), 50U);
}

TEST_F(WorkspaceTest, AnotherNetworkBringsItsMapAndTheSameMeasure) {
    QSignalSpy network(&workspace_, &Workspace::networkChanged);
    QSignalSpy map(&workspace_, &Workspace::mapChanged);
    workspace_.setNetwork(NetworkId{2});
    workspace_.setNetwork(NetworkId{2});
    workspace_.setNetwork(NetworkId{77});
    EXPECT_EQ(network.count(), 1);
    EXPECT_EQ(map.count(), 1);
    EXPECT_EQ(workspace_.map(), MapId{2});
    EXPECT_EQ(workspace_.colours().key(), QStringLiteral("distance[B]"));
}

TEST_F(WorkspaceTest, AReloadKeepsSelectionMapAndColouring) {
    workspace_.selection().select({3, 4});
    workspace_.selection().setCurrent(4);
    workspace_.colours().setKey("yaw");
    workspace_.setMap(MapId{2});
    const auto more = testing::makeSnapshot(60, 5);
    QSignalSpy selection(&workspace_.selection(), &SelectionModel::selectionChanged);
    workspace_.setSnapshot(more, testing::makeTable(*more));
    EXPECT_EQ(selection.count(), 0);
    EXPECT_EQ(workspace_.selection().selected(), (std::vector<int>{3, 4}));
    EXPECT_EQ(workspace_.selection().current(), 4);
    EXPECT_EQ(workspace_.selection().rowCount(), 60U);
    EXPECT_EQ(workspace_.colours().key(), QStringLiteral("yaw"));
    EXPECT_EQ(workspace_.map(), MapId{2});
}

TEST_F(WorkspaceTest, AReloadWithTheSameMapDoesNotResetTheView) {
    QSignalSpy map(&workspace_, &Workspace::mapChanged);
    const auto again = testing::makeSnapshot(50, 5);
    workspace_.setSnapshot(again, testing::makeTable(*again));
    EXPECT_EQ(map.count(), 0);
    auto moved = testing::makeSnapshot(50, 5);
    moved->maps[0].coordinates(7, 0) += 1.0F;
    workspace_.setSnapshot(moved, testing::makeTable(*moved));
    EXPECT_EQ(map.count(), 1);
}

TEST_F(WorkspaceTest, OtherImagesStartAfresh) {
    workspace_.selection().select({3, 4});
    auto other = testing::makeSnapshot(50, 5);
    for (auto& id : other->imageIds) id.value += 1000;
    workspace_.setSnapshot(other, testing::makeTable(*other));
    EXPECT_TRUE(workspace_.selection().selected().empty());
}

TEST_F(WorkspaceTest, ALiveMapIsShownUntilItEnds) {
    QSignalSpy changed(&workspace_, &Workspace::mapChanged);
    QSignalSpy moved(&workspace_, &Workspace::mapMoved);
    const auto first = std::make_shared<const Embedding>(Embedding::Zero(50, 2));
    const auto second = std::make_shared<const Embedding>(Embedding::Ones(50, 2));
    workspace_.setLiveMap(first, "t-SNE");
    EXPECT_EQ(changed.count(), 1);
    workspace_.setLiveMap(second, "t-SNE");
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(moved.count(), 1);
    EXPECT_EQ(workspace_.coordinates(), second);
    EXPECT_EQ(workspace_.mapTitle(), QStringLiteral("t-SNE"));
    EXPECT_EQ(workspace_.mapRecord(), nullptr);
    workspace_.clearLiveMap();
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(workspace_.mapTitle(), QStringLiteral("pca 2-D A"));
}

TEST_F(WorkspaceTest, CoordinatesOutliveTheSnapshot) {
    const auto coordinates = workspace_.coordinates();
    workspace_.close();
    snapshot_.reset();
    EXPECT_EQ(coordinates->rows(), 50);
    EXPECT_FLOAT_EQ((*coordinates)(13, 0), 3.0F);
    EXPECT_EQ(workspace_.coordinates(), nullptr);
    EXPECT_TRUE(workspace_.colours().key().isEmpty());
}

}  // namespace
}  // namespace facespace
