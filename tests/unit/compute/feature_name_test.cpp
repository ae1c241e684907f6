#include "core/compute/feature_name.h"

#include <gtest/gtest.h>

using namespace facespace;

TEST(FeatureName, IsFreeContinuedOrTaken) {
    NetworkDescriptor network;
    network.name = "net";
    network.json = "{…}";
    const CropSettings settings;
    EXPECT_EQ(useOfName("net", {}, network, settings), NameUse::kFree);
    NetworkRecord same;
    same.name = "net";
    same.descriptorJson = network.json;
    same.settingsJson = toJson(settings, network);
    EXPECT_EQ(useOfName("net", {same}, network, settings), NameUse::kContinues);
    EXPECT_EQ(proposedName("net", {same}, network, settings), "net");
    CropSettings centre;
    centre.alignment = Alignment::kCentre;
    EXPECT_EQ(useOfName("net", {same}, network, centre), NameUse::kTaken);
    EXPECT_EQ(proposedName("net", {same}, network, centre), "net 2");
    NetworkRecord second = same;
    second.name = "net 2";
    EXPECT_EQ(proposedName("net", {same, second}, network, centre), "net 3");
    second.settingsJson = toJson(centre, network);
    EXPECT_EQ(proposedName("net", {same, second}, network, centre), "net 2") << "it would be continued";
    NetworkDescriptor other = network;
    other.json = "{other}";
    EXPECT_EQ(useOfName("net", {same}, other, settings), NameUse::kTaken);
}
