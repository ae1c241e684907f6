#include "core/analyses/layers/layers_analysis.h"

#include <fmt/format.h>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/layers/layers_figure.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

Text text(const Estimate& e) { return estimateText(e.value, e.low, e.high); }

/// By its key in files, by its title for people.
Table::Cell attribute(const LayerCurve& curve) {
    return curve.name.empty() ? Table::cell(say("identity")) : Table::word(curve.name, curve.title);
}

class LayersFound : public FindingsOf<LayersReport> {
  public:
    LayersFound(const AnalysisRequest& request, LayersReport report)
        : FindingsOf(layersAnalysis(), request.snapshot, report.names.back(), request.values, report) {}
    std::vector<Table> tables() const override { return {layerTable(), changeTable(), sizeTable()}; }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest&, const JobContext&) const override {
        return drawnOr(report::layersFigure(result()), {});
    }
    std::vector<Block> report() const override;

  private:
    const LayerProbes& found() const { return result().probes; }
    Table layerTable() const;
    Table changeTable() const;
    Table sizeTable() const;
};

std::vector<Text> LayersFound::sentences() const {
    std::vector<Text> all{say("{} layers of “{}”, over {} images of {} identities.", result().layers.size(),
                              result().network, groupedNumber(found().images), groupedNumber(found().identities))};
    for (const LayerCurve& c : found().curves) {
        all.push_back(say("“{}” ({}): {} at the first layer, “{}”; {} at the last, “{}”; the difference is {}.",
                          report::curveText(c), report::probeFigureText(c.figure), text(c.layers.front()),
                          result().layers.front(), text(c.layers.back()), result().layers.back(), text(c.lastLessFirst)));
        if (c.lastLessFirst.low <= 0 && c.lastLessFirst.high >= 0)
            all.push_back(say("Whether the last layer tells more or less of “{}” than the first, these images cannot tell.",
                              report::curveText(c)));
        if (c.best + 1 < c.layers.size() && c.best > 0 && c.bestLessLast.low > 0)
            all.push_back(say("It is read best from “{}”: {}, more than from the last by {}.", result().layers[c.best],
                              text(c.layers[c.best]), text(c.bestLessLast)));
    }
    return all;
}

std::vector<Text> LayersFound::notes() const {
    std::vector<Text> all = found().notes;
    for (std::size_t l = 0; l < found().keptVariance.size(); ++l)
        if (found().keptVariance[l] < 1)
            all.push_back(say("The {} numbers of “{}” are read through principal components that hold {} of their variance.",
                              groupedNumber(found().dimensions[l]), result().layers[l],
                              fixedText(found().keptVariance[l], 3)));
    return all;
}

Table LayersFound::layerTable() const {
    Table table{
        "layers",
        say("What is read from each layer"),
        {"depth", "layer", "features", "attribute", "measure", "value", "low", "high", "chance", "images", "identities"},
        {},
        false};
    for (const LayerCurve& c : found().curves)
        for (std::size_t l = 0; l < c.layers.size(); ++l)
            table.add(l + 1, result().layers[l], result().names[l], attribute(c), report::probeFigureText(c.figure),
                      c.layers[l].value, c.layers[l].low, c.layers[l].high, c.chance, c.images, c.identities);
    return table;
}

Table LayersFound::changeTable() const {
    Table table{"layers_changes",
                say("How it changes over the layers"),
                {"attribute", "measure", "best_layer", "last_less_first", "last_less_first_low", "last_less_first_high",
                 "best_less_last", "best_less_last_low", "best_less_last_high"},
                {},
                false};
    for (const LayerCurve& c : found().curves)
        table.add(attribute(c), report::probeFigureText(c.figure), result().layers[c.best], c.lastLessFirst.value,
                  c.lastLessFirst.low, c.lastLessFirst.high, c.bestLessLast.value, c.bestLessLast.low, c.bestLessLast.high);
    return table;
}

Table LayersFound::sizeTable() const {
    Table table{"layers_sizes", say("Layers"), {"depth", "layer", "numbers", "kept_variance"}, {}, false};
    for (std::size_t l = 0; l < result().layers.size(); ++l)
        table.add(l + 1, result().layers[l], found().dimensions[l], found().keptVariance[l]);
    return table;
}

std::vector<Block> LayersFound::report() const {
    std::vector<Block> blocks;
    for (const Text& sentence : sentences()) blocks.emplace_back(Paragraph{sentence.english()});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    if (auto drawn = figure({}, {}))
        blocks.emplace_back(FigureBlock{std::move(*drawn), layersAnalysis().meaningOfFigure("layers").english()});
    TableBlock changes{{"layers_changes", "", {"attribute", "measure", "best", "last", "difference", "lost"}, {}, false},
                       {{"attribute", "Read"},
                        {"measure", "Measure"},
                        {"best", "Best layer"},
                        {"last", "At the last layer"},
                        {"difference", "Last less first"},
                        {"lost", "Best less last"}}};
    for (const LayerCurve& c : found().curves)
        changes.table.add(report::curveText(c).english(), report::probeFigureText(c.figure).english(),
                          result().layers[c.best], text(c.layers.back()).english(), text(c.lastLessFirst).english(),
                          text(c.bestLessLast).english());
    blocks.emplace_back(std::move(changes));
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const LayersAnalysisOptions options{v.get<std::vector<std::string>>("layers"),
                                        v.get<std::vector<std::string>>("attributes"),
                                        {v.whole("folds"), v.whole("images"), v.whole("components"), v.whole("leave-out"),
                                         static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))}};
    auto report = computeLayers(*request.snapshot, request.scope, options, job);
    if (!report) return forward(report);
    return std::make_shared<LayersFound>(request, std::move(*report));
}

Field whole(const char* key, Text title, Text help, std::int64_t fallback, double low, double high) {
    return {.key = key, .title = std::move(title), .help = std::move(help), .fallback = fallback, .low = low, .high = high};
}

Fields fields() {
    return {
        {.key = "layers",
         .title = say("Layers"),
         .help =
             say("Names of the features of each layer, from the input on; empty: those that were extracted from layers of "
                 "one network, and its own features last"),
         .fallback = std::vector<std::string>{}},
        {.key = "attributes",
         .title = say("Columns"),
         .help =
             say("What is read besides identity: yaw, pitch, media, measures of quality, columns; empty: the usual ones"),
         .fallback = std::vector<std::string>{}},
        whole("images", say("Images"),
              say("Images that are read; of more, a random choice with as many identities as possible"), 1200, 20, 100'000),
        whole("folds", {}, "Folds of identities, for what is read out", 5, 2, 32),
        whole("components", {}, "Layers of more numbers are read through so many principal components", 512, 8, 2048),
        leaveOutField(100),
        seedField(say("Seed of the images, folds and groups of identities left out")),
    };
}

}  // namespace

const Analysis& layersAnalysis() {
    static const Analysis analysis{
        .key = "layers",
        .title = say("What is coded where: layers"),
        .name = say("Layers"),
        .question =
            "Read identity, view, media, quality and classes from each layer of a network whose layers are kept as "
            "features",
        .meaning =
            say("What a straight line reads from each layer of a network, on people it was not fitted to: identity by "
                "AUC, numbers by R², classes by balanced accuracy (after Dhar et al. 2020)."),
        .manual = "layers#What it computes",
        .fields = fields(),
        .figures =
            {{"layers", say("What is read from each layer"), false,
              say("Over the layers, from the input on: AUC of identity (0.5 by chance) and balanced accuracy of classes, "
                  "and R² of numbers (0 no better than the mean, 1 exact). Bands are 95 % intervals.")}},
        .columns = layersColumns(),
        .ofOneNetwork = false,
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
