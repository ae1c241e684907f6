#include "widgets/models/workspace.h"

#include <algorithm>

#include "core/features/radial_map.h"

namespace facespace {
namespace {

/// True if `next` has the images of `previous` in the same rows (and perhaps more after them).
bool continues(const Snapshot& previous, const Snapshot& next) {
    return previous.imageIds.size() <= next.imageIds.size() && previous.projectFile == next.projectFile &&
           std::equal(previous.imageIds.begin(), previous.imageIds.end(), next.imageIds.begin());
}

QString nameOf(const FeatureSet* set) { return set == nullptr ? QString() : QString::fromStdString(set->network.name); }

}  // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {
    connect(&selection_, &SelectionModel::currentChanged, &neighbours_, &NeighbourModel::setCurrent);
}

bool Workspace::hasNetwork(NetworkId network) const {
    return snapshot_ != nullptr && std::any_of(snapshot_->featureSets.begin(), snapshot_->featureSets.end(),
                                               [&](const auto& set) { return set->network.id == network; });
}

const MapRecord* Workspace::findMap(MapId map) const {
    if (snapshot_ == nullptr || !map) return nullptr;
    const auto found =
        std::find_if(snapshot_->maps.begin(), snapshot_->maps.end(), [&](const MapRecord& m) { return m.id == map; });
    return found == snapshot_->maps.end() ? nullptr : &*found;
}

MapId Workspace::preferredMap() const {
    if (snapshot_ == nullptr) return {};
    // The latest map of the network in view, else the latest of any.
    for (auto map = snapshot_->maps.rbegin(); map != snapshot_->maps.rend(); ++map) {
        if (map->network == network_) return map->id;
    }
    return snapshot_->maps.empty() ? MapId{} : snapshot_->maps.back().id;
}

void Workspace::setSnapshot(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const DataTable> table) {
    if (snapshot == nullptr) return close();
    const bool sameImages = snapshot_ != nullptr && continues(*snapshot_, *snapshot);
    const NetworkId previousNetwork = network_;
    const QString previousName = nameOf(featureSet());
    const auto previousCoordinates = coordinates();
    snapshot_ = std::move(snapshot);
    table_ = std::move(table);

    if (!hasNetwork(network_)) {
        network_ = snapshot_->featureSets.empty() ? NetworkId{} : snapshot_->featureSets.front()->network.id;
    }
    if (findMap(map_) == nullptr) map_ = preferredMap();
    if (sameImages) {
        selection_.grow(snapshot_->imageCount());
    } else {
        selection_.reset(snapshot_->imageCount());
        live_.reset();
        filter_.clear();
    }
    makeRadial();
    marks_.setSnapshot(snapshot_);
    neighbours_.setSource(snapshot_, network_);
    filter_.setTable(table_, nameOf(featureSet()));
    const bool hadKey = !colours_.key().isEmpty();
    colours_.setTable(table_);
    const bool lostKey = hadKey && colours_.key().isEmpty();
    if (!sameImages || lostKey || previousNetwork != network_) chooseColouring(previousName);

    Q_EMIT snapshotChanged();
    if (previousNetwork != network_) Q_EMIT networkChanged();
    const auto now = coordinates();
    const bool sameMap =
        now == previousCoordinates || (now && previousCoordinates && now->rows() == previousCoordinates->rows() &&
                                       now->cols() == previousCoordinates->cols() &&
                                       std::equal(now->data(), now->data() + now->size(), previousCoordinates->data(),
                                                  [](float a, float b) { return a == b || (a != a && b != b); }));
    if (!sameMap || !sameImages) Q_EMIT mapChanged();
}

void Workspace::close() {
    if (snapshot_ == nullptr) return;
    snapshot_.reset();
    table_.reset();
    network_ = {};
    map_ = {};
    live_.reset();
    selection_.reset(0);
    colours_.setTable(nullptr);
    filter_.clear();
    filter_.setTable(nullptr, {});
    makeRadial();
    marks_.setSnapshot(nullptr);
    neighbours_.setSource(nullptr, {});
    Q_EMIT snapshotChanged();
    Q_EMIT networkChanged();
    Q_EMIT mapChanged();
}

void Workspace::setNetwork(NetworkId network) {
    if (network == network_ || !hasNetwork(network)) return;
    const QString previousName = nameOf(featureSet());
    network_ = network;
    neighbours_.setSource(snapshot_, network_);
    filter_.setTable(table_, nameOf(featureSet()));
    chooseColouring(previousName);
    Q_EMIT networkChanged();
    const MapRecord* shown = findMap(map_);
    if (shown == nullptr || shown->network != network_) setMap(preferredMap());
}

void Workspace::chooseColouring(const QString& previousNetwork) {
    const QString now = nameOf(featureSet());
    const auto keys = colours_.availableKeys();
    const auto has = [&](const QString& key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    QString key = colours_.key();
    const QString suffix = QStringLiteral("[%1]").arg(previousNetwork);
    if (!previousNetwork.isEmpty() && key.endsWith(suffix)) {
        // The same measure of the network now in view.
        key = key.left(key.size() - suffix.size()) + QStringLiteral("[%1]").arg(now);
    }
    if (!has(key)) key = QStringLiteral("distance[%1]").arg(now);
    if (!has(key)) key = QStringLiteral("identity");
    if (has(key)) colours_.setKey(key);
}

const FeatureSet* Workspace::featureSet() const {
    if (snapshot_ == nullptr) return nullptr;
    for (const auto& set : snapshot_->featureSets) {
        if (set->network.id == network_) return set.get();
    }
    return nullptr;
}

void Workspace::setMap(MapId map) {
    if (map && findMap(map) == nullptr) return;
    if (map == map_ && live_ == nullptr) return;
    map_ = map;
    live_.reset();
    makeRadial();
    Q_EMIT mapChanged();
}

void Workspace::setRadial(bool radial) {
    if (radial == radial_) return;
    radial_ = radial;
    makeRadial();
    Q_EMIT mapChanged();
}

void Workspace::makeRadial() {
    const MapRecord* map = findMap(map_);
    const FeatureSet* features = snapshot_ == nullptr || map == nullptr ? nullptr : snapshot_->featureSet(map->network);
    if (!radial_ || live_ != nullptr || features == nullptr) {
        radialMap_.reset();
        return;
    }
    radialMap_ = std::make_shared<const Embedding>(radialMap(map->coordinates, features->distance));
}

void Workspace::setLiveMap(std::shared_ptr<const Embedding> coordinates, const QString& title) {
    if (coordinates == nullptr) return clearLiveMap();
    const bool moved = live_ != nullptr && live_->rows() == coordinates->rows() && live_->cols() == coordinates->cols() &&
                       liveTitle_ == title;
    live_ = std::move(coordinates);
    liveTitle_ = title;
    makeRadial();
    if (moved) {
        Q_EMIT mapMoved();
    } else {
        Q_EMIT mapChanged();
    }
}

void Workspace::clearLiveMap() {
    if (live_ == nullptr) return;
    live_.reset();
    makeRadial();
    Q_EMIT mapChanged();
}

std::shared_ptr<const Embedding> Workspace::coordinates() const {
    if (live_ != nullptr) return live_;
    if (radialMap_ != nullptr) return radialMap_;
    const MapRecord* map = findMap(map_);
    return map == nullptr ? nullptr : std::shared_ptr<const Embedding>(snapshot_, &map->coordinates);
}

QString Workspace::mapTitle() const {
    if (live_ != nullptr) return liveTitle_;
    const MapRecord* map = findMap(map_);
    const QString name = map == nullptr ? QString() : QString::fromStdString(map->name);
    return radialMap_ == nullptr ? name : tr("%1, radial: the radius is the distance from the origin").arg(name);
}

const MapRecord* Workspace::mapRecord() const { return live_ != nullptr ? nullptr : findMap(map_); }

}  // namespace facespace
