#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

#include "core/project/schema.h"
#include "core/project/snapshot.h"
#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using sqlite::Database;
using sqlite::Migration;
using sqlite::Statement;
using test::must;
using test::ProjectTest;

class BadProjectTest : public ProjectTest {
  protected:
    void makeProject(int images = 500, int dimension = 64) {
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, images)));
        const NetworkId network = must(project.addNetwork(makeNetwork("A", dimension)));
        for (const ImageId id : must(project.imageIds()))
            if (id.value % 50 == 1) must(putOne(project, network, id, dimension));
    }
    void refuses(const Result<Project>& result, ErrorCode code, const std::string& says) const {
        ASSERT_FALSE(result);
        expectError(result.error(), code, says);
    }
    void expectError(const Error& error, ErrorCode code, const std::string& says) const {
        EXPECT_EQ(error.code, code) << error.message;
        EXPECT_NE(error.message.find(file.string()), std::string::npos) << error.message;
        EXPECT_NE(error.message.find(says), std::string::npos) << error.message;
        EXPECT_EQ(error.message.english().back(), '.') << error.message;
    }
    std::string content() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// Runs `body` in a child process, as nobody if `unprivileged`; its result is the exit status.
    static int inChild(bool unprivileged, const std::function<int()>& body) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (unprivileged && ::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(99);
            ::_exit(body());
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    }
};

TEST_F(BadProjectTest, FilesThatAreNoProjectAreNamed) {
    refuses(Project::open(file), ErrorCode::kNotFound, "does not exist");
    std::ofstream(file).close();
    refuses(Project::open(file), ErrorCode::kFormat, "0 bytes");
    std::ofstream(file) << "path,identity\n" << std::string(5000, 'x');
    refuses(Project::open(file), ErrorCode::kFormat, "not a FaceSpace project");
    std::ofstream(file) << "hi";
    refuses(Project::open(file), ErrorCode::kFormat, "a");
    fs::remove(file);
    fs::create_directory(file);
    refuses(Project::open(file), ErrorCode::kFormat, "folder");
    fs::remove(file);
    {
        Database other(file, Database::Mode::kCreate);
        other.exec("CREATE TABLE t (x); PRAGMA user_version=1");
    }
    const std::string before = content();
    refuses(Project::open(file), ErrorCode::kFormat, "another program");
    EXPECT_EQ(content(), before);
}

TEST_F(BadProjectTest, ATruncatedProjectIsRefusedWhereverItIsCut) {
    makeProject();
    const std::string whole = content();
    for (const double part : {0.0005, 0.001, 0.02, 0.3, 0.5, 0.9, 0.999}) {
        const auto size = static_cast<std::size_t>(static_cast<double>(whole.size()) * part);
        std::ofstream(file, std::ios::binary) << whole.substr(0, size);
        for (const auto mode : {Project::Mode::kReadWrite, Project::Mode::kReadOnly}) {
            const auto result = Project::open(file, mode);
            ASSERT_FALSE(result) << part;
            expectError(result.error(), ErrorCode::kFormat, "");
        }
        EXPECT_EQ(fs::file_size(file), size);  // left as it was, for whoever can repair it
    }
}

TEST_F(BadProjectTest, RandomDamageGivesASentenceOrAnAnswerButNeverACrash) {
    makeProject(200, 16);
    const std::string whole = content();
    std::mt19937 rng(11);
    int refused = 0;
    for (int i = 0; i < 150; ++i) {
        std::string bad = whole;
        for (unsigned n = 0; n < 200; ++n) bad[rng() % bad.size()] = static_cast<char>(rng());
        if (i % 2 == 0) std::copy_n(whole.begin(), 100, bad.begin());
        std::ofstream(file, std::ios::binary) << bad;
        const auto project = Project::open(file);
        const auto snapshot = project ? loadSnapshot(*project) : Result<std::shared_ptr<const Snapshot>>(forward(project));
        if (snapshot) continue;
        ++refused;
        EXPECT_NE(snapshot.error().message.find(file.string()), std::string::npos) << snapshot.error().message;
    }
    EXPECT_GT(refused, 50);
}

TEST_F(BadProjectTest, ANewerVersionAsksForAnUpdateAndIsNotTouched) {
    makeProject(2);
    { Database(file, Database::Mode::kReadWrite).exec("PRAGMA user_version=7"); }
    const std::string before = content();
    refuses(Project::open(file), ErrorCode::kFormat, "newer version");
    EXPECT_EQ(content(), before);
}

TEST_F(BadProjectTest, MigrationsRunOnceInOrderAndInOneTransaction) {
    makeProject(3);
    std::vector<Migration> steps(sqlite::migrations().begin(), sqlite::migrations().end());
    const auto newest = steps.back().toVersion;
    steps.push_back({newest + 1, "ALTER TABLE image ADD COLUMN quality REAL; UPDATE image SET quality = 0.5"});
    steps.push_back({newest + 2, "CREATE TABLE broken (x); INSERT INTO nowhere VALUES (1)"});
    {
        Database db(file, Database::Mode::kReadWrite);
        EXPECT_THROW(sqlite::migrate(db, steps), sqlite::DatabaseError);
        EXPECT_EQ(db.pragma("user_version"), newest);
        Statement columns(db, "SELECT count(*) FROM pragma_table_info('image') WHERE name = 'quality'");
        columns.step();
        EXPECT_EQ(columns.integer(0), 0);
    }
    EXPECT_EQ(must(must(Project::open(file)).imageCount()), 3);
    steps.back().sql = "CREATE TABLE fine (x)";
    {
        Database readOnly(file, Database::Mode::kReadOnly);
        EXPECT_THROW(sqlite::migrate(readOnly, steps), sqlite::DatabaseError);
    }
    Database db(file, Database::Mode::kReadWrite);
    sqlite::migrate(db, steps);
    EXPECT_EQ(db.pragma("user_version"), newest + 2);
    sqlite::migrate(db, steps);
    Statement quality(db, "SELECT sum(quality) FROM image");
    quality.step();
    EXPECT_EQ(quality.real(0), 1.5);
}

TEST_F(BadProjectTest, AProjectWithoutItsTablesIsBroughtToTheNewestVersion) {
    {
        Database db(file, Database::Mode::kCreate);
        db.exec(("PRAGMA application_id=" + std::to_string(sqlite::kApplicationId)).c_str());
    }
    Project project = must(Project::open(file));
    must(project.addImages(makeSet(dir, 2)));
    EXPECT_EQ(must(project.imageCount()), 2);
}

TEST_F(BadProjectTest, AReadOnlyFileInAReadOnlyFolderOpensAndRefusesChanges) {
    makeProject(20);
    // Writable for the child's user but for the permissions under test.
    const auto check = [&] {
        auto project = Project::open(file);
        if (!project) return 1;
        if (!project->readOnly()) return 2;
        if (!loadSnapshot(*project)) return 3;
        const auto refused = project->putSetting("view/x", "1");
        if (refused || refused.error().code != ErrorCode::kIo) return 4;
        if (refused.error().message.find("cannot be written") == std::string::npos) return 5;
        return Project::create(dir / "new.facespace") ? 6 : 0;
    };
    fs::permissions(file, static_cast<fs::perms>(0444));
    fs::permissions(dir, static_cast<fs::perms>(0555));
    EXPECT_EQ(inChild(true, check), 0);
    fs::permissions(file, static_cast<fs::perms>(0666));  // the folder alone is read-only: no journal can be made there
    EXPECT_EQ(inChild(true, check), 0);
    fs::permissions(dir, fs::perms::owner_all);
    Project project = must(Project::open(file, Project::Mode::kReadOnly));
    EXPECT_TRUE(project.readOnly());
    EXPECT_FALSE(project.putSetting("view/x", "1"));
    EXPECT_FALSE(project.addImages(makeSet(dir, 1, "y")));
    EXPECT_TRUE(must(project.settings()).empty());
}

TEST_F(BadProjectTest, AFullDiskLosesNothing) {
    makeProject(50, 64);
    const auto before = must(loadSnapshot(must(Project::open(file))));
    const auto size = fs::file_size(file);
    const int status = inChild(false, [&] {
        // Writing beyond the limit fails as on a full disk.
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{size + 40'000, size + 40'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto project = Project::open(file);
        if (!project) return 1;
        const auto full = project->addImages(makeSet(dir, 20'000, "more"));
        if (full) return 2;
        if (full.error().code != ErrorCode::kResource) return 3;
        if (full.error().message.find("disk is full") == std::string::npos) return 4;
        const auto count = project->imageCount();
        if (!count || *count != 50) return 5;
        return project->putSetting("view/x", "small") ? 0 : 6;  // what still fits is still written
    });
    EXPECT_EQ(status, 0);
    const auto after = must(loadSnapshot(must(Project::open(file))));
    EXPECT_EQ(after->images.images, before->images.images);
    EXPECT_EQ(after->featureSets[0]->count, before->featureSets[0]->count);
}

TEST_F(BadProjectTest, SqliteRunningOutOfPagesIsAFullDisk) {
    makeProject(2);
    Database db(file, Database::Mode::kReadWrite);
    db.exec(("PRAGMA max_page_count=" + std::to_string(db.pragma("page_count"))).c_str());
    try {
        for (int i = 0; i < 100; ++i)
            Statement(db, "INSERT INTO setting (key, value) VALUES (?, ?)").bind(i, std::string(10000, 'x')).run();
        FAIL() << "nothing was thrown";
    } catch (const sqlite::DatabaseError& failure) {
        expectError(failure.error, ErrorCode::kResource, "disk is full");
    }
}

TEST_F(BadProjectTest, AProjectLockedByAnotherSaysSoAfterAWhile) {
    makeProject(2);
    Project project = must(Project::open(file));
    project.setLockTimeout(100ms);
    std::array<int, 2> ready{}, done{};
    ASSERT_EQ(::pipe(ready.data()), 0);
    ASSERT_EQ(::pipe(done.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(done[1]);
        char byte = 'x';
        Database db(file, Database::Mode::kReadWrite);
        db.exec("BEGIN EXCLUSIVE");
        [[maybe_unused]] auto n = ::write(ready[1], &byte, 1);
        n = ::read(done[0], &byte, 1);
        ::_exit(0);
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    const auto start = std::chrono::steady_clock::now();
    const auto refused = project.putSetting("view/x", "1");
    ASSERT_FALSE(refused);
    expectError(refused.error(), ErrorCode::kIo, "in use by another program");
    EXPECT_FALSE(project.images());
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    ::close(done[1]);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(project.putSetting("view/x", "1"));
}

}  // namespace
}  // namespace facespace
