// Projects from a stranger: opening one reads it, and does nothing else.
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <functional>
#include <thread>

#include "core/common/cancel_scope.h"
#include "core/project/schema.h"
#include "core/project/untrusted.h"
#include "core/project/vfs.h"
#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using sqlite::Database;
using sqlite::Statement;
using test::must;
using test::ProjectTest;

/// SQLite as anybody has it, without what FaceSpace takes away.
void runSql(const fs::path& file, const std::string& sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    char* problem = nullptr;
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &problem), SQLITE_OK) << (problem != nullptr ? problem : "");
    sqlite3_free(problem);
    sqlite3_close(db);
}

std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

const std::string kMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A journal without pages that SQLite takes for one left by a killed writer. Its end names `other`, if that is not empty.
std::string journalOf(std::uint32_t pages, std::uint32_t pageSize, const std::string& other) {
    constexpr std::uint32_t kSector = 512;
    std::string text =
        kMagic + bigEndian(0) + bigEndian(0x1234) + bigEndian(pages) + bigEndian(kSector) + bigEndian(pageSize);
    text.resize(kSector);
    if (other.empty()) return text;
    std::uint32_t sum = 0;
    for (const char c : other) sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
    return text + bigEndian((1U << 30) / pageSize + 1) + other + bigEndian(static_cast<std::uint32_t>(other.size())) +
           bigEndian(sum) + kMagic;
}

class HostileProjectTest : public ProjectTest {
  protected:
    void SetUp() override {
        ProjectTest::SetUp();
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, 40)));
        network_ = must(project.addNetwork(makeNetwork("A", 8)));
        for (const ImageId id : must(project.imageIds())) must(putOne(project, network_, id, 8));
        victim_ = dir / "thesis.doc";
        std::ofstream(victim_) << "three years of work";
    }
    void refused(const std::string& says, ErrorCode code = ErrorCode::kFormat) const {
        for (const auto mode : {Project::Mode::kReadWrite, Project::Mode::kReadOnly}) {
            const auto start = std::chrono::steady_clock::now();
            const auto project = Project::open(file, mode);
            EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
            ASSERT_FALSE(project) << says;
            EXPECT_EQ(project.error().code, code) << project.error().message;
            EXPECT_NE(project.error().message.find(says), std::string::npos) << project.error().message;
            EXPECT_NE(project.error().message.find(file.string()), std::string::npos) << project.error().message;
        }
    }
    /// On the page of the images the first places of rows lead nowhere.
    void damageRows() const {
        std::string bytes = contentOf(file);
        const std::size_t page = bytes.find("img0.jpg") / sqlite::kPageSize * sqlite::kPageSize;
        ASSERT_GT(page, 0U);
        bytes.replace(page + 8, 6, "\xff\xff\xff\xff\xff\xff", 6);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }
    std::uint32_t pages() const { return static_cast<std::uint32_t>(fs::file_size(file) / sqlite::kPageSize); }
    fs::path beside(const char* suffix) const { return file.string() + suffix; }

    NetworkId network_;
    fs::path victim_;
};

TEST_F(HostileProjectTest, AJournalThatNamesAFileOfTheUserIsRefusedAndTheFileLives) {
    const std::string journal = journalOf(pages(), sqlite::kPageSize, victim_.string());
    std::ofstream(beside("-journal"), std::ios::binary) << journal;
    const std::string before = contentOf(file);
    refused("-journal");
    EXPECT_TRUE(fs::exists(victim_));
    EXPECT_EQ(contentOf(file), before);
    EXPECT_EQ(contentOf(beside("-journal")), journal);
    // Beside what a link points to, as SQLite looks.
    const fs::path link = dir / "link.facespace";
    fs::create_symlink(file, link);
    EXPECT_FALSE(Project::open(link));
    EXPECT_TRUE(fs::exists(victim_));
}

TEST_F(HostileProjectTest, TheSameJournalMakesSqliteItselfDeleteTheFile) {
    // So that the test above tries what it means to try.
    std::ofstream(beside("-journal"), std::ios::binary) << journalOf(pages(), sqlite::kPageSize, victim_.string());
    runSql(file, "SELECT count(*) FROM image");
    EXPECT_FALSE(fs::exists(victim_));
}

TEST_F(HostileProjectTest, AJournalThatAppearsLaterDeletesNothingEither) {
    Project project = must(Project::open(file));
    std::ofstream(beside("-journal"), std::ios::binary) << journalOf(pages(), sqlite::kPageSize, victim_.string());
    (void)project.images();
    (void)project.putSetting("view/x", "1");
    EXPECT_TRUE(fs::exists(victim_));
}

TEST_F(HostileProjectTest, AnHonestJournalWithoutPagesIsTakenBackEvenForReading) {
    std::ofstream(beside("-journal"), std::ios::binary) << journalOf(pages(), sqlite::kPageSize, "");
    const Project project = must(Project::open(file, Project::Mode::kReadOnly));
    EXPECT_EQ(must(project.imageCount()), 40);
    EXPECT_FALSE(fs::exists(beside("-journal")));
}

TEST_F(HostileProjectTest, AJournalThatWouldBlowUpTheFileIsRefused) {
    const auto size = fs::file_size(file);
    std::ofstream(beside("-journal"), std::ios::binary) << journalOf(0xfffffff0U, sqlite::kPageSize, "");
    refused("-journal");
    EXPECT_EQ(fs::file_size(file), size);
}

TEST_F(HostileProjectTest, OddThingsInTheJournalsPlaceAreRefused) {
    ASSERT_EQ(::mkfifo(beside("-journal").c_str(), 0600), 0);  // to open it would wait for a writer for ever
    refused("-journal");
    fs::remove(beside("-journal"));
    fs::create_symlink(victim_, beside("-journal"));
    refused("-journal");
    fs::remove(beside("-journal"));
    for (const char* suffix : {"-wal", "-shm"}) {
        std::ofstream(beside(suffix)) << "x";
        refused(suffix);
        fs::remove(beside(suffix));
    }
    EXPECT_EQ(contentOf(victim_), "three years of work");
    EXPECT_TRUE(Project::open(file));
}

TEST_F(HostileProjectTest, AWriteAheadLogIsRefusedWhereverItIs) {
    runSql(file, "PRAGMA journal_mode=WAL; INSERT INTO setting VALUES ('view/x', '1')");
    refused("another program");
    EXPECT_FALSE(fs::exists(beside("-wal")));
}

TEST_F(HostileProjectTest, OnlyFilesAreOpened) {
    fs::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    refused("pipe or a device", ErrorCode::kIo);
    fs::remove(file);
    fs::create_symlink("/dev/zero", file);
    refused("pipe or a device", ErrorCode::kIo);
}

struct Change {
    const char* name;
    const char* sql;
};

TEST_F(HostileProjectTest, AnythingInTheSchemaThatIsNotOfFaceSpaceIsRefused) {
    const std::string whole = contentOf(file);
    for (const Change& change : std::array{
             Change{"view",
                    "ALTER TABLE network RENAME TO n2; CREATE VIEW network AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
                    "SELECT x+1 FROM c) SELECT x AS id, 'n' AS name, '' AS sha256, 16 AS dimension, 0 AS normalised, '' AS "
                    "descriptor_file, '' AS descriptor_json, '' AS settings_json, 0 AS revision FROM c"},
             Change{"another view", "CREATE VIEW v AS SELECT 1"},
             Change{"trigger", "CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM image; END"},
             Change{"table", "CREATE TABLE more (x)"}, Change{"virtual table", "CREATE VIRTUAL TABLE more USING fts5(x)"},
             Change{"generated column", "ALTER TABLE image ADD COLUMN g TEXT AS (hex(zeroblob(100000000)))"},
             Change{"column", "ALTER TABLE image ADD COLUMN more TEXT"},
             Change{"index", "CREATE INDEX i ON image (hex(path))"}, Change{"statistics", "ANALYZE"},
             Change{"less", "DROP TABLE tag"},
             Change{
                 "check",
                 "DROP TABLE tag; CREATE TABLE tag (image_id INTEGER NOT NULL REFERENCES image(id) ON DELETE CASCADE, tag "
                 "TEXT NOT NULL CHECK (length(hex(zeroblob(9))) > 1), PRIMARY KEY (image_id, tag)) WITHOUT ROWID"},
             Change{"quoted comment",
                    "DROP TABLE setting; CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL DEFAULT "
                    "'--') WITHOUT ROWID"}}) {
        SCOPED_TRACE(change.name);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole;
        runSql(file, change.sql);
        refused("not as FaceSpace makes projects");
    }
}

TEST_F(HostileProjectTest, ProjectsOfEveryEarlierVersionStillOpen) {
    for (const auto& step : sqlite::migrations()) {
        fs::remove(file);
        {
            Database db(file, Database::Mode::kCreate);
            db.exec(("PRAGMA application_id=" + std::to_string(sqlite::kApplicationId)).c_str());
            sqlite::migrate(db, sqlite::migrations().first(static_cast<std::size_t>(step.toVersion)));
        }
        Project project = must(Project::open(file));
        must(project.addImages(makeSet(dir, 2)));
        EXPECT_EQ(must(project.imageCount()), 2) << step.toVersion;
    }
}

TEST_F(HostileProjectTest, DamageBehindTheFirstPagesIsSeenOnOpening) {
    damageRows();
    refused("damaged");
}

TEST_F(HostileProjectTest, WhatThisProcessChangedIsNotLookedAtAgainAndWhatOthersChangedIs) {
    Project project = must(Project::open(file));
    must(project.putSetting("view/x", "1"));
    std::this_thread::sleep_for(20ms);  // file systems do not tell times apart that are closer
    damageRows();
    refused("damaged");
}

TEST_F(HostileProjectTest, SizesThatDoNotFitAreRefused) {
    const std::string whole = contentOf(file);
    const auto read = [&](const std::string& sql) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole;
        runSql(file, sql);
        const auto project = Project::open(file);
        return project ? loadSnapshot(*project) : Result<std::shared_ptr<const Snapshot>>(forward(project));
    };
    const std::string map =
        "INSERT INTO map (name, method, parameters_json, created_utc, dims, coordinates) VALUES ('m', 'pca', ";
    ASSERT_TRUE(read(map + "'{}', '', 2, zeroblob(320))"));
    for (const std::string& sql :
         {map + "'{}', '', 2, zeroblob(328))", map + "'{}', '', 2, zeroblob(12))", map + "'{}', '', 1000000, zeroblob(8))",
          map + "'" + std::string(65, '[') + "', '', 2, zeroblob(320))",
          std::string("UPDATE network SET dimension = 4294967304"), std::string("UPDATE network SET dimension = -1"),
          std::string("UPDATE feature SET vector = zeroblob(31) WHERE image_id = 9"),
          std::string("INSERT INTO detected_face VALUES (1, zeroblob(15), zeroblob(40), 1)"),
          "UPDATE image SET identity = hex(zeroblob(" + std::to_string(sqlite::kMaxTextBytes) + "))",
          std::string(
              "INSERT INTO prediction (network_id, target, unit, label_source, parameters_json, predictor_json, predicted, "
              "labels) VALUES (1, 'yaw', '', '', '{}', '{}', zeroblob(164), zeroblob(160))")}) {
        const auto snapshot = read(sql);
        ASSERT_FALSE(snapshot) << sql.substr(0, 200);
        EXPECT_EQ(snapshot.error().code, ErrorCode::kFormat) << snapshot.error().message;
    }
    // A small file that speaks of a matrix of terabytes.
    const auto huge = read(
        "DELETE FROM feature; UPDATE network SET dimension = 1048576; WITH RECURSIVE c(x) AS (SELECT 1 UNION "
        "ALL SELECT x+1 FROM c WHERE x < 200000) INSERT INTO image (path, identity, media, video) SELECT x, 'a', 0, '' "
        "FROM c");
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error().code, ErrorCode::kResource) << huge.error().message;
}

TEST_F(HostileProjectTest, ConnectionsCanDoLittle) {
    Database db(file, Database::Mode::kReadWrite);
    const std::string other = (dir / "other.db").string();
    EXPECT_THROW(db.exec(("ATTACH '" + other + "' AS other").c_str()), sqlite::DatabaseError);
    EXPECT_FALSE(fs::exists(other));
    EXPECT_THROW(db.exec("SELECT load_extension('x.so')"), sqlite::DatabaseError);
    EXPECT_THROW(db.exec("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = ''"), sqlite::DatabaseError);
    EXPECT_EQ(db.pragma("trusted_schema"), 0);
    EXPECT_EQ(db.pragma("mmap_size"), 0);
    db.exec("PRAGMA journal_mode=WAL");
    EXPECT_FALSE(fs::exists(beside("-wal")));
    EXPECT_STREQ(sqlite::ownFilesOnly(), "facespace-own-files");
}

TEST_F(HostileProjectTest, CancelEndsALongStatementButNotAWrite) {
    Database db(file, Database::Mode::kReadWrite);
    const char* endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT count(*) FROM c";
    const CancelToken cancel;
    const CancelScope scope(cancel);
    std::thread later([&] {
        std::this_thread::sleep_for(100ms);
        cancel.cancel();
    });
    const auto start = std::chrono::steady_clock::now();
    try {
        db.exec(endless);
        ADD_FAILURE() << "the statement ended";
    } catch (const sqlite::DatabaseError& failure) {
        EXPECT_EQ(failure.error.code, ErrorCode::kCancelled);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    later.join();
    // What a cancelled job has finished is still written, however long that takes.
    sqlite::Transaction transaction(db);
    db.exec(
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x < 50000) INSERT INTO setting SELECT 'k' || x, "
        "x "
        "FROM c");
    transaction.commit();
    Statement count(db, "SELECT count(*) FROM setting");
    ASSERT_TRUE(count.step());
    EXPECT_EQ(count.integer(0), 50'000);
}

}  // namespace
}  // namespace facespace
