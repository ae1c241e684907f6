#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/network/descriptor.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;
using Json = nlohmann::json;

namespace {

Json valid() {
    return Json::parse(R"json({
      "file": "net.pt", "format": "TorchScript (jit.trace + freeze)",
      "input": {"layout": "NCHW", "dtype": "float32", "width": 112, "height": 96, "channel_order": "RGB",
                "mean": [123.675, 116.28, 103.53], "std": [58.395, 57.12, 57.375], "mean_std_in": "channel_order"},
      "alignment": {"type": "similarity from 5 points",
                    "points": [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]},
      "output": {"dim": 128, "l2_normalised": false}, "batch": "dynamic",
      "licence": "Apache-2.0", "training_set": "MS1M", "source": "somewhere"})json");
}

class Descriptor : public ::testing::Test {
  protected:
    void SetUp() override { writeText(folder_ / "net.pt", "weights"); }
    Result<NetworkDescriptor> read(const Json& json) { return readText(json.dump()); }
    Result<NetworkDescriptor> readText(const std::string& text) {
        writeText(folder_ / "net.json", text);
        return readDescriptor(folder_ / "net.json");
    }
    /// The message for a valid descriptor with one change.
    template <class F>
    std::string refusal(F&& change) {
        Json json = valid();
        change(json);
        const auto d = read(json);
        if (d) return "accepted";
        EXPECT_EQ(d.error().message.english().back(), '.');
        EXPECT_NE(d.error().message.find("net.json"), std::string::npos) << d.error().message;
        return d.error().message;
    }
    TemporaryFolder folder_;
};

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST_F(Descriptor, ReadsEveryField) {
    const auto d = read(valid());
    ASSERT_TRUE(d) << d.error().message;
    EXPECT_EQ(d->name, "net");
    EXPECT_EQ(d->weightsFile, folder_ / "net.pt");
    EXPECT_EQ(d->backend, "torchscript");
    EXPECT_EQ(d->inputWidth, 112);
    EXPECT_EQ(d->inputHeight, 96);
    EXPECT_EQ(d->channels, ChannelOrder::kRgb);
    EXPECT_FLOAT_EQ(d->mean[1], 116.28F);
    EXPECT_FLOAT_EQ(d->std[2], 57.375F);
    ASSERT_TRUE(d->alignmentTemplate);
    EXPECT_FLOAT_EQ((*d->alignmentTemplate)[4].y, 92.2041F);
    EXPECT_EQ(d->dimension, 128);
    EXPECT_FALSE(d->normalised);
    EXPECT_EQ(d->fixedBatch, 0);
    EXPECT_EQ(d->licence, "Apache-2.0");
    EXPECT_EQ(d->trainingSet, "MS1M");
    EXPECT_EQ(d->source, "somewhere");
}

TEST_F(Descriptor, PointsAloneAreATemplate) {
    Json json = valid();
    json["alignment"].erase("type");
    const auto d = read(json);
    ASSERT_TRUE(d) << d.error().message;
    ASSERT_TRUE(d->alignmentTemplate);
    EXPECT_FLOAT_EQ((*d->alignmentTemplate)[4].y, 92.2041F);
}

TEST_F(Descriptor, TakesScaleForStdAndACropRuleForATemplate) {
    Json json = valid();
    json["name"] = "My network";
    json["format"] = "ONNX";
    json["input"].erase("std");
    json["input"]["scale"] = 0.0078125;
    json["input"]["mean"] = 127.5;
    json["input"]["channel_order"] = "BGR";
    json["alignment"] = {{"type", "none"}, {"crop", "centre"}, {"margin", 0.25}};
    json["output"]["l2_normalised"] = true;
    json["batch"] = 1;
    const auto d = read(json);
    ASSERT_TRUE(d) << d.error().message;
    EXPECT_EQ(d->name, "My network");
    EXPECT_EQ(d->backend, "onnx");
    EXPECT_EQ(d->channels, ChannelOrder::kBgr);
    EXPECT_FLOAT_EQ(d->std[0], 128.F);
    EXPECT_FLOAT_EQ(d->mean[2], 127.5F);
    EXPECT_FALSE(d->alignmentTemplate);
    EXPECT_EQ(d->cropRule, CropRule::kCentre);
    EXPECT_DOUBLE_EQ(d->cropMargin, 0.25);
    EXPECT_TRUE(d->normalised);
    EXPECT_EQ(d->fixedBatch, 1);
}

TEST_F(Descriptor, NamesTheFieldThatIsMissing) {
    for (const char* field : {"file", "input", "alignment", "output"})
        EXPECT_NAMES(refusal([&](Json& j) { j.erase(field); }), std::string("\"") + field + "\"");
    for (const char* field : {"width", "height", "channel_order", "mean"})
        EXPECT_NAMES(refusal([&](Json& j) { j["input"].erase(field); }), std::string("\"input.") + field + "\"");
    EXPECT_NAMES(refusal([](Json& j) { j["input"].erase("std"); }), "neither \"input.std\" nor \"input.scale\"");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["scale"] = 1; }), "both \"input.std\" and \"input.scale\"");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"] = Json::object(); }), "\"alignment.type\"");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"].erase("points"); }), "\"alignment.points\"");
    EXPECT_NAMES(refusal([](Json& j) { j["output"].erase("dim"); }), "\"output.dim\"");
    EXPECT_NAMES(refusal([](Json& j) { j["output"].erase("l2_normalised"); }), "\"output.l2_normalised\"");
}

TEST_F(Descriptor, NamesTheFieldThatIsWrong) {
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["width"] = "112"; }), "says \"112\" for \"input.width\"");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["width"] = 0; }), "input.width");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["height"] = 18446744073709551615ULL; }), "input.height");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["channel_order"] = "CMYK"; }), "input.channel_order");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["mean"] = {1, 2}; }), "input.mean");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["std"] = {1, 0, 1}; }), "input.std");
    EXPECT_NAMES(refusal([](Json& j) { j["input"]["layout"] = "NHWC"; }), "input.layout");
    EXPECT_NAMES(refusal([](Json& j) { j["input"] = 3; }), "\"input\" that is not an object");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"]["type"] = "3-D"; }), "alignment.type");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"]["points"].erase(4); }), "alignment.points");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"]["points"][0] = {1, "2"}; }), "alignment.points");
    EXPECT_NAMES(refusal([](Json& j) {
                     for (auto& p : j["alignment"]["points"]) p = {1, 2};
                 }),
                 "five different points");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"] = {{"type", "none"}, {"crop", "left"}}; }), "alignment.crop");
    EXPECT_NAMES(refusal([](Json& j) { j["alignment"] = {{"type", "none"}, {"margin", -3}}; }), "alignment.margin");
    EXPECT_NAMES(refusal([](Json& j) { j["output"]["dim"] = 128.5; }), "output.dim");
    EXPECT_NAMES(refusal([](Json& j) { j["output"]["l2_normalised"] = "no"; }), "output.l2_normalised");
    EXPECT_NAMES(refusal([](Json& j) { j["format"] = "Caffe"; }), "format");
    EXPECT_NAMES(refusal([](Json& j) { j["batch"] = "big"; }), "batch");
    EXPECT_NAMES(refusal([](Json& j) { j["licence"] = 3; }), "licence");
}

TEST_F(Descriptor, OutputsLayersAndMirrorImagesHaveNames) {
    Json json = valid();
    json["output"]["feature"] = "embedding";
    json["output"]["norm"] = 1;
    json["output"]["flip"] = "Concatenate";
    const auto d = read(json);
    ASSERT_TRUE(d) << d.error().message;
    EXPECT_EQ(d->featureOutput, "embedding");
    EXPECT_EQ(d->normOutput, "1");
    EXPECT_EQ(d->flip, FlipRule::kConcatenate);
    EXPECT_EQ(d->dimension, 256);
    EXPECT_EQ(d->networkDimension(), 128);
    EXPECT_FALSE(d->asTrained);
    Json inner = valid();
    inner["output"]["inner_layer"] = "body.3";
    inner["as_trained"] = true;
    EXPECT_EQ(read(inner)->innerLayer, "body.3");
    EXPECT_TRUE(read(inner)->asTrained);
    EXPECT_NAMES(refusal([](Json& j) { j["output"]["norm"] = -1; }), "output.norm");
    EXPECT_NAMES(refusal([](Json& j) { j["output"]["feature"] = ""; }), "output.feature");
    EXPECT_NAMES(refusal([](Json& j) { j["output"]["flip"] = "product"; }), "output.flip");
    EXPECT_NAMES(refusal([](Json& j) { j["as_trained"] = 1; }), "as_trained");
    EXPECT_NAMES(refusal([](Json& j) { j["output"]["inner_layer"] = "a", j["output"]["norm"] = 1; }),
                 "of which there should");
}

TEST_F(Descriptor, DoesNotReachOutsideItsFolder) {
    writeText(folder_ / "outside.pt", "weights");
    for (const std::string file : {"../net.pt", "a/../../net.pt", "/etc/passwd", "..", ""})
        EXPECT_NAMES(refusal([&](Json& j) { j["file"] = file; }), "\"file\"");
}

TEST_F(Descriptor, RefusesWhatIsNoDescriptor) {
    for (const std::string text : {"", "[]", "{", "3", "\xff\xfe"}) {
        const auto d = readText(text);
        ASSERT_FALSE(d);
        EXPECT_EQ(d.error().code, ErrorCode::kFormat);
    }
    EXPECT_EQ(readText(std::string(2'000'000, ' ')).error().code, ErrorCode::kFormat);
    EXPECT_EQ(readText(std::string(900'000, '[')).error().code, ErrorCode::kFormat);
    EXPECT_EQ(readDescriptor(folder_ / "none.json").error().code, ErrorCode::kIo);
    EXPECT_EQ(readDescriptor(folder_.path()).error().code, ErrorCode::kIo);
    Json json = valid();
    json["file"] = "gone.pt";
    EXPECT_EQ(read(json).error().code, ErrorCode::kIo);
}

TEST(DescriptorRealData, TheNetworksOfTheSharedFolderAreValidAsTheyStand) {
    if (realData().empty()) GTEST_SKIP() << "no real data here";
    for (const int dimension : {128, 512}) {
        const auto d =
            readDescriptor(realData() / "models" / ("mobilefacenet_ms1m_" + std::to_string(dimension) + "d.json"));
        ASSERT_TRUE(d) << d.error().message;
        EXPECT_EQ(d->dimension, dimension);
        EXPECT_FALSE(d->normalised);
        EXPECT_TRUE(d->alignmentTemplate);
    }
}
