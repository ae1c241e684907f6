#include "core/compute/duplicates.h"

#include <gtest/gtest.h>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/dataset/import.h"
#include "core/features/feature_io.h"
#include "core/image/encode.h"
#include "core/image/resize.h"
#include "tests/data_folder.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;
namespace fs = std::filesystem;

/// Blobs in places of its own: no two seeds are alike.
Image scene(int seed) {
    boost::random::mt19937 random(static_cast<unsigned>(seed));
    boost::random::uniform_int_distribution<int> byte(20, 230);
    Image coarse{9, 9, {}};
    for (int i = 0; i < 9 * 9 * 3; ++i) coarse.pixels.push_back(static_cast<std::uint8_t>(byte(random)));
    return resized(coarse, 120, 120);
}
Image brighter(Image image) {
    for (std::uint8_t& p : image.pixels) p = static_cast<std::uint8_t>(std::min(255, p + 20));
    return image;
}
void writeJpeg(const Image& image, int quality, const fs::path& file) {
    const auto bytes = must(encodeJpeg(image, quality));
    std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

/// A snapshot of images and features that were put together by hand.
Snapshot handMade(ImageSet images, FeatureMatrix features) {
    Snapshot snapshot;
    auto set = std::make_shared<FeatureSet>();
    set->network.id = NetworkId{1};
    set->network.name = "net";
    set->features = std::move(features);
    snapshot.featureSets = {set};
    snapshot.images = std::move(images);
    return snapshot;
}
Duplicates found(const Snapshot& snapshot, const DuplicateOptions& options = {}) {
    return must(findDuplicates(snapshot, must(gather(snapshot, {})), options, {}));
}
std::set<std::pair<std::int64_t, std::int64_t>> pairsOf(const Duplicates& duplicates, DuplicateKind kind) {
    std::set<std::pair<std::int64_t, std::int64_t>> pairs;
    for (const DuplicatePair& p : duplicates.pairs)
        if (p.kind == kind) pairs.emplace(p.a, p.b);
    return pairs;
}

class DuplicatesOf : public test::PlantedProject {
  protected:
    /// 20 scenes; then 0 … 3 again as a copy, saved as JPEG, half as large and brighter.
    Snapshot planted() {
        ImageSet set;
        set.root = dir;
        const auto add = [&](const std::string& name, const std::string& identity) {
            ImageRecord image;
            image.path = name;
            image.identity = identity;
            set.images.push_back(std::move(image));
        };
        for (int i = 0; i < 20; ++i) {
            must(writePng(scene(i), dir / ("a" + std::to_string(i) + ".png")));
            add("a" + std::to_string(i) + ".png", "person " + std::to_string(i / 4));
        }
        fs::copy_file(dir / "a0.png", dir / "copy.png");
        writeJpeg(scene(1), 60, dir / "saved.jpg");
        must(writePng(resized(scene(2), 60, 60), dir / "small.png"));
        must(writePng(brighter(scene(3)), dir / "brighter.png"));
        for (const char* name : {"copy.png", "saved.jpg", "small.png", "brighter.png"}) add(name, "another name");
        boost::random::mt19937_64 random(2);
        boost::random::normal_distribution<float> normal;
        FeatureMatrix x(24, 32);
        for (float& v : x.reshaped()) v = normal(random);
        for (int i = 0; i < 4; ++i)
            for (int j = 0; j < 32; ++j) x(20 + i, j) = x(i, j) + (i == 0 ? 0 : 0.15F) * normal(random);
        // Two different pictures whose features are much alike, and two whose features are the same.
        for (int j = 0; j < 32; ++j) x(11, j) = x(10, j) + 0.25F * normal(random), x(13, j) = x(12, j);
        return handMade(std::move(set), std::move(x));
    }
};

TEST_F(DuplicatesOf, AreCopiesSavedAgainShrunkAndBrighter) {
    Snapshot snapshot = planted();
    const Duplicates d = found(snapshot);
    using Pairs = std::set<std::pair<std::int64_t, std::int64_t>>;
    EXPECT_EQ(pairsOf(d, DuplicateKind::kSamePixels), (Pairs{{0, 20}}));
    EXPECT_EQ(pairsOf(d, DuplicateKind::kSamePicture), (Pairs{{1, 21}, {2, 22}, {3, 23}}));
    EXPECT_EQ(pairsOf(d, DuplicateKind::kAlikeFeatures), (Pairs{{12, 13}})) << "not 10 and 11, which are other pictures";
    EXPECT_EQ(d.pairs.front().kind, DuplicateKind::kSamePixels) << "the surest first";
    for (const DuplicatePair& p : d.pairs) EXPECT_EQ(p.hashDistance <= 10, p.kind != DuplicateKind::kAlikeFeatures);
    EXPECT_TRUE(d.notes.empty());
    // Without files features alone speak.
    snapshot.images.root.clear();
    const Duplicates blind = found(snapshot);
    EXPECT_TRUE(pairsOf(blind, DuplicateKind::kSamePixels).empty());
    EXPECT_TRUE(pairsOf(blind, DuplicateKind::kAlikeFeatures).contains({0, 20}));
    EXPECT_EQ(blind.pairs.front().hashDistance, -1);
}

TEST_F(DuplicatesOf, FramesOfOneVideoAreNone) {
    Snapshot snapshot = planted();
    for (const std::size_t row : {0U, 20U}) {
        snapshot.images.images[row].video = "v";
        snapshot.images.images[row].identity = "person 0";
    }
    EXPECT_TRUE(pairsOf(found(snapshot), DuplicateKind::kSamePixels).empty());
}

TEST_F(DuplicatesOf, SoManyPicturesAreLookedAt) {
    const Snapshot snapshot = planted();
    const Duplicates d = found(snapshot, {.mostPictures = 1});
    ASSERT_EQ(d.notes.size(), 1U);
    EXPECT_NE(d.notes[0].find("the 1 most alike were compared as pictures"), std::string::npos) << d.notes[0];
}

TEST_F(DuplicatesOf, ANetworkToWhichAllAreAlikeTellsNone) {
    Snapshot snapshot = planted();
    auto set = std::make_shared<FeatureSet>(*snapshot.featureSets.front());
    set->features.array() += 40;
    snapshot.featureSets = {set};
    const Duplicates d = found(snapshot);
    EXPECT_TRUE(pairsOf(d, DuplicateKind::kAlikeFeatures).empty());
    EXPECT_EQ(pairsOf(d, DuplicateKind::kSamePixels).size(), 1U) << "pictures tell all the same";
    ASSERT_FALSE(d.notes.empty());
    EXPECT_NE(d.notes[0].find("features alone do not tell"), std::string::npos) << d.notes[0];
}

TEST_F(DuplicatesOf, RealFacesHaveThoseThatArePutIn) {
    const fs::path data = testing_support::realDataFolder();
    if (data.empty()) GTEST_SKIP() << "no real faces here";
    ImportOptions options;
    options.manifest = data / "sets" / "pointing04_dev" / "labels.csv";
    ImageSet set = must(importImageSet(options)).set;
    FeatureMatrix x = must(readFeatures(data / "reference_features" / "pointing04_dev.mobilefacenet_ms1m_128d.npy"));
    const auto before = found(handMade(set, x));
    EXPECT_TRUE(pairsOf(before, DuplicateKind::kSamePixels).empty()) << "no picture of this part is there twice";
    std::printf("Pointing'04, as it is: %zu pairs of the same picture in other pixels\n", before.pairs.size());
    // 29 of them again under other names.
    const Eigen::Index n = x.rows();
    FeatureMatrix more(n + 29, x.cols());
    more.topRows(n) = x;
    std::set<std::pair<std::int64_t, std::int64_t>> planted;
    Eigen::Index from = 0;
    for (int k = 0; k < 29; ++k, from += 50) {
        while (!x.row(from).allFinite()) ++from;
        ImageRecord again = set.images[static_cast<std::size_t>(from)];
        again.identity = "someone else";
        set.images.push_back(std::move(again));
        more.row(n + k) = x.row(from);
        planted.emplace(from, n + k);
    }
    const auto after = found(handMade(set, more));
    EXPECT_EQ(pairsOf(after, DuplicateKind::kSamePixels), planted) << "recall and precision 1";
    EXPECT_EQ(after.pairs.size(), before.pairs.size() + 29);
}

}  // namespace
}  // namespace facespace
