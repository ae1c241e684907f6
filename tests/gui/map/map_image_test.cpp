// What the map looks like, against reference images of fixed size. No text is in them: fonts differ between machines.
#include <gtest/gtest.h>
#include <cmath>
#include <QTest>

#include "tests/gui/map/image_regression.h"
#include "tests/gui/models/workspace_fixture.h"
#include "widgets/figure/figure_image.h"
#include "widgets/map/map_view.h"

namespace facespace {
namespace {

/// Spirals, so that every region of the map looks different; every 50th image has no coordinates.
std::shared_ptr<Snapshot> makeSpirals(int dims) {
    auto snapshot = testing::makeSnapshot(600, 12);
    Embedding map(600, dims);
    for (int i = 0; i < 600; ++i) {
        const double t = i / 600.0, angle = 11 * t + 2.1 * (i % 3);
        map(i, 0) = static_cast<float>((0.2 + t) * std::cos(angle));
        map(i, 1) = static_cast<float>((0.2 + t) * std::sin(angle));
        if (dims > 2) map(i, 2) = static_cast<float>(1.5 * t);
        if (i % 50 == 0) map.row(i).setConstant(std::nanf(""));
    }
    snapshot->maps[0].coordinates = map;
    return snapshot;
}

struct Case {
    const char* name;
    int dims;
    const char* colour;
    bool select;
    bool dark;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class MapImageTest : public ::testing::TestWithParam<Case> {
  protected:
    void SetUp() override {
        snapshot_ = makeSpirals(GetParam().dims);
        workspace_.setSnapshot(snapshot_, testing::makeTable(*snapshot_));
        workspace_.colours().setKey(QString::fromLatin1(GetParam().colour));
        if (GetParam().select) {
            std::vector<int> rows;
            for (int row = 200; row < 320; ++row) rows.push_back(row);
            workspace_.selection().select(rows);
        }
    }
    std::shared_ptr<Snapshot> snapshot_;
    Workspace workspace_;
};

TEST_P(MapImageTest, OnTheScreen) {
    MapView view(&workspace_);
    QPalette palette = view.palette();
    palette.setColor(QPalette::Base, GetParam().dark ? QColor(28, 28, 30) : QColor(Qt::white));
    palette.setColor(QPalette::Text, GetParam().dark ? QColor(230, 230, 230) : QColor(Qt::black));
    view.setPalette(palette);
    view.setLegendVisible(false);
    view.setAttribute(Qt::WA_DontShowOnScreen);
    view.resize(400, 300);
    view.show();
    // The free part of the view depends on the font: a fixed camera.
    MapCamera camera = view.camera();
    camera.fit(boundsOf(snapshot_->maps[0].coordinates), MapViewport{400, 300});
    view.setCamera(camera);
    QTest::qWait(30);
    const QImage image = view.vtkView()->frame();
    if (view.devicePixelRatioF() != 1) GTEST_SKIP() << "the reference is for a device pixel ratio of 1";
    testing::expectImage(image, QStringLiteral("screen_%1").arg(QLatin1String(GetParam().name)));
}

TEST_P(MapImageTest, InPrint) {
    if (GetParam().dark) GTEST_SKIP() << "print is on white";
    MapFigureSpec spec;
    // 400 × 300 pixels at 96 dpi.
    spec.widthMm = 400 / 96.0 * 25.4;
    spec.heightMm = 300 / 96.0 * 25.4;
    spec.legend = figure::LegendPlace::kNone;
    spec.axes = spec.note = false;
    spec.camera.dims = GetParam().dims;
    if (spec.camera.dims > 2) spec.camera.rotate(-32, 22, MapViewport{180, 180});
    const ExportSource source = mapExportSource(workspace_, spec);
    const auto drawing = source.draw(source.start, {});
    ASSERT_TRUE(drawing);
    // The note on the selection is text, and fonts differ between machines.
    figure::Drawing marks = *drawing;
    std::erase_if(marks.marks, [](const figure::Mark& mark) { return std::holds_alternative<figure::Text>(mark); });
    const auto image = imageOf(marks, 96);
    ASSERT_TRUE(image);
    testing::expectImage(*image, QStringLiteral("print_%1").arg(QLatin1String(GetParam().name)));
}

INSTANTIATE_TEST_SUITE_P(Looks, MapImageTest,
                         ::testing::Values(Case{"flat_angle", 2, "yaw", false, false},
                                           Case{"flat_identity_selected", 2, "identity", true, false},
                                           Case{"flat_distance_dark", 2, "distance[A]", false, true},
                                           Case{"deep_distance", 3, "distance[A]", false, false},
                                           Case{"deep_angle_selected_dark", 3, "yaw", true, true}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace facespace
