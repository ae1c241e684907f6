#include "core/compute/distance_sentence.h"

#include <gtest/gtest.h>

namespace facespace {
namespace {

/// 100 images from near the origin outwards with the columns “blur” and “noise”, of which less is better.
DistanceFound found(double (*blur)(int), double (*noise)(int), bool unitLength = false) {
    Snapshot snapshot;
    auto features = std::make_shared<FeatureSet>();
    features->network.id = NetworkId{1};
    features->network.name = "net";
    snapshot.images.metadataColumns = {"blur", "noise"};
    for (int i = 0; i < 100; ++i) {
        ImageRecord image;
        image.path = image.identity = std::to_string(i);
        image.metadata = {std::to_string(blur(i)), std::to_string(noise(i))};
        snapshot.images.images.push_back(std::move(image));
        features->distance.push_back(unitLength ? 1.0F : 10 + static_cast<float>(i));
    }
    snapshot.featureSets = {features};
    return distanceFound(snapshot, *features);
}

double rises(int i) { return i; }
double falls(int i) { return -i; }
double nothing(int i) { return i % 2 == 0 ? i : 99 - i; }

bool says(const DistanceFound& found, const char* words) {
    return found.sentence.english().find(words) != std::string::npos && found.sentence.words() != nullptr;
}

TEST(DistanceSentence, SaysThatDistanceFollowsQuality) {
    const DistanceFound follows = found(falls, nothing);
    EXPECT_TRUE(follows.follows);
    EXPECT_TRUE(says(follows, "“net” follows quality: better images are farther from the origin")) << follows.sentence;
    EXPECT_TRUE(says(follows, "ρ 1.00, 100 images")) << follows.sentence;
}

TEST(DistanceSentence, SaysThatItDoesNotOrGoesTheOtherWay) {
    const DistanceFound not_ = found(nothing, nothing);
    EXPECT_FALSE(not_.follows);
    EXPECT_TRUE(says(not_, "does not follow quality")) << not_.sentence;
    const DistanceFound against = found(rises, nothing);
    EXPECT_FALSE(against.follows);
    EXPECT_TRUE(says(against, "goes the other way")) << against.sentence;
    const DistanceFound partly = found(falls, rises);
    EXPECT_FALSE(partly.follows);
    EXPECT_TRUE(says(partly, "in part only")) << partly.sentence;
    EXPECT_TRUE(found(falls, falls, true).sentence.empty()) << "one length";
}

}  // namespace
}  // namespace facespace
