// Descriptors for weights that have none.
#include "core/network/network_guess.h"

#include <gtest/gtest.h>
#include <random>

#include "core/common/sha256.h"
#include "core/network/onnx_summary.h"
#include "tests/support/network_files.h"
#include "tests/support/onnx_bytes.h"

using namespace facespace;
using namespace facespace::test;
using namespace facespace::test::onnx_bytes;

namespace {

using Shape = std::vector<std::uint64_t>;

/// A file that says what goes in and comes out, with nodes of these names first.
std::string network(const Shape& in, const std::vector<std::pair<std::string, Shape>>& outputs,
                    const std::vector<std::string>& nodes = {"Conv"}) {
    std::string graph;
    for (const std::string& name : nodes) graph += bytes(1, bytes(3, name + "_0") + bytes(4, name));
    graph += bytes(5, initializer("weight", {2}, 8)) + bytes(11, tensor("weight", {2})) + bytes(11, tensor("data", in));
    for (const auto& [name, shape] : outputs) graph += bytes(12, tensor(name, shape));
    return number(1, 7) + bytes(2, "pytorch") + bytes(8, bytes(1, "") + number(2, 11)) + bytes(7, graph);
}

const std::string kArcFace = network({0, 3, 112, 112}, {{"683", {1, 512}}});
const std::string kDetector = network({1, 3, 0, 0}, {{"1", {}}, {"2", {}}, {"3", {}}, {"4", {}}, {"5", {}}, {"6", {}}});

/// As InsightFace exports it: `each` columns of scores, boxes and points for three sizes of cells.
std::string scrfd(const std::vector<std::uint64_t>& each, const Shape& in = {1, 3, 0, 0}) {
    std::vector<std::pair<std::string, Shape>> outputs;
    for (const std::uint64_t columns : each)
        for (const std::uint64_t rows : {12800U, 3200U, 800U})
            outputs.emplace_back(std::to_string(448 + outputs.size()), Shape{rows, columns});
    return network(in, outputs);
}

class GuessedNetwork : public testing::Test {
  protected:
    fs::path put(const std::string& name, const std::string& content) {
        fs::create_directories((folder_ / name).parent_path());
        writeText(folder_ / name, content);
        return folder_ / name;
    }
    NetworkGuess guessed(const fs::path& path) {
        auto guess = guessNetwork(path, hostOptions(), {});
        EXPECT_TRUE(guess.has_value()) << (guess ? std::string() : guess.error().message.english());
        return guess ? *guess : NetworkGuess{};
    }
    std::string refusal(const fs::path& path) {
        const auto guess = guessNetwork(path, hostOptions(), {});
        return guess ? "guessed" : guess.error().message.english();
    }
    TemporaryFolder folder_;
};

std::string familyOf(const NetworkGuess& guess) { return guess.family == nullptr ? "" : std::string(guess.family->key); }

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST_F(GuessedNetwork, FamiliesFollowFromNamesAndShapes) {
    struct Case {
        const char* file;
        std::string content;
        const char* family;
        ChannelOrder order;
        float mean, std;
        int side, dimension;
    };
    const Case cases[]{
        {"w600k_r50.onnx", kArcFace, "arcface", ChannelOrder::kRgb, 127.5F, 127.5F, 112, 512},
        {"w600k_mbf.onnx", kArcFace, "arcface", ChannelOrder::kRgb, 127.5F, 127.5F, 112, 512},
        {"magface_r100.onnx", kArcFace, "magface", ChannelOrder::kBgr, 0, 255, 112, 512},
        {"adaface_ir101.onnx", kArcFace, "adaface", ChannelOrder::kBgr, 127.5F, 127.5F, 112, 512},
        {"facenet512.onnx", network({0, 160, 160, 3}, {{"y", {0, 512}}}), "facenet", ChannelOrder::kRgb, 127.5F, 128, 160,
         512},
        {"face_recognition_sface_2021dec.onnx", network({1, 3, 112, 112}, {{"fc1", {1, 128}}}, {"Sub", "Mul"}), "sface",
         ChannelOrder::kRgb, 0, 1, 112, 128},
        {"face-reidentification-retail-0095.onnx", network({1, 3, 128, 128}, {{"658", {1, 256, 1, 1}}}), "openvino",
         ChannelOrder::kBgr, 0, 1, 128, 256},
        {"dlib_resnet.onnx", network({0, 3, 150, 150}, {{"y", {0, 128}}}), "dlib", ChannelOrder::kRgb, 122.782F, 256, 150,
         128},
        {"model.onnx", kArcFace, "arcface", ChannelOrder::kRgb, 127.5F, 127.5F, 112, 512},
        {"odd.onnx", network({0, 3, 224, 224}, {{"y", {0, 768}}}), "", ChannelOrder::kRgb, 127.5F, 127.5F, 224, 768},
    };
    for (const Case& c : cases) {
        const auto guess = guessed(put(c.file, c.content));
        const NetworkDescriptor& d = guess.descriptor;
        EXPECT_EQ(familyOf(guess), c.family) << c.file;
        EXPECT_EQ(d.channels, c.order) << c.file;
        EXPECT_FLOAT_EQ(d.mean[0], c.mean) << c.file;
        EXPECT_FLOAT_EQ(d.std[0], c.std) << c.file;
        EXPECT_EQ(d.inputWidth, c.side) << c.file;
        EXPECT_EQ(d.dimension, c.dimension) << c.file;
        EXPECT_FALSE(guess.reasons.empty()) << c.file;
    }
}

TEST_F(GuessedNetwork, ANetworkThatScalesItselfGetsPixelsAsTheyAre) {
    const auto guess = guessed(
        put("arcface_r100_v1.onnx", network({1, 3, 112, 112}, {{"fc1", {1, 512}}}, {"_minusscalar0", "_mulscalar0"})));
    EXPECT_EQ(guess.descriptor.mean[0], 0.F);
    EXPECT_EQ(guess.descriptor.std[0], 1.F);
}

TEST_F(GuessedNetwork, AFeatureAndItsLengthAreTakenForAdaFace) {
    const auto guess = guessed(put("mine.onnx", network({0, 3, 112, 112}, {{"feature", {0, 512}}, {"norm", {0, 1}}})));
    EXPECT_EQ(familyOf(guess), "adaface");
    EXPECT_EQ(guess.descriptor.featureOutput, "feature");
    EXPECT_EQ(guess.descriptor.normOutput, "norm");
}

TEST_F(GuessedNetwork, WhatIsWrittenReadsBackTheSame) {
    const auto guess = guessed(put("pair.onnx", network({0, 3, 112, 112}, {{"feature", {0, 512}}, {"norm", {0, 1}}})));
    const auto file = writeDescriptor(guess);
    ASSERT_TRUE(file) << file.error().message;
    const auto read = readDescriptor(*file);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->weightsFile, guess.descriptor.weightsFile);
    EXPECT_EQ(read->backend, "onnx");
    EXPECT_EQ(read->channels, ChannelOrder::kBgr);
    EXPECT_EQ(read->mean, guess.descriptor.mean);
    EXPECT_EQ(read->std, guess.descriptor.std);
    EXPECT_EQ(read->alignmentTemplate, guess.descriptor.alignmentTemplate);
    EXPECT_EQ(read->normOutput, "norm");
    EXPECT_EQ(read->dimension, 512);
    // What is there stays.
    const auto again = writeDescriptor(guess);
    ASSERT_FALSE(again);
    EXPECT_NAMES(again.error().message.english(), "is there already");
    const auto elsewhere = writeDescriptor(guess, fs::temp_directory_path() / "elsewhere.json");
    ASSERT_FALSE(elsewhere);
    EXPECT_NAMES(elsewhere.error().message.english(), "lies beside its weights");
}

TEST_F(GuessedNetwork, OfAnInsightFacePackTheNetworkForRecognitionIsTaken) {
    put("buffalo_l/det_10g.onnx", kDetector);
    put("buffalo_l/genderage.onnx", network({1, 3, 96, 96}, {{"fc1", {1, 3}}}));
    put("buffalo_l/2d106det.onnx", network({1, 3, 192, 192}, {{"fc1", {1, 212}}}));
    const fs::path recognition = put("buffalo_l/w600k_r50.onnx", kArcFace);
    const auto guess = guessed(folder_ / "buffalo_l");
    EXPECT_EQ(guess.descriptor.weightsFile, recognition);
    EXPECT_EQ(guess.descriptor.name, "buffalo_l-w600k_r50");
    EXPECT_EQ(familyOf(guess), "arcface");
    // The others are told what they are.
    EXPECT_NAMES(refusal(folder_ / "buffalo_l/det_10g.onnx"), "a face detector");
    EXPECT_NAMES(refusal(folder_ / "buffalo_l/2d106det.onnx"), "a network of landmarks");
    EXPECT_NAMES(refusal(folder_ / "buffalo_l/genderage.onnx"), "no network of 32 numbers");
    put("buffalo_l/other.onnx", kArcFace);
    EXPECT_NAMES(refusal(folder_ / "buffalo_l"), "“other.onnx”, “w600k_r50.onnx”");
    fs::create_directories(folder_ / "empty");
    EXPECT_NAMES(refusal(folder_ / "empty"), "No ONNX file");
}

TEST_F(GuessedNetwork, AManifestIsHeldToItsHashesAndItsFolder) {
    const fs::path file = put("raccoon_s/recognizer.onnx", kArcFace);
    const auto manifest = [&](const std::string& name, const std::string& hash, const std::string& preprocessing) {
        return put(
            "raccoon_s/manifest.json",
            R"({"manifest_version": 2, "model_id": "raccoon_s", "license": "MODEL.LICENSE", "tasks": {"detection": {"file": "detector.onnx"}, "recognition": {"file": ")" +
                name + R"(", "sha256": ")" + hash + R"(", "preprocessing": )" + preprocessing + "}}}");
    };
    const std::string hash = *sha256OfFile(file);
    manifest("recognizer.onnx", hash, R"({"mean": 33.0, "std": 44.0})");
    auto guess = guessed(folder_ / "raccoon_s");
    EXPECT_EQ(guess.descriptor.mean[0], 33.F);
    EXPECT_EQ(guess.descriptor.std[0], 44.F);
    EXPECT_EQ(guess.descriptor.licence, "MODEL.LICENSE");
    manifest("recognizer.onnx", hash, R"("embedded")");
    EXPECT_EQ(guessed(folder_ / "raccoon_s").descriptor.std[0], 1.F);
    manifest("recognizer.onnx", std::string(64, '0'), R"("embedded")");
    EXPECT_NAMES(refusal(folder_ / "raccoon_s"), "promises another file");
    manifest("../outside.onnx", hash, R"("embedded")");
    EXPECT_NAMES(refusal(folder_ / "raccoon_s"), "no file of the pack's own folder");
    manifest("recognizer.onnx", hash, "17");
    EXPECT_NAMES(refusal(folder_ / "raccoon_s"), "does not say in \"preprocessing\"");
    put("raccoon_s/manifest.json", std::string(200'000, '['));
    EXPECT_NAMES(refusal(folder_ / "raccoon_s"), "is no manifest");
}

TEST_F(GuessedNetwork, ATorchScriptNetworkIsRunOnTheUsualSizes) {
    NetworkHostOptions host = hostOptions();
    auto guess = guessNetwork(builtNetwork("wants_160"), host, {});
    ASSERT_TRUE(guess) << guess.error().message;
    EXPECT_EQ(guess->descriptor.inputWidth, 160);
    EXPECT_EQ(guess->descriptor.dimension, 192);
    EXPECT_EQ(guess->descriptor.featureOutput, "0");
    EXPECT_EQ(guess->descriptor.normOutput, "1");
    // Not without a yes to it.
    host.consent = Consent::kListed;
    const auto refused = guessNetwork(builtNetwork("wants_160"), host, {});
    ASSERT_FALSE(refused);
    const auto checkpoint = guessNetwork(builtNetwork("checkpoint"), hostOptions(), {});
    ASSERT_FALSE(checkpoint);
    EXPECT_NAMES(checkpoint.error().message.english(), "torch.save");
}

TEST_F(GuessedNetwork, AnScrfdDetectorIsCalledOne) {
    EXPECT_NAMES(refusal(put("det_10g.onnx", scrfd({1, 4, 10}))), "an SCRFD detector; choose it as the face detector");
    EXPECT_NAMES(refusal(put("det_2.5g.onnx", scrfd({1, 4}))), "an SCRFD detector without landmarks");
    EXPECT_NAMES(refusal(put("open.onnx", scrfd({0, 0, 0}))), "an SCRFD detector;");
    EXPECT_NAMES(refusal(put("fixed.onnx", scrfd({1, 4, 10}, {1, 3, 480, 640}))), "an SCRFD detector;");
    for (const std::string& other : {scrfd({1, 4, 12}), scrfd({4, 1, 10}), scrfd({1, 4, 10, 2}),
                                     scrfd({1, 4, 10}, {1, 1, 0, 0}), scrfd({1, 4, 10}, {1, 3, 100, 100})})
        EXPECT_EQ(refusal(put("other.onnx", other)).find("SCRFD"), std::string::npos);
}

TEST_F(GuessedNetwork, TheRealNetworkIsGuessedAsItsOwnDescriptorSays) {
    if (realData().empty()) GTEST_SKIP() << "real networks are not here";
    const auto guess = guessed(realData() / "models/mobilefacenet_ms1m_512d.pt");
    EXPECT_EQ(familyOf(guess), "mobilefacenet");
    EXPECT_EQ(guess.descriptor.inputWidth, 112);
    EXPECT_EQ(guess.descriptor.dimension, 512);
}

TEST_F(GuessedNetwork, DamagedFilesAreRefusedOrRead) {
    std::mt19937 random(7);
    const std::string whole = network({0, 3, 112, 112}, {{"feature", {0, 512}}, {"norm", {0, 1}}});
    int refused = 0;
    for (int i = 0; i < 10'000; ++i) {
        std::string damaged = whole;
        for (int k = 0; k < 1 + i % 4; ++k) damaged[random() % damaged.size()] = static_cast<char>(random());
        if (i % 3 == 0) damaged.resize(random() % damaged.size());
        if (!summariseOnnx(std::as_bytes(std::span(damaged)))) ++refused;
    }
    EXPECT_GT(refused, 1000);
    EXPECT_LT(refused, 10'000);
}
