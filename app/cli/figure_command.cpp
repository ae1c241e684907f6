#include <fmt/format.h>
#include <charconv>
#include <map>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "app/cli/network_words.h"
#include "core/analyses/draw.h"
#include "core/analyses/scope.h"
#include "core/figure/write.h"
#include "core/filter/filter.h"
#include "core/view/distance_figure.h"
#include "core/view/face_pictures.h"
#include "core/view/map_data.h"
#include "core/view/mosaic_figure.h"

namespace facespace::cli {
namespace {

struct FigureWords {
    const AnalysisList* list = nullptr;
    std::filesystem::path project, output;
    std::string page = "map", groupBy, column, width = "85mm", height;
    double dpi = 300;
    MapRequest map;
    MapFigureSpec spec;
    FieldOptions analysis;
    NetworkHostOptions host;  ///< Of the page probe.
    std::string legend = "auto", labels = "none";
    int perPercentile = 8;
    bool noNote = false, noAxes = false;
};

const std::map<std::string, figure::LegendPlace> kLegends{{"auto", figure::LegendPlace::kAuto},
                                                          {"right", figure::LegendPlace::kRight},
                                                          {"below", figure::LegendPlace::kBelow},
                                                          {"none", figure::LegendPlace::kNone}};
const std::map<std::string, MapLabels> kLabels{
    {"none", MapLabels::kNone}, {"coloured", MapLabels::kColoured}, {"all", MapLabels::kAll}};

/// “85mm”, “8.5cm”, “3.35in”, “1004px” (at the resolution), “one-column”, “two-columns”; a bare number is millimetres.
Result<double> millimetres(const std::string& words, double dpi) {
    if (words == "one-column") return figure::kOneColumnMm;
    if (words == "two-columns") return figure::kTwoColumnsMm;
    double value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    const std::string unit(end, words.data() + words.size());
    const std::map<std::string, double> units{{"", 1}, {"mm", 1}, {"cm", 10}, {"in", 25.4}, {"px", 25.4 / dpi}};
    const auto known = units.find(unit);
    if (error != std::errc() || known == units.end() || !(value > 0))
        return fail(ErrorCode::kInvalid,
                    fmt::format("“{}” is no length: write 85mm, 3.35in, 1004px, one-column or two-columns.", words));
    return value * known->second;
}

Result<void> setSize(FigureWords& words) {
    const auto width = millimetres(words.width, words.dpi);
    if (!width) return forward(width);
    words.spec.widthMm = *width;
    if (words.height.empty()) return {};
    const auto height = millimetres(words.height, words.dpi);
    if (!height) return forward(height);
    words.spec.heightMm = *height;
    return {};
}

Result<void> setFilter(MapRequest& request, const DataTable& table, const Snapshot& snapshot) {
    // Names without brackets mean the network of the map.
    auto mask = passesOf(request.filter, table, snapshot, request.network);
    if (!mask) return forward(mask);
    request.passes = std::move(*mask);
    return {};
}

Result<figure::Drawing> drawMapPage(const FigureWords& words, const Snapshot& snapshot, const DataTable& table,
                                    const JobContext& job) {
    auto data = mapFigureData(snapshot, table, words.map);
    if (!data) return forward(data);
    return drawMap(snapshot, std::make_shared<const MapFigureData>(std::move(*data)), words.spec, words.dpi, job);
}

Result<figure::Drawing> drawDistancePage(const FigureWords& words, const Snapshot& snapshot, const DataTable& table) {
    DistanceRequest request;
    request.network = networkInView(words.map.network, snapshot);
    request.groupBy = words.groupBy;
    request.privacy = words.spec.privacy;
    request.passes = words.map.passes;
    request.filter = words.map.filter;
    auto figure = distanceFigure(snapshot, table, request);
    if (!figure) return forward(figure);
    figure->widthMm = words.spec.widthMm;
    figure->heightMm = words.spec.heightMm;
    figure->style = words.spec.style;
    figure->charts.front().legend.place = words.spec.legend;
    return figure::layOut(*figure);
}

Result<figure::Drawing> drawMosaicPage(const FigureWords& words, const Snapshot& snapshot, const DataTable& table,
                                       const JobContext& job) {
    MosaicRequest request;
    request.network = networkInView(words.map.network, snapshot);
    request.column = words.column;
    request.perPercentile = words.perPercentile;
    request.passes = words.map.passes;
    request.filter = words.map.filter;
    request.widthMm = words.spec.widthMm;
    request.dpi = words.dpi;
    request.style = words.spec.style;
    request.privacy = words.spec.privacy;
    const auto figure = mosaicFigure(snapshot, table, request, job);
    if (!figure) return forward(figure);
    return figure::layOut(*figure);
}

/// The title of a figure of an analysis.
std::string titleOf(const Analysis& analysis, const std::string& figure) {
    return std::ranges::find(analysis.figures, figure, &FigureKind::name)->title;
}

Result<figure::Drawing> drawAnalysisPage(const FigureWords& words, const std::shared_ptr<const Snapshot>& snapshot,
                                         const JobContext& job) {
    const Analysis& analysis = *words.list->drawing(words.page);
    if (const std::string strange = words.analysis.strange(analysis.fields); !strange.empty())
        return fail(ErrorCode::kInvalid,
                    fmt::format("--{} has no meaning for the page “{}”; leave it out.", strange, words.page));
    auto values = words.analysis.read(analysis);
    if (!values) return forward(values);
    if (values->has("map") && !words.map.name.empty())
        if (const auto set = values->set("map", words.map.name); !set) return forward(set);
    AnalysisRequest request{.snapshot = snapshot,
                            .scope = {analysis.ofOneNetwork ? networkInView(words.map.network, *snapshot) : "", {}},
                            .values = std::move(*values),
                            .host = words.host};
    if (!words.map.passes.empty()) request.scope.rows = rowsOf(words.map.passes);
    const std::string filter = filterForFile(words.map.filter, words.spec.privacy);
    auto figure = drawFigure(
        analysis, request,
        {words.page, words.spec.widthMm, words.dpi, words.spec.style, words.spec.privacy, words.map.colouring, {}},
        filter.empty() ? "all" : filter, job);
    if (!figure) return forward(figure);
    fitTo(*figure, words.spec.widthMm, words.spec.heightMm, words.spec.style, words.spec.legend);
    if (words.spec.title) figure->title = titleOf(analysis, words.page);
    return figure::layOut(*figure);
}

Result<figure::Drawing> drawPage(const FigureWords& words, const std::shared_ptr<const Snapshot>& loaded,
                                 const DataTable& table, const JobContext& job) {
    const Snapshot& snapshot = *loaded;
    if (words.page == "distance") return drawDistancePage(words, snapshot, table);
    if (words.page == "mosaic") return drawMosaicPage(words, snapshot, table, job);
    if (words.page == "map") return drawMapPage(words, snapshot, table, job);
    return drawAnalysisPage(words, loaded, job);
}

std::vector<std::string> pages(const AnalysisList& list) {
    std::vector<std::string> names{"map", "distance", "mosaic"};
    for (const Analysis* analysis : list)
        for (const FigureKind& figure : analysis->figures) names.push_back(figure.name);
    return names;
}

Result<void> runFigure(FigureWords words, const JobContext& job) {
    // Before the project is read and drawn in vain.
    if (const auto format = figure::formatOf(words.output); !format) return forward(format);
    if (auto size = setSize(words); !size) return size;
    words.spec.legend = kLegends.at(words.legend);
    words.spec.labels = kLabels.at(words.labels);
    words.spec.note = !words.noNote;
    words.spec.axes = !words.noAxes;
    const auto project = Project::open(words.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    const DataTable table = buildDataTable(**snapshot);
    if (auto filtered = setFilter(words.map, table, **snapshot); !filtered) return filtered;
    const auto drawing = drawPage(words, *snapshot, table, job);
    if (!drawing) return forward(drawing);
    figure::DrawOptions options;
    options.dpi = words.dpi;
    if (auto saved = figure::save(*drawing, words.output, options); !saved) return saved;
    fmt::print("figure {}: {:.0f} × {:.0f} mm\n", words.output.string(), drawing->width / figure::kPointsPerMm,
               drawing->height / figure::kPointsPerMm);
    return {};
}

void addMapOptions(CLI::App& command, FigureWords& words) {
    command.add_option("--network", words.map.network, "Of this network (default: that of the newest map, or the first)");
    command.add_option("--map", words.map.name, "Name of the map (default: the newest; map-trust: the newest measured)");
    command.add_option("--colour,--color", words.map.colouring.key,
                       "Column that colours the points, or none (default: the distance from the origin)");
    command.add_option("--highlight", words.map.colouring.highlighted, "Identities (or other levels) to colour, at most 8")
        ->delimiter(',');
    command.add_option("--filter", words.map.filter, "Only images that this expression lets pass: \"abs(yaw) > 45\"");
    command.add_flag("--dim-filtered", words.spec.dimFiltered, "Filtered-out points are pale, not left out");
    command.add_flag("--radial", words.map.radial, "The radius is the distance from the origin");
    command.add_option("--labels", words.labels, "Names of identities on the map")
        ->check(CLI::IsMember(kLabels))
        ->capture_default_str();
    command.add_option("--faces", words.spec.thumbnails, "Show at most so many faces on their points")
        ->check(CLI::Range(0, 10'000))
        ->capture_default_str();
    command.add_option("--face-size", words.spec.thumbnailMm, "Side of a face, mm")
        ->check(CLI::Range(1.0, 100.0))
        ->capture_default_str();
    command.add_option("--point-scale", words.spec.pointScale, "Times the automatic size of points")
        ->check(CLI::Range(0.05, 50.0))
        ->capture_default_str();
    command.add_flag("--no-note", words.noNote, "Without the note on what distances on the map mean");
    command.add_flag("--no-axes", words.noAxes, "Without names of axes");
}

}  // namespace

void addFigure(CLI::App& app, Action& action, const AnalysisList& list) {
    auto* command = app.add_subcommand("figure", "Write a figure for print (PNG, SVG or PDF); needs no display");
    auto words = std::make_shared<FigureWords>();
    words->list = &list;
    command->add_option("project", words->project, "The project file")->required();
    command->add_option("-o,--output", words->output, "The figure; its ending says the format")->required();
    command->add_option("--width", words->width, "85mm, 3.35in, 1004px, one-column or two-columns")->capture_default_str();
    command->add_option("--height", words->height, "As the width (default: as the content asks)");
    command->add_option("--dpi", words->dpi, "Resolution of PNG, and of pictures in SVG and PDF")->capture_default_str();
    command->add_option("--font", words->spec.style.fontFamily, "Font family (default: Liberation Sans, as wide as Arial)");
    command->add_option("--font-size", words->spec.style.fontPt, "Points")
        ->check(CLI::Range(2.0, 100.0))
        ->capture_default_str();
    command->add_option("--legend", words->legend, "Where the legend goes")
        ->check(CLI::IsMember(kLegends))
        ->capture_default_str();
    command->add_flag("--title", words->spec.title, "What it shows, above it");
    command->add_flag("--privacy", words->spec.privacy, "Numbers in place of names, faces blurred");
    command->add_option("--page", words->page, "What to draw")->check(CLI::IsMember(pages(list)))->capture_default_str();
    command->add_option("--group-by", words->groupBy, "distance: a histogram for each value of this column");
    command->add_option("--column", words->column, "mosaic: faces at percentiles of this column (default: the distance)");
    command->add_option("--per-percentile", words->perPercentile, "mosaic: faces in a line")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    addMapOptions(*command, *words);
    for (const Analysis* analysis : list) {
        std::vector<std::string> names;
        for (const FigureKind& figure : analysis->figures) names.push_back(figure.name);
        Fields fields = analysis->fields;
        std::erase_if(fields, [](const Field& field) { return field.key == "map"; });  // as for the other pages
        words->analysis.addTo(*command, fields, true,
                              fmt::format("{} {}", names.size() == 1 ? "Page" : "Pages", fmt::join(names, ", ")));
    }
    words->analysis.addParameters(*command);
    addNetworkOptions(*command, words->host, "Page probe");
    command->callback([words, &action] { action = [words](const JobContext& job) { return runFigure(*words, job); }; });
}

}  // namespace facespace::cli
