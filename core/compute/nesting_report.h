#pragma once
#include <string>
#include <vector>

#include "core/analysis/average_linkage.h"
#include "core/analysis/nested_variance.h"
#include "core/compute/analysis_input.h"

/// Is what lies near each other of one class, one identity, one light or one view?
namespace facespace {

struct NestingAnalysisOptions {
    std::string classes;                  ///< Column that labels classes of people; empty: the usual one; “none”: none.
    std::vector<std::string> conditions;  ///< Columns of images, or “view”; empty: the usual ones; “none”: none.
    int ranges = 3;                       ///< Of a condition that is a number.
    int treeIdentities = 8;               ///< In the tree, equally many of each class as far as possible.
    NestedVarianceOptions variance;
};

/// The mean of one identity's images under one combination of conditions, each at unit length.
struct CentroidLeaf {
    std::int32_t identity = 0;         ///< Position in CentroidTree::identities.
    std::int32_t ofClass = -1;         ///< Level of the class; −1: no classes.
    std::vector<std::int32_t> levels;  ///< Of the conditions.
    std::vector<int> rows;             ///< Its images.
};

/// Levels of a factor that are a branch of the tree: all their leaves and no others.
struct OwnBranches {
    std::int64_t own = 0, all = 0;
};

struct CentroidTree {
    std::vector<std::string> identities;
    std::vector<CentroidLeaf> leaves;
    std::vector<Merge> merges;  ///< By 1 − cosine of centroids.
    OwnBranches ofIdentities, ofClasses;
    std::vector<OwnBranches> ofConditions;
};

struct NestingReport {
    std::string network;
    ImageFactor classes;  ///< No levels: no classes.
    std::vector<ImageFactor> conditions;
    NestedVariance variance;
    CentroidTree tree;
};

/// Errors as nestedVariance(), kNotFound (network, column).
Result<NestingReport> computeNesting(const Snapshot& snapshot, const AnalysisScope& scope,
                                     const NestingAnalysisOptions& options, const JobContext& job);

}  // namespace facespace
