#include "core/analysis/score_counts.h"

#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"

namespace facespace {
namespace {

std::size_t at(std::int32_t level) { return static_cast<std::size_t>(level); }
double ratio(std::uint64_t a, std::uint64_t b) { return b > 0 ? static_cast<double>(a) / static_cast<double>(b) : kNoValue; }
}  // namespace

ScoreCounts::ScoreCounts(ScoreScale scale, const std::vector<std::uint64_t>& genuine,
                         const std::vector<std::uint64_t>& impostor)
    : scale_(scale),
      counts_(std::make_shared<const Counts>(Counts{CumulativeCounts(genuine), CumulativeCounts(impostor)})) {}

std::pair<std::int32_t, std::int32_t> ScoreCounts::levels() const {
    std::size_t first = static_cast<std::size_t>(ScoreScale::kLevels), end = 0;
    for (const CumulativeCounts* of : {&counts_->genuine, &counts_->impostor}) {
        if (of->all() == 0) continue;
        first = std::min(first, of->first());
        end = std::max(end, of->end());
    }
    return {static_cast<std::int32_t>(first), static_cast<std::int32_t>(end)};
}

std::size_t ScoreCounts::bytes() const { return counts_ ? counts_->genuine.bytes() + counts_->impostor.bytes() : 0; }

double ScoreCounts::fmr(std::int32_t level) const { return ratio(impostorAtLeast()[at(level)], impostorPairs()); }
double ScoreCounts::fnmr(std::int32_t level) const {
    return ratio(genuinePairs() - genuineAtLeast()[at(level)], genuinePairs());
}

double ScoreCounts::impostorsBelow(std::int32_t level) const {
    const std::uint64_t below = impostorPairs() - impostorAtLeast()[at(level)];
    const std::uint64_t here = impostorAtLeast()[at(level)] - impostorAtLeast()[at(level) + 1];
    return (static_cast<double>(below) + 0.5 * static_cast<double>(here)) / static_cast<double>(impostorPairs());
}

double ScoreCounts::auc() const {
    if (genuinePairs() == 0 || impostorPairs() == 0) return kNoValue;
    long double sum = 0;
    const auto [first, end] = levels();
    for (std::int32_t l = first; l < end; ++l) {
        const std::uint64_t here = genuineAtLeast()[at(l)] - genuineAtLeast()[at(l) + 1];
        if (here > 0) sum += static_cast<long double>(here) * static_cast<long double>(impostorsBelow(l));
    }
    return static_cast<double>(sum / static_cast<long double>(genuinePairs()));
}

double equalErrorRate(const std::vector<double>& fmr, const std::vector<double>& fnmr, double* position) {
    for (std::size_t i = 0; i < fmr.size(); ++i) {
        if (fnmr[i] < fmr[i]) continue;
        if (i == 0) {
            if (position != nullptr) *position = 0;
            return (fmr[0] + fnmr[0]) / 2;
        }
        const double before = fmr[i - 1] - fnmr[i - 1], after = fnmr[i] - fmr[i];
        const double part = before / (before + after);
        if (position != nullptr) *position = static_cast<double>(i - 1) + part;
        return fmr[i - 1] + part * (fmr[i] - fmr[i - 1]);
    }
    if (position != nullptr) *position = kNoValue;
    return kNoValue;
}

double ScoreCounts::eer(double* threshold) const {
    if (genuinePairs() == 0 || impostorPairs() == 0) return kNoValue;
    std::int32_t low = 0, high = ScoreScale::kLevels;  // first level with FNMR ≥ FMR
    while (low < high) {
        const std::int32_t middle = low + (high - low) / 2;
        if (fnmr(middle) >= fmr(middle))
            high = middle;
        else
            low = middle + 1;
    }
    double position = 0;
    const std::int32_t before = std::max(low - 1, 0);
    const double rate = equalErrorRate({fmr(before), fmr(low)}, {fnmr(before), fnmr(low)}, &position);
    if (threshold != nullptr) *threshold = scale_.low + scale_.step() * (before + position);
    return rate;
}

std::int32_t ScoreCounts::thresholdFor(double fmrTarget) const {
    std::int32_t low = 0, high = ScoreScale::kLevels;
    while (low < high) {
        const std::int32_t middle = low + (high - low) / 2;
        if (fmr(middle) <= fmrTarget)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

std::pair<std::vector<std::uint64_t>, std::vector<std::uint64_t>> ScoreCounts::binned(int bins, double low,
                                                                                      double high) const {
    std::pair<std::vector<std::uint64_t>, std::vector<std::uint64_t>> counts{
        std::vector<std::uint64_t>(static_cast<std::size_t>(bins), 0),
        std::vector<std::uint64_t>(static_cast<std::size_t>(bins), 0)};
    const auto [first, end] = levels();
    for (std::int32_t l = first; l < end; ++l) {
        const std::uint64_t g = genuineAtLeast()[at(l)] - genuineAtLeast()[at(l) + 1],
                            i = impostorAtLeast()[at(l)] - impostorAtLeast()[at(l) + 1];
        if (g + i == 0) continue;
        const double part = high > low ? (scale_.value(l) - low) / (high - low) * bins : 0;
        if (part < -1e-9 || part > bins + 1e-9) continue;
        const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(part), 0, bins - 1));
        counts.first[bin] += g;
        counts.second[bin] += i;
    }
    return counts;
}

double ScoreCounts::dPrime() const {
    const auto moments = [&](const CumulativeCounts& atLeast) {
        double n = 0, sum = 0, squares = 0;
        for (std::size_t level = atLeast.first(); level < atLeast.end(); ++level) {
            const auto count = static_cast<double>(atLeast[level] - atLeast[level + 1]);
            const double value = scale_.value(static_cast<std::int32_t>(level));
            n += count;
            sum += count * value;
            squares += count * value * value;
        }
        const double mean = sum / n;
        return std::pair{mean, squares / n - mean * mean};
    };
    const auto [genuine, ofGenuine] = moments(genuineAtLeast());
    const auto [impostor, ofImpostor] = moments(impostorAtLeast());
    return std::abs(genuine - impostor) / std::sqrt((ofGenuine + ofImpostor) / 2);
}

double ScoreCounts::lowest() const { return scale_.value(std::min(levels().first, ScoreScale::kLevels - 1)); }
double ScoreCounts::highest() const { return scale_.value(std::max(levels().second - 1, 0)); }

}  // namespace facespace
