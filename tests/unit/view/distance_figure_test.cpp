#include "core/view/distance_figure.h"

#include <gtest/gtest.h>
#include <cmath>
#include <numeric>

namespace facespace {
namespace {

/// 300 images at distances 0 … 299, every third a video frame; image 5 has no feature.
Snapshot makeSnapshot() {
    Snapshot snapshot;
    snapshot.projectFile = "/p/line.facespace";
    auto set = std::make_shared<FeatureSet>();
    set->network.id = NetworkId{1};
    set->network.name = "A";
    for (int i = 0; i < 300; ++i) {
        ImageRecord record;
        record.path = std::to_string(i);
        record.identity = "person " + std::to_string(i % 30);
        record.media = i % 3 == 0 ? Media::kVideo : Media::kStill;
        snapshot.images.images.push_back(record);
        snapshot.imageIds.push_back(ImageId{i + 1});
        set->distance.push_back(i == 5 ? std::nanf("") : static_cast<float>(i));
    }
    set->features = FeatureMatrix::Constant(300, 2, 1.0F);
    set->count = 299;
    snapshot.tags.resize(300);
    snapshot.featureSets.push_back(set);
    return snapshot;
}

double total(const figure::Layer& layer) {
    const auto& counts = std::get<figure::Histogram>(layer).counts;
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

TEST(DistanceFigure, CountsEveryImageThatHasAFeature) {
    const Snapshot snapshot = makeSnapshot();
    const DataTable table = buildDataTable(snapshot);
    const auto figure = distanceFigure(snapshot, table, {});
    ASSERT_TRUE(figure) << figure.error().message;
    ASSERT_EQ(figure->charts.at(0).layers.size(), 1U);
    EXPECT_EQ(total(figure->charts[0].layers[0]), 299);
    DistanceRequest request;
    request.bins = 10;
    request.passes.assign(300, 0);
    for (std::size_t i = 100; i < 200; ++i) request.passes[i] = 1;
    const auto part = distanceFigure(snapshot, table, request);
    ASSERT_TRUE(part);
    const auto& histogram = std::get<figure::Histogram>(part->charts[0].layers[0]);
    EXPECT_EQ(histogram.counts, std::vector<double>(10, 10.0)) << "uniform, ends included";
    EXPECT_EQ(histogram.edges.front(), 100);
    EXPECT_EQ(histogram.edges.back(), 199);
}

TEST(DistanceFigure, GroupsAreComparedByTheirShares) {
    const Snapshot snapshot = makeSnapshot();
    DistanceRequest request;
    request.groupBy = "media";
    const auto figure = distanceFigure(snapshot, buildDataTable(snapshot), request);
    ASSERT_TRUE(figure) << figure.error().message;
    ASSERT_EQ(figure->charts[0].layers.size(), 2U);
    for (const auto& layer : figure->charts[0].layers) EXPECT_NEAR(total(layer), 100, 1e-9);
    EXPECT_EQ(std::get<figure::Histogram>(figure->charts[0].layers[1]).label, "video (100)");
}

TEST(DistanceFigure, PrivacyGivesNumbersForNames) {
    Snapshot snapshot = makeSnapshot();
    for (std::size_t i = 0; i < 300; ++i) snapshot.images.images[i].identity = i % 2 == 0 ? "Ada" : "Bob";
    DistanceRequest request;
    request.groupBy = "identity";
    request.privacy = true;
    request.filter = "identity != \"Eve\"";
    const auto figure = distanceFigure(snapshot, buildDataTable(snapshot), request);
    ASSERT_TRUE(figure);
    EXPECT_EQ(std::get<figure::Histogram>(figure->charts[0].layers[0]).label, "1 (150)");
    for (const auto& [key, value] : figure->provenance) EXPECT_EQ(value.find("Eve"), std::string::npos) << key;
}

TEST(DistanceFigure, SaysWhatThereIsNot) {
    const Snapshot snapshot = makeSnapshot();
    const DataTable table = buildDataTable(snapshot);
    DistanceRequest request;
    request.groupBy = "identity";
    const auto many = distanceFigure(snapshot, table, request);
    ASSERT_FALSE(many);
    EXPECT_NE(many.error().message.find("media"), std::string::npos);
    request = {};
    request.network = "B";
    EXPECT_EQ(distanceFigure(snapshot, table, request).error().code, ErrorCode::kNotFound);
    request = {};
    request.passes.assign(300, 0);
    EXPECT_EQ(distanceFigure(snapshot, table, request).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace facespace
