#include "core/analysis/verification_intervals.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::verification {
namespace {

double logit(double share) { return std::log(share / (1 - share)); }
double share(double logit) { return 1 / (1 + std::exp(-logit)); }

/// A threshold is set by the most alike impostor pairs. What is of a pair alone, leaving out either of its people counts, so
/// twice; it is taken off once (Fafchamps & Gubert 2007, equation 2.5), down to half of the variance, since no more can be
/// counted twice.
StandardError withoutPairParts(StandardError error, const std::vector<double>& parts, double scale = 1) {
    double squares = 0;
    for (const double part : parts) squares += part * part * scale * scale;
    const double variance = error.value * error.value;
    if (std::isfinite(squares)) error.value = std::sqrt(std::max(variance - squares, variance / 2));
    return error;
}

/// Interval of a share from the values with each turn left out. What is right with all pairs but binned is a little off; the
/// exact value takes its place, the error is that of the binned ones.
/// @param pairParts  See withoutPairParts(); of the share itself.
Estimate intervalOf(double exact, std::vector<double> leftOut, const std::vector<double>& pairParts = {}) {
    if (!(exact > 0 && exact < 1)) return {exact, kNoValue, kNoValue};
    for (double& v : leftOut) v = logit(v);
    const StandardError error = withoutPairParts(jackknifeError(leftOut), pairParts, 1 / (exact * (1 - exact)));
    const Estimate e = error.interval(logit(exact));
    return {exact, share(e.low), share(e.high)};
}

double middleDPrime(const std::vector<double>& genuine, const std::vector<double>& impostor) {
    double mean[2], variance[2];
    for (const std::size_t kind : {0U, 1U}) {
        const auto& counts = kind == 0 ? genuine : impostor;
        double pairs = 0, sum = 0, squares = 0;
        for (std::size_t b = 0; b < counts.size(); ++b) {
            const auto at = static_cast<double>(b);
            pairs += counts[b], sum += counts[b] * at, squares += counts[b] * at * at;
        }
        mean[kind] = sum / pairs;
        variance[kind] = squares / pairs - mean[kind] * mean[kind];
    }
    return std::abs(mean[0] - mean[1]) / std::sqrt((variance[0] + variance[1]) / 2);
}

/// Where falling rates come down to the target, in bins.
template <class Rates>
double binAt(const Rates& fmr, double target) {
    std::size_t edge = 0;
    while (edge < fmr.size() && static_cast<double>(fmr[edge]) > target) ++edge;
    if (edge == 0 || edge == fmr.size()) return static_cast<double>(std::min(edge, fmr.size() - 1));
    const auto above = static_cast<double>(fmr[edge - 1]), at = static_cast<double>(fmr[edge]);
    const double part = at > 0 ? std::log(above / target) / std::log(above / at) : (above - target) / above;
    return static_cast<double>(edge - 1) + part;
}

double between(const std::vector<double>& values, double bin) {
    const auto before = static_cast<std::size_t>(bin);
    if (before + 1 >= values.size()) return values.back();
    return values[before] + (bin - static_cast<double>(before)) * (values[before + 1] - values[before]);
}

/// A figure that hangs on where the curve of FMR comes to a value, to first order around all pairs.
struct Crossing {
    double fmr = 0, fnmr = 0, bin = 0;
    double value = 0, perFnmr = 0, perFmr = 0;  ///< The figure, and by how much it moves with both rates at this threshold.
    double in(const LeaveOutCounts::Rates& rates) const {
        return value + perFnmr * (between(rates.fnmr, bin) - fnmr) + perFmr * (between(rates.fmr, bin) - fmr);
    }
};

/// TAR where the FMR is a target: more false matches there move the threshold up.
Crossing crossingAt(const LeaveOutCounts::Rates& all, double fmr) {
    Crossing c{.fmr = fmr, .bin = binAt(all.fmr, fmr)};
    c.fmr = between(all.fmr, c.bin);
    c.fnmr = between(all.fnmr, c.bin);
    c.value = 1 - c.fnmr;
    c.perFnmr = -1;
    c.perFmr = -all.slopeAt(fmr);
    return c;
}

/// EER: both rates move it along both curves.
Crossing crossingOfErrors(const LeaveOutCounts::Rates& all) {
    const double eer = equalErrorRate(all.fmr, all.fnmr), slope = all.slopeAt(eer);
    Crossing c = crossingAt(all, eer);
    c.value = eer;
    c.perFnmr = 1 / (1 + slope);
    c.perFmr = slope / (1 + slope);
    return c;
}

/// Of pairs that score as they do, what later analyses need to leave identities out themselves.
void keepTurns(Verification& v, const LeaveOutCounts& counts, const PairStream& stream, const LeaveOutTurns& turns,
               Eigen::Index rows) {
    v.leftOutPairs.turnOf.assign(static_cast<std::size_t>(rows), -1);
    for (std::size_t p = 0; p < stream.images(); ++p)
        v.leftOutPairs.turnOf[static_cast<std::size_t>(stream.row(p))] =
            static_cast<std::int32_t>(turns.of[static_cast<std::size_t>(stream.group(p))]);
    const ScoreScale& scale = stream.scale();
    for (std::size_t b = 0; b <= static_cast<std::size_t>(LeaveOutCounts::kBins); ++b)
        v.leftOutPairs.edges.push_back(scale.low + scale.step() * counts.edge(b));
}
}  // namespace

LeaveOutCounts::LeaveOutCounts(std::vector<std::size_t> turnOf, std::size_t turns, std::int32_t low, std::int32_t high)
    : turnOf_(std::move(turnOf)),
      turns_(turns),
      low_(low),
      perLevel_(static_cast<double>(kBins) / std::max(1, high - low + 1)),
      genuine_(turns * kBins, 0),
      impostor_(turns * kBins, 0),
      ofPair_(turns > 2 && turns <= kMostForPairs ? turns * (turns - 1) / 2 * kPairBins : 0, 0),
      allGenuine_(kBins, 0),
      allImpostor_(kBins, 0) {}

void LeaveOutCounts::merge(const LeaveOutCounts& other) {
    for (std::size_t i = 0; i < genuine_.size(); ++i) {
        genuine_[i] += other.genuine_[i];
        impostor_[i] += other.impostor_[i];
    }
    for (std::size_t i = 0; i < ofPair_.size(); ++i) ofPair_[i] += other.ofPair_[i];
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
    rates.dPrime = middleDPrime(genuine, impostor);
    return rates;
}

double LeaveOutCounts::Rates::slopeAt(double fmrTarget) const {
    constexpr double kNear = 1.5;
    return (tarAt(kNear * fmrTarget) - tarAt(fmrTarget / kNear)) / ((kNear - 1 / kNear) * fmrTarget);
}

std::vector<double> LeaveOutCounts::pairParts(const Rates& all, double fmr) const {
    const double wide = binAt(all.fmr, fmr) * static_cast<double>(kPairBins) / static_cast<double>(kBins);
    double pairs = 0;
    for (const std::uint64_t count : allImpostor_) pairs += static_cast<double>(count);
    const auto edge = std::min(static_cast<std::size_t>(wide), kPairBins - 1);
    std::vector<double> parts;
    for (std::size_t p = 0; p < ofPair_.size() / kPairBins; ++p) {
        const std::uint32_t* counts = &ofPair_[p * kPairBins];
        double of = 0, above = counts[edge] * (static_cast<double>(edge) + 1 - wide);
        for (std::size_t b = 0; b < kPairBins; ++b) of += counts[b], above += b > edge ? counts[b] : 0;
        parts.push_back((above - fmr * of) / pairs);
    }
    return parts;
}

double LeaveOutCounts::Rates::tarAt(double fmrTarget) const { return 1 - between(fnmr, binAt(fmr, fmrTarget)); }

void addIntervals(Verification& v, const LeaveOutCounts& counts, const PairStream& stream, const LeaveOutTurns& leaveOut,
                  Eigen::Index rows) {
    const std::size_t targets = v.operatingPoints.size(), turns = counts.turns();
    if (turns < 2) return;
    keepTurns(v, counts, stream, leaveOut, rows);
    v.leftOut.assign(3 + targets, std::vector<double>(turns, kNoValue));
    v.leftOutLinear = v.leftOut;
    const LeaveOutCounts::Rates all = counts.all();
    std::vector<Crossing> crossings{crossingOfErrors(all)};
    for (const OperatingPoint& point : v.operatingPoints) crossings.push_back(crossingAt(all, point.fmrTarget));
    v.leftOutPairs.fmr.resize(turns + 1);
    parallelChunks(turns + 1, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t turn = begin; turn < end; ++turn) {
            const LeaveOutCounts::Rates rates = counts.ratesWithout(turn);
            v.leftOutPairs.fmr[turn].assign(rates.fmr.begin(), rates.fmr.end());
            if (turn == turns) continue;
            v.leftOut[0][turn] = rates.auc;
            v.leftOut[1][turn] = equalErrorRate(rates.fmr, rates.fnmr);
            for (std::size_t t = 0; t < targets; ++t) v.leftOut[2 + t][turn] = rates.tarAt(v.operatingPoints[t].fmrTarget);
            v.leftOut[2 + targets][turn] = rates.dPrime;
            for (const std::size_t s : {std::size_t{0}, 2 + targets}) v.leftOutLinear[s][turn] = v.leftOut[s][turn];
            for (std::size_t c = 0; c < crossings.size(); ++c) v.leftOutLinear[1 + c][turn] = crossings[c].in(rates);
        }
    });
    v.pairParts.emplace_back();
    for (const Crossing& crossing : crossings) {
        v.pairParts.push_back(counts.pairParts(all, crossing.fmr));
        for (double& part : v.pairParts.back()) part *= crossing.perFmr;
    }
    v.auc = intervalOf(v.auc.value, v.leftOut[0]);
    v.eer = intervalOf(v.eer.value, v.leftOut[1], v.pairParts[1]);
    for (std::size_t t = 0; t < targets; ++t)
        v.operatingPoints[t].tar = intervalOf(v.operatingPoints[t].tar.value, v.leftOut[2 + t], v.pairParts[2 + t]);
    v.dPrime = jackknifeError(v.leftOut.back()).interval(v.dPrime.value);
}

}  // namespace facespace::verification

namespace facespace {

double LeftOutPairs::threshold(double fmrTarget, std::size_t turn) const {
    return verification::between(edges, verification::binAt(fmr[turn], fmrTarget));
}

std::optional<VerificationDifference> differenceOf(const Verification& a, const Verification& b) {
    if (a.leftOut.empty() || a.pairsMark != b.pairsMark || a.leftOut.size() != b.leftOut.size() ||
        a.leftOut[0].size() != b.leftOut[0].size())
        return std::nullopt;
    for (std::size_t t = 0; t < a.operatingPoints.size(); ++t)
        if (a.operatingPoints[t].fmrTarget != b.operatingPoints[t].fmrTarget) return std::nullopt;
    const auto difference = [&](double left, double right, std::size_t s) {
        // To first order: one of thirty people moves a threshold far, and curves that bend there widen the interval.
        std::vector<double> differences = a.leftOutLinear[s];
        for (std::size_t t = 0; t < differences.size(); ++t) differences[t] -= b.leftOutLinear[s][t];
        std::vector<double> parts;
        if (s < a.pairParts.size() && a.pairParts[s].size() == b.pairParts[s].size())
            std::ranges::transform(a.pairParts[s], b.pairParts[s], std::back_inserter(parts), std::minus<>());
        return verification::withoutPairParts(jackknifeError(differences), parts).interval(left - right);
    };
    VerificationDifference d;
    d.auc = difference(a.auc.value, b.auc.value, 0);
    d.eer = difference(a.eer.value, b.eer.value, 1);
    for (std::size_t t = 0; t < a.operatingPoints.size(); ++t)
        d.tar.push_back(difference(a.operatingPoints[t].tar.value, b.operatingPoints[t].tar.value, 2 + t));
    d.dPrime = difference(a.dPrime.value, b.dPrime.value, a.leftOut.size() - 1);
    return d;
}

}  // namespace facespace
