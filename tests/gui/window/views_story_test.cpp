// Views kept under a name, and what is offered after a crash.
#include <sys/stat.h>

#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSysInfo>
#include <QToolButton>

#include "app/view_keeper.h"
#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

class ViewsStory : public testing::Story {};

TEST_F(ViewsStory, AKeptViewBringsBackCameraColouringFilterAndSelection) {
    map()->zoomBy(3);
    workspace().colours().setKey("identity");
    workspace().filter().setExpression("yaw < 0");
    workspace().selection().select({3, 13});
    const MapCamera before = map()->camera();
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QInputDialog* dialog = nullptr;
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return (dialog = window.findChild<QInputDialog*>()) != nullptr && dialog->isVisible(); }));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), "left profiles");
    QTest::keyClick(dialog, Qt::Key_Return);

    map()->resetView();
    workspace().colours().setKey("yaw");
    workspace().filter().clear();
    workspace().selection().clear();
    window.views().go("left profiles");
    EXPECT_NEAR(map()->camera().halfHeight, before.halfHeight, 1e-9);
    EXPECT_TRUE(map()->camera().centre.isApprox(before.centre));
    EXPECT_EQ(workspace().colours().key(), "identity");
    EXPECT_EQ(workspace().filter().state().expression, "yaw < 0");
    EXPECT_EQ(selected(), (std::vector<int>{3, 13}));

    // It is kept in the project.
    window.views().writer().wait();
    window.hide();  // One project is shown once.
    MainWindow again;
    again.resize(1400, 900);
    again.show();
    again.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return again.workspace().snapshot() != nullptr && again.windowTitle().startsWith("p"); }));
    again.views().go("left profiles");
    EXPECT_EQ(again.workspace().selection().selected(), (std::vector<int>{3, 13}));
    EXPECT_EQ(again.workspace().filter().passingCount(), 30U);
}

/// As a program that died would leave the mark: no process has this number.
QByteArray markOf(const std::filesystem::path& file, qint64 process) {
    struct stat status {};
    EXPECT_EQ(::stat(file.c_str(), &status), 0);
    return QJsonDocument(QJsonObject{{"process", process},
                                     {"host", QSysInfo::machineHostName()},
                                     {"file", QStringLiteral("%1:%2").arg(status.st_dev).arg(status.st_ino)}})
        .toJson(QJsonDocument::Compact);
}

/// Leaves a view that is unlike the one a project starts with.
class LastViewStory : public ViewsStory {
  protected:
    void TearDown() override { QSettings().clear(); }  // other tests begin as a first run
    void leave() {
        window.views().setDelayMs(1);
        addSecondNetwork();
        window.jobs().refresh();
        ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().snapshot()->featureSets.size() == 2; }));
        workspace().setNetwork(workspace().snapshot()->featureSets[1]->network.id);
        workspace().colours().setKey("identity");
        workspace().selection().select({7, 8});
        workspace().selection().setCurrent(8);
        workspace().filter().setExpression("distance > 11");
        workspace().setRadial(true);
        map()->zoomBy(3);
        showPage("Gallery");
        window.actions().fillPage->setChecked(true);
        camera_ = map()->camera();
        QTest::qWait(50);
        window.views().writer().wait();
    }
    void addSecondNetwork() {
        auto project = Project::open(path("p.facespace"));
        ASSERT_TRUE(project);
        NetworkRecord network;
        network.name = "B";
        network.dimension = 16;
        const auto id = project->addNetwork(network);
        ASSERT_TRUE(id);
        const auto images = project->imageIds();
        std::vector<Project::FeatureRow> rows;
        const std::vector<float> values(16, 4.0F);
        for (const ImageId image : *images) rows.push_back({image, values});
        ASSERT_TRUE(project->putFeatures(*id, rows, {}));
        MapRecord record = project->maps()->front();
        record.network = *id;
        record.name = "pca 2-D B";
        ASSERT_TRUE(project->putMap(record));
    }
    void markAsOpen(const std::filesystem::path& of, const std::filesystem::path& in) {
        auto project = Project::open(in);
        ASSERT_TRUE(project);
        ASSERT_TRUE(project->putSetting("view/open", markOf(of, 999999999).toStdString()));
    }
    /// Whether another window comes up as this one was left.
    void expectBack(MainWindow& again, const char* file = "p.facespace") {
        again.show();
        again.openPath(QString::fromStdString(path(file).string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return again.windowTitle().startsWith("p"); }));
        QTest::qWait(100);
        Workspace& w = again.workspace();
        EXPECT_EQ(w.featureSet()->network.name, "B");
        ASSERT_NE(w.mapRecord(), nullptr);
        EXPECT_EQ(w.mapRecord()->name, "pca 2-D B");
        EXPECT_EQ(w.colours().key(), "identity");
        EXPECT_EQ(w.selection().selected(), (std::vector<int>{7, 8}));
        EXPECT_EQ(w.selection().current(), 8);
        EXPECT_EQ(w.filter().state().expression, "distance > 11");
        EXPECT_TRUE(w.radial() && again.actions().radial->isChecked());
        auto* pages = again.findChild<QTabWidget*>();
        EXPECT_EQ(pages->tabText(pages->currentIndex()), "Gallery");
        const MapCamera back = named<MapView>("Map of the faces", &again)->camera();
        EXPECT_NEAR(back.halfHeight, camera_.halfHeight, 1e-9);
        EXPECT_TRUE(back.centre.isApprox(camera_.centre));
        EXPECT_FALSE(again.actions().undo->isEnabled()) << "nothing was done yet";
    }
    MapCamera camera_;
};

TEST_F(LastViewStory, AfterAProperEndTheProjectLooksAsItWasLeft) {
    leave();
    window.close();
    window.views().writer().wait();
    MainWindow again;
    expectBack(again);
    EXPECT_TRUE(again.actions().fillPage->isChecked());
    EXPECT_TRUE(again.messages().text().isEmpty()) << again.messages().text().toStdString();
    shot("last-view", &again);
}

TEST_F(LastViewStory, AfterACrashItDoesTooAndSaysSo) {
    leave();
    QTest::qWait(2100);  // the layout is saved
    markAsOpen(path("p.facespace"), path("p.facespace"));
    window.hide();  // One project is shown once.
    MainWindow again;
    expectBack(again);
    EXPECT_TRUE(again.actions().fillPage->isChecked());
    EXPECT_TRUE(again.messages().text().contains("ended unexpectedly"));
    shot("last-view-crash", &again);
    auto* everything = button(&again.messages(), "Show everything");
    ASSERT_NE(everything, nullptr);
    everything->click();
    EXPECT_TRUE(again.workspace().selection().selected().empty());
    EXPECT_TRUE(again.workspace().filter().state().expression.isEmpty());
}

TEST_F(LastViewStory, KilledWhileAFilterWasTypedTheOneInForceComesBackWithIt) {
    leave();
    workspace().filter().setExpression("yaw < 0");
    const auto shown = workspace().filter().passingRows();
    workspace().filter().setExpression("yaw < 0 && ");
    ASSERT_FALSE(workspace().filter().error().isEmpty());
    QTest::qWait(2100);
    markAsOpen(path("p.facespace"), path("p.facespace"));
    window.hide();
    MainWindow again;
    again.show();
    again.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.windowTitle().startsWith("p"); }));
    QTest::qWait(100);
    EXPECT_EQ(again.workspace().filter().state().expression, "yaw < 0 && ");
    EXPECT_FALSE(again.workspace().filter().error().isEmpty());
    EXPECT_EQ(again.workspace().filter().passingRows(), shown);
    EXPECT_LT(shown.size(), again.workspace().selection().rowCount());
}

TEST_F(LastViewStory, ACopiedProjectTellsOfNoCrash) {
    leave();
    markAsOpen(path("p.facespace"), path("p.facespace"));
    std::filesystem::copy_file(path("p.facespace"), path("p copy.facespace"));
    MainWindow again;
    expectBack(again, "p copy.facespace");
    EXPECT_TRUE(again.messages().text().isEmpty()) << again.messages().text().toStdString();
}

TEST_F(LastViewStory, AnotherProjectStartsFreshAndTheFirstIsSavedBeforeItGoes) {
    leave();
    window.views().setDelayMs(60'000);
    workspace().selection().select({1});
    testing::writeProject(path("q.facespace"), path("faces2"), 3, 4);
    window.openPath(QString::fromStdString(path("q.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.windowTitle().startsWith("q"); }));
    EXPECT_TRUE(selected().empty());
    EXPECT_TRUE(window.messages().text().isEmpty());
    window.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.windowTitle().startsWith("p"); }));
    EXPECT_EQ(selected(), std::vector<int>{1});
}

}  // namespace
}  // namespace facespace
