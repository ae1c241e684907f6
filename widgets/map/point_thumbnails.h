#pragma once
#include <QCache>
#include <QPixmap>
#include <QPointF>
#include <vector>

#include "widgets/map/screen_index.h"
#include "widgets/models/colour_model.h"
#include "widgets/models/thumbnail_cache.h"

class QPainter;

namespace facespace {

/// Small faces on the points of a map: as many as fit without covering each other, the more the nearer one looks. Which are
/// shown depends on nothing but where the points are, so that panning does not make them flicker. GUI thread only.
class PointThumbnails {
  public:
    explicit PointThumbnails(ThumbnailCache* thumbnails) : thumbnails_(thumbnails), scaled_(kMostScaled) {}

    struct Placed {
        int row = -1;
        QPointF centre;
    };
    /// @param points  Where every row is, logical pixels; NaN where it is not to be shown.
    /// @param zoom    1 when the whole map is in view; faces grow with it.
    void place(const std::vector<ScreenPoint>& points, QSizeF area, double zoom);
    void clear() { placed_.clear(); }
    const std::vector<Placed>& placed() const { return placed_; }
    double side() const { return side_; }
    /// Frames take the point's colour. Missing pictures are asked for.
    void paint(QPainter& painter, const ColourModel& colours, double pixelRatio);
    /// The picture of a row changed.
    void forget() { scaled_.clear(); }

  private:
    static constexpr int kMostScaled = 1500;
    ThumbnailCache* thumbnails_;
    std::vector<Placed> placed_;
    double side_ = 36;
    int scaledSide_ = 0;
    QCache<int, QPixmap> scaled_;
};

}  // namespace facespace
