#include "core/analyses/spaces/spaces_analysis.h"

#include <fstream>

#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class SpacesAnalysis : public test::PlantedProject {
  protected:
    static Result<FindingsPtr> run(const std::shared_ptr<const Snapshot>& snapshot, const test::Edits& edits) {
        return spacesAnalysis().run({snapshot, {}, test::edited(spacesAnalysis(), edits), {}}, {});
    }
    std::string write(const std::string& text) const {
        std::ofstream(dir / "ratings.csv", std::ios::binary) << text;
        return (dir / "ratings.csv").string();
    }
};

TEST_F(SpacesAnalysis, ANetworkAndOneOfNoise) {
    auto project = make({});
    const auto one = snapshotOf(project);
    EXPECT_EQ(run(one, {}).error().code, ErrorCode::kInvalid) << "there is one network only";
    addFeatures(project, FeatureMatrix::Random(480, 8), "noise", 0);
    addFeatures(project, one->featureSets[0]->features.rowwise().reverse() * 3, "turned", 0);
    const auto snapshot = snapshotOf(project);
    const auto same = resultOf<SpacesReport>(*must(run(snapshot, {{"second", std::string("turned")}})));
    EXPECT_EQ(same.first, "net");
    EXPECT_NEAR(same.similarity->cka.value, 1, 1e-6);
    EXPECT_NEAR(same.neighboursShared, 1, 1e-6);
    const auto noise = resultOf<SpacesReport>(*must(run(snapshot, {})));
    EXPECT_EQ(noise.second, "noise");
    EXPECT_LT(std::abs(noise.similarity->cka.value), 0.02);
    EXPECT_EQ(run(snapshot, {{"first", std::string("net")}, {"second", std::string("net")}}).error().code,
              ErrorCode::kInvalid);
}

TEST_F(SpacesAnalysis, RatingsOfPairsOfPeople) {
    const auto snapshot = snapshotOf(make({}));
    // As alike as their numbers are near: this has nothing to do with the features.
    std::string csv = "who,with,Ann,Bea\n";
    for (int a = 0; a < 12; ++a)
        for (int b = a + 1; b < 12; ++b)
            csv += "person " + std::to_string(a) + ",person " + std::to_string(b) + "," + std::to_string(a - b) + "," +
                   std::to_string(a - b + (a * b) % 3) + "\n";
    csv += "person 0,nobody,1,1\n";
    const auto found = must(run(snapshot, {{"ratings", write(csv)}}));
    const auto report = resultOf<SpacesReport>(*found);
    ASSERT_EQ(report.rated.size(), 1U);
    ASSERT_TRUE(report.rated[0].pairs);
    EXPECT_EQ(report.rated[0].pairs->pairs, 66);
    EXPECT_EQ(report.rated[0].pairs->identities, 12);
    EXPECT_GT(report.rated[0].pairs->lowerCeiling, 0.7) << "the two agree";
    EXPECT_LT(report.rated[0].pairs->spearman.low, 0);
    ASSERT_EQ(report.notes.size(), 1U);
    EXPECT_NE(report.notes[0].english().find("1 line"), std::string::npos);
    FigureRequest wanted;
    wanted.name = "spaces-ratings";
    EXPECT_TRUE(found->figure(wanted, {}));
}

TEST_F(SpacesAnalysis, RatingsOfFaces) {
    const auto snapshot = snapshotOf(make({}));
    std::string csv = "face,turned,up\n";
    for (const ImageRecord& image : snapshot->images.images)
        csv += image.path + "," + std::to_string(*image.yawDeg) + "," + std::to_string(*image.pitchDeg) + "\n";
    const auto report = resultOf<SpacesReport>(*must(run(snapshot, {{"ratings", write(csv)}})));
    ASSERT_TRUE(report.rated[0].traits);
    ASSERT_EQ(report.rated[0].traits->traits.size(), 2U);
    EXPECT_EQ(report.rated[0].traits->traits[0].trait, "turned");
    EXPECT_GT(report.rated[0].traits->traits[0].r, 0.7);
    EXPECT_EQ(run(snapshot, {{"ratings", write("face,a\nx.jpg,1\n")}}).error().code, ErrorCode::kNotFound);
    EXPECT_EQ(run(snapshot, {{"ratings", write("face,a\nperson 1,tall\n")}}).error().code, ErrorCode::kFormat);
}

}  // namespace
}  // namespace facespace
