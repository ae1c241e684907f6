#include "widgets/figure/map_figure.h"

#include <gtest/gtest.h>
#include <cmath>
#include <fstream>
#include <QFile>
#include <QImageReader>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/gui/models/workspace_fixture.h"
#include "widgets/figure/export_dialog.h"

namespace facespace {
namespace {

class MapFigureTest : public ::testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(folder_.isValid());
        snapshot_ = testing::makeSnapshot(100, 5);
        snapshot_->maps[0].method = "pca";
        snapshot_->maps[0].parametersJson = R"({"seed":17})";
        workspace_.setSnapshot(snapshot_, testing::makeTable(*snapshot_));
    }
    std::string path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)).toStdString(); }
    static MapFigureSpec smallSpec() {
        MapFigureSpec spec;
        spec.pixels = {600, 450};
        spec.dpi = 150;
        return spec;
    }
    QTemporaryDir folder_;
    std::shared_ptr<Snapshot> snapshot_;
    Workspace workspace_;
};

/// Pixels whose colour is nearer to `colour` than `tolerance` in every channel.
int countColour(const QImage& image, QColor colour, int tolerance) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            count += std::abs(c.red() - colour.red()) <= tolerance && std::abs(c.green() - colour.green()) <= tolerance &&
                             std::abs(c.blue() - colour.blue()) <= tolerance
                         ? 1
                         : 0;
        }
    }
    return count;
}

TEST_F(MapFigureTest, HasTheSizeTheResolutionAndSaysHowItWasMade) {
    MapFigureSpec spec = smallSpec();
    spec.pixels = {1004, 750};
    spec.dpi = 300;
    const auto done = saveMapFigure(captureMap(workspace_), spec, path("map.png"));
    ASSERT_TRUE(done) << done.error().message;
    const QImage image(folder_.filePath("map.png"));
    EXPECT_EQ(image.size(), QSize(1004, 750));
    EXPECT_NEAR(image.dotsPerMeterX() * 0.0254, 300, 0.5);
    EXPECT_EQ(image.text("Network"), QStringLiteral("A"));
    EXPECT_EQ(image.text("Method"), QStringLiteral("pca"));
    EXPECT_EQ(image.text("Parameters"), QStringLiteral("{\"seed\":17}"));
    EXPECT_EQ(image.text("Network SHA-256"), QStringLiteral("imported features"));
    EXPECT_EQ(image.text("Colour"), QStringLiteral("distance[A]"));
}

TEST_F(MapFigureTest, ShowsEveryPointInItsColourOnWhite) {
    MapFigureSpec spec = smallSpec();
    spec.legend = false;
    spec.axes = false;
    const auto image = renderMapFigure(captureMap(workspace_), spec);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->pixelColor(2, 2), QColor(Qt::white));
    // 100 separate points: as many islands of ink.
    std::vector<int> label(static_cast<std::size_t>(image->width() * image->height()), 0);
    int islands = 0;
    const auto ink = [&](int x, int y) { return image->pixelColor(x, y).lightness() < 245; };
    for (int y = 0; y < image->height(); ++y) {
        for (int x = 0; x < image->width(); ++x) {
            const auto at = static_cast<std::size_t>(y * image->width() + x);
            if (!ink(x, y) || label[at] != 0) continue;
            ++islands;
            std::vector<std::pair<int, int>> open{{x, y}};
            while (!open.empty()) {
                const auto [px, py] = open.back();
                open.pop_back();
                if (px < 0 || py < 0 || px >= image->width() || py >= image->height()) continue;
                auto& mark = label[static_cast<std::size_t>(py * image->width() + px)];
                if (mark != 0 || !ink(px, py)) continue;
                mark = islands;
                open.insert(open.end(), {{px - 1, py}, {px + 1, py}, {px, py - 1}, {px, py + 1}});
            }
        }
    }
    EXPECT_EQ(islands, 100);
    EXPECT_GT(countColour(*image, workspace_.colours().colourOf(99), 4), 5);
}

TEST_F(MapFigureTest, TheLegendStaysInsideThePageAndOffTheMap) {
    for (const char* key : {"distance[A]", "yaw", "identity"}) {
        workspace_.colours().setKey(QString::fromLatin1(key));
        MapFigureSpec with = smallSpec(), without = with;
        without.legend = false;
        with.axes = without.axes = false;
        const auto data = captureMap(workspace_);
        const auto a = renderMapFigure(data, with);
        ASSERT_TRUE(a);
        // A white column between map and legend, and a white border.
        int whiteColumns = 0;
        bool border = true;
        for (int x = 0; x < a->width(); ++x) {
            bool white = true;
            for (int y = 0; y < a->height(); ++y) white &= a->pixelColor(x, y) == QColor(Qt::white);
            if (x > a->width() / 2) whiteColumns += white ? 1 : 0;
            if (x < 3 || x >= a->width() - 3) border &= white;
        }
        EXPECT_GT(whiteColumns, 8) << key;
        EXPECT_TRUE(border) << key;
    }
}

TEST_F(MapFigureTest, TheSameFigureAtTwiceTheResolutionIsTheSamePicture) {
    MapFigureSpec spec = smallSpec(), fine = spec;
    fine.pixels *= 2;
    fine.dpi *= 2;
    const auto data = captureMap(workspace_);
    const auto a = renderMapFigure(data, spec), b = renderMapFigure(data, fine);
    ASSERT_TRUE(a && b);
    const QImage small = b->scaled(a->size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double total = 0;
    for (int y = 0; y < a->height(); ++y) {
        for (int x = 0; x < a->width(); ++x) {
            total += std::abs(a->pixelColor(x, y).lightness() - small.pixelColor(x, y).lightness());
        }
    }
    EXPECT_LT(total / (a->width() * a->height()), 2.5);
}

TEST_F(MapFigureTest, IsTheSameTwiceAndFollowsTheColouring) {
    const auto spec = smallSpec();
    const auto a = renderMapFigure(captureMap(workspace_), spec), b = renderMapFigure(captureMap(workspace_), spec);
    ASSERT_TRUE(a && b);
    EXPECT_EQ(*a, *b);
    workspace_.colours().setKey("identity");
    EXPECT_NE(*a, *renderMapFigure(captureMap(workspace_), spec));
}

TEST_F(MapFigureTest, WritesSvgWithRealTextAndPdf) {
    const auto data = captureMap(workspace_);
    ASSERT_TRUE(saveMapFigure(data, smallSpec(), path("map.svg")));
    ASSERT_TRUE(saveMapFigure(data, smallSpec(), path("map.PDF")));
    QFile svg(folder_.filePath("map.svg")), pdf(folder_.filePath("map.PDF"));
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly) && pdf.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    EXPECT_TRUE(text.contains("Distance from origin"));
    EXPECT_TRUE(text.contains("seed"));
    EXPECT_GT(text.count("<circle") + text.count("<ellipse"), 99);
    EXPECT_TRUE(pdf.readAll().startsWith("%PDF"));
}

TEST_F(MapFigureTest, RefusesWithOneSentence) {
    const auto data = captureMap(workspace_);
    MapFigureSpec huge = smallSpec();
    huge.pixels = {31000, 31000};
    EXPECT_EQ(renderMapFigure(data, huge).error().code, ErrorCode::kInvalid);
    huge.pixels = {0, 100};
    EXPECT_FALSE(renderMapFigure(data, huge));
    const auto ending = saveMapFigure(data, smallSpec(), path("map.gif"));
    ASSERT_FALSE(ending);
    EXPECT_NE(ending.error().message.find("map.gif"), std::string::npos);
    const auto folder = saveMapFigure(data, smallSpec(), path("missing/map.png"));
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().code, ErrorCode::kIo);
}

TEST_F(MapFigureTest, NoMapGivesAnEmptyPage) {
    Workspace empty;
    const auto image = renderMapFigure(captureMap(empty), smallSpec());
    ASSERT_TRUE(image);
    EXPECT_EQ(countColour(*image, Qt::white, 0), 600 * 450);
}

TEST(MapLegend, TicksAreRoundAndInside) {
    EXPECT_EQ(niceTicks(-90, 90, 5, true), (std::vector<double>{-90, -60, -30, 0, 30, 60, 90}));
    EXPECT_EQ(niceTicks(0, 1, 5), (std::vector<double>{0, 0.2, 2 * 0.2, 3 * 0.2, 4 * 0.2, 1}));
    for (const auto& [low, high] : {std::pair{7.3, 19.1}, std::pair{-0.003, 0.0171}, std::pair{1e6, 3.7e6}}) {
        const auto ticks = niceTicks(low, high, 5);
        EXPECT_GE(ticks.size(), 3U);
        EXPECT_LE(ticks.size(), 9U);
        EXPECT_GE(ticks.front(), low);
        EXPECT_LE(ticks.back(), high);
    }
    EXPECT_TRUE(niceTicks(3, 3, 5).empty());
    EXPECT_EQ(tickText(-12.5, 2.5), QStringLiteral("−12.5"));
    EXPECT_EQ(tickText(1e-12, 5), QStringLiteral("0"));
    EXPECT_EQ(tickText(0.02, 0.01), QStringLiteral("0.02"));
}

TEST(MapOrder, GreyLiesUnderTheRestAndMissingRowsAreLeftOut) {
    Embedding map = Embedding::Random(6, 2);
    map(2, 0) = std::nanf("");
    const std::vector<std::uint8_t> rgb{9, 9, 9, 200, 0, 0, 200, 0, 0, 9, 9, 9, 0, 200, 0, 9, 9, 9};
    const auto order = mapPaintOrder(map, rgb, QColor(9, 9, 9), MapCamera());
    ASSERT_EQ(order.size(), 5U);
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(order[static_cast<std::size_t>(i)] % 3 != 1 && order[static_cast<std::size_t>(i)] != 4);
    EXPECT_TRUE(order[3] == 1 || order[3] == 4);
}

TEST_F(MapFigureTest, TheDialogConvertsUnitsPreviewsAndSaves) {
    MapFigureSpec view;
    ExportDialog dialog(captureMap(workspace_), view);
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&dialog));
    dialog.setDpi(300);
    dialog.setSizeMm(88, 66);
    EXPECT_EQ(dialog.spec().pixels, QSize(1039, 780));
    dialog.setDpi(600);
    EXPECT_EQ(dialog.spec().pixels, QSize(2079, 1559));
    dialog.setDpi(150);
    QSignalSpy saved(&dialog, &ExportDialog::saved), failed(&dialog, &ExportDialog::failed);
    EXPECT_TRUE(dialog.saveTo(folder_.filePath("dialog.png")));
    EXPECT_FALSE(dialog.saveTo(folder_.filePath("other.png"))) << "one at a time";
    ASSERT_TRUE(QTest::qWaitFor([&] { return saved.count() + failed.count() > 0; }, 10000));
    EXPECT_EQ(saved.count(), 1);
    EXPECT_EQ(QImage(folder_.filePath("dialog.png")).size(), QSize(520, 390));
    EXPECT_TRUE(dialog.saveTo(folder_.filePath("missing/dialog.png")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1; }, 10000));
    EXPECT_TRUE(failed.front().front().toString().contains("dialog.png"));
}

TEST_F(MapFigureTest, TheDialogMayBeClosedWhileItDraws) {
    auto dialog = std::make_unique<ExportDialog>(captureMap(workspace_), MapFigureSpec());
    dialog->show();
    dialog->saveTo(folder_.filePath("closed.png"));
    QTest::qWait(150);
    dialog.reset();
}

}  // namespace
}  // namespace facespace
