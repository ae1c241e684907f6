#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analyses/list.h"
#include "core/analyses/prediction/prediction_analysis.h"
#include "core/common/side_by_side.h"
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
    std::vector<VerifiedNetwork> compared;    ///< The two that are compared, over the images that both have.
};
NetworkFindings findingsOf(const FeatureSet& set, const std::vector<Outcome>& outcomes);

/// The values of each analysis by its key; one that is not there has its defaults.
using AllValues = std::map<std::string, Values>;
Values valuesOf(const AllValues& all, const Analysis& analysis);

/// The analyses of one network that are a part of the report, as tasks: side by side they take less time than in turn.
class NetworkRun {
  public:
    NetworkRun(std::shared_ptr<const Snapshot> snapshot, AnalysisScope scope, const AnalysisList& list,
               const AllValues& values);

    /// Appends a task for each analysis, behind those whose findings it reads. What cannot be done says why; the rest still
    /// runs. This must stay where it is until they have run.
    void addTo(std::vector<Task>& tasks);
    bool cancelled() const;
    /// Once they have run, in the list's order; to be called once.
    std::vector<Outcome> outcomes();

  private:
    struct Part {
        const Analysis* analysis;
        Values values;
        Outcome outcome{};
        bool cancelled = false;
    };
    void run(Part& part, const JobContext& job);
    Part* partOf(const Analysis* analysis);

    std::shared_ptr<const Snapshot> snapshot_;
    AnalysisScope scope_;
    std::vector<const Analysis*> wanted_;  ///< In the list's order.
    std::vector<Part> parts_;              ///< Each behind the ones whose findings it reads.
};

}  // namespace facespace::report
