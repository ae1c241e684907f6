#include "core/workflow/export_images.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <array>
#include <fstream>
#include <iterator>

namespace facespace {
namespace {

namespace fs = std::filesystem;

class ExportImages : public ::testing::Test {
  protected:
    void SetUp() override {
        dir = fs::temp_directory_path() / ("facespace-export-" + std::to_string(::getpid()));
        fs::remove_all(dir);
        snapshot.images.root = dir / "set";
        for (const auto& [path, identity] :
             {std::pair{"a/1.jpg", "Ann"}, {"b/1.jpg", "Ann"}, {"b/2.jpg", "B/ob"}, {"b/3.jpg", ".."}}) {
            ImageRecord record;
            record.path = path;
            record.identity = identity;
            snapshot.images.images.push_back(record);
            fs::create_directories((snapshot.images.root / path).parent_path());
            std::ofstream(snapshot.images.root / path) << path;
        }
    }
    void TearDown() override { fs::remove_all(dir); }
    static std::string contentOf(const fs::path& file) {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    fs::path dir;
    Snapshot snapshot;
};

TEST_F(ExportImages, CopiesIntoIdentityFoldersAndOverwritesNothing) {
    const fs::path out = dir / "out";
    auto report = exportImages(snapshot, {0, 1, 2, 3}, {out, false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->written, 4);
    EXPECT_EQ(contentOf(out / "Ann" / "1.jpg"), "a/1.jpg");
    EXPECT_EQ(contentOf(out / "Ann" / "1 (2).jpg"), "b/1.jpg");
    EXPECT_EQ(contentOf(out / "B_ob" / "2.jpg"), "b/2.jpg");
    EXPECT_EQ(contentOf(out / "_.." / "3.jpg"), "b/3.jpg");
    std::ofstream(out / "Ann" / "1.jpg") << "mine";
    report = exportImages(snapshot, {0}, {out, false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->alreadyThere, 1);
    EXPECT_EQ(contentOf(out / "Ann" / "1.jpg"), "mine");
}

TEST_F(ExportImages, LinksAndTellsWhatIsGone) {
    fs::remove(snapshot.images.root / "b/2.jpg");
    auto report = exportImages(snapshot, {0}, {dir / "links", true}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(fs::is_symlink(dir / "links" / "Ann" / "1.jpg"));
    EXPECT_EQ(contentOf(dir / "links" / "Ann" / "1.jpg"), "a/1.jpg");
    report = exportImages(snapshot, {2, 3}, {dir / "copies", false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->written, 1);
    ASSERT_EQ(report->problems.size(), 1U);
    EXPECT_NE(report->problems[0].find("b/2.jpg"), std::string::npos);
}

TEST_F(ExportImages, NeverWritesIntoTheImageSet) {
    for (const fs::path& folder : {dir / "set", dir / "set" / "a", dir / "set" / "new" / "one", dir / "x" / ".." / "set"}) {
        const auto refused = exportImages(snapshot, {0}, {folder, false}, {});
        ASSERT_FALSE(refused) << folder;
        EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
    }
    EXPECT_FALSE(fs::exists(dir / "set" / "Ann"));
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(exportImages(snapshot, {0}, {dir / "out", false}, job).error().code, ErrorCode::kCancelled);
}

TEST_F(ExportImages, DecisionsAreAList) {
    auto project = Project::create(dir / "p.facespace");
    ASSERT_TRUE(project);
    ASSERT_TRUE(project->addImages(snapshot.images));
    const auto ids = project->imageIds();
    ASSERT_TRUE(ids);
    ASSERT_TRUE(project->setTag(std::array{(*ids)[1]}, kRejectTag, true));
    ASSERT_TRUE(project->setTag(std::array{(*ids)[1]}, "blurred", true));
    ASSERT_TRUE(project->setTag(std::array{(*ids)[2]}, kKeepTag, true));
    ASSERT_TRUE(project->setNote((*ids)[3], "who, indeed?"));
    const auto count = writeDecisionsCsv(*project, dir / "d.csv");
    ASSERT_TRUE(count);
    EXPECT_EQ(*count, 3);
    EXPECT_EQ(contentOf(dir / "d.csv"),
              "path,identity,decision,tags,note\r\n"
              "b/1.jpg,Ann,reject,blurred,\r\n"
              "b/2.jpg,B/ob,keep,,\r\n"
              "b/3.jpg,..,,,\"who, indeed?\"\r\n");
}

}  // namespace
}  // namespace facespace
