#include <gtest/gtest.h>
#include <string>

#include "core/network/network.h"
#include "tests/support/network_files.h"
#include "tests/support/onnx_bytes.h"

using namespace facespace;
using namespace facespace::test;
using namespace facespace::test::onnx_bytes;

namespace {

/// Input n × 3 × 112 × 112 → the channels' means, n × 3.
std::string meansModel(std::uint64_t batch) {
    const std::string graph = node("GlobalAveragePool", "x", "p") + node("Flatten", "p", "y") + bytes(2, "means") +
                              bytes(11, tensor("x", {batch, 3, 112, 112})) + bytes(12, tensor("y", {batch, 3}));
    return number(1, 7) + bytes(8, bytes(1, "") + number(2, 11)) + bytes(7, graph);
}

NetworkDescriptor onnx(const fs::path& file, int dimension, const char* backend = "onnx") {
    NetworkDescriptor d = descriptorOf("means", dimension);
    d.weightsFile = file;
    d.backend = backend;
    return d;
}

std::string refusalOf(const NetworkDescriptor& d) {
    const auto network = startNetwork(d, hostOptions());
    return network ? "accepted" : network.error().message.english();
}

/// y = the means, z = y doubled.
std::string twinsModel(const std::string& more = {}) {
    const std::string graph =
        node("GlobalAveragePool", "x", "p") + node("Flatten", "p", "y") +
        bytes(1, bytes(1, "y") + bytes(1, "y") + bytes(2, "z") + bytes(3, "double") + bytes(4, "Add")) + more +
        bytes(2, "two") + bytes(11, tensor("x", {0, 3, 112, 112})) + bytes(12, tensor("y", {0, 3})) +
        bytes(12, tensor("z", {0, 3}));
    return number(1, 7) + bytes(8, bytes(1, "") + number(2, 11)) + bytes(7, graph);
}

void expectMeans(const NetworkDescriptor& d) {
    auto network = startNetwork(d, hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const std::vector<Image> crops{plain(112, 112, 255, 0, 51), noise(112, 112, 3), plain(112, 112, 0, 102, 255)};
    const auto features = (*network)->forward(crops);
    ASSERT_TRUE(features) << features.error().message;
    EXPECT_NEAR((*features)(0, 0), 1.F, 2e-4);
    EXPECT_NEAR((*features)(0, 2), 0.2F, 2e-4);
    EXPECT_NEAR((*features)(2, 1), 0.4F, 2e-4);
    const auto alone = (*network)->forward(std::span(crops).subspan(1, 1));
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->row(0), features->row(1));
}

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST(OnnxNetwork, RunsThroughTheSystemsLibraryAndByChoiceThroughAnother) {
    const TemporaryFolder folder;
    for (const char* backend : {"onnx", "onnx-torch", "opencv"}) {
        for (const std::uint64_t batch : {0U, 1U}) {
            writeText(folder / "means.onnx", meansModel(batch));
            expectMeans(onnx(folder / "means.onnx", 3, backend));
        }
    }
}

TEST(OnnxNetwork, SaysWhichLibraryRunsIt) {
    const TemporaryFolder folder;
    writeText(folder / "means.onnx", meansModel(0));
    const auto device = [&](const char* backend) {
        const auto network = startNetwork(onnx(folder / "means.onnx", 3, backend), hostOptions());
        EXPECT_TRUE(network) << network.error().message;
        return network ? (*network)->device() : std::string();
    };
    EXPECT_TRUE(device("onnx-torch").starts_with("CPU, ")) << device("onnx-torch");
#ifdef FACESPACE_ONNXRUNTIME
    EXPECT_TRUE(device("onnx").starts_with("CPU (ONNX Runtime ")) << device("onnx");
#else
    EXPECT_EQ(device("onnx"), device("onnx-torch"));
#endif
}

TEST(OnnxNetwork, SaysWhatDoesNotFit) {
    const TemporaryFolder folder;
    writeText(folder / "means.onnx", meansModel(0));
    const auto wrong = startNetwork(onnx(folder / "means.onnx", 512), hostOptions());
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().message.find("returns 3 numbers per image where its descriptor says 512"), std::string::npos)
        << wrong.error().message;
    writeText(folder / "cut.onnx", meansModel(0).substr(0, 60));
    const auto cut = startNetwork(onnx(folder / "cut.onnx", 3), hostOptions());
    ASSERT_FALSE(cut);
    EXPECT_NE(cut.error().message.find("cannot be loaded"), std::string::npos) << cut.error().message;
}

TEST(OnnxNetwork, SeveralOutputsAreListedAndAskedFor) {
    const TemporaryFolder folder;
    writeText(folder / "two.onnx", twinsModel());
    NetworkDescriptor d = onnx(folder / "two.onnx", 3);
    EXPECT_NAMES(refusalOf(d), "several outputs of 3 numbers per image, “y” (16 × 3), “z” (16 × 3)");
    const auto red = [&] {
        auto network = startNetwork(d, hostOptions());
        EXPECT_TRUE(network) << network.error().message;
        return network ? (*(*network)->forward(std::vector<Image>{plain(112, 112, 255, 0, 51)}))(0, 0) : -1.F;
    };
    d.featureOutput = "z";
    EXPECT_NEAR(red(), 2, 4e-4);
    d.featureOutput = "0";
    EXPECT_NEAR(red(), 1, 2e-4);
    d.backend = "opencv";
    EXPECT_NAMES(refusalOf(d), "which OpenCV does not give");
}

TEST(OnnxNetwork, MissingOperatorsAreNamedBeforeAnythingRuns) {
    const TemporaryFolder folder;
    writeText(folder / "odd.onnx",
              twinsModel(node("NonMaxSuppression", "z", "a") + node("Loop", "a", "b") + node("Loop", "b", "c")));
    EXPECT_NAMES(refusalOf(onnx(folder / "odd.onnx", 3)),
                 "it uses “Loop”, “NonMaxSuppression” of ONNX 11, which FaceSpace does not have");
}

TEST(OnnxNetwork, ANodeThatCannotBeComputedIsNamed) {
    const TemporaryFolder folder;
    const std::string shape =
        bytes(1, bytes(1, "z") + bytes(1, "z") + bytes(2, "w") + bytes(3, "turn") + bytes(4, "Reshape"));
    writeText(folder / "odd.onnx", twinsModel(shape + bytes(12, tensor("w", {0, 3}))));
    EXPECT_NAMES(refusalOf(onnx(folder / "odd.onnx", 3)),
                 "its node “turn” (Reshape, ONNX 11) cannot be computed: its input “z” depends on the image");
    const std::string lost = bytes(1, bytes(1, "nowhere") + bytes(2, "w") + bytes(3, "lost") + bytes(4, "Relu"));
    writeText(folder / "odd.onnx", twinsModel(lost + bytes(12, tensor("w", {0, 3}))));
    EXPECT_NAMES(refusalOf(onnx(folder / "odd.onnx", 3)), "it uses the value “nowhere”, which nothing makes");
}
