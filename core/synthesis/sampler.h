#pragma once
#include <cstdint>
#include <vector>

#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// The person number `index` of the population of `seed`. Pure: depends on the two numbers only.
IdentityParameters drawIdentity(std::uint64_t seed, int index);

constexpr int kShortestVideo = 5, kLongestVideo = 12;  ///< Frames.

/// The plan of all `count` images of a person: about a fifth stills, the rest frames of videos of 5 to `longestVideo`
/// frames (of just so many if that is fewer). Pure.
std::vector<ImageParameters> drawImages(const IdentityParameters& identity, std::uint64_t seed, int count,
                                        int longestVideo = kLongestVideo);
/// One of them. `count` is the number of images of the person.
ImageParameters drawImage(const IdentityParameters& identity, std::uint64_t seed, int count, int image);

/// A frontal, evenly lit, sharp picture with a neutral expression in the person's usual hair: for sheets and tests.
ImageParameters plainImage(const IdentityParameters& identity);

}  // namespace facespace::synthesis
