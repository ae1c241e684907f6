#include "core/analyses/verify/verify_analysis.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/charts/charts.h"
#include "core/charts/words.h"
#include "core/common/number_text.h"
#include "core/compute/analysis_tables.h"

namespace facespace {
namespace {

constexpr std::size_t kWorstPairs = 8;

class VerifyFound : public FindingsOf<VerificationReport> {
  public:
    VerifyFound(const AnalysisRequest& request, VerificationReport report)
        : FindingsOf(verifyAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override { return makeTables(result(), snapshot()); }
    std::vector<std::string> summary() const override;
    Text headline() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    FacesBlock::Group faces(const std::vector<ScoredPair>& pairs) const;
};

std::vector<std::string> VerifyFound::summary() const {
    const Verification& v = result().result;
    std::vector<std::string> lines{
        fmt::format("{}: {} genuine and {} impostor pairs of {} identities", result().pairs, groupedNumber(v.genuinePairs),
                    groupedNumber(v.impostorPairs), groupedNumber(v.identities)),
        fmt::format("AUC {}, EER {}, d′ {}", estimateText(v.auc.value, v.auc.low, v.auc.high, 4),
                    estimateText(v.eer.value, v.eer.low, v.eer.high, 4),
                    estimateText(v.dPrime.value, v.dPrime.low, v.dPrime.high))};
    if (v.foldAccuracy.count > 0)
        lines.push_back(fmt::format("accuracy over {} folds {:.4f}, standard error {:.4f}", v.foldAccuracy.count,
                                    v.foldAccuracy.mean, v.foldStandardError));
    if (v.scriptAccuracy)
        lines.push_back(fmt::format("accuracy as the scripts of FaceNet and InsightFace compute it {:.5f}±{:.5f}",
                                    v.scriptAccuracy->mean, v.scriptAccuracy->sd));
    for (const auto& p : v.operatingPoints)
        lines.push_back(fmt::format("1 − FNMR at FMR {:g}: {}{}", p.fmrTarget,
                                    estimateText(p.tar.value, p.tar.low, p.tar.high, 4),
                                    p.resolved ? "" : " (too few impostor pairs to tell)"));
    return lines;
}

Text VerifyFound::headline() const {
    const Verification& v = result().result;
    return say("Pairs of one person are told from pairs of two with an AUC of {} and an equal error rate of {}.",
               estimateText(v.auc.value, v.auc.low, v.auc.high, 4), estimateText(v.eer.value, v.eer.low, v.eer.high, 4));
}

std::vector<Text> VerifyFound::notes() const {
    std::vector<Text> notes;
    if (result().missingPairs > 0)
        notes.push_back(say("{} pairs were left out because an image or template is not there or has no feature.",
                            groupedNumber(result().missingPairs)));
    notes.insert(notes.end(), result().result.notes.begin(), result().result.notes.end());
    return notes;
}

Result<figure::Figure> VerifyFound::figure(const FigureRequest& request, const JobContext&) const {
    const Verification& v = result().result;
    auto figure = request.name == "scores" ? report::scoreFigure(v)
                  : request.name == "roc"  ? report::rocFigure(v)
                                           : report::detFigure(v);
    return drawnOr(std::move(figure), report::noErrorRates());
}

FacesBlock::Group VerifyFound::faces(const std::vector<ScoredPair>& pairs) const {
    FacesBlock::Group group;
    for (std::size_t i = 0; i < std::min(kWorstPairs, pairs.size()); ++i)
        for (const std::int64_t row : {pairs[i].a, pairs[i].b}) {
            const auto images = imagesOf(result(), row);
            if (images.empty()) continue;
            const std::string& identity = snapshot().images.images[static_cast<std::size_t>(images.front())].identity;
            group.faces.push_back({images.front(), identity + withTrueMinus(fmt::format(" {:.3f}", pairs[i].score))});
        }
    return group;
}

std::vector<Block> VerifyFound::report() const {
    const auto tables = this->tables();
    const auto named = [&](const std::string& name) { return *std::ranges::find(tables, name, &Table::name); };
    std::vector<Block> blocks;
    blocks.emplace_back(TableBlock{named("verification"),
                                   {{"pairs", "Pairs"},
                                    {"metric", "Score"},
                                    {"genuine_pairs", "Genuine"},
                                    {"impostor_pairs", "Impostor"},
                                    {"auc", "AUC"},
                                    {"auc_low", "from"},
                                    {"auc_high", "to"},
                                    {"eer", "EER"},
                                    {"eer_low", "from"},
                                    {"eer_high", "to"},
                                    {"d_prime", "d′"},
                                    {"d_prime_low", "from"},
                                    {"d_prime_high", "to"}}});
    if (const Verification& v = result().result; v.foldAccuracy.count > 0)
        blocks.emplace_back(Paragraph{fmt::format(
            "Accuracy over the {} folds of the protocol, each at the threshold that is best on the others: {:.4f}, "
            "standard error of the mean {:.4f} (the standard deviation over folds, {:.4f}, over the root of their "
            "number).",
            v.foldAccuracy.count, v.foldAccuracy.mean, v.foldStandardError, v.foldAccuracy.sd)});
    blocks.emplace_back(Paragraph{
        "Intervals are 95 %: each identity is left out in turn with all its pairs, impostor pairs with anyone included, so "
        "both sides of a pair vary, and thresholds are found again. 1 − FNMR at an FMR is also called TAR at a FAR."});
    blocks.emplace_back(TableBlock{named("verification_points"),
                                   {{"fmr_target", "FMR"},
                                    {"threshold", "Threshold"},
                                    {"tar", "1 − FNMR"},
                                    {"tar_low", "from"},
                                    {"tar_high", "to"},
                                    {"resolved", "Enough pairs"}}});
    for (const std::string& note : notes()) blocks.emplace_back(Caution{note});
    blocks.emplace_back(FigureBlock{report::scoreFigure(result().result), "Scores of genuine and impostor pairs."});
    blocks.emplace_back(FigureBlock{report::rocAndDetFigure(result().result), "ROC and DET."});
    blocks.emplace_back(FacesBlock{"Least alike pairs of one identity, two by two, with their score:",
                                   {faces(result().result.worstGenuine)}});
    blocks.emplace_back(FacesBlock{"Most alike pairs of different identities:", {faces(result().result.worstImpostor)}});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    auto report = computeVerification(*request.snapshot, request.scope, verificationOptions(request.values), job);
    if (!report) return forward(report);
    return std::make_shared<VerifyFound>(request, std::move(*report));
}

Fields fields() {
    Fields all = pairFields();
    const Fields own{
        {.key = "far",
         .title = {},
         .help = "False match rates (FMR) at which 1 − FNMR is taken; also called TAR at a FAR",
         .fallback = std::vector<double>{1e-2, 1e-3, 1e-4},
         .low = 1e-9,
         .high = 0.5},
        {.key = "worst",
         .title = say("Worst pairs of each kind"),
         .help = say("How many of the worst pairs of each kind"),
         .fallback = std::int64_t{100},
         .low = 0,
         .high = 1e6},
        leaveOutField(500),
        seedField(say("Seed of the groups of identities left out")),
    };
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

}  // namespace

namespace {

std::vector<Choice> metricChoices() {
    std::vector<Choice> choices;
    for (const MetricName& metric : metrics()) choices.push_back({metric.name, metric.title});
    return choices;
}

}  // namespace

Fields pairFields() {
    return {
        {.key = "metric",
         .title = say("Score"),
         .help = say("Score of a pair"),
         .fallback = std::string("cosine"),
         .choices = metricChoices()},
        {.key = "protocol",
         .title = {},
         .help = "Pairs to compare in place of all: a list of pairs of images (LFW's pairs.txt, path path label, CSV, CFP's "
                 "folder …), or template pairs",
         .fallback = std::string(),
         .file = true},
        {.key = "scores",
         .title = {},
         .help = "Scores of another system for the protocol's pairs: a column of it, or a file with one per pair",
         .fallback = std::string()},
        {.key = "templates",
         .title = {},
         .help = "Column that names the template of each image (IJB); features are pooled",
         .fallback = std::string()},
        {.key = "template-media",
         .title = {},
         .help = "Column that names the medium within a template; empty: the video",
         .fallback = std::string()},
        {.key = "template-weights",
         .title = {},
         .help = "Column by which features are multiplied before they are pooled, such as the detector's score",
         .fallback = std::string()},
    };
}

VerificationAnalysisOptions verificationOptions(const Values& values) {
    VerificationAnalysisOptions options;
    auto& v = options.verification;
    v.metric = metricNamed(values.text("metric")).value();
    options.protocol = values.text("protocol");
    options.templates = values.text("templates");
    options.media = values.text("template-media");
    options.weights = values.text("template-weights");
    options.scores = values.text("scores");
    if (values.has("far")) v.fmrTargets = values.get<std::vector<double>>("far");
    if (values.has("worst")) v.worstPairs = values.whole("worst");
    if (values.has("leave-out")) v.leaveOut = values.whole("leave-out");
    v.seed = static_cast<std::uint64_t>(values.get<std::int64_t>("seed"));
    return options;
}

const VerificationReport* verifiedBefore(const AnalysisRequest& request) {
    for (const FindingsPtr& found : request.earlier) {
        if (found->analysis().key != verifyAnalysis().key) continue;
        const bool same = std::ranges::all_of(
            pairFields(), [&](const Field& field) { return found->values().at(field.key) == request.values.at(field.key); });
        const auto& report = resultOf<VerificationReport>(*found);
        if (same && !report.result.genuine.empty()) return &report;
    }
    return nullptr;
}

const Analysis& verifyAnalysis() {
    static const Analysis analysis{
        .key = "verify",
        .title = say("Verification"),
        .name = say("Verification"),
        .question = "Compare genuine and impostor pairs: ROC, DET, EER, FNMR at fixed FMR",
        .meaning = say("How well the features tell people apart: the scores of pairs of one identity (genuine) beside those "
                       "of two (impostor), in the terms of ISO/IEC 19795-1."),
        .manual = "verification#What it computes",
        .fields = fields(),
        .figures =
            {{"scores", say("Scores"), false,
              say("Histograms of the scores of genuine and impostor pairs, as densities of area 1: the less they overlap, "
                  "the better people are told apart.")},
             {"roc", say("ROC"), false,
              say("Receiver operating characteristic: the share of genuine pairs accepted (1 − FNMR) over the share of "
                  "impostor pairs accepted (FMR). A curve nearer to the upper left is better.")},
             {"det", say("DET"), false,
              say("Detection error trade-off: FNMR over FMR on probit axes. A curve nearer to the lower left is better.")}},
        .columns = verifyColumns(),
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
