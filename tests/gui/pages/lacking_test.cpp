// Every page when something is lacking: it says in the page what, and what to import; the others still show their results.
#include <QLabel>

#include "tests/gui/pages/pages_fixture.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/prediction_page.h"
#include "widgets/pages/quality_page.h"
#include "widgets/pages/suspects_page.h"
#include "widgets/pages/verification_page.h"
#include "widgets/pages/view_page.h"

namespace facespace {
namespace {

class Lacking : public ::testing::Test {
  protected:
    void SetUp() override {
        testing::Truth truth;
        truth.identities = 8;
        truth.each = 20;
        truth.mislabelled = {7};
        snapshot = testing::plantedSnapshot(truth);
    }
    std::vector<ImageRecord>& images() { return snapshot->images.images; }
    void changeFeatures(const std::function<void(FeatureMatrix&)>& change) {
        for (auto& shared : snapshot->featureSets) {
            auto& set = const_cast<FeatureSet&>(*shared);
            change(set.features);
            set.distance = distancesFromOrigin(set.features);
        }
    }

    struct Seen {
        bool result = false;
        QString words;  ///< All that can be read in the page.
        bool says(const QString& text) const { return words.contains(text, Qt::CaseInsensitive); }
    };
    template <class Page>
    Seen look() {
        Workspace workspace;
        workspace.setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
        Page page(&workspace);
        page.resize(1500, 800);
        page.show();
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return !page.computing() && (page.hasResult() || !page.hint().isEmpty()); }, 60000));
        if constexpr (std::is_same_v<Page, QualityPage>) {
            EXPECT_TRUE(QTest::qWaitFor([&] { return !page.computing() && page.discard() != nullptr; }, 60000));
        }
        Seen seen{page.hasResult() && page.hint().isEmpty(), page.hint()};
        for (const auto* label : page.template findChildren<QLabel*>())
            if (label->isVisible()) seen.words += QLatin1Char('\n') + label->text();
        for (const auto* table : page.template findChildren<FiguresTable*>())
            if (table->isVisible()) seen.words += QLatin1Char('\n') + table->text();
        return seen;
    }
    /// Those that need no pose and no media.
    void theOthersRun() {
        EXPECT_TRUE(look<VerificationPage>().result);
        EXPECT_TRUE(look<SuspectsPage>().result);
    }

    std::shared_ptr<Snapshot> snapshot;
};

#define EXPECT_SAYS(seen, text) EXPECT_TRUE((seen).says(text)) << text << " in: " << (seen).words.toStdString()

TEST_F(Lacking, YawAndPitch) {
    for (ImageRecord& image : images()) image.yawDeg = image.pitchDeg = std::nullopt;
    const Seen prediction = look<PredictionPage>();
    EXPECT_TRUE(prediction.result) << "media can be read";
    EXPECT_SAYS(prediction, "No image has a label of yaw");
    EXPECT_SAYS(prediction, "import a manifest");
    const Seen views = look<ViewPage>();
    EXPECT_FALSE(views.result);
    EXPECT_SAYS(views, "yaw");
    EXPECT_SAYS(views, "import");
    const Seen quality = look<QualityPage>();
    EXPECT_TRUE(quality.result);
    EXPECT_SAYS(quality, "import a manifest with a column “yaw”");
    theOthersRun();
}

TEST_F(Lacking, TheOtherMediaType) {
    for (ImageRecord& image : images()) image.media = Media::kStill;
    const Seen prediction = look<PredictionPage>();
    EXPECT_TRUE(prediction.result);
    EXPECT_SAYS(prediction, "labelled images are “still”");
    EXPECT_SAYS(prediction, "import");
    EXPECT_TRUE(look<ViewPage>().result);
    EXPECT_TRUE(look<QualityPage>().result);
    theOthersRun();
}

TEST_F(Lacking, ProfileImages) {
    for (std::size_t r = 0; r < images().size(); ++r) images()[r].yawDeg = static_cast<double>(r % 30) - 15;
    const Seen views = look<ViewPage>();
    EXPECT_FALSE(views.result);
    EXPECT_SAYS(views, "profile");
    EXPECT_SAYS(views, "import more views");
    EXPECT_TRUE(look<PredictionPage>().result);
    EXPECT_TRUE(look<QualityPage>().result);
    theOthersRun();
}

TEST_F(Lacking, FeaturesThatVary) {
    changeFeatures([](FeatureMatrix& x) { x.setConstant(1.5F); });
    const Seen prediction = look<PredictionPage>();
    EXPECT_FALSE(prediction.result);
    EXPECT_SAYS(prediction, "The features of all labelled images are equal");
    const Seen views = look<ViewPage>();
    EXPECT_SAYS(views, "do not vary");
    EXPECT_FALSE(views.says("nan"));
    const Seen quality = look<QualityPage>();
    EXPECT_TRUE(quality.result);
    EXPECT_SAYS(quality, "unit length");
    const Seen suspects = look<SuspectsPage>();
    EXPECT_TRUE(suspects.result);
    EXPECT_SAYS(suspects, "0 of 160 images");
}

TEST_F(Lacking, NumbersInSomeFeatures) {
    changeFeatures([](FeatureMatrix& x) {
        x.row(3).setConstant(std::numeric_limits<float>::quiet_NaN());
        x(50, 2) = std::numeric_limits<float>::infinity();
        x.col(20).setZero();
    });
    const Seen prediction = look<PredictionPage>();
    EXPECT_TRUE(prediction.result);
    EXPECT_FALSE(prediction.says("nan")) << prediction.words.toStdString();
    EXPECT_TRUE(look<ViewPage>().result);
    EXPECT_TRUE(look<QualityPage>().result);
    const Seen verification = look<VerificationPage>();
    EXPECT_TRUE(verification.result);
    EXPECT_SAYS(verification, "158, 8");
    EXPECT_TRUE(look<SuspectsPage>().result);
}

}  // namespace
}  // namespace facespace
