#include "core/analysis/near_pairs.h"

#include <algorithm>
#include <atomic>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <Eigen/QR>
#include <tuple>

#include "core/analysis/blas.h"
#include "core/common/parallel.h"
#include "core/common/text.h"

namespace facespace {
namespace {

constexpr Eigen::Index kSubspace = 63;  // and the length of what is left of a feature makes 64 columns
constexpr Eigen::Index kSample = 4096;  // rows from which the directions are taken
constexpr std::size_t kBlock = 384;
constexpr float kRounding = 1e-4F;  // of cosines in float32
constexpr double kLeftOver = 1e-6;  // of squared lengths in float32: what is left of a feature is never thought shorter

struct UnitRows {
    FeatureMatrix unit, part;  // N × D, and N × up to 64
    std::vector<std::int64_t> row;
};

/// Directions in which the rows are long, D × 63: of their second moments, as cosines are from the origin; by a randomised
/// range finder (Halko et al. 2011, algorithm 4.4), which costs little for wide features, too.
FeatureMatrix mainDirections(const FeatureMatrix& unit) {
    const Eigen::Index step = std::max<Eigen::Index>(1, unit.rows() / kSample);
    const FeatureMatrix sample = unit(Eigen::seq(0, unit.rows() - 1, step), Eigen::all);
    boost::random::mt19937_64 random(1);
    boost::random::normal_distribution<double> normal;
    Eigen::MatrixXd directions(unit.cols(), kSubspace);
    for (double& v : directions.reshaped()) v = normal(random);
    for (int pass = 0; pass <= 2; ++pass) {
        if (pass > 0) {
            const FeatureMatrix along = sample * directions.cast<float>();
            directions = (sample.transpose() * along).cast<double>();
        }
        directions = (Eigen::HouseholderQR<Eigen::MatrixXd>(directions).householderQ() *
                      Eigen::MatrixXd::Identity(unit.cols(), kSubspace))
                         .eval();
    }
    return directions.cast<float>();
}

UnitRows unitRows(const FeatureMatrix& x) {
    UnitRows u;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && x.row(i).cast<double>().squaredNorm() > 0) u.row.push_back(i);
    u.unit.resize(static_cast<Eigen::Index>(u.row.size()), x.cols());
    for (std::size_t i = 0; i < u.row.size(); ++i)
        u.unit.row(static_cast<Eigen::Index>(i)) = x.row(u.row[i]).cast<double>().normalized().cast<float>();
    if (x.cols() <= kSubspace + 1 || u.row.empty()) {
        u.part = u.unit;
        return u;
    }
    u.part.resize(u.unit.rows(), kSubspace + 1);
    u.part.leftCols(kSubspace) = u.unit * mainDirections(u.unit);
    for (Eigen::Index i = 0; i < u.part.rows(); ++i) {
        const double inside = u.part.row(i).head(kSubspace).cast<double>().squaredNorm();
        u.part(i, kSubspace) = static_cast<float>(std::sqrt(std::max(0.0, 1 - inside) + kLeftOver));
    }
    return u;
}

bool before(const NearPair& x, const NearPair& y) {
    return std::tuple(-x.cosine, x.a, x.b) < std::tuple(-y.cosine, y.a, y.b);
}

}  // namespace

Result<std::vector<NearPair>> nearPairs(const FeatureMatrix& x, const std::vector<std::int32_t>& group, double least,
                                        std::size_t most, std::int64_t& found, const JobContext& job) {
    const UnitRows u = unitRows(x);
    const std::size_t n = u.row.size(), side = chunkCount(n, kBlock);
    const int d = static_cast<int>(u.part.cols());
    std::vector<std::pair<std::size_t, std::size_t>> corners;
    for (std::size_t a = 0; a < side; ++a)
        for (std::size_t b = a; b < side; ++b) corners.emplace_back(a * kBlock, b * kBlock);
    std::vector<std::vector<NearPair>> parts(corners.size());
    std::vector<std::int64_t> counts(corners.size(), 0);
    const auto reach = static_cast<float>(least) - kRounding;
    std::atomic<std::int64_t> done{0};
    parallelChunks(corners.size(), 1, [&](std::size_t block, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const auto [p0, q0] = corners[block];
        const std::size_t pCount = std::min(kBlock, n - p0), qCount = std::min(kBlock, n - q0);
        std::vector<float> products(pCount * qCount);
        blas::productTransposed(u.part.data() + p0 * static_cast<std::size_t>(d),
                                u.part.data() + q0 * static_cast<std::size_t>(d), products.data(), static_cast<int>(pCount),
                                static_cast<int>(qCount), d);
        for (std::size_t p = p0; p < p0 + pCount; ++p) {
            const float* bound = products.data() + (p - p0) * qCount;
            for (std::size_t q = std::max(q0, p + 1); q < q0 + qCount; ++q) {
                if (bound[q - q0] < reach) continue;
                const auto a = u.row[p], b = u.row[q];
                if (group[static_cast<std::size_t>(a)] == group[static_cast<std::size_t>(b)]) continue;
                const double cosine = u.unit.row(static_cast<Eigen::Index>(p))
                                          .cast<double>()
                                          .dot(u.unit.row(static_cast<Eigen::Index>(q)).cast<double>());
                if (cosine < least) continue;
                ++counts[block];
                parts[block].push_back({a, b, std::min(cosine, 1.0)});
            }
        }
        std::ranges::sort(parts[block], before);
        if (parts[block].size() > most) parts[block].resize(most);
        job.progress(say("looking for duplicates"), ++done, static_cast<std::int64_t>(corners.size()));
    });
    if (job.cancelled()) return cancelled();
    std::vector<NearPair> pairs;
    found = 0;
    for (std::size_t block = 0; block < parts.size(); ++block) {
        found += counts[block];
        pairs.insert(pairs.end(), parts[block].begin(), parts[block].end());
    }
    std::ranges::sort(pairs, before);
    if (pairs.size() > most) pairs.resize(most);
    return pairs;
}

}  // namespace facespace
