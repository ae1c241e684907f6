#pragma once
#include <string>
#include <vector>

#include "core/analysis/population_code.h"
#include "core/compute/analysis_input.h"

/// In how many units a network keeps what it knows of a face.
namespace facespace {

struct CodesAnalysisOptions {
    std::vector<std::string> columns;  ///< That label classes; empty: the first three that could, and “view”.
    PopulationOptions population;
};

struct CodesReport {
    std::string network;
    PopulationCode code;
};

/// “view” is |yaw| in ranges of 30°. Errors as populationCode(), kNotFound (network, column).
Result<CodesReport> computeCodes(const Snapshot& snapshot, const AnalysisScope& scope, const CodesAnalysisOptions& options,
                                 const JobContext& job);

}  // namespace facespace
