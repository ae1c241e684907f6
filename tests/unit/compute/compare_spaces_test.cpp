#include "core/compute/compare_spaces.h"

#include <gtest/gtest.h>
#include <cmath>
#include <numbers>

#include "core/compute/analysis_tables.h"
#include "core/features/norms.h"

namespace facespace {
namespace {

constexpr int kCount = 40;

/// Images on a circle in steps, nearest to their neighbours in the order; `order` says which image is at which step, and
/// lengths rise with the step.
std::shared_ptr<FeatureSet> circle(int id, const std::vector<int>& order) {
    auto set = std::make_shared<FeatureSet>();
    set->network.id = NetworkId{id};
    set->network.name = id == 1 ? "A" : "B";
    set->features = FeatureMatrix(kCount, 2);
    for (int step = 0; step < kCount; ++step) {
        const double angle = 2 * std::numbers::pi * step / kCount, length = 10 + step;
        set->features.row(order[static_cast<std::size_t>(step)]) << static_cast<float>(length * std::cos(angle)),
            static_cast<float>(length * std::sin(angle));
    }
    set->distance = distancesFromOrigin(set->features);
    set->count = kCount;
    return set;
}

class CompareSpaces : public testing::Test {
  protected:
    void SetUp() override {
        for (int r = 0; r < kCount; ++r) {
            snapshot.images.images.emplace_back();
            straight.push_back(r);
            backwards.push_back(kCount - 1 - r);
        }
    }
    void give(const std::vector<int>& first, const std::vector<int>& second) {
        snapshot.featureSets = {circle(1, first), circle(2, second)};
        snapshot.maps.clear();
        for (int id : {1, 2}) {
            MapRecord map;
            map.id = MapId{id};
            map.network = NetworkId{id};
            map.name = "map " + std::to_string(id);
            map.coordinates = snapshot.featureSets[static_cast<std::size_t>(id - 1)]->features;
            snapshot.maps.push_back(map);
        }
    }
    Result<Comparison> compare(int k = 4) { return compareSpaces(snapshot, {{MapId{1}, {}}, {MapId{2}, {}}, {}, k}, {}); }
    Snapshot snapshot;
    std::vector<int> straight, backwards;
};

TEST_F(CompareSpaces, TheSameOrderBackwardsKeepsNeighboursAndTurnsTheDistances) {
    give(straight, backwards);
    const auto result = compare();
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->ofNetworks);
    EXPECT_EQ(result->first, "A");
    EXPECT_EQ(result->images, kCount);
    EXPECT_NEAR(result->meanShared, 1, 1e-6);
    EXPECT_NEAR(result->byChance, 4.0 / (kCount - 1), 1e-12);
    EXPECT_NEAR(result->rho, -1, 1e-9);
    EXPECT_NEAR(result->firstRank.front(), 50.0 / kCount, 1e-12);
    EXPECT_NEAR(result->secondRank.front(), 100 - 50.0 / kCount, 1e-12);
}

TEST_F(CompareSpaces, AnImageThatMovedLosesItsNeighbours) {
    std::vector<int> moved = straight;
    std::swap(moved[0], moved[20]);  // Images 0 and 20 change places.
    give(straight, moved);
    const auto result = compare();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->shared[0], 0);
    EXPECT_EQ(result->shared[20], 0);
    EXPECT_EQ(result->shared[10], 1);
    // At step 1 is image 1, beside whose neighbours 0 was.
    EXPECT_FLOAT_EQ(result->shared[1], 0.75F);
    const std::vector<int> now(result->secondNeighbours.begin(), result->secondNeighbours.begin() + 4);
    for (const int row : now) EXPECT_NEAR(row, 20, 2);
}

TEST_F(CompareSpaces, ImagesThatOneLacksAreLeftOut) {
    give(straight, straight);
    auto set = std::make_shared<FeatureSet>(*snapshot.featureSets[1]);
    set->features.row(5).setConstant(std::nanf(""));
    set->distance[5] = std::nanf("");
    snapshot.featureSets[1] = set;
    const auto result = compare();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->images, kCount - 1);
    EXPECT_TRUE(std::isnan(result->shared[5]));
    EXPECT_TRUE(std::isnan(result->firstRank[5]));
    EXPECT_EQ(std::count(result->firstNeighbours.begin(), result->firstNeighbours.end(), 5), 0);
}

TEST_F(CompareSpaces, OnlyTheImagesAskedForTakePart) {
    give(straight, straight);
    const auto result =
        compareSpaces(snapshot, {{MapId{1}, {}}, {MapId{2}, {}}, std::vector<std::int64_t>{3, 4, 5, 6, 7, 8}, 2}, {});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->images, 6);
    EXPECT_TRUE(std::isnan(result->shared[9]));
    EXPECT_EQ(std::count(result->firstNeighbours.begin(), result->firstNeighbours.end(), 9), 0);
}

TEST_F(CompareSpaces, TwoMapsOfOneNetworkAreComparedOnTheMaps) {
    give(straight, straight);
    snapshot.maps[1].network = NetworkId{1};
    for (Eigen::Index row = 0; row < kCount; ++row) snapshot.maps[1].coordinates.row(row) << 0, static_cast<float>(row);
    const auto result = compare();
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->ofNetworks);
    EXPECT_EQ(result->second, "map 2");
    EXPECT_TRUE(result->firstRank.empty());
    EXPECT_GT(result->meanShared, 0.5);
}

TEST_F(CompareSpaces, SaysWhatItCannotCompare) {
    give(straight, straight);
    EXPECT_EQ(compareSpaces(snapshot, {{MapId{1}, {}}, {MapId{1}, {}}, {}, 4}, {}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(compareSpaces(snapshot, {{MapId{1}, {}}, {MapId{9}, {}}, {}, 4}, {}).error().code, ErrorCode::kNotFound);
    EXPECT_EQ(compareSpaces(snapshot, {{MapId{1}, {}}, {MapId{2}, {}}, {}, 400}, {})->k, kCount - 1);
    for (auto& map : snapshot.maps) map.coordinates.setConstant(std::nanf(""));
    snapshot.maps[1].network = NetworkId{1};
    EXPECT_EQ(compare().error().code, ErrorCode::kInvalid);
}

TEST_F(CompareSpaces, NetworksAreComparedWithoutMaps) {
    std::vector<int> moved = straight;
    std::swap(moved[3], moved[30]);
    give(straight, moved);
    const auto byMaps = compare();
    snapshot.maps.clear();
    const auto byNames = compareSpaces(snapshot, {{{}, NetworkId{1}}, {{}, NetworkId{2}}, {}, 4}, {});
    ASSERT_TRUE(byMaps);
    ASSERT_TRUE(byNames);
    EXPECT_EQ(byNames->shared, byMaps->shared);
    EXPECT_EQ(byNames->secondRank, byMaps->secondRank);
    EXPECT_EQ(byNames->tau, byMaps->tau);
    EXPECT_FALSE(byNames->firstMap);
    EXPECT_EQ(byMaps->secondMap, MapId{2});
    // Two of 40 changed places, 27 steps apart: each turns its 27 pairs with those between and with the other.
    EXPECT_NEAR(byNames->tau, 1 - 2.0 * (2 * 26 + 1) / (kCount * (kCount - 1) / 2), 1e-12);
    EXPECT_EQ(compareSpaces(snapshot, {{{}, NetworkId{1}}, {{}, NetworkId{1}}, {}, 4}, {}).error().code,
              ErrorCode::kInvalid);
    EXPECT_EQ(compareSpaces(snapshot, {{{}, NetworkId{1}}, {{}, NetworkId{7}}, {}, 4}, {}).error().code,
              ErrorCode::kNotFound);
}

TEST_F(CompareSpaces, OfTheMapsOfTwoNetworksThoseMadeAlikeAreShown) {
    give(straight, straight);
    snapshot.maps[0].method = snapshot.maps[1].method = "pca";
    MapRecord another = snapshot.maps[0];
    another.id = MapId{3};
    another.method = "tsne";
    snapshot.maps.push_back(another);
    const auto result = compareSpaces(snapshot, {{{}, NetworkId{1}}, {{}, NetworkId{2}}, {}, 4}, {});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->firstMap, MapId{1});
    EXPECT_EQ(result->secondMap, MapId{2});
    const auto own = compareSpaces(snapshot, {{{}, NetworkId{1}}, {MapId{3}, {}}, {}, 4}, {});
    ASSERT_FALSE(own);
    EXPECT_NE(own.error().message.find("a map of the network"), std::string::npos) << own.error().message;
}

TEST_F(CompareSpaces, NamesMeanNetworksOrMaps) {
    give(straight, straight);
    auto spaces = spacesNamed(snapshot, "B", "A");
    ASSERT_TRUE(spaces);
    EXPECT_EQ(spaces->first.network, NetworkId{2});
    EXPECT_FALSE(spaces->first.map);
    spaces = spacesNamed(snapshot, "", "");
    EXPECT_EQ(spaces->second.network, NetworkId{2});
    EXPECT_EQ(spacesNamed(snapshot, "", "A")->first.network, NetworkId{2});
    spaces = spacesNamed(snapshot, "map 1", "");
    EXPECT_EQ(spaces->second.map, MapId{2});
    const auto unknown = spacesNamed(snapshot, "A", "C");
    EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
    for (const char* there : {"“C”", "“B”", "“map 2”"})
        EXPECT_NE(unknown.error().message.find(there), std::string::npos) << unknown.error().message;
    snapshot.featureSets.pop_back();
    snapshot.maps.pop_back();
    EXPECT_NE(spacesNamed(snapshot, "", "").error().message.find("one network only"), std::string::npos);
    EXPECT_NE(spacesNamed(snapshot, "A", "").error().message.find("one network only"), std::string::npos);
    EXPECT_NE(spacesNamed(snapshot, "map 1", "").error().message.find("one map only"), std::string::npos);
}

TEST_F(CompareSpaces, TheTablesHoldWhatChanged) {
    std::vector<int> moved = straight;
    std::swap(moved[3], moved[30]);
    give(straight, moved);
    for (int r = 0; r < kCount; ++r) {
        snapshot.images.images[static_cast<std::size_t>(r)].path = std::to_string(r) + ".jpg";
        snapshot.images.images[static_cast<std::size_t>(r)].identity =
            r == 3 || r == 30 ? "moved" : "person " + std::to_string(r / 10);
    }
    auto set = std::make_shared<FeatureSet>(*snapshot.featureSets[1]);
    set->features.row(20).setConstant(std::nanf(""));
    set->distance[20] = std::nanf("");
    snapshot.featureSets[1] = set;
    const auto result = compare(4);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->lacking, 1);
    EXPECT_EQ(mostChanged(*result).front(), 3);
    const auto tables = makeTables(*result, snapshot, true);
    ASSERT_EQ(tables.size(), 4U);
    const Table &identities = tables[1], &images = tables[2], &neighbours = tables[3];
    EXPECT_EQ(std::get<std::string>(identities.rows.front()[0]), "moved");
    EXPECT_EQ(std::get<double>(identities.rows.front()[2]), 0);
    ASSERT_EQ(images.rows.size(), static_cast<std::size_t>(kCount)) << "the one that is lacking too";
    EXPECT_EQ(images.rows[20].back(), Table::Cell{});
    EXPECT_NEAR(std::get<double>(images.rows[20][2]), 30, 1e-5) << "it has a distance in the first";
    EXPECT_EQ(images.rows[20][3], Table::Cell{});
    EXPECT_EQ(std::get<double>(images.rows[3][6]), result->secondRank[3] - result->firstRank[3]);
    EXPECT_EQ(neighbours.rows.size(), static_cast<std::size_t>((kCount - 1) * 4));
    const SharedCounts shares = sharedCounts(*result);
    ASSERT_EQ(shares.counts.size(), 5U) << "0, 1, 2, 3 or 4 of 4 in common";
    EXPECT_EQ(shares.counts.front(), 2);
}

}  // namespace
}  // namespace facespace
