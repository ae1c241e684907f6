// A map while it is being computed, and how far it can be trusted, in the real window.
#include <gtest/gtest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "app/main_window.h"
#include "tests/gui/pages/same_in_print.h"
#include "tests/gui/window/window_fixture.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/pages/map_trust_page.h"
#include "widgets/pages/plot_view.h"
#include "widgets/panels/map_run_bar.h"

namespace facespace {
namespace {

class MapInWindow : public ::testing::Test {
  protected:
    void SetUp() override {
        window.resize(1400, 900);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        const auto at = [&](const char* name) { return std::filesystem::path(folder.path().toStdString()) / name; };
        testing::writeProject(at("p.facespace"), at("faces"), 8, 12);
        window.openPath(QString::fromStdString(at("p.facespace").string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }));
        bar = window.findChild<MapRunBar*>();
        ASSERT_NE(bar, nullptr);
    }
    QToolButton* button(const QString& text) const {
        for (auto* b : bar->findChildren<QToolButton*>())
            if (b->text() == text) return b;
        return nullptr;
    }
    QString told() const { return bar->findChild<QLabel*>()->text(); }
    void start() {
        MapOptions options;
        options.network = "A";
        options.iterations = 1000000;
        options.name = "live";
        window.jobs().computeMap(options);
        ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible() && told().contains("iteration"); }, 20000));
    }
    QTemporaryDir folder;
    MainWindow window;
    MapRunBar* bar = nullptr;
};

TEST_F(MapInWindow, PausesContinuesAndIsKeptAsItIs) {
    EXPECT_FALSE(bar->isVisible());
    start();
    QTest::mouseClick(button("Pause"), Qt::LeftButton);
    EXPECT_TRUE(told().contains("paused"));
    QTest::qWait(400);  // what was on its way arrives
    const QString still = told();
    const auto map = window.workspace().coordinates();
    QTest::qWait(300);
    EXPECT_EQ(told(), still);
    EXPECT_EQ(window.workspace().coordinates(), map);
    QTest::mouseClick(button("Continue"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.workspace().coordinates() != map; }, 10000));
    auto* exaggeration = bar->findChild<QComboBox*>();
    exaggeration->setCurrentIndex(exaggeration->findData(4.0));
    Q_EMIT exaggeration->activated(exaggeration->currentIndex());
    ASSERT_TRUE(QTest::qWaitFor([&] { return told().contains("exaggeration 4"); }, 10000));
    QTest::mouseClick(button("Keep as it is"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return !window.jobs().busy() && window.workspace().mapRecord() != nullptr &&
                   window.workspace().mapRecord()->name == "live";
        },
        20000));
    EXPECT_FALSE(bar->isVisible());
    const auto parameters = nlohmann::json::parse(window.workspace().mapRecord()->parametersJson);
    EXPECT_LT(parameters["iterations"].get<int>(), 1000000);
    EXPECT_EQ(parameters["exaggerationChanges"].back()[1].get<double>(), 4);
}

TEST_F(MapInWindow, CancelledWhilePausedTheBarGoes) {
    start();
    QTest::mouseClick(button("Pause"), Qt::LeftButton);
    window.jobs().cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.jobs().busy(); }, 2000));
    EXPECT_FALSE(bar->isVisible());
    EXPECT_FALSE(window.workspace().hasLiveMap());
}

TEST_F(MapInWindow, TrustIsMeasuredShownAndColours) {
    auto* page = window.findChild<MapTrustPage*>();
    ASSERT_NE(page, nullptr);
    window.findChild<QTabWidget*>()->setCurrentWidget(page);
    EXPECT_TRUE(page->chart()->chart().layers.empty());
    QPushButton *measure = nullptr, *colour = nullptr;
    for (auto* b : page->findChildren<QPushButton*>()) {
        if (b->text().contains("Measure")) measure = b;
        if (b->text().contains("Colour")) colour = b;
    }
    ASSERT_TRUE(measure != nullptr && colour != nullptr);
    EXPECT_FALSE(colour->isEnabled());
    EXPECT_FALSE(window.actions().exportPage->isEnabled());
    EXPECT_FALSE(page->figureButton()->isVisible());
    QTest::mouseClick(measure, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->chart()->chart().layers.empty(); }, 20000));
    std::vector<const figure::Line*> curves;
    for (const auto& layer : page->chart()->chart().layers)
        if (const auto* line = std::get_if<figure::Line>(&layer)) curves.push_back(line);
    ASSERT_EQ(curves.size(), 4U) << "three, and chance";
    EXPECT_EQ(curves[0]->x.front(), 5);
    EXPECT_FALSE(curves[0]->dash.empty()) << "chance is dashed, below the others";
    holdsPrintAgainst(*page, {page->chart()->chart()});
    EXPECT_EQ(page->findChild<QTreeWidget*>()->topLevelItemCount(), 1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return colour->isEnabled(); }));
    QTest::mouseClick(colour, Qt::LeftButton);
    EXPECT_EQ(window.workspace().colours().key(), "preserved[pca 2-D A]");
    EXPECT_TRUE(page->exported(MapTrustPage::Table::kFigures).startsWith("map,method"));
    EXPECT_EQ(nlohmann::json::parse(page->exported(MapTrustPage::Table::kJson).toStdString()).size(), 1U);

    // What it shows, for print: from the menu and from the page.
    ASSERT_TRUE(window.actions().exportPage->isEnabled());
    ASSERT_TRUE(page->figureButton()->isVisible());
    QTest::mouseClick(page->figureButton(), Qt::LeftButton);
    auto* dialog = window.findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->findChild<QComboBox*>("figures")->itemText(0), "How far the map can be trusted");
    QSignalSpy saved(dialog, &ExportDialog::saved);
    const QString file = folder.filePath("trust.svg");
    ASSERT_TRUE(dialog->saveTo(file));
    ASSERT_TRUE(saved.wait(10000));
    QFile written(file);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    const QByteArray svg = written.readAll();
    EXPECT_TRUE(svg.contains(">Trustworthiness</text>"));
    EXPECT_TRUE(svg.contains("Map: pca 2-D A"));
    dialog->close();
}

}  // namespace
}  // namespace facespace
