#include <fmt/format.h>
#include <charconv>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/field_options.h"
#include "app/cli/network_options.h"
#include "core/analyses/draw.h"
#include "core/analyses/scope.h"
#include "core/common/whole_file.h"
#include "core/figure/write.h"
#include "core/filter/filter.h"
#include "core/view/distance_figure.h"
#include "core/view/face_pictures.h"
#include "core/view/map_data.h"
#include "core/view/mosaic_figure.h"

namespace facespace::cli {
namespace {

struct FigureArguments {
    const AnalysisList* list = nullptr;
    std::filesystem::path project, output;
    std::string page = "map", groupBy, column, width = "85mm", height;
    double dpi = 300;
    MapRequest map;
    MapFigureSpec spec;
    FieldOptions analysis;
    NetworkHostOptions host;  ///< Of the page probe.
    std::string legend = "auto", labels = "none", format;
    int perPercentile = 8;
    bool noNote = false, noAxes = false;
};

const std::map<std::string, figure::LegendPlace> kLegends{{"auto", figure::LegendPlace::kAuto},
                                                          {"right", figure::LegendPlace::kRight},
                                                          {"below", figure::LegendPlace::kBelow},
                                                          {"none", figure::LegendPlace::kNone}};
const std::map<std::string, figure::Format> kFormats{
    {"png", figure::Format::kPng}, {"svg", figure::Format::kSvg}, {"pdf", figure::Format::kPdf}};
const std::map<std::string, MapLabels> kLabels{
    {"none", MapLabels::kNone}, {"coloured", MapLabels::kColoured}, {"all", MapLabels::kAll}};

/// “85mm”, “8.5cm”, “3.35in”, “1004px” (at the resolution), “one-column”, “two-columns”; a bare number is millimetres.
Result<double> millimetres(const std::string& text, double dpi) {
    if (text == "one-column") return figure::kOneColumnMm;
    if (text == "two-columns") return figure::kTwoColumnsMm;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string unit(end, text.data() + text.size());
    const std::map<std::string, double> units{{"", 1}, {"mm", 1}, {"cm", 10}, {"in", 25.4}, {"px", 25.4 / dpi}};
    const auto known = units.find(unit);
    if (error != std::errc() || known == units.end() || !(value > 0))
        return fail(ErrorCode::kInvalid,
                    fmt::format("“{}” is no length: write 85mm, 3.35in, 1004px, one-column or two-columns.", text));
    return value * known->second;
}

Result<void> setSize(FigureArguments& arguments) {
    const auto width = millimetres(arguments.width, arguments.dpi);
    if (!width) return forward(width);
    arguments.spec.widthMm = *width;
    if (arguments.height.empty()) return {};
    const auto height = millimetres(arguments.height, arguments.dpi);
    if (!height) return forward(height);
    arguments.spec.heightMm = *height;
    return {};
}

Result<void> setFilter(MapRequest& request, const DataTable& table, const Snapshot& snapshot) {
    // Names without brackets mean the network of the map.
    auto mask = passesOf(request.filter, table, snapshot, request.network);
    if (!mask) return forward(mask);
    request.passes = std::move(*mask);
    return {};
}

Result<figure::Drawing> drawMapPage(const FigureArguments& arguments, const Snapshot& snapshot, const DataTable& table,
                                    const JobContext& job) {
    auto data = mapFigureData(snapshot, table, arguments.map);
    if (!data) return forward(data);
    return drawMap(snapshot, std::make_shared<const MapFigureData>(std::move(*data)), arguments.spec, arguments.dpi, job);
}

Result<figure::Drawing> drawDistancePage(const FigureArguments& arguments, const Snapshot& snapshot,
                                         const DataTable& table) {
    DistanceRequest request;
    request.network = networkInView(arguments.map.network, snapshot);
    request.groupBy = arguments.groupBy;
    request.privacy = arguments.spec.privacy;
    request.passes = arguments.map.passes;
    request.filter = arguments.map.filter;
    auto figure = distanceFigure(snapshot, table, request);
    if (!figure) return forward(figure);
    figure->widthMm = arguments.spec.widthMm;
    figure->heightMm = arguments.spec.heightMm;
    figure->style = arguments.spec.style;
    figure->charts.front().legend.place = arguments.spec.legend;
    return figure::layOut(*figure);
}

Result<figure::Drawing> drawMosaicPage(const FigureArguments& arguments, const Snapshot& snapshot, const DataTable& table,
                                       const JobContext& job) {
    MosaicRequest request;
    request.network = networkInView(arguments.map.network, snapshot);
    request.column = arguments.column;
    request.perPercentile = arguments.perPercentile;
    request.passes = arguments.map.passes;
    request.filter = arguments.map.filter;
    request.widthMm = arguments.spec.widthMm;
    request.dpi = arguments.dpi;
    request.style = arguments.spec.style;
    request.privacy = arguments.spec.privacy;
    const auto figure = mosaicFigure(snapshot, table, request, job);
    if (!figure) return forward(figure);
    return figure::layOut(*figure);
}

/// The title of a figure of an analysis.
std::string titleOf(const Analysis& analysis, const std::string& figure) {
    return std::ranges::find(analysis.figures, figure, &FigureKind::name)->title;
}

Result<figure::Drawing> drawAnalysisPage(const FigureArguments& arguments, const std::shared_ptr<const Snapshot>& snapshot,
                                         const JobContext& job) {
    const Analysis& analysis = *arguments.list->drawing(arguments.page);
    if (const std::string strange = arguments.analysis.strange(analysis.fields); !strange.empty())
        return fail(ErrorCode::kInvalid,
                    fmt::format("--{} has no meaning for the page “{}”; leave it out.", strange, arguments.page));
    auto values = arguments.analysis.read(analysis);
    if (!values) return forward(values);
    if (values->has("map") && !arguments.map.name.empty())
        if (const auto set = values->set("map", arguments.map.name); !set) return forward(set);
    AnalysisRequest request{.snapshot = snapshot,
                            .scope = {analysis.ofOneNetwork ? networkInView(arguments.map.network, *snapshot) : "", {}},
                            .values = std::move(*values),
                            .host = arguments.host};
    if (!arguments.map.passes.empty()) request.scope.rows = rowsOf(arguments.map.passes);
    const std::string filter = filterForFile(arguments.map.filter, arguments.spec.privacy);
    auto figure = drawFigure(analysis, request,
                             {arguments.page,
                              arguments.spec.widthMm,
                              arguments.dpi,
                              arguments.spec.style,
                              arguments.spec.privacy,
                              arguments.map.colouring,
                              {}},
                             filter.empty() ? "all" : filter, job);
    if (!figure) return forward(figure);
    fitTo(*figure, arguments.spec.widthMm, arguments.spec.heightMm, arguments.spec.style, arguments.spec.legend);
    if (arguments.spec.title) figure->title = titleOf(analysis, arguments.page);
    return figure::layOut(*figure);
}

Result<figure::Drawing> drawPage(const FigureArguments& arguments, const std::shared_ptr<const Snapshot>& loaded,
                                 const DataTable& table, const JobContext& job) {
    const Snapshot& snapshot = *loaded;
    if (arguments.page == "distance") return drawDistancePage(arguments, snapshot, table);
    if (arguments.page == "mosaic") return drawMosaicPage(arguments, snapshot, table, job);
    if (arguments.page == "map") return drawMapPage(arguments, snapshot, table, job);
    return drawAnalysisPage(arguments, loaded, job);
}

std::vector<std::string> pages(const AnalysisList& list) {
    std::vector<std::string> names{"map", "distance", "mosaic"};
    for (const Analysis* analysis : list)
        for (const FigureKind& figure : analysis->figures) names.push_back(figure.name);
    return names;
}

/// By the ending, or, of standard output, by its name.
Result<figure::Format> formatOf(const FigureArguments& arguments) {
    if (!arguments.format.empty()) return kFormats.at(arguments.format);
    if (isStandardStream(arguments.output))
        return fail(ErrorCode::kInvalid,
                    "Standard output has no ending that says the format: add --format png, svg or pdf.");
    return figure::formatOf(arguments.output);
}

Result<void> runFigure(FigureArguments arguments, const JobContext& job) {
    // Before the project is read and drawn in vain.
    const auto format = formatOf(arguments);
    if (!format) return forward(format);
    if (auto size = setSize(arguments); !size) return size;
    if (const auto there = arguments.analysis.filesExist(); !there) return there;
    arguments.spec.legend = kLegends.at(arguments.legend);
    arguments.spec.labels = kLabels.at(arguments.labels);
    arguments.spec.note = !arguments.noNote;
    arguments.spec.axes = !arguments.noAxes;
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    const DataTable table = buildDataTable(**snapshot);
    if (auto filtered = setFilter(arguments.map, table, **snapshot); !filtered) return filtered;
    const auto drawing = drawPage(arguments, *snapshot, table, job);
    if (!drawing) return forward(drawing);
    figure::DrawOptions options;
    options.dpi = arguments.dpi;
    const auto bytes = figure::encode(*drawing, *format, options);
    if (!bytes) return forward(bytes);
    if (auto saved = writeWholeFile(arguments.output, [&](std::ostream& out) { out << *bytes; }); !saved) return saved;
    if (isStandardStream(arguments.output)) return {};
    const double width = drawing->width / figure::kPointsPerMm, height = drawing->height / figure::kPointsPerMm;
    printResult(fmt::format("figure {}: {:.0f} × {:.0f} mm", arguments.output.string(), width, height),
                {{"figure", arguments.output.string()}, {"width_mm", width}, {"height_mm", height}});
    return {};
}

void addMapOptions(CLI::App& command, FigureArguments& arguments) {
    command.add_option("--network", arguments.map.network,
                       "Of this network (default: that of the newest map, or the first)");
    command.add_option("--map", arguments.map.name, "Name of the map (default: the newest; map-trust: the newest measured)");
    command.add_option("--colour,--color", arguments.map.colouring.key,
                       "Column that colours the points, or none (default: the distance from the origin)");
    command
        .add_option("--highlight", arguments.map.colouring.highlighted, "Identities (or other levels) to colour, at most 8")
        ->delimiter(',');
    command.add_option("--filter", arguments.map.filter, "Only images that this expression lets pass: \"abs(yaw) > 45\"");
    command.add_flag("--dim-filtered", arguments.spec.dimFiltered, "Filtered-out points are pale, not left out");
    command.add_flag("--radial", arguments.map.radial, "The radius is the distance from the origin");
    command.add_option("--labels", arguments.labels, "Names of identities on the map")
        ->check(CLI::IsMember(kLabels))
        ->capture_default_str();
    command.add_option("--faces", arguments.spec.thumbnails, "Show at most so many faces on their points")
        ->check(CLI::Range(0, 10'000))
        ->capture_default_str();
    command.add_option("--face-size", arguments.spec.thumbnailMm, "Side of a face, mm")
        ->check(CLI::Range(1.0, 100.0))
        ->capture_default_str();
    command.add_option("--point-scale", arguments.spec.pointScale, "Times the automatic size of points")
        ->check(CLI::Range(0.05, 50.0))
        ->capture_default_str();
    command.add_flag("--no-note", arguments.noNote, "Without the note on what distances on the map mean");
    command.add_flag("--no-axes", arguments.noAxes, "Without names of axes");
}

}  // namespace

void addFigure(CLI::App& app, Action& action, const AnalysisList& list) {
    auto* command = app.add_subcommand("figure", "Write a figure for print (PNG, SVG or PDF); needs no display");
    auto arguments = std::make_shared<FigureArguments>();
    arguments->list = &list;
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("-o,--output", arguments->output, "The figure; its ending says the format; - is standard output")
        ->required();
    command->add_option("--format", arguments->format, "The format, whatever the ending")->check(CLI::IsMember(kFormats));
    command->add_option("--width", arguments->width, "85mm, 3.35in, 1004px, one-column or two-columns")
        ->capture_default_str();
    command->add_option("--height", arguments->height, "As the width (default: as the content asks)");
    command->add_option("--dpi", arguments->dpi, "Resolution of PNG, and of pictures in SVG and PDF")->capture_default_str();
    command->add_option("--font", arguments->spec.style.fontFamily,
                        "Font family (default: Liberation Sans, as wide as Arial)");
    command->add_option("--font-size", arguments->spec.style.fontPt, "Points")
        ->check(CLI::Range(2.0, 100.0))
        ->capture_default_str();
    command->add_option("--legend", arguments->legend, "Where the legend goes")
        ->check(CLI::IsMember(kLegends))
        ->capture_default_str();
    command->add_flag("--title", arguments->spec.title, "What it shows, above it");
    command->add_flag("--privacy", arguments->spec.privacy, "Numbers in place of names, faces blurred");
    command->add_option("--page", arguments->page, "What to draw")->check(CLI::IsMember(pages(list)))->capture_default_str();
    command->add_option("--group-by", arguments->groupBy, "distance: a histogram for each value of this column");
    command->add_option("--column", arguments->column,
                        "mosaic: faces at percentiles of this column (default: the distance)");
    command->add_option("--per-percentile", arguments->perPercentile, "mosaic: faces in a line")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    addMapOptions(*command, *arguments);
    for (const Analysis* analysis : list) {
        std::vector<std::string> names;
        for (const FigureKind& figure : analysis->figures) names.push_back(figure.name);
        Fields fields = analysis->fields;
        std::erase_if(fields, [](const Field& field) { return field.key == "map"; });  // as for the other pages
        arguments->analysis.addTo(*command, fields, true,
                                  fmt::format("{} {}", names.size() == 1 ? "Page" : "Pages", fmt::join(names, ", ")));
    }
    arguments->analysis.addParameters(*command);
    addNetworkOptions(*command, arguments->host, "Page probe");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runFigure(*arguments, job); }; });
}

}  // namespace facespace::cli
