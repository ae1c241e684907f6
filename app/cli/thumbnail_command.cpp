// What file managers show of a project.
#include <memory>

#include "app/cli/command.h"
#include "core/common/whole_file.h"
#include "core/figure/write.h"
#include "core/project/data_table.h"
#include "core/view/face_pictures.h"
#include "core/view/map_data.h"

namespace facespace::cli {
namespace {

constexpr double kDpi = 96, kMmPerInch = 25.4;

struct ThumbnailArguments {
    std::filesystem::path project, output;
    int size = 256;
};

/// The newest map alone, a square of that many pixels, whatever the output is called.
Result<void> runThumbnail(const ThumbnailArguments& arguments, const JobContext& job) {
    const auto project = Project::open(arguments.project, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    auto data = mapFigureData(**snapshot, buildDataTable(**snapshot), {});
    if (!data) return forward(data);
    MapFigureSpec spec;
    spec.widthMm = spec.heightMm = arguments.size * kMmPerInch / kDpi;
    spec.legend = figure::LegendPlace::kNone;
    spec.axes = spec.note = spec.title = false;
    const auto drawing = drawMap(**snapshot, std::make_shared<const MapFigureData>(std::move(*data)), spec, kDpi, job);
    if (!drawing) return forward(drawing);
    figure::DrawOptions options;
    options.dpi = kDpi;
    const auto png = figure::encode(*drawing, figure::Format::kPng, options);
    if (!png) return forward(png);
    return writeWholeFile(arguments.output, [&](std::ostream& out) { out << *png; });
}

}  // namespace

void addThumbnail(CLI::App& app, Action& action) {
    auto* command =
        app.add_subcommand("thumbnail", "Write a small picture (PNG) of a project's newest map, for file managers");
    auto arguments = std::make_shared<ThumbnailArguments>();
    command->add_option("project", arguments->project, "The project file")->required();
    command->add_option("-o,--output", arguments->output, "The picture; - is standard output")->required();
    command->add_option("--size", arguments->size, "Pixels a side")->check(CLI::Range(16, 1024))->capture_default_str();
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runThumbnail(*arguments, job); }; });
}

}  // namespace facespace::cli
