#include "core/view/map_camera.h"

#include <gtest/gtest.h>
#include <vtkCamera.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <cmath>
#include <limits>
#include <random>

namespace facespace {
namespace {

Embedding randomMap(int rows, int dims, unsigned seed) {
    std::mt19937 engine(seed);
    Embedding map(rows, dims);
    for (Eigen::Index i = 0; i < map.size(); ++i) map.data()[i] = static_cast<float>(engine() % 20000) / 100.0F - 60.0F;
    return map;
}

Eigen::Vector3d pointOf(const Embedding& map, Eigen::Index row) {
    Eigen::Vector3d p = Eigen::Vector3d::Zero();
    for (Eigen::Index d = 0; d < map.cols(); ++d) p[d] = static_cast<double>(map(row, d));
    return p;
}

class MapCameraTest : public ::testing::TestWithParam<int> {};

TEST_P(MapCameraTest, FitShowsEveryPointInTheFreePartOfTheView) {
    const Embedding map = randomMap(500, GetParam(), 3);
    const MapViewport port{900, 500, 20, 30, 200, 25};
    MapCamera camera;
    camera.dims = GetParam();
    if (camera.dims > 2) camera.rotate(120, 40, port);
    camera.fit(boundsOf(map), port);
    for (Eigen::Index row = 0; row < map.rows(); ++row) {
        const Eigen::Vector3d at = camera.project(pointOf(map, row), port);
        EXPECT_GE(at.x(), port.left);
        EXPECT_LE(at.x(), port.width - port.right);
        EXPECT_GE(at.y(), port.top);
        EXPECT_LE(at.y(), port.height - port.bottom);
        EXPECT_GT(at.z(), 0);
    }
}

TEST_P(MapCameraTest, ZoomKeepsWhatIsUnderThePointer) {
    const MapViewport port{800, 600};
    MapCamera camera;
    camera.dims = GetParam();
    camera.fit(boundsOf(randomMap(100, GetParam(), 1)), port);
    // The point of the plane through the centre that is seen at (650, 100).
    const double units = camera.unitsPerPixel(port);
    const Eigen::Vector3d point =
        camera.centre + camera.rotation.conjugate() * Eigen::Vector3d((650 - 400) * units, (300 - 100) * units, 0);
    camera.zoomAt(650, 100, 2.5, port);
    const Eigen::Vector3d at = camera.project(point, port);
    EXPECT_NEAR(at.x(), 650, 1e-6);
    EXPECT_NEAR(at.y(), 100, 1e-6);
}

TEST_P(MapCameraTest, PanMovesTheMapWithThePointer) {
    const MapViewport port{800, 600};
    MapCamera camera;
    camera.dims = GetParam();
    camera.fit(boundsOf(randomMap(100, GetParam(), 1)), port);
    const Eigen::Vector3d point = camera.centre, before = camera.project(point, port);
    camera.pan(37, -12, port);
    const Eigen::Vector3d after = camera.project(point, port);
    EXPECT_NEAR(after.x() - before.x(), 37, 1e-6);
    EXPECT_NEAR(after.y() - before.y(), -12, 1e-6);
}

TEST_P(MapCameraTest, IsTheCameraThatVtkDrawsWith) {
    const MapViewport port{800, 600, 0, 0, 150, 0};
    const Embedding map = randomMap(100, GetParam(), 7);
    MapCamera camera;
    camera.dims = GetParam();
    camera.fit(boundsOf(map), port);
    camera.rotate(100, 33, port);
    camera.pan(10, 20, port);
    vtkNew<vtkCamera> vtk;
    const Eigen::Vector3d eye = camera.position(), up = camera.up();
    vtk->SetParallelProjection(camera.dims == 2);
    vtk->SetPosition(eye.data());
    vtk->SetFocalPoint(camera.centre.data());
    vtk->SetViewUp(up.data());
    vtk->SetParallelScale(camera.halfHeight);
    vtk->SetViewAngle(MapCamera::kViewAngleDeg);
    vtk->SetClippingRange(camera.nearPlane(), camera.farPlane());
    const vtkMatrix4x4* matrix = vtk->GetCompositeProjectionTransformMatrix(port.aspect(), -1, 1);
    const Eigen::Matrix4d mine = camera.clipFromMap(port.aspect());
    for (int r = 0; r < 4; ++r) {
        for (int c = 0; c < 4; ++c) EXPECT_NEAR(mine(r, c), matrix->GetElement(r, c), 1e-6 * (1 + std::abs(mine(r, c))));
    }
}

TEST_P(MapCameraTest, ReframedShowsAtLeastWhatWasInView) {
    const MapViewport screen{1000, 500, 0, 20, 200, 20}, page{600, 900, 10, 10, 10, 10};
    MapCamera camera;
    camera.dims = GetParam();
    camera.fit(boundsOf(randomMap(100, GetParam(), 7)), screen);
    camera.zoomAt(300, 200, 3, screen);
    const MapCamera print = camera.reframed(screen, page);
    const double units = camera.unitsPerPixel(screen);
    for (const auto& [x, y] : {std::pair{0.0, 20.0}, std::pair{800.0, 480.0}}) {
        const Eigen::Vector3d corner =
            camera.centre + camera.rotation.conjugate() * Eigen::Vector3d((x - 500) * units, (250 - y) * units, 0);
        const Eigen::Vector3d at = print.project(corner, page);
        EXPECT_GE(at.x(), page.left - 1e-6);
        EXPECT_LE(at.x(), page.width - page.right + 1e-6);
        EXPECT_GE(at.y(), page.top - 1e-6);
        EXPECT_LE(at.y(), page.height - page.bottom + 1e-6);
    }
}

INSTANTIATE_TEST_SUITE_P(Dims, MapCameraTest, ::testing::Values(2, 3));

TEST(MapCamera, RotationFollowsThePointer) {
    const MapViewport port{800, 600};
    MapCamera camera;
    camera.dims = 3;
    camera.fit(boundsOf(randomMap(100, 3, 1)), port);
    const Eigen::Vector3d front =
        camera.sceneCentre + camera.rotation.conjugate() * Eigen::Vector3d(0, 0, camera.sceneRadius);
    const Eigen::Vector3d before = camera.project(front, port);
    camera.rotate(30, 20, port);
    const Eigen::Vector3d after = camera.project(front, port);
    EXPECT_GT(after.x(), before.x() + 10);
    EXPECT_GT(after.y(), before.y() + 5);
}

TEST(MapCamera, OnePointAndNoPointStayDefined) {
    const MapViewport port{800, 600};
    MapCamera camera;
    Embedding one(2, 2);
    one << 5.0F, 7.0F, std::numeric_limits<float>::quiet_NaN(), 1.0F;
    camera.fit(boundsOf(one), port);
    const Eigen::Vector3d at = camera.project({5, 7, 0}, port);
    EXPECT_NEAR(at.x(), 400, 1e-6);
    EXPECT_NEAR(at.y(), 300, 1e-6);
    EXPECT_TRUE(boundsOf(Embedding(0, 2)).empty());
    camera.fit(boundsOf(Embedding(0, 2)), port);
    EXPECT_TRUE(camera.clipFromMap(port.aspect()).allFinite());
}

}  // namespace
}  // namespace facespace
