#include "app/view_commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include "core/workflow/session.h"
#include "widgets/pages/analysis_page.h"
#include "widgets/pages/figure_page.h"

namespace facespace {
namespace {

std::string option(const char* name, const std::string& value) { return fmt::format(" {}={}", name, shellQuoted(value)); }

std::string mapCommand(const Workspace& workspace, const MapRecord& map) {
    const ColouringOptions colours = workspace.colours().options();
    std::string words = "facespace-cli figure \"$PROJECT\" -o map.svg" + option("--map", map.name);
    words += option("--colour", colours.key.empty() ? "none" : colours.key);
    if (!colours.highlighted.empty()) words += option("--highlight", fmt::format("{}", fmt::join(colours.highlighted, ",")));
    if (workspace.radialShown()) words += " --radial";
    if (const std::string filter = workspace.filter().combined().toStdString(); workspace.filter().active()) {
        words += option("--filter", filter);
        if (!workspace.filter().hides()) words += " --dim-filtered";
    }
    return words;
}

void addPage(ViewCommands& commands, const FigurePage& page) {
    std::set<std::string> tables;
    for (const PageDrawing& drawing : page.drawings()) {
        const Analysis& analysis = drawing.findings->analysis();
        std::string network;
        if (analysis.ofOneNetwork) network = option("--network", drawing.findings->network());
        const std::string values = option("--parameters", drawing.values.json());
        if (!analysis.ownCommand && tables.insert(analysis.key).second)
            commands.steps.push_back(fmt::format("facespace-cli {0} \"$PROJECT\" -o {0}{1}{2}", analysis.key, network,
                                                 option("--parameters", drawing.findings->values().json())));
        commands.steps.push_back(fmt::format("facespace-cli figure \"$PROJECT\" -o {0}.svg --page={0}{1}{2}",
                                             drawing.kind.name, network, values));
    }
    const auto* taken = dynamic_cast<const AnalysisPage*>(&page);
    if (taken != nullptr && taken->scope() != PageScope::kAll)
        commands.left.push_back(say("The page in view goes by the selected images; the commands take all."));
}

}  // namespace

ViewCommands viewCommands(const Workspace& workspace, const FigurePage* page) {
    ViewCommands commands;
    if (const MapRecord* map = workspace.mapRecord()) commands.steps.push_back(mapCommand(workspace, *map));
    if (workspace.colours().wholeRange())
        commands.left.push_back(say("The colour bar covers all values in the window; the command leaves out the rarest."));
    if (page != nullptr) addPage(commands, *page);
    return commands;
}

}  // namespace facespace
