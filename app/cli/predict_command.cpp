#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/workflow/predictors.h"
#include "core/workflow/workflow.h"

namespace facespace::cli {
namespace {

struct PredictWords {
    std::filesystem::path project, save;
    PredictOptions options;
};

void printPrediction(const PredictionRecord& p) {
    const auto figures = nlohmann::json::parse(p.parametersJson);
    fmt::print("{}: labels from {}", p.target, p.labelSource);
    if (figures.contains("mae"))
        fmt::print(", {} labelled; out of fold: mean absolute error {:.2f} {}, R² {:.3f}",
                   groupedNumber(figures["labelled"].get<std::int64_t>()), figures["mae"].get<double>(), p.unit,
                   figures["r2"].get<double>());
    fmt::print("\n");
    if (figures.contains("notes"))
        for (const auto& note : figures["notes"]) printNote(note.get<std::string>());
}

Result<void> runPredict(const PredictWords& words, const JobContext& job) {
    auto project = Project::open(words.project);
    if (!project) return forward(project);
    const auto predictions = predictInto(*project, words.options, job);
    if (!predictions) return forward(predictions);
    for (const auto& prediction : *predictions) printPrediction(prediction);
    if (!words.save.empty()) {
        const auto files = savePredictors(*predictions, words.save);
        if (!files) return forward(files);
        for (const auto& file : *files) fmt::print("saved {}\n", file.string());
    }
    return {};
}

}  // namespace

void addPredict(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "predict", "Read yaw and pitch (or another numeric column) from the features by ridge regression");
    auto words = std::make_shared<PredictWords>();
    auto& o = words->options;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("--network", o.network, "Whose features (needed if the project has several)");
    command->add_option("--target", o.targets, "What to predict: yaw, pitch, or a numeric metadata column")
        ->delimiter(',')
        ->capture_default_str();
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
