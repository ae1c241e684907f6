#include "core/projection/repulsion.h"

#include <gtest/gtest.h>
#include <cmath>
#include <random>
#include <vector>
#include "core/common/parallel.h"

using namespace facespace;

namespace {
std::vector<float> clusteredPoints(int dims, std::size_t n, double extent) {
    std::mt19937 rng(3);
    const std::size_t packing = Repulsion::packing(dims);
    std::vector<float> y(n * packing, 0.0F);
    const auto uniform = [&] { return static_cast<double>(rng()) / 4294967296.0 - 0.5; };
    std::vector<double> centres(60);
    for (double& c : centres) c = uniform() * 0.9 * extent;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t c = rng() % 20;
        for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a)
            y[i * packing + a] = static_cast<float>(centres[3 * c + a] + 0.1 * extent * uniform() * uniform());
    }
    return y;
}

struct Exact {
    double z = 0;
    std::vector<double> force;
};
Exact exactRepulsion(const std::vector<float>& y, int dims, std::size_t n) {
    const std::size_t packing = Repulsion::packing(dims);
    Exact e;
    e.force.assign(y.size(), 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            double d[3] = {0, 0, 0};
            double d2 = 0;
            for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) {
                d[a] = static_cast<double>(y[i * packing + a]) - static_cast<double>(y[j * packing + a]);
                d2 += d[a] * d[a];
            }
            const double w = 1.0 / (1.0 + d2);
            e.z += w;
            for (std::size_t a = 0; a < static_cast<std::size_t>(dims); ++a) e.force[i * packing + a] += w * w * d[a];
        }
    return e;
}

/// The mean relative error of the force over points, and the relative error of Z.
std::pair<double, double> errors(int dims, double extent) {
    const std::size_t n = 2200;  // more than are summed directly
    const auto y = clusteredPoints(dims, n, extent);
    const Exact exact = exactRepulsion(y, dims, n);
    Repulsion repulsion(dims);
    std::vector<float> force(y.size());
    const double z = repulsion.evaluate(y.data(), n, force.data());
    double difference = 0;
    double size = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        difference += std::pow(static_cast<double>(force[i]) - exact.force[i], 2);
        size += exact.force[i] * exact.force[i];
    }
    return {std::sqrt(difference / size), std::abs(z / exact.z - 1.0)};
}
}  // namespace

class RepulsionAtExtent : public ::testing::TestWithParam<std::pair<int, double>> {};
TEST_P(RepulsionAtExtent, AgreesWithTheExactSum) {
    const auto [dims, extent] = GetParam();
    const auto [force, z] = errors(dims, extent);
    RecordProperty("force_error", std::to_string(force));
    RecordProperty("z_error", std::to_string(z));
    EXPECT_LT(force, 3e-2);
    EXPECT_LT(z, 3e-3);
}
INSTANTIATE_TEST_SUITE_P(All, RepulsionAtExtent,
                         ::testing::Values(std::pair{2, 1e-4}, std::pair{2, 0.1}, std::pair{2, 3.9}, std::pair{2, 4.1},
                                           std::pair{2, 20.0}, std::pair{2, 70.0}, std::pair{2, 200.0}, std::pair{3, 1e-3},
                                           std::pair{3, 3.0}, std::pair{3, 10.0}, std::pair{3, 40.0}));

TEST(Repulsion, IsTheSameForAnyNumberOfThreads) {
    const std::size_t n = 9000;
    const auto y = clusteredPoints(2, n, 60.0);
    std::vector<float> one(y.size());
    std::vector<float> two(y.size());
    setThreadCount(1);
    const double z1 = Repulsion(2).evaluate(y.data(), n, one.data());
    setThreadCount(2);
    const double z2 = Repulsion(2).evaluate(y.data(), n, two.data());
    setThreadCount(0);
    EXPECT_EQ(z1, z2);
    EXPECT_EQ(one, two);
}
