#include "core/view/mosaic_figure.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/image/encode.h"

namespace facespace {
namespace {

TEST(Mosaic, ShowsFacesFromTheOriginOutwards) {
    const auto folder = std::filesystem::temp_directory_path() / "mosaic_figure_test";
    std::filesystem::create_directories(folder);
    Image grey;
    grey.width = grey.height = 24;
    grey.pixels.assign(24 * 24 * 3, 128);
    ASSERT_TRUE(writePng(grey, folder / "face.png"));
    Snapshot snapshot;
    snapshot.projectFile = folder / "m.facespace";
    snapshot.images.root = folder;
    auto set = std::make_shared<FeatureSet>();
    set->network.id = NetworkId{1};
    set->network.name = "A";
    for (int i = 0; i < 40; ++i) {
        ImageRecord record;
        record.path = i == 0 ? "gone.png" : "face.png";
        record.identity = "p";
        snapshot.images.images.push_back(record);
        snapshot.imageIds.push_back(ImageId{i + 1});
        set->distance.push_back(static_cast<float>(i));
    }
    set->features = FeatureMatrix::Constant(40, 2, 1.0F);
    set->count = 40;
    snapshot.tags.resize(40);
    snapshot.featureSets.push_back(set);
    const DataTable table = buildDataTable(snapshot);
    MosaicRequest request;
    request.percentiles = {0, 50, 100};
    request.perPercentile = 4;
    const auto figure = mosaicFigure(snapshot, table, request, {});
    ASSERT_TRUE(figure) << figure.error().message;
    std::size_t pictures = 0, squares = 0;
    bool range = false;
    const figure::Drawing drawing = figure::layOut(*figure);
    for (const auto& mark : drawing.marks) {
        if (const auto* picture = std::get_if<figure::Picture>(&mark)) {
            ++pictures;
            EXPECT_LE(picture->to.right(), drawing.width);
            EXPECT_LE(picture->to.bottom(), drawing.height);
        }
        squares += std::holds_alternative<figure::Path>(mark) ? 1 : 0;
        if (const auto* text = std::get_if<figure::Text>(&mark)) range |= text->text == "36 – 39";
    }
    EXPECT_EQ(pictures, 11U);
    EXPECT_EQ(squares, 1U) << "the image that is gone";
    EXPECT_TRUE(range);
    request.column = "depth";
    const auto missing = mosaicFigure(snapshot, table, request, {});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("distance[A]"), std::string::npos);
    JobContext stopped;
    stopped.cancel.cancel();
    request.column.clear();
    EXPECT_EQ(mosaicFigure(snapshot, table, request, stopped).error().code, ErrorCode::kCancelled);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace facespace
