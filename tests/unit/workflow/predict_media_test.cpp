#include <nlohmann/json.hpp>

#include "core/compute/predictors.h"
#include "core/project/data_table.h"
#include "core/workflow/workflow.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;
class PredictMedia : public test::PlantedProject {};

TEST_F(PredictMedia, IsFittedSavedWithANetworkAndAppliedToImagesWithoutLabels) {
    auto labelled = make({});
    const auto fitted = must(storePredictions(labelled, {}, {}));
    ASSERT_EQ(fitted.size(), 3U);  // yaw, pitch, and media as there are both kinds
    const auto& media = fitted[2];
    EXPECT_EQ(media.target, "media");
    EXPECT_EQ(media.classes, (std::vector<std::string>{"still", "video"}));
    const auto figures = nlohmann::json::parse(media.parametersJson);
    EXPECT_GT(figures["auc"].get<double>(), 0.95);
    EXPECT_GT(figures["balancedAccuracy"].get<double>(), 0.9);

    // Beside the descriptor of the network whose features another project holds, without any label.
    must(savePredictors(fitted, dir));
    test::PlantedOptions bare;
    bare.pose = bare.media = false;
    auto other = make(bare, "other");
    auto network = must(other.networks()).front();
    must(other.removeNetwork(network.id));
    network.id = {};
    network.descriptorFile = (dir / "net.json").string();
    const auto id = must(other.addNetwork(network));
    const auto features = must(labelled.features(must(labelled.networks()).front().id));
    const auto ids = must(other.imageIds());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Project::FeatureRow row{
            ids[i], {features.row(static_cast<Eigen::Index>(i)).data(), static_cast<std::size_t>(features.cols())}};
        must(other.putFeatures(id, {&row, 1}, {}));
    }
    const auto applied = must(storePredictions(other, {}, {}));
    ASSERT_EQ(applied.size(), 3U);
    EXPECT_EQ(applied[2].labelSource, "predictor “net.media.predictor.json”");
    int right = 0;
    const auto snapshot = snapshotOf(other);
    const DataTable table = buildDataTable(*snapshot);
    const Column* said = table.find("predicted_media[net]");
    const Column* probability = table.find("media_probability[net]");
    ASSERT_TRUE(said != nullptr && probability != nullptr);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        right += said->text(i) == (i % 2 == 1 ? "video" : "still");
        EXPECT_EQ(probability->numbers[i] >= 0.5, said->text(i) == "video");
        EXPECT_TRUE(probability->numbers[i] >= 0 && probability->numbers[i] <= 1);
    }
    EXPECT_GT(right, static_cast<int>(0.93 * static_cast<double>(ids.size())));
}

TEST_F(PredictMedia, AppliedToLabelledImagesItTellsItsErrors) {
    auto project = make({});
    PredictOptions options;
    options.targets = {"media"};
    must(savePredictors(must(storePredictions(project, options, {})), dir));
    options.predictor = dir / "net.media.predictor.json";
    const auto applied = must(storePredictions(project, options, {}));
    const auto figures = nlohmann::json::parse(applied.front().parametersJson);
    EXPECT_GT(figures["auc"].get<double>(), 0.95);
    EXPECT_EQ(figures["labelled"].get<int>(), 480);
}

TEST_F(PredictMedia, ColumnsOfTwoValuesAndPitchCentredAreTargetsToo) {
    auto project = make({});
    PredictOptions options;
    options.targets = {"glasses", "pitch_centred", "abs_yaw", "occlusion"};
    const auto fitted = must(storePredictions(project, options, {}));
    ASSERT_EQ(fitted.size(), 4U);
    EXPECT_EQ(fitted[0].classes, (std::vector<std::string>{"no", "yes"}));
    EXPECT_EQ(fitted[1].classes, (std::vector<std::string>{"not centred", "centred"}));
    EXPECT_TRUE(fitted[2].classes.empty() && fitted[3].classes.empty());
    EXPECT_NEAR(nlohmann::json::parse(fitted[0].parametersJson)["auc"].get<double>(), 0.5, 0.15) << "nothing says it";
    const auto back = must(project.predictions());
    ASSERT_EQ(back.size(), 4U);
    for (const auto& record : back)
        for (const auto& f : fitted) EXPECT_TRUE(f.target != record.target || f.classes == record.classes);
}

TEST_F(PredictMedia, OneKindOnlyIsNotAskedForAndSaysSoIfItIs) {
    test::PlantedOptions stills;
    stills.stillOnly = true;
    auto project = make(stills);
    EXPECT_EQ(must(storePredictions(project, {}, {})).size(), 2U);
    PredictOptions options;
    options.targets = {"media"};
    const auto refused = storePredictions(project, options, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("video"), std::string::npos) << refused.error().message;
}

}  // namespace
}  // namespace facespace
