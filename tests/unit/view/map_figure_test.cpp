#include "core/view/map_figure.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/figure/write.h"
#include "core/image/encode.h"
#include "core/view/face_pictures.h"
#include "core/view/map_data.h"
#include "core/view/map_points.h"

namespace facespace {
namespace {

using figure::Dots;
using figure::Drawing;
using figure::Text;

/// 200 images of 10 people in a ring of ten groups, with files on disk; features imported under the name A.
class MapFigureTest : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("map_figure_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::create_directories(folder_);
        snapshot_.projectFile = folder_ / "ring.facespace";
        snapshot_.images.root = folder_;
        auto set = std::make_shared<FeatureSet>();
        set->network.id = NetworkId{1};
        set->network.name = "A";
        MapRecord map;
        map.id = MapId{1};
        map.network = NetworkId{1};
        map.name = "tsne 2-D A";
        map.method = "tsne";
        map.parametersJson = R"({"perplexity":30,"seed":17})";
        map.coordinates.resize(200, 2);
        for (int i = 0; i < 200; ++i) {
            ImageRecord record;
            record.path = "face.png";
            record.identity = "person " + std::to_string(i % 10);
            snapshot_.images.images.push_back(record);
            snapshot_.imageIds.push_back(ImageId{i + 1});
            const double angle = 0.628 * (i % 10), wobble = 0.1 * (i / 10 % 5);
            map.coordinates(i, 0) = static_cast<float>(10 * std::cos(angle) + wobble);
            map.coordinates(i, 1) = static_cast<float>(10 * std::sin(angle) + 0.1 * (i / 50));
            set->distance.push_back(static_cast<float>(i));
        }
        set->features = FeatureMatrix::Constant(200, 2, 1.0F);
        set->count = 200;
        map.coordinates.row(7).setConstant(std::nanf(""));
        snapshot_.tags.resize(200);
        snapshot_.featureSets.push_back(set);
        snapshot_.maps.push_back(map);
        table_ = buildDataTable(snapshot_);
        Image face;
        face.width = face.height = 32;
        face.pixels.resize(32 * 32 * 3);
        for (std::size_t i = 0; i < face.pixels.size(); ++i) face.pixels[i] = i / 6 % 2 == 0 ? 0 : 255;
        ASSERT_TRUE(writePng(face, folder_ / "face.png"));
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::shared_ptr<const MapFigureData> data(MapRequest request = {}) const {
        auto made = mapFigureData(snapshot_, table_, request);
        EXPECT_TRUE(made) << made.error().message;
        return std::make_shared<const MapFigureData>(std::move(*made));
    }
    Drawing draw(const MapRequest& request, const MapFigureSpec& spec) const {
        const auto drawing = drawMap(snapshot_, data(request), spec, 100, {});
        EXPECT_TRUE(drawing);
        return *drawing;
    }

    std::filesystem::path folder_;
    Snapshot snapshot_;
    DataTable table_;
};

template <class T>
std::vector<T> marksOf(const Drawing& drawing) {
    std::vector<T> found;
    for (const auto& mark : drawing.marks) {
        if (const auto* m = std::get_if<T>(&mark)) found.push_back(*m);
    }
    return found;
}

bool says(const Drawing& drawing, const std::string& words) {
    const auto texts = marksOf<Text>(drawing);
    return std::any_of(texts.begin(), texts.end(), [&](const Text& t) { return t.text.find(words) != std::string::npos; });
}

TEST_F(MapFigureTest, EveryImageWithAPlaceIsAPointInItsColour) {
    const Drawing drawing = draw({}, {});
    const auto dots = marksOf<Dots>(drawing);
    ASSERT_FALSE(dots.empty());
    EXPECT_EQ(dots[0].centres.size(), 199U);
    EXPECT_TRUE(says(drawing, "Distance from"));
    EXPECT_TRUE(says(drawing, "perplexity 30")) << "the note on scale";
    const auto has = [&](const char* key, const std::string& value) {
        return std::find(drawing.provenance.begin(), drawing.provenance.end(),
                         std::pair<std::string, std::string>(key, value)) != drawing.provenance.end();
    };
    EXPECT_TRUE(has("Network", "A"));
    EXPECT_TRUE(has("Network SHA-256", "imported features"));
    EXPECT_TRUE(has("Parameters", R"({"perplexity":30,"seed":17})"));
    EXPECT_TRUE(has("Colour", "distance[A]"));
}

TEST_F(MapFigureTest, SelectedPointsAreOutlinedOverPaleOnes) {
    MapRequest request;
    request.selected = {0, 10, 20};
    const auto dots = marksOf<Dots>(draw(request, {}));
    ASSERT_GE(dots.size(), 2U);
    EXPECT_EQ(dots[0].centres.size(), 196U);
    EXPECT_EQ(dots[1].centres.size(), 3U);
    EXPECT_TRUE(dots[1].rim.has_value());
    MapFigureSpec plain;
    plain.selection = false;
    EXPECT_EQ(marksOf<Dots>(draw(request, plain))[0].centres.size(), 199U);
}

TEST_F(MapFigureTest, FilteredOutPointsAreLeftOutOrPale) {
    MapRequest request;
    request.passes.assign(200, 0);
    for (std::size_t i = 0; i < 50; ++i) request.passes[i] = 1;
    request.filter = "distance < 50";
    MapFigureSpec alone;
    alone.note = false;  // It would break the line.
    const Drawing drawing = draw(request, alone);
    EXPECT_EQ(marksOf<Dots>(drawing)[0].centres.size(), 49U);
    EXPECT_TRUE(says(drawing, "50 of 200 images"));
    MapFigureSpec dim;
    dim.dimFiltered = true;
    EXPECT_EQ(marksOf<Dots>(draw(request, dim))[0].centres.size(), 150U);
}

TEST_F(MapFigureTest, NamesStandOnTheirGroupsAndDoNotTouch) {
    MapRequest request;
    request.colouring.key = "identity";
    MapFigureSpec spec;
    spec.labels = MapLabels::kAll;
    spec.legend = figure::LegendPlace::kNone;
    spec.note = false;
    const auto texts = marksOf<Text>(draw(request, spec));
    EXPECT_EQ(texts.size(), 10U);
    for (std::size_t a = 0; a < texts.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const bool apart = std::abs(texts[a].at.x - texts[b].at.x) > 20 || std::abs(texts[a].at.y - texts[b].at.y) > 5;
            EXPECT_TRUE(apart) << texts[a].text << " and " << texts[b].text;
        }
    }
    spec.privacy = true;
    for (const Text& text : marksOf<Text>(draw(request, spec))) EXPECT_EQ(text.text.find("person"), std::string::npos);
    spec.legend = figure::LegendPlace::kAuto;
    request.filter = "identity == \"person 3\"";
    const auto svg = figure::encode(draw(request, spec), figure::Format::kSvg);
    ASSERT_TRUE(svg);
    EXPECT_EQ(svg->find("person"), std::string::npos) << "not in the metadata either";
    spec.privacy = false;
    EXPECT_NE(figure::encode(draw(request, spec), figure::Format::kSvg)->find("person 3"), std::string::npos);
}

TEST_F(MapFigureTest, FacesDoNotCoverOneAnotherAndPrivacyBlursThem) {
    MapFigureSpec spec;
    spec.thumbnails = 30;
    spec.legend = figure::LegendPlace::kNone;
    const auto contrast = [](const Image& image) {
        const auto [low, high] = std::minmax_element(image.pixels.begin(), image.pixels.end());
        return *high - *low;
    };
    const auto pictures = marksOf<figure::Picture>(draw({}, spec));
    ASSERT_GE(pictures.size(), 5U);
    EXPECT_LE(pictures.size(), 30U);
    for (std::size_t a = 0; a < pictures.size(); ++a) {
        EXPECT_GT(contrast(*pictures[a].image), 120);
        for (std::size_t b = 0; b < a; ++b) EXPECT_FALSE(pictures[a].to.overlaps(pictures[b].to));
    }
    spec.privacy = true;
    for (const auto& picture : marksOf<figure::Picture>(draw({}, spec))) EXPECT_LT(contrast(*picture.image), 60);
}

TEST_F(MapFigureTest, ARadialMapHasRingsAtItsDistances) {
    auto radial = *data();
    radial.radial = true;
    const auto drawing = figure::layOut(mapFigure(std::make_shared<const MapFigureData>(radial), {}));
    EXPECT_TRUE(says(drawing, "5"));
    EXPECT_TRUE(says(drawing, "10"));
}

TEST_F(MapFigureTest, WhatThereIsNotIsSaidWithWhatThereIs) {
    MapRequest request;
    request.colouring.key = "yow";
    auto missing = mapFigureData(snapshot_, table_, request);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
    EXPECT_NE(missing.error().message.find("identity"), std::string::npos);
    request = {};
    request.name = "umap";
    missing = mapFigureData(snapshot_, table_, request);
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("tsne 2-D A"), std::string::npos);
    Snapshot none = snapshot_;
    none.maps.clear();
    EXPECT_EQ(mapFigureData(none, table_, {}).error().code, ErrorCode::kInvalid);
}

TEST_F(MapFigureTest, ThreeDimensionsFadeAndHaveAxes) {
    Embedding deep(200, 3);
    deep.leftCols(2) = snapshot_.maps[0].coordinates;
    for (int i = 0; i < 200; ++i) deep(i, 2) = static_cast<float>(i % 7);
    snapshot_.maps[0].coordinates = deep;
    snapshot_.maps[0].method = "pca";
    table_ = buildDataTable(snapshot_);
    MapRequest request;
    request.colouring.key = "none";
    MapFigureSpec spec;
    spec.camera.dims = 3;
    spec.camera.rotate(-32, 22, MapViewport{180, 180});
    const Drawing drawing = draw(request, spec);
    const auto dots = marksOf<Dots>(drawing);
    EXPECT_EQ(dots[0].centres.size(), 199U);
    EXPECT_FALSE(
        std::all_of(dots[0].colours.begin(), dots[0].colours.end(), [&](Rgb c) { return c == dots[0].colours[0]; }));
    for (const char* axis : {"PC 1", "PC 2", "PC 3"}) EXPECT_TRUE(says(drawing, axis));
}

TEST(MapOrder, GreyLiesUnderTheRestAndMissingRowsAreLeftOut) {
    Embedding map = Embedding::Random(6, 2);
    map(2, 0) = std::nanf("");
    const std::vector<std::uint8_t> rgb{9, 9, 9, 200, 0, 0, 200, 0, 0, 9, 9, 9, 0, 200, 0, 9, 9, 9};
    const auto order = mapPaintOrder(map, rgb, Rgb{9, 9, 9}, MapCamera());
    ASSERT_EQ(order.size(), 5U);
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(order[static_cast<std::size_t>(i)] % 3 != 1 && order[static_cast<std::size_t>(i)] != 4);
    EXPECT_TRUE(order[3] == 1 || order[3] == 4);
}

}  // namespace
}  // namespace facespace
