#pragma once
#include <vector>

#include "core/report/claims.h"
#include "core/report/page.h"

/// The parts of the report's page.
namespace facespace::report {

struct SectionContext {
    const Snapshot& snapshot;
    const AnalysisOptions& options;
    bool faces = true;
};

void addSummary(Page& page, const Snapshot& snapshot, const std::vector<NetworkFindings>& all);
void addClaims(Page& page, const std::vector<Claim>& claims, bool severalNetworks);
/// Experiment 1 of all networks in one table, with figures for each.
void addPrediction(Page& page, const std::vector<NetworkFindings>& all);
void addViews(Page& page, const NetworkFindings& f, const SectionContext& context);
void addQuality(Page& page, const NetworkFindings& f, const SectionContext& context);
void addDiscard(Page& page, const NetworkFindings& f, const SectionContext& context);
void addVerification(Page& page, const NetworkFindings& f, const SectionContext& context);
void addSuspects(Page& page, const NetworkFindings& f, const SectionContext& context);
void addProvenance(Page& page, const Snapshot& snapshot, const std::vector<NetworkFindings>& all,
                   const std::vector<JobRecord>& jobs, const AnalysisOptions& options);

}  // namespace facespace::report
