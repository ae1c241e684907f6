#include "core/analysis/resampling.h"

#include <algorithm>
#include <atomic>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>

#include "core/common/parallel.h"

namespace facespace {
Spread spreadOf(const std::vector<double>& values) {
    Spread s{kNoValue, kNoValue, quantile(values, 0.025), quantile(values, 0.975), 0};
    double sum = 0, squares = 0;
    for (const double v : values)
        if (!std::isnan(v)) {
            sum += v;
            ++s.count;
        }
    if (s.count == 0) return s;
    s.mean = sum / static_cast<double>(s.count);
    for (const double v : values)
        if (!std::isnan(v)) squares += (v - s.mean) * (v - s.mean);
    if (s.count > 1) s.sd = std::sqrt(squares / static_cast<double>(s.count - 1));
    return s;
}

std::uint64_t streamSeed(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

Result<std::vector<std::pair<double, double>>> clusteredBootstrap(
    std::int32_t groups, std::size_t count, const std::function<void(const std::vector<std::int32_t>&, double*)>& statistics,
    const BootstrapOptions& options, const JobContext& job, const Text& stage) {
    if (groups < 2 || options.resamples < 2) return std::vector<std::pair<double, double>>(count, {kNoValue, kNoValue});
    const auto resamples = static_cast<std::size_t>(options.resamples);
    std::vector<std::vector<double>> values(count, std::vector<double>(resamples, kNoValue));
    std::atomic<std::int64_t> done{0};
    parallelChunks(resamples, 8, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<double> out(count);
        std::vector<std::int32_t> weights;
        for (std::size_t b = begin; b < end; ++b) {
            if (job.cancelled()) return;
            boost::random::mt19937_64 random(streamSeed(options.seed, b));
            boost::random::uniform_int_distribution<std::int32_t> pick(0, groups - 1);
            weights.assign(static_cast<std::size_t>(groups), 0);
            for (std::int32_t g = 0; g < groups; ++g) ++weights[static_cast<std::size_t>(pick(random))];
            statistics(weights, out.data());
            for (std::size_t s = 0; s < count; ++s) values[s][b] = out[s];
        }
        job.progress(stage, done += static_cast<std::int64_t>(end - begin), static_cast<std::int64_t>(resamples));
    });
    if (job.cancelled()) return cancelled();
    std::vector<std::pair<double, double>> intervals;
    for (const auto& v : values)
        intervals.emplace_back(quantile(v, (1 - options.level) / 2), quantile(v, (1 + options.level) / 2));
    return intervals;
}

}  // namespace facespace
