#include "core/projection/tsne.h"
#include "core/projection/tsne_presets.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <numeric>
#include "core/common/memory.h"
#include "core/common/parallel.h"
#include "core/projection/affinities.h"
#include "core/projection/neighbours.h"
#include "core/projection/optimiser.h"
#include "tests/unit/projection/planted_faces.h"

using namespace facespace;
using facespace::testing::plantedFaces;

namespace {
constexpr double kScikitLearnExactKl = 0.37106;  // see exact_reference.py

Embedding mapOf(const FeatureMatrix& x, const TsneOptions& options, int iterations) {
    auto tsne = Tsne::create(x, options);
    EXPECT_TRUE(tsne) << tsne.error().message;
    EXPECT_TRUE(tsne->runTo(iterations));
    return tsne->embedding();
}

/// The share of points whose nearest other point on the map is of the same identity.
double nearestAgrees(const Embedding& map, const std::vector<int>& identity) {
    int agree = 0;
    for (Eigen::Index i = 0; i < map.rows(); ++i) {
        float nearest = std::numeric_limits<float>::max();
        Eigen::Index best = -1;
        for (Eigen::Index j = 0; j < map.rows(); ++j)
            if (const float d = (map.row(i) - map.row(j)).squaredNorm(); j != i && d < nearest) {
                nearest = d;
                best = j;
            }
        agree += identity[static_cast<std::size_t>(i)] == identity[static_cast<std::size_t>(best)] ? 1 : 0;
    }
    return static_cast<double>(agree) / static_cast<double>(map.rows());
}
/// The mean squared distance of points from the centre of their identity.
double spreadWithin(const Embedding& map, const std::vector<int>& identity) {
    double sum = 0;
    for (Eigen::Index first = 0; first < map.rows();) {
        Eigen::Index last = first;
        while (last < map.rows() && identity[static_cast<std::size_t>(last)] == identity[static_cast<std::size_t>(first)])
            ++last;
        const Embedding own = map.middleRows(first, last - first);
        sum += static_cast<double>((own.rowwise() - own.colwise().mean()).squaredNorm());
        first = last;
    }
    return sum / static_cast<double>(map.rows());
}
}  // namespace

TEST(Tsne, SlicedRunIsTheWholeRun) {
    const FeatureMatrix x = plantedFaces(40, 15, 20).features;
    auto sliced = Tsne::create(x, {});
    for (const int iteration : {1, 7, 8, 120, 255, 300}) {
        ASSERT_TRUE(sliced->runTo(iteration));
        sliced->embedding();
        sliced->klDivergence();
    }
    EXPECT_EQ(sliced->iteration(), 300);
    EXPECT_EQ(sliced->embedding(), mapOf(x, {}, 300));
}

TEST(Tsne, IsTheSameForAnyNumberOfThreads) {
    const FeatureMatrix x = plantedFaces(90, 15, 20).features;
    for (const int dims : {2, 3}) {
        setThreadCount(1);
        const Embedding one = mapOf(x, {.dims = dims}, 60);
        setThreadCount(2);
        const Embedding two = mapOf(x, {.dims = dims}, 60);
        setThreadCount(0);
        EXPECT_EQ(one, two);
    }
}

TEST(Tsne, RecoversPlantedIdentities) {
    const auto faces = plantedFaces(25, 20, 30);
    for (const int dims : {2, 3}) {
        const Embedding map = mapOf(faces.features, {.dims = dims, .perplexity = 10}, 500);
        EXPECT_EQ(map.cols(), dims);
        EXPECT_GT(nearestAgrees(map, faces.identity), 0.98) << dims;
    }
}

TEST(Tsne, DoesNotDependOnTheOrderOfRows) {
    const auto faces = plantedFaces(30, 12, 20);
    const Eigen::Index n = faces.features.rows();
    FeatureMatrix shuffled(n, 20);
    const auto place = [n](Eigen::Index i) { return (i * 101 + 17) % n; };  // 101 and 360 share no factor
    for (Eigen::Index i = 0; i < n; ++i) shuffled.row(place(i)) = faces.features.row(i);
    // Rounding differs with the order and grows with iterations: a short run agrees closely, a long one in quality.
    const Embedding a = mapOf(faces.features, {.perplexity = 10}, 10);
    const Embedding b = mapOf(shuffled, {.perplexity = 10}, 10);
    for (Eigen::Index i = 0; i < n; ++i) EXPECT_LT((a.row(i) - b.row(place(i))).norm(), 1e-2F * a.norm() / std::sqrt(n));
    auto first = Tsne::create(faces.features, {.perplexity = 10});
    auto second = Tsne::create(shuffled, {.perplexity = 10});
    ASSERT_TRUE(first->runTo(500));
    ASSERT_TRUE(second->runTo(500));
    EXPECT_NEAR(first->klDivergence(), second->klDivergence(), 0.03 * first->klDivergence());
}

TEST(Tsne, SeedChangesTheMap) {
    const FeatureMatrix x = plantedFaces(20, 10, 16).features;
    EXPECT_NE(mapOf(x, {.perplexity = 5, .seed = 1}, 100), mapOf(x, {.perplexity = 5, .seed = 2}, 100));
}

TEST(Tsne, DefinesDegenerateInput) {
    const auto expectFinite = [](const FeatureMatrix& x, const char* what) {
        for (const int dims : {2, 3})
            for (const Metric metric : {Metric::kEuclidean, Metric::kCosine, Metric::kCentredCosine}) {
                auto tsne = Tsne::create(x, {.dims = dims, .metric = metric});
                ASSERT_TRUE(tsne) << what << ": " << tsne.error().message;
                ASSERT_TRUE(tsne->runTo(300));
                EXPECT_TRUE(tsne->embedding().allFinite()) << what;
                EXPECT_TRUE(std::isfinite(tsne->klDivergence())) << what;
            }
    };
    expectFinite(FeatureMatrix::Constant(1, 5, 2.0F), "one image");
    expectFinite(FeatureMatrix::Random(2, 5), "two images");
    expectFinite(FeatureMatrix::Random(3, 1), "three images, one column");
    expectFinite(FeatureMatrix::Constant(200, 5, 2.0F), "equal rows");
    expectFinite(FeatureMatrix::Zero(50, 5), "zero vectors");
    FeatureMatrix mixed = plantedFaces(10, 10, 12).features;
    mixed.col(3).setConstant(7.0F);
    mixed.row(5).setZero();
    mixed.row(6).setZero();
    for (Eigen::Index i = 40; i < 95; ++i) mixed.row(i) = mixed.row(39);
    expectFinite(mixed, "duplicates, a constant column, zero rows");
    expectFinite(mixed * 1e15F, "huge values");
    expectFinite(mixed * 1e-15F, "tiny values");
}

TEST(Tsne, KeepsDuplicatesTogether) {
    FeatureMatrix x = plantedFaces(20, 10, 12).features;
    for (Eigen::Index i = 100; i < 110; ++i) x.row(i) = x.row(0);
    const Embedding map = mapOf(x, {.perplexity = 10}, 500);
    const float extent = map.maxCoeff() - map.minCoeff();
    for (Eigen::Index i = 100; i < 110; ++i) EXPECT_LT((map.row(i) - map.row(0)).norm(), 0.05F * extent);
}

TEST(Tsne, LowersThePerplexityForFewImagesAndSaysSo) {
    const auto few = Tsne::create(plantedFaces(4, 5, 6).features, {.perplexity = 30});
    ASSERT_TRUE(few);
    EXPECT_NEAR(few->effectivePerplexity(), 19.0 / 3.0, 1e-12);
    EXPECT_NE(few->note().find("6.3"), std::string::npos);
    const auto enough = Tsne::create(plantedFaces(10, 10, 6).features, {.perplexity = 30});
    EXPECT_EQ(enough->effectivePerplexity(), 30.0);
    EXPECT_TRUE(enough->note().empty());
}

TEST(Tsne, RefusesBadOptionsAndValues) {
    FeatureMatrix x = plantedFaces(5, 5, 6).features;
    EXPECT_EQ(Tsne::create(x, {.dims = 4}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(Tsne::create(x, {.perplexity = 0.5}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(Tsne::create(x, {.learningRate = -1}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(Tsne::create(x, {.earlyExaggeration = 0}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(Tsne::create(FeatureMatrix(0, 6), {}).error().code, ErrorCode::kInvalid);
    x(3, 2) = std::numeric_limits<float>::quiet_NaN();
    EXPECT_NE(Tsne::create(x, {}).error().message.find("row 3"), std::string::npos);
}

TEST(Tsne, RefusesAPerplexityForWhichMemoryIsLacking) {
    const auto images = static_cast<Eigen::Index>(std::sqrt(static_cast<double>(availableMemory()) / 20.0));
    if (images == 0 || images > 100000) GTEST_SKIP() << "no limit that a test can reach";
    const FeatureMatrix x = FeatureMatrix::Random(images, 1);
    const auto refused = Tsne::create(x, {.perplexity = static_cast<double>(images) / 3.0});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kResource);
    EXPECT_NE(refused.error().message.find("take at most"), std::string::npos);
}

TEST(Tsne, TellsTheFirstMapBeforeItLooksForNeighbours) {
    const FeatureMatrix x = plantedFaces(20, 10, 12).features;
    JobContext job;
    Embedding first;
    const auto stopped = Tsne::create(x, {}, job, [&](const Embedding& map, int) {
        first = map;
        job.cancel.cancel();
    });
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(first.rows(), 200);
    const Embedding whole = Tsne::create(x, {})->embedding();
    EXPECT_LT((first - whole).norm(), 1e-3F * whole.norm());
}

TEST(Tsne, CanBeCancelledAndContinued) {
    const FeatureMatrix x = plantedFaces(20, 10, 12).features;
    auto tsne = Tsne::create(x, {});
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.done == 40) job.cancel.cancel();
    };
    EXPECT_EQ(tsne->runTo(100, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(tsne->iteration(), 40);
    ASSERT_TRUE(tsne->runTo(100));
    EXPECT_EQ(tsne->embedding(), mapOf(x, {}, 100));
    EXPECT_EQ(Tsne::create(x, {}, job).error().code, ErrorCode::kCancelled);
}

TEST(Tsne, LateExaggerationTightensClusters) {
    const auto faces = plantedFaces(30, 15, 20);
    const TsneOptions plain{.perplexity = 10, .iterations = 400};
    const TsneOptions late{.perplexity = 10, .iterations = 400, .lateExaggeration = 4.0, .lateIterations = 150};
    EXPECT_LT(spreadWithin(mapOf(faces.features, late, 400), faces.identity),
              0.75 * spreadWithin(mapOf(faces.features, plain, 400), faces.identity));
}

TEST(Tsne, ExaggerationCanBeChangedWhileItRuns) {
    const auto faces = plantedFaces(30, 15, 20);
    auto tsne = Tsne::create(faces.features, {.perplexity = 10});
    EXPECT_EQ(tsne->exaggeration(), 12.0);
    ASSERT_TRUE(tsne->runTo(300));
    EXPECT_EQ(tsne->exaggeration(), 1.0);
    const double before = spreadWithin(tsne->embedding(), faces.identity);
    tsne->setExaggeration(4.0);
    EXPECT_EQ(tsne->exaggeration(), 4.0);
    ASSERT_TRUE(tsne->runTo(450));
    EXPECT_LT(spreadWithin(tsne->embedding(), faces.identity), 0.75 * before);
    tsne->setExaggeration(0.0);
    EXPECT_EQ(tsne->exaggeration(), 1.0);
}

TEST(Tsne, StopsWhenTheMapIsStill) {
    const FeatureMatrix x = plantedFaces(30, 15, 20).features;
    auto tsne = Tsne::create(x, {.perplexity = 10, .iterations = 5000, .stopWhenStill = 1e-3});
    ASSERT_TRUE(tsne->runTo(5000));
    EXPECT_TRUE(tsne->still());
    EXPECT_LT(tsne->iteration(), 3000);
    EXPECT_GT(tsne->iteration(), 150);
    const Embedding map = tsne->embedding();
    ASSERT_TRUE(tsne->runTo(6000));
    EXPECT_EQ(tsne->embedding(), map);
}

TEST(Tsne, EndsOnceItHasConvergedWhateverTheThreadsAndSlices) {
    const FeatureMatrix x = plantedFaces(30, 15, 20).features;
    const TsneOptions options = scheduled({.perplexity = 10}, TsneSchedule::kFast, 450);
    setThreadCount(1);
    auto whole = Tsne::create(x, options);
    ASSERT_TRUE(whole->runTo(options.iterations));
    setThreadCount(2);
    auto sliced = Tsne::create(x, options);
    for (int at = 3; at < options.iterations + 7; at += 7) ASSERT_TRUE(sliced->runTo(at));
    setThreadCount(0);
    EXPECT_TRUE(whole->converged());
    EXPECT_LT(whole->iteration(), options.iterations);
    EXPECT_EQ(whole->iteration(), whole->last());
    EXPECT_EQ(sliced->iteration(), whole->iteration());
    EXPECT_EQ(sliced->embedding(), whole->embedding());
    // The number of iterations alone makes the same map again.
    TsneOptions again = options;
    again.stopWhenConverged = 0;
    again.iterations = whole->iteration();
    EXPECT_EQ(mapOf(x, again, again.iterations), whole->embedding());
    EXPECT_FALSE(Tsne::create(x, {.stopWhenConverged = 1.0}));
}

TEST(Tsne, AMapHoldsWhatItsDivergenceFellBy) {
    const FeatureMatrix x = plantedFaces(40, 15, 20).features;
    const auto p = affinities(*exactNeighbours(x, 30), std::vector<double>{10.0});
    const std::size_t n = p->rows();
    std::vector<std::int32_t> order(n);
    std::iota(order.begin(), order.end(), 0);
    TsneOptimiser optimiser({.perplexity = 10});
    const auto together = [&] {
        optimiser.start(*p, Embedding::Zero(static_cast<Eigen::Index>(n), 2));
        return optimiser.klDivergence();
    };
    const double fallen = together() - [&] {
        optimiser.start(*p, Embedding::Random(static_cast<Eigen::Index>(n), 2) * 3);
        return optimiser.klDivergence();
    }();
    const Embedding map = optimiser.embedding();
    double z = 0;
    for (Eigen::Index i = 0; i < map.rows(); ++i)
        for (Eigen::Index j = 0; j < map.rows(); ++j)
            if (i != j) z += 1.0 / (1.0 + static_cast<double>((map.row(i) - map.row(j)).squaredNorm()));
    EXPECT_NEAR(mapHolds(*p, map.data(), 2, order, z), fallen, 2e-3);
}

TEST(Tsne, SchedulesOfTheLiterature) {
    const TsneOptions belkina = scheduled({.dims = 3, .perplexity = 12}, TsneSchedule::kBelkina2019);
    EXPECT_EQ(belkina.dims, 3);
    EXPECT_EQ(belkina.perplexity, 12.0);
    EXPECT_EQ(belkina.exaggerationIterations, 250);
    EXPECT_EQ(belkina.iterations, 1000);
    EXPECT_EQ(scheduled({}, TsneSchedule::kVanDerMaaten2014).learningRate, 200.0);
    EXPECT_EQ(scheduled({}, TsneSchedule::kKobakBerens2019, 24000).perplexities, (std::vector<double>{30.0, 240.0}));
    for (const std::size_t images : {0, 24'000, 100'000, 500'000})
        EXPECT_EQ(scheduled({}, TsneSchedule::kFast, images).iterations, 750) << "at most";
    EXPECT_GT(scheduled({}, TsneSchedule::kFast).stopWhenConverged, 0.0);
    EXPECT_EQ(scheduled({}, TsneSchedule::kBelkina2019).stopWhenConverged, 0.0);
    EXPECT_EQ(scheduled({}, TsneSchedule::kBelkina2019).heldIterations, 0);
    EXPECT_EQ(scheduled({}, TsneSchedule::kFast, 1'000'000).iterations, 500);
    EXPECT_EQ(scheduled({}, TsneSchedule::kBelkina2019, 1'000'000).iterations, 1000);
    for (const TsnePreset& preset : tsnePresets()) EXPECT_EQ(tsneSchedule(preset.name), preset.schedule);
    EXPECT_FALSE(tsneSchedule("faster").has_value());
    const auto faces = plantedFaces(25, 20, 30);
    for (const auto schedule : {TsneSchedule::kFast, TsneSchedule::kVanDerMaaten2014, TsneSchedule::kBelkina2019,
                                TsneSchedule::kKobakBerens2019, TsneSchedule::kOpenTsne}) {
        const TsneOptions options = scheduled({.perplexity = 10}, schedule, 500);
        EXPECT_GT(nearestAgrees(mapOf(faces.features, options, options.iterations), faces.identity), 0.97);
    }
}

TEST(Tsne, SurvivesARateFarTooHigh) {
    const FeatureMatrix x = plantedFaces(60, 15, 20).features;
    const Embedding map = mapOf(x, {.learningRate = 1e7}, 120);
    EXPECT_TRUE(map.allFinite());
}

TEST(Tsne, WarmStartKeepsTheMapAndPlacesNewImages) {
    const auto faces = plantedFaces(25, 20, 30);
    auto full = Tsne::create(faces.features, {.perplexity = 10});
    ASSERT_TRUE(full->runTo(500));
    Embedding start = full->embedding();
    for (Eigen::Index i = 0; i < start.rows(); i += 10) start.row(i).setConstant(std::numeric_limits<float>::quiet_NaN());
    auto warm = Tsne::createFrom(faces.features, start, {.perplexity = 10});
    ASSERT_TRUE(warm) << warm.error().message;
    EXPECT_EQ(warm->exaggeration(), 1.0);
    EXPECT_GT(nearestAgrees(warm->embedding(), faces.identity), 0.95);
    ASSERT_TRUE(warm->runTo(100));
    EXPECT_LT(warm->klDivergence(), 1.05 * full->klDivergence());
    double moved = 0;
    for (Eigen::Index i = 0; i < start.rows(); ++i)
        if (i % 10 != 0) moved += static_cast<double>((warm->embedding().row(i) - start.row(i)).norm());
    const double radius = static_cast<double>(full->embedding().norm()) / std::sqrt(500.0);
    EXPECT_LT(moved / 450.0, 0.35 * radius);
    start.setConstant(std::numeric_limits<float>::quiet_NaN());
    EXPECT_EQ(Tsne::createFrom(faces.features, start, {}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(Tsne::createFrom(faces.features, start.topRows(3), {}).error().code, ErrorCode::kInvalid);
}

/// Reference made by tests/unit/projection/exact_reference.py: scikit-learn's exact method from the same start.
TEST(Tsne, ReachesTheDivergenceOfTheExactMethod) {
    const auto faces = plantedFaces(50, 40, 50);
    const TsneOptions options = scheduled({.perplexity = 8}, TsneSchedule::kBelkina2019);
    auto tsne = Tsne::create(faces.features, options);
    ASSERT_TRUE(tsne->runTo(1000));
    EXPECT_NEAR(tsne->klDivergence(), kScikitLearnExactKl, 0.05 * kScikitLearnExactKl);
}

TEST(TsneGradient, AgreesWithTheExactSum) {
    const auto faces = plantedFaces(60, 20, 30);
    const Eigen::Index n = faces.features.rows();
    for (const int dims : {2, 3}) {
        const TsneOptions options{.dims = dims, .perplexity = 20};
        const auto graph = exactNeighbours(faces.features, 60);
        const auto p = affinities(*graph, std::vector<double>{20.0});
        Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(n, n);
        for (Eigen::Index i = 0; i < n; ++i)
            for (std::size_t e = p->rowStart[static_cast<std::size_t>(i)]; e < p->rowStart[static_cast<std::size_t>(i) + 1];
                 ++e)
                dense(i, p->to[e]) += static_cast<double>(p->weight[e]);
        auto early = Tsne::create(faces.features, options);
        for (const int iteration : {20, 100, 400}) {
            ASSERT_TRUE(early->runTo(iteration));
            const Eigen::MatrixXd y = early->embedding().cast<double>();
            TsneOptimiser optimiser(options);
            optimiser.start(*p, early->embedding());
            const Eigen::MatrixXd found = optimiser.gradient().cast<double>();
            Eigen::MatrixXd w(n, n);
            for (Eigen::Index i = 0; i < n; ++i)
                for (Eigen::Index j = 0; j < n; ++j)
                    w(i, j) = i == j ? 0.0 : 1.0 / (1.0 + (y.row(i) - y.row(j)).squaredNorm());
            const Eigen::MatrixXd force = (dense - w / w.sum()).cwiseProduct(w);
            const Eigen::MatrixXd exact = force.rowwise().sum().asDiagonal() * y - force * y;
            // Attraction and repulsion nearly cancel on a settled map: the error is measured against one of them.
            const Eigen::MatrixXd pull = dense.cwiseProduct(w);
            const Eigen::MatrixXd attraction = pull.rowwise().sum().asDiagonal() * y - pull * y;
            const double error = (found - exact).rowwise().norm().mean() / attraction.rowwise().norm().mean();
            EXPECT_LT(error, 1e-3) << dims << "-D, iteration " << iteration;
        }
    }
}
