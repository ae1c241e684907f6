#include "core/analysis/score_counts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/common/numbers.h"

namespace facespace {
namespace {

std::size_t at(std::int32_t level) { return static_cast<std::size_t>(level); }
double ratio(std::uint64_t a, std::uint64_t b) { return b > 0 ? static_cast<double>(a) / static_cast<double>(b) : kNoValue; }
}  // namespace

ScoreCounts::AtLeast::AtLeast(std::vector<std::uint64_t> counts) : wide_(std::move(counts)) {
    wide_.push_back(0);
    for (std::size_t i = wide_.size() - 1; i-- > 0;) wide_[i] += wide_[i + 1];
    if (wide_.front() > std::numeric_limits<std::uint32_t>::max()) return;
    narrow_.assign(wide_.begin(), wide_.end());
    wide_ = {};
}

ScoreCounts::ScoreCounts(ScoreScale scale, std::vector<std::uint64_t> genuine, std::vector<std::uint64_t> impostor)
    : scale_(scale),
      counts_(std::make_shared<const Counts>(Counts{AtLeast(std::move(genuine)), AtLeast(std::move(impostor))})) {}

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
    for (std::int32_t l = 0; l < ScoreScale::kLevels; ++l) {
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
    for (std::int32_t l = 0; l < ScoreScale::kLevels; ++l) {
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
    const auto moments = [&](const AtLeast& atLeast) {
        double n = 0, sum = 0, squares = 0;
        for (std::int32_t l = 0; l < ScoreScale::kLevels; ++l) {
            const auto at = static_cast<std::size_t>(l);
            const auto count = static_cast<double>(atLeast[at] - atLeast[at + 1]);
            n += count;
            sum += count * scale_.value(l);
            squares += count * scale_.value(l) * scale_.value(l);
        }
        const double mean = sum / n;
        return std::pair{mean, squares / n - mean * mean};
    };
    const auto [genuine, ofGenuine] = moments(genuineAtLeast());
    const auto [impostor, ofImpostor] = moments(impostorAtLeast());
    return std::abs(genuine - impostor) / std::sqrt((ofGenuine + ofImpostor) / 2);
}

double ScoreCounts::lowest() const {
    std::int32_t l = 0;
    while (l < ScoreScale::kLevels - 1 &&
           genuineAtLeast()[at(l) + 1] + impostorAtLeast()[at(l) + 1] == genuinePairs() + impostorPairs())
        ++l;
    return scale_.value(l);
}
double ScoreCounts::highest() const {
    std::int32_t l = ScoreScale::kLevels - 1;
    while (l > 0 && genuineAtLeast()[at(l)] + impostorAtLeast()[at(l)] == 0) --l;
    return scale_.value(l);
}

}  // namespace facespace
