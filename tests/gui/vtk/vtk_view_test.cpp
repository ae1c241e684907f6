#include <gtest/gtest.h>
#include <vtkRenderer.h>
#include <QSignalSpy>
#include <QTest>

#include "widgets/vtk/vtk_view.h"

namespace facespace {
namespace {

struct VtkViewTest : testing::Test {
    void SetUp() override {
        view_.renderer()->SetBackground(1, 0, 0);
        view_.renderer()->SetBackground2(0, 0, 1);
        view_.renderer()->SetGradientBackground(true);
        view_.setBeforeRender([this] { ++frames_; });
        view_.resize(200, 120);
        view_.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view_));
        ASSERT_TRUE(QTest::qWaitFor([&] { return frames_ > 0; }));
        QTest::qWait(50);
        frames_ = 0;
    }
    VtkView view_;
    int frames_ = 0;
};

TEST_F(VtkViewTest, TheSceneIsUprightOpaqueAndInItsColours) {
    const QImage shown = view_.grab().toImage();
    const double ratio = shown.devicePixelRatio();
    ASSERT_EQ(shown.size(), view_.size() * ratio);
    const QColor top = shown.pixelColor(shown.width() / 2, 1),
                 bottom = shown.pixelColor(shown.width() / 2, shown.height() - 2);
    EXPECT_GT(top.blue(), 240);
    EXPECT_LT(top.red(), 15);
    EXPECT_GT(bottom.red(), 240);
    EXPECT_LT(bottom.blue(), 15);
    EXPECT_EQ(top.green(), 0);
    EXPECT_EQ(qAlpha(view_.frame().pixel(0, 0)), 255);
}

TEST_F(VtkViewTest, PaintingAgainDrawsNoNewFrame) {
    view_.update();
    view_.grab();
    QTest::qWait(50);
    EXPECT_EQ(frames_, 0);
    QSignalSpy rendered(&view_, &VtkView::rendered);
    view_.redraw();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rendered.count() == 1; }));
    EXPECT_EQ(frames_, 1);
}

TEST_F(VtkViewTest, AnotherSizeIsDrawnAnew) {
    view_.resize(140, 260);
    ASSERT_TRUE(QTest::qWaitFor([&] { return frames_ > 0; }));
    EXPECT_EQ(view_.frame().size(), view_.size() * view_.devicePixelRatioF());
}

TEST_F(VtkViewTest, EveryPixelOfTheWidgetIsPainted) {
    for (int width = 201; width < 209; ++width) {
        view_.resize(width, 121);
        const QImage shown = view_.grab().toImage();
        const QColor corner = shown.pixelColor(shown.width() - 1, shown.height() - 1);
        EXPECT_GT(corner.red(), 240) << width;
        EXPECT_GE(view_.frame().width(), width * view_.devicePixelRatioF());
    }
}

TEST_F(VtkViewTest, GraphicsLoadedAheadLeaveTheFirstFrameAsItIs) {
    VtkView later;
    int frames = 0;
    later.setBeforeRender([&] { ++frames; });
    later.renderer()->SetBackground(1, 1, 0);
    later.loadGraphics();
    EXPECT_EQ(frames, 0) << "the scene is not brought up to date for it";
    later.resize(130, 40);
    later.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return frames > 0; }));
    EXPECT_EQ(later.frame().size(), later.size() * later.devicePixelRatioF());
    EXPECT_EQ(later.frame().pixelColor(120, 35), QColor(255, 255, 0));
}

TEST_F(VtkViewTest, AViewThatWasOutOfViewIsDrawnAnew) {
    view_.hide();
    view_.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return frames_ > 0; }));
    EXPECT_GT(view_.frame().pixelColor(100, 1).blue(), 240);
}

TEST_F(VtkViewTest, AViewThatGoesLeavesTheOthersTheirScenes) {
    auto other = std::make_unique<VtkView>();
    other->renderer()->SetBackground(0, 1, 0);
    other->resize(90, 70);
    other->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(other.get()));
    EXPECT_EQ(other->frame().pixelColor(45, 35), QColor(0, 255, 0));
    other.reset();
    view_.redraw();
    EXPECT_GT(view_.frame().pixelColor(100, 1).blue(), 240);
    VtkView later;
    later.renderer()->SetBackground(1, 1, 0);
    later.resize(40, 40);
    later.show();
    EXPECT_EQ(later.frame().pixelColor(20, 20), QColor(255, 255, 0));
}

TEST_F(VtkViewTest, ViewsKeepTheirScenesApart) {
    VtkView other;
    other.renderer()->SetBackground(0, 1, 0);
    other.resize(90, 70);
    other.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&other));
    for (int turn = 0; turn < 3; ++turn) {
        view_.redraw();
        other.redraw();
        EXPECT_EQ(other.frame().pixelColor(45, 35), QColor(0, 255, 0));
        EXPECT_GT(view_.frame().pixelColor(100, 1).blue(), 240);
    }
}

}  // namespace
}  // namespace facespace
