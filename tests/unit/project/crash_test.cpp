#include <sys/mman.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <thread>

#include "core/project/snapshot.h"
#include "core/project/sqlite.h"
#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::must;
using test::ProjectTest;

constexpr int kDimension = 96, kImages = 4000, kBatch = 16;

class CrashTest : public ProjectTest {
  protected:
    /// Writes what is pending in batches; `acknowledged` counts the features of transactions that returned.
    static void writePending(const fs::path& file, std::atomic<std::int64_t>& acknowledged, unsigned seed) {
        auto project = Project::open(file);
        if (!project) ::_exit(2);
        const auto network = project->addNetwork(makeNetwork("A", kDimension));
        if (!network) ::_exit(3);
        const auto pending = project->pendingImages(*network);
        if (!pending) ::_exit(4);
        std::mt19937 rng(seed);
        for (std::size_t at = 0; at < pending->size();) {
            // Now and then a batch so large that it leaves the cache before it is committed.
            const std::size_t size = std::min(pending->size() - at, std::size_t{rng() % 20 == 0 ? 500U : kBatch});
            std::vector<std::vector<float>> values;
            std::vector<Project::FeatureRow> rows;
            for (std::size_t i = 0; i < size; ++i) values.push_back(featureOf((*pending)[at + i], kDimension));
            for (std::size_t i = 0; i < size; ++i) rows.push_back({(*pending)[at + i], values[i]});
            if (!project->putFeatures(*network, rows, {})) ::_exit(5);
            acknowledged += static_cast<std::int64_t>(size);
            at += size;
        }
    }
    static void checkIntegrity(const fs::path& file) {
        sqlite::Database db(file, sqlite::Database::Mode::kReadWrite);
        sqlite::Statement check(db, "PRAGMA integrity_check");
        ASSERT_TRUE(check.step());
        ASSERT_EQ(check.text(0), "ok");
        sqlite::Statement foreign(db, "PRAGMA foreign_key_check");
        ASSERT_FALSE(foreign.step());
    }
};

TEST_F(CrashTest, KilledAtAnyMomentEverythingAcknowledgedIsThere) {
    {
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, kImages)));
    }
    auto* shared = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(shared, MAP_FAILED);
    auto& acknowledged = *new (shared) std::atomic<std::int64_t>(0);
    std::mt19937 rng(2024);
    int kills = 0;
    std::int64_t onDisk = 0;
    for (int round = 0; round < 60 && onDisk < kImages; ++round) {
        acknowledged = onDisk;
        const pid_t child = ::fork();
        if (child == 0) {
            writePending(file, acknowledged, static_cast<unsigned>(round));
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(rng() % 60'000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
        kills += WIFSIGNALED(status) ? 1 : 0;
        if (round % 2 == 0) checkIntegrity(file);  // every other time Project itself is the first to open it
        const Project project = must(Project::open(file));
        const auto networks = must(project.networks());
        if (networks.empty()) continue;
        onDisk = must(project.featureCount(networks[0].id));
        ASSERT_GE(onDisk, acknowledged.load()) << "a committed batch is lost";
        ASSERT_EQ(static_cast<std::int64_t>(must(project.pendingImages(networks[0].id)).size()), kImages - onDisk);
        checkIntegrity(file);
    }
    EXPECT_GE(kills, 3);
    writePending(file, acknowledged, 1);
    const auto snapshot = must(loadSnapshot(must(Project::open(file))));
    ASSERT_EQ(snapshot->featureSets.at(0)->count, kImages);
    for (std::size_t i = 0; i < snapshot->imageCount(); ++i) {
        const auto expected = featureOf(snapshot->imageIds[i], kDimension);
        const auto row = snapshot->featureSets[0]->features.row(static_cast<Eigen::Index>(i));
        ASSERT_TRUE(std::equal(expected.begin(), expected.end(), row.begin())) << i;
    }
    ::munmap(shared, 4096);
}

TEST_F(CrashTest, KilledWhileCreatingTheFileIsThereWholeOrNotAtAll) {
    std::mt19937 rng(7);
    for (int round = 0; round < 40; ++round) {
        const fs::path target = dir / ("p" + std::to_string(round) + ".facespace");
        const pid_t child = ::fork();
        if (child == 0) ::_exit(Project::create(target) ? 0 : 1);
        std::this_thread::sleep_for(std::chrono::microseconds(rng() % 10'000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        Project project = must(fs::exists(target) ? Project::open(target) : Project::create(target));
        must(project.addImages(makeSet(dir, 2)));
    }
}

TEST_F(CrashTest, OneConnectionReadsWhileAnotherWrites) {
    {
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, 1000)));
    }
    std::atomic<std::int64_t> written{0};
    std::atomic<bool> finished{false};
    std::thread writer([&] {
        writePending(file, written, 5);
        finished = true;
    });
    Project reader = must(Project::open(file));
    std::shared_ptr<const Snapshot> snapshot;
    std::int64_t reads = 0, last = 0;
    bool end = false;
    while (!end) {
        end = finished;
        snapshot = must(loadSnapshot(reader, snapshot.get()));
        must(reader.putSetting("view/camera", std::to_string(reads)));  // and both write
        ++reads;
        if (snapshot->featureSets.empty()) continue;
        // Every snapshot is of one moment: the count and the rows agree, and nothing goes back.
        const FeatureSet& set = *snapshot->featureSets[0];
        ASSERT_EQ(std::ranges::count_if(set.distance, [](float d) { return !std::isnan(d); }), set.count);
        ASSERT_GE(set.count, last);
        last = set.count;
    }
    writer.join();
    EXPECT_EQ(last, 1000);
    EXPECT_GE(reads, 2);
    EXPECT_EQ(must(reader.settings()).at("view/camera"), std::to_string(reads - 1));
    checkIntegrity(file);
}

TEST_F(CrashTest, ALargeProjectOpensInTime) {
    constexpr int kMany = 24'000, kWide = 512;
    {
        Project project = must(Project::create(file));
        ImageSet set = makeSet(dir, kMany);
        set.metadataColumns = {"age", "camera", "session"};
        for (std::size_t i = 0; i < set.images.size(); ++i) {
            set.images[i].metadata = {std::to_string(i % 90), "camera " + std::to_string(i % 5), std::to_string(i % 4)};
            set.images[i].yawDeg = static_cast<double>(i % 181) - 90;
            set.images[i].landmarks = Landmarks{};
        }
        must(project.addImages(set));
        const auto ids = must(project.imageIds());
        const NetworkId network = must(project.addNetwork(makeNetwork("A", kWide)));
        const FeatureMatrix features = FeatureMatrix::Random(kMany, kWide);
        std::vector<Project::FeatureRow> rows;
        for (std::size_t i = 0; i < ids.size(); ++i)
            rows.push_back({ids[i], {features.row(static_cast<Eigen::Index>(i)).data(), kWide}});
        must(project.putFeatures(network, rows, {}));
        MapRecord map;
        map.network = network;
        map.name = "m";
        map.coordinates = Embedding::Random(kMany, 3);
        must(project.putMap(map));
    }
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const auto snapshot = must(loadSnapshot(must(Project::open(file, Project::Mode::kReadOnly))));
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        ASSERT_EQ(snapshot->featureSets.at(0)->features.rows(), kMany);
    }
    std::printf("24,000 x 512 opened in %.3f s; the file has %.1f MB, the features alone %.1f MB\n", best,
                static_cast<double>(fs::file_size(file)) / 1e6, kMany * kWide * 4 / 1e6);
    EXPECT_LT(best, 1.0);
}

}  // namespace
}  // namespace facespace
