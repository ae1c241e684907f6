#pragma once
#include <memory>
#include <mutex>
#include <QObject>

#include "core/compute/map_options.h"
#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// A map on its way to the window: takes the moments of a running map from the working thread and shows the latest one,
/// never more of them than the window can draw. The steering goes the other way. Held by the job and by the window.
class MapRun : public std::enable_shared_from_this<MapRun> {
  public:
    /// What is shown beside the map.
    struct State {
        QString title;
        int iteration = 0, last = 0;
        bool atMost = false;  ///< It may end before `last`.
        double exaggeration = 1;
        bool steerable = false;  ///< The exaggeration can be changed.
    };
    using Shown = std::function<void(const State&)>;

    /// @param shown  Called on the GUI thread after each picture.
    MapRun(Workspace* workspace, JobRunner* runner, const MapOptions& options, Shown shown);
    MapControl control;
    /// Working thread.
    void observe(const MapMoment& moment);

  private:
    void deliver();
    Workspace* workspace_;
    JobRunner* runner_;
    State state_;
    QString liveTitle_;
    Shown shown_;
    std::mutex mutex_;  // guards what follows
    std::shared_ptr<const Embedding> latest_;
    State latestState_;
    bool pending_ = false;
};

}  // namespace facespace
