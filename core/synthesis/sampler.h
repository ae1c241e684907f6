#pragma once
#include <cstdint>
#include <vector>

#include "core/synthesis/parameters.h"

namespace facespace::synthesis {

/// The person number `index` of the population of `seed`. Pure: depends on the two numbers only.
IdentityParameters drawIdentity(std::uint64_t seed, int index);

/// The average face: of every parameter of shape and reflectance the mean of 4,096 people.
const IdentityParameters& averageFace();
/// The person with what sets their face apart from the average one times `strength`, in shape and in the reflectance of
/// skin, lips, brows and eyes: below 1 an anti-caricature, above it a caricature (Hill et al. 2019). Numbers are held to
/// what they can be. Hair and beard stay, and so does the plan of the images; 1: as they are, bit for bit.
IdentityParameters atStrength(const IdentityParameters& identity, float strength);

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
