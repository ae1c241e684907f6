#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

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

std::string trustAsJson(const TrustReport& report);
/// Errors: kFormat.
Result<TrustReport> trustFromJson(const std::string& json);
/// Tables of reports in CSV: one line for each map and k; with the figures that have no k repeated in each.
std::string trustAsCsv(const std::vector<TrustReport>& reports);
/// The seeds compared, one line each; only a header if none were.
std::string trustSeedsAsCsv(const std::vector<TrustReport>& reports);

}  // namespace facespace
