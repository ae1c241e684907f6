#include "app/map_run.h"

#include "widgets/words/core_text.h"

namespace facespace {

MapRun::MapRun(Workspace* workspace, JobRunner* runner, const MapOptions& options, Shown shown)
    : workspace_(workspace), runner_(runner), shown_(std::move(shown)) {
    const MapMethod* method = mapMethod(options.method);
    state_.title = QObject::tr("%1 %2-D %3")
                       .arg(coreText(method == nullptr ? Text(options.method) : method->title))
                       .arg(options.dims)
                       .arg(QString::fromStdString(options.network));
    state_.steerable = method != nullptr && method->steerable;
    liveTitle_ = QObject::tr("%1, running").arg(state_.title);
}

void MapRun::observe(const MapMoment& moment) {
    auto coordinates = std::make_shared<const Embedding>(moment.coordinates);
    {
        const std::lock_guard lock(mutex_);
        latest_ = std::move(coordinates);
        latestState_ = state_;
        latestState_.iteration = moment.iteration;
        latestState_.last = moment.last;
        latestState_.atMost = moment.atMost;
        latestState_.exaggeration = moment.exaggeration;
        // One picture on its way is enough: a slow window skips moments, it does not fall behind.
        if (std::exchange(pending_, true)) return;
    }
    runner_->post([self = shared_from_this()] { self->deliver(); });
}

void MapRun::deliver() {
    std::shared_ptr<const Embedding> map;
    State state;
    {
        const std::lock_guard lock(mutex_);
        pending_ = false;
        map = std::move(latest_);
        state = latestState_;
    }
    workspace_->setLiveMap(map, liveTitle_);
    shown_(state);
}

}  // namespace facespace
