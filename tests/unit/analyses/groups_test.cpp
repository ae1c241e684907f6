#include "core/analyses/groups/groups_analysis.h"

#include <algorithm>

#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class GroupsAnalysis : public test::PlantedProject {
  protected:
    static Result<FindingsPtr> run(const std::shared_ptr<const Snapshot>& snapshot, const test::Edits& edits) {
        return groupsAnalysis().run({snapshot, {"net", {}}, test::edited(groupsAnalysis(), edits), {}}, {});
    }
    /// Twenty people in two groups; the pictures of the second are darker and lie nearer to the origin.
    std::shared_ptr<const Snapshot> twoGroups() {
        auto project = make({.identities = 20, .perIdentity = 12});
        auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
        auto features = std::make_shared<FeatureSet>(*snapshot->featureSets[0]);
        snapshot->images.metadataColumns.emplace_back("site");
        snapshot->images.metadataColumns.emplace_back("brightness");
        for (std::size_t i = 0; i < snapshot->images.images.size(); ++i) {
            const bool second = (i / 12) % 2 == 1;
            auto& metadata = snapshot->images.images[i].metadata;
            metadata.emplace_back(second ? "south" : "north");
            metadata.push_back(std::to_string(second ? 40 + i % 5 : 60 + i % 7));
            if (second) features->features.row(static_cast<Eigen::Index>(i)) *= 0.5F;
        }
        snapshot->featureSets[0] = std::move(features);
        return snapshot;
    }
};

TEST_F(GroupsAnalysis, TheColumnOfPeopleIsTakenAndNumbersAreComparedBetweenGroups) {
    const auto found = must(run(twoGroups(), {}));
    const GroupsReport& report = resultOf<GroupsReport>(*found);
    EXPECT_EQ(report.column, "site") << "the first with one value for each identity";
    EXPECT_TRUE(report.ofPeople);
    EXPECT_EQ(report.rates.names, (std::vector<std::string>{"north", "south"}));
    for (const auto& [key, less] : {std::pair{"distance", true}, std::pair{"brightness", true}}) {
        const auto column = std::ranges::find(report.columns, key, &GroupedColumn::key);
        ASSERT_NE(column, report.columns.end()) << key;
        EXPECT_EQ(column->groups[1].toOthers.high < 0, less) << key;
    }
    const auto brightness = std::ranges::find(report.columns, "brightness", &GroupedColumn::key);
    EXPECT_NEAR(brightness->groups[1].toOthers.value, 42 - 63, 1);
    const auto notes = found->notes();
    EXPECT_TRUE(std::ranges::any_of(
        notes, [](const Text& note) { return note.english().starts_with("Groups are as the column labels them."); }));
}

TEST_F(GroupsAnalysis, AnyColumnOfFewValuesLabelsGroups) {
    const auto snapshot = twoGroups();
    const auto media = must(run(snapshot, {{"by", std::string("media")}}));
    EXPECT_FALSE(resultOf<GroupsReport>(*media).ofPeople);
    EXPECT_TRUE(std::ranges::any_of(media->notes(), [](const Text& note) {
        return note.english().find("differs between images of one person") != std::string::npos;
    }));
    const auto message = [&](const std::string& by) { return run(snapshot, {{"by", by}}).error().message.english(); };
    EXPECT_NE(message("height").find("there are site, media, glasses"), std::string::npos) << message("height");
    EXPECT_NE(message("path").find("2 to 20"), std::string::npos) << message("path");
}

}  // namespace
}  // namespace facespace
