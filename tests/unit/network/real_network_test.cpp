#include <gtest/gtest.h>

#include "core/network/network.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

TEST(RealNetwork, FeaturesDependOnTheCropAloneToTheLastBit) {
    if (realData().empty()) GTEST_SKIP() << "no real data here";
    std::vector<Image> crops;
    for (unsigned i = 0; i < 20; ++i) crops.push_back(noise(112, 112, i));
    for (const char* name : {"mobilefacenet_ms1m_128d.json", "mobilefacenet_ms1m_512d.json"}) {
        const auto descriptor = readDescriptor(realData() / "models" / name);
        ASSERT_TRUE(descriptor);
        auto network = startNetwork(*descriptor, hostOptions());
        ASSERT_TRUE(network) << network.error().message;
        EXPECT_FALSE((*network)->descriptor().normalised);
        const auto all = (*network)->forward(crops);
        ASSERT_TRUE(all) << all.error().message;
        const auto shifted = (*network)->forward(std::span(crops).subspan(3, 9));
        const auto single = (*network)->forward(std::span(crops).subspan(17, 1));
        ASSERT_TRUE(shifted && single);
        EXPECT_EQ(*shifted, all->middleRows(3, 9));
        EXPECT_EQ(single->row(0), all->row(17));
        // Another process gives the same.
        auto again = startNetwork(*descriptor, hostOptions());
        ASSERT_TRUE(again);
        EXPECT_EQ(*(*again)->forward(crops), *all);
    }
}

TEST(RealNetwork, AWrongDimensionIsNamed) {
    if (realData().empty()) GTEST_SKIP() << "no real data here";
    auto descriptor = readDescriptor(realData() / "models/mobilefacenet_ms1m_128d.json");
    ASSERT_TRUE(descriptor);
    descriptor->dimension = 512;
    const auto network = startNetwork(*descriptor, hostOptions());
    ASSERT_FALSE(network);
    EXPECT_NE(network.error().message.find("returns 128 numbers per image where its descriptor says 512"), std::string::npos)
        << network.error().message;
    descriptor->dimension = 128;
    descriptor->inputWidth = 64;
    const auto narrow = startNetwork(*descriptor, hostOptions());
    ASSERT_FALSE(narrow);
    EXPECT_NE(narrow.error().message.find("cannot take"), std::string::npos) << narrow.error().message;
}
