#include <sqlite3.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>

#include "core/project/sqlite.h"
#include "tests/unit/project/project_fixture.h"

/// Kills at random moments seldom hit the instant in which a file is half written. Here every change that SQLite makes to
/// the file system is counted, and the process is killed at the first, the second, … until it gets through.
namespace facespace {
namespace {

namespace fs = std::filesystem;
using test::must;
using test::ProjectTest;

int callsLeft = 0;

/// Whether this call is the one to die at.
bool last() { return --callsLeft == 0; }
[[noreturn]] void die() {
    ::kill(::getpid(), SIGKILL);
    ::_exit(1);
}

ssize_t dyingWrite(int file, const void* data, std::size_t size) {
    if (!last()) return ::write(file, data, size);
    [[maybe_unused]] const auto half = ::write(file, data, size / 2);
    die();
}
ssize_t dyingPwrite(int file, const void* data, std::size_t size, off_t at) {
    if (!last()) return ::pwrite(file, data, size, at);
    [[maybe_unused]] const auto half = ::pwrite(file, data, size / 2, at);
    die();
}
int dyingUnlink(const char* path) {
    if (last()) die();
    return ::unlink(path);
}
int dyingTruncate(int file, off_t size) {
    if (last()) die();
    return ::ftruncate(file, size);
}

template <class Function>
void replace(sqlite3_vfs* vfs, const char* name, Function* function) {
    if (vfs->xGetSystemCall(vfs, name) != nullptr)
        vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(function));
}

void dieAtCall(int n) {
    callsLeft = n;
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    replace(vfs, "write", &dyingWrite);
    replace(vfs, "pwrite", &dyingPwrite);
    replace(vfs, "pwrite64", &dyingPwrite);
    replace(vfs, "unlink", &dyingUnlink);
    replace(vfs, "ftruncate", &dyingTruncate);
}

class KillSweepTest : public ProjectTest {
  protected:
    static constexpr int kImages = 60, kDimension = 512;

    /// Every feature replaced by one of `value`s, in one transaction.
    static bool putAll(const fs::path& file, float value) {
        auto project = Project::open(file);
        if (!project) return false;
        const auto network = project->addNetwork(makeNetwork("A", kDimension));
        const auto ids = project->imageIds();
        if (!network || !ids) return false;
        const std::vector<float> values(kDimension, value);
        std::vector<Project::FeatureRow> rows;
        for (const ImageId id : *ids) rows.push_back({id, values});
        return project->putFeatures(*network, rows, {}).has_value();
    }
};

TEST_F(KillSweepTest, ATransactionKilledAtAnyWriteIsWholeOrNotThere) {
    {
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, kImages)));
    }
    ASSERT_TRUE(putAll(file, 0));
    float before = 0;
    int kills = 0;
    for (int call = 1; call < 2000; ++call) {
        const auto value = static_cast<float>(call);
        const pid_t child = ::fork();
        if (child == 0) {
            dieAtCall(call);
            ::_exit(putAll(file, value) ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        kills += WIFSIGNALED(status) ? 1 : 0;
        const Project project = must(Project::open(file));
        const FeatureMatrix features = must(project.features(must(project.networks())[0].id));
        const float now = features(0, 0);
        ASSERT_TRUE((features.array() == now).all()) << "call " << call << ": half a transaction";
        ASSERT_TRUE(now == before || now == value) << "call " << call;
        before = now;
        sqlite::Database db(file, sqlite::Database::Mode::kReadWrite);
        sqlite::Statement check(db, "PRAGMA integrity_check");
        ASSERT_TRUE(check.step());
        ASSERT_EQ(check.text(0), "ok") << "call " << call;
        if (!WIFSIGNALED(status)) {
            ASSERT_EQ(WEXITSTATUS(status), 0);
            ASSERT_EQ(now, value);
            break;
        }
    }
    std::printf("killed at each of %d changes to the file system\n", kills);
    EXPECT_GT(kills, 15);
}

}  // namespace
}  // namespace facespace
