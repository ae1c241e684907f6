#include <fmt/format.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <ostream>

#include "core/extraction/extraction.h"
#include "core/image/decode.h"
#include "tests/support/labels_csv.h"
#include "tests/support/real_detector.h"
#include "tests/unit/extraction/extraction_fixture.h"

using namespace facespace;
using namespace facespace::test;

namespace {

/// A float32 matrix in NumPy's file format, version 1.
FeatureMatrix readNpy(const fs::path& file, Eigen::Index columns) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const std::size_t header =
        10U + static_cast<unsigned char>(bytes.at(8)) + 256U * static_cast<unsigned char>(bytes.at(9));
    FeatureMatrix matrix(static_cast<Eigen::Index>((bytes.size() - header) / sizeof(float)) / columns, columns);
    std::memcpy(matrix.data(), bytes.data() + header, static_cast<std::size_t>(matrix.size()) * sizeof(float));
    return matrix;
}

struct Case {
    const char* set;
    int dimension;
    std::size_t step;
    bool detector;
};
void PrintTo(const Case& c, std::ostream* out) {
    *out << c.set << ' ' << c.dimension << "-d every " << c.step << (c.detector ? " detected" : "");
}

}  // namespace

class RealExtraction : public ::testing::TestWithParam<Case> {};

TEST_P(RealExtraction, AgreesWithAnIndependentPipeline) {
    if (realData().empty()) GTEST_SKIP() << "no real data here";
    const Case c = GetParam();
    const std::string name = "mobilefacenet_ms1m_" + std::to_string(c.dimension) + "d";
    const auto descriptor = readDescriptor(realData() / "models" / (name + ".json"));
    ASSERT_TRUE(descriptor);
    const FeatureMatrix reference =
        readNpy(realData() / "reference_features" / (std::string(c.set) + "." + name + ".npy"), c.dimension);
    const auto labels = readLabels(realData() / "sets" / c.set / "labels.csv");
    ASSERT_EQ(reference.rows(), static_cast<Eigen::Index>(labels.size()));

    ImageSet set;
    set.root = realData() / "sets" / c.set;
    std::vector<Eigen::Index> rows;
    for (std::size_t i = 0; i < labels.size(); i += c.step) {
        ImageRecord record;
        record.path = labels[i].path;
        record.identity = labels[i].identity;
        if (!c.detector) record.box = labels[i].box, record.landmarks = labels[i].landmarks;
        set.images.push_back(record);
        rows.push_back(static_cast<Eigen::Index>(i));
    }
    const TemporaryFolder folder;
    auto project = Project::create(folder / "p.facespace");
    ASSERT_TRUE(project && project->addImages(set));
    ExtractOptions options = extractOptions();
    options.batchSize = 16;
    if (c.detector) options.detector = realDetector();
    const auto run = extractFeatures(*project, *descriptor, options, {});
    ASSERT_TRUE(run) << run.error().message;
    const FeatureMatrix features = *project->features(run->network);

    const bool sameLandmarks = !c.detector || kReferenceDetector;
    std::vector<double> cosines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto ours = features.row(static_cast<Eigen::Index>(i)).cast<double>().eval();
        const auto theirs = reference.row(rows[i]).cast<double>().eval();
        if (ours.hasNaN() || theirs.hasNaN()) {
            EXPECT_EQ(ours.hasNaN(), theirs.hasNaN()) << labels[static_cast<std::size_t>(rows[i])].path;
            continue;
        }
        cosines.push_back(ours.dot(theirs) / (ours.norm() * theirs.norm()));
        EXPECT_NEAR(ours.norm() / theirs.norm(), 1.0, sameLandmarks ? 0.1 : 0.3);
    }
    std::sort(cosines.begin(), cosines.end());
    fmt::print("{} {}-d{}: {} faces, cosine with the reference min {:.5f} median {:.5f}; {} skipped\n", c.set, c.dimension,
               c.detector ? " (detector)" : "", cosines.size(), cosines.front(), cosines[cosines.size() / 2], run->skipped);
    EXPECT_GE(cosines[cosines.size() / 2], sameLandmarks ? 0.99 : 0.9);
    if (!c.detector) return;
    // What the detector found is kept, and the next network needs no detector.
    EXPECT_TRUE(project->images()->images[0].detected);
    EXPECT_TRUE(project->images()->images[0].landmarks);
    options.detector.clear();
    options.name = "without detector";
    const auto again = extractFeatures(*project, *descriptor, options, {});
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_TRUE(sameBytes(*project->features(again->network), features));
}

INSTANTIATE_TEST_SUITE_P(Sets, RealExtraction,
                         ::testing::Values(Case{"lfw_dev", 128, 5, false}, Case{"lfw_dev", 512, 10, false},
                                           Case{"lfw_dev", 128, 10, true}, Case{"london_dev", 128, 1, false},
                                           Case{"pointing04_dev", 512, 16, false}));

TEST(RealDetection, AVerySmallImageIsOneImageAmongOthers) {
    if (realData().empty()) GTEST_SKIP() << "no real data here";
    const auto descriptor = readDescriptor(realData() / "models/mobilefacenet_ms1m_128d.json");
    ASSERT_TRUE(descriptor);
    const TemporaryFolder folder;
    const auto labels = readLabels(realData() / "sets/lfw_dev/labels.csv");
    const auto face = decodeImage(realData() / "sets/lfw_dev" / labels[0].path);
    ASSERT_TRUE(face);
    ImageSet set;
    set.root = folder.path();
    for (const auto& [name, image] :
         {std::pair{"blank.png", plain(40, 40, 99, 99, 99)}, {"ok.png", *face}, {"dot.png", plain(1, 1, 9, 9, 9)}}) {
        ASSERT_TRUE(writePng(image, folder / name));
        ImageRecord record;
        record.path = name;
        record.identity = "a";
        set.images.push_back(record);
    }
    auto project = Project::create(folder / "p.facespace");
    ASSERT_TRUE(project);
    ASSERT_TRUE(project->addImages(set));
    ExtractOptions options = extractOptions();
    options.detector = realDetector();
    const auto summary = extractFeatures(*project, *descriptor, options, {});
    ASSERT_TRUE(summary) << summary.error().message;
    EXPECT_EQ(summary->extracted, 1);
    const auto skipped = project->skipped(summary->network);
    ASSERT_EQ(skipped->size(), 2U);
    for (const auto& skip : *skipped) EXPECT_EQ(skip.reason, "No face was found.");
    // Other settings of the search are other features.
    options.detect.minScore = 0.9F;
    EXPECT_EQ(extractFeatures(*project, *descriptor, options, {}).error().code, ErrorCode::kExists);
}
