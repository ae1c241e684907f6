#include "widgets/models/filter_model.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <QSignalSpy>

#include "tests/gui/models/workspace_fixture.h"
#include "widgets/models/workspace.h"

namespace facespace {
namespace {

class Filter : public ::testing::Test {
  protected:
    Filter() {
        const auto snapshot = testing::makeSnapshot(20, 4);
        const auto table = testing::makeTable(*snapshot);
        std::reverse(table->columns.back().numbers.begin(), table->columns.back().numbers.end());  // distance[B]
        workspace.setSnapshot(snapshot, table);
    }
    Workspace workspace;
    FilterModel& filter = workspace.filter();
};

TEST_F(Filter, PassesAllUntilSomethingIsAskedFor) {
    EXPECT_FALSE(filter.active());
    EXPECT_TRUE(filter.passes(19));
    EXPECT_EQ(filter.passingCount(), 20U);
}

TEST_F(Filter, AnExpressionTellsViewsOnce) {
    QSignalSpy changed(&filter, &FilterModel::filterChanged);
    filter.setExpression("distance < 12 && identity == \"person 0\"");
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(filter.passingRows(), (std::vector<int>{0}));
    filter.setExpression("distance < 12  &&  identity == \"person 0\"");
    EXPECT_EQ(changed.count(), 1);  // the same images pass
}

TEST_F(Filter, ConditionsOfControlsAreJoinedWithTheExpression) {
    filter.setCondition("identity", "identity in (\"person 0\", \"person 1\")");
    filter.setExpression("distance < 12 || distance > 19");
    EXPECT_EQ(filter.passingRows(), (std::vector<int>{0, 1}));
    EXPECT_EQ(filter.combined(), "(distance < 12 || distance > 19) && (identity in (\"person 0\", \"person 1\"))");
    filter.setExpression({});
    filter.setCondition("identity", {});
    EXPECT_FALSE(filter.active());
}

TEST_F(Filter, AMistakeKeepsTheLastFilterAndIsTold) {
    filter.setExpression("distance < 11");
    const auto before = filter.passingRows();
    QSignalSpy changed(&filter, &FilterModel::filterChanged);
    filter.setExpression("distance < 11 && yav > 4");
    EXPECT_EQ(filter.error(), QString::fromUtf8("There is no column “yav”. Did you mean “yaw”?"));
    EXPECT_EQ(filter.errorPosition(), 17);
    EXPECT_EQ(filter.errorLength(), 3);
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(filter.passingRows(), before);
    filter.setExpression("distance < 11 && yaw > 4");
    EXPECT_TRUE(filter.error().isEmpty());
}

TEST_F(Filter, FollowsTheNetworkInView) {
    filter.setExpression("distance < 12");
    const auto inA = filter.passingRows();
    workspace.setNetwork(NetworkId{2});
    EXPECT_NE(filter.passingRows(), inA);
}

TEST_F(Filter, AnotherProjectStartsWithoutFilter) {
    filter.setExpression("distance < 12");
    auto other = testing::makeSnapshot(5, 1);
    other->projectFile = "/nowhere/other.facespace";
    workspace.setSnapshot(other, testing::makeTable(*other));
    EXPECT_FALSE(filter.active());
    EXPECT_EQ(filter.passingCount(), 5U);
    workspace.close();
    EXPECT_EQ(filter.passingCount(), 0U);
}

}  // namespace
}  // namespace facespace
