#include "app/export_map.h"

#include "core/figure/write.h"
#include "core/view/face_pictures.h"
#include "core/view/map_data.h"

namespace facespace {

Result<void> exportNewestMap(const std::filesystem::path& projectFile, const std::filesystem::path& figureFile) {
    const auto project = Project::open(projectFile, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return forward(snapshot);
    auto data = mapFigureData(**snapshot, buildDataTable(**snapshot), {});
    if (!data) return forward(data);
    MapFigureSpec spec;
    spec.title = true;
    const auto drawing =
        drawMap(**snapshot, std::make_shared<const MapFigureData>(std::move(*data)), spec, figure::DrawOptions().dpi, {});
    if (!drawing) return forward(drawing);
    return figure::save(*drawing, figureFile);
}

}  // namespace facespace
