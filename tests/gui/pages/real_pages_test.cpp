// The pages on real faces: eight people in 93 poses each, two networks' features.
#include <filesystem>
#include <QTemporaryDir>
#include <QWidget>

#include "core/project/project.h"
#include "core/workflow/workflow.h"
#include "tests/data_folder.h"
#include "tests/gui/pages/pages_fixture.h"
#include "widgets/pages/prediction_page.h"
#include "widgets/pages/quality_page.h"
#include "widgets/pages/suspects_page.h"
#include "widgets/pages/verification_page.h"
#include "widgets/pages/view_page.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

class RealPages : public ::testing::Test {
  protected:
    void SetUp() override {
        const fs::path data = testing_support::realDataFolder();
        if (data.empty()) GTEST_SKIP() << "no real faces on this machine";
        const fs::path file = fs::path(folder.path().toStdString()) / "pointing.facespace";
        ImportOptions images;
        images.folder = data / "sets" / "pointing04_dev";
        images.manifest = images.folder / "labels.csv";
        images.mapping["yaw"] = {"pan", true};
        images.mapping["pitch"] = {"tilt"};
        const auto imported = createProject(file, images, {});
        ASSERT_TRUE(imported) << imported.error().message;
        auto project = Project::open(file);
        ASSERT_TRUE(project);
        for (const char* name : {"128d", "512d"}) {
            ImportFeaturesOptions features;
            features.file =
                data / "reference_features" / (std::string("pointing04_dev.mobilefacenet_ms1m_") + name + ".npy");
            features.name = name;
            const auto added = importFeatureFile(*project, features, {});
            ASSERT_TRUE(added) << added.error().message;
        }
        const auto snapshot = loadSnapshot(*project);
        ASSERT_TRUE(snapshot);
        workspace.setSnapshot(*snapshot, std::make_shared<DataTable>(buildDataTable(**snapshot)));
    }
    template <class Page>
    std::unique_ptr<Page> shown() {
        auto page = std::make_unique<Page>(&workspace);
        page->resize(1400, 600);
        page->show();
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return !page->computing() && (page->hasResult() || !page->hint().isEmpty()); }, 100000));
        return page;
    }
    QTemporaryDir folder;
    Workspace workspace;
};

TEST_F(RealPages, TheDeeperLayerTellsPoseAndTheEmbeddingHardly) {
    const auto page = shown<PredictionPage>();
    double r2[2] = {0, 0};
    for (const TargetReport& r : page->reports())
        if (r.target == "pitch" && r.regression) r2[r.network == "512d" ? 1 : 0] = r.regression->r2.value;
    EXPECT_GT(r2[1], 0.3);
    EXPECT_GT(r2[1], r2[0]);
}

TEST_F(RealPages, ProfileFacesAreNearTheOrigin) {
    const auto page = shown<QualityPage>();
    for (const DistanceRelation& r : page->report()->relations)
        if (r.measure == "abs_yaw") {
            EXPECT_LT(r.rank->spearman.value, -0.4);
        }
}

TEST_F(RealPages, EightPeopleHaveBothViewsAndCanBeToldApart) {
    const auto views = shown<ViewPage>();
    ASSERT_NE(views->report(), nullptr) << views->hint().toStdString();
    EXPECT_EQ(views->report()->result.identities.size(), 8U);
    const auto pairs = shown<VerificationPage>();
    ASSERT_NE(pairs->report(), nullptr) << pairs->hint().toStdString();
    EXPECT_GT(pairs->report()->result.auc.value, 0.8);
    const auto labels = shown<SuspectsPage>();
    EXPECT_TRUE(labels->hasResult());
}

}  // namespace
}  // namespace facespace
