#include "core/project/anonymous.h"

#include <set>

#include "core/project/data_table.h"
#include "core/project/export.h"
#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

using test::must;
using test::ProjectTest;

class AnonymousTest : public ProjectTest {
  protected:
    void SetUp() override {
        ProjectTest::SetUp();
        Project project = must(Project::create(file));
        ImageSet set;
        set.root = dir;
        set.metadataColumns = {"age", "sex", "photographer"};
        for (int i = 0; i < 60; ++i) {
            ImageRecord record;
            record.identity = i % 2 == 0 ? "Zoe" : "Ann";
            record.path = record.identity + "/secret" + std::to_string(i) + ".jpg";
            record.video = record.identity + "-secret" + std::to_string(i / 10);
            record.metadata = {std::to_string(20 + i), i % 2 == 0 ? "f" : "m", "secret " + std::to_string(100 - i)};
            set.images.push_back(record);
        }
        must(project.addImages(set));
        const auto ids = must(project.imageIds());
        must(project.setTag({&ids[0], 1}, "keep", true));
        must(project.setTag({&ids[1], 1}, "secret tag", true));
        must(project.setNote(ids[2], "a secret note"));
        must(project.putSelection({"secret friends", {ids[3]}}));
        snapshot = must(loadSnapshot(project));
    }
    std::shared_ptr<const Snapshot> snapshot;
};

TEST_F(AnonymousTest, NoNameIsLeftInTheTable) {
    const auto hidden = withoutNames(*snapshot);
    const DataTable table = buildDataTable(*hidden);
    must(writeCsv(table, dir / "t.csv", {}));
    std::ifstream in(dir / "t.csv");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (const char* name : {"Zoe", "Ann", "secret"}) EXPECT_EQ(text.find(name), std::string::npos) << name;
    EXPECT_NE(text.find("keep"), std::string::npos);
    EXPECT_EQ(hidden->images.images[0].metadata[1], "f") << "a few classes stay";
    EXPECT_EQ(hidden->images.images[0].metadata[0], "20") << "numbers stay";
    EXPECT_TRUE(hidden->anonymous);
    EXPECT_FALSE(snapshot->anonymous);
    for (const auto& selection : hidden->selections) EXPECT_EQ(selection.name.find("secret"), std::string::npos);
}

TEST_F(AnonymousTest, NumbersKeepTheOrderOfNamesAndImagesAreFoundStill) {
    const auto hidden = withoutNames(*snapshot);
    std::set<std::pair<std::string, std::string>> identities, videos, photographers;
    for (std::size_t row = 0; row < snapshot->imageCount(); ++row) {
        const ImageRecord &before = snapshot->images.images[row], &after = hidden->images.images[row];
        identities.emplace(before.identity, after.identity);
        videos.emplace(before.video, after.video);
        photographers.emplace(before.metadata[2], after.metadata[2]);
        EXPECT_EQ(hidden->imageFile(row), snapshot->imageFile(row));
    }
    EXPECT_EQ(identities, (std::set<std::pair<std::string, std::string>>{{"Ann", "identity 1"}, {"Zoe", "identity 2"}}));
    for (const auto* pairs : {&videos, &photographers}) {
        std::string last;
        for (const auto& [before, after] : *pairs) {
            EXPECT_LT(last, after) << before;
            last = after;
        }
    }
    EXPECT_EQ(videos.size(), 12U);
    // Once more changes nothing but is still of the same files.
    EXPECT_EQ(withoutNames(*hidden)->imageFile(5), snapshot->imageFile(5));
}

}  // namespace
}  // namespace facespace
