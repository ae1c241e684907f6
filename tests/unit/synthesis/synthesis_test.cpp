// The written set: manifest, resume, cancel, threads, bad options.
#include <gtest/gtest.h>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "core/common/parallel.h"
#include "core/common/sha256.h"
#include "core/synthesis/synthesis.h"

using namespace facespace;
namespace fs = std::filesystem;

namespace {

class SynthSet : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / (std::string("facespace_synth_") + info->name());
        fs::remove_all(folder_);
    }
    void TearDown() override {
        setThreadCount(0);
        fs::remove_all(folder_);
    }
    static SynthOptions small() {
        SynthOptions options;
        options.identities = 4;
        options.images = 26;
        options.size = 96;
        options.seed = 11;
        return options;
    }
    /// Path below the folder → SHA-256.
    static std::map<std::string, std::string> hashes(const fs::path& folder) {
        std::map<std::string, std::string> result;
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file())
                result[fs::relative(entry.path(), folder).generic_string()] = sha256OfFile(entry.path()).value_or("");
        return result;
    }
    static std::vector<std::vector<std::string>> table(const fs::path& file) {
        std::ifstream in(file);
        std::vector<std::vector<std::string>> rows;
        for (std::string line; std::getline(in, line);) {
            std::vector<std::string> cells;
            std::istringstream text(line + ",");
            for (std::string cell; std::getline(text, cell, ',');) cells.push_back(cell);
            rows.push_back(cells);
        }
        return rows;
    }
    fs::path folder_;
};

}  // namespace

TEST_F(SynthSet, WritesImagesAndATruthForEach) {
    const auto report = renderFaces(folder_, small());
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->rendered, 26);
    EXPECT_EQ(report->images, 26);
    std::printf("%.1f images/s of %d pixels\n", report->rendered / report->seconds, small().size);
    const auto rows = table(folder_ / "manifest.csv");
    ASSERT_EQ(rows.size(), 27U);
    EXPECT_EQ(rows[0], synthManifestColumns());
    std::map<std::string, int> people;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        ASSERT_EQ(rows[r].size(), rows[0].size()) << r;
        std::map<std::string, std::string> cell;
        for (std::size_t c = 0; c < rows[r].size(); ++c) cell[rows[0][c]] = rows[r][c];
        EXPECT_TRUE(fs::exists(folder_ / cell["path"])) << cell["path"];
        ++people[cell["identity"]];
        EXPECT_TRUE(cell["media"] == "still" || cell["media"] == "video");
        EXPECT_EQ(cell["media"] == "still", cell["video"].empty());
        for (const char* number : {"yaw", "pitch", "roll", "box_x", "box_w", "lm_x1", "lm_y5", "inter_eye_px", "blur",
                                   "noise", "occluded", "illumination", "contrast", "jpeg_quality"}) {
            std::size_t used = 0;
            EXPECT_NO_THROW((void)std::stod(cell[number], &used)) << number << " " << cell[number];
            EXPECT_EQ(used, cell[number].size()) << number;
        }
        EXPECT_GE(std::stod(cell["occluded"]), 0.0);
        EXPECT_LE(std::stod(cell["occluded"]), 1.0);
        if (cell["occluder"] == "none") {
            EXPECT_EQ(std::stod(cell["occluded"]), 0.0);
        }
    }
    EXPECT_EQ(people.size(), 4U);
}

TEST_F(SynthSet, AnyNumberOfThreadsGivesTheSameFiles) {
    setThreadCount(1);
    ASSERT_TRUE(renderFaces(folder_ / "one", small()));
    setThreadCount(4);
    ASSERT_TRUE(renderFaces(folder_ / "four", small()));
    EXPECT_EQ(hashes(folder_ / "one"), hashes(folder_ / "four"));
}

TEST_F(SynthSet, SecondCallReusesAndMendsWhatIsMissing) {
    ASSERT_TRUE(renderFaces(folder_, small()));
    const auto before = hashes(folder_);
    auto again = renderFaces(folder_, small());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->rendered, 0);
    EXPECT_EQ(again->reused, 26);
    fs::remove_all(folder_ / "images" / "p00002");
    again = renderFaces(folder_, small());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->rendered, 6);
    EXPECT_EQ(hashes(folder_), before);
}

TEST_F(SynthSet, ShardsInAnyOrderAreTheWholeSet) {
    const SynthOptions options = small();
    const fs::path whole = folder_ / "whole", parts = folder_ / "parts";
    ASSERT_TRUE(renderFaces(whole, options));
    int images = 0;
    for (const int number : {3, 1, 2}) {
        SynthOptions part = options;
        part.shard = {number, 3};
        const auto report = renderFaces(parts, part);
        ASSERT_TRUE(report) << report.error().message;
        EXPECT_EQ(report->rendered, report->images);
        images += report->images;
        EXPECT_FALSE(fs::exists(parts / "manifest.csv"));
    }
    EXPECT_EQ(images, options.images);
    const auto joined = renderFaces(parts, options);
    ASSERT_TRUE(joined) << joined.error().message;
    EXPECT_EQ(joined->rendered, 0);
    EXPECT_EQ(hashes(whole), hashes(parts));
    SynthOptions tooFine = options;
    tooFine.shard = {1, 5};
    EXPECT_FALSE(renderFaces(parts, tooFine));
}

TEST_F(SynthSet, CancelledThenFinishedEqualsUninterrupted) {
    SynthOptions options = small();
    JobContext job;
    job.report = [&job](const Progress& p) {
        EXPECT_EQ(p.total, 26);
        if (p.done >= 9) job.cancel.cancel();
    };
    setThreadCount(1);
    const auto stopped = renderFaces(folder_ / "a", options, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    EXPECT_FALSE(fs::exists(folder_ / "a" / "manifest.csv"));
    const auto resumed = renderFaces(folder_ / "a", options);
    ASSERT_TRUE(resumed);
    EXPECT_GT(resumed->reused, 0);
    EXPECT_LT(resumed->rendered, 26);
    ASSERT_TRUE(renderFaces(folder_ / "b", options));
    EXPECT_EQ(hashes(folder_ / "a"), hashes(folder_ / "b"));
}

TEST_F(SynthSet, StrengthsShowTheSamePeopleUnderTheSameConditions) {
    ASSERT_TRUE(renderFaces(folder_ / "plain", small()));
    SynthOptions options = small();
    options.identityStrengths = {1};
    ASSERT_TRUE(renderFaces(folder_ / "one", options));
    EXPECT_EQ(hashes(folder_ / "one"), hashes(folder_ / "plain")) << "as they are";
    options.identityStrengths = {0, 1, 1.5};
    const auto report = renderFaces(folder_ / "three", options);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->images, 3 * 26);
    const auto plain = table(folder_ / "plain" / "manifest.csv"), three = table(folder_ / "three" / "manifest.csv");
    ASSERT_EQ(three.size(), 3 * 26 + 1U);
    EXPECT_EQ(three[0].back(), "scene");
    EXPECT_EQ(three[0][three[0].size() - 2], "identity_strength");
    std::map<std::string, int> of;
    std::map<std::string, std::vector<std::string>> plainRow;
    for (const auto& row : plain) plainRow[row[0].substr(0, row[0].find('.'))] = row;
    for (std::size_t r = 1; r < three.size(); ++r) {
        const auto& row = three[r];
        const std::string path = row[0].substr(0, row[0].find("_x")), strength = row[row.size() - 2];
        ++of[strength];
        ASSERT_TRUE(plainRow.contains(path)) << path;
        EXPECT_EQ(row[1], plainRow[path][1]) << "the same person";
        EXPECT_EQ(row[5], plainRow[path][5]) << "the same yaw";
        EXPECT_EQ(row[row.size() - 4], plainRow[path][plain[0].size() - 2]) << "the person's own masculinity";
        const bool same =
            sha256OfFile(folder_ / "three" / row[0]).value() == sha256OfFile(folder_ / "plain" / (path + ".jpg")).value();
        EXPECT_EQ(same, strength == "1.00") << row[0];
    }
    EXPECT_EQ(of, (std::map<std::string, int>{{"0.00", 26}, {"1.00", 26}, {"1.50", 26}}));
    for (const std::vector<double>& wrong : {std::vector<double>{-0.1}, {1.6}, {0.5, 0.5}, {0.123}}) {
        options.identityStrengths = wrong;
        EXPECT_EQ(renderFaces(folder_ / "wrong", options).error().code, ErrorCode::kInvalid);
    }
}

TEST_F(SynthSet, RefusesBadOptionsAndForeignFolders) {
    SynthOptions options = small();
    options.identities = 0;
    EXPECT_EQ(renderFaces(folder_, options).error().code, ErrorCode::kInvalid);
    options = small();
    options.images = 3;
    EXPECT_EQ(renderFaces(folder_, options).error().code, ErrorCode::kInvalid);
    options = small();
    options.size = 20;
    EXPECT_EQ(renderFaces(folder_, options).error().code, ErrorCode::kInvalid);
    ASSERT_TRUE(renderFaces(folder_, small()));
    options = small();
    options.seed = 12;
    EXPECT_EQ(renderFaces(folder_, options).error().code, ErrorCode::kExists);
    fs::create_directories(folder_ / "other");
    std::ofstream(folder_ / "other" / "manifest.csv") << "path,identity\n";
    EXPECT_EQ(renderFaces(folder_ / "other", small()).error().code, ErrorCode::kExists);
    std::ofstream(folder_ / "file") << "x";
    EXPECT_EQ(renderFaces(folder_ / "file", small()).error().code, ErrorCode::kIo);
}
