#include <fmt/format.h>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/workflow/analysis_tables.h"

namespace facespace::cli {
namespace {

struct VerifyWords : AnalysisWords {
    VerificationAnalysisOptions options;
    std::string metric = "cosine";
};

void print(const VerificationReport& report) {
    const Verification& v = report.result;
    fmt::print("{}: {} genuine and {} impostor pairs of {} identities\n", report.pairs, groupedNumber(v.genuinePairs),
               groupedNumber(v.impostorPairs), groupedNumber(v.identities));
    if (report.missingPairs > 0)
        printNote(fmt::format("{} pairs were left out because an image or template is not there or has no feature.",
                              groupedNumber(report.missingPairs)));
    fmt::print("AUC {}, EER {}\n", estimateText(v.auc.value, v.auc.low, v.auc.high, 4),
               estimateText(v.eer.value, v.eer.low, v.eer.high, 4));
    if (v.foldAccuracy.count > 0)
        fmt::print("accuracy over folds {:.4f} ± {:.4f}\n", v.foldAccuracy.mean, v.foldAccuracy.sd);
    for (const auto& p : v.operatingPoints)
        fmt::print("TAR at FAR {:g}: {}{}\n", p.fmrTarget, estimateText(p.tar.value, p.tar.low, p.tar.high, 4),
                   p.resolved ? "" : " (too few impostor pairs to tell)");
    for (const auto& note : v.notes) printNote(note);
}

Result<void> runVerify(const VerifyWords& words, const JobContext& job) {
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    auto options = words.options;
    options.verification.metric = words.metric == "cosine" ? PairMetric::kCosine : PairMetric::kEuclidean;
    const auto report = verificationOf(**snapshot, words.scope(), options, job);
    if (!report) return forward(report);
    if (!words.json) print(*report);
    return words.write(tablesOf(*report, **snapshot));
}

}  // namespace

void addVerify(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("verify", "Compare genuine and impostor pairs: ROC, DET, EER, TAR at fixed FAR");
    auto words = std::make_shared<VerifyWords>();
    words->addTo(*command);
    auto& o = words->options;
    command->add_option("--metric", words->metric, "Score of a pair")
        ->check(CLI::IsMember({"cosine", "euclidean"}))
        ->capture_default_str();
    command->add_option("--protocol", o.protocol, "Pairs to compare in place of all: LFW's pairs.txt, or template pairs");
    command->add_option("--templates", o.templates,
                        "Column that names the template of each image (IJB); features are pooled");
    command->add_option("--template-media", o.media, "Column that names the medium within a template (default: the video)");
    command->add_option("--far", o.verification.fmrTargets, "False accept rates")->delimiter(',')->capture_default_str();
    command->add_option("--worst", o.verification.worstPairs, "How many of the worst pairs of each kind")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--bootstrap", o.verification.bootstrap, "Resamples for the intervals; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--seed", o.verification.seed, "Seed of the resamples")->capture_default_str();
    command->callback([words, &action] { action = [words](const JobContext& job) { return runVerify(*words, job); }; });
}

}  // namespace facespace::cli
