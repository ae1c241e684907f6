#pragma once
#include <memory>
#include <QObject>
#include <QString>

#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "widgets/models/colour_model.h"
#include "widgets/models/filter_model.h"
#include "widgets/models/marks_model.h"
#include "widgets/models/neighbour_model.h"
#include "widgets/models/selection_model.h"

namespace facespace {

/// What a window shows: an immutable snapshot of the open project with its table, which network and map are in view,
/// and the one selection, colouring and filter. Views hold a pointer to it and redraw on its signals. GUI thread only; it
/// does no long work (MainWindow's jobs load snapshots on a worker thread and hand them in).
class Workspace : public QObject {
    Q_OBJECT
  public:
    explicit Workspace(QObject* parent = nullptr);

    /// Shows another state of the project. The selection is kept if the images are the same (rows may have been added).
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const DataTable> table);
    void close();
    const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
    const std::shared_ptr<const DataTable>& table() const { return table_; }

    /// The network in view; a default pair (0 id) if none.
    NetworkId network() const { return network_; }
    void setNetwork(NetworkId network);
    const FeatureSet* featureSet() const;

    /// The map in view: one of the snapshot's, or coordinates of a running job that are not in the project yet.
    MapId map() const { return map_; }
    void setMap(MapId map);
    /// Coordinates from a running map job; shown until it ends. N × 2 or 3.
    void setLiveMap(std::shared_ptr<const Embedding> coordinates, const QString& title);
    void clearLiveMap();
    /// Shows maps with the distance from the origin as radius (core/features/radial_map.h); a live map stays as it is.
    void setRadial(bool radial);
    bool radial() const { return radial_; }
    /// True if the map in view is drawn so: it is in the project and its network has features.
    bool radialShown() const { return radialMap_ != nullptr; }

    /// What the map view draws now; null if there is no map.
    std::shared_ptr<const Embedding> coordinates() const;
    QString mapTitle() const;
    /// How the map in view was made; null for a live one or none.
    const MapRecord* mapRecord() const;
    bool hasLiveMap() const { return live_ != nullptr; }

    SelectionModel& selection() { return selection_; }
    const SelectionModel& selection() const { return selection_; }
    ColourModel& colours() { return colours_; }
    const ColourModel& colours() const { return colours_; }
    MarksModel& marks() { return marks_; }
    const MarksModel& marks() const { return marks_; }
    NeighbourModel& neighbours() { return neighbours_; }
    const NeighbourModel& neighbours() const { return neighbours_; }
    FilterModel& filter() { return filter_; }
    const FilterModel& filter() const { return filter_; }

  Q_SIGNALS:
    void snapshotChanged();
    void networkChanged();
    void mapChanged();  ///< Another map (view resets).
    void mapMoved();    ///< The same live map with new coordinates (view stays).

  private:
    bool hasNetwork(NetworkId network) const;
    const MapRecord* findMap(MapId map) const;
    MapId preferredMap() const;
    void makeRadial();
    void chooseColouring(const QString& previousNetwork);

    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const DataTable> table_;
    NetworkId network_;
    MapId map_;
    std::shared_ptr<const Embedding> live_;
    QString liveTitle_;
    bool radial_ = false;
    std::shared_ptr<const Embedding> radialMap_;
    SelectionModel selection_;
    ColourModel colours_;
    FilterModel filter_;
    MarksModel marks_;
    NeighbourModel neighbours_;
};

}  // namespace facespace
