#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "app/cli/open_project.h"
#include "core/analyses/prediction/prediction_analysis.h"
#include "core/common/number_text.h"
#include "core/workflow/analysis_tables.h"
#include "core/workflow/observation_tables.h"
#include "core/workflow/predictors.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct PredictWords : AnalysisWords {
    std::filesystem::path save;
    PredictOptions options;
    FieldOptions analysis;
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

Result<Values> valuesOf(const PredictWords& words) {
    auto values = words.analysis.read(predictionAnalysis());
    if (!values) return values;
    const PredictOptions& o = words.options;
    if (!o.targets.empty())
        if (const auto set = values->set("target", o.targets); !set) return forward(set);
    if (const auto set = values->set("folds", std::int64_t{o.folds}); !set) return forward(set);
    if (const auto set = values->set("seed", static_cast<std::int64_t>(o.seed)); !set) return forward(set);
    return values;
}

/// The whole of experiment 1 of every network asked for, in one table.
Result<void> runExperiment(const PredictWords& words, const std::vector<std::string>& networks, const JobContext& job) {
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto values = valuesOf(words);
    if (!values) return forward(values);
    std::vector<FindingsPtr> all;
    std::vector<TargetReport> reports;
    for (const std::string& network : networks) {
        auto scope = words.scope(**snapshot);
        if (!scope) return forward(scope);
        scope->network = network;
        const auto found = predictionAnalysis().run({*snapshot, std::move(*scope), *values, {}}, job);
        if (!found) return forward(found);
        if (!words.json)
            for (const std::string& line : (*found)->summary()) fmt::print("{}\n", line);
        if (!words.json)
            for (const Text& note : (*found)->cautions()) printNote(note);
        const auto& own = resultOf<TargetReports>(**found);
        reports.insert(reports.end(), own.begin(), own.end());
        all.push_back(*found);
    }
    std::vector<Table> made = tablesOf(reports);
    for (Table& table : observationsOf(reports, **snapshot)) made.push_back(std::move(table));
    MadeTables tables = words.noTables();
    for (const FindingsPtr& found : all) tables.add(*found, found == all.back() ? made : std::vector<Table>{});
    return words.write(tables);
}

Result<void> runPredict(const PredictWords& words, const JobContext& job) {
    if (!words.filter.empty() && !words.experiment())
        return fail(
            ErrorCode::kInvalid,
            "A filter narrows the experiment; add -o FOLDER or --json. Predictions in the project are of all images.");
    auto opened = openToChange(words.project, "predict");
    if (!opened) return forward(opened);
    Project* const project = &opened->project;
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

}  // namespace

void addPredict(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("predict",
                                       "Read yaw, pitch, still or video, or another column from the features by linear "
                                       "classifiers; with -o or --json also the "
                                       "whole experiment: both kinds of splits, intervals, baseline, number of features");
    auto words = std::make_shared<PredictWords>();
    auto& o = words->options;
    words->addTo(*command);
    Fields experiment = predictionAnalysis().fields;
    // Those that the predictions in the project depend on, too, are options of the command as a whole.
    const auto shared = [](const Field& f) { return f.key == "target" || f.key == "folds" || f.key == "seed"; };
    std::erase_if(experiment, shared);
    words->analysis.addTo(*command, experiment, false, "Experiment (with -o or --json)");
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
