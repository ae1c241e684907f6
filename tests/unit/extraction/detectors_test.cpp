// SCRFD detectors in the network host. What they find: tests/e2e/detector_cli_test.py.
#include "core/extraction/detectors.h"

#include <gtest/gtest.h>
#include <csignal>

#include "core/extraction/crop_preview.h"
#include "tests/support/children.h"
#include "tests/support/environment.h"
#include "tests/unit/extraction/extraction_fixture.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// The network hosts that this process has started; decoders of images are others.
std::vector<pid_t> hosts() {
    std::vector<pid_t> all;
    for (const pid_t pid : children()) {
        std::ifstream in("/proc/" + std::to_string(pid) + "/comm");
        std::string name;
        if (in >> name && name.starts_with("facespace-netw")) all.push_back(pid);
    }
    return all;
}

class ScrfdDetector : public ExtractionTest {
  protected:
    void SetUp() override {
        if (!fs::exists(file())) GTEST_SKIP() << "no PyTorch here that could export networks";
        options_ = extractOptions();
        options_.detector = file();
        options_.detect.maxSide = 128;
    }
    static fs::path file() { return fs::path(FACESPACE_BINARY_DIR) / "tests/networks/scrfd/scrfd.onnx"; }

    /// With a green mark, which the detector takes for a face.
    static Image marked() {
        Image image = plain(128, 128, 128, 128, 128);
        for (int y = 48; y < 80; ++y)
            for (int x = 32; x < 64; ++x) {
                std::uint8_t* pixel = image.row(y) + 3 * x;
                pixel[0] = pixel[2] = 0, pixel[1] = 255;
            }
        return image;
    }

    ExtractOptions options_;
};

}  // namespace

TEST_F(ScrfdDetector, ThreadsShareOneHostThatIsStartedAgainWhenItDied) {
    auto detectors = loadDetectors(options_, 3, {});
    ASSERT_TRUE(detectors) << detectors.error().message;
    ASSERT_EQ(detectors->size(), 3U);
    ASSERT_EQ(hosts().size(), 1U);
    const auto face = detectors->front().detect(marked());
    ASSERT_TRUE(face && *face) << "no face";
    ::kill(hosts().front(), SIGKILL);
    const auto failed = (*detectors)[1].detect(marked());
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::kInvalid);
    EXPECT_NE(failed.error().message.find("failed on this image"), std::string::npos) << failed.error().message;
    const auto again = (*detectors)[2].detect(marked());
    ASSERT_TRUE(again && *again);
    EXPECT_EQ((*again)->box, (*face)->box);
    EXPECT_EQ((*again)->landmarks, (*face)->landmarks);
}

TEST_F(ScrfdDetector, AnExtractionThatIsCancelledBlamesNoImage) {
    addImage("a.png", marked());
    for (int i = 0; i < 6; ++i) addImage("b" + std::to_string(i) + ".png", marked());
    Project project = makeProject();
    NetworkDescriptor network = descriptorOf("blocks", 48);
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.done > 0) job.cancel.cancel();
    };
    options_.batchSize = 1;
    options_.alignment = Alignment::kBox;
    const auto stopped = extractFeatures(project, network, options_, job);
    if (stopped) GTEST_SKIP() << "it was through before it was cancelled";
    ASSERT_EQ(stopped.error().code, ErrorCode::kCancelled) << stopped.error().message;
    const auto rest = extractFeatures(project, network, options_, {});
    ASSERT_TRUE(rest) << rest.error().message;
    EXPECT_EQ(rest->skipped, 0);
    EXPECT_EQ(rest->alreadyThere + rest->extracted, 7) << "none was left out for good";
}

TEST_F(ScrfdDetector, WithoutAYesNothingRuns) {
    const Environment list("FACESPACE_TRUSTED_NETWORKS", (folder_ / "trusted.json").string());
    options_.host.consent = Consent::kListed;
    addImage("a.png", marked());
    set_.root = folder_.path();
    const auto question = detectorQuestion(options_);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->name, "scrfd.onnx");
    EXPECT_EQ(loadDetectors(options_, 1, {}).error().code, ErrorCode::kInvalid);
    EXPECT_TRUE(hosts().empty());
    const auto preview = previewCrops(set_, descriptorOf("blocks", 48), options_, 1, {});
    ASSERT_FALSE(preview);
    EXPECT_NE(preview.error().message.find("when the extraction starts"), std::string::npos) << preview.error().message;
    ASSERT_TRUE(trustNetwork(*question));
    EXPECT_FALSE(detectorQuestion(options_));
    const auto shown = previewCrops(set_, descriptorOf("blocks", 48), options_, 1, {});
    ASSERT_TRUE(shown) << shown.error().message;
    EXPECT_EQ(shown->front().used, Alignment::kBox);
}

TEST_F(ScrfdDetector, OnlyAnScrfdIsAskedAbout) {
    ExtractOptions none = options_;
    none.host.consent = Consent::kListed;
    none.detector = folder_ / "absent.onnx";
    EXPECT_FALSE(detectorQuestion(none));
    writeText(folder_ / "other.onnx", "nothing");
    none.detector = folder_ / "other.onnx";
    EXPECT_FALSE(detectorQuestion(none));
    none.detector.clear();
    EXPECT_FALSE(detectorQuestion(none));
}

TEST_F(ScrfdDetector, ADamagedOneIsRefused) {
    std::ifstream in(file(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (auto at = bytes.find("Resize"); at != std::string::npos; at = bytes.find("Resize")) bytes.replace(at, 6, "Rsiize");
    writeText(folder_ / "scrfd.onnx", bytes);
    options_.detector = folder_ / "scrfd.onnx";
    const auto detectors = loadDetectors(options_, 1, {});
    ASSERT_FALSE(detectors);
    EXPECT_EQ(detectors.error().code, ErrorCode::kModel);
    EXPECT_NE(detectors.error().message.find("Rsiize"), std::string::npos) << detectors.error().message;
}
