#include "core/dataset/landmark_check.h"

#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// A picture of 120 × 90 pixels, as a header that says so.
constexpr const char* kPicture = "P6 120 90 255\n";

constexpr const char* kColumns = "path,identity,lm_x1,lm_y1,lm_x2,lm_y2,lm_x3,lm_y3,lm_x4,lm_y4,lm_x5,lm_y5\n";
constexpr const char* kGood = ",40,30,70,31,56,45,43,60,69,61\n";

class LandmarkWarnings : public ::testing::Test {
  protected:
    /// The warnings for these rows: cells after path and identity.
    std::vector<Text> of(const std::vector<std::string>& rows) {
        std::string text = kColumns;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string name = "a/" + std::to_string(i) + ".ppm";
            set_.write(name, kPicture);
            text += name + ",a" + rows[i];
        }
        const auto imported = set_.importManifest(text);
        EXPECT_TRUE(imported) << imported.error().message;
        return imported ? imported->warnings : std::vector<Text>();
    }
    TempSet set_;
};

}  // namespace

TEST_F(LandmarkWarnings, NothingIsSaidOfLandmarksThatCanBeRight) {
    EXPECT_TRUE(of({kGood, kGood, ",,,,,,,,,,\n"}).empty());
    // Lying on its side, upside down, in profile, and cut off by the edge.
    EXPECT_TRUE(of({",60,20,60,60,45,40,30,22,30,58\n", ",70,61,40,60,56,45,69,31,43,30\n",
                    ",50,30,50.5,31,44,45,49,60,50,60\n", ",-8,30,20,31,3,45,-5,60,19,61\n"})
                    .empty());
}

TEST_F(LandmarkWarnings, AFewProfilesThatADetectorCrossedAreNoMistake) {
    std::vector<std::string> rows(30, kGood);
    rows[7] = ",50,30,38,31,44,45,50,60,38,61\n";
    EXPECT_TRUE(of(rows).empty());
}

TEST_F(LandmarkWarnings, FractionsAreNoPixels) {
    const std::string unit = ",0.33,0.33,0.58,0.34,0.46,0.5,0.36,0.66,0.57,0.67\n";
    const auto warnings = of({kGood, unit, unit});
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings[0].find("2 rows, the first is “a/1.ppm”, are in 0 to 1"), std::string::npos) << warnings[0];
}

TEST_F(LandmarkWarnings, OutsideTheImage) {
    const auto warnings = of({kGood, kGood, ",5040,5030,5070,5031,5056,5045,5043,5060,5069,5061\n"});
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings[0].find("one row (“a/2.ppm”) lie outside its image"), std::string::npos) << warnings[0];
}

TEST_F(LandmarkWarnings, LeftAndRightExchanged) {
    const std::string swapped = ",70,31,40,30,56,45,69,61,43,60\n";
    const auto warnings = of({swapped, swapped, kGood});
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings[0].find("2 rows, the first is “a/0.ppm”, have left and right exchanged"), std::string::npos)
        << warnings[0];
}
