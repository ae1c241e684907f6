#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/workflow/analysis_tables.h"
#include "core/workflow/predictors.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct PredictWords : AnalysisWords {
    std::filesystem::path save;
    PredictOptions options;
    PredictionAnalysisOptions analysis;
    bool experiment() const { return json || !output.empty(); }
};

void printPrediction(const PredictionRecord& p) {
    const auto figures = nlohmann::json::parse(p.parametersJson);
    fmt::print("{}: labels from {}", p.target, p.labelSource);
    if (figures.contains("mae"))
        fmt::print(", {} labelled; out of fold: mean absolute error {:.2f} {}, R² {:.3f}",
                   groupedNumber(figures["labelled"].get<std::int64_t>()), figures["mae"].get<double>(), p.unit,
                   figures["r2"].get<double>());
    if (figures.contains("auc") && figures["auc"].is_number())
        fmt::print(", {} labelled; out of fold: accuracy {:.3f}, balanced {:.3f}, AUC {:.3f} ({} or {})",
                   groupedNumber(figures["labelled"].get<std::int64_t>()), figures["accuracy"].get<double>(),
                   figures["balancedAccuracy"].get<double>(), figures["auc"].get<double>(), p.classes[0], p.classes[1]);
    fmt::print("\n");
    if (figures.contains("notes"))
        for (const auto& note : figures["notes"]) printNote(note.get<std::string>());
}

/// Fits, keeps and saves the predictors of one network.
Result<void> fitAndKeep(Project& project, PredictOptions options, const PredictWords& words, const JobContext& job) {
    const auto predictions = predictInto(project, options, job);
    if (!predictions) return forward(predictions);
    if (!words.json)
        for (const auto& prediction : *predictions) printPrediction(prediction);
    if (words.save.empty()) return {};
    const auto files = savePredictors(*predictions, words.save);
    if (!files) return forward(files);
    for (const auto& file : *files) fmt::print(words.json ? stderr : stdout, "saved {}\n", file.string());
    return {};
}

void printExperiment(const TargetReport& r) {
    fmt::print("{} of “{}”: ", r.target, r.network);
    const auto baseline = [](const std::optional<PermutationBaseline>& b) {
        return b ? fmt::format("; shuffled labels {:.3f}, p = {:.4f}", b->figure.mean, b->pValue) : std::string();
    };
    if (r.regression)
        fmt::print("R² {}, MAE {}; random splits R² {:.3f}{}\n",
                   estimateText(r.regression->r2.value, r.regression->r2.low, r.regression->r2.high),
                   estimateText(r.regression->mae.value, r.regression->mae.low, r.regression->mae.high, 2),
                   r.regression->randomR2.mean, baseline(r.regression->baseline));
    else if (r.classification)
        fmt::print("AUC {}, balanced accuracy {}; random splits AUC {:.3f}{}\n",
                   estimateText(r.classification->auc.value, r.classification->auc.low, r.classification->auc.high),
                   estimateText(r.classification->balancedAccuracy.value, r.classification->balancedAccuracy.low,
                                r.classification->balancedAccuracy.high),
                   r.classification->randomAuc.mean, baseline(r.classification->baseline));
    else
        fmt::print("{}\n", r.missing);
}

/// The whole of experiment 1 of every network asked for, in one table.
Result<void> runExperiment(const PredictWords& words, const std::vector<std::string>& networks, const JobContext& job) {
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    auto options = words.analysis;
    if (!words.options.targets.empty()) options.targets = words.options.targets;
    options.experiment.folds = words.options.folds;
    options.experiment.seed = words.options.seed;
    std::vector<TargetReport> reports;
    for (const std::string& network : networks) {
        auto own = predictionOf(**snapshot, {network, {}}, options, job);
        if (!own) return forward(own);
        std::move(own->begin(), own->end(), std::back_inserter(reports));
    }
    if (!words.json)
        for (const TargetReport& report : reports) printExperiment(report);
    return words.write(tablesOf(reports));
}

Result<void> runPredict(const PredictWords& words, const JobContext& job) {
    auto project = Project::open(words.project);
    if (!project) return forward(project);
    std::vector<std::string> networks{words.network};
    if (words.network.empty() && words.experiment()) {
        const auto all = project->networks();
        if (!all) return forward(all);
        if (!all->empty()) networks.clear();
        for (const auto& network : *all) networks.push_back(network.name);
    }
    for (const std::string& network : networks) {
        auto options = words.options;
        options.network = network;
        const auto done = fitAndKeep(*project, options, words, job);
        // The experiment tells target by target what is missing.
        if (!done && (!words.experiment() || done.error().code != ErrorCode::kInvalid)) return done;
    }
    return words.experiment() ? runExperiment(words, networks, job) : Result<void>();
}

void addExperimentOptions(CLI::App& command, PredictWords& words) {
    auto& e = words.analysis.experiment;
    const char* group = "Experiment (with -o or --json)";
    command.add_option("--train-share", e.trainShare, "Share of the images for training in random-image splits")
        ->check(CLI::Range(0.05, 0.95))
        ->capture_default_str()
        ->group(group);
    command.add_option("--repeats", e.randomRepeats, "Random-image splits; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->group(group);
    command.add_option("--bootstrap", e.bootstrap, "Resamples for the intervals; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->group(group);
    command.add_option("--permutations", e.permutations, "Shuffles for the baseline; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->group(group);
    command.add_option("--centred", words.analysis.centredPitchDeg, "|pitch| up to this is centred, degrees")
        ->capture_default_str()
        ->group(group);
}

}  // namespace

void addPredict(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("predict",
                                       "Read yaw, pitch, still or video, or another column from the features by linear "
                                       "classifiers; with -o or --json also the "
                                       "whole experiment: both kinds of splits, intervals, baseline, number of features");
    auto words = std::make_shared<PredictWords>();
    auto& o = words->options;
    words->addTo(*command);
    addExperimentOptions(*command, *words);
    command
        ->add_option(
            "--target", o.targets,
            "What to predict: yaw, pitch, roll, abs_yaw, pitch_centred, media, or a column of numbers or of two values "
            "(default: yaw, pitch, and media if there are both kinds or a predictor lies beside the network)")
        ->delimiter(',');
    command->add_option("--folds", o.folds, "Cross-validation folds; an identity is never split")
        ->check(CLI::Range(2, 32))
        ->capture_default_str();
    command->add_option("--seed", o.seed, "Seed of the folds")->capture_default_str();
    command->add_option("--predictor", o.predictor, "Apply this saved predictor instead of fitting one");
    command->add_option("--save", words->save,
                        "Save the fitted predictors into this folder (beside the network's descriptor, for instance)");
    command->callback([words, &action] { action = [words](const JobContext& job) { return runPredict(*words, job); }; });
}

}  // namespace facespace::cli
