#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/snapshot.h"

namespace facespace {

struct CompareOptions {
    MapId first, second;                                 ///< Two maps of the project.
    std::optional<std::vector<std::int64_t>> rows = {};  ///< Images that take part; none: all.
    int k = 10;  ///< Neighbours of each image, at least 1; lowered to what the number of images allows.
};

/// How two networks, or two maps of one network, see the same images. Rows are positions in import order.
struct Comparison {
    bool ofNetworks = false;    ///< The maps are of two networks: neighbours are those of their features, by cosine.
                                ///< Else those on the maps.
    std::string first, second;  ///< Names of the networks, or of the maps.
    int k = 0;
    std::int64_t images = 0;  ///< That both have.
    /// Per row, the share of its k nearest that both have in common; NaN where one lacks the image.
    std::vector<float> shared;
    double meanShared = 0, byChance = 0;
    /// N × k rows, nearest first; −1 where there is none.
    std::vector<int> firstNeighbours, secondNeighbours;
    /// Per row, the percentile of the distance from the origin, 0 … 100; empty unless two networks are compared. NaN where
    /// one lacks the image.
    std::vector<double> firstRank, secondRank;
    /// Spearman's ρ of the distances; NaN if a network's features have unit length.
    double rho = 0;
};

/// Errors: kNotFound (a map that is not there), kInvalid (the same map twice; fewer than three images in both), kCancelled.
Result<Comparison> compareSpaces(const Snapshot& snapshot, const CompareOptions& options, const JobContext& job);

}  // namespace facespace
