#include "core/analyses/ageing/ageing_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/ageing/ageing_figure.h"
#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analysis/verdict_text.h"
#include "core/common/number_text.h"
#include "core/compute/analysis_tables.h"

namespace facespace {
namespace {

constexpr double kDecade = 10;

double longestOf(const Ageing& a) { return a.years.empty() ? 0 : a.years.back(); }

Text changeText(const Estimate& perYear) {
    return estimateText(kDecade * perYear.value, kDecade * perYear.low, kDecade * perYear.high);
}

class AgeingFound : public FindingsOf<AgeingReport> {
  public:
    AgeingFound(const AnalysisRequest& request, AgeingReport report)
        : FindingsOf(ageingAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override { return {changeTable(), peopleTable(), pairTable()}; }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest&, const JobContext&) const override {
        return drawnOr(report::ageingFigure(result()), {});
    }
    std::vector<Block> report() const override;

  private:
    const Ageing& found() const { return result().found; }
    Table changeTable() const;
    Table peopleTable() const;
    Table pairTable() const;
};

std::vector<Text> AgeingFound::sentences() const {
    const Ageing& a = found();
    const Estimate& e = a.perYear;
    std::vector<Text> all{
        say("Ten years change the score of two images of a person by {}, from {} with no time in between; {}.",
            changeText(e), fixedText(a.atStart.value, 3), pValueText(a.pValue))};
    if (std::isfinite(e.low) && e.low <= 0 && e.high >= 0)
        all.push_back(say("That interval holds 0: these images cannot tell whether time changes the score."));
    all.push_back(say("{} pairs of {} people, up to {} years apart by the {} in “{}”.", groupedNumber(std::ssize(a.pairs)),
                      groupedNumber(std::ssize(a.people)), fixedText(longestOf(a), 1), textOf(result().kind),
                      result().column));
    if (a.ownSlopes)
        all.push_back(
            say("Between people the change in ten years has a standard deviation of {}, the score with no time in "
                "between one of {}.",
                fixedText(kDecade * a.slopeSd, 3), fixedText(a.startSd, 3)));
    return all;
}

std::vector<Text> AgeingFound::notes() const {
    std::vector<Text> all = found().notes;
    if (longestOf(found()) < kDecade)
        all.push_back(say("No two images are ten years apart: the change in ten years is drawn out from {} years.",
                          fixedText(longestOf(found()), 1)));
    all.push_back(
        say("Time is not only age: cameras, light and pose of later images differ, too, and are not told apart from it."));
    return all;
}

Table AgeingFound::changeTable() const {
    Table table{"ageing",
                say("Score and time"),
                {"network", "column", "score", "pairs", "identities", "longest", "at_start", "at_start_low", "at_start_high",
                 "per_ten_years", "per_ten_years_low", "per_ten_years_high", "p", "model_error", "sd_start",
                 "sd_per_ten_years", "sd_video", "sd_rest"},
                {},
                false};
    const Ageing& a = found();
    table.add(network(), result().column, metricWord(result().metric), a.pairs.size(), a.people.size(), longestOf(a),
              a.atStart.value, a.atStart.low, a.atStart.high, kDecade * a.perYear.value, kDecade * a.perYear.low,
              kDecade * a.perYear.high, a.pValue, kDecade * a.modelError, a.startSd, kDecade * a.slopeSd, a.videoSd,
              a.residualSd);
    return table;
}

Table AgeingFound::peopleTable() const {
    Table table{
        "ageing_people", say("Lines of people"), {"identity", "pairs", "longest", "at_start", "per_ten_years"}, {}, false};
    std::vector<const PersonLine*> people;
    for (const PersonLine& person : found().people) people.push_back(&person);
    std::ranges::stable_sort(people, {}, &PersonLine::perYear);
    for (const PersonLine* p : people) table.add(p->identity, p->pairs, p->longest, p->atStart, kDecade * p->perYear);
    return table;
}

Table AgeingFound::pairTable() const {
    Table table{"ageing_pairs", say("Pairs"), {"identity", "first", "second", "years", "score"}, {}, true};
    const auto& images = snapshot().images.images;
    for (const TimedPair& pair : found().pairs)
        table.add(found().people[static_cast<std::size_t>(pair.person)].identity,
                  images[static_cast<std::size_t>(pair.first)].path, images[static_cast<std::size_t>(pair.second)].path,
                  pair.years, pair.score);
    return table;
}

std::vector<Block> AgeingFound::report() const {
    std::vector<Block> blocks;
    for (const std::string& line : summary()) blocks.emplace_back(Paragraph{line});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    blocks.emplace_back(FigureBlock{report::ageingFigure(result()), ageingAnalysis().meaningOfFigure("ageing").english()});
    if (found().ownSlopes)
        blocks.emplace_back(TableBlock{peopleTable(),
                                       {{"identity", "Person"},
                                        {"pairs", "Pairs"},
                                        {"longest", "Years"},
                                        {"at_start", "Score at the start"},
                                        {"per_ten_years", "Change in ten years"}},
                                       10});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const AgeingOptions options{metricNamed(v.text("metric")).value(), v.text("time-pairs") == "all",
                                v.whole("most-time-pairs"), v.whole("leave-out"),
                                static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))};
    auto report = computeAgeing(*request.snapshot, request.scope, v.text("time"), options, job);
    if (!report) return forward(report);
    return std::make_shared<AgeingFound>(request, std::move(*report));
}

Fields fields() {
    std::vector<Choice> metricChoices;
    for (const MetricName& metric : metrics()) metricChoices.push_back({metric.name, metric.title});
    return {
        {.key = "time",
         .title = say("Time"),
         .help = say("Column with dates (2014-05-17), years or ages; empty: the first with such a name and such values"),
         .fallback = std::string()},
        {.key = "time-pairs",
         .title = say("Pairs"),
         .help = say("Each image with the person's earliest, or all pairs of a person"),
         .fallback = std::string("first"),
         .choices = {{"first", say("with the earliest image")}, {"all", say("all of a person")}}},
        {.key = "metric",
         .title = say("Score"),
         .help = say("Score of a pair"),
         .fallback = std::string("cosine"),
         .choices = metricChoices},
        {.key = "most-time-pairs",
         .title = {},
         .help = "Pairs of a person, of all, drawn at random where there are more",
         .fallback = std::int64_t{300},
         .low = 1,
         .high = 1e5},
        leaveOutField(500),
        seedField(say("Seed of pairs that are drawn and of the groups of identities left out")),
    };
}

}  // namespace

const Analysis& ageingAnalysis() {
    static const Analysis analysis{
        .key = "ageing",
        .title = say("Score and elapsed time"),
        .name = say("Ageing"),
        .question = "Tell what the time between two images of a person does to their score",
        .meaning =
            say("How the score of two images of one person changes with the time between them: a line for each person "
                "around a mean line (linear mixed model, REML; Best-Rowden and Jain 2018). Below 0 in ten years: "
                "people become harder to recognise."),
        .manual = "ageing#What it computes",
        .fields = fields(),
        .figures =
            {{"ageing", say("Score and elapsed time"), false,
              say("Each pair of images of one person by the time between them and their score; thin lines are people, "
                  "the thick one is their mean with its 95 % interval. Where it falls, time makes people less "
                  "alike to the network.")}},
        .columns = ageingColumns(),
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
