#include "app/export_map.h"

#include <fmt/format.h>

#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "widgets/figure/map_figure.h"
#include "widgets/models/workspace.h"

namespace facespace {

Result<void> exportNewestMap(const std::filesystem::path& projectFile, const std::filesystem::path& figureFile) {
    const auto project = Project::open(projectFile, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    if ((*snapshot)->maps.empty())
        return fail(ErrorCode::kInvalid,
                    fmt::format("“{}” has no map yet; make one first (facespace-cli map).", projectFile.string()));
    const auto& map = (*snapshot)->maps.back();
    Workspace workspace;
    workspace.setSnapshot(*snapshot, std::make_shared<const DataTable>(buildDataTable(**snapshot)));
    workspace.setMap(map.id);
    if (const auto* features = (*snapshot)->featureSet(map.network))
        workspace.colours().setKey(QString::fromStdString(fmt::format("distance[{}]", features->network.name)));
    MapFigureSpec spec;
    spec.title = true;
    return saveMapFigure(captureMap(workspace), spec, figureFile);
}

}  // namespace facespace
