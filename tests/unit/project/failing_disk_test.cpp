#include <sqlite3.h>

#include <functional>
#include <map>

#include "tests/support/failing_disk.h"
#include "tests/support/full_project.h"
#include "tests/unit/project/project_fixture.h"

/// Every change of a project at every write of it failing, and on a disk that is full from any of them on.
namespace facespace {
namespace {

namespace fs = std::filesystem;
namespace disk = test::failing_disk;
using disk::Fault;
using test::must;

class Sql {
  public:
    explicit Sql(const fs::path& file) {
        EXPECT_EQ(sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
    }
    ~Sql() { sqlite3_close(db_); }
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;
    /// The rows' first columns, a line each.
    std::string lines(const std::string& query) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(db_, query.c_str(), -1, &statement, nullptr), SQLITE_OK) << query;
        std::string all;
        while (sqlite3_step(statement) == SQLITE_ROW)
            all += std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0))) + "\n";
        sqlite3_finalize(statement);
        return all;
    }

  private:
    sqlite3* db_ = nullptr;
};

/// Everything that a project holds but times of day, as text.
std::string contentOf(const fs::path& file) {
    Sql sql(file);
    EXPECT_EQ(sql.lines("PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(sql.lines("SELECT 1 FROM pragma_foreign_key_check"), "");
    const std::string selects = sql.lines(
        "SELECT 'SELECT ' || group_concat('quote(\"' || c.name || '\")', '||''|''||') || ' FROM \"' || m.name || '\" ORDER "
        "BY 1' FROM "
        "sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND c.name NOT "
        "LIKE "
        "'%utc' GROUP BY m.name");
    std::string all;
    for (std::size_t at = 0; at < selects.size(); at = selects.find('\n', at) + 1)
        all += sql.lines(selects.substr(at, selects.find('\n', at) - at)) + "--\n";
    return all;
}

using Change = std::function<Result<void>(Project&)>;

template <class T>
Result<void> done(Result<T> result) {
    return result ? Result<void>{} : Result<void>(forward(result));
}

/// By the names of Project's methods. `base` is a full project (full_project.h).
std::map<std::string, Change> changesOf(const fs::path& dir) {
    const auto id = [](Project& p, std::size_t i) { return must(p.imageIds()).at(i); };
    const auto network = [](Project& p) { return must(p.networks()).at(0).id; };
    static const std::vector<float> values(4, 2.5F);
    std::map<std::string, Change> all;
    all["addImages"] = [dir](Project& p) {
        ImageSet set;
        set.root = dir;
        set.metadataColumns = {"age", "more"};
        for (int i = 0; i < 2000; ++i) {
            set.images.emplace_back();
            set.images.back().path = "new" + std::to_string(i) + ".jpg";
            set.images.back().identity = "person 9";
            set.images.back().metadata = {"7", std::string(40, 'm')};
        }
        return p.addImages(set);
    };
    all["setImageRoot"] = [dir](Project& p) { return p.setImageRoot(dir / "elsewhere"); };
    all["putDetectedFaces"] = [=](Project& p) {
        const DetectedFaceRecord face{id(p, 2), {1, 1, 5, 5}, {}, 0.5F};
        return p.putDetectedFaces({&face, 1});
    };
    all["addNetwork"] = [](Project& p) {
        NetworkRecord record;
        record.name = "B";
        record.dimension = 3;
        return done(p.addNetwork(record));
    };
    all["removeNetwork"] = [=](Project& p) { return p.removeNetwork(network(p)); };
    all["putFeatures"] = [=](Project& p) {
        const Project::FeatureRow row{id(p, 2), values};
        const SkipRecord skipped{id(p, 0), Text("it is gone")};
        return p.putFeatures(network(p), {&row, 1}, {&skipped, 1});
    };
    all["clearSkipped"] = [=](Project& p) { return p.clearSkipped(network(p)); };
    all["putMap"] = [=](Project& p) {
        return done(p.putMap({{}, network(p), "pca", "pca", "{}", "", Embedding::Ones(3, 3)}));
    };
    all["removeMap"] = [](Project& p) { return p.removeMap(must(p.maps()).at(0).id); };
    all["putTrust"] = [](Project& p) { return p.putTrust({must(p.maps()).at(0).id, "{}", 3, {1, 1, 1}}); };
    all["putPrediction"] = [=](Project& p) {
        return p.putPrediction({network(p), "yaw", "deg", Text("manifest"), "{}", "{}", {3, 2, 1}, {3, 2, 1}});
    };
    all["setMeasures"] = [](Project& p) {
        const MeasureRecord one{"contrast", "Contrast", "", 1};
        return p.setMeasures({&one, 1}, "v2");
    };
    all["putMeasured"] = [=](Project& p) {
        const Project::MeasuredRow row{id(p, 1), {3, 4}};
        return p.putMeasured({&row, 1});
    };
    all["putSelection"] = [=](Project& p) { return p.putSelection({"bad", {id(p, 1)}}); };
    all["removeSelection"] = [](Project& p) { return p.removeSelection("good"); };
    all["setTag"] = [=](Project& p) {
        const ImageId image = id(p, 2);
        return p.setTag({&image, 1}, "reject", true);
    };
    all["setNote"] = [=](Project& p) { return p.setNote(id(p, 1), "another note"); };
    all["putSetting"] = [](Project& p) { return p.putSetting("view/camera", std::string(40'000, 'c')); };
    all["beginJob"] = [](Project& p) { return done(p.beginJob("map", "{}")); };
    all["endJob"] = [](Project& p) { return p.endJob(must(p.jobs()).at(0).id, "failed", Text("no reason")); };
    return all;
}

class FailingDiskTest : public test::ProjectTest {
  protected:
    void SetUp() override {
        static const bool installed = (disk::install(), true);
        ASSERT_TRUE(installed);
        ProjectTest::SetUp();
        disk::arm(Fault::kNone, 0);
        test::makeFullProject(dir / "base.facespace");
        before = contentOf(dir / "base.facespace");
    }
    void TearDown() override {
        disk::arm(Fault::kNone, 0);
        ProjectTest::TearDown();
    }
    /// The change on a copy of the project, and what that holds afterwards.
    Result<void> attempt(const Change& change, Fault fault, int n) {
        fs::copy_file(dir / "base.facespace", file, fs::copy_options::overwrite_existing);
        Project project = must(Project::open(file));
        disk::arm(fault, n);
        return change(project);
    }
    /// As the next program finds it.
    std::string found() {
        disk::arm(Fault::kNone, 0);
        EXPECT_TRUE(Project::open(file).has_value());
        return contentOf(file);
    }
    std::string before;
};

TEST_F(FailingDiskTest, EveryChangeIsWholeOrNotThereWhicheverWriteFails) {
    int tried = 0;
    for (const auto& [name, change] : changesOf(dir)) {
        ASSERT_TRUE(attempt(change, Fault::kNone, 0)) << name;
        const int count = disk::changes();
        const std::string after = found();
        EXPECT_NE(before, after) << name;
        EXPECT_GT(count, 3) << name;
        for (const Fault fault : {Fault::kError, Fault::kFull})
            for (int n = 1; n <= count; ++n, ++tried) {
                const auto result = attempt(change, fault, n);
                const bool failed = disk::failures() > 0;
                const std::string is = found();
                const std::string where =
                    name + (fault == Fault::kFull ? ", full from " : ", failing at ") + std::to_string(n);
                ASSERT_EQ(is, result ? after : before) << where;
                ASSERT_TRUE(failed || fault == Fault::kFull) << where;
                if (result) continue;
                ASSERT_TRUE(failed) << where;
                EXPECT_NE(result.error().message.find(file.string()), std::string::npos) << where << result.error().message;
                EXPECT_EQ(result.error().code, fault == Fault::kFull ? ErrorCode::kResource : ErrorCode::kIo) << where;
            }
    }
    std::printf("%d failing disks\n", tried);
    EXPECT_GT(tried, 300);
}

TEST_F(FailingDiskTest, WhatFailedOnceGoesThroughAsSoonAsThereIsRoom) {
    const auto all = changesOf(dir);
    const Change& change = all.at("addImages");
    ASSERT_TRUE(attempt(change, Fault::kNone, 0));
    const std::string after = found();
    fs::copy_file(dir / "base.facespace", file, fs::copy_options::overwrite_existing);
    Project project = must(Project::open(file));
    for (const int n : {1, 3, 6}) {
        disk::arm(Fault::kFull, n);
        EXPECT_FALSE(change(project));
    }
    disk::arm(Fault::kNone, 0);
    EXPECT_TRUE(change(project));
    EXPECT_EQ(found(), after);
}

}  // namespace
}  // namespace facespace
