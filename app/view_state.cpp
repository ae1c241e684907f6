#include "app/view_state.h"

#include <algorithm>
#include <cmath>
#include <QJsonArray>

#include "widgets/map/map_view.h"

namespace facespace {
namespace {

constexpr auto kInForce = "inForce";

QJsonObject cameraJson(const MapView& map) {
    QJsonObject json{{"whole", !map.cameraTouched()}};
    if (!map.cameraTouched()) return json;
    const MapCamera& camera = map.camera();
    const Eigen::Quaterniond& r = camera.rotation;
    json["centre"] = QJsonArray{camera.centre.x(), camera.centre.y(), camera.centre.z()};
    json["rotation"] = QJsonArray{r.w(), r.x(), r.y(), r.z()};
    json["halfHeight"] = camera.halfHeight;
    return json;
}

QJsonObject colourJson(const ColourModel& colours) {
    QJsonArray highlighted;
    for (const QString& level : colours.highlighted()) highlighted.append(level);
    return {{"key", colours.key()}, {"highlighted", highlighted}, {"wholeRange", colours.wholeRange()}};
}

QJsonObject filterJson(const FilterModel::State& filter) {
    QJsonObject conditions;
    for (const auto& [key, condition] : filter.conditions) conditions[key] = condition;
    return {{"expression", filter.expression}, {"conditions", conditions}, {"hides", filter.hides}};
}

/// With a mistake in it, the one that the views show is kept beside it.
QJsonObject filterJson(const FilterModel& filter) {
    QJsonObject json = filterJson(filter.state());
    if (!filter.error().isEmpty()) json[kInForce] = filterJson(filter.inForce());
    return json;
}

std::vector<int> rowsOf(const QJsonArray& ids, const std::vector<ImageId>& all) {
    std::vector<int> rows;
    for (const auto& id : ids) {
        const ImageId wanted{static_cast<std::int64_t>(id.toDouble())};
        const auto at = std::lower_bound(all.begin(), all.end(), wanted);
        if (at != all.end() && *at == wanted) rows.push_back(static_cast<int>(at - all.begin()));
    }
    return rows;
}

}  // namespace

void applyCamera(const QJsonObject& json, MapView& map) {
    const QJsonArray centre = json["centre"].toArray(), r = json["rotation"].toArray();
    const double halfHeight = json["halfHeight"].toDouble();
    if (json["whole"].toBool(true) || centre.size() != 3 || r.size() != 4 || !(halfHeight > 0) || !std::isfinite(halfHeight))
        return map.resetView();
    const Eigen::Quaterniond turned(r[0].toDouble(), r[1].toDouble(), r[2].toDouble(), r[3].toDouble());
    const Eigen::Vector3d middle(centre[0].toDouble(), centre[1].toDouble(), centre[2].toDouble());
    if (!middle.allFinite() || !turned.coeffs().allFinite() || !(turned.norm() > 0)) return map.resetView();
    MapCamera camera = map.camera();
    camera.centre = middle;
    camera.rotation = turned.normalized();
    camera.halfHeight = halfHeight;
    map.setCamera(camera);
}

void applyColours(const QJsonObject& json, ColourModel& colours) {
    const auto keys = colours.availableKeys();
    const QString key = json["key"].toString();
    if (!key.isEmpty() && std::find(keys.begin(), keys.end(), key) == keys.end()) return;
    colours.setKey(key);
    std::vector<QString> highlighted;
    for (const auto& level : json["highlighted"].toArray()) highlighted.push_back(level.toString());
    colours.setHighlighted(highlighted);
    colours.setWholeRange(json["wholeRange"].toBool());
}

FilterModel::State filterOf(const QJsonObject& json) {
    FilterModel::State state;
    state.expression = json["expression"].toString();
    state.hides = json["hides"].toBool();
    const QJsonObject conditions = json["conditions"].toObject();
    for (auto it = conditions.begin(); it != conditions.end(); ++it) state.conditions[it.key()] = it.value().toString();
    return state;
}

void setNetworkNamed(const QString& name, Workspace& workspace) {
    for (const auto& set : workspace.snapshot()->featureSets)
        if (QString::fromStdString(set->network.name) == name) return workspace.setNetwork(set->network.id);
}

void setMapNamed(const QString& name, Workspace& workspace) {
    for (const MapRecord& record : workspace.snapshot()->maps)
        if (QString::fromStdString(record.name) == name) return workspace.setMap(record.id);
}

QJsonObject captureView(const Workspace& workspace, const MapView& map) {
    QJsonObject view;
    if (workspace.snapshot() == nullptr) return view;
    const auto& ids = workspace.snapshot()->imageIds;
    if (const FeatureSet* set = workspace.featureSet()) view["network"] = QString::fromStdString(set->network.name);
    if (const MapRecord* record = workspace.mapRecord()) view["map"] = QString::fromStdString(record->name);
    view["radial"] = workspace.radial();
    view["camera"] = cameraJson(map);
    view["colour"] = colourJson(workspace.colours());
    view["filter"] = filterJson(workspace.filter());
    QJsonArray selected;
    for (const int row : workspace.selection().selected())
        selected.append(static_cast<double>(ids[static_cast<std::size_t>(row)].value));
    view["selection"] = selected;
    const int current = workspace.selection().current();
    if (current >= 0) view["current"] = static_cast<double>(ids[static_cast<std::size_t>(current)].value);
    return view;
}

void applyView(const QJsonObject& view, Workspace& workspace, MapView& map) {
    const auto snapshot = workspace.snapshot();
    if (snapshot == nullptr) return;
    setNetworkNamed(view["network"].toString(), workspace);
    setMapNamed(view["map"].toString(), workspace);
    workspace.setRadial(view["radial"].toBool());
    applyColours(view["colour"].toObject(), workspace.colours());
    const QJsonObject filter = view["filter"].toObject();
    if (filter.contains(kInForce)) workspace.filter().setState(filterOf(filter[kInForce].toObject()));
    workspace.filter().setState(filterOf(filter));
    workspace.selection().select(rowsOf(view["selection"].toArray(), snapshot->imageIds));
    const auto current = rowsOf(QJsonArray{view["current"]}, snapshot->imageIds);
    workspace.selection().setCurrent(current.empty() ? -1 : current.front());
    applyCamera(view["camera"].toObject(), map);
}

}  // namespace facespace
