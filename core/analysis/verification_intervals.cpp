#include "core/analysis/verification_intervals.h"

#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::verification {
namespace {

double logit(double share) { return std::log(share / (1 - share)); }
double share(double logit) { return 1 / (1 + std::exp(-logit)); }

/// Interval of a share from the values with each turn left out. What is right with all pairs but binned is a little off; the
/// exact value takes its place, the error is that of the binned ones.
Estimate intervalOf(double exact, const std::vector<double>& leftOut) {
    const auto turns = static_cast<double>(leftOut.size());
    if (leftOut.size() < 2 || !(exact > 0 && exact < 1)) return {exact, kNoValue, kNoValue};
    double mean = 0, squares = 0;
    for (const double v : leftOut) mean += logit(v) / turns;
    for (const double v : leftOut) squares += (logit(v) - mean) * (logit(v) - mean);
    const StandardError error{std::sqrt(squares * (turns - 1) / turns), static_cast<int>(turns) - 1};
    const Estimate e = error.interval(logit(exact));
    return {exact, share(e.low), share(e.high)};
}
}  // namespace

LeaveOutCounts::LeaveOutCounts(std::vector<std::size_t> turnOf, std::size_t turns, std::int32_t low, std::int32_t high)
    : turnOf_(std::move(turnOf)),
      turns_(turns),
      low_(low),
      perLevel_(static_cast<double>(kBins) / std::max(1, high - low + 1)),
      genuine_(turns * kBins, 0),
      impostor_(turns * kBins, 0),
      allGenuine_(kBins, 0),
      allImpostor_(kBins, 0) {}

void LeaveOutCounts::merge(const LeaveOutCounts& other) {
    for (std::size_t i = 0; i < genuine_.size(); ++i) {
        genuine_[i] += other.genuine_[i];
        impostor_[i] += other.impostor_[i];
    }
    for (std::size_t b = 0; b < allImpostor_.size(); ++b) {
        allGenuine_[b] += other.allGenuine_[b];
        allImpostor_[b] += other.allImpostor_[b];
    }
}

LeaveOutCounts::Rates LeaveOutCounts::ratesWithout(std::size_t turn) const {
    std::vector<double> genuine(kBins, 0), impostor(kBins, 0);
    for (std::size_t b = 0; b < kBins; ++b) {
        genuine[b] = static_cast<double>(allGenuine_[b]) - (turn < turns_ ? genuine_[turn * kBins + b] : 0);
        impostor[b] = static_cast<double>(allImpostor_[b]) - (turn < turns_ ? impostor_[turn * kBins + b] : 0);
    }
    double genuinePairs = 0, impostorPairs = 0;
    for (std::size_t b = 0; b < kBins; ++b) genuinePairs += genuine[b], impostorPairs += impostor[b];
    Rates rates;
    double rejected = 0, accepted = impostorPairs, won = 0, below = 0;
    for (std::size_t b = 0; b < kBins; ++b) {
        rates.fnmr.push_back(rejected / genuinePairs);
        rates.fmr.push_back(accepted / impostorPairs);
        won += genuine[b] * (below + 0.5 * impostor[b]);
        rejected += genuine[b];
        accepted -= impostor[b];
        below += impostor[b];
    }
    rates.fnmr.push_back(1);
    rates.fmr.push_back(0);
    rates.auc = won / (genuinePairs * impostorPairs);
    return rates;
}

double LeaveOutCounts::Rates::tarAt(double fmrTarget) const {
    std::size_t edge = 0;
    while (edge < fmr.size() && fmr[edge] > fmrTarget) ++edge;
    if (edge == 0 || edge == fmr.size()) return 1 - fnmr[std::min(edge, fmr.size() - 1)];
    const double above = fmr[edge - 1], at = fmr[edge];
    const double part = at > 0 ? std::log(above / fmrTarget) / std::log(above / at) : (above - fmrTarget) / above;
    return 1 - (fnmr[edge - 1] + part * (fnmr[edge] - fnmr[edge - 1]));
}

void addIntervals(Verification& v, const LeaveOutCounts& counts) {
    const std::size_t targets = v.operatingPoints.size(), turns = counts.turns();
    if (turns < 2) return;
    v.leftOut.assign(2 + targets, std::vector<double>(turns, kNoValue));
    parallelChunks(turns, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t turn = begin; turn < end; ++turn) {
            const LeaveOutCounts::Rates rates = counts.ratesWithout(turn);
            v.leftOut[0][turn] = rates.auc;
            v.leftOut[1][turn] = equalErrorRate(rates.fmr, rates.fnmr);
            for (std::size_t t = 0; t < targets; ++t) v.leftOut[2 + t][turn] = rates.tarAt(v.operatingPoints[t].fmrTarget);
        }
    });
    v.auc = intervalOf(v.auc.value, v.leftOut[0]);
    v.eer = intervalOf(v.eer.value, v.leftOut[1]);
    for (std::size_t t = 0; t < targets; ++t)
        v.operatingPoints[t].tar = intervalOf(v.operatingPoints[t].tar.value, v.leftOut[2 + t]);
}

}  // namespace facespace::verification

namespace facespace {

std::optional<VerificationDifference> differenceOf(const Verification& a, const Verification& b) {
    if (a.leftOut.empty() || a.leftOut.size() != b.leftOut.size() || a.leftOut[0].size() != b.leftOut[0].size() ||
        a.images != b.images || a.operatingPoints.size() != b.operatingPoints.size())
        return std::nullopt;
    const auto turns = static_cast<double>(a.leftOut[0].size());
    const auto difference = [&](double left, double right, std::size_t s) {
        double mean = 0, squares = 0;
        const auto at = [&](std::size_t t) { return a.leftOut[s][t] - b.leftOut[s][t]; };
        for (std::size_t t = 0; t < a.leftOut[s].size(); ++t) mean += at(t) / turns;
        for (std::size_t t = 0; t < a.leftOut[s].size(); ++t) squares += (at(t) - mean) * (at(t) - mean);
        return StandardError{std::sqrt(squares * (turns - 1) / turns), static_cast<int>(turns) - 1}.interval(left - right);
    };
    VerificationDifference d;
    d.auc = difference(a.auc.value, b.auc.value, 0);
    d.eer = difference(a.eer.value, b.eer.value, 1);
    for (std::size_t t = 0; t < a.operatingPoints.size(); ++t)
        d.tar.push_back(difference(a.operatingPoints[t].tar.value, b.operatingPoints[t].tar.value, 2 + t));
    return d;
}

}  // namespace facespace
