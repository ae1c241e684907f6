#include "core/analyses/list.h"

#include <algorithm>

#include "core/analyses/ageing/ageing_analysis.h"
#include "core/analyses/codes/codes_analysis.h"
#include "core/analyses/compare/compare_analysis.h"
#include "core/analyses/discard/discard_analysis.h"
#include "core/analyses/groups/groups_analysis.h"
#include "core/analyses/identify/identify_analysis.h"
#include "core/analyses/layers/layers_analysis.h"
#include "core/analyses/mixed/mixed_analysis.h"
#include "core/analyses/nesting/nesting_analysis.h"
#include "core/analyses/overlap/overlap_analysis.h"
#include "core/analyses/prediction/prediction_analysis.h"
#include "core/analyses/probe/probe_analysis.h"
#include "core/analyses/quality/quality_analysis.h"
#include "core/analyses/quality_scores/quality_scores_analysis.h"
#include "core/analyses/spaces/spaces_analysis.h"
#include "core/analyses/suspects/suspects_analysis.h"
#include "core/analyses/trust/trust_analysis.h"
#include "core/analyses/verify/verify_analysis.h"
#include "core/analyses/view_dependence/view_dependence_analysis.h"

namespace facespace {

const Analysis* AnalysisList::find(const std::string& key) const {
    const auto found = std::ranges::find(all_, key, [](const Analysis* a) { return a->key; });
    return found == all_.end() ? nullptr : *found;
}

const Analysis* AnalysisList::drawing(const std::string& figure) const {
    const auto found = std::ranges::find_if(all_, [&](const Analysis* a) { return a->draws(figure); });
    return found == all_.end() ? nullptr : *found;
}

const AnalysisList& analyses() {
    static const AnalysisList all({
        &predictionAnalysis(), &viewDependenceAnalysis(), &codesAnalysis(),         &nestingAnalysis(),  &layersAnalysis(),
        &qualityAnalysis(),    &discardAnalysis(),        &qualityScoresAnalysis(), &mixedAnalysis(),    &verifyAnalysis(),
        &identifyAnalysis(),   &groupsAnalysis(),         &ageingAnalysis(),        &suspectsAnalysis(), &overlapAnalysis(),
        &compareAnalysis(),    &spacesAnalysis(),         &probeAnalysis(),         &trustAnalysis(),
    });
    return all;
}

}  // namespace facespace
