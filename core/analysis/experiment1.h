#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/ridge.h"
#include "core/common/text.h"

/// Experiment 1: what the raw features of a network say about the image. Linear regression of a number (yaw, pitch, |yaw|,
/// any column) and linear discriminant analysis of two classes (pitch centred or not, still or video, any two-class
/// column), on identities not fitted to, and on random images, side by side.
namespace facespace {

struct Experiment1Options {
    int folds = 5;                   ///< Identity-disjoint folds, 2 … 32.
    int randomRepeats = 20;          ///< Random-image splits; 0: none.
    double trainShare = 0.5;         ///< Of the images, in random-image splits; 0.05 … 0.95.
    int bootstrap = 1000;            ///< Resamples for 95 % intervals; 0: none.
    int permutations = 199;          ///< For the baseline; 0: none. The least p-value is 1 / (permutations + 1).
    bool featureCurve = true;        ///< Accuracy against the number of features.
    std::vector<int> featureCounts;  ///< Empty: 1, 2, 5, 10, … D.
    int featureRepeats = 5;          ///< Random subsets per count.
    std::vector<double> penalties;   ///< Ridge; empty: RidgeOptions' grid.
    std::vector<double> shrinkages;  ///< LDA, in (0, 1]; empty: 0.001, 0.01, 0.03, 0.1, 0.3, 0.6, 0.9.
    std::uint64_t seed = 1;
};

/// How the labels were shuffled for the baseline. Units (videos, stills) swap their labels within each identity if at least
/// half of the label's variance is there; else (the label belongs to identities) whole identities swap their units' labels,
/// in order, repeated as often as needed. Frames of one video never part.
enum class PermutationScheme { kWithinIdentity, kWholeIdentities };

/// A figure under labels that mean nothing, made by the same nested procedure.
struct PermutationBaseline {
    PermutationScheme scheme = PermutationScheme::kWithinIdentity;
    Spread figure;      ///< R² or AUC under permutation.
    double pValue = 1;  ///< (1 + permutations at least as good) / (1 + permutations); Phipson & Smyth 2010.
    int permutations = 0;
};

/// R² (numbers) or AUC (classes) out of fold, from some of the features.
struct FeatureCurvePoint {
    int features = 0;
    Spread random;    ///< Over random subsets; one value for all features.
    double best = 0;  ///< The features most correlated with the label, ranked inside each training part.
};

struct RegressionReport {
    RidgeResult identityFolds;
    Estimate mae, rmse, r2;                       ///< Identity-disjoint folds; identity-clustered bootstrap of the errors.
    Spread randomMae, randomRmse, randomR2;       ///< Random-image splits: these leak identity and neighbouring frames.
    std::optional<PermutationBaseline> baseline;  ///< Of R².
    std::vector<FeatureCurvePoint> featureCurve;  ///< R².
    std::vector<Text> notes;
};

/// Errors as ridgeCrossValidated. Deterministic for any number of threads.
Result<RegressionReport> regressionExperiment(const FeatureMatrix& x, const std::vector<double>& labels, const Units& units,
                                              const Experiment1Options& options, const JobContext& job);

/// A two-class target: per image 0, 1 or -1 (not known).
struct ClassTarget {
    std::vector<int> classOf;
    std::string name[2];  ///< "still", "video"
};
/// |pitch| ≤ limit is class 1, "centred"; NaN is not known.
ClassTarget centredPitch(const std::vector<double>& pitchDeg, double limitDeg = 10);

struct ClassificationReport {
    std::vector<float> outOfFold;  ///< N; log odds of class 1, as RidgeResult::outOfFold.
    LinearPredictor predictor;     ///< Of the log odds; penalty holds the shrinkage γ.
    FoldsUsed used;
    std::vector<double> foldShrinkages;  ///< γ of each fold, chosen inside its training part.
    Estimate accuracy, balancedAccuracy, auc;
    double majority = 0;                              ///< Accuracy of always saying the larger class.
    std::int64_t confusion[2][2] = {{0, 0}, {0, 0}};  ///< [true][said], out of fold.
    std::int64_t labelled = 0, identities = 0;
    int folds = 0;
    Spread randomAccuracy, randomBalancedAccuracy, randomAuc;
    std::optional<PermutationBaseline> baseline;  ///< Of the AUC, with each fold's γ as chosen on the true labels.
    std::vector<FeatureCurvePoint> featureCurve;  ///< AUC, with each fold's γ.
    std::vector<Text> notes;
};

/// Regularised LDA, γ chosen by the AUC in nested folds, classes weighted by their frequency.
/// Errors: kInvalid (one class only, a class on one identity only, too few images; says what to import), kCancelled.
Result<ClassificationReport> classificationExperiment(const FeatureMatrix& x, const ClassTarget& target, const Units& units,
                                                      const Experiment1Options& options, const JobContext& job);

}  // namespace facespace
