// Every command that writes to a project, on a disk that fails or is full in the middle of it.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/cli/command_line.h"
#include "core/features/feature_io.h"
#include "tests/support/failing_disk.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
namespace disk = test::failing_disk;
using disk::Fault;
using Words = std::vector<std::string>;

struct Command {
    std::string name;
    Words words;
};

/// What came of a command that ran in a process of its own.
struct Outcome {
    int exit = -1;  ///< −1: a signal.
    int changes = 0, failures = 0;
    std::string said;
};

struct Counts {
    int changes, failures;
};

class FailingDiskCliTest : public ::testing::Test {
  protected:
    static constexpr int kImages = 24;

    void SetUp() override {
        dir = fs::temp_directory_path() / ("facespace-failing-disk-" + std::to_string(::getpid()));
        fs::remove_all(dir);
        fs::create_directories(dir);
        const std::string network = std::string(FACESPACE_BINARY_DIR) + "/share/facespace/networks/rendered-a.json";
        ASSERT_TRUE(writeNpy(dir / "f.npy", FeatureMatrix::Random(kImages, 8)));
        const std::string p = project().string(), set = (dir / "set").string();
        commands = {
            {"import", {"import", set, "--manifest", set + "/manifest.csv", "-o", p}},
            {"extract", {"extract", p, "--network", network, "--trust", "--batch", "4"}},
            {"import-features", {"import-features", p, (dir / "f.npy").string(), "--name", "other"}},
            {"map", {"map", p, "--network", "rendered-a", "--method", "pca"}},
            {"trust", {"trust", p, "--all"}},
            {"predict", {"predict", p, "--network", "rendered-a", "--target", "yaw"}},
            {"quality", {"quality", p, "--network", "rendered-a", "-o", (dir / "quality").string()}},
        };
        const auto made =
            run({"synth", "-o", set, "--identities", "4", "--images", std::to_string(kImages), "--size", "64"});
        ASSERT_EQ(made.exit, 0) << made.said;
    }
    void TearDown() override { fs::remove_all(dir); }
    fs::path project() const { return dir / "p.facespace"; }

    /// The command in a child whose SQLite has the failing disk under it.
    Outcome run(Words words, Fault fault = Fault::kNone, int n = 0) {
        const fs::path log = dir / "said";
        auto* counts =
            static_cast<Counts*>(::mmap(nullptr, sizeof(Counts), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
        words.insert(words.begin(), "facespace-cli");
        const pid_t child = ::fork();
        if (child == 0) {
            if (std::freopen(log.c_str(), "w", stderr) == nullptr || std::freopen("/dev/null", "w", stdout) == nullptr)
                ::_exit(99);
            disk::install();
            disk::arm(fault, n);
            std::vector<char*> argv;
            for (std::string& word : words) argv.push_back(word.data());
            argv.push_back(nullptr);
            const int code = cli::commandLine(static_cast<int>(words.size()), argv.data());
            *counts = {disk::changes(), disk::failures()};
            std::fflush(nullptr);
            ::_exit(code);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        std::ifstream in(log);
        Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, counts->changes, counts->failures,
                        std::string(std::istreambuf_iterator<char>(in), {})};
        ::munmap(counts, sizeof(Counts));
        return outcome;
    }

    /// Rows of each table; SQLite must find the file whole.
    std::map<std::string, int> rowsOf(const fs::path& file) const {
        std::map<std::string, int> rows;
        sqlite3* db = nullptr;
        EXPECT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
        const auto first = [&](const std::string& query) {
            sqlite3_stmt* statement = nullptr;
            sqlite3_prepare_v2(db, query.c_str(), -1, &statement, nullptr);
            std::string text;
            if (sqlite3_step(statement) == SQLITE_ROW)
                text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
            sqlite3_finalize(statement);
            return text;
        };
        EXPECT_EQ(first("PRAGMA integrity_check"), "ok");
        for (const char* table :
             {"image", "feature", "detected_face", "network", "map", "map_trust", "prediction", "measured"})
            rows[table] = std::atoi(first(std::string("SELECT count(*) FROM ") + table).c_str());
        sqlite3_close(db);
        return rows;
    }

    /// One failing run of a command on what was there before it, and a second one on what that left.
    void attempt(const Command& command, Fault fault, int n, const std::map<std::string, int>& undisturbed) {
        const fs::path kept = dir / "before.facespace";
        const std::string where =
            command.name + (fault == Fault::kFull ? ", full from " : ", failing at ") + std::to_string(n);
        fs::remove(project());
        if (fs::exists(kept)) fs::copy_file(kept, project());
        const auto before = fs::exists(kept) ? rowsOf(kept) : std::map<std::string, int>{};
        const Outcome failed = run(command.words, fault, n);
        ASSERT_TRUE(failed.exit == 0 || failed.exit == 1) << where << failed.said;
        EXPECT_EQ(failed.exit == 1, failed.said.find("error: ") != std::string::npos) << where << failed.said;
        if (fs::exists(project())) {
            for (const auto& [table, rows] : rowsOf(project()))
                EXPECT_GE(rows, before.contains(table) ? before.at(table) : 0) << where << " lost of " << table;
        } else {
            EXPECT_TRUE(before.empty()) << where;
        }
        for (const auto& entry : fs::directory_iterator(dir))
            EXPECT_FALSE(entry.path().filename().string().starts_with(".facespace-")) << where << entry.path();
        const Outcome again = run(command.words);
        const bool wasDone = failed.exit == 0 && again.said.find("already") != std::string::npos;
        EXPECT_TRUE(again.exit == 0 || wasDone) << where << again.said;
        EXPECT_EQ(rowsOf(project()), undisturbed) << where;
        ++tried;
    }

    fs::path dir;
    std::vector<Command> commands;
    int tried = 0;
};

TEST_F(FailingDiskCliTest, NoCommandLosesAnythingAndTheSameCommandCompletes) {
    const bool all = std::getenv("FACESPACE_EVERY_WRITE") != nullptr;
    for (const Command& command : commands) {
        const fs::path kept = dir / "before.facespace", after = dir / "after.facespace";
        fs::remove(kept);
        if (fs::exists(project())) fs::copy_file(project(), kept);
        const Outcome undisturbed = run(command.words);
        ASSERT_EQ(undisturbed.exit, 0) << command.name << undisturbed.said;
        ASSERT_GT(undisturbed.changes, 5) << command.name;
        fs::copy_file(project(), after, fs::copy_options::overwrite_existing);
        const auto rows = rowsOf(after);
        std::set<int> at{1, undisturbed.changes / 3, 2 * undisturbed.changes / 3, undisturbed.changes};
        for (int n = 1; all && n <= undisturbed.changes; ++n) at.insert(n);
        for (const int n : at) attempt(command, Fault::kError, n, rows);
        for (const int n : {1, undisturbed.changes / 2}) attempt(command, Fault::kFull, n, rows);
        fs::copy_file(after, project(), fs::copy_options::overwrite_existing);
        std::printf("%-16s %d writes\n", command.name.c_str(), undisturbed.changes);
    }
    std::printf("%d failing disks\n", tried);
    EXPECT_GE(tried, 40);
}

}  // namespace
}  // namespace facespace
