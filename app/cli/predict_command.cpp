#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/analysis_arguments.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "app/cli/input_files.h"
#include "app/cli/open_project.h"
#include "core/analyses/prediction/prediction_analysis.h"
#include "core/common/number_text.h"
#include "core/compute/analysis_tables.h"
#include "core/compute/observation_tables.h"
#include "core/compute/predictors.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct PredictArguments : AnalysisArguments {
    std::filesystem::path save;
    PredictOptions options;
    FieldOptions analysis;
    bool experiment() const { return json() || !output.empty(); }
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
Result<void> fitAndKeep(Project& project, PredictOptions options, const PredictArguments& arguments, const JobContext& job) {
    const auto predictions = storePredictions(project, options, job);
    if (!predictions) return forward(predictions);
    if (!arguments.json())
        for (const auto& prediction : *predictions) printPrediction(prediction);
    if (arguments.save.empty()) return {};
    const auto files = savePredictors(*predictions, arguments.save);
    if (!files) return forward(files);
    for (const auto& file : *files) fmt::print(arguments.json() ? stderr : stdout, "saved {}\n", file.string());
    return {};
}

Result<Values> valuesOf(const PredictArguments& arguments) {
    auto values = arguments.analysis.read(predictionAnalysis());
    if (!values) return values;
    const PredictOptions& o = arguments.options;
    if (!o.targets.empty())
        if (const auto set = values->set("target", o.targets); !set) return forward(set);
    if (const auto set = values->set("folds", std::int64_t{o.folds}); !set) return forward(set);
    if (const auto set = values->set("seed", static_cast<std::int64_t>(o.seed)); !set) return forward(set);
    return values;
}

/// The whole of experiment 1 of every network asked for, in one table.
Result<void> runExperiment(const PredictArguments& arguments, const std::vector<std::string>& networks,
                           const JobContext& job) {
    const auto snapshot = arguments.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto values = valuesOf(arguments);
    if (!values) return forward(values);
    std::vector<FindingsPtr> all;
    std::vector<TargetReport> reports;
    for (const std::string& network : networks) {
        auto scope = arguments.scope(**snapshot);
        if (!scope) return forward(scope);
        scope->network = network;
        const auto found = predictionAnalysis().run({*snapshot, std::move(*scope), *values, {}}, job);
        if (!found) return forward(found);
        if (!arguments.json())
            for (const std::string& line : (*found)->summary()) fmt::print("{}\n", line);
        if (!arguments.json())
            for (const Text& note : (*found)->cautions()) printNote(note);
        const auto& own = resultOf<TargetReports>(**found);
        reports.insert(reports.end(), own.begin(), own.end());
        all.push_back(*found);
    }
    std::vector<Table> made = makeTables(reports);
    for (Table& table : makeObservationTables(reports, **snapshot)) made.push_back(std::move(table));
    MadeTables tables = arguments.noTables();
    for (const FindingsPtr& found : all) tables.add(*found, found == all.back() ? made : std::vector<Table>{});
    return arguments.write(tables);
}

Result<void> runPredict(const PredictArguments& arguments, const JobContext& job) {
    if (!arguments.filter.empty() && !arguments.experiment())
        return fail(
            ErrorCode::kInvalid,
            "A filter narrows the experiment; add -o FOLDER or --json. Predictions in the project are of all images.");
    if (const auto there = inputsExist({arguments.options.predictor}); !there) return there;
    if (const auto there = arguments.analysis.filesExist(); !there) return there;
    auto opened = openToChange(arguments.project, "predict");
    if (!opened) return forward(opened);
    Project* const project = &opened->project;
    std::vector<std::string> networks{arguments.network};
    if (arguments.network.empty() && arguments.experiment()) {
        const auto all = project->networks();
        if (!all) return forward(all);
        if (!all->empty()) networks.clear();
        for (const auto& network : *all) networks.push_back(network.name);
    }
    for (const std::string& network : networks) {
        auto options = arguments.options;
        options.network = network;
        const auto done = fitAndKeep(*project, options, arguments, job);
        // The experiment tells target by target what is missing.
        if (!done && (!arguments.experiment() || done.error().code != ErrorCode::kInvalid)) return done;
    }
    return arguments.experiment() ? runExperiment(arguments, networks, job) : Result<void>();
}

}  // namespace

void addPredict(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("predict",
                                       "Read yaw, pitch, still or video, or another column from the features by linear "
                                       "classifiers; with -o or --json also the "
                                       "whole experiment: both kinds of splits, intervals, baseline, number of features");
    auto arguments = std::make_shared<PredictArguments>();
    auto& o = arguments->options;
    arguments->addTo(*command);
    Fields experiment = predictionAnalysis().fields;
    // Those that the predictions in the project depend on, too, are options of the command as a whole.
    const auto shared = [](const Field& f) { return f.key == "target" || f.key == "folds" || f.key == "seed"; };
    std::erase_if(experiment, shared);
    arguments->analysis.addTo(*command, experiment, false, "Experiment (with -o or --json)");
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
    command->add_option("--save", arguments->save,
                        "Save the fitted predictors into this folder (beside the network's descriptor, for instance)");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runPredict(*arguments, job); }; });
}

}  // namespace facespace::cli
