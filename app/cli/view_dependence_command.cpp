#include <fmt/format.h>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "core/workflow/analysis_tables.h"

namespace facespace::cli {
namespace {

struct ViewWords : AnalysisWords {
    ViewDependenceOptions options;
    bool benjaminiHochberg = false;
};

void print(const ViewDependenceReport& report) {
    const ViewDependence& v = report.result;
    fmt::print("{} identities with enough images of both views, {} features, yaw from {}\n", v.identities.size(), v.t.cols(),
               report.yawSource);
    fmt::print("a feature depends on view in {:.1f} % of identity × feature cells\n", 100 * v.ofIdentity.mean());
    fmt::print("variance of the shares, less the part of single cells: over identities {:.5f}, over features {:.5f}",
               v.varianceOverIdentities, v.varianceOverFeatures);
    if (v.pValue) fmt::print("; difference as large under shuffled views: p = {:.4f}", *v.pValue);
    fmt::print("\n");
    if (v.identities.size() > 1)
        fmt::print("plain variances of the shares: over identities {:.5f}, over features {:.5f}\n", v.plain.rows,
                   v.plain.columns);
    for (const auto& note : v.notes) printNote(note);
}

Result<void> runViewDependence(const ViewWords& words, const JobContext& job) {
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    auto options = words.options;
    if (words.benjaminiHochberg) options.correction = Correction::kBenjaminiHochberg;
    const auto report = viewDependenceOf(**snapshot, words.scope(), options, job);
    if (!report) return forward(report);
    if (!words.json) print(*report);
    return words.write(tablesOf(*report));
}

}  // namespace

void addViewDependence(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("view-dependence",
                                       "Test for each identity and feature whether frontal and profile "
                                       "images differ, and whether that belongs to identities or features");
    auto words = std::make_shared<ViewWords>();
    words->addTo(*command);
    auto& o = words->options;
    command->add_option("--frontal", o.frontalDeg, "|yaw| up to this is frontal, degrees")->capture_default_str();
    command->add_option("--profile", o.profileDeg, "|yaw| from this is profile, degrees")->capture_default_str();
    command->add_option("--minimum", o.minimum, "Images of each view that an identity must have")
        ->check(CLI::Range(2, 1000000))
        ->capture_default_str();
    command->add_option("--alpha", o.alpha, "Level of significance")->check(CLI::Range(0.0, 1.0))->capture_default_str();
    command->add_flag("--bh", words->benjaminiHochberg, "Benjamini–Hochberg over the features in place of Bonferroni");
    command->add_option("--permutations", o.permutations, "Shuffles of frontal and profile; 0: no test")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--seed", o.seed, "Seed of the shuffles")->capture_default_str();
    command->callback(
        [words, &action] { action = [words](const JobContext& job) { return runViewDependence(*words, job); }; });
}

}  // namespace facespace::cli
