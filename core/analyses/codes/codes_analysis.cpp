#include "core/analyses/codes/codes_analysis.h"

#include <fmt/format.h>
#include <cmath>

#include "core/analyses/codes/codes_figure.h"
#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

Text kindText(CodeKind kind) {
    switch (kind) {
        case CodeKind::kOneUnit:
            return say("one unit");
        case CodeKind::kSparse:
            return say("sparse");
        case CodeKind::kDistributed:
            return say("distributed");
        default:
            return say("cannot tell");
    }
}

class CodesFound : public FindingsOf<CodesReport> {
  public:
    CodesFound(const AnalysisRequest& request, CodesReport report)
        : FindingsOf(codesAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override {
        return {codeTable(), unitTable(), subsetTable(), directionTable(), removedTable()};
    }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return code().notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;

  private:
    const PopulationCode& code() const { return result().code; }
    Table codeTable() const;
    Table unitTable() const;
    Table subsetTable() const;
    Table directionTable() const;
    Table removedTable() const;
};

std::vector<Text> CodesFound::sentences() const {
    std::vector<Text> all;
    for (const UnitCode& c : code().codes) {
        if (c.kind == CodeKind::kCannotTell && c.total.low > 0 && c.identities >= kCodeIdentities) {
            all.push_back(say("“{}” is hardly in the units, {} of their variance: too little to say in how many.",
                              c.attribute, estimateText(c.total.value, c.total.low, c.total.high)));
            continue;
        }
        if (c.kind == CodeKind::kCannotTell && c.total.low > 0) {
            all.push_back(
                say("“{}” is in the units, {} of their variance; in how many of them is told of {} identities or more.",
                    c.attribute, estimateText(c.total.value, c.total.low, c.total.high), kCodeIdentities));
            continue;
        }
        if (c.kind == CodeKind::kCannotTell) {
            all.push_back(say("Whether “{}” is in the units cannot be told: its effect is {}.", c.attribute,
                              estimateText(c.total.value, c.total.low, c.total.high)));
            continue;
        }
        all.push_back(say("The code of “{}” is {}: {} of {} units carry it, {} of their variance.", c.attribute,
                          kindText(c.kind), fixedText(c.effectiveUnits, 1), code().units,
                          estimateText(c.total.value, c.total.low, c.total.high)));
    }
    for (const SubsetPoint& p : code().subsets)
        if (p.units == code().units)
            all.push_back(say("All {} units tell identity with an AUC of {}.", p.units, fixedText(p.auc.mean, 3)));
        else if (p.units == 1 || p.units == 16)
            all.push_back(sayCount("{} unit, drawn at random, tells identity with an AUC of {}.",
                                   "{} units, drawn at random, tell identity with an AUC of {}.", p.units, p.units,
                                   fixedText(p.auc.mean, 3)));
    return all;
}

Table CodesFound::codeTable() const {
    Table table{"codes",
                say("In how many units it is"),
                {"network", "attribute", "code", "effect", "effect_low", "effect_high", "effective_units", "units", "images",
                 "identities"},
                {},
                false};
    for (const UnitCode& c : code().codes)
        table.add(network(), c.attribute, kindText(c.kind), c.total.value, c.total.low, c.total.high, c.effectiveUnits,
                  code().units, c.images, c.identities);
    return table;
}

Table CodesFound::unitTable() const {
    Table table{"codes_units",
                say("Single units"),
                {"attribute", "unit", "eta_squared", "effect", "effect_low", "effect_high"},
                {},
                true};
    for (const UnitCode& c : code().codes)
        for (std::size_t u = 0; u < c.effect.size(); ++u)
            table.add(c.attribute, u, c.etaSquared[u], c.effect[u].value, c.effect[u].low, c.effect[u].high);
    return table;
}

Table CodesFound::subsetTable() const {
    Table table{"codes_subsets",
                say("Random subsets of units"),
                {"units", "what", "figure", "figure_low", "figure_high"},
                {},
                false};
    for (const SubsetPoint& p : code().subsets) {
        const auto add = [&](const Text& what, const Spread& s) {
            if (s.count > 0) table.add(p.units, what, s.mean, s.low, s.high);
        };
        add(say("identity"), p.auc);
        for (std::size_t a = 0; a < p.accuracy.size(); ++a) add(code().attributes[a], p.accuracy[a]);
        add(say("yaw"), p.yawError);
    }
    return table;
}

Table CodesFound::directionTable() const {
    Table table{"codes_directions",
                say("Directions of attributes"),
                {"attribute", "effective_units", "nearest_unit", "unit_cosine", "effective_components", "nearest_component",
                 "component_cosine"},
                {},
                false};
    for (const CodedDirection& d : code().directions)
        table.add(d.attribute, d.effectiveUnits, d.unit, d.unitCosine, d.effectiveComponents, d.component + 1,
                  d.componentCosine);
    return table;
}

Table CodesFound::removedTable() const {
    Table table{"codes_removed", say("Without principal components"), {"components", "auc"}, {}, false};
    for (const auto& [removed, auc] : code().removed) table.add(removed, auc);
    return table;
}

Result<figure::Figure> CodesFound::figure(const FigureRequest& request, const JobContext&) const {
    if (request.name == "code-subsets") return drawnOr(report::subsetsFigure(code()), {});
    if (request.name == "code-units") return drawnOr(report::unitsFigure(code()), {});
    return drawnOr(report::componentsFigure(code()), {});
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const CodesAnalysisOptions options{v.get<std::vector<std::string>>("attributes"),
                                       {v.whole("repeats"), v.whole("pairs"), v.whole("folds"), v.whole("leave-out"),
                                        static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))}};
    auto report = computeCodes(*request.snapshot, request.scope, options, job);
    if (!report) return forward(report);
    return std::make_shared<CodesFound>(request, std::move(*report));
}

Field whole(const char* key, Text title, Text help, std::int64_t fallback, double low, double high) {
    return {.key = key, .title = std::move(title), .help = std::move(help), .fallback = fallback, .low = low, .high = high};
}

Fields fields() {
    return {
        {.key = "attributes",
         .title = say("Columns"),
         .help = say(
             "Columns of 2 to 20 values whose classes are looked for in the units, and “view”; empty: the first three, and "
             "view"),
         .fallback = std::vector<std::string>{}},
        whole("repeats", say("Draws"), say("Random subsets of each number of units"), 10, 1, 1000),
        whole("pairs", {}, "Pairs of images that the AUC is of, drawn at random", 100'000, 1000, 1e7),
        whole("folds", {}, "Folds of identities, for what is read out", 5, 2, 32),
        leaveOutField(200),
        seedField(say("Seed of draws, pairs, folds and groups of identities left out")),
    };
}

}  // namespace

const Analysis& codesAnalysis() {
    static const Analysis analysis{
        .key = "codes",
        .title = say("Single units and populations"),
        .name = say("Codes"),
        .question = "Tell whether identity, classes and view are coded by single units, by few, or by all together",
        .meaning = say(
            "Whether identity, classes and view are in single units of the features, in few or in all together: variance "
            "between classes over variance of each unit (η²), and what random subsets of units tell (Parde et al. 2021)."),
        .manual = "codes#What it computes",
        .fields = fields(),
        .figures = {{"code-subsets", say("What random subsets of units tell"), false,
                     say("What so many units drawn at random tell: AUC of identity (0.5 by chance), balanced accuracy of "
                         "classes, and mean error of yaw, all on people who were not fitted to.")},
                    {"code-units", say("η² of single units"), false,
                     say("The effect of each unit, the largest first: the share of its variance that is between classes, "
                         "without what sampling adds. 0 nothing, 1 all. Bands are 95 % intervals.")},
                    {"code-components", say("Without principal components"), false,
                     say("AUC of identity when the first principal components are left out: where it rises, they hold what "
                         "is not of the person.")}},
        .columns = codesColumns(),
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
