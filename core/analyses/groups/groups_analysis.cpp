#include "core/analyses/groups/groups_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/groups/groups_figure.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

class GroupsFound : public FindingsOf<GroupsReport> {
  public:
    GroupsFound(const AnalysisRequest& request, GroupsReport report)
        : FindingsOf(groupsAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override {
        return {rateTable(), spreadTable(), acrossTable(), scoreTable(), meanTable(false)};
    }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    /// The first says only which groups there are.
    Text headline() const override {
        const auto all = sentences();
        return all[std::min<std::size_t>(1, all.size() - 1)];
    }
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    const GroupRates& rates() const { return result().rates; }
    std::string name(std::int32_t group) const {
        return group < 0 ? std::string() : rates().names[static_cast<std::size_t>(group)];
    }
    void addSentences(const GroupsAtThreshold& point, bool matched, std::vector<Text>& all) const;
    Table rateTable() const;
    Table spreadTable() const;
    Table acrossTable() const;
    Table scoreTable() const;
    /// With keys of columns, or with what people call them.
    Table meanTable(bool titles) const;
};

/// "3.1·10⁻³" has no place in a sentence: "0.0031".
std::string rateText(double rate) { return fmt::format("{:.2g}", rate); }

void GroupsFound::addSentences(const GroupsAtThreshold& point, bool matched, std::vector<Text>& all) const {
    const GroupSpread& spread = matched ? point.fmrSpread : point.fnmrSpread;
    const auto rate = matched ? &GroupRate::fmr : &GroupRate::fnmr;
    const Text what = matched ? say("the false match rate") : say("the false non-match rate");
    if (spread.most < 0) {
        all.push_back(say("At an FMR of {} over all pairs, {} of a group is 0, so its ratios cannot be told.",
                          fmt::format("{:g}", point.fmrTarget), what));
        return;
    }
    const auto of = [&](std::int32_t g) { return rateText((point.groups[static_cast<std::size_t>(g)].*rate).value); };
    all.push_back(
        say("At an FMR of {} over all pairs, {} goes from {} (“{}”) to {} (“{}”); the largest is {} times the smallest "
            "and {} times the geometric mean.",
            fmt::format("{:g}", point.fmrTarget), what, of(spread.least), name(spread.least), of(spread.most),
            name(spread.most), estimateText(spread.maxToMin.value, spread.maxToMin.low, spread.maxToMin.high, 2),
            estimateText(spread.maxToMean.value, spread.maxToMean.low, spread.maxToMean.high, 2)));
    if (spread.maxToMin.low <= 1)
        all.push_back(say("That interval reaches 1: these images cannot tell whether {} differs between the groups.", what));
}

std::vector<Text> GroupsFound::sentences() const {
    std::vector<Text> all{
        say("{} groups as labelled in column “{}”, at one threshold for all.", rates().names.size(), result().column)};
    for (const GroupsAtThreshold& point : rates().points)
        for (const bool matched : {true, false}) addSentences(point, matched, all);
    return all;
}

std::vector<Text> GroupsFound::notes() const {
    std::vector<Text> all = rates().notes;
    all.push_back(
        say("Groups are as the column labels them. A difference may come from how the images of a group came about "
            "(cameras, light, age, how alike its people are) as much as from the network; this analysis does not "
            "tell these apart."));
    if (!result().ofPeople)
        all.push_back(
            say("Column “{}” differs between images of one person: groups are of images here, and pairs of one person "
                "across groups take no part.",
                result().column));
    return all;
}

Table GroupsFound::rateTable() const {
    Table table{"groups",
                say("Errors by group at a common threshold"),
                {"column",
                 "group",
                 "fmr_target",
                 "threshold",
                 "fmr_of_all",
                 "images",
                 "identities",
                 "genuine_pairs",
                 "impostor_pairs",
                 "fmr",
                 "fmr_low",
                 "fmr_high",
                 "fnmr",
                 "fnmr_low",
                 "fnmr_high",
                 "fmr_to_mean",
                 "fmr_to_mean_low",
                 "fmr_to_mean_high",
                 "fnmr_to_mean",
                 "fnmr_to_mean_low",
                 "fnmr_to_mean_high"},
                {},
                false};
    for (const GroupsAtThreshold& p : rates().points)
        for (const GroupRate& g : p.groups)
            table.add(result().column, name(g.group), p.fmrTarget, p.threshold, p.fmr, g.images, g.identities,
                      g.genuinePairs, g.impostorPairs, g.fmr.value, g.fmr.low, g.fmr.high, g.fnmr.value, g.fnmr.low,
                      g.fnmr.high, g.fmrToMean.value, g.fmrToMean.low, g.fmrToMean.high, g.fnmrToMean.value,
                      g.fnmrToMean.low, g.fnmrToMean.high);
    return table;
}

Table GroupsFound::spreadTable() const {
    Table table{"groups_spread",
                say("How far the groups are apart"),
                {"fmr_target", "rate", "most", "least", "max_to_mean", "max_to_mean_low", "max_to_mean_high", "max_to_min",
                 "max_to_min_low", "max_to_min_high"},
                {},
                false};
    for (const GroupsAtThreshold& p : rates().points)
        for (const auto& [rate, s] : {std::pair{"FMR", p.fmrSpread}, std::pair{"FNMR", p.fnmrSpread}})
            table.add(p.fmrTarget, rate, name(s.most), name(s.least), s.maxToMean.value, s.maxToMean.low, s.maxToMean.high,
                      s.maxToMin.value, s.maxToMin.low, s.maxToMin.high);
    return table;
}

Table GroupsFound::acrossTable() const {
    Table table{"groups_across",
                say("False matches within and across groups"),
                {"fmr_target", "first", "second", "impostor_pairs", "fmr", "fmr_low", "fmr_high", "to_all", "to_all_low",
                 "to_all_high", "resolved"},
                {},
                false};
    for (const GroupsAtThreshold& p : rates().points)
        for (const GroupPairRate& c : p.across)
            table.add(p.fmrTarget, name(c.first), name(c.second), c.impostorPairs, c.fmr.value, c.fmr.low, c.fmr.high,
                      c.toAll.value, c.toAll.low, c.toAll.high, c.resolved);
    return table;
}

Table GroupsFound::scoreTable() const {
    Table table{"groups_scores",
                say("Scores by group"),
                {"group", "d_prime", "d_prime_low", "d_prime_high", "genuine_mean", "impostor_mean"},
                {},
                false};
    for (std::size_t g = 0; g < rates().scores.size(); ++g) {
        const GroupScores& s = rates().scores[g];
        table.add(rates().names[g], s.dPrime.value, s.dPrime.low, s.dPrime.high, s.genuineMean, s.impostorMean);
    }
    return table;
}

Table GroupsFound::meanTable(bool titles) const {
    Table table{"groups_means",
                say("Distance and quality by group"),
                {"column", "unit", "group", "images", "mean", "mean_low", "mean_high", "less_others", "less_others_low",
                 "less_others_high"},
                {},
                false};
    for (const GroupedColumn& c : result().columns)
        for (std::size_t g = 0; g < c.groups.size(); ++g) {
            const GroupMean& m = c.groups[g];
            table.add(titles ? Table::cell(c.title) : Table::word(c.key, c.title), c.unit, rates().names[g], m.images,
                      m.mean.value, m.mean.low, m.mean.high, m.toOthers.value, m.toOthers.low, m.toOthers.high);
        }
    return table;
}

Result<figure::Figure> GroupsFound::figure(const FigureRequest& request, const JobContext&) const {
    if (request.name == "group-errors") return drawnOr(report::groupErrorsFigure(result()), {});
    if (request.name == "groups-across") return drawnOr(onItsGround(report::groupsAcrossFigure(rates()), request), {});
    return drawnOr(report::groupScoresFigure(rates()), {});
}

std::vector<Block> GroupsFound::report() const {
    std::vector<Block> blocks;
    for (const std::string& line : summary()) blocks.emplace_back(Paragraph{line});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    blocks.emplace_back(Paragraph{
        "Intervals are 95 %: each identity is left out in turn with all its pairs, and the common threshold is found "
        "again. Those of the largest ratios allow for its being chosen as the largest."});
    blocks.emplace_back(TableBlock{rateTable(),
                                   {{"group", "Group"},
                                    {"fmr_target", "FMR of all"},
                                    {"identities", "Identities"},
                                    {"fmr", "FMR"},
                                    {"fmr_low", "from"},
                                    {"fmr_high", "to"},
                                    {"fnmr", "FNMR"},
                                    {"fnmr_low", "from"},
                                    {"fnmr_high", "to"}}});
    const auto add = [&](figure::Figure figure, const char* key) {
        if (!figure.charts.empty())
            blocks.emplace_back(FigureBlock{std::move(figure), groupsAnalysis().meaningOfFigure(key).english()});
    };
    add(report::groupErrorsFigure(result()), "group-errors");
    add(report::groupsAcrossFigure(rates()), "groups-across");
    add(report::groupScoresFigure(rates()), "group-scores");
    blocks.emplace_back(TableBlock{meanTable(true),
                                   {{"column", "Column"},
                                    {"group", "Group"},
                                    {"mean", "Mean"},
                                    {"less_others", "Less all others"},
                                    {"less_others_low", "from"},
                                    {"less_others_high", "to"}}});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const GroupsAnalysisOptions options{v.text("by"),
                                        {metricNamed(v.text("metric")).value(), v.get<std::vector<double>>("fmr"),
                                         v.whole("leave-out"), static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))}};
    auto report = computeGroups(*request.snapshot, request.scope, options, job);
    if (!report) return forward(report);
    return std::make_shared<GroupsFound>(request, std::move(*report));
}

Fields fields() {
    std::vector<Choice> metricChoices;
    for (const MetricName& metric : metrics()) metricChoices.push_back({metric.name, metric.title});
    return {
        {.key = "by",
         .title = say("Groups"),
         .help =
             say("Column that labels the groups, of 2 to 20 values; empty: the first that has one value for each identity, "
                 "else still or video"),
         .fallback = std::string()},
        {.key = "metric",
         .title = say("Score"),
         .help = say("Score of a pair"),
         .fallback = std::string("cosine"),
         .choices = metricChoices},
        {.key = "fmr",
         .title = {},
         .help = "False match rates of all impostor pairs; each gives one threshold for all groups",
         .fallback = std::vector<double>{1e-2, 1e-3},
         .low = 1e-9,
         .high = 0.5},
        leaveOutField(500),
        seedField(say("Seed of the groups of identities left out")),
    };
}

}  // namespace

const Analysis& groupsAnalysis() {
    static const Analysis analysis{
        .key = "groups",
        .title = say("Errors by group"),
        .name = say("Groups"),
        .question = "Compare false match and non-match rates of groups at one threshold, within and across groups",
        .meaning = say("Whether errors differ between groups of images as a column labels them: rates of false matches and "
                       "false non-matches at one threshold for all, their largest over the geometric mean and over the "
                       "smallest (NISTIR 8280, NISTIR 8429), 1 where all are alike."),
        .manual = "groups#What it computes",
        .fields = fields(),
        .figures = {{"group-errors", say("Errors by group"), false,
                     say("The share of impostor pairs of each group that are accepted (FMR), and of its genuine pairs that "
                         "are rejected (FNMR), at the threshold of all. Less is better.")},
                    {"groups-across", say("False matches within and across groups"), false,
                     say("How often images of two groups are taken for one person, over all pairs: log₂ of the two rates, 0 "
                         "as often, 1 twice as often, −1 half as often.")},
                    {"group-scores", say("Scores by group"), false,
                     say("Densities of the scores of genuine and impostor pairs within each group: the less the two "
                         "overlap, the better its people are told apart.")}},
        .columns = groupsColumns(),
        .measured = true,
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
