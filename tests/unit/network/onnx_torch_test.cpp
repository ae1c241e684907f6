// ONNX networks that PyTorch exported (make_onnx.py), held against what PyTorch itself returns.
#include <gtest/gtest.h>
#include <cmath>
#include <iterator>
#include <map>

#include "core/network/network.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

constexpr int kSide = 112;

fs::path folder() { return fs::path(FACESPACE_BINARY_DIR) / "tests/networks/onnx"; }

std::string contentsOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Numbers that each network returns for a crop; empty where there is no PyTorch.
std::map<std::string, int> networks() {
    std::map<std::string, int> all;
    std::ifstream in(folder() / "list.txt");
    std::string name;
    int dimension = 0;
    while (in >> name >> dimension) all[name] = dimension;
    return all;
}

std::vector<Image> crops() {
    const std::string bytes = contentsOf(folder() / "crops.bin");
    constexpr std::size_t kBytes = std::size_t{3} * kSide * kSide;
    std::vector<Image> all;
    for (std::size_t at = 0; at + kBytes <= bytes.size(); at += kBytes)
        all.push_back(
            {kSide,
             kSide,
             {bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin() + static_cast<std::ptrdiff_t>(at + kBytes)}});
    return all;
}

FeatureMatrix pytorchs(const std::string& name, int dimension) {
    const std::string bytes = contentsOf(folder() / (name + ".f32"));
    FeatureMatrix features(static_cast<Eigen::Index>(bytes.size() / sizeof(float)) / dimension, dimension);
    std::copy_n(bytes.data(), static_cast<std::size_t>(features.size()) * sizeof(float),
                reinterpret_cast<char*>(features.data()));
    return features;
}

NetworkDescriptor descriptor(const std::string& name, int dimension) {
    NetworkDescriptor d;
    d.name = name;
    d.weightsFile = folder() / (name + ".onnx");
    d.backend = "onnx";
    d.inputWidth = d.inputHeight = kSide;
    d.mean = d.std = {127.5F, 127.5F, 127.5F};
    d.dimension = dimension;
    return d;
}

void expectPytorchs(const NetworkDescriptor& d) {
    SCOPED_TRACE(d.name);
    const FeatureMatrix expected = pytorchs(d.name, d.dimension);
    ASSERT_EQ(expected.rows(), 5);
    auto network = startNetwork(d, hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const auto features = (*network)->forward(crops());
    ASSERT_TRUE(features) << features.error().message;
    ASSERT_EQ(features->rows(), expected.rows());
    EXPECT_LT((*features - expected).cwiseAbs().maxCoeff(), 1e-4F * expected.cwiseAbs().maxCoeff());
    for (Eigen::Index row = 0; row < expected.rows(); ++row) {
        const Eigen::VectorXd a = features->row(row).cast<double>(), b = expected.row(row).cast<double>();
        EXPECT_GT(a.dot(b) / (a.norm() * b.norm()), 0.99999);
    }
}

class OnnxByPyTorch : public ::testing::TestWithParam<const char*> {};

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)
#define SKIP_WITHOUT_PYTORCH() \
    if (networks().empty()) GTEST_SKIP() << "no PyTorch here that could export networks"

TEST_P(OnnxByPyTorch, GivesWhatPyTorchGivesInEveryVersion) {
    SKIP_WITHOUT_PYTORCH();
    int tried = 0;
    for (const auto& [name, dimension] : networks()) {
        if (!name.starts_with(GetParam())) continue;
        NetworkDescriptor d = descriptor(name, dimension);
        if (name == "pair") d.normOutput = "norm";
        if (name == "fixed_4") d.fixedBatch = 4;
        expectPytorchs(d);
#ifdef FACESPACE_ONNXRUNTIME
        d.backend = "onnx-torch";
        expectPytorchs(d);
#endif
        ++tried;
    }
    EXPECT_GT(tried, 0);
}

INSTANTIATE_TEST_SUITE_P(Networks, OnnxByPyTorch,
                         ::testing::Values("iresnet", "mobilefacenet", "vit", "convnext", "swin", "variety", "fixed_",
                                           "no_shapes", "unfolded", "half", "shared", "channels_last", "external", "pair",
                                           "function", "slope_"));

TEST(OnnxOutputs, HaveNamesAndPlaces) {
    SKIP_WITHOUT_PYTORCH();
    NetworkDescriptor d = descriptor("pair", 64);
    const auto unitLength = [&] {
        auto network = startNetwork(d, hostOptions());
        EXPECT_TRUE(network) << network.error().message;
        return network && (*network)->descriptor().normalised;
    };
    EXPECT_TRUE(unitLength()) << "the only one of 64 numbers";
    d.featureOutput = "0";
    d.normOutput = "1";
    EXPECT_FALSE(unitLength());
    d.featureOutput = "embedding";
    const auto refused = startNetwork(d, hostOptions());
    ASSERT_FALSE(refused);
    EXPECT_NAMES(refused.error().message,
                 "has no output “embedding”, which its descriptor names; it returns “unit” (16 × 64)");
}

TEST(OnnxLayers, AreListedWithTheirShapesAndCanBeTaken) {
    SKIP_WITHOUT_PYTORCH();
    NetworkDescriptor d = descriptor("iresnet", 64);
    const auto layers = networkLayers(d, hostOptions());
    ASSERT_TRUE(layers) << layers.error().message;
    EXPECT_EQ(layers->back().name, "feature");
    EXPECT_EQ(layers->back().shape, (std::vector<std::int64_t>{1, 64}));
    const auto slopes = std::ranges::find(*layers, std::string("PRelu"), &NetworkLayer::kind);
    ASSERT_NE(slopes, layers->end());
    EXPECT_EQ(slopes->shape, (std::vector<std::int64_t>{1, 16, 112, 112}));
    // The input of the last node, a product with the weights, is the layer before the features.
    const auto flat = std::ranges::find(*layers, std::string("Flatten"), &NetworkLayer::kind);
    ASSERT_NE(flat, layers->end());
    d.innerLayer = flat->name;
    d.dimension = static_cast<int>(flat->shape[1]);
    auto network = startNetwork(d, hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const auto inner = (*network)->forward(crops());
    ASSERT_TRUE(inner);
    EXPECT_EQ(inner->cols(), 128 * 49);
    EXPECT_GT((inner->row(0) - inner->row(1)).norm(), 1e-3F);
    NetworkDescriptor together = descriptor("iresnet", 64 + 128 * 49);
    together.layersTogether = {"feature", flat->name};
    auto both = startNetwork(together, hostOptions());
    ASSERT_TRUE(both) << both.error().message;
    const auto joined = (*both)->forward(crops());
    ASSERT_TRUE(joined) << joined.error().message;
    EXPECT_TRUE(joined->rightCols(128 * 49).isApprox(*inner, 1e-5F));
    EXPECT_GT((joined->leftCols(64).row(0) - joined->leftCols(64).row(1)).norm(), 1e-3F);
    d.innerLayer = "nowhere";
    EXPECT_NAMES(startNetwork(d, hostOptions()).error().message, "it has no layer “nowhere”");
}

/// What exporters take apart is computed as one; a value from inside of it can be taken all the same.
TEST(OnnxLayers, InsideWhatIsComputedAsOneCanBeTaken) {
    SKIP_WITHOUT_PYTORCH();
    const NetworkDescriptor d = descriptor("vit", 64);
    const auto layers = networkLayers(d, hostOptions());
    ASSERT_TRUE(layers) << layers.error().message;
    for (const char* kind : {"Erf", "Sqrt", "ReduceMean", "Pow", "MatMul"}) {
        const auto found = std::ranges::find(*layers, std::string(kind), &NetworkLayer::kind);
        ASSERT_NE(found, layers->end()) << kind;
        NetworkDescriptor inner = d;
        inner.innerLayer = found->name;
        inner.dimension = 1;
        for (const std::int64_t side : found->shape) inner.dimension *= static_cast<int>(side);
        auto network = startNetwork(inner, hostOptions());
        ASSERT_TRUE(network) << network.error().message;
        EXPECT_TRUE((*network)->forward(crops()));
    }
}
