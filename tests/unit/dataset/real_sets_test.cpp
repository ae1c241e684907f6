#include <cstdlib>
#include <set>

#include "tests/unit/dataset/set_files.h"

using namespace facespace;
namespace fs = std::filesystem;

namespace {

fs::path realSets() {
    const char* given = std::getenv("FACESPACE_TEST_DATA");
    return fs::path(given != nullptr ? given : FACESPACE_SOURCE_DIR "/../shared/data") / "sets";
}

std::size_t identities(const ImageSet& set) {
    std::set<std::string> names;
    for (const auto& image : set.images) names.insert(image.identity);
    return names.size();
}

Result<ImportedSet> importReal(const char* name, const char* mapping) {
    ImportOptions options;
    options.manifest = realSets() / name / "labels.csv";
    options.mapping = parseColumnMapping(mapping).value();
    return importImageSet(options);
}

class RealSets : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(realSets())) GTEST_SKIP() << "no real image sets at " << realSets();
    }
};

}  // namespace

TEST_F(RealSets, Pointing04WithItsColumnsMapped) {
    const auto imported = importReal("pointing04_dev", "yaw=-pan,pitch=tilt");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_TRUE(imported->warnings.empty());
    const auto& images = imported->set.images;
    EXPECT_EQ(images.size(), 1488U);
    EXPECT_EQ(identities(imported->set), 8U);
    std::size_t withLandmarks = 0;
    for (const auto& image : images) {
        ASSERT_TRUE(image.yawDeg && image.pitchDeg);
        withLandmarks += image.landmarks ? 1 : 0;
    }
    EXPECT_EQ(withLandmarks, 1488U);
    EXPECT_EQ(images[1].path, "images/Person01/person01101-60-90.jpg");
    EXPECT_EQ(images[1].yawDeg, 90.0);
    EXPECT_EQ(images[1].pitchDeg, -60.0);
    EXPECT_FLOAT_EQ(images[1].box->x, 232.89F);
    EXPECT_EQ(imported->set.metadataColumns,
              (std::vector<std::string>{"series", "pan", "tilt", "face_cx", "face_cy", "face_w", "face_h", "det_score",
                                        "est_yaw", "est_pitch", "est_roll"}));
}

TEST_F(RealSets, LondonTakesIdentitiesFromTheManifest) {
    const auto imported = importReal("london_dev", "");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_TRUE(imported->warnings.empty());
    EXPECT_EQ(imported->set.images.size(), 100U);
    EXPECT_EQ(identities(imported->set), 50U);
}

TEST_F(RealSets, LfwAsAManifestAndAsFolders) {
    const auto manifest = importReal("lfw_dev", "");
    ASSERT_TRUE(manifest) << manifest.error().message;
    EXPECT_EQ(manifest->set.images.size(), 971U);
    EXPECT_EQ(identities(manifest->set), 162U);
    ImportOptions options;
    options.folder = realSets() / "lfw_dev" / "images";
    const auto folders = importImageSet(options);
    ASSERT_TRUE(folders) << folders.error().message;
    EXPECT_EQ(folders->set.images.size(), 971U);
    EXPECT_EQ(identities(folders->set), 162U);
    std::set<std::pair<std::string, std::string>> listed;
    for (const auto& image : manifest->set.images) listed.emplace(image.path, image.identity);
    for (const auto& image : folders->set.images)
        EXPECT_EQ(listed.count({"images/" + image.path, image.identity}), 1U) << image.path;
}
