#include "core/analyses/prediction/prediction_analysis.h"

#include <fmt/format.h>
#include <algorithm>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analysis/verdict_text.h"
#include "core/charts/charts.h"
#include "core/compute/analysis_tables.h"
#include "core/compute/labels.h"
#include "core/compute/observation_tables.h"

namespace facespace {
namespace {

constexpr std::size_t kAllDots = 1'000'000, kDotsOfReport = 4000;

PredictionAnalysisOptions optionsOf(const Values& values) {
    PredictionAnalysisOptions o;
    o.targets = values.get<std::vector<std::string>>("target");
    o.centredPitchDeg = values.number("centred");
    auto& e = o.experiment;
    e.folds = values.whole("folds");
    e.trainShare = values.number("train-share");
    e.randomRepeats = values.whole("repeats");
    e.bootstrap = values.whole("bootstrap");
    e.permutations = values.whole("permutations");
    e.featureRepeats = values.whole("feature-repeats");
    e.seed = static_cast<std::uint64_t>(values.get<std::int64_t>("seed"));
    return o;
}

class PredictionFound : public FindingsOf<TargetReports> {
  public:
    PredictionFound(const AnalysisRequest& request, std::string network, TargetReports reports)
        : FindingsOf(predictionAnalysis(), request.snapshot, std::move(network), request.values, std::move(reports)) {}
    std::vector<Table> tables() const override {
        auto tables = makeTables(result());
        for (Table& table : makeObservationTables(result(), snapshot())) tables.push_back(std::move(table));
        return tables;
    }
    std::vector<std::string> summary() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
};

std::string lineOf(const TargetReport& r) {
    const auto baseline = [](const std::optional<PermutationBaseline>& b) {
        return b ? fmt::format("; shuffled labels {:.3f}, {}", b->figure.mean, pValueText(b->pValue, b->permutations))
                 : std::string();
    };
    const std::string head = fmt::format("{} of “{}”: ", r.target, r.network);
    if (r.regression)
        return head + fmt::format("R² {}, MAE {}{}; random splits R² {:.3f}{}",
                                  estimateText(r.regression->r2.value, r.regression->r2.low, r.regression->r2.high),
                                  estimateText(r.regression->mae.value, r.regression->mae.low, r.regression->mae.high, 2),
                                  r.unit == "deg"  ? "°"
                                  : r.unit.empty() ? ""
                                                   : " " + r.unit,
                                  r.regression->randomR2.mean, baseline(r.regression->baseline));
    if (r.classification)
        return head +
               fmt::format("AUC {}, balanced accuracy {}; random splits AUC {:.3f}{}",
                           estimateText(r.classification->auc.value, r.classification->auc.low, r.classification->auc.high),
                           estimateText(r.classification->balancedAccuracy.value, r.classification->balancedAccuracy.low,
                                        r.classification->balancedAccuracy.high),
                           r.classification->randomAuc.mean, baseline(r.classification->baseline));
    return head + r.missing.english();
}

std::vector<std::string> PredictionFound::summary() const {
    std::vector<std::string> lines;
    for (const TargetReport& report : result()) lines.push_back(lineOf(report));
    return lines;
}

/// What the targets that could not be read lack.
Text lackOf(const TargetReports& reports) {
    std::vector<Text> all;
    for (const TargetReport& r : reports)
        if (std::ranges::find(all, r.missing) == all.end()) all.push_back(r.missing);
    return inARow(std::move(all));
}

Result<figure::Figure> PredictionFound::figure(const FigureRequest& request, const JobContext&) const {
    auto figure = request.name == "prediction"  ? report::predictionFigure(result())
                  : request.name == "agreement" ? report::agreementFigure(result(), kAllDots)
                                                : report::featureCurveFigure(result());
    return drawnOr(std::move(figure), lackOf(result()));
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const auto in = gather(*request.snapshot, request.scope);
    if (!in) return forward(in);
    auto reports = computePrediction(*request.snapshot, request.scope, optionsOf(request.values), job);
    if (!reports) return forward(reports);
    return std::make_shared<PredictionFound>(request, in->network(), std::move(*reports));
}

/// Why targets could not be looked at; what two networks lack alike is said once.
std::vector<std::string> lackingOf(const TargetReports& reports) {
    std::vector<std::string> sentences;
    for (const TargetReport& r : reports) {
        const std::string sentence = fmt::format("{}: {}", report::targetTitle(r.target), r.missing);
        if (!r.missing.empty() && std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
    }
    return sentences;
}

/// Whether the shuffles are enough for all tests.
std::string resolvedOf(const TargetReports& reports) {
    int tests = 0, shuffles = 0;
    for (const TargetReport& r : reports) {
        const auto& b = r.regression ? r.regression->baseline : r.classification ? r.classification->baseline : std::nullopt;
        if (b) ++tests, shuffles = b->permutations;
    }
    return tests > 0 ? resolvedText(tests, shuffles) : std::string();
}

/// The targets of numbers, and those of two classes, each as a table for people.
void addTables(std::vector<Block>& blocks, const TargetReports& reports) {
    Table numbers = makeTables(reports).front();
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::ranges::find(numbers.columns, name) - numbers.columns.begin());
    };
    for (auto& row : numbers.rows) {
        auto& target = row[column("target")];
        if (const auto* key = wordsIn(target)) target = Table::cell(report::targetTitle(*key));
        Table::Cell &unit = row[column("unit")], &p = row[column("permutation_p")];
        if (const auto* name = wordsIn(unit)) unit = Table::cell(*name == "deg" ? "°" : *name);
        if (unit.index() == 0) unit = Table::cell("that of the label");
        if (const auto* value = std::get_if<double>(&p))
            p = Table::cell(
                pValueText(*value, static_cast<int>(std::get<std::int64_t>(row[column("permutation_shuffles")]))));
    }
    Table classes = numbers;
    std::erase_if(numbers.rows, [&](const auto& row) { return row[column("r2")].index() == 0; });
    std::erase_if(classes.rows, [&](const auto& row) { return row[column("auc")].index() == 0; });
    if (!numbers.rows.empty())
        blocks.emplace_back(TableBlock{std::move(numbers),
                                       {{"network", "Network"},
                                        {"target", "Target"},
                                        {"images", "Images"},
                                        {"identities", "Identities"},
                                        {"mae", "MAE"},
                                        {"rmse", "RMSE"},
                                        {"unit", "Unit of both"},
                                        {"r2", "R²"},
                                        {"r2_low", "from"},
                                        {"r2_high", "to"},
                                        {"random_split_r2_mean", "R², random splits"},
                                        {"permutation_p", "p"}}});
    if (!classes.rows.empty())
        blocks.emplace_back(TableBlock{std::move(classes),
                                       {{"network", "Network"},
                                        {"target", "Target"},
                                        {"images", "Images"},
                                        {"identities", "Identities"},
                                        {"accuracy", "Accuracy"},
                                        {"majority_accuracy", "larger class"},
                                        {"balanced_accuracy", "Balanced"},
                                        {"auc", "AUC"},
                                        {"auc_low", "from"},
                                        {"auc_high", "to"},
                                        {"random_split_auc_mean", "AUC, random splits"},
                                        {"permutation_p", "p"}}});
}

std::vector<Block> together(const std::vector<FindingsPtr>& all) {
    std::vector<Block> blocks;
    blocks.emplace_back(Paragraph{
        "Linear classifiers on the raw features: ridge regression for numbers, regularised linear discriminant analysis for "
        "two classes. Identities are kept apart between fitting and testing; random splits are shown beside, because they "
        "leak identity and neighbouring video frames. Intervals are 95 %, from an identity-clustered bootstrap. p is the "
        "share "
        "of shuffles of the labels that are read at least as well, under the null that the features say nothing of the "
        "label; videos and stills swap labels within identities, or whole identities do where the label is theirs."});
    TargetReports reports;
    for (const FindingsPtr& found : all) {
        const auto& own = resultOf<TargetReports>(*found);
        reports.insert(reports.end(), own.begin(), own.end());
    }
    if (const std::string resolved = resolvedOf(reports); !resolved.empty()) blocks.emplace_back(Paragraph{resolved});
    for (const std::string& sentence : lackingOf(reports)) blocks.emplace_back(Caution{sentence});
    addTables(blocks, reports);
    for (const FindingsPtr& found : all) {
        const auto& own = resultOf<TargetReports>(*found);
        blocks.emplace_back(FigureBlock{
            report::predictionFigure(own),
            fmt::format("“{}”: what is read from the features of identities not fitted to, beside random splits; "
                        "dots: what shuffled labels give.",
                        found->network())});
        blocks.emplace_back(FigureBlock{report::agreementFigure(own, kDotsOfReport),
                                        fmt::format("“{}”: labelled against predicted, out of fold.", found->network())});
        blocks.emplace_back(
            FigureBlock{report::featureCurveFigure(own),
                        fmt::format("“{}”: accuracy against the number of features, drawn at random (dashed) or those most "
                                    "correlated with the label in each training part (solid). R² below 0 is not drawn.",
                                    found->network())});
    }
    return blocks;
}

Fields fields() {
    const PredictionAnalysisOptions o;
    const auto whole = [](std::string key, Text title, Text help, int fallback, double low, double high) {
        return Field{.key = std::move(key),
                     .title = std::move(title),
                     .help = std::move(help),
                     .fallback = std::int64_t{fallback},
                     .low = low,
                     .high = high};
    };
    return {
        {.key = "target", .title = {}, .help = "What is predicted", .fallback = o.targets},
        whole("folds", say("Identity-disjoint folds"), say("Cross-validation folds; an identity is never split"),
              o.experiment.folds, 2, 32),
        {.key = "train-share",
         .title = say("Images to train on"),
         .help = say("Share of the images to train on in random splits"),
         .fallback = o.experiment.trainShare,
         .low = 0.05,
         .high = 0.95,
         .share = true},
        whole("repeats", say("Random-image splits"), say("Random-image splits; 0: none"), o.experiment.randomRepeats, 0,
              10000),
        whole("bootstrap", {}, "Resamples for the intervals; 0: none", o.experiment.bootstrap, 0, 1e6),
        whole("permutations", say("Shuffled labels"), say("Shuffles for the baseline; 0: none"), o.experiment.permutations,
              0, 1e6),
        whole("feature-repeats", {}, "Random subsets for each number of features", o.experiment.featureRepeats, 1, 1000),
        {.key = "centred",
         .title = say("Pitch centred up to"),
         .help = say("|pitch| up to this is centred, degrees"),
         .fallback = o.centredPitchDeg,
         .low = 0,
         .high = 90,
         .decimals = 0,
         .unit = "°"},
        seedField(say("Seed of the folds")),
    };
}

}  // namespace

const Analysis& predictionAnalysis() {
    static const Analysis analysis{
        .key = "prediction",
        .title = say("What the features say about the image"),
        .name = say("Prediction"),
        .question = "What linear classifiers read from the features: pose, still or video, any column",
        .meaning = say("What linear predictors read from the features of people that they were not fitted to: ridge "
                       "regression for numbers, linear discriminant analysis for classes."),
        .manual = "prediction#What it computes",
        .fields = fields(),
        .figures = {{"agreement", say("Labelled against predicted"), false,
                     say("Each image's label against its out-of-fold prediction: the nearer to the diagonal, the better the "
                         "features tell it.")},
                    {"prediction", say("New identities beside random splits"), false,
                     say("R² or AUC on identities that were not fitted to, beside random splits, which leak identities: the "
                         "difference is the leak.")},
                    {"feature-curve", say("How many features it takes"), false,
                     say("R² (numbers; 0 is the mean, 1 all) or AUC (classes; 0.5 is chance) out of fold from so many "
                         "features, random ones or those most correlated with the label.")}},
        .columns = predictionColumns(),
        .ownCommand = true,
        .intervals = true,
        .run = run,
        .together = together,
    };
    return analysis;
}

}  // namespace facespace
