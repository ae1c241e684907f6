#include "core/report/findings.h"

#include <nlohmann/json.hpp>

namespace facespace::report {
namespace {

/// Takes the value or the sentence. False if the job was cancelled.
template <class T>
bool take(Result<T> result, Finding<T>& finding) {
    if (result)
        finding.value = std::move(*result);
    else if (result.error().code == ErrorCode::kCancelled)
        return false;
    else
        finding.missing = result.error().message;
    return true;
}

bool fill(NetworkFindings& f, const Snapshot& snapshot, const AnalysisOptions& o, const JobContext& job) {
    const AnalysisScope scope{f.network.name, {}};
    Finding<std::vector<TargetReport>> prediction;
    if (!take(predictionOf(snapshot, scope, o.prediction, job), prediction)) return false;
    if (prediction) f.prediction = std::move(*prediction.value);
    if (!take(viewDependenceOf(snapshot, scope, o.views, job), f.views)) return false;
    if (!take(qualityOf(snapshot, scope, o.quality, job), f.quality)) return false;
    if (!take(verificationOf(snapshot, scope, o.verification, job), f.verification)) return false;
    if (f.verification) {
        if (!take(discardOf(snapshot, scope, f.verification->result, o.discard, job), f.discard)) return false;
        // Up to 50 million of them, needed for the curves only.
        f.verification.value->result.genuine = {};
    } else {
        f.discard.missing = f.verification.missing;
    }
    return take(suspectsOf(snapshot, scope, o.suspects, job), f.suspects);
}

}  // namespace

void AnalysisOptions::setSeed(std::uint64_t seed) {
    prediction.experiment.seed = views.seed = quality.relation.statistics.seed = seed;
    verification.verification.seed = discard.edc.seed = seed;
}

std::string AnalysisOptions::json() const {
    const auto& e = prediction.experiment;
    const auto& s = quality.relation.statistics;
    return nlohmann::ordered_json{
        {"seed", e.seed},
        {"prediction",
         {{"folds", e.folds},
          {"random_splits", e.randomRepeats},
          {"train_share", e.trainShare},
          {"bootstrap", e.bootstrap},
          {"permutations", e.permutations},
          {"centred_pitch_deg", prediction.centredPitchDeg}}},
        {"view_dependence",
         {{"frontal_deg", views.frontalDeg},
          {"profile_deg", views.profileDeg},
          {"minimum", views.minimum},
          {"alpha", views.alpha},
          {"correction", views.correction == Correction::kBonferroni ? "Bonferroni" : "Benjamini-Hochberg"},
          {"permutations", views.permutations}}},
        {"quality",
         {{"bins", quality.relation.bins},
          {"held_fixed", quality.relation.heldFixed},
          {"bootstrap", s.bootstrap},
          {"kendall_bootstrap", s.kendallBootstrap},
          {"permutations", s.permutations}}},
        {"verification",
         {{"metric", verification.verification.metric == PairMetric::kCosine ? "cosine" : "euclidean"},
          {"false_accept_rates", verification.verification.fmrTargets},
          {"bootstrap", verification.verification.bootstrap}}},
        {"error_versus_discard",
         {{"false_match_rates", discard.edc.fmrTargets},
          {"discard_limit", discard.edc.discardLimit},
          {"random_repeats", discard.edc.randomRepeats}}},
        {"suspects", {{"minimum", suspects.minimum}}}}
        .dump(2);
}

Result<std::vector<NetworkFindings>> findingsOf(const Snapshot& snapshot, const std::string& network,
                                                const AnalysisOptions& options, const JobContext& job) {
    if (snapshot.featureSets.empty() || !network.empty())
        if (const auto input = gather(snapshot, {network, {}}); !input) return forward(input);
    std::vector<NetworkFindings> all;
    for (const auto& set : snapshot.featureSets) {
        if (!network.empty() && set->network.name != network) continue;
        NetworkFindings& findings = all.emplace_back();
        findings.network = set->network;
        findings.features = set->count;
        if (!fill(findings, snapshot, options, job)) return cancelled();
    }
    return all;
}

}  // namespace facespace::report
