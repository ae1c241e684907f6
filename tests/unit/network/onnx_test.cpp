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

NetworkDescriptor onnx(const fs::path& file, int dimension) {
    NetworkDescriptor d = descriptorOf("means", dimension);
    d.weightsFile = file;
    d.backend = "onnx";
    return d;
}

}  // namespace

TEST(OnnxNetwork, RunsThroughOpenCv) {
    const TemporaryFolder folder;
    for (const std::uint64_t batch : {0U, 1U}) {
        writeText(folder / "means.onnx", meansModel(batch));
        auto network = startNetwork(onnx(folder / "means.onnx", 3), hostOptions());
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
