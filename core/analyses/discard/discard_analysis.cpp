#include "core/analyses/discard/discard_analysis.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/verify/verify_analysis.h"
#include "core/charts/charts.h"
#include "core/common/numbers.h"
#include "core/compute/analysis_tables.h"

namespace facespace {
namespace {

class DiscardFound : public FindingsOf<DiscardReport> {
  public:
    DiscardFound(const AnalysisRequest& request, DiscardReport report)
        : FindingsOf(discardAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override { return makeTables(result()); }
    std::vector<std::string> summary() const override;
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return result().missing; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    TableBlock areas() const;
    std::vector<std::string> tied(double limit) const;
};

/// Every measure at every false match rate, least area first.
void addAreas(std::vector<std::string>& lines, const std::vector<EdcCurve>& curves, const std::string& title) {
    const DiscardAreas areas = areasOf(curves);
    std::string head = fmt::format("  {:30}", ""), start = fmt::format("  {:30}", "FNMR with none discarded");
    for (const double fmr : areas.fmrTargets) head += fmt::format("{:>12}", fmt::format("FMR {:g}", fmr));
    for (const double fnmr : areas.startFnmr) start += fmt::format("{:>12.4f}", fnmr);
    lines.insert(lines.end(), {title + ":", head, start});
    for (const DiscardAreas::Row& row : areas.rows) {
        std::string line = fmt::format("  {:30}", row.quality);
        for (const double area : row.area) line += fmt::format("{:>12.6f}", area);
        lines.push_back(std::move(line));
    }
}

std::vector<std::string> DiscardFound::summary() const {
    std::vector<std::string> lines;
    addAreas(
        lines, result().curves,
        fmt::format("error versus discard, area up to {:g} % (less is better)", 100 * values().number("discard-limit")));
    if (!result().recomputed.empty()) addAreas(lines, result().recomputed, "the same with thresholds recomputed");
    return lines;
}

/// Whether a measure is known of nearly all pairs: only then its area compares with those of others and of chance.
bool isOfTheSamePairs(const std::vector<EdcCurve>& curves, const std::string& quality) {
    constexpr double kMostLeftOut = 0.05;
    const auto curve = std::ranges::find(curves, quality, &EdcCurve::quality);
    return curve != curves.end() && static_cast<double>(curve->withoutQuality) <=
                                        kMostLeftOut * static_cast<double>(curve->pairs + curve->withoutQuality);
}

/// What to discard by, for each false match rate.
std::vector<Text> DiscardFound::sentences() const {
    std::vector<Text> sentences;
    const DiscardAreas areas = areasOf(result().curves);
    for (std::size_t t = 0; t < areas.fmrTargets.size(); ++t) {
        const std::string fmr = fmt::format("{:g}", areas.fmrTargets[t]);
        if (areas.startFnmr[t] == 0) {
            sentences.push_back(
                say("No genuine pair is rejected at FMR {}: there is no error for discarding to lower.", fmr));
            continue;
        }
        const DiscardAreas::Row* least = nullptr;
        double random = kNoValue;
        for (const DiscardAreas::Row& row : areas.rows) {
            if (row.quality == "random") random = row.area[t];
            if (row.quality == "random" || row.quality == "oracle" || std::isnan(row.area[t])) continue;
            if (!isOfTheSamePairs(result().curves, row.quality)) continue;
            if (least == nullptr || row.area[t] < least->area[t]) least = &row;
        }
        if (least == nullptr) continue;
        sentences.push_back(say("At FMR {} the least error is left by discarding by “{}”: area {:.4f}, by chance {:.4f}.",
                                fmr, titleOfQuality(result(), least->quality), least->area[t], random));
    }
    return sentences;
}

Result<figure::Figure> DiscardFound::figure(const FigureRequest& request, const JobContext&) const {
    const Values& v = valuesFor(request);
    return drawnOr(report::discardFigure(result(), {.limit = v.number("discard-limit"),
                                                    .fmr = {},
                                                    .quality = v.text("measure"),
                                                    .recomputed = v.flag("recomputed"),
                                                    .logarithmic = v.flag("log")}),
                   fmt::format("{}", fmt::join(result().missing, " ")));
}

/// A line for each quality, for people.
TableBlock DiscardFound::areas() const {
    const DiscardAreas areas = areasOf(result().curves);
    TableBlock block{{"", "", {"title"}, {}, false}, {{"title", "Area under the curve"}}};
    Table& table = block.table;
    for (const double target : areas.fmrTargets) {
        const std::string fmr = fmt::format("{:g}", target);
        table.columns.insert(table.columns.end(), {"stepwise " + fmr, "linear " + fmr});
        block.columns.push_back({"stepwise " + fmr, fmt::format("FMR {}, stepwise", fmr)});
        block.columns.push_back({"linear " + fmr, "linear"});
    }
    for (const DiscardAreas::Row& row : areas.rows) {
        auto& cells = table.rows.emplace_back();
        cells.push_back(Table::cell(titleOfQuality(result(), row.quality)));
        for (const double fmr : areas.fmrTargets) {
            const auto curve = std::ranges::find_if(
                result().curves, [&](const EdcCurve& c) { return c.quality == row.quality && c.fmrTarget == fmr; });
            const bool known = curve != result().curves.end();
            cells.push_back(known ? Table::cell(curve->pAucStepwise) : Table::Cell{});
            cells.push_back(known ? Table::cell(curve->pAucLinear) : Table::Cell{});
        }
    }
    return block;
}

/// Measures that so many pairs share at their worst that none can be set aside within the limit: their stepwise curve is
/// flat, which says nothing of the measure.
std::vector<std::string> DiscardFound::tied(double limit) const {
    std::vector<std::string> tied;
    for (const EdcCurve& curve : result().curves) {
        if (std::ranges::find(result().qualities, curve.quality) == result().qualities.end()) continue;  // random, oracle
        const bool steps =
            std::ranges::any_of(curve.points, [&](const EdcPoint& p) { return p.discarded > 0 && p.discarded <= limit; });
        std::string title = titleOfQuality(result(), curve.quality);
        if (!steps && std::ranges::find(tied, title) == tied.end()) tied.push_back(std::move(title));
    }
    return tied;
}

std::vector<Block> DiscardFound::report() const {
    std::vector<Block> blocks;
    if (std::ranges::all_of(result().curves, [](const EdcCurve& c) { return c.startFnmr == 0; })) {
        blocks.emplace_back(
            Caution{"No genuine pair is rejected at these false match rates: there is no error for discarding to lower."});
        return blocks;
    }
    for (const auto& sentence : result().missing) blocks.emplace_back(Caution{sentence});
    const double limit = values().number("discard-limit");
    if (const auto flat = tied(limit); !flat.empty())
        blocks.emplace_back(Caution{
            fmt::format("More than {:g} % of the pairs share the worst value of {}: none of them can be set aside alone, so "
                        "only the area by straight lines says something of it.",
                        100 * limit, fmt::join(flat, ", "))});
    blocks.emplace_back(FigureBlock{
        report::discardFigure(result(), {.limit = limit, .fmr = {}, .quality = {}}),
        "False non-match rate as the genuine pairs of lowest quality are discarded; a pair's quality is that of its poorer "
        "image, the threshold stays. Bands, of the distance and the best measure, are 95 %: each identity is left "
        "out in turn with all its pairs, and the threshold is found again. In colour: the distance and the measures with "
        "the least area; grey: all others; bold: "
        "the least area of a measure."});
    blocks.emplace_back(areas());
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const DiscardOptions options = discardOptions(request.values);
    if (const VerificationReport* verified = verifiedBefore(request)) {
        auto report = computeDiscard(*request.snapshot, request.scope, *verified, options, job);
        if (!report) return forward(report);
        return discardFindings(request, std::move(*report));
    }
    auto done = verifyAndDiscard(*request.snapshot, request.scope, verificationOptions(request.values), options, job);
    if (!done) return forward(done);
    return discardFindings(request, std::move(done->discard));
}

Fields fields() {
    const EdcOptions o;
    Fields all{
        {.key = "fmr",
         .title = say("False match rates"),
         .help = say("Error versus discard: false match rates"),
         .fallback = o.fmrTargets,
         .low = 1e-9,
         .high = 0.5},
        {.key = "discard-limit",
         .title = say("Discard at most"),
         .help = say("Share of pairs up to which the area is taken"),
         .fallback = o.discardLimit,
         .low = 0.001,
         .high = 0.999,
         .share = true},
        {.key = "random-repeats",
         .title = say("Random orders averaged"),
         .help = say("Random qualities that are averaged for the curve of chance"),
         .fallback = std::int64_t{o.randomRepeats},
         .low = 1,
         .high = 1000},
        {.key = "measures",
         .title = say("Only these measures"),
         .help = say("Only these (default: all)"),
         .fallback = std::vector<std::string>{}},
        {.key = "recomputed",
         .title = say("Thresholds found again"),
         .help = say("Also with thresholds found again at every share discarded"),
         .fallback = false},
        leaveOutField(500, false),
        {.key = "measure",
         .title = say("Measure drawn in any case"),
         .help = say("quality: this measure (default: that which goes most with the distance); edc: drawn in any case"),
         .fallback = std::string(),
         .drawing = true},
        {.key = "log",
         .title = say("Logarithmic error axis"),
         .help = say("edc: logarithmic error axis"),
         .fallback = false,
         .drawing = true},
        seedField(say("Seed of everything random")),
    };
    for (Field& field : pairFields()) all.push_back(std::move(field));
    return all;
}

}  // namespace

DiscardOptions discardOptions(const Values& values) {
    DiscardOptions o;
    o.edc.fmrTargets = values.get<std::vector<double>>("fmr");
    o.edc.discardLimit = values.number("discard-limit");
    o.edc.randomRepeats = values.whole("random-repeats");
    o.edc.seed = static_cast<std::uint64_t>(values.get<std::int64_t>("seed"));
    o.measures = values.get<std::vector<std::string>>("measures");
    o.recomputed = values.flag("recomputed");
    return o;
}

FindingsPtr discardFindings(const AnalysisRequest& request, DiscardReport report) {
    return std::make_shared<DiscardFound>(request, std::move(report));
}

const Analysis& discardAnalysis() {
    static const Analysis analysis{
        .key = "discard",
        .title = say("Quality that matters: error versus discard"),
        .name = say("Error versus discard"),
        .question = "How errors fall as the images of lowest quality are discarded",
        .meaning = say("How the false non-match rate falls as genuine pairs of lowest quality are set aside (Grother and "
                       "Tabassi 2007): the faster, the better the measure foretells errors."),
        .manual = "error-versus-discard#What it computes",
        .fields = fields(),
        .figures = {{"edc", say("Error versus discard")}},
        .columns = discardColumns(),
        .measured = true,
        .after = {&verifyAnalysis()},
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
