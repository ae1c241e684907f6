#pragma once
#include "core/analyses/analysis.h"
#include "core/compute/probe_tables.h"

namespace facespace {

struct ProbeFound {
    ProbeSeries series;
    std::vector<Table> tables;
};

/// A face made worse. Findings: ProbeFound.
const Analysis& probeAnalysis();
/// Around steps that were taken one by one.
FindingsPtr probeFindings(const AnalysisRequest& request, const std::string& network, ProbeFound found);

}  // namespace facespace
