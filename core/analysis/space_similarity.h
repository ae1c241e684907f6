#pragma once
#include <cstdint>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"

/// How alike are two spaces of the same images, whatever their axes and dimensions?
namespace facespace {

struct SpaceSimilarityOptions {
    int splits = 10;     ///< Random halves of every identity's units, for what does not rest on common images; 0: none.
    int folds = 5;       ///< Identity-disjoint, of the rotation that is held against others than it was found on.
    int leaveOut = 100;  ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    int mostIdentities = 300;  ///< Whose distances are compared; of more, a random choice.
    std::uint64_t seed = 1;
};

/// Representational similarity (Kriegeskorte, Mur and Bandettini 2008): do the same identities lie near each other?
/// Distances are 1 − the cosine between identities' means of unit-length features.
struct Rsa {
    Estimate spearman;  ///< ρ of the distances over all pairs of identities.
    /// ρ of squared distances that noise does not make larger: of two halves A and B of each identity's units the product
    /// (aᵢ − aⱼ)·(bᵢ − bⱼ), whose mean is that between the true means (Walther et al. 2016).
    Estimate unbiased;
    /// ρ between one space's distances from half of the units and the other's from the other half: what it is like that
    /// both spaces saw the same images cannot make them alike.
    Estimate across;
    double firstReliability = 0, secondReliability = 0;  ///< ρ of two halves within each space.
    double ceiling = 0;  ///< √ of their product: what `across` can reach with so few images (noise ceiling).
    Estimate corrected;  ///< across / ceiling (Spearman 1904); 1: the same geometry.
    std::int64_t identities = 0, splitIdentities = 0;  ///< Compared; of those, with two units to split.
    std::vector<double> first, second;                 ///< The distances, for drawing: of pairs i < j in order.
};

struct SpaceSimilarity {
    Rsa rsa;
    /// Linear centred kernel alignment of the images (Kornblith et al. 2019) with the unbiased estimator of HSIC (Song et
    /// al. 2012, eq. 5) over images of different identities only, as what two images of one person have in common would
    /// raise it the more the fewer people there are: 1 for equal spaces but for rotation and scale, 0 on average for
    /// unrelated ones.
    Estimate cka;
    double procrustes = 0;  ///< Σ singular values of XᵀY of centred X, Y of length 1: m² of Procrustes is 1 less its square.
    double heldOut = 0;  ///< R² of the second space from the first, rotated and scaled as fits other identities best.
    std::int64_t images = 0, identities = 0;
    std::vector<Text> notes;
};

/// Rows that are not finite in one of the two take no part. Intervals leave identities out (Student's t), less what pairs of
/// identities have of their own, which that counts twice; of correlations on the atanh scale. Deterministic for any number
/// of threads. Errors: kInvalid (fewer than four images or identities in both; says what to do), kCancelled.
Result<SpaceSimilarity> spaceSimilarity(const FeatureMatrix& x, const FeatureMatrix& y, const Units& units,
                                        const SpaceSimilarityOptions& options, const JobContext& job);

/// The unbiased CKA alone, of two matrices of as many rows, each of another identity; NaN for fewer than four.
double unbiasedCka(const Eigen::MatrixXd& x, const Eigen::MatrixXd& y);

}  // namespace facespace
