#pragma once
#include <span>
#include <vector>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/projection/affinities.h"
#include "core/projection/neighbours.h"

namespace facespace {

struct QualityOptions {
    std::vector<int> neighbours = {10, 30};  ///< The k of every measure; each at least 1 and below N/2.
    Metric metric = Metric::kEuclidean;      ///< What the features are compared by: that of the map.
    /// Of the affinities that the divergence is measured against; lowered to (N − 1)/3. Empty: no divergence.
    std::vector<double> perplexities{};
};

/// How far a map can be trusted. Vectors have one value for each k.
struct MapQuality {
    std::vector<int> neighbours;
    /// T(k) of Venna & Kaski 2001, in 0 … 1: whether neighbours on the map are neighbours in the features.
    std::vector<double> trustworthiness;
    /// C(k), the same with the spaces exchanged: whether neighbours in the features stay neighbours on the map.
    std::vector<double> continuity;
    /// The mean share of the k nearest neighbours in the features that are among the k nearest on the map.
    std::vector<double> preservation;
    Eigen::MatrixXf pointPreservation;  ///< N × number of k: the same for each image.
    /// Spearman's ρ between distances in the features and on the map over all pairs; distances are counted in 512 steps.
    double distanceCorrelation = 0.0;
    /// Spearman's ρ over distances between the classes' centroids; NaN with fewer than three classes.
    double centroidCorrelation = 0.0;
    /// KL(P‖Q) of t-SNE, with the normalisation of Q summed over all pairs; NaN if it was not asked for.
    double klDivergence = 0.0;
};

/// KL(P‖Q) of a map, with Q normalised by the sum over all pairs.
double exactKlDivergence(const Affinities& p, const Embedding& map);

/// Exact, over all images and all pairs: time grows with N² (30,000 × 512: seconds).
/// @param x        N × D, finite.
/// @param map      N × dims, finite.
/// @param classes  N labels (identities), negative where unknown, or empty.
/// Errors: kInvalid (sizes differ, values not finite, N < 4, a k out of range), kCancelled. The same for any number of
/// threads.
Result<MapQuality> mapQuality(const FeatureMatrix& x, const Embedding& map, const QualityOptions& options,
                              std::span<const int> classes = {}, const JobContext& job = {});

/// The mean share of each point's k nearest neighbours that two maps of the same images have in common: how much of a map
/// another seed would repeat. Errors: kInvalid, kCancelled.
Result<double> mapAgreement(const Embedding& a, const Embedding& b, int k, const JobContext& job = {});

/// Spearman's rank correlation with mean ranks for ties; NaN for fewer than two values or no spread.
double spearman(std::span<const double> a, std::span<const double> b);

}  // namespace facespace
