#include "core/analyses/probe/probe_analysis.h"

#include <fmt/format.h>
#include <algorithm>

#include "core/analyses/draw.h"
#include "core/charts/probe_figure.h"
#include "core/common/number_text.h"
#include "core/view/colouring.h"

namespace facespace {
namespace {

class ProbeFindings : public FindingsOf<ProbeFound> {
  public:
    ProbeFindings(const AnalysisRequest& request, std::string network, ProbeFound found)
        : FindingsOf(probeAnalysis(), request.snapshot, std::move(network), request.values, std::move(found)) {}
    std::vector<Table> tables() const override { return result().tables; }
    std::vector<std::string> summary() const override {
        return {fmt::format("{} steps of {}", result().series.steps.size(), result().series.field->title.words)};
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return result().series.notes; }
    std::vector<Block> report() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override {
        return report::probeFigure(snapshot(), result().series, {request.widthMm, request.style, request.privacy});
    }
};

std::vector<Text> ProbeFindings::sentences() const {
    const ProbeSeries& s = result().series;
    if (s.steps.empty()) return {};
    const ProbeStep &first = *s.steps.front(), &last = *s.steps.back();
    std::vector<Text> all{say("As “{}” goes from {} to {}, the cosine of “{}” to its stored feature goes from {} to {}.",
                              Text(s.field->title), fmt::format("{:g}", first.degradation.*s.field->value),
                              fmt::format("{:g}", last.degradation.*s.field->value),
                              snapshot().images.images[static_cast<std::size_t>(first.row)].path, fixedText(first.cosine, 3),
                              fixedText(last.cosine, 3))};
    if (!s.unitLength)
        all.push_back(say("Its distance from the origin goes from {} to {}.", fixedText(first.distance, 2),
                          fixedText(last.distance, 2)));
    if (first.ownRank > 0 && last.ownRank > 0)
        all.push_back(say("Its own person's nearest image goes from place {} to place {} among all others.",
                          groupedNumber(first.ownRank), groupedNumber(last.ownRank)));
    return all;
}

std::vector<Block> ProbeFindings::report() const {
    std::vector<Block> blocks;
    for (const Text& sentence : sentences()) blocks.emplace_back(Paragraph{sentence.english()});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    FigureRequest request;
    request.privacy = snapshot().anonymous;
    if (const auto drawn = figure(request, {}))
        for (FigureBlock& panel : panelsOf(*drawn, {analysis().meaning.english()})) blocks.emplace_back(std::move(panel));
    const ProbeSeries& s = result().series;
    TableBlock steps{{"probe", "", {"amount", "distance", "percentile", "cosine", "yaw", "rank"}, {}, false},
                     {{"amount", withUnit(s.field->title, s.field->unit.words).english()},
                      {"distance", "Distance from the origin"},
                      {"percentile", "Its percentile"},
                      {"cosine", "Cosine to the stored feature"},
                      {"yaw", "Predicted yaw (°)"},
                      {"rank", "Place of the own person"}}};
    for (const auto& step : s.steps)
        steps.table.add(step->degradation.*s.field->value, step->distance, step->percentile, step->cosine, step->yawDeg,
                        step->ownRank > 0 ? Table::cell(step->ownRank) : Table::Cell{});
    blocks.emplace_back(std::move(steps));
    return blocks;
}

Result<Degradation> degradationOf(const Values& values) {
    Degradation degradation;
    for (const DegradationField& field : degradationFields()) degradation.*field.value = values.number(field.key);
    const auto side = coverSideFromString(values.text("side"));
    if (!side) return forward(side);
    degradation.side = *side;
    return degradation;
}

ProbeOptions optionsOf(const AnalysisRequest& request) {
    ProbeOptions o;
    o.network = request.scope.network;
    o.descriptor = request.values.text("descriptor");
    o.host = request.host;
    return o;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const std::string& image = request.values.text("image");
    if (image.empty()) return fail(ErrorCode::kInvalid, say("The figure needs an image to probe; name it with “--image”."));
    const auto row = probeRow(*request.snapshot, image);
    if (!row) return forward(row);
    const auto sweep = probeSweepFromString(request.values.text("sweep"));
    if (!sweep) return forward(sweep);
    const auto base = degradationOf(request.values);
    if (!base) return forward(base);
    const auto prober = Prober::open(request.snapshot, optionsOf(request), job);
    if (!prober) return forward(prober);
    auto series = probeAlong(**prober, *row, *sweep, *base, job);
    if (!series) return forward(series);
    std::vector<ProbeStep> steps{*series->stored};
    for (const auto& step : series->steps) steps.push_back(*step);
    auto tables = makeTables(steps, **prober);
    return probeFindings(request, (*prober)->network().name, {std::move(*series), std::move(tables)});
}

std::vector<ColumnMeaning> columns() {
    std::vector<ColumnMeaning> all{
        {"probe", "step", say("The stored feature is 0"), {}},
        {"probe", "path", say("The image, as in the project"), {}},
        {"probe", "network", say("Whose features are looked at"), {}},
        {"probe", "stored", say("Whether this is the stored feature, for which the network was not run"), {}},
        {"probe", "side", say("From where the cover comes"), {}},
        {"probe", "distance", say("Of the feature from the origin"), say("distance")},
        {"probe", "percentile", say("Of that distance among the stored ones"), say("%")},
        {"probe", "cosine_to_stored", say("Of the feature to the image's stored one"), say("cosine")},
        {"probe", "predicted_yaw", say("Read from the feature by a linear predictor"), say("°")},
        {"probe", "predicted_pitch", say("Read from the feature by a linear predictor"), say("°")},
        {"probe", "map", say("The map on which the feature is placed"), {}},
        {"probe", "map_x", say("Place on the map, first axis"), {}},
        {"probe", "map_y", say("Place on the map, second axis"), {}},
        {"probe", "map_z", say("Place on the map, third axis"), {}},
        {"probe", "neighbours", say("Nearest images that were looked at"), {}},
        {"probe", "neighbours_of_own_identity", say("Of these, those of the image's identity"), {}},
        {"probe", "rank_of_own_identity", say("Of its nearest image among all others, from 1"), {}},
        {"probe", "nearest", say("The nearest image"), {}},
        {"probe", "nearest_identity", say("Its identity"), {}},
        {"probe", "nearest_cosine", say("Its cosine"), say("cosine")},
        {"probe_neighbours", "step", say("The stored feature is 0"), {}},
        {"probe_neighbours", "position", say("The nearest is 1"), {}},
        {"probe_neighbours", "path", say("The neighbour, as in the project"), {}},
        {"probe_neighbours", "identity", say("Its identity"), {}},
        {"probe_neighbours", "same_identity", say("Whether it is the image's own"), {}},
        {"probe_neighbours", "cosine", say("Of the features"), say("cosine")},
    };
    for (const DegradationField& field : degradationFields())
        all.push_back({"probe", field.key, say("{} of the face", Text(field.title)), field.unit});
    return all;
}

Fields fields() {
    Fields all{
        {.key = "image", .title = {}, .help = "The image: its path in the project, or its file", .fallback = std::string()},
        {.key = "sweep", .title = {}, .help = "What grows: NAME=FROM:TO:STEPS", .fallback = std::string("blur=0:8:9")},
        {.key = "descriptor",
         .title = {},
         .help = "The network's descriptor, if it is no longer where it was",
         .fallback = std::string(),
         .file = true},
    };
    for (const DegradationField& field : degradationFields())
        all.push_back({.key = field.key,
                       .title = field.title,
                       .help = field.title,
                       .fallback = field.neutral,
                       .low = field.low,
                       .high = field.high,
                       .unit = field.unit});
    all.push_back({.key = "side",
                   .title = {},
                   .help = "From where the occluding cover comes",
                   .fallback = std::string("bottom"),
                   .choices = {{"bottom", ""}, {"top", ""}, {"left", ""}, {"right", ""}}});
    return all;
}

}  // namespace

FindingsPtr probeFindings(const AnalysisRequest& request, const std::string& network, ProbeFound found) {
    return std::make_shared<ProbeFindings>(request, network, std::move(found));
}

const Analysis& probeAnalysis() {
    static const Analysis analysis{
        .key = "probe",
        .title = say("A face made worse"),
        .name = say("Probe"),
        .question = "Make an image worse and see what becomes of its feature",
        .meaning = say("What becomes of an image's feature as the face is turned, covered, darkened, blurred, shrunk or "
                       "compressed: distance, cosine to the stored feature (1 is the same) and prediction at each step."),
        .manual = "probe#What it computes",
        .fields = fields(),
        .figures = {{"probe", say("A face made worse"), true}},
        .columns = columns(),
        .ownCommand = true,
        .reportedWith = "image",
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
