#include "core/report/findings.h"

#include <algorithm>

#include "core/analyses/compare/compare_analysis.h"
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
    if (const Outcome* compared = outcomeOf(outcomes, compareAnalysis()); compared != nullptr && compared->found)
        f.compared = resultOf<Comparison>(*compared->found).verified;
    return f;
}

NetworkRun::NetworkRun(std::shared_ptr<const Snapshot> snapshot, AnalysisScope scope, const AnalysisList& list,
                       const AllValues& values)
    : snapshot_(std::move(snapshot)), scope_(std::move(scope)) {
    std::vector<const Analysis*> order;
    for (const Analysis* analysis : list)
        if (analysis->isReported(valuesOf(values, *analysis))) {
            inOrder(*analysis, order);
            wanted_.push_back(analysis);
        }
    for (const Analysis* analysis : order) parts_.push_back({analysis, valuesOf(values, *analysis)});
}

void NetworkRun::addTo(std::vector<Task>& tasks) {
    const std::size_t first = tasks.size();
    for (Part& part : parts_) {
        Task task;
        for (const Analysis* before : part.analysis->after)
            task.after.push_back(first + static_cast<std::size_t>(partOf(before) - parts_.data()));
        task.run = [this, &part](const JobContext& job) { run(part, job); };
        tasks.push_back(std::move(task));
    }
}

void NetworkRun::run(Part& part, const JobContext& job) {
    AnalysisRequest request{snapshot_, scope_, part.values, {}};
    for (const Analysis* before : part.analysis->after)
        if (const FindingsPtr& found = partOf(before)->outcome.found) request.earlier.push_back(found);
    const auto found = part.analysis->run(request, job);
    part.cancelled = !found && found.error().code == ErrorCode::kCancelled;
    part.outcome = {part.analysis, found ? *found : nullptr, found ? std::string() : found.error().message.english()};
}

NetworkRun::Part* NetworkRun::partOf(const Analysis* analysis) {
    return &*std::ranges::find(parts_, analysis, &Part::analysis);
}

bool NetworkRun::cancelled() const { return std::ranges::any_of(parts_, &Part::cancelled); }

std::vector<Outcome> NetworkRun::outcomes() {
    std::vector<Outcome> outcomes;
    for (const Analysis* analysis : wanted_) outcomes.push_back(std::move(partOf(analysis)->outcome));
    return outcomes;
}

}  // namespace facespace::report
