#include "core/analyses/identify/identify_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/identify/identify_figure.h"
#include "core/analyses/scope.h"
#include "core/common/number_text.h"
#include "core/compute/analysis_tables.h"

namespace facespace {
namespace {

constexpr std::size_t kTableRows = 15;

class IdentifyFound : public FindingsOf<IdentificationReport> {
  public:
    IdentifyFound(const AnalysisRequest& request, IdentificationReport report)
        : FindingsOf(identifyAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override {
        std::vector<Table> all{galleryTable(),    cmcTable(),       openSetTable(), curveTable(),
                               identitiesTable(), confusionTable(), searchTable()};
        if (!result().within.empty()) all.push_back(withinTable());
        return all;
    }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return result().result.notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    const Identification& found() const { return result().result; }
    const std::string& name(std::int32_t identity) const { return found().names[static_cast<std::size_t>(identity)]; }
    /// An image by its path, a template by its id.
    std::string called(std::int64_t row) const {
        if (row < 0) return {};
        const auto at = static_cast<std::size_t>(row);
        return found().templates ? result().templateIds[at] : snapshot().images.images[at].path;
    }
    Table galleryTable() const;
    Table cmcTable() const;
    Table openSetTable() const;
    Table curveTable() const;
    Table identitiesTable() const;
    Table confusionTable() const;
    Table searchTable() const;
    Table withinTable() const;
    FacesBlock faces() const;
};

Text probesText(const Identification& found) {
    if (found.leaveOneOut)
        return found.templates ? say("Each template against all others")
                               : say("Each image against all others but those of its own video");
    return found.entries.size() > 1 ? say("Probes against each of {} galleries", found.entries.size())
                                    : say("Probes against a gallery");
}

std::vector<Text> IdentifyFound::sentences() const {
    const Identification& f = found();
    const std::int64_t identities = *std::ranges::max_element(f.identities);
    std::vector<Text> all{
        say("{}: of {} identities the right one comes first in {} of {} searches; by chance it would in {}.", probesText(f),
            groupedNumber(identities), estimateText(f.cmc.front().value, f.cmc.front().low, f.cmc.front().high),
            groupedNumber(f.mated), fixedText(f.byChance.front(), 4))};
    for (const OpenSetPoint& p : f.openSet)
        if (p.resolved)
            all.push_back(
                say("Where {} of searches for people who are not enrolled report someone (FPIR), the right person "
                    "is reported first in {} (TPIR).",
                    fmt::format("{:g}", p.fpirTarget), estimateText(p.tpir.value, p.tpir.low, p.tpir.high)));
        else
            all.push_back(say("An FPIR of {} needs more searches for people who are not enrolled than the {} there are.",
                              fmt::format("{:g}", p.fpirTarget), groupedNumber(f.nonMated)));
    if (f.ownRemoved)
        all.push_back(
            say("Searches for people who are not enrolled are the same ones, each with its own identity left out "
                "of the gallery."));
    for (const IdentifiedWithin& w : result().within)
        all.push_back(say("Where “{}” is {}, the right one of {} comes first in {} of {} searches.", values().text("by"),
                          w.value, groupedNumber(w.identities), estimateText(w.first.value, w.first.low, w.first.high),
                          groupedNumber(w.searches)));
    if (!f.confusions.empty()) {
        const Confusion1N& c = f.confusions.front();
        all.push_back(sayCount("Most often “{1}” is taken for “{2}”: in {0} search.",
                               "Most often “{1}” is taken for “{2}”: in {0} searches.", c.times, groupedNumber(c.times),
                               name(c.identity), name(c.takenFor)));
    }
    return all;
}

Table IdentifyFound::galleryTable() const {
    const Identification& f = found();
    Table table{"identify",
                say("Galleries and searches"),
                {"network", "metric", "protocol", "gallery", "entries", "identities", "mated_searches", "non_mated_searches",
                 "own_identity_removed"},
                {},
                false};
    for (std::size_t g = 0; g < f.entries.size(); ++g)
        table.add(network(), metricWord(f.metric), probesText(f), g + 1, f.entries[g], f.identities[g], f.mated, f.nonMated,
                  f.ownRemoved);
    return table;
}

Table IdentifyFound::cmcTable() const {
    Table table{"identify_cmc", say("Found, by rank"), {"rank", "found", "found_low", "found_high", "by_chance"}, {}, false};
    for (std::size_t i = 0; i < found().cmc.size(); ++i) {
        const Estimate& e = found().cmc[i];
        table.add(i + 1, e.value, e.low, e.high, found().byChance[i]);
    }
    return table;
}

Table IdentifyFound::openSetTable() const {
    Table table{"identify_open_set",
                say("Found where not everyone is enrolled"),
                {"fpir_target", "fpir", "threshold", "tpir", "tpir_low", "tpir_high", "resolved"},
                {},
                false};
    for (const OpenSetPoint& p : found().openSet)
        table.add(p.fpirTarget, p.fpir, p.threshold, p.tpir.value, p.tpir.low, p.tpir.high, p.resolved);
    return table;
}

Table IdentifyFound::curveTable() const {
    Table table{"identify_curve", say("TPIR over FPIR"), {"fpir", "tpir"}, {}, true};
    for (const auto& [fpir, tpir] : found().curve) table.add(fpir, tpir);
    return table;
}

Table IdentifyFound::identitiesTable() const {
    Table table{
        "identify_identities",
        say("Who is found"),
        {"identity", "searches", "found_first", "share", "mean_rank", "taken_for", "taken_for_times", "others_taken_for_it"},
        {},
        false};
    for (const IdentityFound& i : found().perIdentity)
        table.add(name(i.identity), i.searches, i.first, static_cast<double>(i.first) / static_cast<double>(i.searches),
                  i.meanRank, i.takenFor < 0 ? std::string() : name(i.takenFor), i.takenForTimes, i.taken);
    return table;
}

Table IdentifyFound::confusionTable() const {
    Table table{"identify_confusions",
                say("Who is taken for whom"),
                {"identity", "taken_for", "times", "share", "example", "taken_for_example"},
                {},
                false};
    std::vector<double> searches(found().names.size(), 0);
    for (const IdentityFound& i : found().perIdentity)
        searches[static_cast<std::size_t>(i.identity)] = static_cast<double>(i.searches);
    for (const Confusion1N& c : found().confusions)
        table.add(name(c.identity), name(c.takenFor), c.times,
                  static_cast<double>(c.times) / searches[static_cast<std::size_t>(c.identity)], called(c.rows.front()),
                  called(c.otherRow));
    return table;
}

Table IdentifyFound::searchTable() const {
    Table table{"identify_searches",
                say("Every search"),
                {"gallery", "probe", "identity", "rank", "score", "entry", "other", "other_score", "other_entry"},
                {},
                true};
    for (const Search& s : found().searches)
        table.add(s.gallery + 1, called(s.row), name(s.identity), s.rank > 0 ? Table::cell(s.rank) : Table::Cell{},
                  s.mateScore, called(s.mateRow), s.other < 0 ? std::string() : name(s.other), s.otherScore,
                  called(s.otherRow));
    return table;
}

Table IdentifyFound::withinTable() const {
    Table table{"identify_within",
                say("Found first, by value of a column"),
                {"column", "value", "searches", "identities", "found", "found_low", "found_high", "by_chance"},
                {},
                false};
    for (const IdentifiedWithin& w : result().within)
        table.add(values().text("by"), w.value, w.searches, w.identities, w.first.value, w.first.low, w.first.high,
                  w.byChance);
    return table;
}

Result<figure::Figure> IdentifyFound::figure(const FigureRequest& request, const JobContext&) const {
    if (request.name == "cmc") return drawnOr(report::cmcFigure(found()), {});
    if (request.name == "open-set")
        return drawnOr(report::openSetFigure(found()), say("No search is for someone who is not enrolled."));
    if (request.name == "identify-within")
        return drawnOr(report::withinFigure(result(), values().text("by")),
                       say("Identification within the values of a column needs its name (--by)."));
    if (request.name == "identify-scores") return drawnOr(report::identifyScoresFigure(result()), {});
    const auto most = static_cast<std::size_t>(valuesFor(request).whole("confused"));
    return drawnOr(onItsGround(report::confusionsFigure(found(), most, !request.privacy), request), {});
}

FacesBlock IdentifyFound::faces() const {
    FacesBlock block{"An image that is taken for someone else, beside what it is most like:", {}, false};
    for (const Confusion1N& c : found().confusions) {
        if (block.groups.size() == 8) break;
        const auto probe = imagesOf(result(), c.rows.front()), entry = imagesOf(result(), c.otherRow);
        if (probe.empty() || entry.empty()) continue;
        block.groups.push_back({{}, {{probe.front(), name(c.identity)}, {entry.front(), name(c.takenFor)}}});
    }
    return block;
}

std::vector<Block> IdentifyFound::report() const {
    std::vector<Block> blocks;
    for (const std::string& line : summary()) blocks.emplace_back(Paragraph{line});
    blocks.emplace_back(
        Paragraph{"Intervals are 95 %: each identity is left out in turn, as the one looked for and as a candidate in all "
                  "other searches."});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    const auto add = [&](figure::Figure figure, const char* key) {
        if (!figure.charts.empty())
            blocks.emplace_back(FigureBlock{std::move(figure), identifyAnalysis().meaningOfFigure(key).english()});
    };
    add(report::cmcFigure(found()), "cmc");
    add(report::openSetFigure(found()), "open-set");
    blocks.emplace_back(TableBlock{openSetTable(),
                                   {{"fpir_target", "FPIR"},
                                    {"threshold", "Threshold"},
                                    {"tpir", "TPIR"},
                                    {"tpir_low", "from"},
                                    {"tpir_high", "to"},
                                    {"resolved", "Enough searches"}}});
    add(report::withinFigure(result(), values().text("by")), "identify-within");
    if (found().confusions.empty()) return blocks;
    add(report::confusionsFigure(found(), static_cast<std::size_t>(values().whole("confused")), true), "confusions");
    blocks.emplace_back(TableBlock{
        confusionTable(),
        {{"identity", "Identity"}, {"taken_for", "Taken for"}, {"times", "Searches"}, {"share", "Share of its searches"}},
        kTableRows});
    blocks.emplace_back(faces());
    return blocks;
}

Result<IdentificationAnalysisOptions> optionsOf(const AnalysisRequest& request) {
    const Values& v = request.values;
    IdentificationAnalysisOptions o;
    o.identification = {metricNamed(v.text("metric")).value(), v.get<std::vector<double>>("fpir"), v.whole("ranks"),
                        v.whole("leave-out"), static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))};
    o.by = v.text("by");
    o.templates = v.text("templates"), o.media = v.text("template-media"), o.weights = v.text("template-weights");
    std::optional<DataTable> table;
    for (const char* key : {"gallery", "second-gallery", "probes"}) {
        const std::string& text = v.text(key);
        if (text.empty()) continue;
        NamedImages named;
        if (namesAFile(*std::ranges::find(v.fields(), std::string(key), &Field::key), text)) {
            named.file = text;
        } else {
            if (!table) table = buildDataTable(*request.snapshot);
            auto rows = passesOf(text, *table, *request.snapshot, request.scope.network);
            if (!rows) return forward(rows);
            named.rows = std::move(*rows);
        }
        if (std::string(key) == "probes")
            o.probes = std::move(named);
        else
            o.galleries.push_back(std::move(named));
    }
    return o;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const auto options = optionsOf(request);
    if (!options) return forward(options);
    auto report = computeIdentification(*request.snapshot, request.scope, *options, job);
    if (!report) return forward(report);
    return std::make_shared<IdentifyFound>(request, std::move(*report));
}

Field named(const char* key, Text title, Text help) {
    return {.key = key,
            .title = std::move(title),
            .help = std::move(help),
            .fallback = std::string(),
            .file = true,
            .filter = true};
}
Field column(const char* key, const char* help) {
    return {.key = key, .title = {}, .help = help, .fallback = std::string()};
}

Fields fields() {
    std::vector<Choice> metricChoices;
    for (const MetricName& metric : metrics()) metricChoices.push_back({metric.name, metric.title});
    return {
        {.key = "metric",
         .title = say("Score"),
         .help = say("Score of a probe and an entry of the gallery"),
         .fallback = std::string("cosine"),
         .choices = metricChoices},
        named(
            "gallery", say("Enrolled"),
            say("Which images are enrolled: a filter (split == \"gallery\"), or a file that lists them or their templates; "
                "empty: each image is held against all others but those of its own video")),
        named("second-gallery", {}, "Another gallery, searched apart, as IJB has two; rates are averaged"),
        named("probes", say("Looked for"),
              say("Which images are searched for, a filter or a file; empty: all that are not enrolled")),
        {.key = "by",
         .title = say("Within"),
         .help = say("Column of 2 to 20 values: identification among the images of each value besides"),
         .fallback = std::string()},
        column("templates", "Column that names the template of each image (IJB); features are pooled"),
        column("template-media", "Column that names the medium within a template; empty: the video"),
        column("template-weights", "Column by which features are multiplied before they are pooled"),
        {.key = "fpir",
         .title = {},
         .help = "False positive identification rates (FPIR) at which TPIR is taken",
         .fallback = std::vector<double>{1e-1, 1e-2},
         .low = 1e-9,
         .high = 0.9},
        {.key = "ranks",
         .title = say("Ranks"),
         .help = say("How many ranks are told"),
         .fallback = std::int64_t{20},
         .low = 1,
         .high = 1000},
        leaveOutField(500),
        seedField(say("Seed of the groups of identities left out")),
        {.key = "confused",
         .title = {},
         .help = "Identities in the matrix of who is taken for whom",
         .fallback = std::int64_t{20},
         .low = 2,
         .high = 100,
         .drawing = true},
    };
}

}  // namespace

const Analysis& identifyAnalysis() {
    static const Analysis analysis{
        .key = "identify",
        .title = say("Identification"),
        .name = say("Identification"),
        .question = "Find each image's identity in a gallery: CMC, TPIR at fixed FPIR, who is taken for whom",
        .meaning = say("How well the right person is found among many: each image is held against the images of all "
                       "enrolled people, who are ranked by the one most like it, in the terms of ISO/IEC 19795-1."),
        .manual = "identification#What it computes",
        .fields = fields(),
        .figures =
            {{"cmc", say("Found, by rank"), false,
              say("Cumulative match characteristic: the share of searches with the right person at this rank or before, "
                  "from 0 to 1. A curve nearer to 1 is better.")},
             {"open-set", say("Found where not everyone is enrolled"), false,
              say("The share of searches that report the right person first (TPIR) over the share of searches for people "
                  "who are not enrolled that report someone (FPIR). A curve nearer to the upper left is better.")},
             {"identify-scores", say("Scores of the right identity and of the next"), false,
              say("Each image by its score with the right person and with the most alike other one. Points below the line "
                  "are taken for someone else.")},
             {"identify-within", say("Found first, by value of a column"), false,
              say("The share of searches with the right person first among the images of each value of the column (--by), "
                  "with 95 % intervals, beside chance.")},
             {"confusions", say("Who is taken for whom"), true,
              say("Of the images of the person of each line the share for which the person of each column comes first; "
                  "right is what lies on the diagonal.")}},
        .columns = identifyColumns(),
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
