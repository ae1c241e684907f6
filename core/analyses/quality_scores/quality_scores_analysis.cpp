#include "core/analyses/quality_scores/quality_scores_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/verify/verify_analysis.h"
#include "core/charts/charts.h"
#include "core/charts/score_figure.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

constexpr std::size_t kNamed = 3;

class ScoresFound : public FindingsOf<ScoreReport> {
  public:
    ScoresFound(const AnalysisRequest& request, ScoreReport report)
        : FindingsOf(qualityScoresAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override { return {table()}; }
    std::vector<std::string> summary() const override;
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return result().notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    Table table() const;
    const Text& title(std::size_t score) const { return result().scores[score].title; }
    Text best(const ScoresAtRate& rate) const;
    Text overDistance(const ScoresAtRate& rate) const;
};

Phrase termFor(ScoreKind kind) {
    switch (kind) {
        case ScoreKind::kDistance:
            return Phrase("distance");
        case ScoreKind::kKnown:
            return Phrase("known direction");
        case ScoreKind::kDirected:
            return Phrase("direction learned");
        case ScoreKind::kCombined:
            return Phrase("combined");
    }
    return {};
}

Text gradeWord(Grade grade) {
    return grade == Grade::kStrong ? say("strong") : grade == Grade::kModerate ? say("moderate") : say("weak");
}

/// Of a gain, which may be a loss.
Text verdictOf(const Estimate& gain) {
    if (std::isnan(gain.low) || (gain.low <= 0 && gain.high >= 0)) return say("cannot tell");
    const bool better = gain.low > 0;
    const Estimate size = better ? gain : Estimate{-gain.value, -gain.high, -gain.low};
    const Grade grade = gradeOf(size, kGainGrades);
    return say("{}, {}", better ? say("better") : say("worse"), grade == Grade::kNone ? say("none") : gradeWord(grade));
}

Table ScoresFound::table() const {
    Table table{"quality_scores",
                say("Quality scores by the error that they leave"),
                {"fmr", "fnmr_start", "score", "title", "kind", "area", "gain", "gain_low", "gain_high", "verdict", "behind",
                 "behind_low", "behind_high", "may_be_best"},
                {},
                false};
    for (const ScoresAtRate& rate : result().rates)
        for (std::size_t i = 0; i < rate.scores.size(); ++i) {
            const ScoreFigures& f = rate.scores[i];
            const Score& score = result().scores[i];
            table.add(rate.fmr, rate.startFnmr, score.key, score.title, termFor(score.kind), f.area, f.gain.value,
                      f.gain.low, f.gain.high, std::isnan(f.gain.value) ? Text() : verdictOf(f.gain), f.behind.value,
                      f.behind.low, f.behind.high, f.mayBeBest);
        }
    return table;
}

Text ScoresFound::best(const ScoresAtRate& rate) const {
    const std::string fmr = fmt::format("{:g}", rate.fmr);
    const std::size_t may = rate.maybeBest();
    if (may == 1)
        return say("At FMR {} “{}” is the best score: it leaves less error than every other.", fmr, title(rate.best));
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rate.scores.size(); ++i)
        if (rate.scores[i].mayBeBest && i != rate.best) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rate.scores[i].area; });
    std::vector<Text> names;
    for (const std::size_t i : order) names.push_back(names.size() < kNamed ? title(i) : Text("…"));
    names.resize(std::min(names.size(), kNamed + 1));
    const Text others = inARow(names, ", ");
    return sayCount(
        "At FMR {2} which score is best cannot be told: “{1}” leaves the least error, but one other may be as good: {3}.",
        "At FMR {2} which score is best cannot be told: “{1}” leaves the least error, but {0} others may be as good: {3}.",
        static_cast<std::int64_t>(may - 1), static_cast<std::int64_t>(may - 1), title(rate.best), fmr, others);
}

/// How the best stands to the distance.
Text ScoresFound::overDistance(const ScoresAtRate& rate) const {
    if (result().scores[rate.best].kind == ScoreKind::kDistance || std::isnan(rate.scores[rate.best].gain.low)) return {};
    const Estimate& gain = rate.scores[rate.best].gain;
    const Text percent = estimateText(100 * gain.value, 100 * gain.low, 100 * gain.high, 1);
    if (gain.low <= 0)
        return say("It leaves {} % of the error less than the distance from the origin, which may be chance.", percent);
    return say("It leaves {} % of the error less than the distance from the origin ({}).", percent,
               gradeWord(gradeOf(gain, kGainGrades)));
}

std::vector<Text> ScoresFound::sentences() const {
    std::vector<Text> sentences;
    for (const ScoresAtRate& rate : result().rates) {
        if (rate.startFnmr == 0) {
            sentences.push_back(say("No genuine pair is rejected at FMR {}: there is no error for a score to foretell.",
                                    fmt::format("{:g}", rate.fmr)));
            continue;
        }
        if (rate.best >= rate.scores.size()) {
            sentences.push_back(say("Which score is best at FMR {} cannot be told without intervals (--leave-out).",
                                    fmt::format("{:g}", rate.fmr)));
            continue;
        }
        sentences.push_back(inARow({best(rate), overDistance(rate)}));
    }
    return sentences;
}

std::vector<std::string> ScoresFound::summary() const {
    std::vector<std::string> lines;
    for (const ScoresAtRate& rate : result().rates) {
        lines.push_back(fmt::format("FMR {:g}, FNMR {:.4f}: gain over the distance, in % of the error (95 % interval)",
                                    rate.fmr, rate.startFnmr));
        std::vector<std::size_t> order(rate.scores.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(
            order, {}, [&](std::size_t i) { return std::isnan(rate.scores[i].area) ? INFINITY : rate.scores[i].area; });
        for (const std::size_t i : order) {
            const Estimate& gain = rate.scores[i].gain;
            lines.push_back(fmt::format("  {:40} {:>10.6f}  {}{}", title(i), rate.scores[i].area,
                                        estimateText(100 * gain.value, 100 * gain.low, 100 * gain.high, 1),
                                        rate.scores[i].mayBeBest ? "  may be the best" : ""));
        }
    }
    for (const Text& sentence : sentences()) lines.push_back(sentence.english());
    return lines;
}

Result<figure::Figure> ScoresFound::figure(const FigureRequest& request, const JobContext&) const {
    const Values& v = valuesFor(request);
    if (request.name == "score-gains")
        return drawnOr(report::scoreGainsFigure(result()), say("There is no error for discarding to lower."));
    return drawnOr(report::discardFigure(result().curves, {.limit = v.number("discard-limit"), .fmr = {}, .quality = {}}),
                   say("There is nothing to draw."));
}

std::vector<Block> ScoresFound::report() const {
    std::vector<Block> blocks;
    for (const Text& sentence : sentences()) blocks.emplace_back(Paragraph{sentence});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note});
    if (figure::Figure gains = report::scoreGainsFigure(result()); !gains.charts.empty())
        blocks.emplace_back(FigureBlock{std::move(gains), qualityScoresAnalysis().meaningOfFigure("score-gains").english()});
    blocks.emplace_back(TableBlock{table(),
                                   {{"fmr", "FMR"},
                                    {"title", "Score"},
                                    {"area", "Area"},
                                    {"gain", "Gain over the distance"},
                                    {"gain_low", "from"},
                                    {"gain_high", "to"},
                                    {"verdict", "Verdict"},
                                    {"may_be_best", "May be the best"}},
                                   60});
    return blocks;
}

ScoreOptions optionsOf(const Values& values) {
    ScoreOptions o;
    o.edc.fmrTargets = values.get<std::vector<double>>("fmr");
    o.edc.discardLimit = values.number("discard-limit");
    o.edc.seed = static_cast<std::uint64_t>(values.get<std::int64_t>("seed"));
    o.measures = values.get<std::vector<std::string>>("measures");
    o.folds = values.whole("folds");
    return o;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const ScoreOptions options = optionsOf(request.values);
    const auto found = [&](const VerificationReport& verified) -> Result<FindingsPtr> {
        auto report = compareScores(*request.snapshot, request.scope, verified, options, job);
        if (!report) return forward(report);
        return std::make_shared<ScoresFound>(request, std::move(*report));
    };
    if (const VerificationReport* verified = verifiedBefore(request)) return found(*verified);
    VerificationAnalysisOptions pairs = verificationOptions(request.values);
    pairs.verification.fmrTargets = options.edc.fmrTargets;
    pairs.verification.worstPairs = 0;
    const auto verified = computeVerification(*request.snapshot, request.scope, pairs, job);
    if (!verified) return forward(verified);
    return found(*verified);
}

Fields fields() {
    const ScoreOptions o;
    Fields all{
        {.key = "fmr",
         .title = say("False match rates"),
         .help = say("Error versus discard: false match rates"),
         .fallback = std::vector<double>{1e-2, 1e-3},
         .low = 1e-9,
         .high = 0.5},
        {.key = "discard-limit",
         .title = say("Discard at most"),
         .help = say("Share of pairs up to which the area is taken"),
         .fallback = o.edc.discardLimit,
         .low = 0.001,
         .high = 0.999,
         .share = true},
        {.key = "measures",
         .title = say("Only these measures"),
         .help = say("Only these (default: all)"),
         .fallback = std::vector<std::string>{}},
        {.key = "folds",
         .title = {},
         .help = "Folds of identities for directions and combinations",
         .fallback = std::int64_t{o.folds},
         .low = 2,
         .high = 32},
        leaveOutField(500, false),
        seedField(say("Seed of everything random")),
    };
    for (Field& field : pairFields()) all.push_back(std::move(field));
    return all;
}

std::vector<ColumnMeaning> columns() {
    const std::string t = "quality_scores";
    return {
        {t, "fmr", say("False match rate at which the threshold was set"), {}},
        {t, "fnmr_start", say("False non-match rate with no pair discarded"), {}},
        {t, "score", say("Key of the score"), {}},
        {t, "title", say("The score"), {}},
        {t,
         "kind",
         say("The distance; a measure of known direction; one whose direction was learned on other identities; or a "
             "combination, out of fold"),
         {}},
        {t, "area", say("Area under error versus discard up to the limit, by straight lines"), {}},
        {t, "gain", say("Error that it leaves less than the distance, by the error with nothing discarded"), {}},
        {t, "gain_low", say("Lower end of its 95 % interval, paired: identities left out in turn for both"), {}},
        {t, "gain_high", say("Upper end of that interval"), {}},
        {t, "verdict", say("Better or worse than the distance, and how much, by the end of the interval nearer to 0"), {}},
        {t, "behind", say("Error that the score of least area leaves less than this one"), {}},
        {t, "behind_low", say("Lower end of its 95 % interval"), {}},
        {t, "behind_high", say("Upper end of that interval"), {}},
        {t, "may_be_best", say("Whether it may be the best, all comparisons with that of least area taken together"), {}},
    };
}

}  // namespace

const Analysis& qualityScoresAnalysis() {
    static const Analysis analysis{
        .key = "quality-scores",
        .title = say("Which quality score is best for this network"),
        .name = say("Quality scores"),
        .question =
            "Which quality score foretells this network's errors best: the distance, a measure, a column, or all together",
        .meaning = say("Error that is left when the pairs of lowest score are discarded, of each score against the distance "
                       "from the origin over the same pairs: above 0 the score foretells this network's errors better."),
        .manual = "quality-scores#What it computes",
        .fields = fields(),
        .figures = {{"score-gains", say("Gain over the distance"), false,
                     say("Area under error versus discard of the distance less that of the score, by the error with nothing "
                         "discarded, with paired 95 % intervals: above 0 the score is better than the distance.")},
                    {"score-curves", say("Error versus discard of every score"), false,
                     say("How the false non-match rate falls as genuine pairs of lowest score are set aside: the faster, "
                         "the better the score foretells errors.")}},
        .columns = columns(),
        .measured = true,
        .after = {&verifyAnalysis()},
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
