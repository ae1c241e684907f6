#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/workflow/compare_spaces.h"
#include "core/workflow/discard_of.h"
#include "core/workflow/prediction_of.h"
#include "core/workflow/quality_of.h"
#include "core/workflow/suspects_of.h"
#include "core/workflow/verification_of.h"
#include "core/workflow/view_dependence_of.h"

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

struct AnalysisOptions {
    PredictionAnalysisOptions prediction;
    ViewDependenceOptions views;
    QualityAnalysisOptions quality;
    VerificationAnalysisOptions verification;
    DiscardOptions discard;
    SuspectOptions suspects;
    CompareOptions compare;  ///< Of two networks or maps: for a figure, no part of a report.
    void setSeed(std::uint64_t seed);
    /// Everything that the results of a report depend on, as JSON.
    std::string json() const;
};

/// All analyses of one network's features.
struct NetworkFindings {
    NetworkRecord network;
    std::int64_t features = 0;
    std::vector<TargetReport> prediction;
    Finding<ViewDependenceReport> views;
    Finding<QualityReport> quality;
    Finding<VerificationReport> verification;
    Finding<DiscardReport> discard;
    Finding<Suspects> suspects;
};

/// Runs everything for every network (or the one of that name). What cannot be done says why; the rest still runs.
/// Errors: kNotFound (no features at all, no such network), kCancelled.
Result<std::vector<NetworkFindings>> findingsOf(const Snapshot& snapshot, const std::string& network,
                                                const AnalysisOptions& options, const JobContext& job);

}  // namespace facespace::report
