#pragma once
#include <Eigen/Core>
#include <Eigen/Geometry>

#include "core/features/feature_matrix.h"

namespace facespace {

/// The box around all points that have coordinates. Empty (lower > upper) if there is none.
struct MapBounds {
    Eigen::Vector3d lower = Eigen::Vector3d::Constant(1), upper = Eigen::Vector3d::Constant(-1);
    double radius = 0;  ///< Of the ball around centre() that holds all points.
    bool empty() const { return lower.x() > upper.x(); }
    Eigen::Vector3d centre() const { return empty() ? Eigen::Vector3d::Zero().eval() : (0.5 * (lower + upper)).eval(); }
};
/// Rows with a NaN are ignored; a 2-D map has z = 0.
MapBounds boundsOf(const Embedding& coordinates);

/// A size, and what is kept free at its edges (for a legend), in pixels of any kind.
struct MapViewport {
    double width = 1, height = 1;
    double left = 0, top = 0, right = 0, bottom = 0;
    double aspect() const { return width / height; }
};

/// Which part of a map is in view and from where; the same for the screen (VTK) and for print. A 2-D map is seen straight
/// from above without perspective, a 3-D one with a view angle of 30°. Pixel coordinates: origin top left, y down.
class MapCamera {
  public:
    static constexpr double kViewAngleDeg = 30.0;

    int dims = 2;
    Eigen::Vector3d centre = Eigen::Vector3d::Zero();  ///< In the middle of the view; the centre of rotation in 3-D.
    double halfHeight = 1;                             ///< Half the visible height at the centre, in map units.
    Eigen::Quaterniond rotation = Eigen::Quaterniond::Identity();  ///< View from map axes.
    double sceneRadius = 1;                                        ///< Of a ball around sceneCentre that holds all points.
    Eigen::Vector3d sceneCentre = Eigen::Vector3d::Zero();

    /// Shows all points in the free part of the viewport with a small margin; keeps the rotation.
    void fit(const MapBounds& bounds, const MapViewport& viewport);
    /// Takes over the size of the scene (for the clipping planes) and leaves the view as it is.
    void setScene(const MapBounds& bounds);
    /// `factor` > 1 enlarges; what is under pixel (x, y) stays there.
    void zoomAt(double x, double y, double factor, const MapViewport& viewport);
    /// Moves the map by pixels.
    void pan(double dx, double dy, const MapViewport& viewport);
    /// Turns the map with the pointer: half a turn over the viewport's smaller side.
    void rotate(double dx, double dy, const MapViewport& viewport);
    /// The same part of the map, all of it, in the free part of a viewport of another shape.
    MapCamera reframed(const MapViewport& from, const MapViewport& to) const;

    double distance() const;  ///< From the eye to the centre.
    Eigen::Vector3d position() const;
    Eigen::Vector3d up() const;
    double nearPlane() const;
    double farPlane() const;
    double unitsPerPixel(const MapViewport& viewport) const { return 2 * halfHeight / viewport.height; }
    /// OpenGL clip coordinates from homogeneous map coordinates.
    Eigen::Matrix4d clipFromMap(double aspect) const;
    /// (x, y, distance from the eye's plane): pixels and map units. The third is ≤ 0 behind the eye.
    Eigen::Vector3d project(const Eigen::Vector3d& point, const MapViewport& viewport) const;
    /// 0 at the front of the scene, 1 at its back; how much a far point of a 3-D map fades.
    double fade(double eyeDistance) const;
};

}  // namespace facespace
