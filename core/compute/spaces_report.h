#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/ratings.h"
#include "core/analysis/space_similarity.h"
#include "core/project/snapshot.h"

/// Two networks as spaces of the same images, and networks beside what people say of faces.
namespace facespace {

struct SpacesAnalysisOptions {
    std::string first, second;  ///< Networks; empty: the first two.
    SpaceSimilarityOptions similarity;
    int neighbours = 10;
    /// What people say, with a header: a table of pairs (two columns that name images or identities, then numbers, larger is
    /// more alike, a column for each rater), or of faces (one column that names them, then a number for each trait).
    std::filesystem::path ratings{};
};

/// Ratings beside one network.
struct RatedSpace {
    std::string network;
    std::optional<PairRatings> pairs;
    std::optional<TraitPredictions> traits;
};

struct SpacesReport {
    std::string first, second;                  ///< Empty second: one network, and ratings.
    std::optional<SpaceSimilarity> similarity;  ///< Of two networks.
    double neighboursShared = 0, neighboursByChance = 0;
    int neighbours = 0;
    std::vector<RatedSpace> rated;  ///< Of the networks that are compared.
    std::vector<Text> notes;
};

/// Errors: kNotFound (network, a table that names nobody here), kIo, kFormat, kInvalid (one network and no ratings; too few
/// images; what neither is), kCancelled.
Result<SpacesReport> computeSpaces(const Snapshot& snapshot, const std::optional<std::vector<std::int64_t>>& rows,
                                   const std::string& unit, const SpacesAnalysisOptions& options, const JobContext& job);

}  // namespace facespace
