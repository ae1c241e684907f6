#include "core/report/findings.h"

#include <algorithm>

#include "core/analyses/quality/quality_analysis.h"
#include "core/analyses/verify/verify_analysis.h"
#include "core/analyses/view_dependence/view_dependence_analysis.h"

namespace facespace::report {
namespace {

const Outcome* outcomeOf(const std::vector<Outcome>& outcomes, const Analysis& analysis) {
    const auto found = std::ranges::find(outcomes, &analysis, &Outcome::analysis);
    return found == outcomes.end() ? nullptr : &*found;
}

template <class T>
void take(const std::vector<Outcome>& outcomes, const Analysis& analysis, Finding<T>& finding) {
    const Outcome* outcome = outcomeOf(outcomes, analysis);
    if (outcome == nullptr) return;
    finding.missing = outcome->missing;
    if (outcome->found) finding.value = resultOf<T>(*outcome->found);
}

/// Those of the list, each behind the ones whose findings it reads.
void inOrder(const Analysis& analysis, std::vector<const Analysis*>& order) {
    for (const Analysis* before : analysis.after) inOrder(*before, order);
    if (std::ranges::find(order, &analysis) == order.end()) order.push_back(&analysis);
}

}  // namespace

Values valuesOf(const AllValues& all, const Analysis& analysis) {
    const auto found = all.find(analysis.key);
    return found == all.end() ? analysis.defaults() : found->second;
}

NetworkFindings findingsOf(const FeatureSet& set, const std::vector<Outcome>& outcomes) {
    NetworkFindings f;
    f.network = set.network;
    f.features = set.count;
    Finding<TargetReports> prediction;
    take(outcomes, predictionAnalysis(), prediction);
    if (prediction) f.prediction = std::move(*prediction.value);
    take(outcomes, viewDependenceAnalysis(), f.views);
    take(outcomes, qualityAnalysis(), f.quality);
    if (const Outcome* verified = outcomeOf(outcomes, verifyAnalysis()); verified != nullptr && verified->found)
        f.verified = withoutPairs(set.network.name, resultOf<VerificationReport>(*verified->found).result);
    return f;
}

Result<std::vector<Outcome>> outcomesOf(const std::shared_ptr<const Snapshot>& snapshot, const AnalysisScope& scope,
                                        const AnalysisList& list, const AllValues& values, const JobContext& job) {
    std::vector<const Analysis*> order;
    for (const Analysis* analysis : list)
        if (analysis->isReported(valuesOf(values, *analysis))) inOrder(*analysis, order);
    std::vector<Outcome> made;
    std::vector<FindingsPtr> earlier;
    for (const Analysis* analysis : order) {
        const auto found = analysis->run({snapshot, scope, valuesOf(values, *analysis), earlier}, job);
        if (!found && found.error().code == ErrorCode::kCancelled) return cancelled();
        if (found) earlier.push_back(*found);
        made.push_back({analysis, found ? *found : nullptr, found ? std::string() : found.error().message.english()});
    }
    std::vector<Outcome> outcomes;
    for (const Analysis* analysis : list)
        if (const Outcome* outcome = outcomeOf(made, *analysis)) outcomes.push_back(*outcome);
    return outcomes;
}

}  // namespace facespace::report
