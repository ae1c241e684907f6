#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/resampling.h"
#include "core/analysis/units.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/features/feature_matrix.h"

/// What is coded where in a network: linear probes of each layer, and how well it tells identities apart (after Dhar et al.
/// 2020; the probes are linear, where theirs estimate mutual information).
namespace facespace {

/// What a probe reads: a number, or a class.
struct ProbedAttribute {
    std::string name;
    std::vector<double> values;         ///< N, NaN: not known; empty for classes.
    std::vector<std::string> classes;   ///< Empty for numbers.
    std::vector<std::int32_t> classOf;  ///< N, −1: not known; empty for numbers.
    Text title{};                       ///< For people; what somebody named is a finished text.
    bool ofClasses() const { return !classes.empty(); }
};

struct LayerProbeOptions {
    int folds = 5;         ///< Identity-disjoint; the penalty of each is chosen inside its training part.
    int images = 1200;     ///< Of more, a random choice that keeps as many identities as possible.
    int components = 512;  ///< Layers of more numbers are read through so many principal components.
    int leaveOut = 100;    ///< Identities, or random groups of them, left out in turn for 95 % intervals; 0: none.
    std::uint64_t seed = 1;
};

/// How a probe's figure reads.
enum class ProbeFigure {
    kAuc,               ///< Of pairs of images of one identity and of different units, by cosine; 0.5 by chance.
    kRSquared,          ///< Of a number, on identities that were not fitted to; 0: no better than the mean.
    kBalancedAccuracy,  ///< Of classes, the same; 1 over their number by chance.
};

/// One attribute, or identity, over all layers.
struct LayerCurve {
    std::string name;  ///< Empty: identity.
    ProbeFigure figure = ProbeFigure::kAuc;
    double chance = 0;
    std::vector<Estimate> layers;
    std::size_t best = 0;  ///< The layer from which it is read best, the first of equals.
    Estimate lastLessFirst, bestLessLast;
    std::int64_t images = 0, identities = 0;
    Text title{};  ///< For people.
};

struct LayerProbes {
    std::vector<LayerCurve> curves;        ///< Identity first.
    std::vector<double> keptVariance;      ///< By layer: share of the variance in the components that are read; 1: all.
    std::vector<std::int64_t> dimensions;  ///< By layer.
    std::int64_t images = 0, identities = 0;
    std::vector<Text> notes;
};

/// @param layers  N × D each, from the input on. Rows that are not finite in one of them take no part.
/// Intervals leave identities out of what is fitted and of what is judged (penalties, components and folds stay), less for
/// identity what pairs of people have of their own. Deterministic for any number of threads. Errors: kInvalid (fewer than
/// two layers, fewer than ten images or four identities; says what to do), kCancelled.
Result<LayerProbes> layerProbes(const std::vector<const FeatureMatrix*>& layers, const Units& units,
                                const std::vector<ProbedAttribute>& attributes, const LayerProbeOptions& options,
                                const JobContext& job);

}  // namespace facespace
