#pragma once
#include <array>
#include <QWidget>

#include "core/compute/prober.h"
#include "widgets/models/thumbnail_cache.h"

class QLabel;

namespace facespace {

class ThumbnailStrip;

/// The figures of a probed image, as stored and now, and the faces that are nearest now. GUI thread only.
class ProbeReadout : public QWidget {
    Q_OBJECT
  public:
    ProbeReadout(ThumbnailCache* thumbnails, QWidget* parent = nullptr);
    void show(const ProbeStep& stored, const ProbeStep& now, const Snapshot& snapshot, bool unitLength);
    /// What stands in the row of that name, now; for tests and screen readers.
    QString nowText(const QString& name) const;
    ThumbnailStrip* neighbours() const { return neighbours_; }

  Q_SIGNALS:
    void chosen(int row);

  private:
    struct Line {
        QString name;
        QLabel *stored, *now;
    };
    enum Figure { kDistance, kPercentile, kCosine, kYaw, kPitch, kOwn, kRank, kFigures };
    void set(Figure figure, const QString& stored, const QString& now);

    std::array<Line, kFigures> lines_{};
    ThumbnailStrip* neighbours_;
};

}  // namespace facespace
