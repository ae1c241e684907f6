#include "core/projection/pca.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <Eigen/Eigenvalues>
#include <fstream>
#include <limits>
#include "core/common/parallel.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

namespace {
void expectAgreesWithDoublePca(const FeatureMatrix& x, int dims) {
    const auto result = pca(x, {.dims = dims});
    ASSERT_TRUE(result) << result.error().message;
    const Eigen::MatrixXd centred = x.cast<double>().rowwise() - x.cast<double>().colwise().mean();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(centred.transpose() * centred /
                                                                static_cast<double>(x.rows() - 1));
    EXPECT_NEAR(result->totalVariance, solver.eigenvalues().sum(), 1e-5 * solver.eigenvalues().sum());
    for (int j = 0; j < dims; ++j) {
        const Eigen::Index at = x.cols() - 1 - j;
        EXPECT_NEAR(result->explainedVariance[j], solver.eigenvalues()[at], 1e-4 * solver.eigenvalues()[at]);
        const Eigen::VectorXd axis = solver.eigenvectors().col(at);
        EXPECT_NEAR(std::abs(axis.dot(result->components.col(j).cast<double>())), 1.0, 1e-4);
        Eigen::Index largest = 0;
        result->components.col(j).cwiseAbs().maxCoeff(&largest);
        EXPECT_GT(result->components(largest, j), 0.0F);
        const Eigen::VectorXd scores = centred * result->components.col(j).cast<double>();
        EXPECT_LT((scores - result->scores.col(j).cast<double>()).norm(), 1e-4 * scores.norm());
    }
}
}  // namespace

TEST(Pca, AgreesWithADoublePrecisionEigenDecomposition) { expectAgreesWithDoublePca(plantedFaces(60, 50, 40).features, 3); }
TEST(Pca, AgreesWhenColumnsAreMoreThanRows) { expectAgreesWithDoublePca(plantedFaces(8, 5, 200).features, 3); }
TEST(Pca, SurvivesALargeOffset) {
    FeatureMatrix x = plantedFaces(60, 20, 30).features;
    x.array() += 1000.0F;
    expectAgreesWithDoublePca(x, 2);
}

TEST(Pca, IsTheSameForAnyNumberOfThreads) {
    const FeatureMatrix x = plantedFaces(100, 45, 70).features;
    setThreadCount(1);
    const auto one = pca(x, {});
    setThreadCount(2);
    const auto two = pca(x, {});
    setThreadCount(0);
    EXPECT_EQ(one->scores, two->scores);
    EXPECT_EQ(one->components, two->components);
}

TEST(Pca, DefinesDegenerateInput) {
    for (const auto& x : {FeatureMatrix(FeatureMatrix::Constant(1, 8, 3.0F)),
                          FeatureMatrix(FeatureMatrix::Constant(20, 8, 3.0F)), FeatureMatrix(FeatureMatrix::Zero(5, 1))}) {
        const auto result = pca(x, {.dims = 3});
        ASSERT_TRUE(result);
        EXPECT_EQ(result->scores, FeatureMatrix::Zero(x.rows(), 3));
        EXPECT_TRUE(result->components.allFinite());
        EXPECT_NEAR(result->totalVariance, 0.0, 1e-12);
    }
    FeatureMatrix line = FeatureMatrix::Zero(10, 4);  // rank 1, constant columns
    for (int i = 0; i < 10; ++i) line(i, 2) = static_cast<float>(i);
    const auto result = pca(line, {.dims = 2});
    ASSERT_TRUE(result);
    EXPECT_NEAR(result->scores(9, 0), 4.5F, 1e-5F);
    EXPECT_EQ(result->scores.col(1), Eigen::VectorXf::Zero(10));
}

TEST(Pca, RefusesWhatIsNotANumberAndCanBeCancelled) {
    FeatureMatrix x = plantedFaces(4, 5, 6).features;
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(pca(x, {}, job).error().code, ErrorCode::kCancelled);
    x(7, 3) = std::numeric_limits<float>::quiet_NaN();
    EXPECT_NE(pca(x, {}).error().message.find("row 7"), std::string::npos);
    x(7, 3) = std::numeric_limits<float>::infinity();
    EXPECT_EQ(pca(x, {}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(pca(FeatureMatrix(0, 5), {}).error().code, ErrorCode::kInvalid);
}

/// Not a test: hands the planted faces to exact_reference.py.
TEST(PlantedFaces, CanBeWritten) {
    const char* path = std::getenv("FACESPACE_WRITE_PLANTED");
    if (path == nullptr) GTEST_SKIP() << "set FACESPACE_WRITE_PLANTED to a file to write";
    const FeatureMatrix x = plantedFaces(50, 40, 50).features;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(x.data()), x.size() * static_cast<std::streamsize>(sizeof(float)));
}
