#pragma once
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/compute/compare_verification.h"
#include "core/project/snapshot.h"

namespace facespace {

/// One of the two that are compared: a map, or a network by itself.
struct Space {
    MapId map = {};          ///< None: the network.
    NetworkId network = {};  ///< Of a map its own, whatever is given here.
};
using SpacePair = std::pair<Space, Space>;

/// What two names mean: of networks, or of maps. Without names the first two networks that have features, or the newest two
/// maps if there is one network only; without one of them that network or map which comes next beside the other.
/// Errors: kNotFound (no such name, lists what there is), kInvalid (nothing to compare with).
Result<SpacePair> spacesNamed(const Snapshot& snapshot, const std::string& first, const std::string& second);

struct CompareOptions {
    Space first, second;
    std::optional<std::vector<std::int64_t>> rows = {};  ///< Images that take part; none: all.
    int k = 10;  ///< Neighbours of each image, at least 1; lowered to what the number of images allows.
};

/// How two networks, or two maps of one network, see the same images. Rows are positions in import order.
struct Comparison {
    bool ofNetworks = false;    ///< Two networks, by themselves or by maps: neighbours are those of their features, by
                                ///< cosine. Else those on two maps of one network.
    std::string first, second;  ///< Names of the networks, or of the maps.
    NetworkId firstNetwork, secondNetwork;
    MapId firstMap, secondMap;  ///< Those compared, or two of the networks, made alike if there are such; none: no map.
    int k = 0;
    std::vector<std::uint8_t> taken;  ///< 1 per row that was asked for.
    std::int64_t images = 0;          ///< Of them, those that both have,
    std::int64_t lacking = 0;         ///< and those that one or both lack.
    /// Per row, the share of its k nearest that both have in common; NaN where one lacks the image.
    std::vector<float> shared;
    double meanShared = 0, byChance = 0;
    /// N × k rows, nearest first; −1 where there is none.
    std::vector<int> firstNeighbours, secondNeighbours;
    /// Per row, the percentile rank of the distance from the origin, 0 … 100 (numbers.h); empty unless two networks are
    /// compared. NaN where one lacks the image.
    std::vector<double> firstRank, secondRank;
    /// Of two networks, if it was asked for: how well they tell identities apart over the images that both have.
    std::vector<VerifiedNetwork> verified;
    Text verifiedLacking;  ///< Why that could not be told.
    /// Spearman's ρ and Kendall's τ-b of the distances; NaN if a network's features have unit length, or maps are compared.
    double rho = 0, tau = 0;

    bool has(std::size_t row) const { return !std::isnan(shared[row]); }
    /// How far the distance moved outwards, in percentiles; 0 unless two networks are compared.
    double shift(std::size_t row) const { return ofNetworks ? secondRank[row] - firstRank[row] : 0; }
};

/// Errors: kNotFound (a map or network that is not there), kInvalid (the same twice; a network and a map of its own; fewer
/// than three images in both), kCancelled.
Result<Comparison> compareSpaces(const Snapshot& snapshot, const CompareOptions& options, const JobContext& job);

/// How many images keep which share of their neighbours: a bin for each number of them, at most 51 over 0 … 1.
struct SharedCounts {
    std::vector<double> edges, counts;
    static std::size_t binOf(float share, std::size_t bins);
};
SharedCounts sharedCounts(const Comparison& comparison);

/// How an identity's images changed, on average.
struct IdentityChange {
    std::string identity;
    std::int64_t images = 0;              ///< That both have.
    double shared = 0;                    ///< Mean share of neighbours in common.
    double shift = 0, absoluteShift = 0;  ///< Means of the shift in percentiles; 0 unless two networks are compared.
};
/// The most changed first: by neighbours in common, then by the shift.
std::vector<IdentityChange> identityChanges(const Comparison& comparison, const Snapshot& snapshot);
/// Rows that both have in the same order.
std::vector<int> mostChanged(const Comparison& comparison);

}  // namespace facespace
