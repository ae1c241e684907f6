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
    r.feature = "embedding";
    r.norm = "1";
    r.inner = {"body.3", "head"};
    r.flip = "mean";
    r.listLayers = true;
    const auto back = protocol::loadRequestFromJson(protocol::toJson(r));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->weights, r.weights);
    EXPECT_EQ(back->backend, "onnx");
    EXPECT_EQ(back->mean[2], r.mean[2]);
    EXPECT_EQ(back->std[0], r.std[0]);
    EXPECT_EQ(back->batch, 7);
    EXPECT_FALSE(back->useGpu);
    EXPECT_EQ(back->feature, "embedding");
    EXPECT_EQ(back->norm, "1");
    EXPECT_EQ(back->inner, (std::vector<std::string>{"body.3", "head"}));
    EXPECT_EQ(back->flip, "mean");
    EXPECT_TRUE(back->listLayers);
    const std::vector<protocol::Layer> layers{{"a.b", "Conv2d", {1, 64, 7, 7}}, {"c", "", {}}};
    const auto ready =
        protocol::readyReplyFromJson(protocol::toJson(protocol::ReadyReply{7, true, "CPU", "a note", layers}));
    ASSERT_TRUE(ready);
    EXPECT_EQ(ready->layers, layers);
    EXPECT_TRUE(ready->unitLength);
    EXPECT_EQ(ready->note, "a note");
    EXPECT_FALSE(protocol::readyReplyFromJson("{}"));
    EXPECT_FALSE(protocol::readyReplyFromJson("garbage"));
    // A network that has taken over its host must not take the program down.
    const std::string deep = R"({"batch": 1, "unit_length": true, "device": "", "layers": [], "note": )";
    EXPECT_FALSE(protocol::readyReplyFromJson(deep + std::string(2'000'000, '[') + std::string(2'000'000, ']') + "}"));
    r.flip = "product";
    EXPECT_FALSE(protocol::loadRequestFromJson(protocol::toJson(r)));
    r.flip.clear();
    r.batch = 0;
    EXPECT_FALSE(protocol::loadRequestFromJson(protocol::toJson(r)));
}

TEST(Complaints, GoAsCodesAndValues) {
    using protocol::complaint;
    using protocol::Complaint;
    using protocol::complaintFromJson;
    const Text text = complaint(Complaint::kNotLoaded, std::string("a “b”.pt"), complaint(Complaint::kArraySide, "w", 7));
    EXPECT_EQ(text, "cannot be loaded from “a “b”.pt”: its array “w” says it has a side of 7");
    const std::string json = protocol::complaintToJson(text);
    EXPECT_EQ(json.find("cannot be loaded"), std::string::npos) << json;
    const Text again = complaintFromJson(json);
    EXPECT_EQ(again, text);
    EXPECT_STREQ(again.words(), "cannot be loaded from “{}”: {}");
    EXPECT_STREQ(again.values()[1].words(), "its array “{}” says it has a side of {}");
    // A host's own words are a value, in one line, and never a template.
    const Text own = complaintFromJson("returns NaN or infinity for an ordinary image\n\x1b[31m");
    EXPECT_EQ(own, "returns NaN or infinity for an ordinary image  [31m");
    EXPECT_EQ(own.words(), nullptr);
    for (const char* strange : {R"({"code": 9999, "values": []})", R"({"code": -1, "values": []})", R"({"code": 1})", "[1]",
                                R"({"code": "1", "values": []})", R"({"values": []})"})
        EXPECT_EQ(complaintFromJson(strange).words(), nullptr) << strange;
    // What is missing stays empty; what is too much is left out.
    EXPECT_EQ(complaintFromJson(R"({"code": 5, "values": []})"), "cannot be loaded from “”: ");
    EXPECT_EQ(complaintFromJson(R"({"code": 16, "values": ["x"]})"), "it holds no network");
    EXPECT_LT(complaintFromJson('"' + std::string(60000, 'x') + '"').english().size(), 700U);
    EXPECT_EQ(complaintFromJson(std::string(100000, '[')).words(), nullptr);
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
