#include "core/extraction/extraction.h"

#include <spawn.h>
#include <sys/wait.h>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <future>
#include <random>
#include <thread>

#include "core/extraction/crop.h"
#include "tests/support/onnx_bytes.h"
#include "tests/unit/extraction/extraction_fixture.h"

using namespace facespace;
using namespace facespace::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

extern char** environ;

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

namespace {

std::vector<pid_t> children() {
    std::vector<pid_t> result;
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t pid = 0; list >> pid;) result.push_back(pid);
    }
    return result;
}

}  // namespace

TEST_F(ExtractionTest, ADetectorWhoseArraysAreShortIsRefusedBeforeItIsRead) {
    addNoise(1);
    Project project = makeProject();
    ExtractOptions options = extractOptions();
    options.detector = folder_ / "detector.onnx";
    writeText(options.detector, onnx_bytes::convolution(onnx_bytes::initializer("w", {3, 3, 1, 1}, 4)));
    const auto run = extractFeatures(project, descriptorOf("blocks", 48), options, {});
    ASSERT_FALSE(run);
    EXPECT_NE(run.error().message.find("“w” does not hold the 9 numbers"), std::string::npos) << run.error().message;
}

TEST_F(ExtractionTest, FeaturesAreThoseOfTheNetworkInImportOrder) {
    addNoise(11);
    Project project = makeProject();
    std::vector<Progress> reports;
    JobContext job;
    job.report = [&](const Progress& p) { reports.push_back(p); };
    const auto summary = extractFeatures(project, descriptorOf("blocks", 48), extractOptions(), job);
    ASSERT_TRUE(summary) << summary.error().message;
    EXPECT_EQ(summary->extracted, 11);
    EXPECT_EQ(summary->skipped, 0);
    EXPECT_EQ(summary->alreadyThere, 0);

    auto network = startNetwork(descriptorOf("blocks", 48), hostOptions());
    ASSERT_TRUE(network);
    std::vector<Image> crops;
    for (unsigned i = 0; i < 11; ++i) crops.push_back(noise(112, 112, i));
    EXPECT_TRUE(sameBytes(*project.features(summary->network), *(*network)->forward(crops)));
    ASSERT_FALSE(reports.empty());
    EXPECT_EQ(reports.back().done, 11);
    EXPECT_EQ(reports.back().total, 11);

    const auto records = project.networks();
    ASSERT_EQ(records->size(), 1U);
    EXPECT_EQ(records->front().name, "blocks");
    EXPECT_EQ(records->front().sha256.size(), 64U);
    EXPECT_FALSE(records->front().normalised);

    const auto again = extractFeatures(project, descriptorOf("blocks", 48), extractOptions(), {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->extracted, 0);
    EXPECT_EQ(again->alreadyThere, 11);
}

TEST_F(ExtractionTest, BadImagesAreSkippedWithTheirReasons) {
    addImage("good.png", noise(112, 112, 1));
    add("missing.png");
    writeText(folder_ / "empty.jpg", "");
    add("empty.jpg");
    writeText(folder_ / "text.png", "this is no image");
    add("text.png");
    addImage("cut.png", noise(112, 112, 2));
    fs::resize_file(folder_ / "cut.png", 2000);
    addImage("huge.png", plain(300, 300, 1, 2, 3));
    addImage("misnamed.jpg", noise(112, 112, 3));  // PNG content.
    addImage("last.png", noise(112, 112, 4));
    Project project = makeProject();
    ExtractOptions options = extractOptions();
    options.maxPixels = 50'000;
    const auto summary = extractFeatures(project, descriptorOf("blocks", 48), options, {});
    ASSERT_TRUE(summary) << summary.error().message;
    EXPECT_EQ(summary->extracted, 3);
    EXPECT_EQ(summary->skipped, 5);
    const auto skipped = project.skipped(summary->network);
    ASSERT_EQ(skipped->size(), 5U);
    for (const auto& skip : *skipped) EXPECT_FALSE(skip.reason.empty());
    const FeatureMatrix features = *project.features(summary->network);
    for (const Eigen::Index row : {0, 6, 7}) EXPECT_TRUE(std::isfinite(features(row, 0))) << row;
    for (const Eigen::Index row : {1, 2, 3, 4, 5}) EXPECT_TRUE(std::isnan(features(row, 0))) << row;

    // Not tried again, until asked to.
    EXPECT_EQ(extractFeatures(project, descriptorOf("blocks", 48), options, {})->skipped, 0);
    ASSERT_TRUE(writePng(noise(112, 112, 9), folder_ / "missing.png"));
    options.retrySkipped = true;
    const auto retried = extractFeatures(project, descriptorOf("blocks", 48), options, {});
    ASSERT_TRUE(retried);
    EXPECT_EQ(retried->extracted, 1);
    EXPECT_EQ(retried->skipped, 4);
}

TEST_F(ExtractionTest, AColourNetworkTakesGreyImagesAsThreeEqualChannels) {
    Image grey = noise(112, 112, 5);
    std::string raster = "P5 112 112 255\n";
    for (std::size_t i = 0; i < grey.pixels.size(); i += 3) {
        raster += static_cast<char>(grey.pixels[i]);
        grey.pixels[i + 1] = grey.pixels[i + 2] = grey.pixels[i];
    }
    writeText(folder_ / "grey.pgm", raster);
    add("grey.pgm");
    addImage("same.png", grey);
    Project project = makeProject();
    const auto summary = extractFeatures(project, descriptorOf("blocks", 48), extractOptions(), {});
    ASSERT_TRUE(summary) << summary.error().message;
    EXPECT_EQ(summary->extracted, 2);
    const FeatureMatrix features = *project.features(summary->network);
    ASSERT_TRUE(features.allFinite());
    EXPECT_EQ(features.row(0), features.row(1));
}

TEST_F(ExtractionTest, OnlyBadImagesAreNoError) {
    for (int i = 0; i < 40; ++i) add("missing" + std::to_string(i));
    Project project = makeProject();
    const auto summary = extractFeatures(project, descriptorOf("blocks", 48), extractOptions(), {});
    ASSERT_TRUE(summary) << summary.error().message;
    EXPECT_EQ(summary->skipped, 40);
}

TEST_F(ExtractionTest, ACancelledRunGoesOnBitIdentically) {
    addNoise(160);
    Project whole = makeProject("whole.facespace");
    const auto uninterrupted = extractFeatures(whole, descriptorOf("slow", 48), extractOptions(), {});
    ASSERT_TRUE(uninterrupted) << uninterrupted.error().message;

    Project project = makeProject();
    JobContext job;
    std::atomic<Clock::time_point> asked{};
    job.report = [&](const Progress& p) {
        if (p.done < 30 || job.cancelled()) return;
        asked = Clock::now();
        job.cancel.cancel();
    };
    const auto cancelledRun = extractFeatures(project, descriptorOf("slow", 48), extractOptions(), job);
    EXPECT_LT(Clock::now() - asked.load(), 2s);
    ASSERT_FALSE(cancelledRun);
    EXPECT_EQ(cancelledRun.error().code, ErrorCode::kCancelled);
    EXPECT_TRUE(children().empty());
    const auto there = project.featureCount(project.networks()->front().id);
    EXPECT_GE(*there, 30);
    EXPECT_LT(*there, 160);

    const auto rest = extractFeatures(project, descriptorOf("slow", 48), extractOptions(), {});
    ASSERT_TRUE(rest) << rest.error().message;
    EXPECT_EQ(rest->alreadyThere, *there);
    EXPECT_EQ(rest->extracted, 160 - *there);
    EXPECT_TRUE(sameBytes(*whole.features(uninterrupted->network), *project.features(rest->network)));
}

TEST_F(ExtractionTest, CancelDoesNotWaitForALongForwardPass) {
    for (int i = 0; i < 4; ++i) addImage("white" + std::to_string(i) + ".png", plain(112, 112, 255, 255, 255));
    Project project = makeProject();
    JobContext job;
    auto run = std::async(std::launch::async, [&] {
        return extractFeatures(project, descriptorOf("stuck_on_white", 3), extractOptions(), job);
    });
    EXPECT_EQ(run.wait_for(4s), std::future_status::timeout);
    job.cancel.cancel();
    ASSERT_EQ(run.wait_for(2s), std::future_status::ready);
    EXPECT_EQ(run.get().error().code, ErrorCode::kCancelled);
}

TEST_F(ExtractionTest, AKilledRunGoesOnBitIdentically) {
    addNoise(200);
    Project whole = makeProject("whole.facespace");
    const auto uninterrupted = extractFeatures(whole, descriptorOf("slow", 48), extractOptions(), {});
    ASSERT_TRUE(uninterrupted) << uninterrupted.error().message;
    { Project project = makeProject(); }
    const std::string file = folder_ / "p.facespace";
    const auto features = [&]() -> std::int64_t {
        const auto project = Project::open(file, Project::Mode::kReadOnly);
        if (!project || project->networks()->empty()) return 0;
        return *project->featureCount(project->networks()->front().id);
    };
    std::mt19937 random(7);
    std::int64_t last = 0;
    int partly = 0;  // Kills that left some features but not all; a fast machine may end before the last kill.
    for (int kill = 0; kill < 4; ++kill) {
        pid_t pid = 0;
        int status = 0;
        std::string program = fs::path(FACESPACE_BINARY_DIR) / "tests/bin/extract-in-child", argument = file;
        char* arguments[] = {program.data(), argument.data(), nullptr};
        ASSERT_EQ(::posix_spawn(&pid, program.c_str(), nullptr, nullptr, arguments, environ), 0);
        // Once somewhere in the start, then at a random moment after the run wrote something new.
        bool over = false;
        while (kill > 0 && !over && features() == last) {
            std::this_thread::sleep_for(20ms);
            over = ::waitpid(pid, &status, WNOHANG) == pid;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 50));
        if (over) break;
        ::kill(pid, SIGKILL);
        ::waitpid(pid, &status, 0);
        EXPECT_GE(features(), last);
        last = features();
        if (last > 0 && last < 200) ++partly;
    }
    EXPECT_GE(partly, 1);
    auto project = Project::open(folder_ / "p.facespace");
    ASSERT_TRUE(project);
    const auto rest = extractFeatures(*project, descriptorOf("slow", 48), extractOptions(), {});
    ASSERT_TRUE(rest) << rest.error().message;
    EXPECT_TRUE(sameBytes(*whole.features(uninterrupted->network), *project->features(rest->network)));
}

TEST_F(ExtractionTest, WhenTheHostDiesTheFeaturesSoFarAreKept) {
    addNoise(160);
    Project project = makeProject();
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.done < 20) return;
        for (const pid_t pid : children()) ::kill(pid, SIGKILL);
    };
    const auto run = extractFeatures(project, descriptorOf("slow", 48), extractOptions(), job);
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, ErrorCode::kModel);
    EXPECT_NAMES(run.error().message, "stopped (signal 9)");
    EXPECT_GE(*project.featureCount(project.networks()->front().id), 20);
    const auto rest = extractFeatures(project, descriptorOf("slow", 48), extractOptions(), {});
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->alreadyThere + rest->extracted, 160);
}

TEST_F(ExtractionTest, NaNOfOneImageStopsWithItsName) {
    addNoise(8);
    addImage("white.png", plain(112, 112, 255, 255, 255));
    Project project = makeProject();
    const auto run = extractFeatures(project, descriptorOf("nan_for_white", 3), extractOptions(), {});
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, ErrorCode::kModel);
    EXPECT_NAMES(run.error().message, "white.png");
    EXPECT_EQ(*project.featureCount(project.networks()->front().id), 8);
}

TEST_F(ExtractionTest, AnUnusableNetworkLeavesTheProjectAsItWas) {
    addNoise(2);
    Project project = makeProject();
    const auto run = extractFeatures(project, descriptorOf("nan", 3), extractOptions(), {});
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, ErrorCode::kModel);
    EXPECT_TRUE(project.networks()->empty());
    auto gone = descriptorOf("blocks", 48);
    gone.weightsFile = folder_ / "gone.pt";
    EXPECT_EQ(extractFeatures(project, gone, extractOptions(), {}).error().code, ErrorCode::kIo);
}

TEST_F(ExtractionTest, MovedImagesAreOneErrorAndNotManySkips) {
    addNoise(2);
    fs::create_directory(folder_ / "sub");
    for (const auto& image : set_.images) fs::rename(folder_ / image.path, folder_ / "sub" / image.path);
    set_.root = folder_ / "sub";
    auto project = Project::create(folder_ / "p.facespace");
    ASSERT_TRUE(project && project->addImages(set_));
    fs::rename(folder_ / "sub", folder_ / "moved");
    const auto run = extractFeatures(*project, descriptorOf("blocks", 48), extractOptions(), {});
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, ErrorCode::kNotFound);
    ASSERT_TRUE(project->setImageRoot(folder_ / "moved"));
    EXPECT_EQ(extractFeatures(*project, descriptorOf("blocks", 48), extractOptions(), {})->extracted, 2);
}

TEST_F(ExtractionTest, OtherSettingsNeedAnotherName) {
    addNoise(2);
    Project project = makeProject();
    ASSERT_TRUE(extractFeatures(project, descriptorOf("blocks", 48), extractOptions(), {}));
    ExtractOptions options = extractOptions();
    options.alignment = Alignment::kNone;
    EXPECT_EQ(extractFeatures(project, descriptorOf("blocks", 48), options, {}).error().code, ErrorCode::kExists);
    options.name = "stretched";
    EXPECT_TRUE(extractFeatures(project, descriptorOf("blocks", 48), options, {}));
    EXPECT_EQ(project.networks()->size(), 2U);
    // Other features of the same weights, and how faces are cut out is still known.
    NetworkDescriptor mirrored = descriptorOf("blocks", 48);
    mirrored.flip = FlipRule::kMean;
    EXPECT_EQ(extractFeatures(project, mirrored, options, {}).error().code, ErrorCode::kExists);
    options.name = "mirrored";
    ASSERT_TRUE(extractFeatures(project, mirrored, options, {}));
    const auto cut = cropSettingsFromJson(project.networks()->back().settingsJson);
    ASSERT_TRUE(cut) << cut.error().message;
    EXPECT_EQ(cut->alignment, Alignment::kNone);
}
