#include "core/analyses/layers/layers_analysis.h"

#include <algorithm>

#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class LayersAnalysis : public test::PlantedProject {
  protected:
    static Result<FindingsPtr> run(const std::shared_ptr<const Snapshot>& snapshot, const test::Edits& edits) {
        return layersAnalysis().run({snapshot, {}, test::edited(layersAnalysis(), edits), {}}, {});
    }
    /// “net” twice: as a layer whose features are mostly noise, and as the network's own.
    std::shared_ptr<const Snapshot> twoLayers() {
        auto project = make({});
        auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
        auto own = std::make_shared<FeatureSet>(*snapshot->featureSets[0]);
        own->network.sha256 = "a1";
        auto layer = std::make_shared<FeatureSet>(*own);
        layer->network.name = "net conv1";
        layer->network.id = NetworkId{own->network.id.value + 1000};
        layer->network.settingsJson = R"({"output": {"inner_layer": "conv1"}})";
        boost::random::mt19937_64 random(3);
        boost::random::normal_distribution<double> normal;
        for (float& v : layer->features.reshaped()) v += static_cast<float>(6 * normal(random));
        snapshot->featureSets = {own, layer};
        return snapshot;
    }
};

TEST_F(LayersAnalysis, LayersOfOneNetworkAreFoundAndItsFeaturesAreTheLast) {
    const auto snapshot = twoLayers();
    const auto found = must(run(snapshot, {}));
    const LayersReport& report = resultOf<LayersReport>(*found);
    EXPECT_EQ(report.names, (std::vector<std::string>{"net conv1", "net"}));
    EXPECT_EQ(report.layers, (std::vector<std::string>{"conv1", "net"}));
    EXPECT_EQ(report.network, "net");
    const auto curve = [&](const std::string& name) {
        return *std::ranges::find(report.probes.curves, name, &LayerCurve::name);
    };
    EXPECT_GT(curve("").lastLessFirst.low, 0) << "identity";
    EXPECT_GT(curve("yaw").layers[1].value, 0.8);
    EXPECT_LT(curve("yaw").layers[0].value, curve("yaw").layers[1].low);
    EXPECT_GT(curve("media").layers[1].value, 0.95);
    for (const Table& table : found->tables())
        for (const std::string& column : table.columns)
            EXPECT_NE(layersAnalysis().meaningOf(table.name, column), nullptr) << table.name << " " << column;
    EXPECT_TRUE(test::drawPage(snapshot, "layers", {}, {}));
}

TEST_F(LayersAnalysis, LayersAndColumnsAreNamed) {
    const auto snapshot = twoLayers();
    const auto found = must(run(snapshot, {{"layers", std::vector<std::string>{"net", "net conv1"}},
                                           {"attributes", std::vector<std::string>{"occlusion", "glasses"}}}));
    const LayersReport& report = resultOf<LayersReport>(*found);
    EXPECT_EQ(report.names.front(), "net") << "as named";
    ASSERT_EQ(report.probes.curves.size(), 3U);
    EXPECT_EQ(report.probes.curves[1].figure, ProbeFigure::kRSquared);
    EXPECT_EQ(report.probes.curves[2].figure, ProbeFigure::kBalancedAccuracy);
    EXPECT_FALSE(run(snapshot, {{"layers", std::vector<std::string>{"net", "other"}}}));
    EXPECT_FALSE(run(snapshot, {{"attributes", std::vector<std::string>{"nothing"}}}));
}

TEST_F(LayersAnalysis, WithoutLayersItSaysHowToExtractThem) {
    const auto none = run(snapshotOf(make({})), {});
    ASSERT_FALSE(none);
    EXPECT_NE(none.error().message.find("--layers"), std::string::npos) << none.error().message;
}

}  // namespace
}  // namespace facespace
