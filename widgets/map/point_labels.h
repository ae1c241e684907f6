#pragma once
#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

#include "core/project/data_table.h"
#include "widgets/map/screen_index.h"

class QPainter;

namespace facespace {

/// Names of groups of points (identities) where the group is, without overlap: the larger group has the right of way.
/// GUI thread only.
class PointLabels {
  public:
    struct Placed {
        QString text;
        QRectF place;
    };
    /// @param points  As PointThumbnails::place().
    /// @param groups  A column of classes.
    /// @param keepOff Where no label may be (the legend).
    void place(const std::vector<ScreenPoint>& points, const Column& groups, QSizeF area, const QFont& font,
               const QRectF& keepOff);
    void clear() { placed_.clear(); }
    const std::vector<Placed>& placed() const { return placed_; }
    void paint(QPainter& painter, const QFont& font, const QColor& text, const QColor& halo) const;

  private:
    std::vector<Placed> placed_;
};

}  // namespace facespace
