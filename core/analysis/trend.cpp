#include <algorithm>
#include <cmath>

#include "core/analysis/ranks.h"
#include "core/analysis/smooth_curve.h"
#include "core/analysis/statistics.h"
#include "core/analysis/statistics_parts.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {
using namespace statistics;

/// Means of y at each distinct x, and how many there are.
struct Steps {
    std::vector<double> mean, weight;
};
Steps stepsOf(const RankedValues& x, const double* y) {
    Steps s{std::vector<double>(static_cast<std::size_t>(x.distinct()), 0),
            std::vector<double>(static_cast<std::size_t>(x.distinct()), 0)};
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto level = static_cast<std::size_t>(x.levels()[i]);
        s.mean[level] += y[i];
        s.weight[level] += 1;
    }
    for (std::size_t k = 0; k < s.mean.size(); ++k) s.mean[k] /= s.weight[k];
    return s;
}

/// Pools of the monotone fit.
class Pools {
  public:
    void fit(const Steps& s, bool increasing) {
        pools_.clear();
        sign_ = increasing ? 1 : -1;
        for (std::size_t i = 0; i < s.mean.size(); ++i) {
            Pool pool{sign_ * s.mean[i] * s.weight[i], s.weight[i], sign_ * s.mean[i], 1};
            while (!pools_.empty() && pools_.back().mean >= pool.mean) {
                const Pool& last = pools_.back();
                pool = {last.sum + pool.sum, last.weight + pool.weight, 0, last.count + pool.count};
                pool.mean = pool.sum / pool.weight;
                pools_.pop_back();
            }
            pools_.push_back(pool);
        }
    }
    std::vector<double> values() const {
        std::vector<double> values;
        for (const Pool& p : pools_) values.insert(values.end(), p.count, sign_ * p.mean);
        return values;
    }

  private:
    struct Pool {
        double sum, weight, mean;
        std::size_t count;
    };
    std::vector<Pool> pools_;
    double sign_ = 1;
};
}  // namespace

std::vector<double> poolAdjacentViolators(const std::vector<double>& y, const std::vector<double>& weight, bool increasing) {
    Pools pools;
    pools.fit({y, weight}, increasing);
    return pools.values();
}

namespace {
constexpr int kDraws = 2000;

/// Monotone curve of y over the distinct x, both of units.
void addMonotone(const std::vector<double>& x, const std::vector<double>& y, Trend& trend) {
    const RankedValues ranked(x);
    const Steps steps = stepsOf(ranked, y.data());
    double mean = 0, total = 0;
    for (const double v : y) mean += v / static_cast<double>(y.size());
    for (const double v : y) total += (v - mean) * (v - mean);
    double best = -1;
    for (const bool increasing : {true, false}) {
        Pools pools;
        pools.fit(steps, increasing);
        std::vector<double> values = pools.values();
        double explained = 0;
        for (std::size_t k = 0; k < values.size(); ++k)
            explained += steps.weight[k] * (values[k] - mean) * (values[k] - mean);
        if (explained <= best) continue;
        best = explained;
        trend.increasing = increasing;
        trend.y = std::move(values);
    }
    trend.r2 = total > 0 ? best / total : 0;
    trend.x.resize(trend.y.size());
    for (std::size_t i = 0; i < x.size(); ++i) trend.x[static_cast<std::size_t>(ranked.levels()[i])] = x[i];
}

/// Middle rank of each value as a share, 0 … 1.
std::vector<double> percentiles(const std::vector<double>& x) {
    std::vector<double> ranks;
    RankedValues(x).ranks(std::vector<std::int32_t>(x.size(), 1), ranks);
    for (double& r : ranks) r = (r - 0.5) / static_cast<double>(x.size());
    return ranks;
}

/// The largest change in one direction: +1 rises, -1 falls.
TrendChange largest(const SmoothCurve& curve, int sign, double critical, double sd) {
    TrendChange change{kNoValue, kNoValue, {0, kNoValue, -INFINITY}};
    for (const auto& c : curve.changes()) {
        const double size = sign * c.value / sd, error = c.error / sd;
        change.size.high = std::max(change.size.high, StandardError{error, curve.df()}.interval(size, 0.9).high);
        if (size <= change.size.value) continue;
        change.size.value = size;
        change.size.low = size - critical * error;
        change.from = 100 * c.from;
        change.to = 100 * c.to;
    }
    return change;
}

TrendShape shapeOf(const Trend& t, double counts) {
    const auto beyondChance = [](const TrendChange& c) { return c.size.low > 0; };
    const auto excluded = [&](const TrendChange& c) { return c.size.high < counts; };
    if (excluded(t.rise) && excluded(t.fall)) return TrendShape::kFlat;
    if (beyondChance(t.rise) && excluded(t.fall)) return TrendShape::kRises;
    if (beyondChance(t.fall) && excluded(t.rise)) return TrendShape::kFalls;
    if (!beyondChance(t.rise) || !beyondChance(t.fall) || std::min(t.rise.size.value, t.fall.size.value) < counts)
        return TrendShape::kCannotTell;
    return t.rise.to <= t.fall.from   ? TrendShape::kRisesThenFalls
           : t.fall.to <= t.rise.from ? TrendShape::kFallsThenRises
                                      : TrendShape::kCannotTell;
}

/// Where the smooth is highest (or lowest) between the two changes.
double turnOf(const SmoothCurve& curve, double from, double to, bool highest) {
    double at = from, best = -INFINITY;
    for (int p = static_cast<int>(from); p <= static_cast<int>(to); ++p) {
        const double value = (highest ? 1 : -1) * curve.at(p / 100.0);
        if (value > best) best = value, at = p;
    }
    return at;
}

void addShape(const SmoothCurve& curve, double sd, const StatisticsOptions& o, Trend& trend) {
    const auto band = curve.band(kDraws, streamSeed(o.seed, 77));
    trend.pValue = band.pValue;
    trend.smoothR2 = curve.r2();
    trend.rise = largest(curve, 1, band.critical, sd);
    trend.fall = largest(curve, -1, band.critical, sd);
    trend.shape = shapeOf(trend, o.smallestReversal);
    if (trend.shape == TrendShape::kRisesThenFalls) trend.turn = turnOf(curve, trend.rise.from, trend.fall.to, true);
    if (trend.shape == TrendShape::kFallsThenRises) trend.turn = turnOf(curve, trend.fall.from, trend.rise.to, false);
    for (int p = 0; p <= 100; p += 5) trend.smooth.push_back(curve.estimate(p / 100.0));
}
}  // namespace

Result<Trend> trendOf(const std::vector<double>& x, const std::vector<double>& y, const Units& units,
                      const StatisticsOptions& o, const JobContext& job) {
    const auto data = complete({&x, &y}, units, "x", "y");
    if (!data) return forward(data);
    if (job.cancelled()) return cancelled();
    const UnitGroups& groups = data->groups;
    const std::vector<double> ux = groups.unitMeans(data->values[0]), uy = groups.unitMeans(data->values[1]);
    Trend trend;
    trend.images = static_cast<std::int64_t>(data->rows.size());
    trend.units = groups.units.count;
    trend.identities = groups.identities.count;
    addMonotone(ux, uy, trend);
    const double sd = spreadOf(uy).sd;
    if (o.bootstrap == 0 || !(sd > 0)) return trend;
    const SmoothCurve curve(percentiles(ux), uy, groups.unitClusters(), {o.leaveOut, o.seed});
    if (curve.known()) addShape(curve, sd, o, trend);
    return trend;
}

}  // namespace facespace
