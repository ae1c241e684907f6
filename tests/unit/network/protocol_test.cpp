#include "core/network/protocol.h"

#include <gtest/gtest.h>
#include <cstring>

#include "core/network/host/input_tensor.h"

using namespace facespace;
using protocol::Kind;

namespace {

/// Reads from a buffer; the end of it is an error.
protocol::ReadBytes from(const std::vector<std::byte>& bytes, std::size_t& at) {
    return [&](std::byte* to, std::size_t size) -> Result<void> {
        if (bytes.size() - at < size) return fail(ErrorCode::kIo, "end");
        std::memcpy(to, bytes.data() + at, size);
        at += size;
        return {};
    };
}

Result<protocol::Message> read(const std::vector<std::byte>& bytes) {
    std::size_t at = 0;
    return protocol::readMessage(from(bytes, at));
}

}  // namespace

TEST(Protocol, AMessageComesBack) {
    auto bytes = protocol::encodeHeader(Kind::kFeatures, 3);
    bytes.insert(bytes.end(), {std::byte{1}, std::byte{2}, std::byte{3}});
    const auto message = read(bytes);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->kind, Kind::kFeatures);
    EXPECT_EQ(message->payload.size(), 3U);
    EXPECT_EQ(message->payload[2], std::byte{3});
}

TEST(Protocol, DamagedHeadersAreRefused) {
    const auto good = protocol::encodeHeader(Kind::kReady, 0);
    ASSERT_TRUE(read(good));
    for (const std::size_t byte : {0U, 4U, 8U, 19U}) {  // magic, version, kind, length
        auto bad = good;
        bad[byte] ^= std::byte{0x7F};
        const auto message = read(bad);
        ASSERT_FALSE(message) << byte;
        EXPECT_EQ(message.error().code, ErrorCode::kFormat);
    }
    EXPECT_EQ(read(protocol::encodeHeader(Kind::kReady, 100)).error().code, ErrorCode::kIo);
    EXPECT_EQ(read({}).error().code, ErrorCode::kIo);
}

TEST(Protocol, RequestsAndRepliesComeBackAsTheyWere) {
    protocol::LoadRequest r;
    r.weights = "/a b/\xff\"n.pt";  // Not UTF-8: paths are bytes.
    r.backend = "onnx";
    r.width = 96;
    r.height = 112;
    r.channels = 1;
    r.mean[2] = 103.53F;
    r.std[0] = 0.1F;
    r.dimension = 512;
    r.batch = 7;
    r.threads = 3;
    r.useGpu = false;
    const auto back = protocol::loadRequestFromJson(protocol::toJson(r));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->weights, r.weights);
    EXPECT_EQ(back->backend, "onnx");
    EXPECT_EQ(back->mean[2], r.mean[2]);
    EXPECT_EQ(back->std[0], r.std[0]);
    EXPECT_EQ(back->batch, 7);
    EXPECT_FALSE(back->useGpu);
    const auto ready = protocol::readyReplyFromJson(protocol::toJson(protocol::ReadyReply{7, true, "CPU", "a note"}));
    ASSERT_TRUE(ready);
    EXPECT_TRUE(ready->unitLength);
    EXPECT_EQ(ready->note, "a note");
    EXPECT_FALSE(protocol::readyReplyFromJson("{}"));
    EXPECT_FALSE(protocol::readyReplyFromJson("garbage"));
    r.batch = 0;
    EXPECT_FALSE(protocol::loadRequestFromJson(protocol::toJson(r)));
}

TEST(InputTensor, ChannelsAreSeparatedAndNormalised) {
    protocol::LoadRequest r;
    r.width = 2;
    r.height = 1;
    r.mean[0] = 10;
    r.mean[1] = 20;
    r.mean[2] = 30;
    r.std[0] = 2;
    const std::vector<std::uint8_t> pixels{12, 25, 30, 20, 40, 60};
    EXPECT_EQ(host::inputTensor(pixels, r), (std::vector<float>{1, 5, 5, 20, 0, 30}));
    r.bgr = true;  // Mean and std are then in the order B, G, R.
    EXPECT_EQ(host::inputTensor(pixels, r), (std::vector<float>{10, 25, 5, 20, -18, -10}));
}

TEST(InputTensor, AOneChannelNetworkGetsGreyPixelsUnchanged) {
    protocol::LoadRequest r;
    r.width = 256;
    r.height = 1;
    r.channels = 1;
    std::vector<std::uint8_t> pixels;
    for (int v = 0; v < 256; ++v) pixels.insert(pixels.end(), 3, static_cast<std::uint8_t>(v));
    const auto tensor = host::inputTensor(pixels, r);
    for (std::size_t v = 0; v < 256; ++v) EXPECT_EQ(tensor[v], static_cast<float>(v));
}
