#include "app/colour_entries.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>

#include "widgets/words/core_text.h"

namespace facespace {
namespace {

enum class Group { kIdentity, kDistance, kPose, kPrediction, kQuality, kMetadata, kDecision, kMap };
constexpr std::array kGroups{Group::kIdentity, Group::kDistance, Group::kPose,     Group::kPrediction,
                             Group::kQuality,  Group::kMetadata, Group::kDecision, Group::kMap};

QString groupTitle(Group group) {
    const char* const titles[] = {QT_TRANSLATE_NOOP("facespace::ColourEntries", "Identity"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Distance"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Head pose"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Predictions"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Image quality"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Metadata"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Decisions and tags"),
                                  QT_TRANSLATE_NOOP("facespace::ColourEntries", "Maps")};
    return QCoreApplication::translate("facespace::ColourEntries", titles[static_cast<std::size_t>(group)]);
}

/// What a column is about, and whose it is: its key says both (core/project/data_table.h).
struct About {
    Group group = Group::kMetadata;
    QString network;  ///< Empty: the images' own.
};

/// "A" of "distance[A]".
QString inBrackets(const QString& key) {
    const qsizetype open = key.indexOf(u'[');
    return open < 0 || !key.endsWith(u']') ? QString() : key.mid(open + 1, key.size() - open - 2);
}

About aboutOf(const QString& key, const Snapshot& snapshot) {
    if (key == QLatin1String("identity")) return {Group::kIdentity, {}};
    if (key == QLatin1String("decision") || key == QLatin1String("tags")) return {Group::kDecision, {}};
    for (const char* pose : {"yaw", "pitch", "roll"})
        if (key == QLatin1String(pose)) return {Group::kPose, {}};
    for (const MeasureRecord& measure : snapshot.measures.measures)
        if (key == QString::fromStdString(measure.key)) return {Group::kQuality, {}};
    const std::string owner = inBrackets(key).toStdString();
    if (owner.empty()) return {};
    if (key.startsWith(QLatin1String("map_")) || key.startsWith(QLatin1String("preserved["))) {
        for (const MapRecord& map : snapshot.maps) {
            const FeatureSet* set = map.name == owner ? snapshot.featureSet(map.network) : nullptr;
            if (set != nullptr) return {Group::kMap, QString::fromStdString(set->network.name)};
        }
        return {};
    }
    const bool known =
        std::ranges::any_of(snapshot.featureSets, [&](const auto& set) { return set->network.name == owner; });
    if (!known) return {};
    return {key.startsWith(QLatin1String("distance[")) ? Group::kDistance : Group::kPrediction,
            QString::fromStdString(owner)};
}

/// Under a heading it is plain whose it is.
QString shortTitle(const QString& title, const QString& network) {
    const QString end = QStringLiteral(" (%1)").arg(network);
    return !network.isEmpty() && title.endsWith(end) ? title.chopped(end.size()) : title;
}

struct Known {
    QString key, title;
    About about;
};

std::vector<Known> knownColumns(const Workspace& workspace) {
    std::vector<Known> known;
    const ColourModel& colours = workspace.colours();
    for (const QString& key : colours.availableKeys()) {
        const Column* column = colours.table()->find(key.toStdString());
        if (column != nullptr) known.push_back({key, coreText(column->title), aboutOf(key, *workspace.snapshot())});
    }
    return known;
}

}  // namespace

std::vector<GroupedChoice::Entry> colourEntries(const Workspace& workspace) {
    const QString none = QCoreApplication::translate("facespace::ColourEntries", "one colour");
    std::vector<GroupedChoice::Entry> entries{{QString(), none, none, QString()}};
    if (workspace.snapshot() == nullptr || workspace.colours().table() == nullptr) return entries;
    const FeatureSet* set = workspace.featureSet();
    const QString own = set == nullptr ? QString() : QString::fromStdString(set->network.name);
    const std::vector<Known> known = knownColumns(workspace);
    const auto add = [&](const Known& k, const QString& group) {
        entries.push_back({group, shortTitle(k.title, k.about.network), k.title, k.key});
    };
    for (const Group group : kGroups)
        for (const Known& k : known)
            if (k.about.group == group && (k.about.network.isEmpty() || k.about.network == own)) add(k, groupTitle(group));
    QStringList others;
    for (const Known& k : known)
        if (!k.about.network.isEmpty() && k.about.network != own && !others.contains(k.about.network))
            others << k.about.network;
    for (const QString& other : others)
        for (const Known& k : known)
            if (k.about.network == other)
                add(k, QCoreApplication::translate("facespace::ColourEntries", "Network %1").arg(other));
    return entries;
}

}  // namespace facespace
