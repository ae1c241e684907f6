#include "core/view/map_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace facespace {
namespace {

constexpr double kMargin = 1.06;
const double kTanHalfAngle = std::tan(MapCamera::kViewAngleDeg / 2 * std::numbers::pi / 180);
const double kCosHalfAngle = std::cos(MapCamera::kViewAngleDeg / 2 * std::numbers::pi / 180);

struct FreePart {
    double width, height;   ///< Pixels.
    double shiftX, shiftY;  ///< From the viewport's middle to the free part's, pixels, y up.
};

FreePart freePart(const MapViewport& v) {
    return {std::max(v.width - v.left - v.right, 1.0), std::max(v.height - v.top - v.bottom, 1.0), (v.left - v.right) / 2,
            (v.bottom - v.top) / 2};
}

}  // namespace

MapBounds boundsOf(const Embedding& coordinates) {
    MapBounds bounds;
    const auto each = [&](auto&& visit) {
        const Eigen::Index dims = std::min<Eigen::Index>(coordinates.cols(), 3);
        for (Eigen::Index row = 0; row < coordinates.rows(); ++row) {
            Eigen::Vector3d point = Eigen::Vector3d::Zero();
            for (Eigen::Index d = 0; d < dims; ++d) point[d] = static_cast<double>(coordinates(row, d));
            if (point.allFinite()) visit(point);
        }
    };
    each([&](const Eigen::Vector3d& point) {
        const bool first = bounds.empty();
        bounds.lower = first ? point : bounds.lower.cwiseMin(point).eval();
        bounds.upper = first ? point : bounds.upper.cwiseMax(point).eval();
    });
    const Eigen::Vector3d centre = bounds.centre();
    each([&](const Eigen::Vector3d& point) { bounds.radius = std::max(bounds.radius, (point - centre).norm()); });
    return bounds;
}

void MapCamera::setScene(const MapBounds& bounds) {
    sceneCentre = bounds.centre();
    sceneRadius = bounds.empty() ? 1.0 : bounds.radius;
    // One point, or all in one place.
    if (!(sceneRadius > 0)) sceneRadius = std::max(1.0, sceneCentre.norm() * 1e-3);
}

void MapCamera::fit(const MapBounds& bounds, const MapViewport& viewport) {
    setScene(bounds);
    const FreePart free = freePart(viewport);
    double halfWidth = sceneRadius / kCosHalfAngle, halfTall = halfWidth;
    if (dims == 2) {
        const Eigen::Vector3d extent =
            bounds.empty() ? Eigen::Vector3d::Constant(2).eval() : (bounds.upper - bounds.lower).eval();
        halfWidth = 0.5 * extent.x();
        halfTall = 0.5 * extent.y();
        if (!(std::max(halfWidth, halfTall) > 0)) halfWidth = halfTall = sceneRadius;
    }
    const double units = kMargin * std::max(2 * halfWidth / free.width, 2 * halfTall / free.height);
    halfHeight = 0.5 * units * viewport.height;
    centre = sceneCentre;
    centre -= rotation.conjugate() * Eigen::Vector3d(free.shiftX * units, free.shiftY * units, 0);
}

void MapCamera::zoomAt(double x, double y, double factor, const MapViewport& viewport) {
    const double smallest = sceneRadius * 1e-4, largest = sceneRadius * 50;
    const double next = std::clamp(halfHeight / factor, smallest, largest);
    const double before = unitsPerPixel(viewport);
    halfHeight = next;
    const double change = before - unitsPerPixel(viewport);
    const Eigen::Vector3d shift((x - viewport.width / 2) * change, (viewport.height / 2 - y) * change, 0);
    centre += rotation.conjugate() * shift;
}

void MapCamera::pan(double dx, double dy, const MapViewport& viewport) {
    const double units = unitsPerPixel(viewport);
    centre -= rotation.conjugate() * Eigen::Vector3d(dx * units, -dy * units, 0);
}

void MapCamera::rotate(double dx, double dy, const MapViewport& viewport) {
    if (dims < 3) return;
    const double perPixel = std::numbers::pi / std::min(viewport.width, viewport.height);
    const Eigen::Quaterniond turn = Eigen::AngleAxisd(dx * perPixel, Eigen::Vector3d::UnitY()) *
                                    Eigen::AngleAxisd(dy * perPixel, Eigen::Vector3d::UnitX());
    // Around the middle of the scene, wherever it was panned to.
    const Eigen::Vector3d offset = rotation * (centre - sceneCentre);
    rotation = (turn * rotation).normalized();
    centre = sceneCentre + rotation.conjugate() * offset;
}

MapCamera MapCamera::reframed(const MapViewport& from, const MapViewport& to) const {
    MapCamera camera = *this;
    const FreePart source = freePart(from), target = freePart(to);
    const double unitsBefore = unitsPerPixel(from);
    const Eigen::Vector3d middle =
        centre + rotation.conjugate() * Eigen::Vector3d(source.shiftX * unitsBefore, source.shiftY * unitsBefore, 0);
    const double units = unitsBefore * std::max(source.width / target.width, source.height / target.height);
    camera.halfHeight = 0.5 * units * to.height;
    camera.centre = middle - rotation.conjugate() * Eigen::Vector3d(target.shiftX * units, target.shiftY * units, 0);
    return camera;
}

double MapCamera::distance() const { return halfHeight / kTanHalfAngle; }
Eigen::Vector3d MapCamera::position() const {
    return centre + rotation.conjugate() * Eigen::Vector3d(0, 0, dims == 2 ? sceneRadius : distance());
}
Eigen::Vector3d MapCamera::up() const { return rotation.conjugate() * Eigen::Vector3d::UnitY(); }

double MapCamera::nearPlane() const {
    if (dims == 2) return 0.01 * sceneRadius;
    return std::max(distance() * 0.01, (rotation * (position() - sceneCentre)).z() - 1.05 * sceneRadius);
}

double MapCamera::farPlane() const {
    if (dims == 2) return 2 * sceneRadius;
    return std::max(nearPlane() * 1.1, (rotation * (position() - sceneCentre)).z() + 1.05 * sceneRadius);
}

Eigen::Matrix4d MapCamera::clipFromMap(double aspect) const {
    Eigen::Matrix4d view = Eigen::Matrix4d::Identity();
    view.topLeftCorner<3, 3>() = rotation.toRotationMatrix();
    view.topRightCorner<3, 1>() = -(rotation * position());
    const double n = nearPlane(), f = farPlane();
    Eigen::Matrix4d projection = Eigen::Matrix4d::Zero();
    if (dims == 2) {
        projection(0, 0) = 1 / (halfHeight * aspect);
        projection(1, 1) = 1 / halfHeight;
        projection(2, 2) = -2 / (f - n);
        projection(2, 3) = -(f + n) / (f - n);
        projection(3, 3) = 1;
    } else {
        projection(0, 0) = 1 / (kTanHalfAngle * aspect);
        projection(1, 1) = 1 / kTanHalfAngle;
        projection(2, 2) = -(f + n) / (f - n);
        projection(2, 3) = -2 * f * n / (f - n);
        projection(3, 2) = -1;
    }
    return projection * view;
}

Eigen::Vector3d MapCamera::project(const Eigen::Vector3d& point, const MapViewport& viewport) const {
    const Eigen::Vector4d clip = clipFromMap(viewport.aspect()) * point.homogeneous();
    const double depth = -(rotation * (point - position())).z();
    return {(clip.x() / clip.w() + 1) / 2 * viewport.width, (1 - clip.y() / clip.w()) / 2 * viewport.height, depth};
}

double MapCamera::fade(double eyeDistance) const {
    if (dims == 2) return 0;
    const double front = (rotation * (position() - sceneCentre)).z() - sceneRadius;
    return std::clamp((eyeDistance - front) / (2 * sceneRadius), 0.0, 1.0);
}

}  // namespace facespace
