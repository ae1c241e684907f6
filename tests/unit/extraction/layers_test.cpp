#include "core/extraction/layers.h"

#include <array>

#include "tests/unit/extraction/extraction_fixture.h"

using namespace facespace;
using namespace facespace::test;

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

namespace {

Result<LayerSet> layersOf(NetworkDescriptor network, const std::vector<std::string>& layers) {
    return layerSet(network, layers, {}, hostOptions(), {});
}

}  // namespace

TEST_F(ExtractionTest, LayersOfOnePassAreWhatEachByItselfGives) {
    addNoise(6);
    writeText(folder_ / "damaged.png", "no picture");
    add("damaged.png");
    Project project = makeProject();
    for (const FlipRule flip : {FlipRule::kNone, FlipRule::kConcatenate}) {
        NetworkDescriptor network = descriptorOf("tree", flip == FlipRule::kNone ? 4 : 8);
        network.flip = flip;
        network.name = flip == FlipRule::kNone ? "plain" : "both";
        const auto layers = layersOf(network, {"head", "body.conv"});
        ASSERT_TRUE(layers) << layers.error().message;
        ASSERT_EQ(layers->parts.size(), 2U);
        EXPECT_EQ(layers->parts[0].name, network.name + " body.conv") << "from the input on, however they are named";
        EXPECT_EQ(layers->parts[1].name, network.name + " head");
        const auto together = extractLayers(project, *layers, extractOptions(), {});
        ASSERT_TRUE(together) << together.error().message;
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ((*together)[i].extracted, 6);
            EXPECT_EQ((*together)[i].skipped, 1);
            NetworkDescriptor one = layers->parts[i];
            one.name += " alone";
            const auto alone = extractFeatures(project, one, extractOptions(), {});
            ASSERT_TRUE(alone) << alone.error().message;
            const auto a = project.features((*together)[i].network), b = project.features(alone->network);
            ASSERT_TRUE(a && b);
            EXPECT_TRUE(a->topRows(6).isApprox(b->topRows(6), 1e-6F)) << one.name;
            EXPECT_EQ(a->cols(), one.dimension);
        }
    }
}

TEST_F(ExtractionTest, LayersThatLackAnImageGetThat) {
    addNoise(5);
    Project project = makeProject();
    const NetworkDescriptor network = descriptorOf("tree", 4);
    const auto first = layersOf(network, {"head"});
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_TRUE(first->network.layersTogether.empty());
    const auto head = extractLayers(project, *first, extractOptions(), {});
    ASSERT_TRUE(head) << head.error().message;
    const auto before = project.features(head->front().network);
    const auto second = extractLayers(project, *layersOf(network, {"head", "body"}), extractOptions(), {});
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_EQ((*second)[1].alreadyThere, 5);
    EXPECT_EQ((*second)[1].extracted, 0);
    EXPECT_EQ((*second)[0].extracted, 5) << "the body, which comes before the head";
    EXPECT_TRUE(sameBytes(*before, *project.features((*second)[1].network)));
}

TEST_F(ExtractionTest, TheNetworkOfALayersFeaturesIsFoundAgain) {
    addNoise(1);
    Project project = makeProject();
    const NetworkDescriptor network = descriptorOf("tree", 4);
    ASSERT_TRUE(extractLayers(project, *layersOf(network, {"head", "body.conv"}), extractOptions(), {}));
    const auto records = project.networks();
    ASSERT_EQ(records->size(), 2U);
    const NetworkDescriptor again = asExtracted(network, records->front());
    EXPECT_EQ(again.innerLayer, "body.conv");
    EXPECT_EQ(again.dimension, 64);
    EXPECT_EQ(asExtracted(again, records->front()).dimension, 64);
    ASSERT_TRUE(extractFeatures(project, network, extractOptions(), {}));
    EXPECT_EQ(asExtracted(network, project.networks()->back()).innerLayer, "");
}

TEST(LayerSets, NameWhatIsThereOnce) {
    const NetworkDescriptor network = descriptorOf("tree", 4);
    EXPECT_NAMES(layersOf(network, {"head", "neck"}).error().message, "has no layer “neck”");
    EXPECT_NAMES(layersOf(network, {"head", "head"}).error().message, "named twice");
    EXPECT_NAMES(layersOf(network, {}).error().message, "at least one layer");
}
