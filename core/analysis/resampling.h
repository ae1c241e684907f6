#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/numbers.h"
#include "core/common/result.h"

namespace facespace {

/// A figure with its interval; NaN bounds where no interval could be made.
struct Estimate {
    double value = 0;
    double low = 0, high = 0;
};

/// How a figure spreads over repeats or permutations.
struct Spread {
    double mean = 0, sd = 0;   ///< sd with n − 1.
    double low = 0, high = 0;  ///< 2.5 and 97.5 percentiles.
    std::int64_t count = 0;    ///< Finite values it is made of.
};

Spread spreadOf(const std::vector<double>& values);

/// The seed of stream `index` of a seeded analysis (splitmix64), so that work items can run in any order.
std::uint64_t streamSeed(std::uint64_t seed, std::uint64_t index);

struct BootstrapOptions {
    int resamples = 1000;
    double level = 0.95;
    std::uint64_t seed = 1;
};

/// Percentile intervals by identity-clustered bootstrap (Davison & Hinkley 1997, section 3.8): identities are drawn with
/// replacement, with all their images. `statistics(weights, out)` gets how often each group was drawn and writes
/// out[0 … count-1]; it is called from several threads and must depend on its arguments only.
/// Returns (low, high) per statistic, NaN if fewer than two groups. Errors: kCancelled.
Result<std::vector<std::pair<double, double>>> clusteredBootstrap(
    std::int32_t groups, std::size_t count, const std::function<void(const std::vector<std::int32_t>&, double*)>& statistics,
    const BootstrapOptions& options, const JobContext& job, const Text& stage = say("bootstrap"));

}  // namespace facespace
