#include "core/workflow/store_measures.h"

#include <fstream>

#include "core/image/encode.h"
#include "core/project/data_table.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class Measure : public testing::Test {
  protected:
    void SetUp() override {
        dir = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(dir);
        std::filesystem::create_directories(dir / "images");
    }
    void TearDown() override { std::filesystem::remove_all(dir); }

    /// `count` images of falling contrast, one of which is damaged.
    Project make(int count, int damaged) {
        ImageSet set;
        set.root = dir / "images";
        for (int i = 0; i < count; ++i) {
            Image image;
            image.width = image.height = 120;
            image.pixels.resize(120UL * 120UL * 3UL);
            for (std::size_t k = 0; k < image.pixels.size(); ++k)
                image.pixels[k] = static_cast<std::uint8_t>(128 + ((k / 9) % 2 == 0 ? 1 : -1) * (100 - 2 * i));
            ImageRecord record;
            record.path = std::to_string(i) + ".png";
            record.identity = i % 2 == 0 ? "a" : "b";
            record.box = FaceBox{10, 10, 100, 100};
            if (i == damaged)
                std::ofstream(set.root / record.path) << "not an image";
            else
                must(writePng(image, set.root / record.path));
            set.images.push_back(record);
        }
        Project project = must(Project::create(dir / "p.facespace"));
        must(project.addImages(set));
        return project;
    }

    std::filesystem::path dir;
};

TEST_F(Measure, IsKeptAsColumnsOnceAndSaysWhatCouldNotBeMeasured) {
    auto project = make(20, 7);
    const auto first = must(storeMeasures(project, {}, {}));
    EXPECT_EQ(first.measured, 19);
    EXPECT_EQ(first.skipped, 1);
    const auto again = must(storeMeasures(project, {}, {}));
    EXPECT_EQ(again.measured + again.skipped, 0);
    EXPECT_EQ(again.alreadyThere, 20);
    const auto snapshot = must(loadSnapshot(project));
    EXPECT_NE(snapshot->measures.reasons[7], "");
    const DataTable table = buildDataTable(*snapshot);
    const Column* contrast = table.find("measured_contrast");
    ASSERT_NE(contrast, nullptr);
    EXPECT_TRUE(contrast->missing(7));
    for (std::size_t i = 1; i < 20; ++i)
        EXPECT_TRUE(i == 7 || i == 8 || contrast->numbers[i] < contrast->numbers[i - 1]) << i;
    const Column* component = table.find("quality_dynamic_range");
    ASSERT_NE(component, nullptr);
    EXPECT_TRUE(component->numbers[0] >= 0 && component->numbers[0] <= 100);
}

TEST_F(Measure, GoesOnAfterACancelWithTheSameValues) {
    auto project = make(200, -1);
    JobContext stopping;
    stopping.report = [&](const Progress& p) {
        if (p.done >= 64) stopping.cancel.cancel();
    };
    const auto stopped = storeMeasures(project, {}, stopping);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    const auto kept = must(project.measures()).measured;
    EXPECT_TRUE(kept >= 64 && kept < 200) << kept;
    const auto rest = must(storeMeasures(project, {}, {}));
    EXPECT_EQ(rest.alreadyThere, kept);
    EXPECT_EQ(rest.measured, 200 - kept);
    const auto resumed = must(project.measures()).values;
    must(project.setMeasures({}, ""));
    must(storeMeasures(project, {}, {}));
    const auto whole = must(project.measures()).values;
    ASSERT_EQ(resumed.size(), whole.size());
    for (std::size_t m = 0; m < whole.size(); ++m)
        for (std::size_t i = 0; i < whole[m].size(); ++i)
            EXPECT_TRUE(resumed[m][i] == whole[m][i] || (std::isnan(resumed[m][i]) && std::isnan(whole[m][i])));
}

TEST_F(Measure, SaysThatTheImagesAreGone) {
    auto project = make(3, -1);
    must(storeMeasures(project, {}, {}));
    const auto jobs = must(project.jobs()).size();
    std::filesystem::remove_all(dir / "images");
    EXPECT_EQ(must(storeMeasures(project, {}, {})).alreadyThere, 3) << "nothing is left to measure";
    EXPECT_EQ(must(project.jobs()).size(), jobs);
    must(project.setMeasures({}, ""));
    const auto refused = storeMeasures(project, {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace facespace
