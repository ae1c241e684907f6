// What follows what, without a window.
#include "app/job_flow.h"

#include <fstream>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/window/window_fixture.h"

namespace facespace {
namespace {

class Flow : public ::testing::Test {
  protected:
    Flow() {
        QObject::connect(&flow, &JobFlow::message, [this](const JobFlow::Message& m) { messages.push_back(m); });
    }
    std::filesystem::path path(const char* name) const { return std::filesystem::path(folder.path().toStdString()) / name; }
    bool waitIdle(int ms = 20000) {
        return QTest::qWaitFor([&] { return !flow.busy(); }, ms);
    }
    QTemporaryDir folder;
    Workspace workspace;
    JobFlow flow{&workspace};
    std::vector<JobFlow::Message> messages;
};

TEST_F(Flow, OpensAProjectAndTellsOfItsRecords) {
    testing::writeProject(path("p.facespace"), path("faces"), 3, 4);
    const QSignalSpy opened(&flow, &JobFlow::projectOpened);
    const QSignalSpy missing(&flow, &JobFlow::imagesMissing);
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot() != nullptr; }));
    EXPECT_EQ(workspace.snapshot()->imageCount(), 12U);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(missing.count(), 0);
    EXPECT_TRUE(messages.empty());
}

TEST_F(Flow, ABadFileIsToldAndTheOpenProjectStays) {
    testing::writeProject(path("p.facespace"), path("faces"), 2, 2);
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot() != nullptr; }));
    std::ofstream(path("bad.facespace")) << "this is not a project";
    flow.openProject(path("bad.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !messages.empty(); }));
    EXPECT_TRUE(messages[0].isProblem);
    EXPECT_TRUE(messages[0].text.contains("bad.facespace"));
    ASSERT_NE(workspace.snapshot(), nullptr);
    EXPECT_EQ(flow.projectFile(), path("p.facespace"));
}

TEST_F(Flow, MovedImagesAreFoundAgain) {
    testing::writeProject(path("p.facespace"), path("faces"), 2, 2);
    std::filesystem::rename(path("faces"), path("moved"));
    const QSignalSpy missing(&flow, &JobFlow::imagesMissing);
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return missing.count() == 1; }));
    flow.setImageRoot(path("moved"));
    ASSERT_TRUE(waitIdle());
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot()->images.root == path("moved"); }));
    EXPECT_EQ(missing.count(), 1);
}

TEST_F(Flow, ImportsImagesIntoANewProject) {
    testing::writeFaces(path("faces"), 3, 5);
    const QSignalSpy imported(&flow, &JobFlow::imported);
    ImportOptions options;
    options.folder = path("faces");
    flow.importImages(path("new.facespace"), options);
    ASSERT_TRUE(QTest::qWaitFor([&] { return imported.count() == 1; }, 10000));
    EXPECT_EQ(workspace.snapshot()->imageCount(), 15U);
    EXPECT_EQ(flow.projectFile(), path("new.facespace"));
}

TEST_F(Flow, FeaturesWithoutAMapAreShownByTheirPrincipalComponents) {
    testing::writeProject(path("p.facespace"), path("faces"), 6, 10);
    {
        auto project = Project::open(path("p.facespace"));
        ASSERT_TRUE(project);
        ASSERT_TRUE(project->removeMap(project->maps()->front().id));
    }
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.hasLiveMap(); }, 5000));
    ASSERT_EQ(workspace.coordinates()->rows(), 60);
    EXPECT_TRUE(workspace.coordinates()->allFinite());
    EXPECT_TRUE(workspace.snapshot()->maps.empty()) << "it is for looking at only";
}

TEST_F(Flow, ComputesAMapLiveAndShowsItWhenDone) {
    testing::writeProject(path("p.facespace"), path("faces"), 6, 10);
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot() != nullptr; }));
    bool sawLive = false;
    QObject::connect(&workspace, &Workspace::mapChanged, [&] { sawLive = sawLive || workspace.hasLiveMap(); });
    MapOptions options;
    options.network = "A";
    flow.computeMap(options);
    ASSERT_TRUE(waitIdle(60000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot()->maps.size() == 2; }));
    EXPECT_TRUE(sawLive);
    EXPECT_FALSE(workspace.hasLiveMap());
    ASSERT_NE(workspace.mapRecord(), nullptr);
    EXPECT_EQ(workspace.mapRecord()->method, "tsne");
    EXPECT_TRUE(messages.empty());
}

TEST_F(Flow, CancelStopsTheJobWithinTwoSecondsAndTellsNothing) {
    testing::writeProject(path("p.facespace"), path("faces"), 10, 40);
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot() != nullptr; }));
    MapOptions options;
    options.network = "A";
    options.iterations = 100000;
    flow.computeMap(options);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.hasLiveMap(); }, 20000));
    flow.cancel();
    ASSERT_TRUE(waitIdle(2000));
    EXPECT_FALSE(workspace.hasLiveMap());
    EXPECT_TRUE(messages.empty());
    EXPECT_EQ(workspace.snapshot()->maps.size(), 1U);
}

TEST_F(Flow, DestroyedWhileAJobRunsStopsIt) {
    testing::writeProject(path("p.facespace"), path("faces"), 10, 40);
    auto other = std::make_unique<JobFlow>(&workspace);
    other->openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot() != nullptr; }));
    MapOptions options;
    options.network = "A";
    options.iterations = 100000;
    other->computeMap(options);
    QTest::qWait(50);
    other.reset();
    QTest::qWait(50);
}

TEST_F(Flow, PredictsFromLabels) {
    testing::writeProject(path("p.facespace"), path("faces"), 6, 10);
    flow.openProject(path("p.facespace"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.snapshot() != nullptr; }));
    PredictOptions options;
    options.network = "A";
    options.targets = {"yaw"};
    flow.predict(options);
    ASSERT_TRUE(waitIdle());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.snapshot()->predictions.empty(); }));
    EXPECT_EQ(workspace.snapshot()->predictions[0].target, "yaw");
}

TEST_F(Flow, TheDemoOpensWhileItIsMadeAndEndsWithMapsOfBothNetworks) {
    DemoOptions options;
    options.faces.identities = 10;
    options.faces.images = 60;
    options.faces.size = 80;
    const QSignalSpy opened(&flow, &JobFlow::projectOpened);
    flow.makeDemo(path("demo"), options);
    ASSERT_TRUE(QTest::qWaitFor([&] { return opened.count() == 1; }, 30000));
    const auto predicted = [&](std::size_t set) {
        const auto& snapshot = *workspace.snapshot();
        return set < snapshot.featureSets.size() &&
               std::any_of(snapshot.predictions.begin(), snapshot.predictions.end(),
                           [&](const PredictionRecord& p) { return p.network == snapshot.featureSets[set]->network.id; });
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return !flow.busy() && predicted(0) && predicted(1); }, 90000));
    EXPECT_TRUE(messages.empty()) << messages.front().text.toStdString();
    EXPECT_EQ(workspace.snapshot()->imageCount(), 60U);
    EXPECT_EQ(workspace.snapshot()->featureSets.size(), 2U);
    EXPECT_EQ(workspace.snapshot()->maps.size(), 4U);
    EXPECT_EQ(workspace.featureSet()->network.dimension, 512) << "the first network stays in view";
}

}  // namespace
}  // namespace facespace
