#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"
#include "core/projection/map_method.h"

namespace facespace {

/// How a map is made: of which features, by which method (map_method.h), with which settings.
struct MapOptions : MapSettings {
    std::string network;          ///< Name; empty: the only one (error if there are several).
    std::string method = "tsne";  ///< One of mapMethodNames().
    std::string startFrom{};      ///< Go on from this map of the same method; images it lacks begin among their neighbours.
    std::string name{};           ///< Empty: "tsne 2-D NETWORK".
};

/// The options that a map was made with, from its record. Errors: kFormat.
Result<MapOptions> readMapOptions(const MapRecord& map);

/// What a running map can be told, from any thread. Shared between whoever asks and `storeMap`.
class MapControl {
  public:
    void pause(bool paused) { paused_ = paused; }
    bool paused() const { return paused_; }
    /// Ends the run where it is and keeps the map.
    void finish() { finish_ = true; }
    bool finishing() const { return finish_; }
    /// Of a steerable method: exaggeration from the next iterations on; 0: as the schedule has it.
    void setExaggeration(double exaggeration) { exaggeration_ = exaggeration; }
    double exaggeration() const { return exaggeration_; }
    /// Waits while paused; false if the job was cancelled meanwhile.
    bool wait(const JobContext& job) const;

  private:
    std::atomic<bool> paused_{false}, finish_{false};
    std::atomic<double> exaggeration_{0.0};
};

/// A map at one moment of its making.
struct MapMoment : MapFrame {
    const Embedding& coordinates;  ///< A row per image; NaN where there is no feature.
};
/// Called on the working thread as the map moves.
using MapObserver = std::function<void(const MapMoment&)>;

}  // namespace facespace
