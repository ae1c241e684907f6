#pragma once
#include <memory>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include "core/project/snapshot.h"

namespace facespace {

/// What the Inspector shows besides the numbers that it has at once.
struct InspectedImage {
    int row = -1;
    QImage stored;    ///< As stored, upright; null if it cannot be read.
    QImage crop;      ///< As the network saw it; null if it cannot be cut.
    QString problem;  ///< Why there is no image.
};

/// Decodes and crops on worker threads; only the latest request is answered. GUI thread only;
/// nothing is delivered after destruction.
class InspectorLoader : public QObject {
    Q_OBJECT
  public:
    explicit InspectorLoader(QObject* parent = nullptr);
    ~InspectorLoader() override;
    void request(std::shared_ptr<const Snapshot> snapshot, NetworkId network, int row);
    /// Forgets what was asked for.
    void abandon() { ++generation_; }

  Q_SIGNALS:
    void imageReady(const facespace::InspectedImage& image);

  private:
    QThreadPool pool_;
    quint64 generation_ = 0;
};

}  // namespace facespace
