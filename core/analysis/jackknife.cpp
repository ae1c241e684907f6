#include "core/analysis/jackknife.h"

#include <algorithm>
#include <atomic>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "core/analysis/welch.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
Estimate StandardError::interval(double estimate, double level) const {
    if (df < 1 || !std::isfinite(value) || !std::isfinite(estimate)) return {estimate, kNoValue, kNoValue};
    const double t = boost::math::quantile(boost::math::complement(boost::math::students_t(df), (1 - level) / 2));
    return {estimate, estimate - t * value, estimate + t * value};
}

double StandardError::pValue(double estimate, double null) const {
    if (df < 1 || !std::isfinite(value) || !std::isfinite(estimate)) return kNoValue;
    if (value == 0) return estimate == null ? 1 : 0;
    return studentP((estimate - null) / value, df);
}

LeaveOutTurns leaveOutTurns(std::int32_t clusters, const JackknifeOptions& options) {
    LeaveOutTurns turns;
    if (clusters < 2 || options.most < 2) return turns;
    turns.count = static_cast<std::size_t>(std::min(clusters, options.most));
    turns.of.resize(static_cast<std::size_t>(clusters));
    const auto order = shuffledIndices(clusters, options.seed);
    for (std::size_t i = 0; i < order.size(); ++i) turns.of[static_cast<std::size_t>(order[i])] = i % turns.count;
    return turns;
}

StandardError jackknifeError(const std::vector<double>& leftOut) {
    if (leftOut.size() < 2) return {kNoValue, 0};
    const auto n = static_cast<double>(leftOut.size());
    double mean = 0, squares = 0;
    for (const double x : leftOut) mean += x / n;
    for (const double x : leftOut) squares += (x - mean) * (x - mean);
    return {std::sqrt(squares * (n - 1) / n), static_cast<int>(leftOut.size()) - 1};
}

StandardError withoutPairs(StandardError error, double ofPairs) {
    const double variance = error.value * error.value;
    error.value = std::sqrt(std::max(variance - ofPairs, variance / 2));
    return error;
}

Result<std::vector<StandardError>> clusteredJackknife(
    std::int32_t clusters, std::size_t count,
    const std::function<void(const std::vector<std::int32_t>&, double*)>& statistics, const JackknifeOptions& options,
    const JobContext& job, const Text& stage) {
    const auto [turnOf, turns] = leaveOutTurns(clusters, options);
    if (turns == 0) return std::vector<StandardError>(count, {kNoValue, 0});
    std::vector<std::vector<double>> values(count, std::vector<double>(turns, kNoValue));
    std::atomic<std::int64_t> done{0};
    parallelChunks(turns, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<double> out(count);
        std::vector<std::int32_t> weights(turnOf.size());
        for (std::size_t turn = begin; turn < end; ++turn) {
            if (job.cancelled()) return;
            for (std::size_t c = 0; c < weights.size(); ++c) weights[c] = turnOf[c] == turn ? 0 : 1;
            statistics(weights, out.data());
            for (std::size_t s = 0; s < count; ++s) values[s][turn] = out[s];
        }
        job.progress(stage, done += static_cast<std::int64_t>(end - begin), static_cast<std::int64_t>(turns));
    });
    if (job.cancelled()) return cancelled();
    std::vector<StandardError> errors;
    for (const auto& v : values) errors.push_back(jackknifeError(v));
    return errors;
}

Estimate correlationInterval(double correlation, const StandardError& ofAtanh, double level) {
    if (std::abs(correlation) >= 1) return {correlation, correlation, correlation};
    const Estimate e = ofAtanh.interval(std::atanh(correlation), level);
    return {correlation, std::tanh(e.low), std::tanh(e.high)};
}

}  // namespace facespace
