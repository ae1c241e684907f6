#include "core/network/descriptor_check.h"

#include <gtest/gtest.h>

#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

constexpr Landmarks kTemplate112{
    {{38.2946F, 51.6963F}, {73.5318F, 51.5014F}, {56.0252F, 71.7366F}, {41.5493F, 92.3655F}, {70.7299F, 92.2041F}}};

NetworkDescriptor network(int side, float factor = 1, float shiftX = 0) {
    NetworkDescriptor d;
    d.descriptorFile = "/networks/net.json";
    d.inputWidth = d.inputHeight = side;
    d.mean = {127.5F, 127.5F, 127.5F};
    d.std = {127.5F, 127.5F, 127.5F};
    d.alignmentTemplate = kTemplate112;
    for (auto& p : *d.alignmentTemplate) p = {p.x * factor + shiftX, p.y * factor};
    return d;
}

/// What is said; "" if nothing.
std::string said(const NetworkDescriptor& d) {
    const auto checked = checkScales(d);
    if (checked) return {};
    EXPECT_EQ(checked.error().code, ErrorCode::kInvalid);
    EXPECT_NE(checked.error().message.find("/networks/net.json"), std::string::npos);
    return checked.error().message;
}

std::string saidOfPixels(std::array<float, 3> mean, std::array<float, 3> std) {
    NetworkDescriptor d = network(112);
    d.mean = mean;
    d.std = std;
    return said(d);
}

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST(DescriptorCheck, WhatNetworksAreTrainedWithIsRight) {
    EXPECT_EQ(said(network(112)), "");
    EXPECT_EQ(said(network(160, 160.F / 112)), "");
    EXPECT_EQ(said(network(64, 64.F / 112)), "");
    EXPECT_EQ(saidOfPixels({0, 0, 0}, {1, 1, 1}), "");  // It scales by itself.
    EXPECT_EQ(saidOfPixels({0, 0, 0}, {255, 255, 255}), "");
    EXPECT_EQ(saidOfPixels({123.675F, 116.28F, 103.53F}, {58.395F, 57.12F, 57.375F}), "");
    EXPECT_EQ(saidOfPixels({104, 117, 123}, {1, 1, 1}), "");
    NetworkDescriptor narrow = network(112, 1, -8);  // InsightFace's template of 96 × 112.
    narrow.inputWidth = 96;
    EXPECT_EQ(said(narrow), "");
}

TEST(DescriptorCheck, PixelsAreOf0To255) {
    EXPECT_NAMES(saidOfPixels({0.5F, 0.5F, 0.5F}, {0.5F, 0.5F, 0.5F}), "a mean of 127.5, 127.5, 127.5 and a std of 127.5");
    EXPECT_NAMES(saidOfPixels({0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}), "are for pixels of 0 to 1");
    EXPECT_NAMES(saidOfPixels({127.5F, 127.5F, 127.5F}, {0.5F, 0.5F, 0.5F}), "a std of 127.5");
    EXPECT_NAMES(saidOfPixels({0.5F, 0.5F, 0.5F}, {128, 128, 128}), "a mean of 127.5");
    NetworkDescriptor grey = network(112);
    grey.channels = ChannelOrder::kGrey;
    grey.mean = {0.5F, 0, 0};
    grey.std = {0.5F, 1, 1};
    EXPECT_NAMES(said(grey), "a mean of 127.5 and a std of 127.5.");
}

TEST(DescriptorCheck, PointsArePixelsOfThisInput) {
    EXPECT_NAMES(said(network(64, 1.F / 112)), "are pixels of its input of 64 × 64: [[21.88, 29.54]");
    EXPECT_NAMES(said(network(64)), "for an input of 112 × 112 pixels, but its input is 64 × 64; scaled they are [[21.88");
    EXPECT_NAMES(said(network(128)), "for an input of 112 × 112 pixels, but its input is 128 × 128");
    EXPECT_NAMES(said(network(112, 5)), "outside its input of 112 × 112 pixels");
    EXPECT_NAMES(said(network(112, 1, -8)), "96 × 96");
    EXPECT_NAMES(said(network(300, 1, 20)), "away from the middle");
}

TEST(DescriptorCheck, LeftIsTheLeftOfTheImage) {
    NetworkDescriptor d = network(112);
    std::swap((*d.alignmentTemplate)[0], (*d.alignmentTemplate)[1]);
    EXPECT_NAMES(said(d), "eyes exchanged");
    d = network(112);
    std::swap((*d.alignmentTemplate)[3], (*d.alignmentTemplate)[4]);
    EXPECT_NAMES(said(d), "corners of the mouth exchanged");
    d = network(112);
    for (auto& p : *d.alignmentTemplate) p.y = 112 - p.y;
    EXPECT_NAMES(said(d), "below the mouth");
}

TEST(DescriptorCheck, ADescriptorThatSaysSoIsBelieved) {
    NetworkDescriptor d = network(300, 1, 20);
    d.asTrained = true;
    EXPECT_EQ(said(d), "");
}
