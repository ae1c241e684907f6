#include "core/analysis/edc_bands.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/jackknife.h"

namespace facespace::edc {
namespace {

constexpr std::size_t kBins = 200;
/// Beyond the limit, so that the straight line across it does not end far away.
constexpr double kReach = 1.25;

/// Of a curve of straight lines; where there is no point any more it stays.
double valueAt(const std::vector<double>& x, const std::vector<double>& y, double at) {
    const auto after = static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), at) - x.begin());
    if (after == 0) return y.front();
    if (after == x.size()) return y.back();
    return y[after - 1] + (y[after] - y[after - 1]) * (at - x[after - 1]) / (x[after] - x[after - 1]);
}

Estimate shareInterval(double value, const std::vector<double>& leftOut, double most) {
    const Estimate e = jackknifeError(leftOut).interval(value);
    // Where no turn changes anything the data do not say how sure the value is.
    if (!(e.high > e.low)) return {value, kNoValue, kNoValue};
    return {value, std::max(0.0, e.low), std::min(most, e.high)};
}

}  // namespace

Bands::Bands(const SortedPairs& sorted, const LeftOutPairs& leftOut, double discardLimit)
    : pairs_(sorted), leftOut_(leftOut), limit_(discardLimit), scores_(sorted.score.size()), ofTurn_(leftOut.turns()) {
    const std::size_t n = pairs_.quality.size();
    const double reach = std::min(1.0, kReach * limit_) * static_cast<double>(n);
    for (std::size_t b = 0; b <= kBins; ++b) {
        auto at = static_cast<std::size_t>(reach * static_cast<double>(b) / kBins);
        while (at > 0 && at < n && pairs_.quality[at] == pairs_.quality[at - 1]) ++at;
        if (at < n && (begin_.empty() || at > begin_.back())) begin_.push_back(at);
    }
    begin_.push_back(n);
    std::vector<std::uint32_t> binOf(n);
    for (std::size_t b = 0; b + 1 < begin_.size(); ++b)
        std::fill(binOf.begin() + static_cast<std::ptrdiff_t>(begin_[b]),
                  binOf.begin() + static_cast<std::ptrdiff_t>(begin_[b + 1]), static_cast<std::uint32_t>(b));
    // By rising score each goes behind those of its bin that are there.
    std::vector<std::size_t> next = begin_;
    for (const std::uint32_t k : pairs_.byScore) scores_[next[binOf[k]]++] = pairs_.score[k];
    for (std::size_t k = 0; k < n; ++k)
        if (pairs_.turn[k] >= 0) ofTurn_[static_cast<std::size_t>(pairs_.turn[k])].push_back({binOf[k], pairs_.score[k]});
}

Bands::Near Bands::nearTo(float least, float most) const {
    Near near;
    for (std::size_t b = 0; b + 1 < begin_.size(); ++b) {
        const auto from = scores_.begin() + static_cast<std::ptrdiff_t>(begin_[b]);
        const auto to = scores_.begin() + static_cast<std::ptrdiff_t>(begin_[b + 1]);
        near.from.push_back(static_cast<std::size_t>(std::lower_bound(from, to, least) - scores_.begin()));
        near.to.push_back(static_cast<std::size_t>(std::lower_bound(from, to, most) - scores_.begin()));
    }
    return near;
}

Bands::Curve Bands::without(std::size_t turn, float threshold, const Near& near) const {
    const std::size_t bins = begin_.size() - 1;
    std::vector<double> pairs(bins), rejected(bins);
    for (std::size_t b = 0; b < bins; ++b) {
        const auto from = scores_.begin() + static_cast<std::ptrdiff_t>(near.from[b]);
        const auto to = scores_.begin() + static_cast<std::ptrdiff_t>(near.to[b]);
        const auto at = static_cast<std::size_t>(std::lower_bound(from, to, threshold) - scores_.begin());
        pairs[b] = static_cast<double>(begin_[b + 1] - begin_[b]);
        rejected[b] = static_cast<double>(at - begin_[b]);
    }
    if (turn < ofTurn_.size())
        for (const OfTurn& pair : ofTurn_[turn]) {
            pairs[pair.bin] -= 1;
            rejected[pair.bin] -= pair.score < threshold ? 1 : 0;
        }
    double all = 0, left = 0, gone = 0;
    for (std::size_t i = 0; i < bins; ++i) all += pairs[i], left += rejected[i];
    Curve curve;
    for (std::size_t i = 0; i < bins && all > gone; ++i) {
        if (!curve.discarded.empty() && gone / all <= curve.discarded.back())
            curve.discarded.pop_back(), curve.fnmr.pop_back();
        curve.discarded.push_back(gone / all);
        curve.fnmr.push_back(left / (all - gone));
        gone += pairs[i];
        left -= rejected[i];
    }
    return curve;
}

TurnAreas Bands::addTo(EdcCurve& curve) const {
    const std::size_t turns = leftOut_.turns();
    if (turns < 2 || pairs_.quality.empty()) return {};
    std::vector<double> at;
    for (const EdcPoint& p : curve.points)
        if (p.discarded <= limit_) at.push_back(p.discarded);
    std::vector<std::vector<double>> values(at.size(), std::vector<double>(turns));
    TurnAreas areas;
    // Binned thresholds are a little off; what leaving a turn out changes of them is not.
    const double exact = curve.threshold - leftOut_.threshold(curve.fmrTarget, turns);
    std::vector<float> thresholds;
    for (std::size_t turn = 0; turn <= turns; ++turn)
        thresholds.push_back(static_cast<float>(exact + leftOut_.threshold(curve.fmrTarget, turn)));
    const auto [least, most] = std::ranges::minmax(thresholds);
    const Near near = nearTo(least, most);
    std::vector<EdcPoint> points;
    for (std::size_t turn = 0; turn <= turns; ++turn) {
        const Curve c = without(turn, thresholds[turn], near);
        if (c.discarded.empty()) return {};
        points.clear();
        for (std::size_t i = 0; i < c.discarded.size(); ++i) points.push_back({c.discarded[i], c.fnmr[i]});
        areas.area.push_back(pAucLinear(points, limit_));
        areas.start.push_back(c.fnmr.front());
        for (std::size_t i = 0; i < at.size() && turn < turns; ++i) values[i][turn] = valueAt(c.discarded, c.fnmr, at[i]);
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Estimate e = shareInterval(curve.points[i].fnmr, values[i], 1);
        curve.points[i].low = e.low;
        curve.points[i].high = e.high;
    }
    const Estimate area = shareInterval(curve.pAucStepwise, {areas.area.begin(), areas.area.end() - 1}, limit_);
    curve.pAucLow = area.low;
    curve.pAucHigh = area.high;
    return areas;
}

}  // namespace facespace::edc
