#include "widgets/figure/capture.h"

#include "core/view/distance_figure.h"
#include "core/view/face_pictures.h"
#include "core/view/map_data.h"
#include "core/view/mosaic_figure.h"
#include "widgets/figure/figure_words.h"

namespace facespace {

std::vector<QString> mapAxisLabels(const Workspace& workspace) {
    std::vector<QString> labels;
    if (workspace.radialShown()) return labels;
    if (const MapRecord* map = workspace.mapRecord()) {
        for (const std::string& label : axisLabelsOf(*map)) labels.push_back(QString::fromStdString(label));
    }
    return labels;
}

bool selectionStandsOut(const SelectionModel& selection) {
    const auto& rows = selection.selected();
    return rows.size() > 1 || (rows.size() == 1 && rows.front() != selection.current());
}

MapFigureData captureMap(const Workspace& workspace) {
    MapFigureData data;
    if (workspace.snapshot() == nullptr || workspace.table() == nullptr) return data;
    MapRequest request;
    request.colouring = workspace.colours().options();
    request.colouring.missing = kPaperMissing;
    if (request.colouring.key.empty()) request.colouring.key = "none";
    if (selectionStandsOut(workspace.selection())) request.selected = workspace.selection().selected();
    if (const FilterModel& filter = workspace.filter(); filter.active()) {
        request.passes = filter.mask();
        request.filter = filter.combined().toStdString();
    }
    request.radial = workspace.radialShown();
    if (const MapRecord* map = workspace.mapRecord()) {
        request.map = map->id;
        if (auto made = mapFigureData(*workspace.snapshot(), *workspace.table(), request)) data = std::move(*made);
    } else {
        data.colouring = colouringOf(*workspace.table(), request.colouring);
        data.passes = request.passes;
    }
    // A map that is still moving has no record yet.
    data.coordinates = workspace.coordinates();
    if (data.coordinates != nullptr && data.coordinates->cols() < 2) data.coordinates = nullptr;
    data.title = workspace.mapTitle().toStdString();
    return data;
}

ExportSource mapExportSource(const Workspace& workspace, const MapFigureSpec& view) {
    const auto data = std::make_shared<const MapFigureData>(captureMap(workspace));
    ExportSource source;
    source.title = QString::fromStdString(data->title);
    source.start.map = view;
    source.isMap = true;
    source.hasLegend = data->colouring.kind != Colouring::Kind::kPlain;
    source.hasAxes = !data->axisLabels.empty() || data->radial;
    source.hasSelection = !data->selected.empty();
    source.hasNames = !data->identities.empty();
    source.hasFaces = workspace.snapshot() != nullptr && !workspace.snapshot()->images.root.empty();
    source.draw = [data, snapshot = workspace.snapshot()](const ExportChoices& choices,
                                                          const JobContext& job) -> Result<figure::Drawing> {
        if (snapshot == nullptr) return fail(ErrorCode::kInvalid, "There is no project in view.");
        return drawMap(*snapshot, data, choices.map, choices.dpi, job,
                       [](figure::Figure& figure) { sayInWindowLanguage(figure); });
    };
    return source;
}

ExportSource distanceExportSource(const Workspace& workspace) {
    DistanceRequest request;
    if (const FeatureSet* set = workspace.featureSet()) request.network = set->network.name;
    if (workspace.table() != nullptr && workspace.table()->find("media") != nullptr) request.groupBy = "media";
    ExportSource source;
    source.title = QObject::tr("distance from origin");
    source.hasLegend = !request.groupBy.empty();
    source.draw = [request, snapshot = workspace.snapshot(), table = workspace.table()](
                      const ExportChoices& choices, const JobContext&) -> Result<figure::Drawing> {
        if (snapshot == nullptr) return fail(ErrorCode::kInvalid, "There is no project in view.");
        DistanceRequest now = request;
        now.privacy = choices.map.privacy;
        auto figure = distanceFigure(*snapshot, *table, now);
        if (!figure) return forward(figure);
        figure->widthMm = choices.map.widthMm;
        figure->heightMm = choices.map.heightMm;
        figure->style = choices.map.style;
        if (choices.map.title) figure->title = QObject::tr("Distance from origin").toStdString();
        figure->charts.front().legend.place = choices.map.legend;
        sayInWindowLanguage(*figure);
        return figure::layOut(*figure);
    };
    return source;
}

ExportSource mosaicExportSource(const Workspace& workspace) {
    MosaicRequest request;
    if (const FeatureSet* set = workspace.featureSet()) request.network = set->network.name;
    ExportSource source;
    source.title = QObject::tr("faces by distance");
    source.hasLegend = false;
    source.start.map.widthMm = figure::kTwoColumnsMm;
    source.draw = [request, snapshot = workspace.snapshot(), table = workspace.table()](
                      const ExportChoices& choices, const JobContext& job) -> Result<figure::Drawing> {
        if (snapshot == nullptr) return fail(ErrorCode::kInvalid, "There is no project in view.");
        MosaicRequest now = request;
        now.widthMm = choices.map.widthMm;
        now.dpi = choices.dpi;
        now.style = choices.map.style;
        now.privacy = choices.map.privacy;
        auto figure = mosaicFigure(*snapshot, *table, now, job);
        if (!figure) return forward(figure);
        if (choices.map.title) figure->title = QObject::tr("Faces from the origin outwards").toStdString();
        sayInWindowLanguage(*figure);
        return figure::layOut(*figure);
    };
    return source;
}

}  // namespace facespace
