#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

struct TrustOptions {
    std::string map;                ///< Name; empty: the only one (error if there are several).
    std::vector<int> neighbours{};  ///< The k of T(k), C(k) and preservation; empty: 5, 10, 20, 30, 50 and, up to 25,000
                                    ///< images, 100, as far as there are images.
    int columnNeighbours = 30;      ///< The k of each image's own preservation; lowered for few images.
    int seeds = 0;                  ///< So many further maps are made with the next seeds and compared.
};

/// How far one map can be trusted. Vectors have one value for each k.
struct TrustReport {
    std::string map, method, network, metric;
    std::int64_t images = 0;
    std::vector<int> neighbours;
    std::vector<double> trustworthiness, continuity, preservation;
    std::vector<double> byChance;      ///< The preservation that points in random places would have: k / (N − 1).
    double distanceCorrelation = 0;    ///< Spearman's ρ between distances, over all pairs.
    double centroidCorrelation = 0;    ///< Between distances of the identities' centroids; NaN with fewer than three.
    double klDivergence = 0;           ///< Against the affinities of `perplexities`.
    std::vector<double> perplexities;  ///< The map's own, or 30.
    int columnNeighbours = 0;
    struct Seed {
        std::uint64_t seed = 0;
        double klDivergence = 0, trustworthiness = 0, continuity = 0, preservation = 0;  ///< At `columnNeighbours`.
        double agreement = 0;  ///< Share of each image's neighbours on this report's map that it also has on this one.
    };
    std::vector<Seed> seeds;
    double seconds = 0;
};

/// Measures a map against the features it was made from, over all pairs of images, and keeps the report and each image's
/// own preservation in the project. Errors: kNotFound (no such map), kInvalid (fewer than 4 images), kCancelled.
Result<TrustReport> trustInto(Project& project, const TrustOptions& options, const JobContext& job);

std::string trustAsJson(const TrustReport& report);
/// Errors: kFormat.
Result<TrustReport> trustFromJson(const std::string& json);
/// Tables of reports in CSV: one line for each map and k; with the figures that have no k repeated in each.
std::string trustAsCsv(const std::vector<TrustReport>& reports);
/// The seeds compared, one line each; only a header if none were.
std::string trustSeedsAsCsv(const std::vector<TrustReport>& reports);

}  // namespace facespace
