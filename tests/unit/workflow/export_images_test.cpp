#include "core/workflow/export_images.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <numeric>
#include <set>

#include "core/project/decisions.h"
#include "core/workflow/safe_name.h"

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
            std::ofstream(snapshot.images.root / path) << content(path);
        }
    }
    void TearDown() override { fs::remove_all(dir); }
    /// What is by its beginning an image, and different for each.
    static std::string content(const std::string& path) { return "P5 1 1 255\n" + path; }
    void add(const std::string& path, const std::string& identity, const std::string& bytes) {
        ImageRecord record;
        record.path = path;
        record.identity = identity;
        snapshot.images.images.push_back(record);
        const fs::path file = (snapshot.images.root / path).lexically_normal();
        fs::create_directories(file.parent_path());
        if (!fs::exists(file)) std::ofstream(file) << bytes;
    }
    std::vector<int> allRows() const {
        std::vector<int> rows(snapshot.images.images.size());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    static std::vector<std::string> names(const fs::path& folder) {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path().filename().string());
        std::ranges::sort(found);
        return found;
    }
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
    EXPECT_EQ(contentOf(out / "Ann" / "1.jpg"), content("a/1.jpg"));
    EXPECT_EQ(contentOf(out / "Ann" / "1 (2).jpg"), content("b/1.jpg"));
    EXPECT_EQ(contentOf(out / "B_ob" / "2.jpg"), content("b/2.jpg"));
    EXPECT_EQ(contentOf(out / "__" / "3.jpg"), content("b/3.jpg"));
    std::ofstream(out / "Ann" / "1.jpg") << "mine";
    report = exportImages(snapshot, {0}, {out, false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->alreadyThere, 0);
    ASSERT_EQ(report->problems.size(), 1U);
    EXPECT_NE(report->problems[0].find("stays as it is"), std::string::npos) << report->problems[0];
    EXPECT_EQ(contentOf(out / "Ann" / "1.jpg"), "mine");
}

TEST_F(ExportImages, LinksAndTellsWhatIsGone) {
    fs::remove(snapshot.images.root / "b/2.jpg");
    auto report = exportImages(snapshot, {0}, {dir / "links", true}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(fs::is_symlink(dir / "links" / "Ann" / "1.jpg"));
    EXPECT_EQ(contentOf(dir / "links" / "Ann" / "1.jpg"), content("a/1.jpg"));
    report = exportImages(snapshot, {2, 3}, {dir / "copies", false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->written, 1);
    ASSERT_EQ(report->problems.size(), 1U);
    EXPECT_NE(report->problems[0].find("b/2.jpg"), std::string::npos);
}

TEST_F(ExportImages, OnlyImagesOfTheImagesFolderAreCopied) {
    std::ofstream(dir / "secret.txt") << "password";
    fs::create_symlink(dir / "secret.txt", snapshot.images.root / "link.jpg");
    std::ofstream(dir / "outside.pgm") << content("outside");
    fs::create_symlink(dir / "outside.pgm", snapshot.images.root / "image.jpg");
    const auto first = static_cast<int>(snapshot.images.images.size());
    for (const std::string path : {"../secret.txt", "../outside.pgm", "link.jpg", "image.jpg", "notes.txt"})
        add(path, "Eve", "not an image");
    ImageRecord absolute;
    absolute.path = "/etc/hostname";
    absolute.identity = "Eve";
    snapshot.images.images.push_back(absolute);
    for (const bool link : {false, true}) {
        const fs::path out = dir / (link ? "links" : "copies");
        const auto report = exportImages(snapshot, allRows(), {out, link}, {});
        ASSERT_TRUE(report);
        EXPECT_EQ(report->written, first);
        EXPECT_EQ(report->problems.size(), 6U);
        EXPECT_FALSE(fs::exists(out / "Eve"));
    }
}

TEST_F(ExportImages, NamesAreGoodOnEveryFileSystem) {
    const std::vector<std::string> odd{"CON",
                                       "nul.txt",
                                       "ann",
                                       "ANN",
                                       "a:b*c?",
                                       "ends. ",
                                       std::string(300, 'x') + "1",
                                       std::string(300, 'x') + "2",
                                       "bad \xff byte",
                                       "\xc3\xa9",
                                       "e\xcc\x81"};
    for (std::size_t i = 0; i < odd.size(); ++i) add("o/" + std::to_string(i) + ".jpg", odd[i], content(std::to_string(i)));
    add("o/x:1.jpg", "twins", content("x"));
    add("p/X_1.JPG", "twins", content("y"));
    add("o/" + std::string(240, 'n') + ".jpg", "twins", content("z"));
    const fs::path out = dir / "out";
    const auto report = exportImages(snapshot, allRows(), {out, false}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->problems.empty());
    EXPECT_EQ(report->written, static_cast<std::int64_t>(snapshot.images.images.size()));
    std::set<std::string> folded;
    for (const std::string& name : names(out)) {
        EXPECT_TRUE(folded.insert(foldedName(name)).second) << name;
        EXPECT_LE(name.size(), 255U);
        EXPECT_EQ(name.find_first_of(":*?\"<>|\\"), std::string::npos) << name;
        EXPECT_FALSE(name.ends_with('.') || name.ends_with(' ')) << name;
        EXPECT_EQ(safeName(name), name);
    }
    EXPECT_EQ(folded.size(), 3 + odd.size() + 1);
    EXPECT_TRUE(fs::exists(out / "_CON"));
    EXPECT_TRUE(fs::exists(out / "_nul.txt"));
    EXPECT_EQ(names(out / "twins").size(), 3U);
    // The same names whichever images are exported.
    ASSERT_EQ(snapshot.images.images[6].identity, "ann");
    ASSERT_TRUE(exportImages(snapshot, {6}, {dir / "one", false}, {}));
    EXPECT_EQ(names(dir / "one"), std::vector<std::string>{"ann (3)"});
    EXPECT_TRUE(fs::exists(out / "ann (3)"));
}

TEST_F(ExportImages, AFullDiskIsAnErrorAndASecondRunCompletes) {
    const std::string big(50'000, 'x');
    add("a/big.jpg", "Ann", content(big));
    const fs::path out = dir / "out";
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{20'000, 20'000};  // writing beyond it fails as on a full disk
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto full = exportImages(snapshot, {0, 1, 4}, {out, false}, {});
        ::_exit(!full && full.error().code == ErrorCode::kResource ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(names(out / "Ann"), (std::vector<std::string>{"1 (2).jpg", "1.jpg"}));  // no empty file, no part of one
    const auto report = exportImages(snapshot, {0, 1, 4}, {out, false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->alreadyThere, 2);
    EXPECT_EQ(report->written, 1);
    EXPECT_EQ(contentOf(out / "Ann" / "big.jpg"), content(big));
}

TEST_F(ExportImages, AnEmptyFileOfAnEarlierRunIsNotCalledDone) {
    const fs::path out = dir / "out";
    fs::create_directories(out / "Ann");
    std::ofstream(out / "Ann" / "1.jpg").close();
    const auto report = exportImages(snapshot, {0}, {out, false}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->alreadyThere, 0);
    EXPECT_EQ(report->problems.size(), 1U);
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
    EXPECT_EQ(count->images, 3);
    EXPECT_EQ(count->decided, 2) << "a tag or a note is no decision";
    EXPECT_EQ(contentOf(dir / "d.csv"),
              "path,identity,decision,tags,note\r\n"
              "b/1.jpg,Ann,reject,blurred,\r\n"
              "b/2.jpg,B/ob,keep,,\r\n"
              "b/3.jpg,..,,,\"who, indeed?\"\r\n");
    // Beside what was decided stands what is known: every other column of the project.
    Snapshot measured = snapshot;
    measured.tags = {{}, {}, {kKeepTag}, {}};
    auto set = std::make_shared<FeatureSet>();
    set->network.name = "A";
    set->distance = {1, 2, 3.5F, 4};
    measured.featureSets = {set};
    for (auto& image : measured.images.images) image.yawDeg = -20;
    ASSERT_TRUE(writeDecisionsCsv(measured, buildDataTable(measured), dir / "m.csv"));
    EXPECT_EQ(contentOf(dir / "m.csv"),
              "path,identity,decision,tags,note,yaw,distance[A]\r\n"
              "b/2.jpg,B/ob,keep,,,-20,3.5\r\n");
}

}  // namespace
}  // namespace facespace
