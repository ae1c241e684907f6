#pragma once
#include <functional>
#include <QObject>

#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// Where features have no map yet, as while they are extracted or after that was broken off: their principal components. GUI
/// thread only.
class MapPreview : public QObject {
    Q_OBJECT
  public:
    /// @param mapComing  whether a job runs whose map will show itself.
    MapPreview(Workspace* workspace, std::function<bool()> mapComing, QObject* parent = nullptr)
        : QObject(parent), workspace_(workspace), mapComing_(std::move(mapComing)) {}
    void show();

  private:
    bool wanted() const;

    Workspace* workspace_;
    std::function<bool()> mapComing_;
    JobRunner runner_;
};

}  // namespace facespace
