// What the window exports: the same figure as the command line, by a dialog that never blocks.
#include <gtest/gtest.h>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/view/face_pictures.h"
#include "core/view/map_data.h"
#include "tests/gui/models/workspace_fixture.h"
#include "widgets/figure/capture.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/figure/figure_image.h"

namespace facespace {
namespace {

class ExportTest : public ::testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(folder_.isValid());
        snapshot_ = testing::makeSnapshot(100, 5);
        snapshot_->maps[0].method = "pca";
        snapshot_->maps[0].parametersJson = R"({"seed":17})";
        workspace_.setSnapshot(snapshot_, testing::makeTable(*snapshot_));
    }
    QByteArray read(const char* name) const {
        QFile file(folder_.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    ExportSource source() const { return mapExportSource(workspace_, MapFigureSpec()); }

    QTemporaryDir folder_;
    std::shared_ptr<Snapshot> snapshot_;
    Workspace workspace_;
};

TEST_F(ExportTest, TheWindowAndTheCommandLineMakeTheSameFile) {
    const ExportSource window = source();
    const auto fromWindow = window.draw(window.start, {});
    ASSERT_TRUE(fromWindow);
    MapRequest request;
    request.network = "A";
    request.colouring.key = workspace_.colours().key().toStdString();
    auto data = mapFigureData(*snapshot_, *workspace_.table(), request);
    ASSERT_TRUE(data);
    const auto fromCore =
        drawMap(*snapshot_, std::make_shared<const MapFigureData>(std::move(*data)), MapFigureSpec(), 300, {});
    ASSERT_TRUE(fromCore);
    EXPECT_EQ(figure::encode(*fromWindow, figure::Format::kSvg), figure::encode(*fromCore, figure::Format::kSvg));
}

TEST_F(ExportTest, FollowsColouringAndSelection) {
    const auto svg = [&] {
        const ExportSource now = source();
        return *figure::encode(*now.draw(now.start, {}), figure::Format::kSvg);
    };
    const std::string before = svg();
    workspace_.selection().select({3, 4, 5});
    const std::string selected = svg();
    EXPECT_NE(before, selected);
    EXPECT_NE(selected.find("3 selected images"), std::string::npos);
    workspace_.colours().setKey("identity");
    EXPECT_NE(svg().find("person 3"), std::string::npos);
}

TEST_F(ExportTest, DistancesAndFacesAreFiguresToo) {
    const auto svgOf = [](const ExportSource& page) {
        const auto drawing = page.draw(page.start, {});
        EXPECT_TRUE(drawing);
        return drawing ? *figure::encode(*drawing, figure::Format::kSvg) : std::string();
    };
    EXPECT_NE(svgOf(distanceExportSource(workspace_)).find(">Distance from origin (A)</text>"), std::string::npos);
    EXPECT_NE(svgOf(mosaicExportSource(workspace_)).find(">50th percentile</text>"), std::string::npos);
    Workspace empty;
    EXPECT_FALSE(distanceExportSource(empty).draw({}, {}));
    EXPECT_FALSE(mosaicExportSource(empty).draw({}, {}));
}

TEST_F(ExportTest, NoMapGivesASentence) {
    Workspace empty;
    const ExportSource none = mapExportSource(empty, MapFigureSpec());
    const auto drawing = none.draw(none.start, {});
    ASSERT_FALSE(drawing);
    EXPECT_EQ(drawing.error().code, ErrorCode::kInvalid);
}

TEST_F(ExportTest, TheDialogConvertsUnitsPreviewsAndSaves) {
    ExportDialog dialog(source());
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&dialog));
    dialog.setDpi(150);
    dialog.setSizeMm(88, 66);
    EXPECT_NEAR(dialog.choices().map.widthMm, 88, 0.1);
    auto* units = dialog.findChild<QComboBox*>(QStringLiteral("units"));
    units->setCurrentIndex(1);
    EXPECT_NEAR(dialog.choices().map.widthMm, 88, 0.2) << "another unit, the same size";
    units->setCurrentIndex(0);
    QSignalSpy saved(&dialog, &ExportDialog::saved), failed(&dialog, &ExportDialog::failed);
    EXPECT_TRUE(dialog.saveTo(folder_.filePath("dialog.png")));
    EXPECT_FALSE(dialog.saveTo(folder_.filePath("other.png"))) << "one at a time";
    ASSERT_TRUE(QTest::qWaitFor([&] { return saved.count() + failed.count() > 0; }, 10000));
    EXPECT_EQ(saved.count(), 1);
    const QImage image(folder_.filePath("dialog.png"));
    EXPECT_NEAR(image.width(), 520, 2);
    EXPECT_NEAR(image.height(), 390, 2);
    EXPECT_NEAR(image.dotsPerMeterX() * 0.0254, 150, 0.5);
    EXPECT_EQ(image.text("Network"), QStringLiteral("A"));
    EXPECT_EQ(image.text("Parameters"), QStringLiteral("{\"seed\":17}"));
    EXPECT_TRUE(dialog.saveTo(folder_.filePath("missing/dialog.png")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1; }, 10000));
    EXPECT_TRUE(failed.front().front().toString().contains("dialog.png"));
    auto* preview = dialog.findChild<QLabel*>(QStringLiteral("preview"));
    ASSERT_NE(preview, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !preview->pixmap().isNull(); }, 10000));
}

TEST_F(ExportTest, CopiesAsImageAndAsSvg) {
    ExportDialog dialog(source());
    QSignalSpy copied(&dialog, &ExportDialog::copied);
    ASSERT_TRUE(dialog.copy());
    ASSERT_TRUE(QTest::qWaitFor([&] { return copied.count() == 1; }, 10000));
    const QMimeData* content = QApplication::clipboard()->mimeData();
    EXPECT_TRUE(content->hasImage());
    EXPECT_TRUE(content->data(QStringLiteral("image/svg+xml")).contains("</text>"));
}

TEST_F(ExportTest, TheDialogMayBeClosedWhileItDraws) {
    auto dialog = std::make_unique<ExportDialog>(source());
    dialog->show();
    dialog->saveTo(folder_.filePath("closed.png"));
    QTest::qWait(150);
    dialog.reset();
}

}  // namespace
}  // namespace facespace
