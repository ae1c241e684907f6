#include "widgets/map/map_view.h"

#include <gtest/gtest.h>
#include <vtkRenderer.h>
#include <cmath>
#include <cstdio>
#include <limits>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/models/workspace_fixture.h"

namespace facespace {
namespace {

class MapViewTest : public ::testing::Test {
  protected:
    void SetUp() override {
        snapshot_ = testing::makeSnapshot(100, 5);
        show(snapshot_);
    }
    void show(const std::shared_ptr<Snapshot>& snapshot) {
        view_ = std::make_unique<MapView>(&workspace_);
        view_->resize(800, 600);
        workspace_.setSnapshot(snapshot, testing::makeTable(*snapshot));
        view_->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(view_.get()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return view_->vtkView()->lastFrameMs() > 0; }, 5000));
    }
    QPoint at(int row) const {
        const auto position = view_->positionOf(row);
        EXPECT_TRUE(position.has_value()) << row;
        return position.value_or(QPointF()).toPoint();
    }
    QImage frame() {
        view_->vtkView()->repaint();
        return view_->vtkView()->frame();
    }
    const std::vector<int>& selected() const { return workspace_.selection().selected(); }
    void drag(const std::vector<QPoint>& path, Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(view_.get(), button, modifiers, path.front());
        for (const QPoint point : path) {
            QMouseEvent move(QEvent::MouseMove, point, view_->mapToGlobal(point), Qt::NoButton, button, modifiers);
            QApplication::sendEvent(view_.get(), &move);
        }
        QTest::mouseRelease(view_.get(), button, modifiers, path.back());
    }

    std::shared_ptr<Snapshot> snapshot_;
    Workspace workspace_;
    std::unique_ptr<MapView> view_;
};

TEST_F(MapViewTest, DrawsEveryPointInItsColourWhereItSaysItIs) {
    const QImage image = frame();
    const double ratio = view_->devicePixelRatioF();
    for (int row = 0; row < 100; ++row) {
        const QPointF p = *view_->positionOf(row) * ratio;
        const QColor drawn = image.pixelColor(p.toPoint()), meant = workspace_.colours().colourOf(row);
        EXPECT_NEAR(drawn.red(), meant.red(), 3) << row;
        EXPECT_NEAR(drawn.green(), meant.green(), 3) << row;
        EXPECT_NEAR(drawn.blue(), meant.blue(), 3) << row;
    }
    EXPECT_EQ(image.pixelColor(2, 300), view_->palette().color(QPalette::Base));
    EXPECT_EQ(view_->statusText(), QStringLiteral("100 of 100 images"));
}

TEST_F(MapViewTest, AClickSelectsAndInspects) {
    QSignalSpy picked(view_.get(), &MapView::picked);
    QElapsedTimer timer;
    timer.start();
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, at(37));
    std::printf("click to selection: %.2f ms\n", static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    EXPECT_EQ(selected(), std::vector<int>{37});
    EXPECT_EQ(workspace_.selection().current(), 37);
    ASSERT_EQ(picked.count(), 1);
    QTest::mouseClick(view_.get(), Qt::LeftButton, Qt::ShiftModifier, at(12));
    EXPECT_EQ(selected(), (std::vector<int>{12, 37}));
    QTest::mouseClick(view_.get(), Qt::LeftButton, Qt::ControlModifier, at(37));
    EXPECT_EQ(selected(), std::vector<int>{12});
    EXPECT_EQ(workspace_.selection().current(), 12);
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, QPoint(3, 300));
    EXPECT_EQ(selected(), std::vector<int>{12});
    QTest::keyClick(view_.get(), Qt::Key_Escape);
    EXPECT_TRUE(selected().empty());
}

TEST_F(MapViewTest, RectangleLassoAndBrushSelect) {
    const QPoint low = at(22), high = at(55);  // Columns 2–5, lines 2–5 of the grid.
    std::vector<int> block;
    for (int line = 2; line <= 5; ++line) {
        for (int column = 2; column <= 5; ++column) block.push_back(10 * line + column);
    }
    view_->setTool(MapTool::kRectangle);
    const QPoint a = low + QPoint(-9, 9), b = high + QPoint(9, -9);
    drag({a, (a + b) / 2, b});
    EXPECT_EQ(selected(), block);

    view_->setTool(MapTool::kLasso);
    drag({at(99) + QPoint(-9, 9), at(99) + QPoint(9, 9), at(99) + QPoint(9, -9), at(99) + QPoint(-9, -9)},
         Qt::ShiftModifier);
    block.push_back(99);
    EXPECT_EQ(selected(), block);

    view_->setTool(MapTool::kBrush);
    drag({at(22), at(25)}, Qt::ControlModifier);
    block.erase(block.begin(), block.begin() + 4);
    EXPECT_EQ(selected(), block);
}

TEST_F(MapViewTest, EscapeDropsADrawingAndKeepsTheSelection) {
    workspace_.selection().select({4});
    view_->setTool(MapTool::kRectangle);
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, QPoint(50, 50));
    QMouseEvent move(QEvent::MouseMove, QPointF(400, 400), view_->mapToGlobal(QPointF(400, 400)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(view_.get(), &move);
    QTest::keyClick(view_.get(), Qt::Key_Escape);
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, QPoint(400, 400));
    EXPECT_EQ(selected(), std::vector<int>{4});
}

TEST_F(MapViewTest, HoverShowsTheCardAndLeavesTheSelectionAlone) {
    const double frameBefore = view_->vtkView()->lastFrameMs();
    QTest::mouseMove(view_.get(), at(42) + QPoint(1, 1));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace_.selection().hovered() == 42; }, 2000));
    EXPECT_TRUE(view_->hoverCard()->isVisible());
    EXPECT_TRUE(view_->rect().contains(view_->hoverCard()->geometry()));
    EXPECT_TRUE(selected().empty());
    EXPECT_EQ(view_->vtkView()->lastFrameMs(), frameBefore) << "hovering must not draw the points again";
    EXPECT_TRUE(hoverText(workspace_, 42).contains(QStringLiteral("person 2")));
    EXPECT_TRUE(hoverText(workspace_, 42).contains(QStringLiteral("distance 1.0")));
    QTest::mouseMove(view_.get(), QPoint(3, 300));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace_.selection().hovered() == -1; }, 2000));
    EXPECT_FALSE(view_->hoverCard()->isVisible());
}

TEST_F(MapViewTest, UnselectedPointsDimButNeverVanish) {
    workspace_.selection().select({55});
    const QImage image = frame();
    const double ratio = view_->devicePixelRatioF();
    const QColor back = view_->palette().color(QPalette::Base);
    const auto difference = [&](int row) {
        const QColor c = image.pixelColor((*view_->positionOf(row) * ratio).toPoint());
        return std::abs(c.red() - back.red()) + std::abs(c.green() - back.green()) + std::abs(c.blue() - back.blue());
    };
    for (const int row : {3, 44, 70}) {
        EXPECT_GT(difference(row), 20) << row;
        EXPECT_LT(difference(row), 200) << row;
    }
    const QColor chosen = image.pixelColor((*view_->positionOf(55) * ratio).toPoint());
    EXPECT_NEAR(chosen.green(), workspace_.colours().colourOf(55).green(), 3);
}

TEST_F(MapViewTest, ImagesWithoutCoordinatesAreCountedNotDrawn) {
    auto other = testing::makeSnapshot(100, 5);
    other->maps[0].coordinates.row(7).setConstant(std::numeric_limits<float>::quiet_NaN());
    workspace_.setSnapshot(other, testing::makeTable(*other));
    EXPECT_EQ(view_->statusText(), QStringLiteral("99 of 100 images"));
    EXPECT_FALSE(view_->positionOf(7).has_value());
    frame();
}

TEST_F(MapViewTest, WheelZoomsAtThePointerAndHomeShowsEverything) {
    const QPoint before = at(88);
    const double height = view_->camera().halfHeight;
    QWheelEvent wheel(before, view_->mapToGlobal(before), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view_.get(), &wheel);
    EXPECT_NEAR(view_->camera().halfHeight, height / 1.44, 1e-9);
    EXPECT_NEAR(at(88).x(), before.x(), 1);
    EXPECT_NEAR(at(88).y(), before.y(), 1);
    QTest::keyClick(view_.get(), Qt::Key_Home);
    EXPECT_NEAR(view_->camera().halfHeight, height, 1e-9);
    drag({QPoint(100, 100), QPoint(160, 130)}, {}, Qt::MiddleButton);
    EXPECT_NEAR(at(88).x(), before.x() + 60, 1);
    QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, QPoint(3, 300));
    EXPECT_NEAR(at(88).x(), before.x(), 1);
}

TEST_F(MapViewTest, ALiveMapMovesWithoutResettingTheView) {
    auto live = std::make_shared<Embedding>(snapshot_->maps[0].coordinates);
    workspace_.setLiveMap(live, "t-SNE");
    const double fitted = view_->camera().halfHeight;
    auto wider = std::make_shared<Embedding>(*live * 2.0F);
    workspace_.setLiveMap(wider, "t-SNE");
    EXPECT_GT(view_->camera().halfHeight, 1.5 * fitted) << "all points stay in view until the user moves it";
    view_->zoomBy(2);
    const MapCamera mine = view_->camera();
    auto moved = std::make_shared<Embedding>(*wider * 1.5F);
    workspace_.setLiveMap(moved, "t-SNE");
    EXPECT_EQ(view_->camera().halfHeight, mine.halfHeight);
    EXPECT_EQ(view_->camera().centre, mine.centre);
    frame();
}

TEST_F(MapViewTest, AThreeDimensionalMapTurnsAndPicks) {
    auto other = testing::makeSnapshot(64, 4);
    Embedding cube(64, 3);
    for (int i = 0; i < 64; ++i)
        cube.row(i) << static_cast<float>(i % 4), static_cast<float>(i / 4 % 4), static_cast<float>(i / 16);
    other->maps[0].coordinates = cube;
    for (auto& id : other->imageIds) id.value += 500;
    workspace_.setSnapshot(other, testing::makeTable(*other));
    const QPoint before = at(63);
    const Eigen::Quaterniond rotation = view_->camera().rotation;
    drag({QPoint(100, 100), QPoint(140, 120), QPoint(200, 150)});
    EXPECT_GT(rotation.angularDistance(view_->camera().rotation), 0.1);
    EXPECT_NE(at(63), before);
    frame();
    // The point in front answers a click on it.
    int front = 0;
    for (int row = 1; row < 64; ++row) {
        const auto depth = [&](int r) { return (view_->camera().rotation * cube.row(r).transpose().cast<double>()).z(); };
        if (depth(row) > depth(front)) front = row;
    }
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, at(front));
    EXPECT_EQ(workspace_.selection().current(), front);
}

TEST_F(MapViewTest, ImagesWithoutAMapAreNotCountedAsIfTheyFailedAFilter) {
    auto bare = std::make_shared<Snapshot>(*snapshot_);
    bare->maps.clear();
    workspace_.setSnapshot(bare, testing::makeTable(*bare));
    EXPECT_EQ(view_->statusText(), QStringLiteral("100 images, none of them on a map yet"));
}

TEST_F(MapViewTest, AnEmptyViewSaysWhatToDo) {
    workspace_.close();
    EXPECT_EQ(view_->statusText(), QStringLiteral("0 of 0 images"));
    frame();
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, QPoint(300, 300));
    EXPECT_EQ(workspace_.selection().current(), -1);
}

TEST_F(MapViewTest, SurvivesReparentingAndDestructionWhileShown) {
    frame();
    QWidget other;
    other.resize(500, 400);
    view_->setParent(&other);
    view_->setGeometry(0, 0, 500, 400);
    other.show();
    view_->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&other));
    QTest::qWait(50);
    const QImage image = frame();
    const QColor drawn = image.pixelColor((*view_->positionOf(50) * view_->devicePixelRatioF()).toPoint());
    EXPECT_NEAR(drawn.green(), workspace_.colours().colourOf(50).green(), 3);
    view_.reset();
}

/// Points spread evenly over a disc.
std::shared_ptr<Snapshot> disc(int count, int identities) {
    auto many = testing::makeSnapshot(count, identities);
    for (auto& id : many->imageIds) id.value += 5000;
    for (int i = 0; i < count; ++i) {
        const double angle = i * 2.399963, radius = std::sqrt(i);
        many->maps[0].coordinates.row(i) << static_cast<float>(radius * std::cos(angle)),
            static_cast<float>(radius * std::sin(angle));
    }
    return many;
}

TEST_F(MapViewTest, OfVeryManyPointsASampleMovesAndAllOfThemRest) {
    const auto many = disc(160'000, 5);
    workspace_.setSnapshot(many, testing::makeTable(*many));
    // Near enough that points are apart.
    view_->zoomBy(8);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !view_->sampled(); }, 5000));
    const auto covered = [&] {
        const QImage image = frame();
        const QRgb back = view_->palette().color(QPalette::Base).rgb();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) pixels += image.pixel(x, y) != back ? 1 : 0;
        return pixels;
    };
    const int all = covered();
    drag({QPoint(300, 300), QPoint(320, 310)}, {}, Qt::MiddleButton);
    ASSERT_TRUE(view_->sampled());
    const int some = covered();
    EXPECT_LT(some, 0.75 * all);
    EXPECT_GT(some, 0.3 * all);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !view_->sampled(); }, 5000));
    EXPECT_NEAR(covered(), all, 0.05 * all);
}

TEST_F(MapViewTest, SaysHowLongItTakes) {
    const auto many = disc(24'000, 500);
    workspace_.setSnapshot(many, testing::makeTable(*many));
    frame();
    double worst = 0, total = 0;
    for (int i = 0; i < 200; ++i) {
        const QPoint point(150 + 2 * i, 100 + 2 * i);
        QMouseEvent move(QEvent::MouseMove, point, view_->mapToGlobal(point), Qt::NoButton, Qt::NoButton, {});
        QElapsedTimer timer;
        timer.start();
        QApplication::sendEvent(view_.get(), &move);
        const double ms = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
        worst = std::max(worst, ms);
        total += ms;
    }
    EXPECT_GE(workspace_.selection().hovered(), -1);
    QElapsedTimer timer;
    timer.start();
    auto live = many->maps[0].coordinates;
    for (int i = 0; i < 10; ++i) {
        workspace_.setLiveMap(std::make_shared<Embedding>(live * (1 + 0.01F * static_cast<float>(i))), "t-SNE");
        view_->vtkView()->repaint();
    }
    std::printf("24,000 points: hover mean %.3f ms, worst %.3f ms; frame %.1f ms; live update and frame %.1f ms\n",
                total / 200, worst, view_->vtkView()->lastFrameMs(), static_cast<double>(timer.nsecsElapsed()) * 1e-7);
}

}  // namespace
}  // namespace facespace
