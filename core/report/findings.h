#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analyses/list.h"
#include "core/analyses/prediction/prediction_analysis.h"
#include "core/compute/compare_verification.h"
#include "core/compute/quality_report.h"
#include "core/compute/view_dependence_report.h"

/// What the analyses found, gathered for a report.
namespace facespace::report {

/// A result, or the sentence that says why there is none.
template <class T>
struct Finding {
    std::optional<T> value;
    std::string missing;
    const T* operator->() const { return &*value; }
    const T& operator*() const { return *value; }
    explicit operator bool() const { return value.has_value(); }
};

/// What one analysis found, or the sentence that says why it found nothing.
struct Outcome {
    const Analysis* analysis = nullptr;
    FindingsPtr found;
    std::string missing;
};

/// What the claims are judged by, of one network's features.
struct NetworkFindings {
    NetworkRecord network;
    std::int64_t features = 0;
    std::vector<TargetReport> prediction;
    Finding<ViewDependenceReport> views;
    Finding<QualityReport> quality;
    std::optional<VerifiedNetwork> verified;  ///< For differences of two networks.
};
NetworkFindings findingsOf(const FeatureSet& set, const std::vector<Outcome>& outcomes);

/// The values of each analysis by its key; one that is not there has its defaults.
using AllValues = std::map<std::string, Values>;
Values valuesOf(const AllValues& all, const Analysis& analysis);

/// Runs those analyses of the list that are a part of the report, for the scope's network. What cannot be done says why; the
/// rest still runs. Errors: kCancelled.
Result<std::vector<Outcome>> outcomesOf(const std::shared_ptr<const Snapshot>& snapshot, const AnalysisScope& scope,
                                        const AnalysisList& list, const AllValues& values, const JobContext& job);

}  // namespace facespace::report
