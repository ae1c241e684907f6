#include "core/network/host/torch_reason.h"

#include <gtest/gtest.h>

#include "core/network/host/output_choice.h"

using namespace facespace;
using namespace facespace::host;

#define EXPECT_NAMES(message, what) EXPECT_NE((message).english().find(what), std::string::npos) << (message).english()

TEST(TorchReason, IsNeverEmptyAndOneLine) {
    EXPECT_EQ(torchReason("\n\n  no kernel\nTraceback", "1.13.1").english(), "no kernel");
    EXPECT_EQ(torchReason("Traceback of TorchScript\nRuntimeError: sizes do not fit\nmore", "1.13.1").english(),
              "sizes do not fit");
    for (const char* empty : {"", "\n", ":", "\n:\n"})
        EXPECT_EQ(torchReason(empty, "1.13.1").english(), "LibTorch gives no reason");
}

TEST(TorchReason, NamesWhatANewerVersionHas) {
    const auto unknown = torchReason("\nUnknown builtin op: aten::scaled_dot_product_attention.\nCould not find", "1.13.1");
    EXPECT_NAMES(unknown, "“aten::scaled_dot_product_attention”, which LibTorch 1.13.1 does not have");
    EXPECT_NAMES(unknown, "saved by a newer PyTorch");
    EXPECT_NAMES(
        torchReason("Attempted to read a PyTorch file with version 99, but the maximum supported version for reading "
                    "is 10.",
                    "1.13.1"),
        "saved by a newer PyTorch than LibTorch 1.13.1 reads");
}

TEST(OutputChoice, ATotalThatNoNumberHoldsIsNoFit) {
    protocol::LoadRequest request;
    request.dimension = 4;
    const std::int64_t huge = std::int64_t{1} << 40U;
    const std::vector<OutputInfo> outputs{{"a", {2, huge, huge}}, {"b", {2, 4}}, {"c", {2, 1}}};
    const auto choice = chooseOutputs(outputs, request, 2);
    ASSERT_TRUE(choice) << choice.error().message;
    EXPECT_EQ(choice->feature, 1U);
    EXPECT_FALSE(choice->norm);
    request.norm = "c";
    EXPECT_EQ(chooseOutputs(outputs, request, 2)->norm, 2U);
    EXPECT_FALSE(chooseOutputs({}, request, 2));
}
