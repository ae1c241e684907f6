#include <fmt/format.h>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/workflow/analysis_tables.h"
#include "core/workflow/measure_into.h"

namespace facespace::cli {
namespace {

struct QualityWords : AnalysisWords {
    QualityAnalysisOptions options;
    DiscardOptions discard;
    std::string distance = "origin";
    bool noMeasuring = false, noDiscard = false;
    std::uint64_t seed = 1;
};

/// Takes the measures that are lacking. Images that are gone leave the analysis with what there is.
Result<void> measure(const QualityWords& words, const JobContext& job) {
    auto project = Project::open(words.project);
    if (!project) return forward(project);
    if (project->readOnly()) return {};
    const auto summary = measureInto(*project, {}, job);
    if (!summary && summary.error().code == ErrorCode::kNotFound) {
        printNote(summary.error().message);
        return {};
    }
    if (!summary) return forward(summary);
    if (summary->measured + summary->skipped > 0 && !words.json)
        fmt::print("measured {} images in {:.1f} s, {} could not be measured\n", groupedNumber(summary->measured),
                   summary->seconds, groupedNumber(summary->skipped));
    return {};
}

void print(const QualityReport& report) {
    for (const auto& sentence : report.missing) printNote(sentence);
    if (report.relations.empty()) return;
    fmt::print("{} of “{}” with each measure:\n", wordsOf(report.kind).title, report.network);
    for (const DistanceRelation& r : report.relations) {
        fmt::print("  {:28}", r.measure);
        if (r.rank) fmt::print(" ρ {}", estimateText(r.rank->spearman.value, r.rank->spearman.low, r.rank->spearman.high));
        if (r.partial) fmt::print(", partial {:.3f}", r.partial->rho.value);
        if (r.trend)
            fmt::print(", {} (R² {:.3f}{})", r.trend->increasing ? "rises" : "falls", r.trend->r2,
                       r.trend->pValue ? fmt::format(", p = {:.3f}", *r.trend->pValue) : std::string());
        fmt::print("\n");
        for (const auto& sentence : r.missing) printNote(sentence);
    }
}

/// Every measure at every false match rate, least area first.
void printAreas(const std::vector<EdcCurve>& curves, const std::string& title) {
    const DiscardAreas areas = areasOf(curves);
    fmt::print("{}:\n  {:30}", title, "");
    for (const double fmr : areas.fmrTargets) fmt::print("{:>12}", fmt::format("FMR {:g}", fmr));
    fmt::print("\n  {:30}", "FNMR with none discarded");
    for (const double fnmr : areas.startFnmr) fmt::print("{:>12.4f}", fnmr);
    fmt::print("\n");
    for (const DiscardAreas::Row& row : areas.rows) {
        fmt::print("  {:30}", row.quality);
        for (const double area : row.area) fmt::print("{:>12.6f}", area);
        fmt::print("\n");
    }
}

void print(const DiscardReport& report, double limit) {
    printAreas(report.curves, fmt::format("error versus discard, area up to {:g} % (less is better)", 100 * limit));
    if (!report.recomputed.empty()) printAreas(report.recomputed, "the same with thresholds recomputed");
    for (const auto& sentence : report.missing) printNote(sentence);
}

Result<void> addDiscard(const QualityWords& words, const Snapshot& snapshot, std::vector<Table>& tables,
                        const JobContext& job) {
    VerificationAnalysisOptions pairs;
    pairs.verification.fmrTargets = words.discard.edc.fmrTargets;
    pairs.verification.bootstrap = 0;
    const auto verified = verificationOf(snapshot, words.scope(), pairs, job);
    if (!verified && verified.error().code == ErrorCode::kCancelled) return forward(verified);
    const auto report = verified ? discardOf(snapshot, words.scope(), verified->result, words.discard, job)
                                 : Result<DiscardReport>(forward(verified));
    if (!report && report.error().code == ErrorCode::kCancelled) return forward(report);
    if (!report) {
        printNote(report.error().message);
        return {};
    }
    if (!words.json) print(*report, words.discard.edc.discardLimit);
    append(tables, tablesOf(*report));
    return {};
}

Result<void> runQuality(QualityWords words, const JobContext& job) {
    words.options.distance = words.distance == "mean"       ? DistanceKind::kMean
                             : words.distance == "centroid" ? DistanceKind::kCentroid
                                                            : DistanceKind::kOrigin;
    words.options.relation.statistics.seed = words.discard.edc.seed = words.seed;
    words.discard.measures = words.options.measures;
    if (!words.noMeasuring)
        if (const auto done = measure(words, job); !done) return done;
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto report = qualityOf(**snapshot, words.scope(), words.options, job);
    if (!report) return forward(report);
    if (!words.json) print(*report);
    auto tables = tablesOf(*report, **snapshot);
    if (!words.noDiscard)
        if (const auto done = addDiscard(words, **snapshot, tables, job); !done) return done;
    return words.write(tables);
}

void addDiscardOptions(CLI::App& command, QualityWords& words) {
    auto& edc = words.discard.edc;
    command.add_option("--fmr", edc.fmrTargets, "Error versus discard: false match rates")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--discard-limit", edc.discardLimit, "Share of pairs up to which the area is taken")
        ->check(CLI::Range(0.001, 0.999))
        ->capture_default_str();
    command.add_flag("--recomputed", words.discard.recomputed, "Also with thresholds found again at every share discarded");
    command.add_flag("--no-discard", words.noDiscard, "Leave error versus discard out");
}

}  // namespace

void addQuality(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("quality",
                                       "Measure image quality, relate it to the distance from the origin, and draw "
                                       "error against discard");
    auto words = std::make_shared<QualityWords>();
    words->addTo(*command);
    auto& o = words->options;
    command
        ->add_option("--distance", words->distance, "From the origin, from the mean, or cosine to the identity's centroid")
        ->check(CLI::IsMember({"origin", "mean", "centroid"}))
        ->capture_default_str();
    command->add_option("--measures", o.measures, "Only these (default: all)")->delimiter(',');
    command->add_option("--held-fixed", o.relation.heldFixed, "Measures held fixed in the partial correlations")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--bins", o.relation.bins, "Bins of the distance for the medians")
        ->check(CLI::Range(2, 1000))
        ->capture_default_str();
    command->add_option("--bootstrap", o.relation.statistics.bootstrap, "Resamples for the intervals; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--permutations", o.relation.statistics.permutations, "Shuffles for the trend's test; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_flag("--no-measuring", words->noMeasuring, "Use the measures that are there");
    addDiscardOptions(*command, *words);
    command->add_option("--seed", words->seed, "Seed of everything random")->capture_default_str();
    command->callback([words, &action] { action = [words](const JobContext& job) { return runQuality(*words, job); }; });
}

}  // namespace facespace::cli
