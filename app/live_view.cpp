#include "app/live_view.h"

#include <algorithm>
#include <QJsonArray>
#include <QTabWidget>

#include "app/view_state.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/page_key.h"

namespace facespace {
namespace {

constexpr int kProtocol = 1;

QJsonObject mistake(const QString& sentence) { return {{"ok", false}, {"error", sentence}}; }

bool isRow(const QJsonValue& value, std::size_t rows) {
    return value.isDouble() && value.toInteger(-1) >= 0 && static_cast<std::size_t>(value.toInteger()) < rows;
}

int pageOf(const QTabWidget& pages, const QString& key) {
    for (int i = 0; i < pages.count(); ++i)
        if (pageKey(pages.widget(i)) == key) return i;
    return -1;
}

/// Which parts of a view have another type than they must; empty if none has.
QString wrongType(const QJsonObject& view) {
    using Type = QJsonValue::Type;
    static const std::map<QString, Type> kTypes{
        {"network", Type::String}, {"map", Type::String},      {"page", Type::String},
        {"radial", Type::Bool},    {"camera", Type::Object},   {"colour", Type::Object},
        {"filter", Type::Object},  {"selection", Type::Array}, {"current", Type::Undefined}};
    for (auto it = view.begin(); it != view.end(); ++it) {
        const auto known = kTypes.find(it.key());
        if (known == kTypes.end()) return QStringLiteral("A view has no “%1”.").arg(it.key().left(60));
        if (known->second != Type::Undefined && it.value().type() != known->second)
            return QStringLiteral("“%1” of a view has another type.").arg(it.key());
    }
    return {};
}

template <class Records, class Name>
bool anyNamed(const Records& records, const QString& name, Name&& nameOf) {
    return std::ranges::any_of(records, [&](const auto& r) { return QString::fromStdString(nameOf(r)) == name; });
}

}  // namespace

QJsonObject LiveView::answer(const QJsonObject& request) {
    if (workspace_.snapshot() == nullptr) return mistake(QStringLiteral("The window shows no project."));
    const QString what = request["do"].toString();
    if (what == QStringLiteral("hello"))
        return {{"ok", true},
                {"protocol", kProtocol},
                {"program", "FaceSpace"},
                {"project", QString::fromStdString(workspace_.snapshot()->projectFile.string())},
                {"images", static_cast<qint64>(workspace_.snapshot()->imageCount())}};
    if (what == QStringLiteral("get")) return get();
    if (what != QStringLiteral("set"))
        return mistake(QStringLiteral("There is hello, get, set and watch; “%1” is none of them.").arg(what.left(60)));
    if (!request["view"].isObject()) return mistake(QStringLiteral("“set” needs an object “view”."));
    const QString wrong = set(request["view"].toObject());
    return wrong.isEmpty() ? get() : mistake(wrong);
}

QJsonObject LiveView::get() const {
    return {{"ok", true},
            {"view", view()},
            {"passing", static_cast<qint64>(workspace_.filter().passingCount())},
            {"filter", workspace_.filter().combined()}};
}

QJsonObject LiveView::view() const {
    QJsonObject view = captureView(workspace_, map_);
    QJsonArray selected;
    for (const int row : workspace_.selection().selected()) selected.append(row);
    view["selection"] = selected;
    const int current = workspace_.selection().current();
    view["current"] = current < 0 ? QJsonValue() : QJsonValue(current);
    view["page"] = pageKey(pages_.currentWidget());
    return view;
}

QString LiveView::mistakeIn(const QJsonObject& view) const {
    if (const QString wrong = wrongType(view); !wrong.isEmpty()) return wrong;
    const Snapshot& snapshot = *workspace_.snapshot();
    const std::size_t rows = workspace_.selection().rowCount();
    const auto lacks = [&](const char* key) { return !view.contains(QLatin1String(key)); };
    const auto none = [&](const char* key, const QString& name) {
        return QStringLiteral("There is no %1 “%2”.").arg(QLatin1String(key), name.left(60));
    };
    if (const QString name = view["network"].toString();
        !lacks("network") && !anyNamed(snapshot.featureSets, name, [](const auto& set) { return set->network.name; }))
        return none("network", name);
    if (const QString name = view["map"].toString();
        !lacks("map") && !anyNamed(snapshot.maps, name, [](const MapRecord& map) { return map.name; }))
        return none("map", name);
    if (const QString key = view["page"].toString(); !lacks("page") && pageOf(pages_, key) < 0) return none("page", key);
    const auto keys = workspace_.colours().availableKeys();
    if (const QString key = view["colour"].toObject()["key"].toString();
        !key.isEmpty() && std::ranges::count(keys, key) == 0)
        return none("column", key);
    const QJsonArray selection = view["selection"].toArray();
    const auto wrong = std::ranges::find_if(selection, [&](const QJsonValue& row) { return !isRow(row, rows); });
    if (wrong != selection.end() || static_cast<std::size_t>(selection.size()) > rows)
        return QStringLiteral("A selection is a list of rows from 0 to %1.").arg(static_cast<qint64>(rows) - 1);
    const QJsonValue current = view["current"];
    if (!lacks("current") && !current.isNull() && !isRow(current, rows))
        return QStringLiteral("“current” is null or a row from 0 to %1.").arg(static_cast<qint64>(rows) - 1);
    return {};
}

QString LiveView::setFilter(const QJsonObject& filter) {
    FilterModel& model = workspace_.filter();
    const FilterModel::State before = model.state();
    model.setState(filterOf(filter));
    const QString error = model.error();
    if (!error.isEmpty()) model.setState(before);
    return error;
}

QString LiveView::set(const QJsonObject& view) {
    if (const QString wrong = mistakeIn(view); !wrong.isEmpty()) return wrong;
    const NetworkId network = workspace_.network();
    const MapId map = workspace_.map();
    if (view.contains(QStringLiteral("network"))) setNetworkNamed(view["network"].toString(), workspace_);
    // The filter is read with the network's columns.
    if (view.contains(QStringLiteral("filter")))
        if (const QString error = setFilter(view["filter"].toObject()); !error.isEmpty()) {
            workspace_.setNetwork(network);
            workspace_.setMap(map);
            return error;
        }
    apply(view);
    return {};
}

void LiveView::apply(const QJsonObject& view) {
    if (view.contains(QStringLiteral("map"))) setMapNamed(view["map"].toString(), workspace_);
    if (view.contains(QStringLiteral("radial"))) workspace_.setRadial(view["radial"].toBool());
    if (view.contains(QStringLiteral("colour"))) applyColours(view["colour"].toObject(), workspace_.colours());
    if (view.contains(QStringLiteral("page"))) pages_.setCurrentIndex(pageOf(pages_, view["page"].toString()));
    if (view.contains(QStringLiteral("selection"))) {
        std::vector<int> rows;
        for (const QJsonValue& row : view["selection"].toArray()) rows.push_back(row.toInt());
        std::ranges::sort(rows);
        workspace_.selection().select(rows);
    }
    if (view.contains(QStringLiteral("current"))) workspace_.selection().setCurrent(view["current"].toInt(-1));
    if (view.contains(QStringLiteral("camera"))) applyCamera(view["camera"].toObject(), map_);
}

}  // namespace facespace
