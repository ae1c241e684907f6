// The main job on real faces with a real network: images → features → map → prediction, as the command line does it.
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/compute/predictors.h"
#include "core/features/feature_io.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "core/workflow/workflow.h"
#include "tests/data_folder.h"

using namespace facespace;
namespace fs = std::filesystem;

namespace {

/// Area under the ROC curve of all pairs by cosine: the chance that a genuine pair scores above an impostor pair.
double pairAuc(const FeatureSet& set, const ImageSet& images) {
    FeatureMatrix unit = set.features.rowwise().normalized();
    const Eigen::MatrixXf scores = unit * unit.transpose();
    std::vector<std::pair<float, bool>> pairs;
    for (Eigen::Index i = 0; i < scores.rows(); ++i)
        for (Eigen::Index j = i + 1; j < scores.cols(); ++j)
            if (std::isfinite(scores(i, j)))
                pairs.emplace_back(scores(i, j), images.images[static_cast<std::size_t>(i)].identity ==
                                                     images.images[static_cast<std::size_t>(j)].identity);
    std::sort(pairs.begin(), pairs.end());
    double rankSum = 0, genuine = 0;
    for (std::size_t r = 0; r < pairs.size(); ++r)
        if (pairs[r].second) {
            rankSum += static_cast<double>(r + 1);
            genuine += 1;
        }
    const double impostor = static_cast<double>(pairs.size()) - genuine;
    return (rankSum - genuine * (genuine + 1) / 2) / (genuine * impostor);
}

class RealFaces : public testing::Test {
  protected:
    void SetUp() override {
        data = testing_support::realDataFolder();
        if (data.empty()) GTEST_SKIP() << "no real faces on this machine";
        folder = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::remove_all(folder);
        fs::create_directories(folder);
    }

    fs::path imported(const std::string& set, const std::string& mapping = "") {
        const fs::path file = folder / (set + ".facespace");
        const auto report =
            createProject(file, {{}, data / "sets" / set / "labels.csv", parseColumnMapping(mapping).value(), false}, {});
        EXPECT_TRUE(report) << (report ? "" : report.error().message);
        return file;
    }

    void extract(Project& project, const std::string& network) {
        const auto descriptor = readDescriptor(data / "models" / (network + ".json"));
        ASSERT_TRUE(descriptor) << descriptor.error().message;
        ExtractOptions options;
        options.host.consent = Consent::kOnce;
        const auto summary = storeFeatures(project, *descriptor, options, {});
        ASSERT_TRUE(summary) << summary.error().message;
    }

    fs::path data, folder;
};

TEST_F(RealFaces, FeaturesTellPeopleApartAsTheReferenceStates) {
    auto project = Project::open(imported("lfw_dev")).value();
    ASSERT_NO_FATAL_FAILURE(extract(project, "mobilefacenet_ms1m_128d"));
    const auto snapshot = loadSnapshot(project).value();
    const auto* set = snapshot->featureSet("mobilefacenet_ms1m_128d");
    ASSERT_NE(set, nullptr);
    EXPECT_EQ(set->count, 971);
    EXPECT_NEAR(pairAuc(*set, snapshot->images), 0.9992, 0.01);

    // The distance from the origin is that of the raw features: the reference states 10.1 / 17.5 / 24.5.
    std::vector<float> distance = set->distance;
    std::sort(distance.begin(), distance.end());
    EXPECT_NEAR(distance.front(), 10.1, 0.3);
    EXPECT_NEAR(distance[distance.size() / 2], 17.5, 0.3);
    EXPECT_NEAR(distance.back(), 24.5, 0.3);

    const auto reference = readFeatures(data / "reference_features" / "lfw_dev.mobilefacenet_ms1m_128d.npy");
    ASSERT_TRUE(reference) << reference.error().message;
    std::vector<double> cosines;
    for (Eigen::Index i = 0; i < reference->rows(); ++i)
        cosines.push_back(static_cast<double>(reference->row(i).normalized().dot(set->features.row(i).normalized())));
    std::nth_element(cosines.begin(), cosines.begin() + 485, cosines.end());
    EXPECT_GT(cosines[485], 0.99) << "median cosine with features of an independent pipeline";
}

TEST_F(RealFaces, MapAndPredictionsComeFromTheFeatures) {
    const fs::path file = imported("pointing04_dev", "yaw=pan,pitch=tilt");
    auto project = Project::open(file).value();
    ASSERT_NO_FATAL_FAILURE(extract(project, "mobilefacenet_ms1m_512d"));

    MapOptions tsne;
    tsne.iterations = 500;
    int seen = 0;
    const auto map = storeMap(project, tsne, {}, [&](const MapMoment& moment) {
        ++seen;
        EXPECT_EQ(moment.coordinates.rows(), 1488);
    });
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_GT(seen, 1) << "the map is shown while it moves";

    const auto predictions = storePredictions(project, {}, {});
    ASSERT_TRUE(predictions) << predictions.error().message;
    ASSERT_EQ(predictions->size(), 2U);
    const auto snapshot = loadSnapshot(project).value();
    const auto table = buildDataTable(*snapshot);
    ASSERT_NE(table.find("predicted_yaw[mobilefacenet_ms1m_512d]"), nullptr);
    // The features carry pose: the out-of-fold prediction correlates with the label.
    const auto& yaw = predictions->front();
    ASSERT_EQ(yaw.target, "yaw");
    EXPECT_EQ(yaw.labelSource, "manifest");
    double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (std::size_t i = 0; i < yaw.values.size(); ++i) {
        if (!std::isfinite(yaw.values[i])) continue;
        const double x = yaw.values[i], y = yaw.labels[i];
        n += 1, sx += x, sy += y, sxx += x * x, syy += y * y, sxy += x * y;
    }
    const double correlation = (n * sxy - sx * sy) / std::sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
    EXPECT_GT(n, 1400);
    EXPECT_GT(correlation, 0.5);

    // What was fitted here can be applied elsewhere.
    const auto files = savePredictors(*predictions, folder / "predictors");
    ASSERT_TRUE(files) << files.error().message;
    auto other = Project::open(imported("london_dev")).value();
    ASSERT_NO_FATAL_FAILURE(extract(other, "mobilefacenet_ms1m_512d"));
    PredictOptions apply;
    apply.predictor = files->front();
    const auto applied = storePredictions(other, apply, {});
    ASSERT_TRUE(applied) << applied.error().message;
    double mean = 0;
    for (const float v : applied->front().values) mean += std::abs(v) / static_cast<double>(applied->front().values.size());
    EXPECT_LT(mean, 30) << "these faces look at the camera";
}

TEST_F(RealFaces, WithoutLabelsTheLandmarksServeAsLabels) {
    auto project = Project::open(imported("lfw_dev")).value();
    ASSERT_NO_FATAL_FAILURE(extract(project, "mobilefacenet_ms1m_512d"));
    const auto predictions = storePredictions(project, {}, {});
    ASSERT_TRUE(predictions) << predictions.error().message;
    EXPECT_EQ(predictions->front().labelSource, "landmarks (solvePnP)");
}

}  // namespace
