#include "core/analyses/mixed/mixed_analysis.h"

#include <fmt/format.h>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/mixed/mixed_figure.h"
#include "core/analysis/verdict_text.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

class MixedFound : public FindingsOf<MixedReport> {
  public:
    MixedFound(const AnalysisRequest& request, MixedReport report)
        : FindingsOf(mixedAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override { return {effectTable(false), varianceTable()}; }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override {
        if (request.name == "mixed-variance") return drawnOr(report::mixedVarianceFigure(result()), {});
        return drawnOr(report::mixedEffectsFigure(result()), {});
    }
    std::vector<Block> report() const override;

  private:
    /// With keys of columns, or with what people call them.
    Table effectTable(bool titles) const;
    Table varianceTable() const;
};

std::vector<Text> MixedFound::sentences() const {
    std::vector<Text> all;
    for (const MixedEffect& e : result().effects)
        all.push_back(say("A standard deviation more of “{}” goes with {} standard deviations of “{}”; {}.", e.title,
                          estimateText(e.perSd.value, e.perSd.low, e.perSd.high), result().outcomeTitle,
                          pValueText(e.pValue)));
    for (const report::VariancePart& part : report::variancePartsOf(result())) {
        if (std::string_view(part.key) == "people")
            all.push_back(
                say("Of its variance, {} % is what images of one person have in common.", fixedText(100 * part.share, 0)));
        if (std::string_view(part.key) == "videos")
            all.push_back(say("Of its variance, {} % is what images of one video have in common beyond that.",
                              fixedText(100 * part.share, 0)));
    }
    if (std::isfinite(result().slopeSd))
        all.push_back(say("Between people the effect of “{}” has a standard deviation of {}.",
                          result().effects.front().title, fixedText(result().slopeSd, 3)));
    return all;
}

std::vector<Text> MixedFound::notes() const {
    std::vector<Text> all = result().notes;
    all.push_back(
        say("{} images of {} people that have all the numbers, others held fixed each time. Lines are straight: "
            "what rises and falls again has a small effect here.",
            groupedNumber(result().images), groupedNumber(result().identities)));
    return all;
}

Table MixedFound::effectTable(bool titles) const {
    Table table{"mixed",
                say("Effects, people and videos at random"),
                {"network", "outcome", "predictor", "per_sd", "per_sd_low", "per_sd_high", "p", "per_unit", "per_unit_low",
                 "per_unit_high", "model_error", "unit", "sd", "images", "videos", "identities"},
                {},
                false};
    const MixedReport& r = result();
    for (const MixedEffect& e : r.effects)
        table.add(network(), titles ? Table::cell(r.outcomeTitle) : Table::word(r.outcome, r.outcomeTitle),
                  titles ? Table::cell(e.title) : Table::word(e.key, e.title), e.perSd.value, e.perSd.low, e.perSd.high,
                  e.pValue, e.perUnit.value, e.perUnit.low, e.perUnit.high, e.modelError, e.unit, e.sd, r.images, r.videos,
                  r.identities);
    return table;
}

Table MixedFound::varianceTable() const {
    Table table{"mixed_variance", say("Where the variance is"), {"outcome", "part", "share"}, {}, false};
    for (const report::VariancePart& part : report::variancePartsOf(result()))
        table.add(Table::word(result().outcome, result().outcomeTitle), Table::word(part.key, part.name), part.share);
    return table;
}

std::vector<Block> MixedFound::report() const {
    std::vector<Block> blocks;
    for (const Text& note : notes()) blocks.emplace_back(Paragraph{note.english()});
    blocks.emplace_back(TableBlock{effectTable(true),
                                   {{"predictor", "Predictor"},
                                    {"per_sd", "Effect (SD)"},
                                    {"per_sd_low", "from"},
                                    {"per_sd_high", "to"},
                                    {"p", "p"},
                                    {"per_unit", "For one unit"}}});
    blocks.emplace_back(
        FigureBlock{report::mixedEffectsFigure(result()), mixedAnalysis().meaningOfFigure("mixed").english()});
    for (const Text& line : sentences())
        if (line.english().starts_with("Of its variance") || line.english().starts_with("Between people"))
            blocks.emplace_back(Paragraph{line.english()});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const MixedAnalysisOptions options{v.text("outcome"), v.get<std::vector<std::string>>("explained-by"), v.flag("slopes"),
                                       v.whole("leave-out"), static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))};
    auto report = computeMixed(*request.snapshot, request.scope, options, job);
    if (!report) return forward(report);
    return std::make_shared<MixedFound>(request, std::move(*report));
}

Fields fields() {
    return {
        {.key = "outcome",
         .title = say("Number"),
         .help = say("What is explained: “distance” from the origin, a measure of quality, or any column of numbers"),
         .fallback = std::string("distance")},
        {.key = "explained-by",
         .title = say("Explained by"),
         .help = say("Columns of numbers; empty: |yaw| and up to five measures of quality that most images have"),
         .fallback = std::vector<std::string>{}},
        {.key = "slopes",
         .title = say("Slopes of people"),
         .help = say("Each person has an effect of the first column of their own"),
         .fallback = true},
        leaveOutField(500),
        seedField(say("Seed of the groups of identities left out")),
    };
}

}  // namespace

const Analysis& mixedAnalysis() {
    static const Analysis analysis{
        .key = "mixed",
        .title = say("Mixed models"),
        .name = say("Mixed models"),
        .question = "Explain the distance, or any number, by pose, quality or other columns, people and videos at random",
        .meaning = say("What goes with the distance from the origin, or with any number, when the others are held fixed and "
                       "people and videos have effects of their own (linear mixed model, REML; Bates et al. 2015): in "
                       "standard deviations; 0 is nothing."),
        .manual = "mixed-models#What it computes",
        .fields = fields(),
        .figures =
            {{"mixed", say("Effects, the others held fixed"), false,
              say("Standard deviations of the number for one of each column, the others held fixed, with 95 % intervals "
                  "that leave identities out. 0: none.")},
             {"mixed-variance", say("Where the variance is"), false,
              say("How much of the variance goes with the columns, how much images of one person and of one video have "
                  "in common beyond that, and what is left.")}},
        .columns = mixedColumns(),
        .measured = true,
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
