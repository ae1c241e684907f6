#include "core/project/data_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "core/features/feature_io.h"
#include "core/project/export.h"
#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using test::must;
using test::ProjectTest;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class DataTableTest : public ProjectTest {
  protected:
    Snapshot smallSnapshot() {
        Snapshot s;
        s.images = makeSet("/x", 3);
        s.images.images[1].path = "a \"b\", c.jpg";
        s.images.images[0].yawDeg = -15;
        s.images.images[2].yawDeg = 12.3;
        s.images.images[2].media = Media::kVideo;
        s.images.metadataColumns = {"age", "code", "camera", "identity"};
        s.images.images[0].metadata = {"31", "007", "Nikon", "other"};
        s.images.images[1].metadata = {"", "008", "", ""};
        s.images.images[2].metadata = {"-2.5", "", "Canon", ""};
        s.imageIds = {{1}, {2}, {3}};
        s.tags = {{"a", "b", "keep"}, {"reject"}, {}};
        auto set = std::make_shared<FeatureSet>();
        set->network = makeNetwork("A", 2);
        set->network.id = {4};
        set->distance = {1.1F, kNan, 20};
        s.featureSets.push_back(set);
        s.predictions.push_back({{4}, "age", "", "manifest", "", "", {1, 2, 3}, {kNan, kNan, kNan}});
        s.predictions.push_back({{4}, "pitch", "deg", "manifest", "", "", {1, 2, 3}, {kNan, kNan, kNan}});
        s.predictions.push_back({{4}, "yaw", "deg", "manifest", "", "", {-10, kNan, 13}, {-15, 2, kNan}});
        MapRecord map{{1}, {4}, "pca 3-D A", "pca", "{}", "", Embedding(3, 3)};
        map.coordinates << 1, 2, 3, kNan, kNan, kNan, 7, 8, 9.5F;
        s.maps.push_back(map);
        return s;
    }
};

TEST_F(DataTableTest, ColumnsComeInTheStatedOrderWithTheStatedKinds) {
    const DataTable table = buildDataTable(smallSnapshot());
    std::vector<std::string> keys;
    for (const Column& c : table.columns) keys.push_back(c.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"path", "identity", "media", "yaw", "age", "code", "camera", "identity (2)",
                                              "decision", "tags", "distance[A]", "predicted_yaw[A]", "yaw_error[A]",
                                              "predicted_pitch[A]", "predicted_age[A]", "map_x[pca 3-D A]",
                                              "map_y[pca 3-D A]", "map_z[pca 3-D A]"}));
    EXPECT_EQ(table.rows, 3U);
    EXPECT_EQ(table.find("none"), nullptr);
    EXPECT_EQ(table.find("path")->kind, Column::Kind::kText);
    EXPECT_EQ(table.find("age")->kind, Column::Kind::kNumber);
    EXPECT_TRUE(table.find("age")->isSigned && table.find("yaw")->isSigned && table.find("yaw_error[A]")->isSigned);
    EXPECT_FALSE(table.find("distance[A]")->isSigned);
    EXPECT_EQ(table.find("code")->kind, Column::Kind::kCategory);  // "007" is not seven
    EXPECT_EQ(table.find("camera")->levels, (std::vector<std::string>{"Canon", "Nikon"}));
    EXPECT_EQ(table.find("camera")->codes, (std::vector<std::int32_t>{1, -1, 0}));
    EXPECT_EQ(table.find("tags")->text(0), "a; b") << "a decision is no tag";
    EXPECT_EQ(table.find("tags")->text(1), "");
    EXPECT_EQ(table.find("decision")->text(0), "keep");
    EXPECT_EQ(table.find("decision")->text(1), "reject");
    EXPECT_EQ(table.find("yaw")->unit, "deg");
    EXPECT_EQ(table.find("yaw_error[A]")->numbers[0], 5);
    EXPECT_TRUE(table.find("yaw_error[A]")->missing(2));
    EXPECT_EQ(table.find("distance[A]")->text(0), "1.1");
    EXPECT_EQ(table.find("yaw")->text(2), "12.3");
    EXPECT_EQ(table.find("yaw")->text(1), "");
    EXPECT_EQ(table.find("map_z[pca 3-D A]")->text(2), "9.5");
}

TEST_F(DataTableTest, FacesAreTheLastColumnsAsAManifestHasThem) {
    Snapshot s = smallSnapshot();
    s.images.metadataColumns[2] = "box_w";  // The analyst's own column keeps its name.
    ImageRecord& found = s.images.images[1];
    found.box = FaceBox{10, 20.5F, 30, 40};
    found.landmarks = Landmarks{{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}}};
    found.detected = true;
    found.detectorScore = 0.875F;
    s.images.images[2].landmarkYawDeg = -12.5F;
    const DataTable table = buildDataTable(s);
    std::vector<std::string> keys;
    for (const Column& c : table.columns) keys.push_back(c.key);
    const auto first = std::ranges::find(keys, "box_x");
    ASSERT_NE(first, keys.end());
    EXPECT_EQ(std::vector<std::string>(first, keys.end()),
              (std::vector<std::string>{"box_x", "box_y", "box_w (2)", "box_h", "detector_score", "landmark_yaw", "lm_x1",
                                        "lm_y1", "lm_x2", "lm_y2", "lm_x3", "lm_y3", "lm_x4", "lm_y4", "lm_x5", "lm_y5"}));
    EXPECT_EQ(table.find("box_y")->text(1), "20.5");
    EXPECT_TRUE(table.find("box_y")->missing(0));
    EXPECT_EQ(table.find("box_h")->numbers[1], 40);
    EXPECT_EQ(table.find("detector_score")->numbers[1], 0.875);
    EXPECT_EQ(table.find("lm_y3")->numbers[1], 6);
    EXPECT_EQ(table.find("landmark_yaw")->numbers[2], -12.5);
    EXPECT_TRUE(table.find("landmark_yaw")->isSigned);
    EXPECT_TRUE(table.find("box_x")->isPlace && table.find("lm_x1")->isPlace);
    EXPECT_FALSE(table.find("box_h")->isPlace || table.find("detector_score")->isPlace);
}

TEST_F(DataTableTest, NumbersReadBackToTheSameFloat) {
    std::mt19937 rng(4);
    Column c;
    c.kind = Column::Kind::kNumber;
    for (int i = 0; i < 2000; ++i) {
        const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(rng()));
        c.numbers = {static_cast<double>(value)};
        if (std::isnan(value)) continue;
        EXPECT_EQ(std::strtof(c.text(0).c_str(), nullptr), value);
        EXPECT_LE(c.text(0).size(), 17U);
    }
}

TEST_F(DataTableTest, CsvIsRfc4180) {
    must(writeCsv(buildDataTable(smallSnapshot()), dir / "t.csv"));
    EXPECT_EQ(contentOf(dir / "t.csv"),
              "path,identity,media,yaw,age,code,camera,identity (2),decision,tags,distance[A],predicted_yaw[A],yaw_error[A],"
              "predicted_pitch[A],predicted_age[A],map_x[pca 3-D A],map_y[pca 3-D A],map_z[pca 3-D A]\r\n"
              "img0.jpg,person 0,,-15,31,007,Nikon,other,keep,a; b,1.1,-10,5,1,1,1,2,3\r\n"
              "\"a \"\"b\"\", c.jpg\",person 1,,,,008,,,reject,,,,,2,2,,,\r\n"
              "img2.jpg,person 2,video,12.3,-2.5,,Canon,,,,20,13,,3,3,7,8,9.5\r\n");
    const auto refused = writeCsv(buildDataTable(smallSnapshot()), dir / "no" / "t.csv");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kIo);
}

TEST_F(DataTableTest, SkippedImagesAndFeaturesExport) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 3)));
    const auto ids = must(project.imageIds());
    const NetworkId network = must(project.addNetwork(makeNetwork("A", 2)));
    must(putOne(project, network, ids[1], 2));
    const std::array skipped{SkipRecord{ids[2], "empty, 0 bytes"}, SkipRecord{ids[0], "damaged"}};
    must(project.putFeatures(network, {}, skipped));
    must(writeSkippedCsv(project, network, dir / "s.csv"));
    EXPECT_EQ(contentOf(dir / "s.csv"), "path,reason\r\nimg0.jpg,damaged\r\nimg2.jpg,\"empty, 0 bytes\"\r\n");
    must(writeFeaturesNpy(project, network, dir / "f.npy"));
    const FeatureMatrix features = must(readFeatures(dir / "f.npy"));
    ASSERT_EQ(features.rows(), 3);
    EXPECT_TRUE(std::isnan(features(0, 0)));
    EXPECT_EQ(features(1, 1), featureOf(ids[1], 2)[1]);
}

TEST_F(DataTableTest, AnEmptyProjectHasAnEmptyTable) {
    const DataTable table = buildDataTable(*must(loadSnapshot(must(Project::create(file)))));
    EXPECT_EQ(table.rows, 0U);
    EXPECT_NE(table.find("identity"), nullptr);
    must(writeCsv(table, dir / "t.csv"));
    EXPECT_EQ(contentOf(dir / "t.csv"), "path,identity\r\n");
}

}  // namespace
}  // namespace facespace
