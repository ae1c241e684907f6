#include <gtest/gtest.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <tuple>
#include <vector>

#include "core/network/network.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

std::vector<Image> someCrops() { return {noise(112, 112, 1), plain(112, 112, 255, 0, 51), noise(112, 112, 2)}; }

/// The features of someCrops(); an empty matrix and a failure if there are none.
FeatureMatrix featuresOf(const NetworkDescriptor& d) {
    auto network = startNetwork(d, hostOptions());
    EXPECT_TRUE(network) << network.error().message;
    if (!network) return {};
    const auto features = (*network)->forward(someCrops());
    EXPECT_TRUE(features) << features.error().message;
    return features ? *features : FeatureMatrix();
}

std::string refusalOf(const NetworkDescriptor& d) {
    const auto network = startNetwork(d, hostOptions());
    return network ? "accepted" : network.error().message.english();
}

Image mirrored(const Image& image) {
    Image other = image;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) std::copy_n(image.row(y) + 3 * x, 3, other.row(y) + 3 * (image.width - 1 - x));
    return other;
}

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST(TorchScript, WeightsOfOtherPrecisionsRunAsFloat) {
    const FeatureMatrix means = featuresOf(descriptorOf("means", 3));
    for (const char* name : {"half", "bfloat16", "double"}) {
        const FeatureMatrix features = featuresOf(descriptorOf(name, 4));
        ASSERT_EQ(features.cols(), 4) << name;
        for (Eigen::Index row = 0; row < features.rows(); ++row)
            EXPECT_NEAR(features(row, 2), 0.25F * means.row(row).sum(), 1e-5F) << name;
    }
}

TEST(TorchScript, ConstantsOfAnotherDeviceMoveToTheCpu) {
    EXPECT_EQ(featuresOf(descriptorOf("cuda_constants", 3)), featuresOf(descriptorOf("means", 3)));
}

TEST(TorchScript, ASharedSlopeGivesWhatOnePerChannelGives) {
    const FeatureMatrix shared = featuresOf(descriptorOf("shared_slope", 12)),
                        channels = featuresOf(descriptorOf("slope_per_channel", 12));
    ASSERT_EQ(shared.rows(), channels.rows());
    EXPECT_LT((shared - channels).cwiseAbs().maxCoeff(), 1e-5F * channels.cwiseAbs().maxCoeff());
    EXPECT_LT(channels.minCoeff(), 0) << "no slope was ever used";
}

/// PyTorch's default. LibTorch's own way with it took 3 to 8 times as long.
TEST(TorchScript, ASharedSlopeTakesNoLongerThanOnePerChannelInTime) {
    auto shared = startNetwork(descriptorOf("wide_shared_slope", 96), hostOptions()),
         channels = startNetwork(descriptorOf("wide_slope_per_channel", 96), hostOptions());
    ASSERT_TRUE(shared && channels);
    const std::vector<Image> crops(32, noise(112, 112, 1));
    const auto seconds = [&](Network& network) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_TRUE(network.forward(crops));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    double best[2] = {1e9, 1e9};
    for (int turn = 0; turn < 7; ++turn) {
        best[0] = std::min(best[0], seconds(**shared));
        best[1] = std::min(best[1], seconds(**channels));
    }
    EXPECT_LT(best[0], 1.07 * best[1]);
}

/// oneDNN's kernels for these go wrong where channels do not fill its blocks.
TEST(TorchScript, ActivationsWithLimitsGiveWhatTheirFormulasGive) {
    const FeatureMatrix clamped = featuresOf(descriptorOf("clamped", 12)),
                        byHand = featuresOf(descriptorOf("clamped_by_hand", 12));
    ASSERT_EQ(clamped.rows(), byHand.rows());
    EXPECT_LT((clamped - byHand).cwiseAbs().maxCoeff(), 1e-4F * byHand.cwiseAbs().maxCoeff());
    EXPECT_GT(byHand.cwiseAbs().maxCoeff(), 0.01F);
}

TEST(TorchScript, ACheckpointIsCalledOneAndTheLinesThatExportItAreSaid) {
    const std::string refused = refusalOf(descriptorOf("checkpoint", 3));
    EXPECT_NAMES(refused, "a checkpoint of torch.save");
    EXPECT_NAMES(refused, "torch.load(\"checkpoint.pt\", map_location=\"cpu\")");
    EXPECT_NAMES(refused, "torch.jit.trace(net.eval(), torch.rand(1, 3, 112, 112))");
    const TemporaryFolder folder;
    NetworkDescriptor d = descriptorOf("means", 3);
    d.weightsFile = folder / "old.pt";
    writeText(d.weightsFile, "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.and so on");
    EXPECT_NAMES(refusalOf(d), "a checkpoint of torch.save");
}

TEST(TorchScript, AnOperatorOfANewerVersionIsNamed) {
    const std::string refused = refusalOf(descriptorOf("newer_operator", 3));
    EXPECT_NAMES(refused, "“aten::mean_of_2031”");
    EXPECT_NAMES(refused, "saved by a newer PyTorch");
}

TEST(Outputs, TheOnlyOneOfTheRightSizeIsTaken) {
    const FeatureMatrix means = featuresOf(descriptorOf("means", 3));
    for (const char* name : {"pair", "dictionary", "tuple_in_tuple"})
        EXPECT_EQ(featuresOf(descriptorOf(name, 3)), means) << name;
}

TEST(Outputs, SeveralAreListedAndAskedFor) {
    const std::string refused = refusalOf(descriptorOf("twins", 3));
    EXPECT_NAMES(refused, "several outputs of 3 numbers per image");
    EXPECT_NAMES(refused, "“1” (16 × 3)");
    EXPECT_NAMES(refused, "\"feature\": \"0\"");
    NetworkDescriptor d = descriptorOf("twins", 3);
    const FeatureMatrix means = featuresOf(descriptorOf("means", 3));
    d.featureOutput = "1";
    EXPECT_TRUE(featuresOf(d).isApprox(2 * means, 1e-6F));
    d.featureOutput = "embedding";
    EXPECT_NAMES(refusalOf(d), "has no output “embedding”");
    EXPECT_NAMES(refusalOf(descriptorOf("pair", 128)), "none of which has the 128 numbers per image");
}

TEST(Outputs, AFeatureTimesItsNormIsTheFeatureAsItWas) {
    const FeatureMatrix means = featuresOf(descriptorOf("means", 3));
    NetworkDescriptor d = descriptorOf("unit_and_norm", 3);
    const FeatureMatrix unit = featuresOf(d);
    EXPECT_NEAR(unit.row(0).norm(), 1, 1e-5);
    d.normOutput = "1";
    const FeatureMatrix whole = featuresOf(d);
    for (Eigen::Index row = 0; row < whole.rows(); ++row)
        EXPECT_NEAR(whole.row(row).norm() / (7 * means.row(row).norm()), 1, 1e-5);
    d.normOutput = "0";
    EXPECT_NAMES(refusalOf(d), "where one norm per image is expected");
}

TEST(Outputs, MirroredImagesAreJoined) {
    NetworkDescriptor d = descriptorOf("blocks", 48);
    auto plainNetwork = startNetwork(d, hostOptions());
    ASSERT_TRUE(plainNetwork);
    std::vector<Image> others = someCrops();
    for (Image& image : others) image = mirrored(image);
    const FeatureMatrix straight = featuresOf(d), other = *(*plainNetwork)->forward(others);
    EXPECT_GT((straight - other).cwiseAbs().maxCoeff(), 0.01F);
    d.flip = FlipRule::kSum;
    EXPECT_TRUE(featuresOf(d).isApprox(straight + other, 1e-6F));
    d.flip = FlipRule::kMean;
    EXPECT_TRUE(featuresOf(d).isApprox((straight + other) / 2, 1e-6F));
    d.flip = FlipRule::kConcatenate;
    d.dimension = 96;
    const FeatureMatrix joined = featuresOf(d);
    ASSERT_EQ(joined.cols(), 96);
    EXPECT_EQ(joined.leftCols(48), straight);
    EXPECT_EQ(joined.rightCols(48), other);
}

TEST(Layers, AreListedWithTheirShapesAndCanBeTaken) {
    const auto layers = networkLayers(descriptorOf("tree", 4), hostOptions());
    ASSERT_TRUE(layers) << layers.error().message;
    std::vector<std::string> names;
    for (const auto& layer : *layers) names.push_back(layer.name);
    for (const char* name : {"body.conv", "body.act", "body.act#2", "body", "head"})
        EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
    const auto conv = std::ranges::find(*layers, std::string("body.conv"), &NetworkLayer::name);
    ASSERT_NE(conv, layers->end());
    EXPECT_EQ(conv->shape, (std::vector<std::int64_t>{1, 4, 4, 4}));

    const FeatureMatrix last = featuresOf(descriptorOf("tree", 4));
    NetworkDescriptor d = descriptorOf("tree", 64);
    d.innerLayer = "body.conv";
    const FeatureMatrix inner = featuresOf(d);
    ASSERT_EQ(inner.cols(), 64);
    EXPECT_NEAR(4 * inner.row(1).head(16).mean(), last(1, 0), 1e-4);  // Two doublings, and the mean.
    d.innerLayer = "body.act";
    EXPECT_TRUE(featuresOf(d).isApprox(2 * inner, 1e-5F));
    d.innerLayer = "tail";
    EXPECT_NAMES(refusalOf(d), "it has no layer “tail”");
}

/// What comes behind a layer may change its numbers where they lie.
TEST(Layers, AreTakenAsTheyWereMade) {
    NetworkDescriptor d = descriptorOf("tree_in_place", 64), plain = descriptorOf("tree", 64);
    d.innerLayer = plain.innerLayer = "body.conv";
    EXPECT_TRUE(featuresOf(d).isApprox(featuresOf(plain), 1e-6F));
}

TEST(Layers, SeveralOfOnePassAreWhatEachGives) {
    NetworkDescriptor together = descriptorOf("tree_in_place", 132);
    together.layersTogether = {"body.conv", "head", "body.act"};
    const FeatureMatrix joined = featuresOf(together);
    ASSERT_EQ(joined.cols(), 132);
    for (const auto& [layer, first, width] :
         {std::tuple("body.conv", 0, 64), std::tuple("head", 64, 4), std::tuple("body.act", 68, 64)}) {
        NetworkDescriptor one = descriptorOf("tree_in_place", width);
        one.innerLayer = layer;
        EXPECT_TRUE(joined.middleCols(first, width).isApprox(featuresOf(one), 1e-6F)) << layer;
    }
    together.dimension = 131;
    EXPECT_NAMES(refusalOf(together), "132");
    together.layersTogether.emplace_back("tail");
    EXPECT_NAMES(refusalOf(together), "it has no layer “tail”");
}

TEST(Layers, OfAFrozenNetworkAreItsValues) {
    const auto layers = networkLayers(descriptorOf("tree_frozen", 4), hostOptions());
    ASSERT_TRUE(layers) << layers.error().message;
    const auto conv = std::ranges::find_if(*layers, [](const NetworkLayer& l) {
        return l.shape == std::vector<std::int64_t>{1, 4, 4, 4};
    });
    ASSERT_NE(conv, layers->end());
    NetworkDescriptor d = descriptorOf("tree_frozen", 64);
    d.innerLayer = conv->name;
    EXPECT_EQ(featuresOf(d).cols(), 64);
}
