#pragma once
#include <vector>

#include "core/view/map_figure.h"

namespace facespace {

/// The marks of one map in its plot: points, rings, labels, thumbnails, arrows of axes.
class MapMarks {
  public:
    MapMarks(const MapFigureData& data, const MapFigureSpec& spec, const figure::Rect& plot, const figure::Style& style);

    void paint(figure::Drawing& drawing, const std::vector<MapThumbnail>& thumbnails) const;
    /// Rows whose squares of that side do not cover one another, at most `most`; selected ones first.
    std::vector<int> spreadRows(double side, std::size_t most) const;

  private:
    struct Placed {
        figure::Point at;
        double depth = 1;  ///< From the eye's plane.
        bool inside = false;
    };
    Placed place(const Eigen::Vector3d& point) const;
    Placed place(int row) const;
    bool passes(int row) const;
    bool isSelected(int row) const;
    void paintPoints(figure::Drawing& drawing) const;
    /// Returns the rings' distances, to be written over the points.
    std::vector<figure::Text> paintRings(figure::Drawing& drawing) const;
    void paintAxes(figure::Drawing& drawing) const;
    void paintLabels(figure::Drawing& drawing) const;
    void paintThumbnails(figure::Drawing& drawing, const std::vector<MapThumbnail>& thumbnails) const;
    std::vector<MapLabel> labels() const;

    const MapFigureData& data_;
    const MapFigureSpec& spec_;
    figure::Rect plot_;
    figure::Style style_;
    MapViewport port_;
    MapCamera camera_;
    Eigen::Matrix4d clipFromMap_ = Eigen::Matrix4d::Identity();
    std::vector<int> order_;
    double radius_ = 1;
};

}  // namespace facespace
