#pragma once
#include <Eigen/Core>

#include "core/analysis/blas.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/population_code.h"

namespace facespace::population {

/// The rows that have features, centred.
struct Coded {
    blas::RowMatrixXd x;
    std::vector<std::int64_t> rows;
    UnitGroups groups;
    LeaveOutTurns turns;  ///< Of identities.
    std::vector<CodedAttribute> attributes;
    std::vector<double> yaw;
};

/// In which units an attribute is; for identity `attribute` is null.
UnitCode unitCode(const Coded& coded, const CodedAttribute* attribute);

/// Pairs of positions in Coded::rows, and whether they are of one identity.
struct SampledPairs {
    std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
    std::vector<int> genuine;
};
SampledPairs samplePairs(const Coded& coded, const PopulationOptions& options);
Result<std::vector<SubsetPoint>> subsetPoints(const Coded& coded, const SampledPairs& pairs,
                                              const PopulationOptions& options, const JobContext& job);
/// Fills directions and what is left without components.
Result<void> addComponents(PopulationCode& found, const Coded& coded, const SampledPairs& pairs, const JobContext& job);

/// 1, 2, 4 … and `all`.
std::vector<int> doublingTo(int all);

}  // namespace facespace::population
