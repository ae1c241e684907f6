#pragma once
#include <set>
#include <vector>

#include "core/report/claims.h"
#include "core/report/page.h"

/// The parts of the report's page that belong to no analysis.
namespace facespace::report {

void addSummary(Page& page, const Snapshot& snapshot, const std::vector<NetworkFindings>& all);
void addClaims(Page& page, const std::vector<Claim>& claims, const GradeOptions& grades, bool severalNetworks);

struct Provenance {
    const std::vector<NetworkFindings>& all;
    const std::vector<JobRecord>& jobs;
    std::string command;         ///< That makes the same page again.
    std::string parametersJson;  ///< Of every analysis.
};
void addProvenance(Page& page, const Snapshot& snapshot, const Provenance& made);

}  // namespace facespace::report
